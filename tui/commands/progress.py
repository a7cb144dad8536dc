"""Progress: how far something is that takes its time, on stderr and only where that is a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING, Final

from store.errors import ArchiveBusy, ArchiveError
from tui.complaints import complain

if TYPE_CHECKING:
    from store.archive.archive import Archive

_PAUSE: Final = 0.1
"""Seconds between two drawings."""

_REMEMBERED: Final = 64
"""So many of the last steps tell the rate."""

_WIDTH: Final = 20
"""Cells of the bar itself."""


class Progress:
    """A line that says how much is done, how fast it goes and how long it will take.

    It is drawn over itself with nothing but returns and spaces, so that any terminal can. Whoever prints
    other lines clears it before: where both go to one terminal it then stands below them, and spoils none.
    """

    def __init__(self, doing: str, things: str) -> None:
        """Say what is being done, such as "Importing", and to which things, such as "files"."""
        self._doing = doing
        self._things = things
        self._is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._steps: deque[tuple[float, int]] = deque(maxlen=_REMEMBERED)
        self._drawn = 0
        self._drawn_at = 0.0

    def __enter__(self) -> Progress:
        self._steps.append((time.monotonic(), 0))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def tell(self, done: int, total: int) -> None:
        """Say how many things are done, of how many."""
        now = time.monotonic()
        if self._steps and done < self._steps[-1][1]:  # another round begins
            self._steps.clear()
        self._steps.append((now, done))
        if self._is_seen and (not self._drawn or now - self._drawn_at >= _PAUSE):
            self._draw(line(self._doing, self._things, done, total, *self._pace(total - done)))
            self._drawn_at = now

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._write("\r" + " " * self._drawn + "\r")
            self._drawn = 0

    def _pace(self, left: int) -> tuple[float, float | None]:
        """Return the things done in a second of late, and the seconds that the others will take."""
        (began, before), (ended, after) = self._steps[0], self._steps[-1]
        rate = (after - before) / (ended - began) if ended > began else 0.0
        return rate, left / rate if rate else None

    def _draw(self, told: str) -> None:
        told = told[: _columns() - 1]
        self._write("\r" + told + " " * (self._drawn - len(told)))
        self._drawn = len(told)

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:  # the terminal has gone; what is being done need not end for that
            self._is_seen, self._drawn = False, 0


def bring_up_to_date(archive: Archive) -> None:
    """Have the lists of an archive know all its texts.

    Raises:
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: The archive cannot be written.
    """
    if archive.behind:
        with Progress("Reading the archive", "files") as progress:
            archive.catch_up(progress.tell)


def catch_up(archive: Archive) -> None:
    """Have the lists of an archive know all its texts; where that cannot be, say why, and go on."""
    try:
        bring_up_to_date(archive)
    except (ArchiveError, ArchiveBusy) as error:
        complain(f"{error}; the lists may not be complete")


def line(doing: str, things: str, done: int, total: int, rate: float, left: float | None) -> str:
    """Return the line: a bar, how much of how much, how fast, and the time left where it can be told."""
    share = min(1.0, done / total) if total else 1.0
    bar = ("#" * round(share * _WIDTH)).ljust(_WIDTH, ".")
    told = f"{doing}  [{bar}]  {done:,} of {max(done, total):,} {things}"
    if rate:
        told += f"  {rate:,.0f}/s" if rate >= 10 else f"  {rate:.1f}/s"
    return told if left is None else f"{told}  {_time(left)} left"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except OSError:
        return 80
