"""Likeness: whether a line says what another says, and whether it is a paragraph or a title."""

from __future__ import annotations

import re
from typing import Final

from store.wire.lines import ends_open

WORD: Final = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return WORD.findall(text.casefold())


def repeats(one: str, other: str) -> bool:
    """Tell whether a text says what the other begins with: nine words of ten are the same."""
    a, b = words(one), words(other)
    if not a or len(b) < len(a) * 0.9:
        return False
    same = sum(x == y for x, y in zip(a, b, strict=False))
    return same >= len(a) * 0.9 or len(set(a) & set(b[: len(a) + 3])) >= 0.9 * len(set(a))


def is_paragraph(text: str) -> bool:
    """Tell whether a line of the head is a paragraph rather than a title."""
    count = text.count(" ") + 1
    return count > 30 or (
        count >= 8 and not ends_open(text) and not text.endswith(("?", "!", "'", "’", ")", '"', "”"))
    )
