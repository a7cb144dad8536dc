"""Rows of the archive as lines of the Timeline: plain text and inks, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.lines import Line, cells, line, spread
from tui.measure import clip, wrap
from tui.wording import day_cell

if TYPE_CHECKING:
    from store.archive.hits import Row

_TABLE_KIND: Final = 16
_TABLE_HEADLINE: Final = 28
"""Cells that the parties and the kind of contact take in the table, before the headline."""


def year_line(year: int | None, count: int, columns: int) -> Line:
    """Return the heading of a year with the number of its texts."""
    name = "No date" if year is None else str(year)
    return spread(line(("  ", "text"), (name, "bold")), line((f"{count:,}", "faint")), columns)


def row_lines(row: Row, columns: int, headline_lines: int | None, here: bool) -> list[Line]:
    """Return the lines of one text, from the cell after the bar.

    Args:
        headline_lines: The most lines that the headline may take; None for all of it.
        here: Whether the cursor is on it.
    """
    top = spread(_top(row, columns), _marks(row), columns)
    return [top, *_headline(row, columns, headline_lines, here)]


def table_line(row: Row, columns: int, here: bool, year: str, repeated: bool) -> Line:
    """Return one text as one line: year, day, parties, contact, headline.

    Args:
        year: What stands in the year's column; empty below the first text of a year.
        repeated: Whether the row above has the same day.
    """
    parties, met = _parties(row), " ".join(dict.fromkeys(m.kind for m in row.contacts))
    left = line(
        *_mark(row), (f"{year:<5}", "bold"), *_day(row, "faint" if repeated else "muted"), ("  ", "text"),
        *_padded(parties, _TABLE_KIND), *_padded(line((met, "muted")), _TABLE_HEADLINE - _TABLE_KIND),
    )  # fmt: skip
    marks = _marks(row)
    room = columns - cells(left) - cells(marks) - 1
    return spread(line(*left, (clip(row.headline, room), _headline_ink(row, here))), marks, columns)


def _padded(spans: Line, columns: int) -> Line:
    kept = spread(spans, (), columns - 1)
    return (*kept, (" " * (columns - cells(kept)), "text"))


def _top(row: Row, columns: int) -> Line:
    parties = _parties(row)
    left = line(*_mark(row), *_day(row, "muted"), ("  ", "text"), *parties)
    kind = row.contacts[0].kind if row.contacts else ""
    free = columns - cells(left) - cells(_marks(row)) - 2
    return line(*left, (f" {kind}", "faint")) if kind and len(kind) <= free else left


def _mark(row: Row) -> Line:
    return (("  ", "text"),) if row.read else (("●", "accent"), (" ", "text"))


def _day(row: Row, ink: str) -> Line:
    text, sign = day_cell(row.date)
    return line((f"{text:<6}", ink), (sign or " " * (7 - max(6, len(text))), "warn"))


def _marks(row: Row) -> Line:
    return (("★", "warn"),) if row.starred else ()


def _parties(row: Row) -> Line:
    """Return the parties: `×` between two that a sentence says met, else a comma."""
    ink = "party-plain" if row.read else "party"
    met = {frozenset(contact.parties) for contact in row.contacts}
    names = _side_by_side(row)
    spans: list[tuple[str, str]] = []
    for before, name in zip((None, *names), names, strict=False):
        joint = "" if before is None else " × " if frozenset((before, name)) in met else ", "
        spans += [(joint, "muted"), (name, ink)]
    return line(*spans)


def _side_by_side(row: Row) -> list[str]:
    """Return the parties, those that met next to each other where one row of names allows it."""
    names: list[str] = []
    for contact in row.contacts:
        for name, other in (contact.parties, contact.parties[::-1]):
            if name not in names:
                names.insert(0 if names[:1] == [other] and len(names) > 1 else len(names), name)
    return names + [tag.abbr for tag in row.parties if tag.abbr not in names]


def _headline_ink(row: Row, here: bool) -> str:
    return "bold" if here else "muted" if row.read else "text"


def _headline(row: Row, columns: int, most: int | None, here: bool) -> list[Line]:
    room, ink = columns - 2, _headline_ink(row, here)
    lines = wrap(row.headline, room)
    texts = [row.headline[start:end] for start, end in lines[:most]]
    if most is not None and len(lines) > most:
        texts[-1] = clip(row.headline[lines[most - 1][0] :], room)
    return [line(("  ", "text"), (text, ink)) for text in texts]
