"""When: the texts found over time, one bar a day, week, month, quarter or year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.archive.hits import Bin, Tally
from tui.lines import Line, cells, line
from tui.panel import Painted
from tui.skyline import Scale, Unit, axis, bars, heights, scale
from tui.wording import compact, count, month_year

_LEFT = 12
"""Cells before the skyline, where its name and scale stand."""

_BINS = 66
"""The most bins there are."""

_READOUT = 14
"""Free cells from which the numbers stand at the right."""


class When(Painted):
    """The band above the columns."""

    plain = False
    """Whether there is no colour, so that inferred dates are hatched."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.tally: Tally | None = None
        self._ask: Callable[[Unit], tuple[Bin, ...]] = lambda unit: ()
        self._bars: list[Line] = []
        self._axis: Line = ()
        self._scale: Scale | None = None
        self._most = 0

    def span(self, tally: Tally, ask: Callable[[Unit], tuple[Bin, ...]]) -> None:
        """Show the texts of an answer.

        Args:
            ask: Gives the bins of one unit.
        """
        self.tally, self._ask = tally, ask
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._draw()

    @property
    def each(self) -> int:
        """Cells a bar."""
        return 2 if self.size.width >= 160 else 1

    def _draw(self) -> None:
        rows, tally = self.size.height - 1, self.tally
        bins = min(_BINS, (self.size.width - _LEFT - 2) // self.each)
        self._bars, self._axis, self._scale = [], (), None
        if tally and tally.earliest and tally.latest and rows > 0 and bins > 4:
            self._scale = scale(*self._days(tally.earliest, tally.latest, bins), bins)
            counts = heights(self._ask(self._scale.unit), self._scale)
            self._most = max((exact + inferred for exact, inferred in counts), default=0)
            self._bars = bars(counts, rows, self.each, self.plain)
            self._axis = axis(self._scale, self.each, bins * self.each)
        self.refresh()

    def _days(self, earliest: date, latest: date, bins: int) -> tuple[date, date]:
        """Return the first and last day that have a bar, which may lie within what the texts may be about."""
        coarse = self._ask("year")
        if not coarse:
            return earliest, latest
        first, last = max(earliest, coarse[0].start), latest
        return (first, last) if first <= last else (earliest, latest)

    def line_at(self, y: int) -> Line:
        """Return one row: what is counted, the bars or the axis, the numbers."""
        left = self._left(y)
        middle = self._axis if y == self.size.height - 1 else (self._bars[y] if y < len(self._bars) else ())
        row = line((f" {left:<{_LEFT - 1}}", "muted" if y == 0 else "faint"), *middle)
        width = _LEFT + (cells(self._axis) if self._axis else 0)
        if self.size.width - width >= _READOUT + 3 and self._axis:
            row = line(
                *row, (" " * (width + 3 - cells(row)), "text"), *self._readout(y, self.size.width - width - 4)
            )
        return row

    def _left(self, y: int) -> str:
        if y == 0:
            return "When"
        if self._scale is None:
            return "no dates" if y == 1 else ""
        return {1: f"{self._scale.unit}s", 2: f"max {compact(self._most)}"}.get(y, "")

    def _readout(self, y: int, room: int) -> Line:
        """Return what is counted, as far as whole numbers fit."""
        tally = self.tally
        if tally is None or not (tally.earliest and tally.latest):
            return ()
        told: Line = ()
        if y == 0:
            told = line((count(tally.shown, "text"), "text"))
            first, last = month_year(tally.earliest), month_year(tally.latest)
            whole = line(*told, (f"  {first if first == last else f'{first} – {last}'}", "muted"))
            told = whole if cells(whole) <= room else told
        elif y == 1 and tally.inferred:
            told = line((f"{count(tally.inferred, 'date')} inferred", "muted"), ("~", "warn"))
        elif y == 2 and tally.undated:
            told = line((f"{tally.undated:,} without a date", "muted"))
        return told if cells(told) <= room else ()
