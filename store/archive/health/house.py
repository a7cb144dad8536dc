"""House: an archive as its doctor finds it, and what a repair may do to its files."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import backup, files
from store.archive.health.salvage import Trace
from store.archive.readings import Readings
from store.archive.shelves import is_segment
from store.archive.tables import Table, table_bytes

if TYPE_CHECKING:
    from store.wire.gazetteer import Gazetteer

Tell = Callable[[int, int], None]
"""Is told how many files of how many have been looked at."""

SHARED: Final = 0o660
"""The mode of what a newsroom shares."""

OWN: Final = 0o600
"""The mode of what is one reader's own."""


@dataclass(frozen=True)
class House:
    """The folder of an archive, and what its doctor needs to know."""

    folder: Path
    gazetteer: Gazetteer
    day: date
    """Under which what is replaced is set aside."""
    remembered: Callable[[str], Mapping[str, Trace]]
    """Returns what the index still knows of the articles of a segment, by number."""
    tell: Tell
    lock: Callable[[], AbstractContextManager[None]]
    """Keeps every other writer out for as long as it is held."""

    @property
    def articles(self) -> Path:
        """The folder of the segments."""
        return self.folder / backup.ARTICLES

    @cached_property
    def readings(self) -> Readings:
        """What tells of each text whether it is to be read again."""
        return Readings(self.folder, self.gazetteer)

    def segments(self) -> list[str]:
        """Return the names of the segments, the oldest first."""
        found = (name.removesuffix(".json") for name in files.names(self.articles, ".json"))
        return sorted(filter(is_segment, found), key=int)

    def segment(self, name: str) -> Path:
        """Return the file of a segment."""
        return self.articles / f"{name}.json"

    def shown(self, path: Path) -> str:
        """Return a file as findings name it: within the archive."""
        return path.relative_to(self.folder).as_posix()

    def change(self, path: Path, table: Table, mode: int = SHARED) -> None:
        """Write a table that was sound before; the day's first state of it is kept."""
        backup.keep_first(self.folder, path, self.day)
        self._put(path, table, mode)

    def heal(self, path: Path, table: Table, mode: int = SHARED) -> str:
        """Put a table in the place of a damaged file, which is set aside; say where that is."""
        if os.path.lexists(path):
            aside = self.shown(backup.set_aside(self.folder, path, self.day))
            self._put(path, table, mode)
            return f"the file as it was is {aside}"
        self._put(path, table, mode)
        return "there was no file to set aside"

    def _put(self, path: Path, table: Table, mode: int) -> None:
        """Write a table; it belongs to whom it belonged, also where root repairs."""
        seen = (path if os.path.lexists(path) else path.parent).stat()
        kept = stat.S_IMODE(seen.st_mode) if stat.S_ISREG(seen.st_mode) else mode
        files.replace(path, table_bytes(path.name.removesuffix(".json"), table), kept & 0o777 | 0o600)
        if os.geteuid() == 0:
            with suppress(OSError):
                os.chown(path, seen.st_uid, seen.st_gid)


def ordered(table: Table) -> Table:
    """Return the documents of a table by number."""
    return {number: table[number] for number in sorted(table, key=int)}
