"""The brush on the bars of When: a cursor, and an anchor from which it stretches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from store.days import Interval, overlaps
from store.units import Unit, bounds, ordinal, spelled

if TYPE_CHECKING:
    from tui.skyline import Histogram, Scale, State

PAGES: Final[dict[Unit, int]] = {"day": 7, "week": 4, "month": 12, "quarter": 4, "year": 10}
"""So many bars make a page: a week of days, a year of months."""


class Brush(NamedTuple):
    """Where the cursor and the anchor stand, as numbers of a unit of time."""

    unit: Unit
    cursor: int
    anchor: int | None = None

    @property
    def first(self) -> int:
        """The first bar that is brushed."""
        return self.cursor if self.anchor is None else min(self.cursor, self.anchor)

    @property
    def last(self) -> int:
        """The last bar that is brushed."""
        return self.cursor if self.anchor is None else max(self.cursor, self.anchor)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that are brushed."""
        return bounds(self.first, self.unit)[0], bounds(self.last, self.unit)[1]

    @property
    def value(self) -> str:
        """What is brushed, as a value of `date:`."""
        return spelled(self.first, self.last, self.unit)

    def moved(self, by: int) -> Brush:
        """Return the brush with the cursor so many bars on."""
        return self._replace(cursor=self.cursor + by)

    def slid(self, by: int, bars: Histogram) -> Brush:
        """Return the brush moved on by its own width, unless nothing of it would lie on the bars."""
        moved = by * (self.last - self.first + 1)
        if self.anchor is None or self.first + moved > bars.last or self.last + moved < bars.first:
            return self
        return Brush(self.unit, self.cursor + moved, self.anchor + moved).within(bars)

    def anchored(self) -> Brush:
        """Return the brush with its anchor dropped where the cursor is, or let go if it had one."""
        return self._replace(anchor=self.cursor if self.anchor is None else None)

    def let_go(self) -> Brush:
        """Return the brush without an anchor."""
        return self._replace(anchor=None)

    def within(self, bars: Histogram) -> Brush:
        """Return the brush with both ends on the bars there are."""
        ends = (None if n is None else min(max(n, bars.first), bars.last) for n in (self.anchor, self.cursor))
        anchor, cursor = ends
        return Brush(self.unit, self.cursor if cursor is None else cursor, anchor)

    def on(self, bars: Histogram) -> Brush:
        """Return the brush on bars of another unit: over the same days, or on the first text among them."""
        if bars.unit == self.unit:
            return self.within(bars)
        first, last = (ordinal(day, bars.unit) for day in self.days)
        if self.anchor is None:
            nearest = bisect_left(bars.numbers, first)
            has_texts = nearest < len(bars.numbers) and bars.numbers[nearest] <= last
            return Brush(bars.unit, bars.numbers[nearest] if has_texts else first).within(bars)
        ends = (last, first) if self.cursor >= self.anchor else (first, last)
        return Brush(bars.unit, *ends).within(bars)


def states(scale: Scale, brush: Brush | None, windows: Sequence[Interval] | None) -> list[State]:
    """Return how each bin is drawn: what is brushed stands out, else the dates in force and the cursor.

    Args:
        windows: The days of the dates in force; None if no date filters.
    """
    numbers = range(scale.first, scale.first + scale.bins)
    if brush and brush.anchor is not None:
        return ["brushed" if brush.first <= number <= brush.last else "outside" for number in numbers]
    found: list[State] = ["plain"] * scale.bins
    if windows is not None:
        in_force = [any(overlaps(bounds(n, scale.unit), days) for days in windows) for n in numbers]
        found = ["plain" if is_in else "outside" for is_in in in_force]
    if brush and brush.cursor in numbers:
        found[brush.cursor - scale.first] = "brushed"
    return found
