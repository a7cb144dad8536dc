"""The sets of an index on disk: a row for each set and block of articles, side by side for one import."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final

from store.archive import sets

BLOCK: Final = 4096
"""So many articles share a row: few for a reader to put together, and few bytes for a writer to change."""

_FULL: Final = (1 << BLOCK) - 1


def change(
    database: sqlite3.Connection,
    base: int,
    room: int,
    gained: Mapping[int, int],
    keys: Iterable[int],
    gone: int,
) -> None:
    """Take some articles out of sets, and add some.

    Args:
        base: The number of the first article that is spoken of, and how many are: `room`.
        gained: By key of a set the articles that it gains, counted from `base`.
        keys: The sets that lose those of `gone`, counted from `base`.
    """
    wanted = {*gained, *keys}
    for block in range(base // BLOCK, (base + room - 1) // BLOCK + 1):
        shift = base - block * BLOCK
        hole = ~_moved(gone, shift)
        found = _bits(database, block, wanted)
        rows, empty = [], []
        for key in wanted:
            before = found.get(key, 0)
            now = before & hole | _moved(gained.get(key, 0), shift)
            if now and now != before:
                rows.append((block, key, sets.packed(now)))
            elif before and not now:
                empty.append((block, key))
        database.executemany("INSERT OR REPLACE INTO sets VALUES (?, ?, ?)", rows)
        database.executemany("DELETE FROM sets WHERE block = ? AND key = ?", empty)


def read(database: sqlite3.Connection, first: int, last: int) -> dict[int, int]:
    """Return the sets whose keys lie from `first` to `last`, by key in order."""
    (size,) = database.execute("SELECT value FROM meta WHERE key = 'free'").fetchone()
    blocks = json.dumps(list(range(-(-size // BLOCK))))
    parts: dict[int, list[tuple[int, bytes]]] = {}
    for key, block, bits in database.execute(_BETWEEN, (blocks, first, last)):
        parts.setdefault(key, []).append((block * BLOCK, bits))
    return {key: sets.joined(parts[key]) for key in sorted(parts)}


_BETWEEN: Final = """
SELECT sets.key, sets.block, sets.bits FROM json_each(?) AS asked
JOIN sets ON sets.block = asked.value AND sets.key BETWEEN ? AND ?"""


def _bits(database: sqlite3.Connection, block: int, keys: Iterable[int]) -> dict[int, int]:
    sought = "SELECT key, bits FROM sets WHERE block = ? AND key IN (SELECT value FROM json_each(?))"
    rows = database.execute(sought, (block, json.dumps(sorted(keys))))
    return {key: int.from_bytes(bits, "little") for key, bits in rows}


def _moved(bits: int, shift: int) -> int:
    return (bits << shift if shift >= 0 else bits >> -shift) & _FULL
