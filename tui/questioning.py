"""Questioning: questions that the desk puts in place of the status line, and what follows the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.front_page import FrontPage
from tui.lines import cells, line
from tui.show import show

if TYPE_CHECKING:
    from tui.entry import Entry

_NO_NAMES: Mapping[str, int] = MappingProxyType({})


class Questioning(FrontPage):
    """The page with a line that asks for words."""

    _then: Callable[[str], None] | None = None

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
        self.entry.offer(value, hint, names)
        told = line((f" {show(question)} ", "strong"))
        self.asked.say(told)
        self.asked.styles.width = min(cells(told), self.app.size.width // 2)
        self.lay_over("entry")

    def on_entry_given(self, message: Entry.Given) -> None:
        """Close the line and hand it over."""
        then, self._then = self._then, None
        self.lay_over(None)
        if then:
            then(message.text)

    def on_entry_left(self) -> None:
        """Close the line."""
        self._then = None
        self.lay_over(None)
