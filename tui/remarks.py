"""Remarks: the reader's tags and notes as lines of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.archive.marks import Note
from tui.lines import Line, cells, cut, line
from tui.measure import width, wrap
from tui.wording import short_day

_HANGING: Final = "  "
"""What stands before the later lines of a note."""


def tag_lines(tags: Sequence[str], measure: int) -> list[Line]:
    """Return tags side by side, over as many lines as they take."""
    lines: list[Line] = []
    for tag in tags:
        one = (f"#{tag}", "muted")
        if lines and cells(lines[-1]) + 2 + width(one[0]) <= measure:
            lines[-1] = (*lines[-1], ("  ", "text"), one)
        else:
            lines.append(cut((one,), measure))
    return lines


def note_lines(note: Note, measure: int) -> list[Line]:
    """Return a note with its sign before it and the day on which it was written behind it."""
    text, room = " ".join(note.text.split()), max(1, measure - len(_HANGING))
    lines: list[Line] = [
        (("✎ ", "warn") if start == 0 else (_HANGING, "text"), (text[start:end], "muted"))
        for start, end in wrap(text, room)
    ]
    day = _day(note)
    if not day:
        return lines
    if cells(lines[-1]) + 1 + width(day) <= measure:
        return [*lines[:-1], (*lines[-1], (f" {day}", "faint"))]
    return [*lines, cut(line((_HANGING, "text"), (day, "faint")), measure)]


def _day(note: Note) -> str:
    """Return the day of a note where the reader is."""
    return short_day(note.at.astimezone()) if note.at else ""
