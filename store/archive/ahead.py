"""Ahead: files of articles that another process reads, while this one writes what those before them hold."""

from __future__ import annotations

import gc
import os
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from store.archive.contents import Contents, contents
from store.archive.entities import Called
from store.archive.entries import entry
from store.archive.shelves import Seal, Shelves
from store.errors import ArchiveError, DocumentError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from queue import Queue

MANY: Final = 64
"""Of fewer files a process is not worth its start."""

_READY: Final = 32
"""So many files are read before the first of them is asked for: what else is written takes a while."""

_PATIENCE: Final = 5.0
"""Seconds to wait for the next file; after them the process is given up, and all is read here."""


class _Told(NamedTuple):
    """What is told of a file."""

    name: str
    seal: Seal | None = None
    """The state in which it was read; None where it must be read again to be sure."""
    contents: Contents | None = None
    """What it holds, but for whom it names."""
    fresh: Sequence[Called] = ()
    """What it names that no file before it did, or calls otherwise; numbered in the order of telling."""
    called: Sequence[int] = ()
    """The numbers of what it names: most was named before, and is told and compared sooner so."""


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
        self._called: list[Called] = []
        self._child = Child(_work, str(folder), list(self._names))

    def contents(self, name: str, seal: Seal) -> Contents | None:
        """Return what a file holds in this state; None if that must be read here."""
        while name in self._names:
            told = self._next()
            if told and told.contents and (told.name, told.seal) == (name, seal):
                return _naming(told.contents, [*map(self._called.__getitem__, told.called)])
        return None

    def _next(self) -> _Told | None:
        self._names.popleft()
        try:
            if self._child.connection.poll(_PATIENCE):
                told: _Told = self._child.connection.recv()
                self._called += told.fresh
                return told
        except (EOFError, OSError):
            pass
        self._names.clear()  # it died, or stands still
        return None

    def close(self) -> None:
        """End the process."""
        self._child.close()
        self._child.join()


def _naming(found: Contents, called: list[Called]) -> Contents:
    """Return what a file holds as it names others."""
    return found._replace(naming=found.naming._replace(called=called))


def _work(connection: Connection, folder: str, names: list[str]) -> None:
    """Tell what files hold, one after the other, until nobody asks any more."""
    from queue import Queue  # which only this process needs
    from threading import Thread

    gc.disable()  # what is read has no circles, and half of the time would go into looking for them
    shelves, ready = Shelves(Path(folder), "", 0), Queue[_Told | None](_READY)
    teller = Thread(target=_tell, args=(connection, ready), daemon=True)  # it ends with whoever reads
    teller.start()
    numbers: dict[Called, int] = {}
    for name in names:
        ready.put(_read(shelves, name, numbers))
    ready.put(None)
    teller.join()


def _tell(connection: Connection, ready: Queue[_Told | None]) -> None:
    """Tell what was read while more is being read: who asks is slow where it writes much at once."""
    try:
        while told := ready.get():
            connection.send(told)
    except OSError:
        os._exit(0)  # nobody asks any more


def _read(shelves: Shelves, name: str, numbers: dict[Called, int]) -> _Told:
    try:
        before = shelves.stamp(name)
        found = contents(shelves.each(name, entry))
        if before is None or before != shelves.stamp(name):
            return _Told(name)
    except (ArchiveError, DocumentError):  # who asks reads it again, and says what is wrong
        return _Told(name)
    called = found.naming.called
    fresh = [one for one in called if one not in numbers]
    numbers.update(zip(fresh, range(len(numbers), len(numbers) + len(fresh)), strict=True))
    known = array("I", map(numbers.__getitem__, called))
    return _Told(name, Seal(*before[1:]), _naming(found, []), fresh, known)
