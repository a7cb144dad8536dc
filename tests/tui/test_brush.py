"""The brush: it never leaves the bars, and what it means stays when the bars become finer or coarser."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.archive.hits import Bin
from store.periods import resolve
from store.units import UNITS, Unit, bounds, ordinal
from tests.strategies import TODAY
from tui.brush import Brush
from tui.skyline import Histogram

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
spans = st.lists(days, min_size=1, max_size=8)
units = st.sampled_from(UNITS)


def counted(found: list[date], unit: Unit) -> Histogram:
    """Return one text on each of some days, by a unit."""
    counts = Counter(ordinal(day, unit) for day in found)
    return Histogram(unit, [Bin(bounds(n, unit)[0], counts[n], 0) for n in sorted(counts)])


@given(spans, units, st.integers(-9999, 9999), st.integers(-9999, 9999))
def test_it_stays_on_the_bars(found: list[date], unit: Unit, by: int, more: int) -> None:
    """However far the cursor is sent, before or after the anchor was dropped, both ends are bars."""
    bars = counted(found, unit)
    brush = Brush(unit, bars.first).moved(by).within(bars).anchored().moved(more).within(bars)
    assert bars.first <= brush.first <= brush.last <= bars.last
    assert {brush.first, brush.last} == {brush.cursor, brush.anchor}


@given(spans, units, st.data())
def test_its_value_is_its_days(found: list[date], unit: Unit, data: st.DataObject) -> None:
    """What the brush filters by are the days from its first bar to its last."""
    bars = counted(found, unit)
    ends = data.draw(st.tuples(*[st.integers(bars.first, bars.last)] * 2))
    brush = Brush(unit, *ends)
    assert resolve("date", brush.value, TODAY) == brush.days


@given(spans, units, units, st.data())
def test_finer_and_coarser_bars_hold_what_was_brushed(
    found: list[date], unit: Unit, other: Unit, data: st.DataObject
) -> None:
    """In another unit the brush holds the same texts and more only where whole bars reach further."""
    bars, others = counted(found, unit), counted(found, other)
    ends = data.draw(st.tuples(*[st.integers(bars.first, bars.last)] * 2))
    brush, changed = Brush(unit, *ends), Brush(unit, *ends).on(others)
    assert others.first <= changed.first <= changed.last <= others.last
    held = [day for day in found if brush.days[0] <= day <= brush.days[1]]
    assert all(changed.days[0] <= day <= changed.days[1] for day in held)
    assert (brush.cursor >= ends[1]) == (
        changed.cursor >= (changed.anchor or 0)
    ) or changed.first == changed.last


@given(spans, units, units, st.data())
def test_a_cursor_finds_a_text_among_finer_bars(
    found: list[date], unit: Unit, finer: Unit, data: st.DataObject
) -> None:
    """Where the bar under the cursor has texts, the cursor is on the first of them in another unit."""
    bars, others = counted(found, unit), counted(found, finer)
    number = data.draw(st.sampled_from(bars.numbers))
    changed = Brush(unit, number).on(others)
    assert changed.anchor is None
    assert changed.cursor in others.numbers


@given(spans, units, st.data(), st.sampled_from([-1, 1]))
def test_it_slides_by_its_width_or_stays(found: list[date], unit: Unit, data: st.DataObject, by: int) -> None:
    """A brush slides next to where it was, cut off at the last bar, and stays where no bar is left."""
    bars = counted(found, unit)
    ends = data.draw(st.tuples(*[st.integers(bars.first, bars.last)] * 2))
    brush, slid = Brush(unit, *ends), Brush(unit, *ends).slid(by, bars)
    assert bars.first <= slid.first <= slid.last <= bars.last
    if slid != brush:
        touching = slid.first == brush.last + 1 if by > 0 else slid.last == brush.first - 1
        assert touching
    assert Brush(unit, ends[0]).slid(by, bars) == Brush(unit, ends[0])
