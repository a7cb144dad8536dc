"""The sets of an index on disk: a row for each set and block of articles, side by side for one import."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final

from store.archive import sets

BLOCK: Final = 4096
"""So many articles share a row: few for a reader to put together, and few bytes for a writer to change."""

_OPEN: Final = 4
"""So many blocks are changed before what changed is written: the sets of one may take some megabytes."""

_FULL: Final = (1 << BLOCK) - 1


class Blocks:
    """The sets of an index as its one writer changes them: gathered in memory, and written together."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Write to an index; the caller begins and ends the transaction."""
        self._database = database
        self._before: dict[int, dict[int, int]] = {}
        self._now: dict[int, dict[int, int]] = {}

    def change(self, base: int, room: int, gained: Mapping[int, int], keys: Iterable[int], gone: int) -> None:
        """Take some articles out of sets, and add some.

        Args:
            base: The number of the first article that is spoken of, and how many are: `room`.
            gained: By key of a set the articles that it gains, counted from `base`.
            keys: The sets that lose those of `gone`, counted from `base`.
        """
        for block in range(base // BLOCK, (base + room - 1) // BLOCK + 1):
            shift = base - block * BLOCK
            now = self._known(block, {*gained, *keys})
            hole = ~_moved(gone, shift)
            for key in keys:
                now[key] &= hole
            for key, articles in gained.items():
                now[key] |= _moved(articles, shift)

    def write(self) -> None:
        """Write what changed."""
        for block, now in self._now.items():
            before = self._before[block]
            changed = [(key, bits) for key, bits in now.items() if bits != before[key]]
            rows = ((block, key, sets.packed(bits)) for key, bits in changed if bits)
            self._database.executemany("INSERT OR REPLACE INTO sets VALUES (?, ?, ?)", rows)
            empty = ((block, key) for key, bits in changed if not bits)
            self._database.executemany("DELETE FROM sets WHERE block = ? AND key = ?", empty)
        self._now, self._before = {}, {}

    def _known(self, block: int, keys: Iterable[int]) -> dict[int, int]:
        """Return the sets of a block as they are now, the wanted among them."""
        if block not in self._now:
            if len(self._now) >= _OPEN:
                self.write()
            self._now[block], self._before[block] = {}, {}
        now, before = self._now[block], self._before[block]
        wanted = [key for key in keys if key not in now]
        if wanted:
            now.update(dict.fromkeys(wanted, 0))
            now.update(_bits(self._database, block, wanted))
            before.update((key, now[key]) for key in wanted)
        return now


def read(database: sqlite3.Connection, first: int, last: int) -> dict[int, int]:
    """Return the sets whose keys lie from `first` to `last`, by key in order."""
    return _joined(database.execute(_BETWEEN, (_all(database), first, last)))


def read_each(database: sqlite3.Connection, keys: Iterable[int]) -> dict[int, int]:
    """Return the sets of some keys, by key in order."""
    return _joined(database.execute(_OF_EACH, (_all(database), json.dumps(list(keys)))))


def _all(database: sqlite3.Connection) -> str:
    """Return the numbers of the blocks that there are."""
    (size,) = database.execute("SELECT value FROM meta WHERE key = 'free'").fetchone()
    return json.dumps(list(range(-(-size // BLOCK))))


def _joined(rows: Iterable[tuple[int, int, bytes]]) -> dict[int, int]:
    parts: dict[int, list[tuple[int, bytes]]] = {}
    for key, block, bits in rows:
        parts.setdefault(key, []).append((block * BLOCK, bits))
    return {key: sets.joined(parts[key]) for key in sorted(parts)}


_BETWEEN: Final = """
SELECT sets.key, sets.block, sets.bits FROM json_each(?) AS asked
JOIN sets ON sets.block = asked.value AND sets.key BETWEEN ? AND ?"""

_OF_EACH: Final = """
SELECT sets.key, sets.block, sets.bits FROM json_each(?) AS asked
JOIN sets ON sets.block = asked.value AND sets.key IN (SELECT value FROM json_each(?))"""


def _bits(database: sqlite3.Connection, block: int, keys: Iterable[int]) -> dict[int, int]:
    sought = "SELECT key, bits FROM sets WHERE block = ? AND key IN (SELECT value FROM json_each(?))"
    rows = database.execute(sought, (block, json.dumps(sorted(keys))))
    return {key: int.from_bytes(bits, "little") for key, bits in rows}


def _moved(bits: int, shift: int) -> int:
    return (bits << shift if shift >= 0 else bits >> -shift) & _FULL
