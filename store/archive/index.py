"""Index: what makes search instant; a file derived from the articles, that anybody may throw away."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from store.archive import files
from store.archive.schema import TABLES, VERSION, is_whole
from store.archive.shelves import Seal
from store.archive.trust import code, is_damage
from store.errors import ArchiveError, IndexDamaged

if TYPE_CHECKING:
    from store.archive.cataloguing import Catalogue
    from store.archive.entities import Entities

_PATIENCE: Final = 5.0
"""Seconds that a reader waits while another process mends the file or closes it."""

_LOG: Final = 64 << 20
"""Bytes of the log of changes from which on a writer waits until all readers have moved on."""

_PAGES: Final = -256
"""Kilobytes, negated, of the file that one process remembers: to ask the system again beats fresh memory."""

_WRITTEN: Final = -16384
"""The same for a transaction: it comes back to the same pages until it ends, and lets go of them then."""

_WORN: Final = 5
"""Where one number of so many is dead, the index is made anew."""

_GENERATION: Final = "SELECT value FROM meta WHERE key = 'generation'"


class Index:
    """The file of an index: read as it was at one moment, and changed by one writer at a time."""

    def __init__(self, path: Path | None) -> None:
        """Name the file, which need not exist; None stands for an index in memory."""
        self.path = path
        self._held: list[sqlite3.Connection] = []
        self._nothing: sqlite3.Connection | None = None
        self._written: tuple[int, Entities] | None = None
        self._memory: sqlite3.Connection | None = None if path else _made(":memory:")
        self._stamp: files.Stamp | None = None
        self._is_frozen = False
        self._filing: weakref.finalize[..., Index] | None = None
        self._distrusted: files.Stamp | None = None

    @property
    def is_kept(self) -> bool:
        """Tell whether it is a file, and not this process's alone."""
        return self.path is not None

    @property
    def _reader(self) -> sqlite3.Connection | None:
        return self._held[0] if self._held else None

    @property
    def is_there(self) -> bool:
        """Tell whether there is an index that we can read."""
        return self._memory is not None or self._reader is not None

    def reader(self) -> sqlite3.Connection:
        """Return the index as it was at the last `renew`; an empty one while we can read none."""
        if self._nothing is None and not self.is_there:
            self._nothing = _made(":memory:")
        found = self._memory or self._reader or self._nothing
        assert found is not None
        return found

    def renew(self) -> None:
        """See the index as it is now."""
        if self._memory:
            return
        assert self.path is not None
        seen = files.stamp(self.path)
        is_same = self._stamp and seen and seen[0] == self._stamp[0]
        if not is_same or (self._is_frozen and seen != self._stamp):
            self.close()
            self._stamp = seen
        try:
            if self._reader is None and seen and seen != self._distrusted:
                reader, self._is_frozen = _opened(self.path)
                self._held += [reader] if reader else []
            if self._reader:
                _begin(self._reader)
        except sqlite3.Error:
            self.close()

    def _let_go(self) -> None:
        """End the state that we read at: while anybody reads an old one, what is written cannot be filed."""
        if self._reader and self._reader.in_transaction:
            self._reader.execute("COMMIT")

    def distrust(self) -> None:
        """Read the file no more that is there now, and have the next writer make it anew."""
        if self.path:
            self._distrusted = files.stamp(self.path)
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        while self._held:
            self._held.pop().close()

    def seals(self) -> Mapping[str, Seal]:
        """Return the state at which each file of articles was indexed."""
        rows = self.reader().execute("SELECT name, size, changed FROM segments")
        return {name: Seal(size, changed) for name, size, changed in rows}

    def generation(self) -> tuple[int, int]:
        """Return what is another whenever the index was changed, or is another."""
        reader = self.reader()
        return id(reader), reader.execute(_GENERATION).fetchone()[0]

    @property
    def is_worn(self) -> bool:
        """Tell whether so much in it is dead that it should be made anew."""
        meta = dict(self.reader().execute("SELECT key, value FROM meta WHERE key IN ('dead', 'free')"))
        return self.is_kept and _WORN * int(meta["dead"]) > int(meta["free"])

    @contextmanager
    def writing(self) -> Iterator[Catalogue]:
        """Change the index as one transaction; the caller holds the archive's lock, or it is in memory.

        Raises:
            IndexDamaged: The file makes no sense, and is thrown away.
            ArchiveError: The file cannot be written; what it held before is untouched.
        """
        from store.archive.cataloguing import Catalogue  # only a writer needs these
        from store.archive.entities import Entities

        database = self._memory or self._writer()
        self._let_go()
        is_damaged = False
        try:
            database.execute("BEGIN IMMEDIATE")
            (before,) = database.execute(_GENERATION).fetchone()
            is_ours = self._written is not None and self._written[0] == before
            entities = self._written[1] if self._written and is_ours else Entities()
            self._written = None
            catalogue = Catalogue(database, entities)
            yield catalogue
            catalogue.finish()
            database.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            database.execute("COMMIT")
            self._written = before + 1, entities
            if self.path and self._filing is None:
                self._filing = weakref.finalize(self, _file_away, self.path, self._held)
        except sqlite3.Error as error:
            is_damaged = is_damage(error)
            kind = IndexDamaged if is_damaged else ArchiveError
            raise kind("index.sqlite", f"cannot be written: {_reason(error)}") from error
        finally:
            if database.in_transaction:
                with suppress(sqlite3.Error):
                    database.execute("ROLLBACK")
            if self.path:
                _shorten(database, self.path)
                database.close()
            if is_damaged:
                self.throw_away()
        self.renew()

    def _writer(self) -> sqlite3.Connection:
        """Return a connection that may write; a file that is no index of ours is made anew."""
        assert self.path is not None
        try:
            seen = files.stamp(self.path)
            with suppress(_Useless):
                if not seen or seen != self._distrusted:
                    return _usable(_connected(self.path, "rwc"), _WRITTEN)
            self.throw_away()
            files.make(self.path, 0o660)  # what SQLite lays beside it gets the same rights
            return _made(str(self.path))
        except sqlite3.Error as error:
            raise ArchiveError("index.sqlite", f"cannot be written: {_reason(error)}") from error

    def throw_away(self) -> None:
        """Remove the file; the caller holds the archive's lock. Who reads it sees it until the next `renew`.

        Raises:
            ArchiveError: It cannot be removed.
        """
        if self.path is None:
            return
        for suffix in ("-wal", "-shm", ""):  # a file must never meet the log of another
            files.remove(self.path.with_name(self.path.name + suffix))


