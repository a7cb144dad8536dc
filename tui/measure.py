"""Text measured in terminal cells: clipping, wrapping and balancing, without styles."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.cells import cell_len, get_character_cell_size, split_graphemes

ELLIPSIS: Final = "…"

MEASURE: Final = 72
"""The widest a line of text is, unless the reader asks for another."""

_MOST_LOST: Final = 5
"""Letters that a clipped text may lose to end at a word."""

JOINERS: Final = ("\u200d", "\ufe0f")
"""What makes the cells of a text more or less than those of its characters."""

_REACH: Final = 16
"""Characters that a cell may have: a joined emoji has many."""


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def fitting(text: str, cells: int, start: int = 0) -> int:
    """Return the end of the longest run from `start` that takes at most `cells` cells.

    A combining mark stays with its letter, and a joined emoji in one piece.
    """
    if text.isascii():
        return min(len(text), start + max(0, cells))
    used, end = 0, start
    if any(joiner in text for joiner in JOINERS):
        for _, last, size in split_graphemes(text[start : start + _REACH * max(1, cells)])[0]:
            used += size
            if used > cells:
                break
            end = start + last
        return end
    while end < len(text):
        used += get_character_cell_size(text[end])
        if used > cells:
            break
        end += 1
    return end


@lru_cache(maxsize=4096)
def clip(text: str, cells: int) -> str:
    """Return the text cut to `cells`, ending in an ellipsis, at a word where that costs little."""
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    cut = text[: fitting(text, cells - 1)]
    space = cut.rfind(" ")
    inside = text[len(cut)] != " "
    if inside and space > 0 and len(cut) - space - 1 <= _MOST_LOST:
        cut = cut[:space]
    return cut.rstrip(" ,;:–-") + ELLIPSIS


def wrap(text: str, cells: int) -> list[tuple[int, int]]:
    """Return the (start, end) of each line of a paragraph at most `cells` wide.

    Lines break at a space, which belongs to no line, or after a hyphen; a longer word is cut.
    """
    lines: list[tuple[int, int]] = []
    start, cells = 0, max(1, cells)
    while start < len(text):
        end = fitting(text, cells, start)
        if end >= len(text):
            lines.append((start, len(text)))
            break
        at = _break_at(text, start, max(end, start + 1))
        lines.append((start, at))
        start = at
        while start < len(text) and text[start] == " ":
            start += 1
    return lines or [(0, 0)]


def wrapped(text: str, cells: int) -> list[str]:
    """Return the lines of a paragraph at most `cells` wide."""
    return [text[start:end] for start, end in wrap(text, cells)]


def _break_at(text: str, start: int, end: int) -> int:
    """Return where a line that may not pass `end` breaks best."""
    if end < len(text) and text[end] == " ":
        return end
    for at in range(end - 1, start, -1):
        if text[at] == " ":
            return at
        if text[at] == "-" and at + 1 <= end and text[at - 1].isalnum():
            return at + 1
    return end


def balance(text: str, cells: int) -> list[tuple[int, int]]:
    """Return the lines of a headline: the fewest, then as even as can be."""
    lines = wrap(text, cells)
    longest = max((width(word) for word in text.split(" ")), default=1)
    low, high = min(cells, longest), cells
    while low < high:
        middle = (low + high) // 2
        if len(wrap(text, middle)) <= len(lines):
            high = middle
        else:
            low = middle + 1
    return wrap(text, high)
