"""Voice: lines on stdout, on a terminal a page at a time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from tui import output
from tui.show import show

_FEWEST: Final = 4
"""Lines of a page, however low the terminal."""

_KEPT: Final = 3
"""Lines of a terminal left to what was typed, to what is said of the rest, and to the prompt."""


class Voice:
    """Says lines, each safe for any terminal and in letters that it has."""

    def __init__(self, spell: Callable[[str], str], *, by_page: bool) -> None:
        """Take what spells a line.

        Args:
            by_page: Whether a long answer stops after a page.
        """
        self._spell = spell
        self._by_page = by_page
        self._rest: Iterator[str] | None = None

    def tell(self, lines: Iterator[str]) -> None:
        """Say lines, on a terminal as many as it has room for; what was left of an answer before is gone."""
        self._rest = None
        columns, room = self._size()
        for number, line in enumerate(lines):
            text = self._spell(show(line)).rstrip()
            room -= max(1, -(-len(text) // columns))
            if number and room < 0 and self._by_page:
                self._rest = chain([line], lines)
                self.say("Enter goes on.")
                return
            output.print_lines([text])

    def rest(self) -> Iterator[str] | None:
        """Return what was left of the last answer, if anything was."""
        return self._rest

    def say(self, line: str) -> None:
        """Say one line at once."""
        output.print_lines([self._spell(show(line)).rstrip()])

    def _size(self) -> tuple[int, int]:
        """Return the columns of the terminal, and the rows of it that an answer may take."""
        columns, rows = shutil.get_terminal_size()
        return max(1, columns), max(_FEWEST, rows - _KEPT)