class _Useless(Exception):
    """A file that is no index of this version."""


def _opened(path: Path) -> tuple[sqlite3.Connection | None, bool]:
    """Return an index to read, if it is of this version, and whether it is read as one that never changes."""
    for way, is_frozen in (("ro", False), ("ro&immutable=1", True)):
        if is_frozen and _has_log(path):
            break  # which holds what was written last
        try:
            return _usable(_connected(path, way)), is_frozen
        except sqlite3.OperationalError as error:
            if code(error) == sqlite3.SQLITE_BUSY:  # somebody mends it, or files what was written
                break
            continue  # where we may not make the file of shared memory
        except _Useless:  # read as one that never changes it might look usable: without its log
            break
    return None, False


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
    )


def _usable(database: sqlite3.Connection, pages: int = _PAGES) -> sqlite3.Connection:
    try:
        database.execute(f"PRAGMA cache_size = {pages}")
        database.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes back is read again
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != VERSION or not is_whole(database):
            raise _Useless
        return database
    except (_Useless, sqlite3.DatabaseError) as error:
        database.close()
        if isinstance(error, sqlite3.OperationalError) and code(error) != sqlite3.SQLITE_ERROR:
            raise
        raise _Useless from None  # also where another program's tables are in it


def _made(name: str) -> sqlite3.Connection:
    database = sqlite3.connect(name, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    for statement in TABLES.split(";\n"):
        database.execute(statement)
    database.execute("INSERT INTO meta VALUES ('free', 0), ('dead', 0), ('generation', random() / 2)")
    database.execute(f"PRAGMA user_version = {VERSION}")
    database.execute("COMMIT")
    return database


def _file_away(path: Path, held: list[sqlite3.Connection]) -> None:
    """File what was written and leave no log behind: who may only read could not make sense of it."""
    while held:
        held.pop().close()
    with suppress(sqlite3.Error, _Useless):  # then the next writer does it
        _usable(_connected(path, "rw")).close()


def _has_log(path: Path) -> bool:
    log = files.stamp(_log(path))
    return log is not None and log[1] > 0


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _shorten(database: sqlite3.Connection, path: Path) -> None:
    """File what was written once its log has grown long; readers that look every second let us soon."""
    log = files.stamp(_log(path))
    if log and log[1] > _LOG:
        with suppress(sqlite3.Error):  # a reader that stands still: then the next writer tries again
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _begin(database: sqlite3.Connection) -> None:
    """Hold the state of this moment until the next call."""
    if database.in_transaction:
        database.execute("COMMIT")
    database.execute("BEGIN")
    if not is_whole(database):
        raise sqlite3.DatabaseError("somebody else has written to it")


def _reason(error: sqlite3.Error) -> str:
    """Say in a few words why the index refused."""
    if is_damage(error):
        return "it was damaged and is thrown away; try again, and it is made anew"
    import resource

    is_limited = resource.getrlimit(resource.RLIMIT_FSIZE)[0] != resource.RLIM_INFINITY
    if code(error) == sqlite3.SQLITE_IOERR and is_limited:
        return "is larger than this account may write"
    return {
        "database or disk is full": "no room left on the disk",
        "attempt to write a readonly database": "permission denied",
        "unable to open database file": "permission denied, or it is no file",
        "disk I/O error": "the disk refuses",
    }.get(str(error), str(error))
