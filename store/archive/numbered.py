"""Numbered: a file of articles as the index knows it, and the numbers that say when each article arrived."""

from __future__ import annotations

from array import array
from typing import Final, NamedTuple
from zlib import crc32

from store.archive.entries import Entry
from store.archive.naming import Names

_ARRIVALS: Final = 1 << 20
"""When an article arrived is the number of its file times this, plus its place in it."""


class Known(NamedTuple):
    """One file of articles as the index knows it; store.archive.schema tells what the columns hold."""

    name: str
    base: int
    room: int
    prints: array[int]
    named: Names
    apart: Names
    days: array[int]
    keys: array[int]

    def entities_of(self, place: int) -> array[int]:
        """Return the entities that the article at a place of the file names."""
        return self.named.of(place) + self.apart.of(place)

    def before(self, place: int) -> Known:
        """Return the same with only the articles before a place."""
        return self._replace(
            prints=self.prints[:place],
            named=self.named.before(place),
            apart=self.apart.before(place),
            days=self.days[:place],
        )


def checksum(entry: Entry) -> int:
    """Return a checksum of what words are looked for in, and of what of it is the headline."""
    return crc32(f"{entry.title}\n{entry.text}".encode("utf-8", "surrogatepass"))


def arrival(segment: str, place: int) -> int:
    """Return when the article at a place of a file arrived: greater than that of any before it."""
    return int(segment) * _ARRIVALS + place
