"""The grid of a terminal: what a frame wants there, what was sent there, and the bytes between the two."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from rich.cells import cell_len, split_graphemes

from tui.glyphs import Glyphs, spelt
from tui.pen import Pen, ground, is_sure

_TOKEN: Final = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)"
    r"|\x1b\[(?P<sgr>[\d;]*)m"
    r"|\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|(?P<line_end>\n)"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-~]?|[\x00-\x1f\x7f-\x9f]"
)
"""A piece of a frame. What the last line matches is dropped: no other control ever reaches the terminal."""

_RUN: Final = re.compile("x+")

_BRIDGE: Final = 5
"""Unchanged cells that are sent again because jumping over them costs as much."""


@dataclass(slots=True)
class _Row:
    """One line of cells: a grapheme each, "" for the second half of a wide one, None where it is unknown."""

    graphemes: list[str | None]
    styles: list[str]

    @classmethod
    def unknown(cls, width: int) -> _Row:
        return cls([None] * width, [""] * width)


@dataclass(slots=True)
class Cells:
    """The screen as the frames want it, and as the terminal has it."""

    width: int
    height: int
    glyphs: Glyphs = "every"
    _wanted: list[_Row] = field(init=False)
    _sent: list[_Row] = field(init=False)
    _touched: set[int] = field(init=False, default_factory=set)
    _cursor: tuple[int, int] = field(init=False, default=(0, 0))
    _aim: tuple[int, int] = field(init=False, default=(0, 0))
    """Where the frames want the cursor."""

    def __post_init__(self) -> None:
        self._wanted = [_Row.unknown(self.width) for _ in range(self.height)]
        self.forget()

    def forget(self) -> None:
        """Stop relying on what was sent, so that the next frame sends every cell again."""
        self._sent = [_Row.unknown(self.width) for _ in range(self.height)]
        self._touched = set(range(self.height))

    def paint(self, frame: str) -> None:
        """Lay a frame over what is wanted; the next changes bring it to the terminal."""
        self._aim = self._paint(frame)

    def changes(self, frame: str = "", erase: bool = True) -> str:
        """Return the bytes that turn the terminal's screen into the one after `frame`, and all before it.

        Args:
            erase: Whether the terminal fills erased cells with the current background.
        """
        self.paint(frame)
        pen = Pen(self.width, erase)
        for y in sorted(self._touched):
            self._send_row(pen, y)
        self._touched.clear()
        if not pen.drew and self._aim == self._cursor:
            return ""
        self._cursor = self._aim
        return pen.lift(*self._aim)

    def _paint(self, frame: str) -> tuple[int, int]:
        """Lay a frame over the wanted cells; return where it leaves the cursor."""
        y, x = self._aim
        style = ""
        for token in _TOKEN.finditer(frame):
            if token["text"]:
                x = self._write(y, x, token["text"], style)
            elif token["sgr"] is not None:
                style = "" if token["sgr"] == "0" else token["sgr"]
            elif token["row"]:
                y, x = int(token["row"]) - 1, int(token["column"]) - 1
            elif token["line_end"]:
                y, x = y + 1, 0
        return y, x

    def _write(self, y: int, x: int, text: str, style: str) -> int:
        """Put text on the wanted cells; return the column after it."""
        marks, graphemes = ("", text) if text.isascii() else _graphemes(spelt(text, self.glyphs))
        start, x = x, x + len(graphemes)
        if not 0 <= y < self.height:
            return x
        row = self._wanted[y]
        if marks and 0 < start <= self.width:
            _add_marks(row, start, marks)
        end = min(x, self.width)
        if start < end:
            row.graphemes[start:end] = graphemes[: end - start]
            row.styles[start:end] = [_visible(style, text)] * (end - start)
            _mend_halves(row, start, end)
        self._touched.add(y)
        return x

    def _send_row(self, pen: Pen, y: int) -> None:
        """Have the pen draw what differs in one row, and note it as sent."""
        wanted, sent = self._wanted[y], self._sent[y]
        if wanted.graphemes == sent.graphemes and wanted.styles == sent.styles:
            return
        for start, end in _spans(wanted, _changed(wanted, sent)):
            pen.go(y, start)
            cells = zip(wanted.styles[start:end], wanted.graphemes[start:end], strict=True)
            for style, run in groupby(cells, key=itemgetter(0)):
                pen.draw(style, [grapheme or "" for _, grapheme in run])
        sent.graphemes[:], sent.styles[:] = wanted.graphemes, wanted.styles


def _changed(wanted: _Row, sent: _Row) -> str:
    """Return a letter a column, `x` where it must be sent: what differs, and all that may have been moved."""
    columns = zip(wanted.graphemes, sent.graphemes, wanted.styles, sent.styles, strict=True)
    changed = "".join(
        ["x" if (now != was or style != had) and now is not None else "." for now, was, style, had in columns]
    )
    drawn = enumerate(wanted.graphemes)
    unsure = next((x for x, g in drawn if changed[x] == "x" and not is_sure(g or "")), len(changed))
    return changed[:unsure] + "".join("." if g is None else "x" for g in wanted.graphemes[unsure:])


def _spans(row: _Row, changed: str) -> list[tuple[int, int]]:
    """Return the runs of columns to draw: whole graphemes, near runs joined."""
    spans: list[tuple[int, int]] = []
    for run in _RUN.finditer(changed):
        start, end = run.span()
        start -= row.graphemes[start] == ""
        while end < len(row.graphemes) and row.graphemes[end] == "":
            end += 1
        if spans and start - spans[-1][1] <= _BRIDGE and _is_bridge(row, spans[-1][1], start):
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _is_bridge(row: _Row, start: int, end: int) -> bool:
    """Tell whether the cells between two runs are as cheap to send as to jump over."""
    between = row.graphemes[start:end]
    plain = all(grapheme is not None and grapheme.isascii() for grapheme in between)
    return plain and all(style == row.styles[start - 1] for style in row.styles[start:end])


@lru_cache(maxsize=4096)
def _graphemes(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the marks at the head of a text that belong to the cell before it, and its cells."""
    marks, cells = "", []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            cells += [text[start:end], *[""] * (width - 1)]
        elif cells:
            cells[-1] += text[start:end]
        else:
            marks += text[start:end]
    return marks, tuple(cells)


def _add_marks(row: _Row, column: int, marks: str) -> None:
    """Give marks that stand at the head of a text to the grapheme on their left."""
    before = column - 2 if row.graphemes[column - 1] == "" and column > 1 else column - 1
    row.graphemes[before] = (row.graphemes[before] or " ") + marks


def _mend_halves(row: _Row, start: int, end: int) -> None:
    """Blank the halves of wide graphemes that writing these columns cut in two."""
    cells = row.graphemes
    if end < len(cells) and cells[end] == "":
        cells[end] = " "
    elif end == len(cells) and _is_wide(cells[end - 1]):
        cells[end - 1] = " "
    if start and cells[start] != "" and _is_wide(cells[start - 1]):
        cells[start - 1] = " "


@lru_cache(maxsize=4096)
def _is_wide(grapheme: str | None) -> bool:
    return grapheme is not None and cell_len(grapheme) > 1


def _visible(style: str, text: str) -> str:
    """Return as much of a style as can be seen on this text: of blanks only the background."""
    blank = None if text.strip(" ") else ground(style)
    return style if blank is None else blank
