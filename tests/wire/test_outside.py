"""Days from beyond the words: a date in the name of a file decides only what the words leave open."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import Article, Source
from store.wire.gazetteer import load
from store.wire.outside import day_in_name
from store.wire.parse import parse

LEAD = "Parties meet in the capital\n\nHanoi (VNA) – The two parties held talks {} in the capital.\n"


def read(text: str, file: str) -> Article:
    """Return what a text says that came in a file of this name."""
    return parse(text, Source(file, "0" * 64, datetime(2026, 11, 22, tzinfo=UTC), "utf-8"), load())


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("/in/2021-05-19.txt", date(2021, 5, 19)),
        ("/in/vna_20210519_007.txt", date(2021, 5, 19)),
        ("/in/2021_05_19T0700.txt", date(2021, 5, 19)),
        ("/in/2021/05/19/7.txt", date(2021, 5, 19)),
        ("/in/19-May-2021.txt", date(2021, 5, 19)),
        ("/in/May_19_2021 talks.txt", date(2021, 5, 19)),
        ("/in/2021-05-19/2021-05-19 b.txt", date(2021, 5, 19)),
        ("/in/2021-05-19/2021-05-20.txt", None),
        ("/in/2021-05.txt", None),
        ("/in/2021-13-19.txt", None),
        ("/in/2021-02-30.txt", None),
        ("/in/1800-05-19.txt", None),
        ("/in/004_42c399a76e2737da20210519.txt", None),
        ("/in/120210519.txt", None),
        ("/in/19-05-2021.txt", None),
        ("", None),
    ],
)
def test_a_name_names_one_day_or_none(file: str, day: date | None) -> None:
    """A day in a name is read where it can be only one; two days in a name are none."""
    found = day_in_name(file)
    assert (found[0] if found else None) == day
    assert found is None or found[1] in file


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ("on May 18", "2021-05-18"),
        ("on Tuesday", "2021-05-18"),
        ("yesterday", "2021-05-18"),
        ("on May 18, 2019", "2019-05-18"),
        ("on March 18", None),
        ("on May 25", None),
    ],
)
def test_a_name_gives_the_year_that_the_words_leave_open(when: str, value: str | None) -> None:
    """A day printed without its year is seen from the day in the name, unless long before or after it."""
    article = read(LEAD.format(when), "/in/2021-05-19.txt")
    assert article.date.value == value
    told = [e for e in (*article.date.evidence, *article.date.rejected) if e.kind == "name"]
    assert [e.quote for e in told] == ([] if "2019" in when else ["2021-05-19"])
    assert article.date.certainty == (
        "unknown" if value is None else "certain" if "2019" in when else "likely"
    )


def test_a_name_never_outweighs_the_words() -> None:
    """A text of 2021 that was fetched in 2026 and named after that day stays one of 2021."""
    words = "The CPV and the CPP spoke on May 18 of the outcomes of the CPV's 13th National Congress."
    text = f"Parties meet\n\nHanoi (VNA) – {words}\n"
    plain, named = read(text, "/in/a.txt").date, read(text, "/in/2026-06-01.txt").date
    assert (plain.value, plain.earliest, plain.latest) == (named.value, named.earliest, named.latest)
    assert plain.latest is not None and plain.latest.year < 2026
    assert named.rejected[-1].kind == "name"


def test_without_any_day_a_name_gives_a_range() -> None:
    """Of a text that prints no day the weeks before the day in the name are a guess, and no value."""
    date_ = read(LEAD.format("of friendship"), "/in/2021-05-19.txt").date
    assert (date_.value, date_.certainty) == (None, "guess")
    assert (date_.earliest, date_.latest) == (date(2021, 4, 18), date(2021, 5, 19))


@given(st.text(max_size=60))
def test_any_name_is_read(name: str) -> None:
    """No name is too strange to be looked at."""
    found = day_in_name(name)
    assert found is None or found[1] in name
