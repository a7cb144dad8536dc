"""Form: what can be corrected, a row each, in the Timeline's place."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from tui.lines import Line, cut, indent, line
from tui.listing import Listing
from tui.measure import width, wrapped
from tui.proof import Row

_GAP = 2
"""Cells between the names of fields and their values."""

_LEFT = 2
"""Cells before the names of fields: a letter, or a sign, stands there."""

_MOVES = "jkbgGqQ"
"""The letters that move in rows or close the form."""


class Form(Listing):
    """Rows with a letter each; a digit begins a date."""

    NUMBER = "C"
    NAME = "Correct"

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Begun(Message):
        """A date was begun."""

        def __init__(self, digit: str) -> None:
            super().__init__()
            self.digit = digit

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.title: Line = ()
        self.rows: tuple[Row, ...] = ()
        self._lines: list[tuple[Line, int | None]] = []

    def offer(self, title: Line, rows: Sequence[Row]) -> None:
        """Show other rows, below what they are about."""
        self.title, self.rows = title, tuple(rows)
        self.cursor = self.top = 0
        self.moved(0)

    @property
    def takes_dates(self) -> bool:
        """Whether a digit begins a date here."""
        return any(row.act == "date" for row in self.rows)

    def on_resize(self) -> None:
        """Lay the rows out for the new width."""
        self.moved(self.cursor)

    @property
    def length(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def moved(self, before: int) -> None:
        """Bring the row into sight."""
        self._lines = self._laid(max(1, self.size.width - 2))
        at = [i for i, (_, row) in enumerate(self._lines) if row == self.cursor]
        if at:
            self.reveal(0 if self.cursor == 0 else at[0], at[-1])
        self.refresh()

    def _laid(self, columns: int) -> list[tuple[Line, int | None]]:
        """Return the lines, each with the row that it belongs to."""
        lines: list[tuple[Line, int | None]] = [(cut(self.title, columns), None)] if self.title else []
        names = max((width(row.label) for row in self.rows if row.act != "take back"), default=0)
        group = ""
        for number, row in enumerate(self.rows):
            if row.group != group:
                group = row.group
                lines += [((), None), (cut(line((group, "faint")), columns), None)]
            lines += [(part, number) for part in self._row(row, names, columns, number == self.cursor)]
        return lines

    def _row(self, row: Row, names: int, columns: int, here: bool) -> list[Line]:
        """Return a row, and what stands under it."""
        if row.act == "take back":
            return self._standing(row, columns, "bold" if here else "text")
        name = f"{row.label:<{names}}{' ' * _GAP}" if row.label else ""
        head = line((f"{row.key:<{_LEFT}}", "key"), (name, "bold" if here else "muted"))
        return [cut(line(*head, *row.value), columns)]

    def _standing(self, row: Row, columns: int, ink: str) -> list[Line]:
        """Return a correction in force: its sign, what was done, and below it by whom, when and why."""
        told = wrapped("".join(text for text, _ in row.value), columns - _LEFT)
        quieter = (part for text in row.below for part in wrapped(text, columns - _LEFT))
        lines = [indent(line((part, ink)), _LEFT) for part in told]
        lines[0] = line((f"{row.label:<{_LEFT}}", "warn"), (told[0], ink))
        return [*lines, *(indent(line((part, "muted")), _LEFT) for part in quieter)]

    def position(self) -> str:
        """Return how many rows there are."""
        return f"{self.cursor + 1}/{len(self.rows)}" if self.rows else ""

    def content_at(self, y: int) -> Line:
        """Return one line, the cursor's row with its bar."""
        at = self.top + y
        if at >= len(self._lines):
            return ()
        content, row = self._lines[at]
        return self.barred(content, row == self.cursor)

    def item_at(self, x: int, y: int) -> int | None:
        """Return the row on a line of the content."""
        return self._lines[self.top + y][1] if self.top + y < len(self._lines) else None

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self.rows[self.cursor]))

    def on_key(self, event: events.Key) -> None:
        """Take the letter of a row, or the first digit of a date; everything else moves or closes."""
        typed = event.character or ""
        row = next((row for row in self.rows if typed and row.key == typed), None)
        if row:
            self.post_message(self.Chosen(row))
        elif typed.isdecimal() and self.takes_dates:
            self.post_message(self.Begun(typed))
        elif typed.isalnum() and typed not in _MOVES:
            self.post_message(self.Refused(f"Nothing here has the key {typed}"))
        else:
            return
        event.stop()
        event.prevent_default()
