"""Questioning: questions that the desk puts in place of the status line, and what follows the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from textual import events

from tui.explaining import Explaining
from tui.lines import cells, line
from tui.show import show

if TYPE_CHECKING:
    from tui.entry import Entry, Question

Then = Callable[[], None]
"""What follows a yes."""

_TYPED: Final = 16
"""Cells that what is typed has before any hint."""

_NO_NAMES: Mapping[str, int] = MappingProxyType({})


class Questioning(Explaining):
    """The page with a line that asks for words, and a question that one key answers."""

    _then: Callable[[str], None] | None = None
    _sure_of: Then | None = None

    def ask_line(
        self,
        question: str,
        value: str,
        then: Callable[[str], None],
        *,
        hint: str = "",
        names: Mapping[str, int] = _NO_NAMES,
    ) -> None:
        """Ask for a line of words in place of the status line.

        Args:
            value: What stands there already, to be edited.
            then: Gets the line once it is finished and closed; a line that is given up goes nowhere.
            hint: What to say at the right end.
            names: What Tab completes, with how often each is used.
        """
        self._then = then
        if self.over != "entry":
            self.beneath = self.over
        self.entry.offer(value, hint, names)
        self.asked.say(line((f" {show(question)} ", "strong")))
        self._fit_line()
        self.lay_over("entry")

    def _fit_line(self) -> None:
        """Share the row: the question has half of it at most, what is typed some, the hint the rest."""
        columns = self.app.size.width
        asked = min(cells(self.asked.words), columns // 2)
        self.asked.styles.width = asked
        self.entry.leave(min(columns // 2, columns - asked - min(_TYPED, columns // 2)))

    def on_resize(self, event: events.Resize) -> None:
        """Share the row anew."""
        if self.over == "entry":
            self._fit_line()

    def on_entry_given(self, message: Entry.Given) -> None:
        """Close the line and hand it over."""
        then, self._then = self._then, None
        self._close_entry()
        if then:
            then(message.text)

    def ask_sure(self, question: str, keys: Sequence[str], samples: Sequence[str], then: Then) -> None:
        """Ask whether to do something to many texts, in place of the status line.

        Args:
            question: Which key says yes is part of it.
            keys: Any of them says yes; every other says no.
            samples: Headlines of some of the texts.
        """
        self._sure_of = then
        self.question.put(question, keys, samples)
        self.lay_over("question")

    def on_question_answered(self, message: Question.Answered) -> None:
        """Close the question, and do what was asked for if so it was said."""
        then, self._sure_of = self._sure_of, None
        self.lay_over(None)
        if message.is_yes and then:
            then()
        elif not message.is_yes:
            self.status.say(("Nothing was changed", "text"), (" · they are still selected", "muted"))

    def on_entry_left(self) -> None:
        """Close the line."""
        self._then = None
        self._close_entry()

    def _close_entry(self) -> None:
        """Give the keyboard back to the layer that was open, or to the panel."""
        beneath, self.beneath = self.beneath, None
        self.lay_over(beneath)
