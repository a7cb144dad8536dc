"""Skyline: bars in proportion, gaps as gaps, exact and inferred apart, years never cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive.hits import Bin
from store.units import UNITS, Unit, bounds, ordinal
from tests.tui.samples import plain
from tui.lines import cells
from tui.skyline import Histogram, Scale, State, bars, fitting

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
units = st.sampled_from(UNITS)
counts = st.lists(st.tuples(st.integers(0, 10**5), st.integers(0, 10**5)), min_size=1, max_size=40)
spans = st.lists(days, min_size=1, max_size=12)
EIGHTHS = " ▁▂▃▄▅▆▇█"


def counting(*found: date) -> Callable[[Unit], Histogram]:
    """Return what counts days by any unit: one exact and two inferred texts on each."""

    def ask(unit: Unit) -> Histogram:
        """Count by one unit."""
        counts = Counter(ordinal(day, unit) for day in found)
        return Histogram(unit, [Bin(bounds(n, unit)[0], counts[n], 2 * counts[n]) for n in sorted(counts)])

    return ask


@given(spans, st.integers(5, 70))
def test_the_unit_that_fits_shows_every_text(found: list[date], most: int) -> None:
    """All days have their bin in at most as many bins as asked, unless not even the years have room."""
    ask = counting(*found)
    chosen = ask(fitting(ask, most))
    assert chosen.span <= most or (chosen.unit == "year" and max(found).year - min(found).year >= most)
    finer = UNITS[: UNITS.index(chosen.unit)]
    assert all(ask(unit).span > most for unit in finer)


@pytest.mark.parametrize(
    ("first", "last", "unit", "bins"),
    [
        ("2021-05-18", "2021-05-18", "day", 1),
        ("2021-05-01", "2021-06-30", "day", 61),
        ("2021-01-01", "2021-12-31", "week", 53),
        ("2016-02-26", "2021-05-18", "month", 64),
        ("2010-01-01", "2021-12-31", "quarter", 48),
        ("1990-01-01", "2021-12-31", "year", 32),
        ("1900-01-01", "2021-12-31", "year", 122),
        ("9999-12-31", "9999-12-31", "day", 1),
    ],
)
def test_the_finest_unit_that_fits(first: str, last: str, unit: Unit, bins: int) -> None:
    """66 bins show days, weeks, months, quarters or years, the finest that fits; else years."""
    ask = counting(date.fromisoformat(first), date.fromisoformat(last))
    assert (fitting(ask, 66), ask(unit).span) == (unit, bins)


def test_days_are_not_asked_for_where_they_cannot_fit() -> None:
    """Ten years of texts are counted by year, month and quarter, and never by day."""
    asked: list[Unit] = []
    ask = counting(date(2010, 1, 1), date(2020, 1, 1))

    def counted(unit: Unit) -> Histogram:
        """Note what was asked."""
        asked.append(unit)
        return ask(unit)

    fitting(counted, 66)
    assert {"day", "week"}.isdisjoint(asked)


@given(spans, units, st.data())
def test_a_run_of_bins_counts_what_lies_in_it(found: list[date], unit: Unit, data: st.DataObject) -> None:
    """The counts of any run of bins are those of the days within it, exact and inferred apart."""
    bins = counting(*found)(unit)
    ends = sorted(data.draw(st.tuples(*[st.integers(bins.first - 3, bins.last + 3)] * 2)))
    inside = sum(ends[0] <= ordinal(day, unit) <= ends[1] for day in found)
    assert bins.count(*ends) == (inside, 2 * inside)


@given(days, units)
def test_january_begins_its_year(day: date, unit: Unit) -> None:
    """The bin of a year's January holds its first day."""
    within = Scale(unit, ordinal(day, unit), 1)
    assert within.january(day.year) <= within.at(day)


def test_gaps_are_bins_without_texts() -> None:
    """Months without texts stay on the scale; what lies outside it is left out."""
    within = Scale("month", ordinal(date(2021, 1, 5), "month"), 4)
    found = [
        Bin(date(year, month, 1), 2, month) for year, month in [(2019, 9), (2021, 1), (2021, 4), (2030, 1)]
    ]
    assert Histogram("month", found).heights(within) == [(2, 1), (0, 0), (0, 0), (2, 4)]


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
    assert (line[0][0][0], line[0][1]) == (glyph, ink)


@pytest.mark.parametrize(("one", "glyph"), [((8, 0), "█"), ((0, 8), "▒"), ((4, 4), "▄"), ((0, 1), "▒")])
def test_without_colour_inferred_is_hatched(one: tuple[int, int], glyph: str) -> None:
    """Where there is no colour, what is inferred only is told apart by its hatching."""
    (line,) = bars([one, (8, 0)], 1, 1, plain=True)
    assert line[0][0][0] == glyph


@pytest.mark.parametrize(
    ("state", "inks"),
    [
        ("plain", ["bar", "both", "barinf"]),
        ("brushed", ["accent", "brushed", "accent2"]),
        ("outside", ["rule", "rule", "rule"]),
    ],
)
def test_what_is_brushed_stands_out(state: State, inks: list[str]) -> None:
    """Brushed bins are in accent, inferred dates apart; those outside keep their height in rule ink."""
    found = [(8, 0), (4, 4), (0, 8)]
    drawn = [bars([one], 1, 1, plain=False, states=[state])[0][0] for one in found]
    assert [ink for _, ink in drawn] == inks
    if state == "outside":
        assert {text for text, _ in drawn} == {"█"}
