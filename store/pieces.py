"""Pieces: a long text in parts that end where a word does, to be worked on one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SPACE: Final = re.compile(r"\s")
_DIGIT: Final = re.compile(r"\d")


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

    Its kinds of white space are looked for among the rare letters of a text.
    """
    spaced = text.encode("utf-8", "surrogatepass")  # bytes are looked through in half the time
    spaced = spaced.replace(b"\n\n", b"\n").replace(b"\n", b" ")  # lines of their own would fill the memory
    rare = spaced.translate(None, _PLAIN).decode("utf-8", "surrogatepass")
    for space in () if rare.isprintable() else filter(str.isspace, set(rare)):
        spaced = spaced.replace(space.encode(), b" ")
    while b"  " in spaced:
        spaced = spaced.replace(b"  ", b" ")
    return spaced.strip(b" ").decode("utf-8", "surrogatepass")


def rare_letters(text: str) -> str:
    """Return the few letters of a text that are not plain ones, in their order.

    Bytes are taken out in a tenth of the time in which letters are looked at, or words cut out.
    """
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")


def has_digit(text: str) -> bool:
    """Tell whether a text has a digit; most lines have none, which their bytes tell soonest."""
    rare = text.encode("utf-8", "surrogatepass").translate(None, _NO_DIGITS)
    return rare != b"" and _DIGIT.search(rare.decode("utf-8", "surrogatepass")) is not None


_PLAIN: Final = bytes(range(ord(" "), 0x7F))
"""The visible letters of ASCII, and the space."""

_NO_DIGITS: Final = bytes([byte for byte in range(0x80) if not chr(byte).isdecimal()])
