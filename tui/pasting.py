"""Pasting: a line to type in takes of what is pasted as much as it has room for."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from textual import events
from textual.message import Message
from textual.widgets import Input

_BREAK: Final = re.compile(r"[^\S\r\n]*[\r\n]\s*")


class Pasting(Input):
    """A line that a text of several lines becomes one line of, and a very long one a part."""

    MOST: ClassVar[int]
    """Letters that can stand in the line once something was pasted."""

    class Shortened(Message):
        """Not all that was pasted had room."""

        def __init__(self, taken: int, given: int) -> None:
            super().__init__()
            self.told = f"{taken:,} of {given:,} letters pasted, which is all that has room"

    def _on_paste(self, event: events.Paste) -> None:
        """Put what was pasted in the place of what is selected."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        room = max(0, self.MOST - len(self.value) + end - start)
        begun = event.text.strip("\r\n")
        taken = _BREAK.sub(" ", begun[:room])
        self.replace(taken, start, end)
        if len(begun) > room:
            self.post_message(self.Shortened(len(taken), len(begun)))
