"""Prompt: the filter as text to edit, with its mistakes underlined."""

from __future__ import annotations

from typing import Final

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.message import Message

from store.archive.marks import LONGEST_QUERY
from tui.pasting import Pasting
from tui.show import show

_TURNS: Final = {"tab": 1, "shift+tab": -1}
_RECALLS: Final = {"up": -1, "down": 1}


class _Mistake(Highlighter):
    """Underlines the part of the text that is not understood: the caret of the query's error."""

    def __init__(self) -> None:
        self.column = self.length = 0

    def highlight(self, text: Text) -> None:
        """Underline the mistake."""
        if self.length:
            text.stylize("underline reverse", self.column, self.column + self.length)


class Prompt(Pasting):
    """The filter as text; the list follows while it is typed."""

    MOST = LONGEST_QUERY

    class Left(Message):
        """Editing was given up; the filter shall be as it was before."""

    class Turned(Message):
        """The next or the previous candidate shall stand at the cursor."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Recalled(Message):
        """The next or the previous filter that was typed shall stand here."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str) -> None:
        self._mistake = _Mistake()
        super().__init__(id=id, highlighter=self._mistake, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Return what stands in the line as a terminal may get it, also where it was pasted."""
        return show(value)

    def point_out(self, column: int, length: int) -> None:
        """Underline `length` characters from `column`; none if the length is 0."""
        if (column, length) != (self._mistake.column, self._mistake.length):
            self._mistake.column, self._mistake.length = column, length
            self.refresh()

    def write(self, text: str, cursor: int | None = None) -> None:
        """Put another text in place of what stands here, with the cursor at its end unless told."""
        self.value = text
        self.cursor_position = len(text) if cursor is None else cursor

    def on_key(self, event: events.Key) -> None:
        """Leave on Escape or ctrl+g, complete on Tab, go through earlier filters on the arrows."""
        if event.key in ("escape", "ctrl+g"):
            self.post_message(self.Left())
        elif event.key in _TURNS:
            self.post_message(self.Turned(_TURNS[event.key]))
        elif event.key in _RECALLS:
            self.post_message(self.Recalled(_RECALLS[event.key]))
        else:
            return
        event.stop()
        event.prevent_default()
