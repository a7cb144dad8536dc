"""Ahead: files of articles that another process reads, while this one writes what those before them hold."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive.contents import Contents, contents
from store.archive.entries import entry
from store.archive.shelves import Seal, Shelves
from store.errors import ArchiveError, DocumentError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MANY: Final = 32
"""Of fewer files a process is not worth its start."""

_PATIENCE: Final = 5.0
"""Seconds to wait for the next file; after them the process is given up, and all is read here."""

_Told = tuple[str, Seal | None, Contents | None]
"""A file, the state in which it was read, and what it holds; None where it must be read again to be sure."""


@contextmanager
def reading_ahead(folder: Path, names: list[str]) -> Iterator[Ahead | None]:
    """Have the files of an archive read in another process, where they are many and it may have one."""
    if len(names) < MANY or not _may_have_help():
        yield None
        return
    try:
        ahead = Ahead(folder, names)
    except OSError:  # no room for another process
        yield None
        return
    try:
        yield ahead
    finally:
        ahead.close()


def _may_have_help() -> bool:
    """Tell whether there is a second processor, and whether this is not itself a process that helps."""
    from store.child import is_child  # most archives have little to read, and need none of it

    return (os.cpu_count() or 1) > 1 and not is_child()


class Ahead:
    """A process that reads files in the order in which they will be asked for."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        """Begin with the first of some files of an archive.

        Raises:
            OSError: The system has no room for another process.
        """
        from store.child import Child  # which loads as much

        self._names = deque(names)
        self._child = Child(_work, str(folder), list(self._names))

    def contents(self, name: str, seal: Seal) -> Contents | None:
        """Return what a file holds in this state; None if that must be read here."""
        while name in self._names:
            told = self._next()
            if told and told[:2] == (name, seal):
                return told[2]
        return None

    def _next(self) -> _Told | None:
        self._names.popleft()
        try:
            if self._child.connection.poll(_PATIENCE):
                told: _Told = self._child.connection.recv()
                return told
        except (EOFError, OSError):
            pass
        self._names.clear()  # it died, or stands still
        return None

    def close(self) -> None:
        """End the process."""
        self._child.close()
        self._child.join()


def _work(connection: Connection, folder: str, names: list[str]) -> None:
    """Tell what files hold, one after the other, until nobody asks any more."""
    gc.disable()  # what is read has no circles, and half of the time would go into looking for them
    shelves = Shelves(Path(folder), "", 0)
    for name in names:
        try:
            connection.send(_read(shelves, name))
        except OSError:
            return


def _read(shelves: Shelves, name: str) -> _Told:
    try:
        before = shelves.stamp(name)
        found = contents(shelves.each(name, entry))
        if before and before == shelves.stamp(name):
            return name, Seal(*before[1:]), found
    except (ArchiveError, DocumentError):
        pass  # who asks reads it again, and says what is wrong
    return name, None, None
