"""Voice: lines on stdout, on a terminal a page at a time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from tui import output
from tui.measure import wrap
from tui.plain.words import Whole
from tui.show import show

_FEWEST: Final = 4
"""Lines of a page, however low the terminal."""

_KEPT: Final = 3
"""Lines of a terminal left to what was typed, to what is said of the rest, and to the prompt."""


class Voice:
    """Says lines, each safe for any terminal and in letters that it has."""

    def __init__(self, spell: Callable[[str], str], *, is_seen: bool, by_page: bool) -> None:
        """Take what spells a line.

        Args:
            is_seen: Whether a terminal shows the lines, which are then broken between words.
            by_page: Whether a long answer stops after a page.
        """
        self._spell = spell
        self._is_seen = is_seen
        self._by_page = by_page
        self._rest: Iterator[str] | None = None

    def tell(self, lines: Iterator[str]) -> None:
        """Say lines, on a terminal as many as it has room for; what was left of an answer before is gone."""
        self._rest = None
        columns, rows = shutil.get_terminal_size()
        room = max(_FEWEST, rows - _KEPT)
        for number, line in enumerate(lines):
            parts = self._parts(line, columns)
            room -= len(parts)
            if number and room < 0 and self._by_page:
                self._rest = chain([line], lines)
                self.say("Enter goes on.")
                return
            output.print_lines(parts)

    def rest(self) -> Iterator[str] | None:
        """Return what was left of the last answer, if anything was."""
        return self._rest

    def say(self, line: str) -> None:
        """Say one line at once."""
        output.print_lines(self._parts(line, shutil.get_terminal_size().columns))

    def _parts(self, line: str, columns: int) -> list[str]:
        """Return a line as it is printed; a terminal would break it within words, of which none is spoken."""
        text = self._spell(show(line))
        if not self._is_seen or isinstance(line, Whole):
            return [text]
        return [text[start:end] for start, end in wrap(text, max(1, columns - 1))] or [""]
