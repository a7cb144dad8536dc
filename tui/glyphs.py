"""Glyphs: stand-ins for terminals that lack our signs, each as wide as what it stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

from rich.cells import split_graphemes

Glyphs = Literal["every", "narrow", "ascii"]
"""What a terminal draws as wide as we think: everything, all but what is ambiguous in East Asia, or ASCII."""

_SIGNS: Final = dict(
    zip(
        "│┃─━┬├┤┴┼┌┐└┘┣┫┻▌●○■□★☆✎✓✔×→←↑↓…·•–—−±¶§“”„«»‹›‘’‚′▁▂▃▄▅▆▇█▒░▓",
        '||-=+++++++++[]^>*ox.##nccx><^v.,*---+pS"""""<>\'\'\'\'..::||##::#',
        strict=True,
    )
)
"""One sign of ASCII for each that we draw, or that printed texts are full of."""

_LETTERS: Final = dict(zip("đĐøØłŁßæœ€£", "dDoOlLsaoEL", strict=True))
"""Letters that Unicode does not take apart."""


_AMBIGUOUS: Final = ("ja", "ko", "zh")
"""Languages whose terminals may draw our signs two cells wide."""


def fitting(asked: bool | None, environment: Mapping[str, str], encoding: str) -> Glyphs:
    """Return what a terminal draws, by what was asked for, its locale, and the encoding it is written in."""
    knows = encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8sig")
    if not knows:
        return "ascii"
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    if asked is None:
        asked = locale[:2] in _AMBIGUOUS
    return "narrow" if asked else "every"


@lru_cache(maxsize=4096)
def spelt(text: str, glyphs: Glyphs) -> str:
    """Return a text in signs that a terminal draws as wide as they are here; each cell stays where it is."""
    if glyphs == "every" or text.isascii():
        return text
    pieces = split_graphemes(text)[0]
    return "".join(_spelt(text[start:end], width, glyphs) for start, end, width in pieces)


def _spelt(grapheme: str, width: int, glyphs: Glyphs) -> str:
    first = grapheme[:1]
    if first in _SIGNS:
        return _SIGNS[first]
    if glyphs == "narrow" and unicodedata.east_asian_width(first) != "A":
        return grapheme
    plain = _LETTERS.get(first) or unicodedata.normalize("NFKD", first)[:1]
    if not (plain.isascii() and plain.isprintable()):
        plain = _drawn(first)
    return (plain * width if plain == "?" else plain.ljust(width))[:width]


def _drawn(sign: str) -> str:
    """Return the stand-in of what Textual draws frames and bars with, and `?` for a letter of no Latin."""
    name = unicodedata.name(sign, "")
    if name.startswith("BOX DRAWINGS"):
        return "|" if "VERTICAL" in name else "-"
    return "#" if "BLOCK" in name else "?"
