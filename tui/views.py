"""Rows of the archive as lines of the Timeline: plain text and inks, no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.lines import Line, cells, line, spread
from tui.measure import clip, width, wrap
from tui.wording import day_cell

if TYPE_CHECKING:
    from store.archive.hits import Group, Row

_TABLE_YEAR: Final = 5
_TABLE_NAME: Final = 16
"""Cells of the first column of the table: of a year, or of what else the list stands under."""

_TABLE_KIND: Final = 16
_TABLE_HEADLINE: Final = 28
"""Cells that the parties and the kind of contact take in the table, before the headline."""


def heading_line(group: Group, columns: int) -> Line:
    """Return the heading of a year, or of what else orders the list, with the number of its texts."""
    year = "No date" if group.year is None else str(group.year)
    count = line((f"{group.count:,}", "faint"))
    return spread(line(("  ", "text"), (group.name or year, "bold")), count, columns)


def heading_cell(group: Group, row: Row, *, shown: bool) -> Line:
    """Return what stands in the first column of the table, blank below the first text of a heading.

    Where the list does not stand under years, the year of the text stands behind it.
    """
    if group.name is None:
        year = "none" if group.year is None else str(group.year)
        return _padded(line((year if shown else "", "bold")), _TABLE_YEAR)
    name = _padded(line((clip(group.name, _TABLE_NAME - 1) if shown else "", "bold")), _TABLE_NAME)
    return line(*name, *_padded(line((_year(row), "muted")), _TABLE_YEAR))


def _year(row: Row) -> str:
    return "none" if row.date.latest is None else str(row.date.latest.year)


def row_lines(
    row: Row, columns: int, headline_lines: int | None, here: bool, chosen: bool = False, dated: bool = False
) -> list[Line]:
    """Return the lines of one text, from the cell after the bar.

    Args:
        headline_lines: The most lines that the headline may take; None for all of it.
        here: Whether the cursor is on it.
        chosen: Whether it is selected.
        dated: Whether its year stands with it, and not above it.
    """
    top = _top(row, columns, chosen, dated)
    return [top, *_headline(row, columns, headline_lines, here)]


def table_line(row: Row, columns: int, here: bool, head: Line, repeated: bool, chosen: bool = False) -> Line:
    """Return one text as one line: heading, day, parties, contact, headline.

    Args:
        head: What `heading_cell` returned.
        repeated: Whether the row above has the same day.
        chosen: Whether it is selected.
    """
    parties, met = _parties(row), " ".join(dict.fromkeys(m.kind for m in row.contacts))
    left = line(
        *_mark(row, chosen), *head, *_day(row, "faint" if repeated else "muted"), ("  ", "text"),
        *_padded(parties, _TABLE_KIND), *_padded(line((met, "muted")), _TABLE_HEADLINE - _TABLE_KIND),
    )  # fmt: skip
    marks = _marks(row)
    tags = _tags(row, columns - cells(left) - cells(marks) - width(row.headline) - 2)
    marks = line(*tags, (" " if tags and marks else "", "text"), *marks)
    room = columns - cells(left) - cells(marks) - 1
    return spread(line(*left, (clip(row.headline, room), _headline_ink(row, here))), marks, columns)


def _padded(spans: Line, columns: int) -> Line:
    kept = spread(spans, (), columns - 1)
    return (*kept, (" " * (columns - cells(kept)), "text"))


def _top(row: Row, columns: int, chosen: bool, dated: bool) -> Line:
    """Return day, parties, and as far as there is room the reader's tags and the kind of contact; marks."""
    left, marks = line(*_mark(row, chosen), *_day(row, "muted"), ("  ", "text"), *_parties(row)), _marks(row)
    if dated:
        marks = line(*marks, (" " if marks else "", "text"), (_year(row), "faint"))
    tags = _tags(row, columns - cells(left) - cells(marks) - 3)
    right = line(*tags, (" " if tags and marks else "", "text"), *marks)
    kind = row.contacts[0].kind if row.contacts else ""
    free = columns - cells(left) - cells(right) - 2
    return spread(line(*left, (f" {kind}", "faint")) if kind and len(kind) <= free else left, right, columns)


def _mark(row: Row, chosen: bool) -> Line:
    if chosen:
        return (("■", "accent"), (" ", "text"))
    return (("  ", "text"),) if row.read else (("●", "accent"), (" ", "text"))


def _day(row: Row, ink: str) -> Line:
    text, sign = day_cell(row.date)
    return line((f"{text:<6}", ink), (sign or " " * (7 - max(6, len(text))), "warn"))


def _marks(row: Row) -> Line:
    """Return how many notes there are, and the star."""
    notes = f"✎{row.notes}" if row.notes else ""
    return line((notes, "warn"), (" " if notes and row.starred else "", "text"), ("★" * row.starred, "warn"))


def _tags(row: Row, room: int) -> Line:
    """Return as many of the tags as there is room for."""
    spans: list[tuple[str, str]] = []
    for tag in row.tags:
        one = (f"{' ' if spans else ''}#{tag}", "muted")
        if cells((*spans, one)) > room:
            break
        spans.append(one)
    return tuple(spans)


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
