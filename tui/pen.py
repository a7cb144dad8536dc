"""The pen that writes cells to a terminal in as few bytes as it knows how."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Final
from unicodedata import category, east_asian_width

_LONG_BLANK: Final = 8
"""Blanks from which on erasing is shorter than writing spaces."""

_DECORATED: Final = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})
"""SGR codes that show on a blank cell: underlines, blinking, reverse, strike, frames."""

_INKS: Final = frozenset(map(str, [*range(30, 38), *range(90, 98)]))
_GROUNDS: Final = frozenset(map(str, [*range(40, 48), *range(100, 108)]))

_FLAG_LETTERS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))

_NOWHERE: Final = (-1, -1)
"""A cursor whose place is not known."""


class Pen:
    """Draws runs of cells, moving and changing style only where it must."""

    def __init__(self, width: int, erases_in_colour: bool) -> None:
        self._width = width
        self._erases_in_colour = erases_in_colour
        self._out: list[str] = []
        self._style = ""
        self._cursor = _NOWHERE
        self._target = _NOWHERE

    @property
    def drew(self) -> bool:
        """Whether anything was written."""
        return bool(self._out)

    def go(self, y: int, x: int) -> None:
        """Draw from this cell on."""
        self._target = (y, x)

    def draw(self, style: str, cells: Sequence[str]) -> None:
        """Draw one run of cells of one style; "" is the second half of a wide cell."""
        text = "".join(cells)
        kept = text.rstrip(" ")
        blanks = len(text) - len(kept)
        if blanks <= _LONG_BLANK or not self._can_erase(style):
            kept, blanks = text, 0
        self._take(style, kept)
        self._draw_kept(kept, cells[: len(cells) - blanks])
        if blanks:
            self._erase(blanks)

    def lift(self, y: int, x: int) -> str:
        """Leave the cursor in this cell, unstyled; return everything written."""
        self._out.append(_sgr(self._style, ""))
        self.go(y, x)
        self._place()
        return "".join(self._out)

    def _take(self, style: str, text: str) -> None:
        """Change the style, unless only blanks follow that look the same in the present one."""
        if text or ground(style) != ground(self._style):
            self._out.append(_sgr(self._style, style))
            self._style = style

    def _draw_kept(self, text: str, cells: Sequence[str]) -> None:
        if not text:
            return
        if text.isascii() or all(map(is_sure, cells)):
            self._write(text, len(cells))
            return
        for grapheme, after in zip(cells, [*cells[1:], None], strict=True):
            if grapheme:
                write = self._write if is_sure(grapheme) else self._write_unsure
                write(grapheme, 2 if after == "" else 1)

    def _write(self, text: str, width: int) -> None:
        self._place()
        self._out.append(text)
        y, x = self._target
        self._target = (y, x + width)
        self._cursor = self._target if x + width < self._width else _NOWHERE

    def _write_unsure(self, grapheme: str, width: int) -> None:
        """Write a grapheme over blanks of its width, and trust no column after it."""
        start = self._target
        self._write(" " * width, width)
        end, self._target = self._target, start
        self._write(grapheme, width)
        self._cursor, self._target = _NOWHERE, end

    def _erase(self, width: int) -> None:
        self._place()
        self._out.append(f"\x1b[{width}X")
        y, x = self._target
        self._target = (y, x + width)

    def _can_erase(self, style: str) -> bool:
        blank = ground(style)
        return blank == "" or (self._erases_in_colour and blank is not None)

    def _place(self) -> None:
        """Bring the terminal's cursor to where the next cell goes."""
        (y, x), (at_y, at_x) = self._target, self._cursor
        if (y, x) == (at_y, at_x):
            return
        if y == at_y and x > at_x:
            self._out.append(f"\x1b[{x - at_x}C")
        else:
            self._out.append(f"\x1b[{y + 1};{x + 1}H")
        self._cursor = self._target


@lru_cache(maxsize=4096)
def is_sure(grapheme: str) -> bool:
    """Tell whether every terminal agrees how many cells a grapheme takes.

    Joined emoji, variation selectors, flags and spacing marks are where terminals differ.
    """
    if len(grapheme) > 1:
        return east_asian_width(grapheme[0]) != "W" and all("\u0300" <= c <= "\u036f" for c in grapheme[1:])
    return grapheme == "" or (category(grapheme) not in ("Cn", "Mc") and grapheme not in _FLAG_LETTERS)


@lru_cache(maxsize=1024)
def ground(style: str) -> str | None:
    """Return the background a blank of this style shows; None when it shows more than that."""
    attributes, _, background = _parts(style)
    return background if attributes.isdisjoint(_DECORATED) else None


@lru_cache(maxsize=4096)
def _sgr(was: str, now: str) -> str:
    """Return the shortest change from one style to another."""
    if was == now:
        return ""
    if not now:
        return "\x1b[m"
    had, had_ink, had_ground = _parts(was)
    attributes, ink, background = _parts(now)
    whole = f"\x1b[0;{now}m" if was else f"\x1b[{now}m"
    if not had <= attributes:
        return whole
    codes = sorted(attributes - had)
    codes += [ink or "39"] if ink != had_ink else []
    codes += [background or "49"] if background != had_ground else []
    return min(f"\x1b[{';'.join(codes)}m", whole, key=len) if codes else ""


@lru_cache(maxsize=1024)
def _parts(style: str) -> tuple[frozenset[str], str, str]:
    """Return the attributes, the ink and the background of an SGR style."""
    attributes: set[str] = set()
    ink = background = ""
    codes = iter(style.split(";") if style else ())
    for code in codes:
        if code in ("38", "48"):
            space = next(codes, "")
            colour = ";".join([code, space, *islice(codes, 1 if space == "5" else 3)])
        else:
            colour = code
        if code == "38" or code in _INKS:
            ink = colour
        elif code == "48" or code in _GROUNDS:
            background = colour
        elif code not in ("39", "49"):
            attributes.add(code)
    return frozenset(attributes), ink, background
