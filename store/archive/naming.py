"""What the articles of a file name, as the index keeps it: few bytes, since counting reads all of them.

Parties and offices stand apart from the rest: a quarter of all that is named, and what most counts need not
read, for parties are few and have sets of their own.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final, NamedTuple

APART: Final = ("office:", "party:")
"""How the ids begin of what stands apart; what people say of it later changes no id."""

_LARGE: Final = 1 << 16
"""A number from which on two bytes do not hold it."""


class Names(NamedTuple):
    """What articles name, one article after the other."""

    numbers: array[int]
    """The numbers of entities."""
    ends: array[int]
    """Where each article's end in them."""

    def of(self, place: int) -> array[int]:
        """Return what the article at a place names."""
        return self.numbers[self.ends[place - 1] if place else 0 : self.ends[place]]

    def before(self, place: int) -> Names:
        """Return the same with only the articles before a place."""
        return Names(self.numbers[: self.ends[place - 1] if place else 0], self.ends[:place])

    def take(self, more: Names, numbers: Sequence[int]) -> None:
        """Add articles behind the others, which tell what they name by its place in `numbers`."""
        before = len(self.numbers)
        self.numbers.extend(map(numbers.__getitem__, more.numbers))
        self.ends.extend(before + end for end in more.ends)


def no_names() -> Names:
    """Return what no articles name, to which more can be added."""
    return Names(array("I"), array("I"))


def packed(names: Names) -> tuple[bytes, bytes]:
    """Return names as few bytes, and where each article's end in these.

    An even number of bytes has two for each number, an odd one four: where any number needs them.
    """
    if max(names.numbers, default=0) < _LARGE:
        blob, width = array("H", names.numbers).tobytes(), 2
    else:
        blob, width = names.numbers.tobytes() + b"\0", 4
    return blob, array("I", [width * end for end in names.ends]).tobytes()


def unpacked(blob: bytes, ends: bytes) -> Names:
    """Return the names that `packed` made so few bytes."""
    is_large = len(blob) & 1
    numbers = array("I", blob[:-1]) if is_large else array("I", array("H", blob))
    return Names(numbers, array("I", [end // (4 if is_large else 2) for end in array("I", ends)]))
