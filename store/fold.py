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


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return text without case, accents, strokes, and kinds of apostrophe."""
    if text.isascii():
        return text.lower().replace("`", "'")
    bare = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_LETTERS))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[str]:
    """Return the folded words of text in order, each possessive 's taken off."""
    return [w.removesuffix("'s") for w in _WORD.findall(fold(text))]
