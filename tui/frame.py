"""A frame as Textual writes it, taken apart into cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from sys import intern
from typing import Final
from unicodedata import category, east_asian_width

from rich.cells import split_graphemes

from tui.glyphs import Glyphs, spelt
from tui.sgr import ground

UNKNOWN: Final = "?"
"""The style of a cell of which nothing is known."""

_MOVE: Final = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")

_SEGMENT: Final = re.compile(
    r"\x1b\[(?:0?m|([0-9;]*)m([^\x1b]*)(?:\x1b\[0?m)?)"
    r"|([^\x1b]+)"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-~]?|\x1b"
)
"""A text and its style, which ends with it. What the last line matches is dropped, as are other controls:
none of them ever reaches the terminal."""

_FLAG_LETTERS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class Row:
    """Cells of a line: a grapheme each, "" for the second half of a wide one, and its style.

    Equal styles are one object, so that they are quickly compared.
    """

    __slots__ = ("graphemes", "is_odd", "styles")

    def __init__(self, graphemes: list[str], styles: list[str]) -> None:
        """Take as many styles as graphemes."""
        self.graphemes = graphemes
        self.styles = styles
        self.is_odd = False
        """Whether some grapheme may be wider or narrower in some terminals."""

    @classmethod
    def blank(cls, width: int, style: str = UNKNOWN) -> Row:
        """Return a line of blanks, by default of which nothing is known."""
        return cls([" "] * width, [style] * width)


def lines(frame: str, y: int, x: int) -> Iterator[tuple[int, int, str]]:
    """Yield each styled line of a frame and the cell where it begins; at last an empty one, at the cursor.

    Args:
        y: The row of the cursor before.
        x: Its column.
    """
    head, *moves = _MOVE.split(frame)
    pieces = [(y + 1, x + 1, head), *zip(moves[::3], moves[1::3], moves[2::3], strict=True)]
    for row, column, text in pieces:
        if text and text != "\n":
            for n, line in enumerate(text.split("\n")):
                yield int(row) + n - 1, 0 if n else int(column) - 1, line
    row, column, text = pieces[-1]
    if not text:
        yield int(row) - 1, int(column) - 1, ""


@lru_cache(maxsize=512)
def cells(line: str, glyphs: Glyphs) -> tuple[str, Row]:
    """Return the marks at the head of a styled line, which belong to the cell before it, and its cells."""
    row, head = Row([], []), ""
    graphemes, styles = row.graphemes, row.styles
    for style, text, plain in _SEGMENT.findall(line):
        if plain:
            style, text = "", plain
        before = len(graphemes)
        if text.isascii() and text.isprintable():
            graphemes += text
        else:
            marks, more, is_odd = _graphemes(spelt(_CONTROLS.sub("", text), glyphs))
            row.is_odd |= is_odd or bool(marks)
            if graphemes:
                add_marks(graphemes, marks)
            else:
                head += marks
            graphemes += more
        styles += [_of_blanks(style) if not text.strip(" ") else intern(style)] * (len(graphemes) - before)
    return head, row


def add_marks(graphemes: list[str], marks: str) -> None:
    """Give marks to the last grapheme."""
    last = -2 if graphemes[-1] == "" and len(graphemes) > 1 else -1
    graphemes[last] += marks


@lru_cache(maxsize=4096)
def _graphemes(text: str) -> tuple[str, tuple[str, ...], bool]:
    """Return the marks at the head of a text, its graphemes, "" after a wide one, and whether one is odd."""
    marks, graphemes = "", []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            graphemes += [text[start:end], *[""] * (width - 1)]
        elif graphemes:
            add_marks(graphemes, text[start:end])
        else:
            marks += text[start:end]
    return marks, tuple(graphemes), not all(map(is_sure, graphemes))


@lru_cache(maxsize=4096)
def is_sure(grapheme: str) -> bool:
    """Tell whether every terminal agrees how many cells a grapheme takes.

    Joined emoji, variation selectors, flags and spacing marks are where terminals differ.
    """
    if len(grapheme) > 1:
        return east_asian_width(grapheme[0]) != "W" and all("\u0300" <= c <= "\u036f" for c in grapheme[1:])
    return grapheme == "" or (category(grapheme) not in ("Cn", "Mc") and grapheme not in _FLAG_LETTERS)


@lru_cache(maxsize=1024)
def _of_blanks(style: str) -> str:
    """Return as much of a style as blanks show: only the background, unless they are decorated."""
    blank = ground(style)
    return intern(style if blank is None else blank)
