"""The roll of an article: who and what it names, with counts, as lines of the sidebar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from store.article import Article, Entity
from tui.lines import KIND_INK, Line, cells, cut, indent, inked, line, spread
from tui.measure import clip, width, wrap
from tui.reasons import place
from tui.wording import KIND_HEADS

NAMES_FROM: Final = 45
"""Columns from which a party's full name follows its abbreviation."""

_NUMBER: Final = 5
"""Cells of a column of counts."""

_ROLE_LINES: Final = 2
"""The most lines of an office that is not under the cursor."""

_LABEL: Final = 7
"""Cells of the name of a kind where the kinds are run in."""

_SHORT_HEADS: Final = {"Parties": "party", "Contacts": "met", "Organisations": "bodies"}


class Entry(NamedTuple):
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
    below: tuple[str, ...] = ()
    """The offices of a person, the kind of a contact."""


class RollLine(NamedTuple):
    """One line of the sidebar."""

    content: Line
    entries: tuple[int, ...] = ()
    """The entries that stand on it."""


def entries(
    article: Article,
    totals: Mapping[str, int],
    letters: Mapping[str, str],
    corrected: Collection[str] = (),
) -> list[Entry]:
    """Return everything the article names, grouped by kind; who met whom stands right below the parties.

    Args:
        totals: Entity id to the number of texts under the filter in force.
        letters: Party id to its letter.
        corrected: The ids of what people corrected something of.
    """
    here = Counter(mention.entity for mention in article.mentions if mention.paragraph >= 0)
    found: list[Entry] = []
    for kind, head in KIND_HEADS.items():
        of_kind = [e for e in article.entities if e.kind == kind]
        twins = Counter(e.name for e in of_kind)
        for entity in sorted(of_kind, key=lambda e: (-here[e.id], totals.get(e.id, 0))):
            named = max(1, here[entity.id])  # a dateline or a headline names it, too
            label = _label(entity, letters.get(entity.id, ""), twin=twins[entity.name] > 1)
            if entity.id in corrected:
                label = line(*label, (" ✓", "warn"))
            roles = tuple(entity.role.split("; ")) if entity.role else ()
            found.append(Entry(head, label, entity.id, kind, None, named, totals.get(entity.id, 0), roles))
        if kind == "party":
            found += _contacts(article)
    return found


def _label(entity: Entity, letter: str, *, twin: bool) -> Line:
    """Return how an entity is called; two of one name are told apart by country."""
    ink = KIND_INK[entity.kind]
    doubt = ("" if entity.confirmed else " ?", "warn")
    if entity.kind != "party":
        country = f" {entity.country}" if twin and entity.country else ""
        return line(("  ", "text"), (entity.name, ink), (country, "muted"), doubt)
    return line((f"{letter or ' ':<2}", "key"), (entity.abbr or entity.name, ink), doubt)


def _contacts(article: Article) -> list[Entry]:
    names = {entity.id: entity.abbr or entity.name for entity in article.entities}
    found = []
    for contact in article.contacts:
        one, other = (names.get(party, party) for party in contact.parties)
        label = line(("  ", "text"), (one, "party"), (" × ", "muted"), (other, "party"))
        found.append(Entry("Contacts", label, paragraph=contact.paragraph, below=(contact.kind,)))
    for crowd in article.unnamed:
        number = f"{crowd.at_least:,}+ " if crowd.at_least else ""
        label = line(("  ", "text"), (f"{number}unnamed parties", "text"))
        found.append(Entry("Contacts", label, paragraph=crowd.paragraph))
    return found


def column(roll: list[Entry], columns: int, names: Mapping[str, str], chosen: int | None) -> list[RollLine]:
    """Return the sidebar as a column: a heading per kind, an entry a line, here and all at the right.

    Args:
        names: Party id to its full name, shown where there is room.
        chosen: The entry under the cursor, whose offices stand in full.
    """
    lines: list[RollLine] = []
    for i, entry in enumerate(roll):
        if i == 0 or entry.group != roll[i - 1].group:
            numbers = f"{'here':>{_NUMBER}}{'all':>{_NUMBER}}" if i == 0 and entry.entity else ""
            lines += [RollLine(())] if i else []
            lines.append(RollLine(spread(line((entry.group, "faint")), line((numbers, "faint")), columns)))
        lines += [RollLine(part, (i,)) for part in _named(entry, columns, names)]
        most = None if i == chosen else _ROLE_LINES
        lines += [RollLine(part, (i,)) for role in entry.below for part in _hung(role, columns, most)]
    return lines


