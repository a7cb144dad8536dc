"""Skyline: bars in proportion, gaps as gaps, exact and inferred apart, years never cut."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive.hits import Bin
from tests.tui.samples import plain
from tui.lines import cells
from tui.skyline import UNITS, Scale, Unit, axis, bars, heights, ordinal, scale

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
units = st.sampled_from(UNITS)
counts = st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 10**5)), min_size=1, max_size=40)
EIGHTHS = " ▁▂▃▄▅▆▇█"


@given(days, days, st.integers(5, 70))
def test_the_scale_holds_every_day(one: date, other: date, most: int) -> None:
    """No more bins than asked; unless the years run out of room, every day has its bin."""
    first, last = min(one, other), max(one, other)
    found = scale(first, last, most)
    assert 1 <= found.bins <= most
    assert found.at(last) == found.bins - 1
    assert found.at(first) == 0 or (found.unit == "year" and last.year - first.year >= most)


@pytest.mark.parametrize(
    ("first", "last", "unit", "bins"),
    [
        ("2021-05-18", "2021-05-18", "day", 1),
        ("2021-05-01", "2021-06-30", "day", 61),
        ("2021-01-01", "2021-12-31", "week", 53),
        ("2016-02-26", "2021-05-18", "month", 64),
        ("2010-01-01", "2021-12-31", "quarter", 48),
        ("1990-01-01", "2021-12-31", "year", 32),
        ("1900-01-01", "2021-12-31", "year", 66),
        ("9999-12-31", "9999-12-31", "day", 1),
    ],
)
def test_the_finest_unit_that_fits(first: str, last: str, unit: Unit, bins: int) -> None:
    """66 bins show days, weeks, months, quarters or years, the finest that fits; else the latest years."""
    found = scale(date.fromisoformat(first), date.fromisoformat(last), 66)
    assert (found.unit, found.bins) == (unit, bins)


@given(days, units)
def test_bins_follow_each_other(day: date, unit: Unit) -> None:
    """From one day to the next the bin is the same or the next one."""
    assert ordinal(date.fromordinal(day.toordinal() + 1), unit) - ordinal(day, unit) in (0, 1)


@given(days, units)
def test_january_begins_its_year(day: date, unit: Unit) -> None:
    """The bin of a year's January holds its first day."""
    within = Scale(unit, ordinal(day, unit), 1)
    assert within.january(day.year) <= within.at(day)


def test_gaps_are_bins_without_texts() -> None:
    """Months without texts stay on the scale; what lies outside it is left out."""
    within = scale(date(2021, 1, 5), date(2021, 4, 2), 5)
    found = [Bin(date(2021, 1, 1), 2, 1), Bin(date(2021, 4, 1), 0, 3), Bin(date(2030, 1, 1), 9, 9)]
    assert (within.unit, heights(found, within)) == ("month", [(2, 1), (0, 0), (0, 0), (0, 3)])


@settings(max_examples=60)
@given(counts, st.integers(1, 3), st.sampled_from([1, 2]), st.booleans())
def test_bars_are_as_wide_as_their_bins(
    found: list[tuple[int, int]], rows: int, each: int, mono: bool
) -> None:
    """Each row of bars takes one run of cells a bin, and a bin without texts is blank."""
    lines = bars(found, rows, each, mono)
    assert len(lines) == rows
    for line in lines:
        assert cells(line) == len(found) * each
    for at, one in enumerate(found):
        column = "".join(plain(line)[at * each] for line in lines)
        assert (column.strip() != "") == (one != (0, 0))


def height(lines: list[str]) -> int:
    """Return how many eighths of the first column are filled."""
    return sum(EIGHTHS.index(line[0]) for line in lines)


