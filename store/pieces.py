"""Pieces: a long text in parts that end where a word does, to be worked on one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SPACE: Final = re.compile(r"\s")


def pieces(text: str, size: int, slack: int | None = None) -> Iterator[str]:
    """Yield a text in parts of about so many code points, each but the first beginning with white space.

    Args:
        slack: So many more code points may a part have; a longer word is cut.
    """
    at = 0
    while at < len(text):
        last = len(text) if slack is None else at + size + slack
        gap = _SPACE.search(text, at + size, last)
        end = gap.start() if gap else min(last, len(text))
        yield text[at:end]
        at = end


def single_spaced(text: str) -> str:
    """Return a text with one space in the place of all white space between words, and none around them.

    A long one is taken in pieces: its words all at once are ten times as large as the text.
    """
    spaced = text.replace("\n", " ")
    if spaced.isprintable():  # no white space but spaces, as in most texts, which is found sooner
        while "  " in spaced:
            spaced = spaced.replace("  ", " ")
        return spaced.strip(" ")
    if len(text) <= _LONG:
        return " ".join(text.split())
    plain = (" ".join(piece.split()) for piece in pieces(text, _LONG))
    return " ".join([piece for piece in plain if piece])


_LONG: Final = 65_536