def _named(entry: Entry, columns: int, names: Mapping[str, str]) -> list[Line]:
    """Return an entry's name, over two lines where it is long, and its numbers on the first."""
    numbers, label = _numbers(entry), entry.label
    if columns >= NAMES_FROM and (full := names.get(entry.entity or "")):
        return [spread(line(*label, (f"  {full}", "muted")), numbers, columns)]
    room = columns - cells(numbers) - 1
    if cells(label) <= room:
        return [spread(label, numbers, columns)]
    lead, *rest = label
    if entry.group == "Contacts" and len(rest) == 3:
        one, _, other = rest
        first = line(lead, *_kept((one,), ((" ×", "muted"),), room - cells((lead,))))
        return [spread(first, numbers, columns), cut(indent((other,), cells((lead,))), columns)]
    text = "".join(part for part, _ in rest)
    inks = [ink for part, ink in rest for _ in part]
    (start, end), *more = wrap(text, room - cells((lead,)))
    if more and len(text) - more[0][0] == 1 and " " in text[start:end]:
        (start, end), *more = wrap(text, width(text[start:end]) - 1)  # no sign stands alone
    lines = [spread(line(lead, *inked(text, inks, start, end)), numbers, columns)]
    if more:
        after = tuple(span for span in rest[1:] if more[0][0] < len(rest[0][0]))
        name = inked(text, inks, more[0][0], len(text) - sum(len(part) for part, _ in after))
        lines.append(indent(_kept(name, after, columns - cells((lead,))), cells((lead,))))
    return lines


def _kept(name: Line, after: Line, most: int) -> Line:
    """Return a name and what stands behind it in at most `most` cells; the name gives way."""
    return cut(line(*cut(name, max(1, most - cells(after))), *after), most)


def _numbers(entry: Entry) -> Line:
    if entry.entity is None:
        return line((place(entry.paragraph), "faint"))
    return line((f"{entry.here:>{_NUMBER}}", "text"), (f" {entry.total:>{_NUMBER - 1},}", "faint"))


def _hung(role: str, columns: int, most: int | None) -> list[Line]:
    """Return what stands under an entry, wrapped, indented and, unless chosen, cut."""
    room = columns - 4
    spans = wrap(role, room)
    parts = [role[start:end] for start, end in spans[:most]]
    if most is not None and len(spans) > most:
        parts[-1] = clip(role[spans[most - 1][0] :], room)
    return [line(("    ", "text"), (part, "muted")) for part in parts]


def run_in(roll: list[Entry], columns: int, chosen: int | None) -> list[RollLine]:
    """Return the sidebar run in: one row a kind, counts after the names; for little room.

    Args:
        chosen: The entry under the cursor, whose name lies on the mark.
    """
    lines: list[RollLine] = []
    current: list[tuple[Line, int]] = []

    def flush(head: str) -> None:
        spans = [span for item, _ in current for span in (("  ", "text"), *item)][1:]
        lines.append(RollLine(line((f"{head:<{_LABEL}}", "faint"), *spans), tuple(i for _, i in current)))
        current.clear()

    head = ""
    for i, entry in enumerate(roll):
        new = i == 0 or entry.group != roll[i - 1].group
        item = _short(entry, columns - _LABEL, here=i == chosen)
        used = sum(cells(one) + 2 for one, _ in current)
        if current and (new or _LABEL + used + cells(item) > columns):
            flush(head)
            head = ""
        if new:
            head = _SHORT_HEADS.get(entry.group, entry.group.lower())
        current.append((item, i))
    if current:
        flush(head)
    return lines


def starts(one: RollLine) -> list[int]:
    """Return the columns at which labels of entries that are run in may stand: in the gap before each."""
    places, x = [], 1
    for number, (text, _) in enumerate(one.content):
        if number == 1 or (number > 1 and text == "  "):
            places.append(x if text == "  " else x - 2)
        x += width(text)
    return places


def _short(entry: Entry, most: int, *, here: bool) -> Line:
    """Return an entry as it stands among others on one row: key letter, name, count."""
    first, *rest = entry.label
    letter = (first,) if first[0].strip() else ()
    tail = (f" {entry.here}", "text") if entry.entity else (f" {place(entry.paragraph)}", "faint")
    room = most - cells((*letter, tail))
    if entry.group == "Contacts" and len(rest) == 3 and cells(rest) > room:
        one, joint, other = rest
        half = (room - cells((joint,))) // 2
        rest = [*cut((one,), half), joint, *cut((other,), half)]
    name = tuple((text, "mark" if here else ink) for text, ink in rest)
    return line(*letter, *_kept(name[:1], name[1:], room), tail)
