"""What the articles of a file name, as the index keeps it: few bytes, since counting reads all of them."""

from __future__ import annotations

from array import array
from typing import Final

_LARGE: Final = 1 << 16
"""A number from which on two bytes do not hold it."""


def packed(numbers: array[int]) -> bytes:
    """Return numbers of entities as few bytes: two for each where none needs more."""
    if max(numbers, default=0) < _LARGE:
        return array("H", numbers).tobytes()
    return numbers.tobytes()


def unpacked(blob: bytes, ends: array[int]) -> array[int]:
    """Return the numbers that `packed` made so few bytes; `ends` ends with how many they are."""
    return array("H" if not ends or len(blob) == 2 * ends[-1] else "I", blob)
