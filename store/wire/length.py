"""Length: how much of a text is read, and in which form the rest is kept."""

from __future__ import annotations

from typing import Final

from store.pieces import pieces, single_spaced

READ: Final = 400_000
"""Code points that are read: a report to a congress, the longest of wire texts, has 200,000 of them.

What is longer is a heap of texts, or made to fill our memory: a word that is read takes twenty times as much.
"""

_PARAGRAPH: Final = 4000
"""Code points of a paragraph of the rest, about: where its own begin and end is not looked for."""


def part_read(text: str) -> str:
    """Return the part of a cleaned text that is read: nearly always all of it."""
    return text if len(text) <= READ else next(pieces(text, READ, _PARAGRAPH))


def part_kept(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a cleaned text behind the part that is read."""
    if len(text) <= READ:
        return ()
    rest = text[len(part_read(text)) :]
    plain = (single_spaced(piece) for piece in pieces(rest, _PARAGRAPH, _PARAGRAPH))
    return tuple([paragraph for paragraph in plain if paragraph])
