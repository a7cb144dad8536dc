"""The roll of an article: who and what it names, with counts, as lines of the sidebar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from store.article import Article, Entity
from tui.lines import KIND_INK, Line, cells, cut, line, spread
from tui.measure import wrap
from tui.reasons import place
from tui.wording import KIND_HEADS, day_cell

NAMES_FROM: Final = 45
"""Columns from which a party's full name follows its abbreviation."""

_NUMBER: Final = 5
_LABEL: Final = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the article names, or one contact it tells of."""

    group: str
    label: Line
    entity: str | None = None
    """The id to filter by; None for a contact or for parties without a name."""
    kind: str = ""
    paragraph: int | None = None
    """Where to go for what is no entity."""
    here: int | None = None
    total: int | None = None
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class RollLine:
    """One line of the sidebar."""

    content: Line
    entries: tuple[int, ...] = ()
    """The entries that stand on it."""


def entries(article: Article, totals: Mapping[str, int], letters: Mapping[str, str]) -> list[Entry]:
    """Return everything the article names, grouped by kind, then its contacts.

    Args:
        totals: Entity id to the number of texts under the filter in force.
        letters: Party id to its letter.
    """
    here = Counter(mention.entity for mention in article.mentions if mention.paragraph >= 0)
    found = []
    for kind, head in KIND_HEADS.items():
        of_kind = [e for e in article.entities if e.kind == kind]
        order = {e.id: (-here[e.id], totals.get(e.id, 0), i) for i, e in enumerate(of_kind)}
        for entity in sorted(of_kind, key=lambda e: order[e.id]):
            label = _label(entity, letters.get(entity.id, ""))
            below = (line((entity.role, "muted")),) if entity.role else ()
            total = totals.get(entity.id, 0)
            found.append(Entry(head, label, entity.id, kind, None, here[entity.id], total, below))
    return found + _contacts(article)


def _label(entity: Entity, letter: str) -> Line:
    ink = KIND_INK[entity.kind]
    doubt = ("" if entity.confirmed else " ?", "warn")
    if entity.kind != "party":
        return line(("  ", "text"), (entity.name, ink), doubt)
    return line((f"{letter or ' ':<2}", "key"), (entity.abbr or entity.name, ink), doubt)


def _contacts(article: Article) -> list[Entry]:
    names = {entity.id: entity.abbr or entity.name for entity in article.entities}
    day, sign = day_cell(article.date)
    when = line(("  ", "text"), (day.strip(), "muted"), (sign, "warn"))
    found = []
    for contact in article.contacts:
        one, other = (names.get(party, party) for party in contact.parties)
        label = line(
            ("  ", "text"), (one, "party"), (" × ", "muted"), (other, "party"), (f"  {contact.kind}", "text")
        )
        found.append(Entry("Contacts", label, paragraph=contact.paragraph, below=(when,)))
    for crowd in article.unnamed:
        number = f"{crowd.at_least:,}+ " if crowd.at_least else ""
        label = line(("  ", "text"), (f"{number}unnamed parties", "text"))
        found.append(Entry("Contacts", label, paragraph=crowd.paragraph))
    return found


def column(roll: list[Entry], columns: int, names: Mapping[str, str]) -> list[RollLine]:
    """Return the sidebar as a column: a heading per kind, an entry a line, here and all at the right.

    Args:
        names: Party id to its full name, shown where there is room.
    """
    lines: list[RollLine] = []
    for i, entry in enumerate(roll):
        if i == 0 or entry.group != roll[i - 1].group:
            numbers = f"{'here':>{_NUMBER}}{'all':>{_NUMBER}}" if i == 0 and entry.entity else ""
            lines += [RollLine(())] if i else []
            lines.append(RollLine(spread(line((entry.group, "faint")), line((numbers, "faint")), columns)))
        label = entry.label
        if columns >= NAMES_FROM and entry.kind == "party":
            label = line(*label, (f"  {names.get(entry.entity or '', '')}", "muted"))
        lines.append(RollLine(spread(label, _numbers(entry), columns), (i,)))
        lines += [RollLine(part, (i,)) for below in entry.below for part in _hung(below, columns)]
    return lines


def _numbers(entry: Entry) -> Line:
    if entry.entity is None:
        return line((place(entry.paragraph), "faint"))
    return line((f"{entry.here:>{_NUMBER}}", "text"), (f"{entry.total:>{_NUMBER},}", "faint"))


def _hung(below: Line, columns: int) -> list[Line]:
    """Return what stands under an entry: its role, wrapped and indented."""
    if len(below) != 1:
        return [cut(below, columns)]
    text, ink = below[0]
    return [line(("    ", "text"), (text[a:b], ink)) for a, b in wrap(text, columns - 4)]


def run_in(roll: list[Entry], columns: int) -> list[RollLine]:
    """Return the sidebar run in: one row a kind, counts after the names; for little room."""
    lines: list[RollLine] = []
    current: list[tuple[Line, int]] = []

    def flush(head: str) -> None:
        spans = [span for item, _ in current for span in (*item, ("  ", "text"))]
        lines.append(RollLine(line((f"{head:<{_LABEL}}", "faint"), *spans), tuple(i for _, i in current)))
        current.clear()

    head = ""
    for i, entry in enumerate(roll):
        new = i == 0 or entry.group != roll[i - 1].group
        item = _short(entry)
        used = sum(cells(one) + 2 for one, _ in current)
        if current and (new or _LABEL + used + cells(item) > columns):
            flush(head)
            head = ""
        if new:
            head = entry.group.lower()[: _LABEL - 1]
        current.append((cut(item, columns - _LABEL), i))
    if current:
        flush(head)
    return lines


def _short(entry: Entry) -> Line:
    label = tuple(
        (text.lstrip(), ink) if n == 0 else (text, ink) for n, (text, ink) in enumerate(entry.label)
    )
    if entry.kind == "party":
        label = entry.label if entry.label[0][0].strip() else entry.label[1:]
    tail = f" {entry.here}" if entry.entity else f" {place(entry.paragraph)}"
    return line(*label, (tail, "text" if entry.entity else "faint"))
