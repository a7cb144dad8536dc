"""Summaries: whether the first paragraph of a page without a dateline is but its summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.wire.bylines import byline, is_never_said
from store.wire.captions import read_caption
from store.wire.datelines import Wires
from store.wire.furniture import is_date_line
from store.wire.likeness import SUMMARY, is_paragraph, repeats
from store.wire.lines import Line

_LONGEST: Final = 320
"""No summary is longer."""

_NEAR: Final = 4
"""It is said again within so many lines."""

_FAR: Final = 7
"""The text begins within so many lines behind it, a caption and its day among them."""


def text_below(lines: Sequence[Line], number: int, headline: str | None, known: Wires) -> int:
    """Return the number of the line where the text begins: that of a first paragraph, or of one below it."""
    for later in range(number + 1, min(number + _NEAR, len(lines))):
        if repeats(lines[number].text, lines[later].text):
            return later
    if not headline or len(lines[number].text) > _LONGEST:
        return number
    signed = False
    for later in range(number + 1, min(number + _FAR, len(lines))):
        signs = _tells_writer_or_day(lines, later, known)
        if not (signs or read_caption(lines[later].text, headline)):
            return later if signed and is_paragraph(lines[later].text) else number
        signed = signed or signs
    return number


def _tells_writer_or_day(lines: Sequence[Line], number: int, known: Wires) -> bool:
    """Tell whether a line says who wrote the text or when the page was set."""
    text = lines[number].text
    signed = byline(text) or known.byline(text)
    return (
        signed is not None or is_date_line(text) or is_never_said(text, [x.text for x in lines[number + 1 :]])
    )


def is_summary_below(texts: list[str]) -> bool:
    """Tell whether what stands below a dateline alone is a summary: no sentence with its stop, then one."""
    if len(texts) < 2 or not SUMMARY <= texts[0].count(" ") <= _LONGEST_SUMMARY:
        return False
    return not texts[0].endswith(_STOPS) and is_paragraph(texts[1]) and len(texts[1]) > len(texts[0])


_LONGEST_SUMMARY: Final = 25
"""So many spaces a summary below a dateline has at most."""

_STOPS: Final = (".", "!", "?", ":", ";", ",", "”", '"')
