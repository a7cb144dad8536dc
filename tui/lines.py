"""Lines of inked text: what a panel paints, before any colour is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import split_graphemes

from tui.measure import ELLIPSIS, JOINERS, clip, fitting, width

Span = tuple[str, str]
"""A run of text and the name of its ink."""

Line = tuple[Span, ...]
"""One line on the screen, left to right."""

KIND_INK: Final = {"party": "party", "person": "person", "place": "place", "event": "event", "org": "text"}
"""One kind, one dress, wherever it stands."""


def line(*spans: Span) -> Line:
    """Return a line of the spans that have any text."""
    return tuple(span for span in spans if span[0])


def cells(spans: Iterable[Span]) -> int:
    """Return how many cells a line takes."""
    return sum(width(text) for text, _ in spans)


def cut(spans: Line, most: int) -> Line:
    """Return the line cut to `most` cells; what is cut ends in an ellipsis."""
    if cells(spans) <= most:
        return spans
    if most < 1:
        return ()
    kept: list[Span] = []
    room = most
    for text, ink in spans:
        taken = width(text)
        if taken >= room:
            kept.append((clip(text, room) if taken > room else _shortened(text), ink))
            break
        kept.append((text, ink))
        room -= taken
    return line(*kept)


def _shortened(text: str) -> str:
    return text[: fitting(text, width(text) - 1)] + ELLIPSIS


def spread(left: Line, right: Line, columns: int) -> Line:
    """Return `left` and, at the right edge, `right`; the left gives way."""
    if not right:
        return cut(left, columns)
    room = columns - cells(right) - 1
    if room < 1:
        return cut(right, columns)
    kept = cut(left, room)
    return (*kept, (" " * (columns - cells(kept) - cells(right)), "text"), *right)


def overlaid(spans: Line, at: int, over: Span) -> Line:
    """Return the line with a run of text over its cells from `at` on."""
    end, x = at + width(over[0]), 0
    before: list[Span] = []
    after: list[Span] = []
    for text, ink in spans:
        taken = width(text)
        if x < at:
            kept = text[: fitting(text, at - x)]
            gap = min(at - x, taken) - width(kept)
            before += [(kept, ink), (" " * gap, ink)]
        if x + taken > end:
            after.append((_behind(text, max(0, end - x)), ink))
        x += taken
    return line(*before, (" " * (at - x), "text"), over, *after)


def _behind(text: str, covered: int) -> str:
    """Return what stands behind the first cells of a text, a blank for each half of a letter cut in two."""
    start = fitting(text, covered)
    gap = covered - width(text[:start])
    if gap:
        _, end, taken = split_graphemes(text[start:])[0][0]
        return " " * (taken - gap) + text[start + end :]
    return text[start:]


def indent(spans: Line, columns: int) -> Line:
    """Return the line moved right."""
    return line((" " * columns, "text"), *spans)


def inked(text: str, inks: Sequence[str], start: int, end: int) -> Line:
    """Return text[start:end] as spans, given the ink of every character; a joined emoji has the first's."""
    spans: list[Span] = []
    at = start
    for i in range(start + 1, end + 1):
        if i == end or (inks[i] != inks[at] and text[i] not in JOINERS and text[i - 1] != JOINERS[0]):
            spans.append((text[at:i], inks[at]))
            at = i
    return line(*spans)
