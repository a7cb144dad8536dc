"""Sets of articles as whole numbers: bit n stands for article n.

AND, OR and NOT over 100,000 articles take some microseconds each, and so does counting.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Final

PLAIN: Final = 10_000
"""Keys below are years: the set of the articles whose interval ends in that year."""

MONTHS: Final = 20_000
"""Keys from here on are months: twelve times the year, and the month from 0 on."""

BEGUN: Final = 150_000
"""Keys from here on are years, in which the intervals of several days begin."""

WORDS: Final = 160_000
"""Keys from here on are common words, in the order of the index's own list."""

ENTITIES: Final = 200_000
"""Keys from here on are entities."""

LED: Final = 1 << 30
"""Keys from here on are parties: the set of the articles in which that party is named first."""

HEADED: Final = 1 << 31
"""Keys from here on are entities: the set of the articles whose headline names that one."""


class Fact(IntEnum):
    """The keys of what an article is, beside its year and whom it names."""

    LIVE = PLAIN
    UNDATED = PLAIN + 1
    EXACT = PLAIN + 2
    INFERRED = PLAIN + 3
    CORRECTED = PLAIN + 4
    CAPTION = PLAIN + 5
    CONTACT = PLAIN + 6
    QUOTE = PLAIN + 7
    PARTYLESS = PLAIN + 8


def of(articles: Iterable[int]) -> int:
    """Return the set of some articles."""
    numbers = list(articles)
    if not numbers:
        return 0
    size = max(numbers) + 1
    if size > _SPARSE * len(numbers):
        bits = bytearray(size // 8 + 1)
        for number in numbers:
            bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")
    digits = bytearray(b"0") * size
    for number in numbers:
        digits[~number] = _SET
    return int(digits, 2)


def packed(articles: int) -> bytes:
    """Return the bits of a set as few bytes."""
    return articles.to_bytes((articles.bit_length() + 7) // 8, "little")


def flags(articles: int, size: int) -> bytes:
    """Return one byte for each of the first `size` articles: 1 for those in the set."""
    digits = format(articles & ((1 << size) - 1), f"0{size}b") if size else ""
    return digits[::-1].encode().translate(_FLAGS)


def members(articles: int) -> list[int]:
    """Return the numbers of a small set in order."""
    bits = packed(articles)
    places = [some.end() - 1 for some in _SOME.finditer(bits)]
    return [8 * place + offset for place in places for offset in _OFFSETS[bits[place]]]


_SOME: Final = re.compile(rb"\0*[^\0]")
"""A byte of a set in which there is something, behind those in which there is nothing."""

_OFFSETS: Final = tuple(tuple(n for n in range(8) if byte >> n & 1) for byte in range(256))
"""The places of the bits that are set, by byte."""

_SET: Final = ord("1")

_SPARSE: Final = 40
"""A set with less than one article among so many is put together sooner bit by bit than digit by digit."""

_FLAGS: Final = bytes.maketrans(b"01", b"\x00\x01")
