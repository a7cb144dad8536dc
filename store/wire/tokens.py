"""Tokens: a paragraph as words and marks, each with its folded form and its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from store.fold import fold

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ＇`´", "'"))

_TOKEN: Final = re.compile(r"(?i:vi[eệ]t[ -]?nam)(?!\w)|[^\W_]+|'s(?!\w)|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, headline, standfirst or caption in tokens."""

    number: int
    """The paragraph number that mentions in it carry."""
    text: str
    """As cleaned, but every apostrophe a straight one; offsets are the same."""
    words: tuple[str, ...]
    """The tokens as printed: words, marks, and the possessive `'s` on its own."""
    folds: tuple[str, ...]
    """The same tokens folded; `Viet Nam` is one token and folds to `vietnam`."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def slice(self, start: int, end: int) -> str:
        """Return the text from token `start` up to and without token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""


def _folded(word: str) -> str:
    bare = fold(word)
    return "vietnam" if len(bare) == 8 and bare.startswith("viet") and bare.endswith("nam") else bare


def tokenise(text: str, number: int = 0) -> Line:
    """Take a text apart into words and marks."""
    straight = text.translate(_APOSTROPHES)
    found = list(_TOKEN.finditer(straight))
    words = tuple([m.group() for m in found])
    return Line(
        number,
        straight,
        words,
        tuple([_folded(w) for w in words]),
        tuple([m.start() for m in found]),
        tuple([m.end() for m in found]),
    )
