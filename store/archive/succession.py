"""Succession: a new index takes the place of one in which much is dead, and which serves until then."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from store.archive import files
from store.archive.index import Index
from store.errors import ArchiveError

LOCK: Final = "index.lock"
"""The file of an archive that is locked by the one process which makes its index anew."""


def heir(index: Index) -> Index:
    """Return the index that is made beside another; what is there of it is a dead process's."""
    assert index.path is not None
    return Index(index.path.with_name(f"{index.path.name}.new"))


def succeed(fresh: Index, old: Index) -> None:
    """Put a new index in the place of an old one, with what that alone knows; the archive is locked.

    Raises:
        ArchiveError: It cannot take the place.
    """
    assert fresh.path is not None and old.path is not None
    fresh.close()
    with suppress(sqlite3.DatabaseError):  # what makes no sense leaves nothing
        _inherit(fresh.path, old.path)
    log = files.stamp(fresh.path.with_name(f"{fresh.path.name}-wal"))
    if log and log[1]:
        raise ArchiveError(fresh.path.name, "is held by another process")
    old.throw_away()
    try:
        os.replace(fresh.path, old.path)
        files.sync_folder(old.path.parent)
    except OSError as error:
        raise ArchiveError(old.path.name, f"cannot be replaced: {files.reason(error)}") from error
    old.renew()


def _inherit(fresh: Path, old: Path) -> None:
    """Take over how sources were when they were read, and what was known of files that are lost."""
    with closing(sqlite3.connect(_address(fresh, "rw"), uri=True, isolation_level=None)) as database:
        database.execute("ATTACH ? AS old", (_address(old, "ro"),))
        for statement in _INHERITED:
            database.execute(statement)


def _address(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


_INHERITED: Final = (
    "INSERT OR IGNORE INTO main.sightings SELECT * FROM old.sightings",
    "INSERT OR IGNORE INTO main.lost SELECT * FROM old.lost"
    " WHERE segment NOT IN (SELECT name FROM main.segments WHERE damage IS NULL)",
)
