"""Catching up: reading what the index does not know yet, beside an open desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from store.archive.archive import Archive
from store.errors import NewsError

Tell = Callable[[int, int, NewsError | None], None]
"""Hears how many files of how many were read, and what ended the reading before its time."""


class _Left(Exception):
    """The desk was left: nobody waits for the rest, which the next one reads."""


def catch_up(folder: Path, tell: Tell, is_left: Callable[[], bool]) -> None:
    """Have the lists of an archive know all its texts; the desk sees them as they come.

    It runs in a thread of its own, and stops between two files once the desk is left.
    """
    read, every = 0, 0

    def said(done: int, of: int) -> None:
        nonlocal read, every
        if is_left():
            raise _Left
        read, every = done, of
        tell(done, of, None)

    try:
        Archive(folder).catch_up(said)
    except _Left:
        return
    except NewsError as error:
        tell(read, every, error)
