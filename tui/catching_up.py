"""Catching up: reading what the index does not know yet, beside an open desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from store.archive.archive import Archive
from store.errors import NewsError

_PAUSE: Final = 0.2
"""Seconds within which a desk that is left is noticed."""

Tell = Callable[[int, int, NewsError | None], None]
"""Hears how many files of how many were read, and what ended the reading before its time."""


Reading = Callable[[Path, Tell, Callable[[], bool]], None]
"""Reads something of an archive until it is done, or the desk is left."""


class _Left(Exception):
    """The desk was left: nobody waits for the rest, which the next one reads."""


def read_again(folder: Path, tell: Tell, is_left: Callable[[], bool]) -> None:
    """Have another process read the texts again that another gazetteer read, if there may be any.

    It runs in a thread of its own; the process ends between two files once the desk is left.
    """
    from store.archive.health import rereading

    if not rereading.is_wanted(folder):
        return
    from store.child import Child

    try:
        child = Child(rereading.work, str(folder))
    except OSError:
        return  # there is no room for it: the next start tries again
    try:
        while not is_left():
            if child.connection.poll(_PAUSE):
                _hear(child.connection.recv(), tell)
    except (EOFError, OSError):
        pass  # it has done, and told everything
    finally:
        child.close()
        child.join()


def _hear(told: tuple[int, int] | str, tell: Tell) -> None:
    """Hand on how far the reading is, or why it ended."""
    if isinstance(told, str):
        tell(0, 0, NewsError(told))
    elif told[0]:
        tell(*told, None)


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
