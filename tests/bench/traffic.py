"""What a program sends to its terminal, counted in bytes: ours, and newsboat on the same articles."""

from __future__ import annotations

import shlex
import shutil
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.running import READY, opening, run
from tests.terminal import Terminal

AT_ONCE: Final = 0.06
"""Seconds in which the answer to a key comes; what comes later is the preview."""

_QUIET: Final = 0.3
_STEPS: Final = 20
_PAGES: Final = 8


class Bytes(NamedTuple):
    """The bytes of each sort of answer, medians of several."""

    start: float
    whole_start: float
    """With the preview that follows it."""
    step: float
    page: float
    preview: float
    opened: float
    """What shows an article; whom it names comes with the preview."""
    whole_opened: float


@dataclass(frozen=True)
class Program:
    """A program that lists articles, and the keys that go through it."""

    command: Sequence[str]
    home: Path
    lists: Sequence[tuple[str, str]]
    """What stands on the screen, and what is pressed then, until the articles are listed."""
    down: str
    next: str
    """Opens the next article, or the one that `down` went to."""
    back: str = ""
    """Goes back to the list, where an article hides it."""

    @contextmanager
    def listing(self, columns: int, rows: int) -> Iterator[tuple[Terminal, int]]:
        """Run the program until it lists the articles; give its terminal, and the bytes that took."""
        with Terminal(self.command, columns, rows, {"HOME": str(self.home)}) as terminal:
            for shown, key in self.lists:
                terminal.wait_for(shown, 60)
                terminal.press(key)
            terminal.listen(AT_ONCE)
            taken = len(terminal.raw)
            terminal.settle(_QUIET)
            yield terminal, taken

    def counted(self, columns: int, rows: int) -> Bytes:
        """Return what the program sends at a size of its terminal."""
        with self.listing(columns, rows) as (terminal, start):
            whole = len(terminal.raw)
            steps = [_answer(terminal, self.down) for _ in range(_STEPS)]
            pages = [_answer(terminal, "\x1b[6~") for _ in range(_PAGES)]
            terminal.settle(_QUIET)
            previews = [self._preview(terminal) for _ in range(_PAGES)]
            opened = [self._opened(terminal) for _ in range(_PAGES)]
        at_once, whole_opened = [first for first, _ in opened], [sum(both) for both in opened]
        sorts = steps, pages, previews, at_once, whole_opened
        return Bytes(start, whole, *(statistics.median(sort) for sort in sorts))

    def _preview(self, terminal: Terminal) -> int:
        """Return what comes once the cursor rests."""
        _answer(terminal, self.down)
        return _until_quiet(terminal)

    def _opened(self, terminal: Terminal) -> tuple[int, int]:
        """Return what opening an article sends at once, from a list at rest, and what it sends then."""
        if self.back:
            terminal.press(self.down)
            terminal.settle(_QUIET)
        taken = _answer(terminal, self.next), _until_quiet(terminal)
        terminal.press(self.back)
        terminal.settle(_QUIET)
        return taken


def _answer(terminal: Terminal, key: str) -> int:
    """Return the bytes that come at once when a key is pressed."""
    terminal.press(key)
    return terminal.listen(AT_ONCE)


def _until_quiet(terminal: Terminal) -> int:
    before = len(terminal.raw)
    terminal.settle(_QUIET)
    return len(terminal.raw) - before


def ours(archive: Path, home: Path) -> Program:
    """Return the dashboard."""
    return Program(shlex.split(opening(archive)), home, ((READY, ""),), "\x1b[B", "J")


def newsboat(feed: Path, home: Path) -> Program | None:
    """Return newsboat with the articles of a feed; None where there is no newsboat."""
    program = shutil.which("newsboat")
    if program is None:
        return None
    settings, urls = home / "newsboat.config", home / "newsboat.urls"
    settings.write_text("max-items 0\n")
    urls.write_text(f"file://{feed}\n")
    command = [program, "-u", str(urls), "-C", str(settings), "-c", str(home / "newsboat.db")]
    run(["env", f"HOME={home}", *command, "-x", "reload"])
    lists = (("Wire", "\r"), ("Articles in feed", ""))
    return Program(command, home, lists, "\x1bOB", "\r", back="q")
