"""Views: a text as lines of the list, at any width, in any script."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.hits import Group, Met, Row, Tag
from tests.tui.samples import UNKNOWN, day, foreign, ink_of, plain, row
from tui.lines import cells
from tui.views import heading_cell, heading_line, row_lines, table_line

YEAR = heading_cell(Group(2021, 1), row(), shown=True)
NO_YEAR = heading_cell(Group(2021, 1), row(), shown=False)
any_group = st.builds(Group, st.integers(1, 9999) | st.none(), st.integers(0, 10**6), st.none() | foreign)

PARTIES_AT = 11
"""Cell of a row, counted after the bar, at which its parties begin."""

DATES = [
    UNKNOWN,
    day("2021-05-18", "likely"),
    day("2021-02"),
    day("2021", "likely"),
    day(certainty="guess", between=("2018-01-01", "2020-12-31")),
    day(certainty="unknown", month_day="02-26"),
]

any_row = st.builds(
    lambda headline, date, parties, met, kind, read, starred: Row(
        "42c399a76e27",
        headline,
        date,
        tuple(Tag(f"party:{n}", abbr) for n, abbr in enumerate(parties)),
        tuple(Met(pair, kind) for pair in met),
        read,
        starred,
    ),
    foreign,
    st.sampled_from(DATES),
    st.lists(foreign, max_size=5),
    st.lists(st.tuples(foreign, foreign), max_size=3),
    foreign,
    st.booleans(),
    st.booleans(),
)
columns = st.integers(12, 90)


@given(any_row, columns, st.sampled_from([1, 2, None]), st.booleans())
def test_no_line_of_a_row_is_too_wide(text: Row, columns: int, most: int | None, here: bool) -> None:
    """Whatever a text says and in which script, its lines fit and are not more than asked."""
    lines = row_lines(text, columns, most, here)
    assert max(map(cells, lines)) <= columns
    assert most is None or len(lines) <= most + 1


@given(any_row, st.integers(66, 200), st.booleans(), st.booleans())
def test_no_line_of_the_table_is_too_wide(text: Row, columns: int, here: bool, repeated: bool) -> None:
    """A text fits on one line of the table."""
    assert cells(table_line(text, columns, here, YEAR, repeated)) <= columns


@given(any_group, columns)
def test_no_heading_is_too_wide(group: Group, columns: int) -> None:
    """A heading fills the columns: its name left, its count right; in the table it has its own column."""
    assert cells(heading_line(group, columns)) == columns
    room = 5 if group.name is None else 21
    assert {cells(heading_cell(group, row(), shown=is_shown)) for is_shown in (True, False)} == {room}


def test_a_heading_says_what_the_list_stands_under() -> None:
    """A year, no date, or what else the order is by."""
    groups = [Group(2021, 3), Group(None, 2), Group(None, 1_234, "CPV")]
    assert [plain(heading_line(group, 20)) for group in groups] == [
        "  2021             3",
        "  No date          2",
        "  CPV          1,234",
    ]
    text = row(date=day("2021-05-18"))
    assert [plain(heading_cell(group, text, shown=True)).split() for group in groups] == [
        ["2021"],
        ["none"],
        ["CPV", "2021"],
    ]


def test_a_text_that_stands_under_no_year_has_its_own() -> None:
    """In a list by party the year stands at the right end of the row."""
    text = row(date=day("2021-05-18", "likely"), parties=("CPV",), starred=True)
    top = row_lines(text, 40, 1, here=False, dated=True)[0]
    assert plain(top) == "● 18 May~  CPV" + " " * 20 + "★ 2021"


@given(any_row, columns)
def test_a_headline_in_full_loses_no_word(text: Row, columns: int) -> None:
    """Where every text fits, the whole headline is there."""
    lines = row_lines(text, columns, None, here=False)[1:]
    assert "".join(map(plain, lines)).replace(" ", "") == text.headline.replace(" ", "")


def top(text: Row, columns: int = 60) -> str:
    """Return the first line of a row, blanks at the right left out."""
    return plain(row_lines(text, columns, 1, here=False)[0]).rstrip()


@pytest.mark.parametrize("date", DATES)
def test_parties_begin_in_one_column(date: object) -> None:
    """However much of the date is known, the parties stand below each other."""
    text = Row("1", "Talks", date, (Tag("party:cpv", "CPV"),), (), False, False)  # type: ignore[arg-type]
    assert top(text)[PARTIES_AT:] == "CPV"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (row(date=day("2021-05-18", "likely")), "● 18 May~  CPV"),
        (row(date=day("2021-04-02"), read=True), "   2 Apr   CPV"),
        (row(date=day("2021-02")), "●    Feb   CPV"),
        (row(date=day("2021", "likely")), "● no day~  CPV"),
        (row(date=day(certainty="guess", between=("2018-01-01", "2020-12-31"))), "● no day?  CPV"),
        (row(date=day(certainty="unknown", month_day="02-26")), "● 26 Feb?  CPV"),
        (row(), "● undated  CPV"),
        (row(parties=()), "● undated"),
    ],
)
def test_the_first_line(text: Row, expected: str) -> None:
    """Unread mark, date as far as it is known with its sign, parties."""
    assert top(text) == expected


@pytest.mark.parametrize(
    ("parties", "met", "expected"),
    [
        (("CPV", "CPP"), [], "CPV, CPP"),
        (("CPV", "CPP"), [("CPV", "CPP")], "CPV × CPP"),
        (("LPRP", "CPV", "CPP"), [("CPV", "CPP")], "CPV × CPP, LPRP"),
        (("CPV", "CPP", "LPRP", "CPC"), [("CPV", "CPP"), ("LPRP", "CPC")], "CPV × CPP, LPRP × CPC"),
        (("CPV", "CPP", "LPRP"), [("CPV", "CPP"), ("CPV", "LPRP")], "LPRP × CPV × CPP"),
        (("CPV", "CPP", "LPRP"), [("CPV", "CPP"), ("CPP", "LPRP")], "CPV × CPP × LPRP"),
        (("A", "B", "C", "D"), [("A", "B"), ("B", "C"), ("B", "D")], "A × B × C, D"),
        (("CPV", "CPP"), [("CPV", "CPP"), ("CPP", "CPV")], "CPV × CPP"),
    ],
)
def test_a_cross_stands_only_between_parties_that_met(
    parties: tuple[str, ...], met: list[tuple[str, str]], expected: str
) -> None:
    """`×` joins two parties only where a contact says that these two met; all else is a comma."""
    assert top(row(parties=parties, met=met, kind=""))[PARTIES_AT:] == expected


party = st.sampled_from("ABCDEF")


@given(st.lists(st.tuples(party, party).filter(lambda pair: pair[0] != pair[1]), max_size=6))
def test_no_cross_is_invented(met: list[tuple[str, str]]) -> None:
    """Among any contacts, every cross has its contact, and every party stands there once."""
    names = top(row(parties="ABCDEF", met=met, kind=""))[PARTIES_AT:]
    assert sorted(names.replace(" × ", "").replace(", ", "")) == list("ABCDEF")
    crossed = [part.split(" × ") for part in names.split(", ")]
    pairs = [{one, other} for chain in crossed for one, other in pairwise(chain)]
    assert all(pair in [set(contact) for contact in met] for pair in pairs)


def test_the_kind_of_contact_needs_room() -> None:
    """The kind of contact is shown where it fits whole, and else not at all."""
    text = row(parties=("CPV", "CPP"), met=[("CPV", "CPP")], kind="virtual conference")
    assert top(text, 45).endswith("CPV × CPP virtual conference")
    assert top(text, 38).endswith("CPV × CPP")


def test_unread_texts_are_marked_and_read_ones_are_quiet() -> None:
    """Unread: a dot, the headline in ink, parties bold. Read: no mark, muted, parties plain."""
    first, second = row_lines(row(), 40, 1, here=False)
    assert ink_of(first, "●") == "accent" and ink_of(first, "CPV") == "party"
    assert ink_of(second, "Two") == "text"
    first, second = row_lines(row(read=True), 40, 1, here=False)
    assert "●" not in plain(first) and ink_of(first, "CPV") == "party-plain"
    assert ink_of(second, "Two") == "muted"


def test_the_headline_under_the_cursor_is_heavy() -> None:
    """The cursor makes the headline bold, read or not."""
    assert ink_of(row_lines(row(read=True), 40, 1, here=True)[1], "Two") == "bold"


def test_a_star_stands_at_the_right_end() -> None:
    """The star is the last cell of the first line."""
    first = row_lines(row(starred=True), 40, 1, here=False)[0]
    assert plain(first).endswith(" ★") and cells(first) == 40


def test_a_long_headline_is_cut_at_a_word() -> None:
    """What does not fit into the lines given ends in an ellipsis after a whole word."""
    text = row("Vietnamese and Cambodian parties strengthen their ties")
    assert [plain(line) for line in row_lines(text, 25, 2, here=False)[1:]] == [
        "  Vietnamese and",
        "  Cambodian parties…",
    ]


def test_markup_in_a_headline_is_letters() -> None:
    """Square brackets are shown as they are."""
    assert plain(row_lines(row("[red]x[/]"), 40, 1, here=False)[1]) == "  [red]x[/]"


def test_a_table_line_reads_in_columns() -> None:
    """The table has year, day, parties, contact and headline below each other; a repeated day is faint."""
    text = row(date=day("2021-05-18", "likely"), parties=("CPV", "CPP"), met=[("CPV", "CPP")])
    line = table_line(text, 80, here=False, head=YEAR, repeated=False)
    assert plain(line) == "● 2021 18 May~  CPV × CPP       talks       Two parties deepen ties"
    assert ink_of(line, "18 May") == "muted"
    assert ink_of(table_line(text, 80, here=False, head=NO_YEAR, repeated=True), "18 May") == "faint"
