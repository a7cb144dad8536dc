"""Listing: a panel with a cursor that goes from row to row."""

from __future__ import annotations

from tui.keys import bindings
from tui.panel import Panel


class Listing(Panel):
    """A panel of rows, one of them under the cursor."""

    BINDINGS = bindings("panel")

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
