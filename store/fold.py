"""Folding: the one form in which two spellings of a word are equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans({"đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"})
"""Letters that Unicode does not decompose, though readers type them without the stroke."""

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("’‘ʼ＇`´", "'"))

_WORD: Final = re.compile(r"\w+(?:'\w+)?")

_SHORT: Final = 64
"""Names and words are folded over and over and remembered; a whole text would be remembered for nothing."""


def fold(text: str) -> str:
    """Return text without case, accents, strokes, and kinds of apostrophe."""
    return _remembered(text) if len(text) <= _SHORT else _folded(text)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))  # which takes ´ for an accent
    bare = "".join(c for c in apart if not unicodedata.combining(c))
    return bare.translate(_LETTERS).translate(_APOSTROPHES).casefold()


_remembered: Final = lru_cache(maxsize=65536)(_folded)


def words(text: str) -> list[str]:
    """Return the folded words of text in order, each possessive 's taken off."""
    return [w.removesuffix("'s") for w in _WORD.findall(fold(text))]
