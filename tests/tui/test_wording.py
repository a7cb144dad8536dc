"""Wording: what is said of days, counts and contacts, and never more than is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.article import EventDate
from tests.tui.samples import UNKNOWN, day
from tui.measure import width
from tui.wording import (
    SIGNS,
    certainty,
    compact,
    count,
    day_cell,
    full_day,
    long_day,
    month_year,
)

CELLS = [
    (day("2021-05-18"), ("18 May", "")),
    (day("2021-04-02", "likely"), (" 2 Apr", "~")),
    (day("2021-05-18", "corrected"), ("18 May", "✓")),
    (day("2021-02"), ("   Feb", "")),
    (day("2021-02", "likely"), ("   Feb", "~")),
    (day("2021", "likely"), ("no day", "~")),
    (day(certainty="guess", between=("2018-01-01", "2020-12-31")), ("no day", "?")),
    (day(certainty="guess", between=("2018-03-01", "2018-03-31")), ("   Mar", "?")),
    (day(certainty="guess", month_day="02-26", between=("2018-02-26", "2020-02-26")), ("26 Feb", "?")),
    (day(certainty="unknown", month_day="02-26"), ("26 Feb", "?")),
    (UNKNOWN, ("undated", "")),
]


@pytest.mark.parametrize(("when", "expected"), CELLS)
def test_the_date_of_a_row(when: EventDate, expected: tuple[str, str]) -> None:
    """A row shows day and month as far as they are known, and the sign that says how sure they are."""
    assert day_cell(when) == expected


@pytest.mark.parametrize("when", [when for when, _ in CELLS])
def test_dates_of_rows_stand_below_each_other(when: EventDate) -> None:
    """Every date with its sign takes at most seven cells, so that parties begin in one column."""
    text, sign = day_cell(when)
    assert width(text) in (6, 7) and width(text) + width(sign) <= 7


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (day("2021-05-18"), "Tue 18 May 2021"),
        (day("2021-05"), "May 2021"),
        (day("2021"), "2021"),
        (day(None, "guess", "02-26", ("2018-01-01", "2020-12-31")), "26 February, 2018 to 2020"),
        (day(None, "guess", "02-26", ("2018-02-26", "2018-02-26")), "26 February, 2018"),
        (day(certainty="unknown", month_day="02-26"), "26 February, year unknown"),
        (day(certainty="guess", between=("2018-01-01", "2020-12-31")), "Jan 2018 to Dec 2020"),
        (day(certainty="guess", between=("2018-03-01", "2018-03-31")), "Mar 2018"),
        (UNKNOWN, "undated"),
    ],
)  # fmt: skip
def test_the_date_in_full(when: EventDate, expected: str) -> None:
    """The line below a headline gives weekday and year only where they are known, else the range."""
    assert long_day(when) == expected


@pytest.mark.parametrize(
    ("when", "sign", "word"),
    [
        (day("2021-05-18"), "", ""),
        (day("2021-05-18", "likely"), "~", "likely"),
        (day(certainty="guess", between=("2018-01-01", "2020-12-31")), "?", "a guess"),
        (day("2021-05-18", "corrected"), "✓", "corrected"),
        (UNKNOWN, "", ""),
        (day(certainty="unknown", month_day="02-26"), "", ""),
    ],
)
def test_no_sign_without_its_word(when: EventDate, sign: str, word: str) -> None:
    """Every sign of certainty has a word that can stand beside it; a certain day needs neither."""
    assert SIGNS[when.certainty] == sign
    assert certainty(when) == word


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_an_exact_day_is_never_changed(when: date) -> None:
    """Short and full form name the same day of the calendar."""
    assert day_cell(day(when.isoformat()))[0] == f"{when.day:>2} {when:%b}"
    assert long_day(day(when.isoformat())) == f"{when:%a} {when.day} {when:%b} {when.year}"
    assert full_day(when) == f"{when.day} {when:%B} {when.year}"
    assert month_year(when) == f"{when:%b} {when.year}"


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 texts"), (1, "1 text"), (2, "2 texts"), (12345, "12,345 texts")]
)
def test_counts_agree_with_their_noun(number: int, expected: str) -> None:
    """One is singular, all else plural, thousands are set apart."""
    assert count(number, "text") == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (999, "999"), (1000, "1.0k"), (2249, "2.2k"), (9949, "9.9k"), (9999, "9.9k"),
     (10_000, "10k"), (310_999, "310k")],
)  # fmt: skip
def test_compact_counts(number: int, expected: str) -> None:
    """A compact count never says more than there is."""
    assert compact(number) == expected


@given(st.integers(0, 999_999))
def test_compact_counts_take_five_cells(number: int) -> None:
    """Up to a million, a compact count takes at most five cells."""
    assert len(compact(number)) <= 5
