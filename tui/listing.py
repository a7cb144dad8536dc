"""Listing: a panel with a cursor that goes from row to row, and rows that can be selected."""

from __future__ import annotations

from textual.message import Message

from tui.keys import bindings
from tui.panel import Panel
from tui.selection import Selection


class Listing(Panel):
    """A panel of rows, one of them under the cursor."""

    BINDINGS = bindings("panel")

    class Refused(Message):
        """A key that does nothing here was pressed."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    cursor = 0
    """Number of the row under the cursor."""

    @property
    def length(self) -> int:
        """How many rows the cursor can stand on."""
        raise NotImplementedError

    def on_page(self) -> int:
        """Return how many rows a page key passes."""
        return max(1, self.room - 1)

    def moved(self, before: int) -> None:
        """Paint and tell what the cursor's new place means."""
        raise NotImplementedError

    def go(self, row: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        row = max(0, min(row, self.length - 1))
        if row != self.cursor and self.length:
            before, self.cursor = self.cursor, row
            self.moved(before)

    def stand_on(self, item: int) -> None:
        """Go to a row."""
        self.go(item)

    def scroll_lines(self, by: int) -> None:
        """Go to the next or previous row, as the rows follow the cursor."""
        self.action_step(1 if by > 0 else -1)

    def action_step(self, by: int) -> None:
        """Go to the next or previous row."""
        self.go(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Go one page on or back."""
        self.go(self.cursor + by * self.on_page())

    def action_half(self, by: int) -> None:
        """Go half a page on or back."""
        self.go(self.cursor + by * max(1, self.on_page() // 2))

    def action_top(self) -> None:
        """Go to the first row."""
        self.go(0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.go(self.length - 1)


class Choosing(Listing):
    """A listing of which some rows are selected for what comes next."""

    class Selected(Message):
        """Other rows are selected."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.selection = Selection()

    @property
    def chosen(self) -> int:
        """How many rows are selected."""
        return self.selection.count(self.cursor)

    def is_chosen(self, row: int) -> bool:
        """Tell whether a row is selected."""
        return self.selection.has(row, self.cursor)

    def repaint(self) -> None:
        """Set every row on the screen anew."""
        raise NotImplementedError

    def action_select(self) -> None:
        """Select the row under the cursor, or no longer."""
        if self.length:
            self.selection.toggle(self.cursor, self.cursor)
            self._reselect()

    def action_select_all(self) -> None:
        """Select every row."""
        self.selection.take(self.length)
        self._reselect()

    def action_select_range(self) -> None:
        """Begin a range of rows at the cursor, or end it there."""
        if self.selection.anchor is not None:
            self.selection.hold(self.cursor)
        elif self.length:
            self.selection.anchor = self.cursor
        self._reselect()

    def action_select_none(self) -> None:
        """Select nothing."""
        self.selection.clear()
        self._reselect()

    def _reselect(self) -> None:
        self.repaint()
        self.post_message(self.Selected())
