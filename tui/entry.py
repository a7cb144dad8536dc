"""Entry: a line to type in, or a question that one key answers, in the place of the status line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual import events
from textual.message import Message
from textual.widgets import Input

from store.archive.marks import LONGEST_NOTE
from store.fold import fold
from tui.lines import Line, cells, cut, line
from tui.measure import clip
from tui.panel import Painted
from tui.pasting import Pasting
from tui.show import show

_SAMPLE: Final = 8
"""Cells below which a headline says nothing."""


class Words(Painted):
    """Words beside an entry: the question, or what is known already."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.words: Line = ()

    def say(self, words: Line) -> None:
        """Show other words."""
        self.words = words
        self.refresh()

    def line_at(self, y: int) -> Line:
        """Return the words."""
        return cut(self.words, self.size.width)


class Question(Painted, can_focus=True):
    """A question in the place of the status line: one key says yes, and every other no."""

    class Answered(Message):
        """A key was pressed."""

        def __init__(self, is_yes: bool) -> None:
            super().__init__()
            self.is_yes = is_yes

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._question = ""
        self._keys: Sequence[str] = ()
        self._samples: Sequence[str] = ()

    def put(self, question: str, keys: Sequence[str], samples: Sequence[str]) -> None:
        """Put another question.

        Args:
            keys: The keys that say yes.
            samples: Headlines of some of the texts that it is about.
        """
        self._question, self._keys, self._samples = question, keys, samples
        self.refresh()

    def line_at(self, y: int) -> Line:
        """Return the question, and as much of the samples as there is room for, each as long as the other."""
        told = line((f" {show(self._question)}", "strong"))
        room = (self.size.width - cells(told)) // max(1, len(self._samples)) - 4
        quoted = [(f"  “{clip(show(one), room)}”", "muted") for one in self._samples if room >= _SAMPLE]
        return cut((*told, *quoted), self.size.width)

    def on_key(self, event: events.Key) -> None:
        """Take the answer."""
        event.stop()
        event.prevent_default()
        self.post_message(self.Answered(event.key in self._keys))


class Entry(Pasting):
    """What is typed; Tab completes a name that there is already."""

    MOST = LONGEST_NOTE

    class Given(Message):
        """The line was finished."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The line was given up."""

    def __init__(self, *, id: str, beside: Words) -> None:
        """Take what shows the names there are."""
        super().__init__(id=id, compact=True, select_on_focus=False)
        self._beside = beside
        self._hint = ""
        self._room = 0
        self._names: Mapping[str, int] = {}
        self._offered: list[str] = []

    def offer(self, value: str, hint: str, names: Mapping[str, int]) -> None:
        """Begin a line.

        Args:
            value: What stands there already, to be edited.
            hint: What to say at the right end.
            names: What Tab completes, with how often each is used.
        """
        self._hint, self._names, self._offered = hint, names, []
        self.value = value
        self.action_end()
        self._tell()

    def validate_value(self, value: str) -> str:
        """Return what stands in the line as a terminal may get it, also where it was pasted."""
        return show(value)

    @property
    def completes(self) -> bool:
        """Whether there are names that Tab completes."""
        return bool(self._names)

    def leave(self, room: int) -> None:
        """Let what stands beside the line have so many cells at most."""
        self._room = room
        self._tell()

    def _tell(self) -> None:
        """Show the names that what is typed may become, else the hint."""
        found = matching(self.value, self._names)
        spans = [span for n in found for span in ((f"  {n}", "muted"), (f" {self._names[n]:,}", "faint"))]
        self._beside.say(line(*spans, (" ", "text")) if found else line((f"  {self._hint} ", "faint")))
        wanted = cells(self._beside.words)
        self._beside.styles.width = min(wanted, self._room) if self._room >= min(wanted, _SAMPLE) else 0

    def on_input_changed(self, message: Input.Changed) -> None:
        """Follow the text with the names that it may become."""
        message.stop()
        if self._names:
            self._tell()

    def on_pasting_shortened(self, message: Pasting.Shortened) -> None:
        """Say how much of what was pasted stands here, where the status line would."""
        message.stop()
        self._beside.say(cut(line((f"  {message.told} ", "text")), self._room))
        self._beside.styles.width = cells(self._beside.words)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Hand the line over."""
        message.stop()
        self.post_message(self.Given(message.value))

    def on_key(self, event: events.Key) -> None:
        """Leave on Escape or ctrl+g; complete on Tab."""
        if event.key in ("escape", "ctrl+g"):
            self.post_message(self.Left())
        elif event.key == "tab":
            self._complete()
        else:
            return
        event.stop()
        event.prevent_default()

    def _complete(self) -> None:
        """Put the first name that fits in place of what was typed; at the next Tab the second."""
        if self.value not in self._offered:
            sign = "-" * self.value.startswith("-")
            self._offered = [f"{sign}{name}" for name in matching(self.value, self._names)]
            at = 0
        else:
            at = self._offered.index(self.value) + 1
        if self._offered:
            self.value = self._offered[at % len(self._offered)]
            self.action_end()


def matching(typed: str, names: Mapping[str, int]) -> list[str]:
    """Return the names that begin with what was typed, a minus before it set aside, the most used first."""
    begun = fold(typed.removeprefix("-").strip())
    return sorted((n for n in names if fold(n).startswith(begun)), key=lambda n: (-names[n], n))
