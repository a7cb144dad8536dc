"""What differs between two rows, as runs of cells that a pen draws without a stop."""

from __future__ import annotations

import re
from itertools import groupby
from operator import is_not, ne
from typing import Final

from tui.frame import Row
from tui.sgr import ground

Run = tuple[int, int, str, int, int]
"""A row, a column, a text of one style, how many cells it takes, and how many blanks come after it."""

_STRETCH: Final = re.compile(rb"\x01(?:\x00{0,4}\x01)*")
"""Cells that differ, with a few between them."""

_BRIDGE: Final = 4
"""Cells that cost no more to send again than to jump over."""

_FEW: Final = 6
"""Blanks that cost less to write than to erase and to move on."""


def take(wanted: Row, sent: Row, start: int, end: int) -> bytes:
    """Note what is wanted between two columns as sent; return a 1 for each cell that differed, else a 0."""
    graphemes, had = wanted.graphemes[start:end], sent.graphemes[start:end]
    styles, had_styles = wanted.styles[start:end], sent.styles[start:end]
    if styles == had_styles and graphemes == had:
        return b""
    sent.graphemes[start:end], sent.styles[start:end] = graphemes, styles
    differs = bytes(map(ne, graphemes, had))
    if styles == had_styles:
        return differs
    restyled = int.from_bytes(bytes(map(is_not, styles, had_styles)), "big")
    return (int.from_bytes(differs, "big") | restyled).to_bytes(len(differs), "big")


def collect(runs: dict[str, list[Run]], y: int, start: int, row: Row, differs: bytes) -> None:
    """Add the runs of a row to those of their styles, blanks joined to what they stand beside.

    Args:
        start: The column of the first cell in `differs`.
    """
    before, beside = "", (y, -_FEW, "", 0, 0)  # the style of the run before, and the run
    for stretch in _STRETCH.finditer(differs):
        at = stretch.start()
        for style, group in groupby(row.styles[start + at : start + stretch.end()]):
            first, at = differs.find(1, at), at + len(list(group))
            if first >= at:
                continue
            last = differs.rfind(1, first, at) + 1
            run = _run(y, start + first, start + last, row.graphemes, style)
            gap = run[1] - beside[1] - beside[3] - beside[4]
            if (
                gap <= _BRIDGE
                and ground(style) == ground(before)
                and (joined := _joined(before, beside, style, run, row))
            ):
                runs[before].pop()
                run, style = joined, before if beside[2] else style
            if style in runs:
                runs[style].append(run)
            else:
                runs[style] = [run]
            beside, before = run, style


def _joined(before: str, beside: Run, style: str, run: Run, row: Row) -> Run | None:
    """Return two runs of a row as one where that costs less than to move from the one to the other."""
    y, x, text, width, blanks = beside
    _, start, more, cells, tail = run
    end = x + width + blanks
    between = "".join(row.graphemes[end:start])
    if start < end or (between and set(row.styles[end:start]) != {style}):
        return None
    if not more:
        return None if between.strip(" ") else (y, x, text, width, blanks + len(between) + tail)
    is_near = blanks <= _FEW and len(between.encode()) <= _BRIDGE
    if not is_near or (before != style if text else between):
        return None
    return y, x, text + " " * blanks + between + more, start - x + cells, tail


def _run(y: int, start: int, end: int, graphemes: list[str], style: str) -> Run:
    """Return the cells between two columns, and the second halves of wide ones, as a run."""
    while not graphemes[start]:
        start -= 1
    while end < len(graphemes) and not graphemes[end]:
        end += 1
    text = "".join(graphemes[start:end])
    if text[-1] != " " or ground(style) is None:
        return y, start, text, end - start, 0
    kept = text.rstrip(" ")
    blanks = len(text) - len(kept)
    return y, start, kept, end - start - blanks, blanks
