"""Names: who and what a text names, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from store.article import KINDS, Entity, Mention
from store.fold import words
from store.remembering import remembered
from store.wire.counterparts import with_counterparts
from store.wire.employers import parties_of
from store.wire.events import mark_events
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.offices import Office
from store.wire.orgs import mark_orgs
from store.wire.parties import mark_house_party, mark_parties
from store.wire.persons import Someone, mark_persons
from store.wire.places import dateline_places, mark_places
from store.wire.roles import offices_of, printed
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import Line, straight, word_set
from store.wire.towns import Towns


class Named(NamedTuple):
    """The entities of a text and their mentions."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    party_of: Mapping[str, str] = MappingProxyType({})
    """Person id to the id of the party for which that person acts in this text."""
    lines: Mapping[int, Line] = MappingProxyType({})
    """What was read in tokens, by the number of the paragraph."""
    marks: Mapping[int, Sequence[Mark]] = MappingProxyType({})
    """The mentions by their tokens, by the number of the paragraph."""
    vocabulary: frozenset[str] = frozenset()
    """Every folded word of the text."""


def name_all(layout: Layout, gazetteer: Gazetteer) -> Named:
    """Return everyone and everything that a text names.

    Letters that may be several parties' make one unconfirmed party, `party:?-cpp`; its role lists them.
    """
    return name_each([layout], gazetteer)[0]


def name_each(layouts: Sequence[Layout], gazetteer: Gazetteer) -> list[Named]:
    """Return what each of some texts names: one room after the other reads all of them."""
    sheets = [Sheet(layout, gazetteer) for layout in layouts]
    for mark in (mark_parties, mark_events, mark_house_party, mark_orgs):
        for sheet in sheets:
            mark(sheet)
    towns = [Towns(sheet) for sheet in sheets]
    for these in towns:
        these.mark_certain()
    people = [mark_persons(sheet) for sheet in sheets]
    for these, sheet in zip(towns, sheets, strict=True):
        these.mark_likely()
        mark_places(sheet)
    roles = [offices_of(*those) for those in zip(sheets, people, strict=True)]
    return [_named(*those) for those in zip(sheets, people, roles, strict=True)]


def _named(sheet: Sheet, people: list[Someone], roles: dict[str, list[Office]]) -> Named:
    """Return what is marked on a sheet, with the offices of its people."""
    told = with_counterparts(sheet, roles)
    for person in people:
        sheet.entities[person.id] = _with_role(sheet, person, told[person.id])
    lines = {line.number: line for line in sheet.lines}
    marks = {line.number: sheet.all_marks(index) for index, line in enumerate(sheet.lines)}
    acting = parties_of(sheet, people, roles)
    return Named(_entities(sheet, marks), _mentions(lines, marks), acting, lines, marks, sheet.vocabulary)


def _entities(sheet: Sheet, marks: Mapping[int, Sequence[Mark]]) -> tuple[Entity, ...]:
    """Return the entities kind by kind, each kind in the order in which the text names them."""
    order: dict[str, None] = {}
    for place in dateline_places(sheet):
        order[place.id] = None
        sheet.entities.setdefault(place.id, place)
    order |= dict.fromkeys([mark.entity for mark in chain.from_iterable(marks.values())])
    found: dict[str, list[Entity]] = {kind: [] for kind in KINDS}
    for entity in map(sheet.entities.__getitem__, order):
        found[entity.kind].append(entity)
    return tuple(chain.from_iterable(found.values()))


def _mentions(lines: Mapping[int, Line], marks: Mapping[int, Sequence[Mark]]) -> tuple[Mention, ...]:
    """Return where each entity is named, in the order of the paragraph numbers."""
    found: list[Mention] = []
    for number in sorted(marks):
        starts, said = lines[number].starts, lines[number].words
        found += [
            _new(Mention, (m.entity, number, starts[m.start], starts[m.end - 1] + len(said[m.end - 1])))
            for m in marks[number]
        ]
    return tuple(found)


_new: Final = tuple.__new__  # as an `Entity` or a `Mention` is made anyway, in half the time

_EMPTY: Final = word_set("the of a an and for to")
_OFFICES: Final = 40
"""Nobody is given more offices in one text."""


@remembered(160, 4096)
def _said_by(office: str) -> frozenset[str]:
    """Return the folded words that an office says something by."""
    return frozenset(words(straight(office))) - _EMPTY


def _says(office: str) -> bool:
    """Tell whether an office says something: mostly its first word does, and the others need not be asked."""
    first = office.partition(" ")[0].lower()
    return (first.isascii() and first.isalpha() and first not in _EMPTY) or bool(_said_by(office))


def _with_role(sheet: Sheet, person: Someone, roles: list[Office]) -> Entity:
    """Return a person with the longest form of the name and every office that says something new."""
    name = ""
    for mark in person.marks:
        other = sheet.lines[mark.line].slice(mark.start, mark.end)
        name = other if len(other) > len(name) else name
    role = _told(sheet, roles) if roles else None
    return _new(Entity, (person.id, "person", name, None, person.country, role, person.confirmed))


def _told(sheet: Sheet, offices: Sequence[Office]) -> str | None:
    """Return the offices that say something new, as a role prints them."""
    if len(offices) == 1:
        only = printed(sheet, offices[0])
        return only if _says(only) else None
    kept: list[tuple[str, frozenset[str]]] = []
    for text in dict.fromkeys([printed(sheet, office) for office in offices[:_OFFICES]]):
        content = _said_by(text)
        if content and not any([content <= other for _, other in kept]):
            kept = [(t, c) for t, c in kept if not c <= content]
            kept.append((text, content))
    return "; ".join([t for t, _ in kept]) or None
