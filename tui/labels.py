"""Labels: as few letters as can be for each of so many things, none the beginning of another."""

from __future__ import annotations

from typing import Final

from store.archive.letters import PICKING

_BASE: Final = len(PICKING)
"""A label has the letters that a party may have: `g` goes and `x` takes away."""


def label(index: int, count: int) -> str:
    """Return the label of a thing: up to 24 things have one letter each, up to 576 at most two, and so on."""
    size, leaves = _shape(count)
    if index < leaves:
        return _word(index, size - 1)
    return _word(leaves * _BASE + index - leaves, size)


def at(typed: str, count: int) -> int | None:
    """Return which of so many things a label stands for."""
    size, leaves = _shape(count)
    number = _number(typed)
    if len(typed) == size - 1 and number < leaves:
        return number
    index = number - leaves * _BASE + leaves
    return index if len(typed) == size and leaves <= index < count else None


def begun(typed: str, count: int) -> int | None:
    """Return the first of so many things whose label begins with what was typed; None if none does."""
    size, leaves = _shape(count)
    if not 0 < len(typed) < size:
        return at(typed, count)
    first = _number(typed) * _BASE ** (size - 1 - len(typed))
    index = first if first < leaves else first * _BASE - leaves * _BASE + leaves
    return index if index < count else None


def _shape(count: int) -> tuple[int, int]:
    """Return the letters of the longest labels, and how many things get one letter less."""
    size = 1
    while _BASE**size < count:
        size += 1
    shorter = _BASE ** (size - 1)
    return size, shorter - -(-(count - shorter) // (_BASE - 1)) if size > 1 else 0


def _word(number: int, size: int) -> str:
    letters = []
    for _ in range(size):
        number, letter = divmod(number, _BASE)
        letters.append(PICKING[letter])
    return "".join(reversed(letters))


def _number(word: str) -> int:
    number = 0
    for letter in word:
        number = number * _BASE + PICKING.index(letter)
    return number
