"""Styles as terminals are told them (SGR): what a blank shows of one, and the shortest way to another."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import Final

_DECORATED: Final = frozenset({"4", "5", "6", "7", "9", "21", "51", "52", "53"})
"""Codes that show on a blank cell: underlines, blinking, reverse, strike, frames."""

_INKS: Final = frozenset(map(str, [*range(30, 38), *range(90, 98)]))
_GROUNDS: Final = frozenset(map(str, [*range(40, 48), *range(100, 108)]))

_OFF: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "7": "27", "8": "28", "9": "29"}
"""The code that ends another; 22 ends bold and dim together."""


@lru_cache(maxsize=1024)
def ground(style: str) -> str | None:
    """Return the background a blank of this style shows; None when it shows more than that."""
    background, attributes, _ = parts(style)
    return None if any(code in _DECORATED for code in attributes) else background


@lru_cache(maxsize=4096)
def change(was: str | None, now: str) -> str:
    """Return the shortest change from one style to another; None is a style that is not known."""
    whole = f"\x1b[0;{now}m" if now else "\x1b[m"
    if was is None or was == now:
        return "" if was == now else whole
    had_ground, had, had_ink = parts(was)
    background, attributes, ink = parts(now)
    codes = _turned(had, attributes)
    if codes is None:
        return whole
    codes += [ink or "39"] if ink != had_ink else []
    codes += [background or "49"] if background != had_ground else []
    return min(f"\x1b[{';'.join(codes)}m", whole, key=len) if codes else ""


def _turned(had: tuple[str, ...], attributes: tuple[str, ...]) -> list[str] | None:
    """Return the codes that end attributes and begin others; None where one has no code that ends it."""
    gone = [code for code in had if code not in attributes]
    if any(code not in _OFF for code in gone):
        return None
    ends = list(dict.fromkeys(_OFF[code] for code in gone))
    return ends + [code for code in attributes if code not in had or _OFF.get(code) in ends]


@lru_cache(maxsize=1024)
def parts(style: str) -> tuple[str, tuple[str, ...], str]:
    """Return the background, the attributes and the ink of a style."""
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
    return background, tuple(sorted(attributes)), ink