@given(st.integers(1, 10**5), st.integers(1, 10**5), st.integers(1, 3))
def test_bars_are_in_proportion(one: int, other: int, rows: int) -> None:
    """More texts are never drawn lower, and the busiest bin of many is full."""
    small, large = sorted((one, other))
    drawn = [plain(line) for line in bars([(small, 0), (large, 0)], rows, 1, plain=False)]
    assert height(drawn) <= height([line[1:] for line in drawn])
    if large > rows:
        assert height([line[1:] for line in drawn]) == 8 * rows


@pytest.mark.parametrize(
    ("found", "rows", "expected"),
    [
        ([(1, 0)], 1, ["▄"]),
        ([(1, 0)], 2, [" ", "▅"]),
        ([(1, 0)], 3, [" ", " ", "▆"]),
        ([(100_000, 0), (1, 0)], 2, ["█ ", "█▁"]),
        ([(2, 0), (0, 0), (4, 0)], 1, ["▄ █"]),
    ],
)
def test_one_text_is_a_tick(found: list[tuple[int, int]], rows: int, expected: list[str]) -> None:
    """One text is never a tower, and never nothing beside a hundred thousand."""
    assert [plain(line) for line in bars(found, rows, 1, plain=False)] == expected


@pytest.mark.parametrize(
    ("one", "glyph", "ink"),
    [
        ((8, 0), "█", "bar"),
        ((0, 8), "█", "barinf"),
        ((4, 4), "▄", "both"),
        ((7, 1), "▇", "both"),
        ((1, 7), "▁", "both"),
        ((0, 1), "▁", "barinf"),
        ((1, 0), "▁", "bar"),
    ],
)
def test_inferred_stands_on_exact(one: tuple[int, int], glyph: str, ink: str) -> None:
    """Exact dates fill from below in one ink, inferred ones above them in the other."""
    (line,) = bars([one, (8, 0)], 1, 1, plain=False)
    assert line[0] == (glyph, ink)


@pytest.mark.parametrize(("one", "glyph"), [((8, 0), "█"), ((0, 8), "▒"), ((4, 4), "▄"), ((0, 1), "▒")])
def test_without_colour_inferred_is_hatched(one: tuple[int, int], glyph: str) -> None:
    """Where there is no colour, what is inferred only is told apart by its hatching."""
    (line,) = bars([one, (8, 0)], 1, 1, plain=True)
    assert line[0][0] == glyph


@settings(max_examples=150)
@given(days, days, st.integers(5, 70), st.sampled_from([1, 2]))
def test_year_labels_are_never_cut(one: date, other: date, most: int, each: int) -> None:
    """The axis has its full width, and on it only hairline and whole years, each at its January."""
    within = scale(min(one, other), max(one, other), most)
    line = axis(within, each, most * each)
    text = plain(line)
    assert cells(line) == most * each
    assert re.fullmatch(r"(─|\d{4}( |(?=$)))*", text), text
    for label in re.finditer(r"\d{4}", text):
        january = within.january(int(label[0]))
        assert label.start() == max(0, january) * each


def test_the_first_year_stands_at_the_start() -> None:
    """The year in which the scale begins is named where there is room before the next."""
    assert plain(axis(Scale("month", ordinal(date(2016, 2, 1), "month"), 64), 1, 66)).startswith(
        "2016 ──────2017 "
    )
    assert plain(axis(Scale("month", ordinal(date(2016, 11, 1), "month"), 20), 1, 20)).startswith(
        "──2017 ───────"
    )


def test_the_end_of_time_has_an_axis() -> None:
    """The last week of the calendar can be drawn."""
    within = Scale("week", ordinal(date.max, "week") - 9, 10)
    assert cells(axis(within, 1, 10)) == 10


def test_a_year_that_begins_the_scale_comes_before_the_next() -> None:
    """Where the first bin is a January its year is named, and the next one that has room."""
    quarters = Scale("quarter", ordinal(date(2010, 1, 1), "quarter"), 60)
    assert plain(axis(quarters, 1, 66)).startswith("2010 ───2012 ───2014 ")
