"""Lines: a cleaned text as lines of single spaces, wrapped and broken ones joined again."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from store.wire.furniture import is_date_line, is_rule, is_tail

_STOPS: Final = (".", "!", "?", ":", ";", "”", '"', "’", "'", ")", "…")
_DASHES: Final = ("–", "—", "- ", "--")
_NARROW: Final = 110
"""No hard-wrapped line is wider."""

_BROKEN: Final = 3
"""So many lines of a wrapped text at least end within a sentence."""


class Line(NamedTuple):
    """One line of a page."""

    text: str
    """With single spaces inside and none around."""
    gap: bool
    """Whether an empty line stood before it."""


def split_lines(text: str) -> list[Line]:
    """Return the lines of a cleaned text that are not empty."""
    lines, gap = [], True
    evenly = "  " not in text and "\t" not in text
    for raw in text.split("\n"):
        plain = raw.strip() if evenly else " ".join(raw.split())
        if plain:
            lines.append(Line(plain, gap))
        gap = not plain
    return _unbroken(_unwrapped(lines))


def ends_open(text: str) -> bool:
    """Tell whether a line stops without anything that ends a sentence."""
    return not text.endswith(_STOPS)


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Join the lines of each paragraph, if the text was wrapped at a width."""
    breaks = [(a.text, b) for a, b in pairwise(lines) if not b.gap]
    if len(breaks) < _BROKEN:
        return lines
    open_ones = [a for a, _ in breaks if ends_open(a) and 40 <= len(a) <= _NARROW]
    wide = 6 * len([line for line in lines if len(line.text) > _NARROW]) > len(lines)
    if wide or len(open_ones) < _BROKEN or len(open_ones) * 10 < len(breaks) * 6:
        return lines
    joined: list[list[str]] = []
    starts: list[bool] = []
    for line in lines:
        if joined and not line.gap and not (is_tail(line.text) or is_date_line(line.text)):
            joined[-1].append(line.text)
        else:
            joined.append([line.text])
            starts.append(line.gap)
    return [Line(" ".join(parts), gap) for parts, gap in zip(joined, starts, strict=True)]


def _unbroken(lines: list[Line]) -> list[Line]:
    """Join a line to the one before where a dateline was broken: before its dash or its agency."""
    joined: list[Line] = []
    for line in lines:
        if joined and not line.gap and len(joined[-1].text) < 60 and _continues(joined[-1].text, line.text):
            joined[-1] = Line(f"{joined[-1].text} {line.text}", joined[-1].gap)
        else:
            joined.append(line)
    return joined


def _continues(before: str, text: str) -> bool:
    if text.startswith(_DASHES):
        return len(text) > 2 and not is_rule(text)
    return text.startswith("(") and len(before) < 30 and 0 < text.find(")") < 40 and len(text) > 60
