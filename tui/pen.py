"""The pen that writes cells to a terminal in as few bytes as it knows how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from tui.frame import is_sure
from tui.runs import Run
from tui.sgr import change, ground, parts

_NOWHERE: Final = -1
"""The row of a cursor whose place is not known."""


class Pen:
    """Draws runs of cells, moving and changing style only where it must."""

    def __init__(self, width: int, erases_in_colour: bool) -> None:
        self._width = width
        self._erases_in_colour = erases_in_colour
        self._out: list[str] = []
        self.style: str | None = None
        """The style in force; None where it is not known."""
        self._y, self._x = _NOWHERE, 0

    def forget(self) -> None:
        """Rely neither on a style nor on a place."""
        self.style, self._y = None, _NOWHERE

    def clear(self, style: str) -> bool:
        """Fill the screen with blanks of a style, and tell whether the terminal can."""
        if can_clear := self._can_erase(style):
            self._take(style, "")
            self._out.append("\x1b[2J")
        return can_clear

    def nearness(self, style: str) -> tuple[object, ...]:
        """Return what sorts styles so that few bytes lead from one to the next."""
        background, attributes, ink = parts(style)
        return background != parts(self.style or "")[0], background, attributes, ink

    def draw(self, style: str, runs: Iterable[Run]) -> None:
        """Draw runs of one style, each as wide as it is told in every terminal."""
        out, at_y, at_x = self._out, self._y, self._x
        self._take(style, "".join([text for _, _, text, _, _ in runs]))
        for y, x, text, width, blanks in runs:
            if y != at_y or x != at_x:
                out.append(way(at_y, at_x, y, x))
            out.append(text)
            at_y, at_x = y, x + width
            if blanks:
                out.append(erased := self._blank(style, at_x, blanks))
                at_x += blanks if erased.isspace() else 0
            if at_x >= self._width:
                at_y = _NOWHERE  # in the last column, or behind it
        self._y, self._x = at_y, at_x

    def draw_unsure(self, y: int, x: int, style: str, cells: Sequence[str]) -> None:
        """Draw cells, some wider or narrower in some terminals; "" is the second half of a wide one."""
        text = "".join(cells)
        blanks = len(text) - len(text.rstrip(" ")) if ground(style) is not None else 0
        end = x + len(cells) - blanks
        self._take(style, text)
        for at, grapheme in enumerate(cells[: len(cells) - blanks]):
            if grapheme:
                width = 2 if cells[at + 1 : at + 2] == [""] else 1
                self._go(y, x + at)
                if not is_sure(grapheme):
                    self._write(" " * width, width)  # what the terminal may not draw on
                    self._go(y, x + at)
                self._write(grapheme, width)
                self._y = self._y if is_sure(grapheme) else _NOWHERE
        self.draw(style, [(y, end, "", 0, blanks)] if blanks else [])

    def lift(self, y: int, x: int) -> str:
        """Leave the cursor in this cell; return everything written."""
        self._go(y, x)
        written = "".join(self._out)
        self._out.clear()
        return written

    def _take(self, style: str, text: str) -> None:
        """Change the style, unless only blanks follow that look the same in the present one."""
        if style != self.style and (
            text or self.style is None or ground(style) is None or ground(style) != ground(self.style)
        ):
            self._out.append(change(self.style, style))
            self.style = style

    def _write(self, text: str, width: int) -> None:
        self._out.append(text)
        self._x += width
        if self._x >= self._width:
            self._y = _NOWHERE

    def _blank(self, style: str, x: int, width: int) -> str:
        """Return what erases so many cells from a column on where that is shorter, or as many blanks."""
        erased = "\x1b[K" if x + width == self._width else f"\x1b[{width}X"
        return erased if len(erased) <= width and self._can_erase(style) else " " * width

    def _can_erase(self, style: str) -> bool:
        blank = ground(style)
        return blank == "" or (self._erases_in_colour and blank is not None)

    def _go(self, y: int, x: int) -> None:
        """Bring the cursor to a cell."""
        if y != self._y or x != self._x:
            self._out.append(way(self._y, self._x, y, x))
            self._y, self._x = y, x


def way(from_y: int, from_x: int, y: int, x: int) -> str:
    """Return the shortest way from one cell to another."""
    if y == from_y:
        return _along(from_x, x)
    place = f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"
    if from_y == _NOWHERE:
        return place
    by = _lines(y - from_y) if y > from_y and not x else _down(y - from_y) + _along(from_x, x)
    return by if len(by) < len(place) else place


@lru_cache(maxsize=512)
def _lines(by: int) -> str:
    """Return the way to the head of a line further down."""
    return f"\x1b[{_count(by)}E"


@lru_cache(maxsize=1024)
def _down(by: int) -> str:
    """Return the way up or down."""
    return f"\x1b[{_count(abs(by))}{'B' if by > 0 else 'A'}"


@lru_cache(maxsize=4096)
def _along(from_x: int, x: int) -> str:
    """Return the shortest way in a row."""
    if x > from_x:
        return min(f"\x1b[{_count(x - from_x)}C", f"\x1b[{x + 1}G", key=len)
    if not x:
        return "\r" if from_x else ""
    return min("\b" * (from_x - x), f"\x1b[{from_x - x}D", key=len)


def _count(number: int) -> str:
    return "" if number == 1 else str(number)
