"""Prompt: the filter as text to edit, with its mistakes underlined."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import Input


class _Mistake(Highlighter):
    """Underlines the part of the text that is not understood: the caret of the query's error."""

    def __init__(self) -> None:
        self.column = self.length = 0

    def highlight(self, text: Text) -> None:
        """Underline the mistake."""
        if self.length:
            text.stylize("underline reverse", self.column, self.column + self.length)


class Prompt(Input):
    """The filter as text; the list follows while it is typed."""

    class Left(Message):
        """Editing was given up; the filter shall be as it was before."""

    def __init__(self, *, id: str) -> None:
        self._mistake = _Mistake()
        super().__init__(id=id, highlighter=self._mistake, compact=True, select_on_focus=False)

    def point_out(self, column: int, length: int) -> None:
        """Underline `length` characters from `column`; none if the length is 0."""
        self._mistake.column, self._mistake.length = column, length
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Leave on Escape or ctrl+g."""
        if event.key in ("escape", "ctrl+g"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())
