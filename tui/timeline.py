"""Timeline: the texts found, newest first, under their years; zoomed, a table."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from textual.geometry import Size
from textual.message import Message

from store.archive.hits import Row
from tui.found import Hits
from tui.keys import bindings
from tui.lines import Line, line, overlaid
from tui.listing import Choosing
from tui.views import heading_cell, heading_line, row_lines, table_line
from tui.wording import ORDERS

_WINDOW = 64
"""Rows asked for at once."""

_HEAD = 22
"""Cells of the head beside what stands at its right end."""

_REMEMBERED = 1024
"""Rows kept before they are asked for again."""


class _Placed(NamedTuple):
    content: Line
    row: int | None


class Timeline(Choosing):
    """The list of texts, with a cursor that moves two rows of paint and nothing else."""

    NUMBER = "1"
    NAME = "Timeline"
    BINDINGS = bindings("panel", "timeline")

    order = "-date"
    """The order that the query names."""

    airy = True
    """Whether there is room for blank rows and two lines of headline."""

    class Moved(Message):
        """The cursor stands on another text."""

        def __init__(self, article: str) -> None:
            super().__init__()
            self.article = article

    class Opened(Message):
        """A text was chosen for reading."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.hits = Hits()
        self.table = False
        self._rows: dict[int, Row] = {}
        self._starts: list[int] = []
        self._placed: list[_Placed] = []
        self._named: Callable[[int], str] | None = None
        self._blocks: dict[tuple[int, int | None, bool, bool, bool], list[_Placed]] = {}

    def fill(self, hits: Hits, cursor: int) -> None:
        """Show other hits, none of them selected, with the cursor on a row that the Desk has found again."""
        self.hits = hits
        self.selection.clear()
        self._rows.clear()
        self._blocks.clear()
        self._starts = list(accumulate((group.count for group in hits.groups), initial=0))
        self.cursor = max(0, min(cursor, hits.total - 1))
        self.settle()

    def lay_out(self) -> None:
        """Arrange the rows for other hits, another size or another dress, the cursor's in sight."""
        self._blocks.clear()
        self.top = max(0, min(self.top, self.hits.total - 1))
        self._arrange()
        self._reveal(self.cursor)
        self._fill_up()

    def reread(self) -> None:
        """Show the marks that rows have now; each stays where it is, whatever the query says."""
        self._rows.clear()
        self.repaint()

    def repaint(self) -> None:
        """Set every row on the screen anew."""
        self._blocks.clear()
        self._arrange()
        self.refresh()

    @property
    def length(self) -> int:
        """How many texts there are."""
        return self.hits.total

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._row(self.cursor) if self.hits.total else None

    def position(self) -> str:
        """Return `1/22`."""
        if not self.hits.total:
            return "0"
        order = f" · {ORDERS[self.order]}" if self.table else ""
        place = f"{self.cursor + 1:,}/{self.hits.total:,}{order}"
        if chosen := self.chosen:
            told = f"{chosen:,} selected"
            room = self.size.width - _HEAD - len(told)
            return f"{told} · {place}" if len(place) < room else told if room > -5 else f"■ {chosen:,}"
        return place

    def content_at(self, y: int) -> Line:
        """Return one line of a row, with the bar on the cursor's."""
        if not self.hits.total:
            return line(("   No texts", "faint")) if y == 1 - self.gap else ()
        if y >= len(self._placed):
            return ()
        placed = self._placed[y]
        return self.barred(placed.content, placed.row == self.cursor)

    def _row(self, index: int) -> Row:
        if index not in self._rows:
            if len(self._rows) >= _REMEMBERED:
                self._rows.clear()
                self._blocks.clear()
            start = max(0, index - _WINDOW // 2)
            self._rows.update(enumerate(self.hits.fetch(start, _WINDOW), start))
        return self._rows[index]

    def _block(self, index: int, most: int | None, first: bool) -> list[_Placed]:
        """Return the lines of one row; a step of the cursor asks anew only for the two it changes."""
        key = (index, most, first, index == self.cursor, self.is_chosen(index))
        if key not in self._blocks:
            self._blocks[key] = self._set_block(index, most, first)
        return self._blocks[key]

    def _set_block(self, index: int, most: int | None, first: bool) -> list[_Placed]:
        """Set the lines of one row, below its heading where another begins."""
        columns = self.size.width - 2
        group = bisect_right(self._starts, index) - 1
        begins = self._starts[group] == index
        heading = self.hits.groups[group]
        row, here, chosen = self._row(index), index == self.cursor, self.is_chosen(index)
        if self.table:
            repeated = not begins and not first and self._row(index - 1).date == row.date
            head = heading_cell(heading, row, shown=begins or first)
            return [_Placed(table_line(row, columns, here, head, repeated, chosen), index)]
        placed = []
        if (begins or first) and self.room > 1:
            if not first and (self.airy or most is None):
                placed.append(_Placed((), None))
            placed.append(_Placed(heading_line(heading, columns), None))
        elif self.airy and self.size.width >= 46 and self.size.height >= 36:
            placed.append(_Placed((), None))
        lines = row_lines(row, columns, most, here, chosen, dated=heading.name is not None)
        return placed + [_Placed(content, index) for content in lines]

    def _arrange(self) -> None:
        """Lay out the rows from the top one down, headlines in full if every text fits."""
        if self.size != self._laid_out_for:  # hidden until now, or until later
            self._laid_out_for = self.size
            self._blocks.clear()
            self._painted.clear()
        if 0 < self.hits.total <= self.room:
            every = self._lay(0, None)
            if len(every) <= self.room:
                self.top, self._placed = 0, every
                return
        self._placed = self._lay(self.top, 2 if self.airy else 1)

    def _lay(self, top: int, most: int | None) -> list[_Placed]:
        placed: list[_Placed] = []
        index = top
        while index < self.hits.total and len(placed) <= self.room:
            placed += self._block(index, most, index == top)
            index += 1
        return placed

    def _span(self, index: int) -> range:
        """Return the lines of a row on the screen, cut rows included."""
        ys = [y for y, placed in enumerate(self._placed) if placed.row == index]
        return range(ys[0], ys[-1] + 1) if ys else range(0)

    def _whole(self, index: int) -> bool:
        span = self._span(index)
        return bool(span) and (span.stop <= self.room or index == self.top)

    def _reveal(self, index: int) -> None:
        """Bring a row onto the screen, a third of a page further than needed."""
        if not self.hits.total or self._whole(index):
            return
        third = max(1, self.on_page() // 3)
        self.top = max(0, index - third if index < self.top else index - self.on_page() + third)
        self._arrange()
        while not self._whole(index):
            self.top += 1
            self._arrange()
        self._fill_up()

    def _fill_up(self) -> None:
        """Scroll back while the last row stays whole, so that no row is hidden above blank lines."""
        last = self.hits.total - 1
        while self.top and self._whole(last):
            self.top -= 1
            self._arrange()
            if not self._whole(last):
                self.top += 1
                self._arrange()
                return

    def on_page(self) -> int:
        """Return how many whole rows are on the screen; at least one."""
        rows = {placed.row for placed in self._placed[: self.room] if placed.row is not None}
        return max(1, len(rows) - (not self._whole(max(rows, default=0))))

    def moved(self, before: int) -> None:
        """Paint as little as possible, and name the text under the cursor."""
        top = self.top
        self._arrange()
        self._reveal(self.cursor)
        if self.top != top or self.selection.anchor is not None:
            self.refresh()
        else:
            for row in (before, self.cursor):
                span = self._span(row)
                self.repaint_rows(span.start, len(span))
        moved = self.Moved(self._row(self.cursor).id)
        self.screen.post_message(moved)  # each stop on the way there would come before the paint

    def action_choose(self) -> None:
        """Open the text under the cursor."""
        if self.hits.total:
            self.post_message(self.Opened())

    def spots(self) -> list[tuple[int, int, int | None]]:
        """Return the head and the first line of each text on the screen."""
        rows = [(y, self._first_of(y)) for y in range(1 + self.gap, self.size.height)]
        return [*super().spots(), *((y, 0, row) for y, row in rows if row is not None)]

    def _first_of(self, y: int) -> int | None:
        """Return the text whose first line stands on a row of the panel."""
        at = y - 1 - self.gap
        if not 0 <= at < len(self._placed):
            return None
        row = self._placed[at].row
        return row if at == 0 or self._placed[at - 1].row != row else None

    def return_to(self, row: int, top: int) -> None:
        """Put the cursor and the first row on the screen where they were, perhaps behind a layer."""
        self.cursor, self.top = row, top
        self._laid_out_for = Size(0, 0)
        self.refresh()

    def label_rows(self, name: Callable[[int], str] | None) -> None:
        """Put a label before each text, wherever it is scrolled to, or take the labels off."""
        if name or self._named:
            self._named = name
            self.refresh()

    def labelled(self, y: int) -> Line:
        """Return a row with the labels that lie over it."""
        content, row = super().labelled(y), self._first_of(y) if self._named else None
        if row is None or not self._named:
            return content
        return overlaid(content, 0, (self._named(row), "label"))

    def item_at(self, x: int, y: int) -> int | None:
        """Return the text on a row of the content."""
        return self._placed[y].row if y < len(self._placed) else None
