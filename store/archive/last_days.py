"""The last day that each article may be about, block by block: lists are put in order by it, bars drawn."""

from __future__ import annotations

import sqlite3
from array import array
from typing import Final

from store.archive.blocks import BLOCK


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
            found += self._block(block)[place : place + count - len(found)]
        return found

    def change(self, base: int, room: int, days: array[int]) -> None:
        """Know the days of the articles from one on; none of those behind them in the room of their file."""
        days = days + array("I", bytes(days.itemsize * (room - len(days))))
        while days:
            block, place = divmod(base, BLOCK)
            part = days[: BLOCK - place]
            self._block(block)[place : place + len(part)] = part
            base, days = base + len(part), days[len(part) :]

    def write(self) -> None:
        """Write what was changed."""
        rows = ((block, days.tobytes()) for block, days in self._blocks.items())
        self._database.executemany("INSERT OR REPLACE INTO days VALUES (?, ?)", rows)
        self._blocks = {}

    def _block(self, block: int) -> array[int]:
        if block not in self._blocks:
            row = self._database.execute(_OF_BLOCK, (block,)).fetchone()
            self._blocks[block] = array("I", row[0] if row else bytes(_SIZE))
        return self._blocks[block]


def read(database: sqlite3.Connection) -> array[int]:
    """Return the days of all articles by number; 0 where none is known."""
    parts: list[bytes] = []
    for block, days in database.execute("SELECT block, days FROM days ORDER BY block"):
        parts += [bytes(_SIZE)] * (block - len(parts))
        parts.append(days)
    return array("I", b"".join(parts))


_SIZE: Final = BLOCK * array("I").itemsize
"""Bytes of a block."""

_OF_BLOCK: Final = "SELECT days FROM days WHERE block = ?"
