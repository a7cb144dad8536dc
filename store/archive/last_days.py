"""The last day that each article may be about, block by block: lists are put in order by it, bars drawn.

A block whose days all lie between 1900 and 2079 keeps them counted from `BEFORE`, in half the bytes.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final

from store.archive.blocks import BLOCK

BEFORE: Final = date(1899, 12, 31).toordinal()
"""The day before the first of those that take two bytes."""

_SHORT: Final = 0xFFFF
"""The last of them, counted from that day on."""

_SMALL: Final = 2 * BLOCK
"""The bytes of a block that keeps its days so."""


class LastDays:
    """The days of an index as its one writer changes them: gathered in memory, and written together."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Write to an index; the caller begins and ends the transaction."""
        self._database = database
        self._blocks: dict[int, array[int]] = {}

    def of(self, base: int, count: int) -> array[int]:
        """Return the days of so many articles from one on; 0 where none is known."""
        found = array("I")
        while len(found) < count:
            block, place = divmod(base + len(found), BLOCK)
            found += _long(self._block(block)[place : place + count - len(found)])
        return found

    def change(self, base: int, room: int, days: array[int]) -> None:
        """Know the days of the articles from one on; none of those behind them in the room of their file."""
        days = days + array("I", bytes(days.itemsize * (room - len(days))))
        while days:
            block, place = divmod(base, BLOCK)
            part = days[: BLOCK - place]
            kept, short = self._block(block), _short(part)
            if kept.typecode == "H" and short is None:
                kept = self._blocks[block] = _long(kept)
            kept[place : place + len(part)] = short if short and kept.typecode == "H" else part
            base, days = base + len(part), days[len(part) :]

    def write(self) -> None:
        """Write what was changed."""
        rows = ((block, days.tobytes()) for block, days in self._blocks.items())
        self._database.executemany("INSERT OR REPLACE INTO days VALUES (?, ?)", rows)
        self._blocks = {}

    def _block(self, block: int) -> array[int]:
        if block not in self._blocks:
            row = self._database.execute(_OF_BLOCK, (block,)).fetchone()
            self._blocks[block] = _kept(row[0]) if row else _none()
        return self._blocks[block]


class Days:
    """The days of all articles, as numbers that stand in order; 0 where none is known."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Read an index."""
        self._blocks: list[memoryview[int]] = []
        for block, days in database.execute("SELECT block, days FROM days ORDER BY block"):
            self._blocks += [memoryview(_none()) for _ in range(block - len(self._blocks))]
            self._blocks.append(memoryview(days).cast("H" if len(days) == _SMALL else "I"))
        self.before = BEFORE
        """What makes of such a number that of the day."""
        if any(block.format == "I" for block in self._blocks):
            self._blocks = [memoryview(_long(_kept(bytes(block)))) for block in self._blocks]
            self.before = 0

    def every(self) -> Iterator[int]:
        """Yield the numbers of the days of all articles."""
        return chain.from_iterable(block.tolist() for block in self._blocks)

    def of(self, articles: Iterable[int]) -> dict[int, int]:
        """Return the numbers of the days of some articles."""
        blocks = self._blocks
        return {article: blocks[article // BLOCK][article % BLOCK] for article in articles}


def _kept(days: bytes) -> array[int]:
    return array("H" if len(days) == _SMALL else "I", days)


def _none() -> array[int]:
    return array("H", bytes(_SMALL))


def _long(days: array[int]) -> array[int]:
    """Return days as the numbers that they have."""
    return array("I", [day and day + BEFORE for day in days]) if days.typecode == "H" else days


def _short(days: array[int]) -> array[int] | None:
    """Return days counted from `BEFORE`; None where some are none of those."""
    known = [day for day in days if day]
    if known and not BEFORE < min(known) <= max(known) <= BEFORE + _SHORT:
        return None
    return array("H", [day and day - BEFORE for day in days])


_OF_BLOCK: Final = "SELECT days FROM days WHERE block = ?"
