"""When: the texts found over time, one bar a day, week, month, quarter or year, and a brush over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.message import Message

from store.archive.hits import Bin, Tally
from store.days import Interval
from store.units import UNITS, Unit, bounds, ordinal
from tui.axis import axis, marked
from tui.brush import PAGES, Brush, states
from tui.keys import bindings
from tui.lines import Line, cells, line
from tui.panel import Panel
from tui.readout import WAYS, brushed, found
from tui.skyline import Histogram, Histograms, Scale, bars, fitting
from tui.wording import compact

_LEFT: Final = 12
"""Cells before the skyline, where its name and scale stand."""

_BINS: Final = 66
"""The most bins there are."""

_READOUT: Final = 14
"""Free cells from which the numbers stand at the right."""


class When(Panel):
    """The band above the columns, panel 4."""

    NUMBER = "4"
    NAME = "When"
    BINDINGS: ClassVar[list[BindingType]] = bindings("when")

    plain = False
    """Whether there is no colour, so that inferred dates are hatched."""

    class Brushed(Message):
        """The cursor or the brush is somewhere else."""

    class Applied(Message):
        """The period brushed shall be the date filter."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    class Kept(Message):
        """The period applied shall stay, and its texts be read."""

    class Restored(Message):
        """Nothing is brushed that could be let go, so the filter shall be as it was."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.tally: Tally | None = None
        self.windows: Sequence[Interval] | None = None
        self.brush: Brush | None = None
        self.applied = False
        """Whether the last thing done here was to apply what is brushed."""
        self._is_here = self._ran_out = False
        self.histogram = Histograms()
        """The texts by any unit, also those outside of the dates in force."""
        self._wanted: Unit | None = None
        self._top: int | None = None
        self._bars: list[Line] = []
        self._axis: Line = ()
        self._scale: Scale | None = None
        self._most = 0

    def span(
        self, tally: Tally, ask: Callable[[Unit], tuple[Bin, ...]], windows: Sequence[Interval] | None
    ) -> None:
        """Show the texts of an answer.

        Args:
            ask: Gives the bins of one unit, also those outside of the dates in force.
            windows: The days of the dates in force; None if no date filters.
        """
        self.tally, self.windows = tally, windows
        self.histogram.renew(ask)
        if not self.histogram("year").found:
            self._ran_out, self.brush, self.applied = self.brush is not None or self._ran_out, None, False
        elif self._ran_out and self._is_here:
            self.begin()
        self.draw()

    def begin(self, *, applied: bool = False) -> None:
        """Set the cursor to where the dates in force begin, else to the first bar.

        Args:
            applied: Whether these dates were chosen here.
        """
        self.brush, self._top, self.applied, self._ran_out = None, None, applied, False
        if reach := self.reach:
            found = self._by_unit()
            start = max(reach[0], self.windows[0][0]) if self.windows else reach[0]
            self.brush = Brush(found.unit, ordinal(start, found.unit)).within(found)
        self.draw()

    def end(self) -> None:
        """Forget what was brushed."""
        self.brush = None

    def on_resize(self) -> None:
        """Draw for the new size."""
        self.draw()

    def on_focus(self) -> None:
        """Show the brush."""
        self._is_here = True
        self.draw()

    def on_blur(self) -> None:
        """Show the dates in force again."""
        self._is_here = self._ran_out = False
        self.draw()

    async def on_click(self, event: events.Click) -> None:
        """Go to the bar that was clicked."""
        if self._scale and event.x >= _LEFT:
            at = min((event.x - _LEFT) // self.each, self._scale.bins - 1)
            brush = self.brush or Brush(self._scale.unit, self._scale.first)
            self._brush_to(brush._replace(cursor=self._scale.first + at))

    @property
    def each(self) -> int:
        """Cells a bar."""
        return 2 if self._width >= 160 else 1

    @property
    def _width(self) -> int:
        """Cells from edge to edge; a band that is not on the page will have the whole width, too."""
        return self.size.width or self.app.size.width

    @property
    def _room(self) -> int:
        """How many bars there is room for."""
        return min(_BINS, (self._width - _LEFT - 2) // self.each)

    def _by_unit(self) -> Histogram:
        """Return the texts by the unit that was chosen, else by the finest that fits."""
        return self.histogram(self._wanted or fitting(self.histogram, self._room))

    @property
    def reach(self) -> Interval | None:
        """The days from the first bar to the last; None if no text has a date."""
        if not self.histogram("year").found:
            return None
        found = self._by_unit()
        return bounds(found.first, found.unit)[0], bounds(found.last, found.unit)[1]

    def hatch(self, on: bool) -> None:
        """Draw inferred dates hatched, where colours do not tell them apart, or in their own ink."""
        if on != self.plain:
            self.plain = on
            self.draw()

    def draw(self) -> None:
        """Draw the bars, the axis and what is chosen on it."""
        self._bars, self._axis, self._scale = [], (), None
        rows, room = self.size.height - 1, self._room
        if rows > 0 and room > 4 and self.histogram("year").found:
            bins = self._by_unit()
            self.brush = self.brush and self.brush.on(bins)
            self._scale = self._window(bins, room)
            counts = bins.heights(self._scale)
            chosen = self._scale, self._shown_on(bins), self.windows
            self._most = max(exact + inferred for exact, inferred in counts)
            self._bars = bars(counts, rows, self.each, self.plain, states(*chosen))
            more = bins.first < self._scale.first, bins.last >= self._scale.first + self._scale.bins
            self._axis = axis(self._scale, self.each, room * self.each, marked(*chosen), more)
        self.refresh()

    def _shown_on(self, bins: Histogram) -> Brush | None:
        """Return the brush while the keyboard is here; what was applied is shown as if still brushed."""
        if not self._is_here:
            return None
        if self.applied and self.windows:
            first, last = (ordinal(day, bins.unit) for day in self.windows[0])
            return Brush(bins.unit, last, first)
        return self.brush

    def _window(self, bins: Histogram, room: int) -> Scale:
        """Return the scale of all bins, or of those around the cursor where there is no room for all."""
        if bins.span <= room:
            return Scale(bins.unit, bins.first, bins.span)
        cursor = self.brush.cursor if self.brush else bins.last
        if self._top is None or not self._top <= cursor < self._top + room:
            self._top = cursor - room // 2
        self._top = min(max(self._top, bins.first), bins.last - room + 1)
        return Scale(bins.unit, self._top, room)

    @property
    def is_brushed(self) -> bool:
        """Whether there is an anchor from which the brush stretches."""
        return self.brush is not None and self.brush.anchor is not None

    def _brush_to(self, brush: Brush) -> None:
        """Move the brush, as far as there are bars."""
        self.brush, self.applied = brush.within(self.histogram(brush.unit)), False
        self.draw()
        self.post_message(self.Brushed())

    def action_bar(self, by: int) -> None:
        """Go to the next or the previous bar."""
        if self.brush:
            self._brush_to(self.brush.moved(by))

    def action_bars(self, by: int) -> None:
        """Go one page of bars on or back."""
        if self.brush:
            self._brush_to(self.brush.moved(by * PAGES[self.brush.unit]))

    def action_end(self, side: int) -> None:
        """Go to the first or the last bar."""
        if self.brush:
            found = self.histogram(self.brush.unit)
            self._brush_to(self.brush._replace(cursor=found.first if side < 0 else found.last))

    def action_scale(self, by: int) -> None:
        """Show coarser or finer bars."""
        if self.brush and 0 <= (at := UNITS.index(self.brush.unit) + by) < len(UNITS):
            self._wanted, self._top = UNITS[at], None
            self._brush_to(self.brush.on(self.histogram(UNITS[at])))

    def action_anchor(self) -> None:
        """Drop the anchor, from which the brush stretches, or let the brush go."""
        if self.brush:
            self._brush_to(self.brush.anchored())

    def action_apply(self) -> None:
        """Make what is brushed the date filter; what is applied already is kept."""
        if self.brush and not self.applied:
            value = self.brush.value
            self.brush, self.applied = self.brush.let_go(), True
            self.post_message(self.Applied(value))
        else:
            self.post_message(self.Kept())

    def action_let_go(self) -> None:
        """Let the brush go; where there is none, have the filter as it was."""
        if self.brush and self.is_brushed:
            self._brush_to(self.brush.let_go())
        else:
            self.post_message(self.Restored())

    def slide(self, by: int) -> None:
        """Move the brush on or back by its own width."""
        if self.brush:
            self._brush_to(self.brush.slid(by, self.histogram(self.brush.unit)))

    def chosen(self) -> Line:
        """Return both ends of what the cursor or the brush is on, and then how many texts it holds."""
        return brushed(self.brush, self.histogram(self.brush.unit)) if self.brush else ()

    @property
    def tells_itself(self) -> bool:
        """Whether there is room beside the bars to say what is brushed."""
        return self.size.height > 2 and self._free >= max(
            cells((part,)) for part in self.chosen()[:2] or [("", "")]
        )

    @property
    def _free(self) -> int:
        """Cells for the numbers at the right."""
        return self.size.width - _LEFT - cells(self._axis) - 4 if self._axis else 0

    def line_at(self, y: int) -> Line:
        """Return one row: what is counted, the bars or the axis, the numbers."""
        left = self._left(y)
        middle = self._axis if y == self.size.height - 1 else (self._bars[y] if y < len(self._bars) else ())
        row = line(*left, (" " * (_LEFT - cells(left)), "text"), *middle)
        told = self._readout(y) if self._free >= _READOUT - 1 else ()
        before = _LEFT + cells(self._axis) + 3
        return line(*row, (" " * (before - cells(row)), "text"), *told) if told else row

    def _left(self, y: int) -> Line:
        if y == 0:
            number, name = ("number", "bold") if self._is_here else ("faint", "muted")
            return line((f" {self.NUMBER}", number), (f" {self.NAME}", name))
        if self._scale is None:
            return line(("   no dates" if y == 1 else "", "faint"))
        told = {1: f"   {self._scale.unit}s", 2: f"   max {compact(self._most)}"}
        return line((told.get(y, ""), "faint"))

    def _readout(self, y: int) -> Line:
        """Return what stands at the right: what is brushed here, else what was found."""
        if self._is_here and not self.applied and (chosen := self.chosen()):
            told: Line = {0: chosen[:1], 1: chosen[1:], 2: WAYS}.get(y, ())
            return told if cells(told) <= self._free else ()
        return found(self.tally, y, self._free, slides=bool(self.windows)) if self.tally else ()
