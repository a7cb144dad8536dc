"""The sets of an index on disk: a row for each set and block of articles, those of one set side by side."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_
from typing import Final

from store.archive import many, sets

BLOCK: Final = 4096
"""So many articles share a row: few for a reader to put together, and few bytes for a writer to change."""

_OPEN: Final = 4
"""So many blocks are changed before what changed is written: the sets of one may take some megabytes."""

_FULL: Final = (1 << BLOCK) - 1

_BYTES: Final = BLOCK // 8

_WHOLE: Final = sets.packed(_FULL)

_SPARSE: Final = 16
"""So few articles of a block are kept as numbers: most entities are named by fewer; or as lacking so few."""


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
            hole = ~((gone << shift if shift >= 0 else gone >> -shift) & _FULL)
            for key in keys:
                now[key] &= hole
            if shift >= 0 and shift + room <= BLOCK:
                for key, articles in gained.items():
                    now[key] |= articles << shift
                continue
            for key, articles in gained.items():
                now[key] |= (articles << shift if shift >= 0 else articles >> -shift) & _FULL

    def write(self) -> None:
        """Write what changed."""
        for block, now in self._now.items():
            before = self._before[block]
            changed = sorted(key for key, bits in now.items() if bits != before[key])
            rows = ((key, block, _part(now[key])) for key in changed if now[key])
            self._database.executemany("INSERT OR REPLACE INTO sets VALUES (?, ?, ?)", rows)
            empty = ((key, block) for key in changed if not now[key])
            self._database.executemany("DELETE FROM sets WHERE key = ? AND block = ?", empty)
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
            rows = self._database.execute(_IN_BLOCK, (block, many.numbers(wanted)))
            now.update((key, _bits(part)) for key, part in rows)
            before.update((key, now[key]) for key in wanted)
        return now


def read(database: sqlite3.Connection, first: int, last: int) -> dict[int, int]:
    """Return the sets whose keys lie from `first` to `last`, by key in order."""
    return _joined(database.execute(_BETWEEN, (first, last)))


def read_each(database: sqlite3.Connection, keys: Iterable[int]) -> dict[int, int]:
    """Return the sets of some keys, by key in order."""
    return _joined(database.execute(_OF_EACH, (many.numbers(keys),)))


def union(database: sqlite3.Connection, keys: Iterable[int]) -> int:
    """Return the set of what is in any of the sets of some keys: sooner than by reading each as a whole."""
    found: dict[int, int] = {}
    lone: list[int] = []
    for block, part in database.execute(_OF_ANY, (many.numbers(keys),)):
        if len(part) & 1 and not part[0]:
            base = block * BLOCK
            lone += [base + number for number in array("H", part[1:])]
        else:
            found[block] = found.get(block, 0) | _bits(part)
    return reduce(or_, (some << block * BLOCK for block, some in found.items()), sets.of(lone))


def _joined(rows: Iterable[tuple[int, int, bytes]]) -> dict[int, int]:
    """Return sets by key from their parts, which stand in order."""
    found: dict[int, bytearray] = {}
    last, bits = -1, bytearray()
    for key, block, part in rows:
        if key != last:
            last, bits = key, bytearray()
            found[key] = bits
        if len(bits) < block * _BYTES:
            bits += bytes(block * _BYTES - len(bits))
        if len(part) & 1:
            bits += _WHOLE if len(part) == 1 and part[0] else sets.packed(_bits(part))
        else:
            bits += part
    return {key: int.from_bytes(bits, "little") for key, bits in found.items()}


def _part(articles: int) -> bytes:
    """Return a set within a block as few bytes: an even number of them has its bits.

    An odd one has numbers: behind 0 of the articles that are in the set, behind 1 of those that are not.
    """
    if articles.bit_count() <= _SPARSE:
        return b"\0" + array("H", sets.members(articles)).tobytes()
    missing = articles ^ _FULL
    if missing.bit_count() <= _SPARSE:
        return b"\1" + array("H", sets.members(missing)).tobytes()
    return articles.to_bytes((articles.bit_length() + 15) // 16 * 2, "little")


def _bits(part: bytes) -> int:
    """Return the set that `_part` made so small."""
    if len(part) & 1:
        some = sum(1 << number for number in array("H", part[1:]))
        return some ^ _FULL if part[0] else some
    return int.from_bytes(part, "little")


_IN_BLOCK: Final = "SELECT key, part FROM sets WHERE block = ? AND key IN (SELECT value FROM json_each(?))"

_BETWEEN: Final = "SELECT key, block, part FROM sets WHERE key BETWEEN ? AND ? ORDER BY key, block"

_OF_EACH: Final = (
    "SELECT key, block, part FROM sets WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, block"
)

_OF_ANY: Final = "SELECT block, part FROM sets WHERE key IN (SELECT value FROM json_each(?))"
