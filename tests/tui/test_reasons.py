"""Reasons: why this day, in the words of the text, at any width."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.article import CAPTION, HEADLINE, STANDFIRST, EventDate, Evidence
from tests.tui.samples import TALKS, UNKNOWN, article, day, foreign, ink_of, plain
from tui.lines import cells
from tui.reasons import place, ranked, reasons

evidence = st.lists(
    st.builds(
        Evidence,
        st.sampled_from(["day", "event", "year"]),
        foreign,
        st.none() | st.integers(-3, 12_000),
        foreign,
    ),
    max_size=4,
)
dates = st.sampled_from(
    [
        day("2021-05-18", "likely"),
        UNKNOWN,
        day(None, "guess", "02-26", ("2018-01-01", "2020-12-31")),
        day(None, "unknown", "02-26"),
        day("2021-02", "corrected"),
    ]
)


@settings(max_examples=60)
@given(dates, evidence, evidence, st.integers(24, 80), st.none() | st.integers(0, 7))
def test_no_line_is_too_wide(
    date: EventDate, found: list[Evidence], rivals: list[Evidence], columns: int, here: int | None
) -> None:
    """Every line fits, and every reason has at least one of its own."""
    when = EventDate(
        date.value, date.month_day, date.precision, date.earliest, date.latest, date.certainty,
        tuple(found), tuple(rivals),
    )  # fmt: skip
    lines = reasons(article(date=when), columns, here)
    assert all(cells(line.content) <= columns for line in lines)
    assert {line.reason for line in lines} - {None} == set(range(len(found) + len(rivals)))


def text(date: EventDate, columns: int = 40) -> list[str]:
    """Return the lines about a date without inks."""
    return [plain(line.content) for line in reasons(article(date=date), columns, None)]


def test_the_words_then_what_they_say_then_the_rivals() -> None:
    """Quotes stand with their paragraph under Day and Year, conclusions after an arrow, rivals last."""
    assert text(TALKS.date) == [
        "Tue 18 May 2021~  likely",
        "",
        "Day",
        "¶1  “held talks”",
        "    → 18 May is printed in the dateline",
        "",
        "Year",
        "¶2  “13th National Party Congress”",
        "    → held from 25 January to 1 February",
        "      2021",
        "",
        "Considered, not chosen",
        "    2026 is when its term ends",
    ]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (day("2021-05-18"), "Tue 18 May 2021  certain"),
        (day("2021-05-18", "corrected"), "Tue 18 May 2021✓  corrected"),
        (UNKNOWN, "undated  not known"),
        (day(None, "guess", None, ("2018-01-01", "2020-12-31")), "Jan 2018 to Dec 2020?  a guess"),
        (day(None, "unknown", "02-26"), "26 February, year unknown"),
    ],
)
def test_the_first_line_says_how_sure_the_day_is(date: EventDate, expected: str) -> None:
    """The sign of certainty never stands without its word here."""
    assert text(date)[0] == expected


def test_a_narrow_panel_keeps_the_word() -> None:
    """Where day and word do not fit on one line, the word has the next."""
    assert text(day(None, "guess", "02-26", ("2018-02-26", "2020-02-26")), 28)[:2] == [
        "26 February, 2018 to 2020?",
        "a guess",
    ]


def test_a_range_is_given_in_full() -> None:
    """A guess is told with both of its ends."""
    lines = " ".join(text(day(None, "guess", None, ("2018-01-01", "2020-12-31"))))
    assert "between 1 January 2018 and 31 December 2020" in lines


def test_nothing_is_guessed_without_words() -> None:
    """A text that does not tell its day is said not to."""
    assert "No words of this text tell the day, and" in text(UNKNOWN)


def test_a_rival_with_other_words_quotes_them() -> None:
    """A rival year is quoted unless its words are quoted above already."""
    found = [Evidence("day", "on May 18", 0, "printed")]
    rival = Evidence("year", "by 2045", 3, "2045 is a goal")
    assert text(day("2021-05-18", "likely", evidence=found, rejected=[rival]))[-2:] == [
        "¶4  “by 2045”",
        "    2045 is a goal",
    ]


def test_the_reason_under_the_cursor_is_heavy() -> None:
    """The quote of the chosen reason is bold, the others strong."""
    lines = [line.content for line in reasons(TALKS, 40, 0)]
    assert ink_of(lines[3], "held talks") == "bold"
    assert ink_of(lines[7], "13th National") == "strong"


@pytest.mark.parametrize(
    ("paragraph", "shown"),
    [(None, ""), (0, "¶1"), (11, "¶12"), (HEADLINE, "hl"), (STANDFIRST, "sf"), (CAPTION, "ph")],
)
def test_where_words_stand(paragraph: int | None, shown: str) -> None:
    """Paragraphs are counted from 1; headline, standfirst and photo caption have a short word."""
    assert place(paragraph) == shown


def test_a_correction_says_who_when_and_why() -> None:
    """What a person corrected stands first, without a quote; what the text alone gave is among the rivals."""
    says = "corrected by ann on 2026-11-21: The printer's year. The text alone gave 2020-05-18"
    date = EventDate(
        "2021-05-18", None, "day", TALKS.date.earliest, TALKS.date.latest, "corrected",
        (Evidence("correction", "", None, says),), TALKS.date.evidence,
    )  # fmt: skip
    lines = text(date, 60)
    assert lines[:5] == [
        "Tue 18 May 2021✓  corrected",
        "",
        "Corrected",
        "    → corrected by ann on 2026-11-21: The printer's year.",
        "      The text alone gave 2020-05-18",
    ]
    assert lines[6] == "Considered, not chosen"


def test_what_is_not_in_the_text_names_its_source() -> None:
    """A fact of the gazetteer says whose it is, under the cursor in full; one from memory says so."""
    found = [
        Evidence("congress", "13th Congress", 0, "held in 2021; source: https://www.example.org/c/13"),
        Evidence("milestone", "COVID-19", 0, "2020 or later; source: recalled"),
    ]
    when = day("2021-05-18", "likely", evidence=found)
    assert text(when)[2:] == [
        "Year",
        "¶1  “13th Congress”",
        "    → held in 2021",
        "      source example.org",
        "¶1  “COVID-19”",
        "    → 2020 or later",
        "      recalled",
    ]
    under = [plain(line.content) for line in reasons(article(date=when), 40, 0)]
    assert "      source www.example.org/c/13" in under


def test_a_rival_year_hangs_before_its_reason() -> None:
    """The year stands at the left, so that rivals can be told apart at a glance."""
    found = [Evidence("day", "on May 18", 0, "printed")]
    rivals = [
        Evidence("rival", "on May 18", 0, f"{year}: before the 13th National Congress")
        for year in (2020, 2022)
    ]
    assert text(day("2021-05-18", "likely", evidence=found, rejected=rivals), 24)[-4:] == [
        "2020 before the 13th",
        "     National Congress",
        "2022 before the 13th",
        "     National Congress",
    ]


def test_rivals_are_ranked() -> None:
    """The years nearest to the one chosen stand first; what names none is last."""
    says = [
        "2045 is a goal",
        "is the page's day",
        "2022: after it",
        "does not fit: held in 2016",
        "2020: before it",
    ]
    rivals = [Evidence("rival", "on May 18", 0, one) for one in says]
    ordered = [
        "2022: after it",
        "2020: before it",
        "does not fit: held in 2016",
        "2045 is a goal",
        "is the page's day",
    ]
    assert [item.says for item in ranked(day("2021-05-18", "likely", rejected=rivals))] == ordered
    assert [item.says for item in ranked(day(None, "guess", rejected=rivals))] == says
