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
from store.wire.envoys import envoys
from store.wire.events import mark_events
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.lexicon import HONORIFICS, OFFICE_WORDS, SPEECH
from store.wire.offices import THEIRS, Office
from store.wire.orgs import mark_orgs
from store.wire.parties import mark_house_party, mark_parties
from store.wire.persons import Someone, mark_persons
from store.wire.places import dateline_places, mark_places
from store.wire.roles import offices_of, party_behind, printed
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import is_head
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
    sheet = Sheet(layout, gazetteer)
    mark_parties(sheet)
    mark_events(sheet)
    mark_house_party(sheet)
    mark_orgs(sheet)
    towns = Towns(sheet)
    towns.mark_certain()
    people = mark_persons(sheet)
    towns.mark_likely()
    mark_places(sheet)
    roles = offices_of(sheet, people)
    told = with_counterparts(sheet, roles)
    for person in people:
        sheet.entities[person.id] = _with_role(sheet, person, told[person.id])
    lines = {line.number: line for line in sheet.lines}
    marks = {line.number: sheet.all_marks(index) for index, line in enumerate(sheet.lines)}
    acting = _parties_of(sheet, people, roles)
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
        starts, ends = lines[number].starts, lines[number].ends
        found += [_new(Mention, (m.entity, number, starts[m.start], ends[m.end - 1])) for m in marks[number]]
    return tuple(found)


_new: Final = tuple.__new__  # as `Mention` does itself, in half the time

_EMPTY: Final = word_set("the of a an and for to")
_OFFICES: Final = 40
"""Nobody is given more offices in one text."""


@remembered(160, 4096)
def _said_by(office: str) -> frozenset[str]:
    """Return the folded words that an office says something by."""
    return frozenset(words(straight(office))) - _EMPTY


def _with_role(sheet: Sheet, person: Someone, roles: list[Office]) -> Entity:
    """Return a person with the longest form of the name and every office that says something new."""
    names = [sheet.lines[m.line].slice(m.start, m.end) for m in person.marks]
    name = max(names, key=len) if len(names) > 1 else names[0]
    role = _told([printed(sheet, role) for role in roles[:_OFFICES]]) if roles else None
    return Entity(person.id, "person", name, None, person.country, role, person.confirmed)


def _told(offices: list[str]) -> str | None:
    """Return the offices that say something new, as a role prints them."""
    if len(offices) == 1:
        return offices[0] if _said_by(offices[0]) else None
    kept: list[tuple[str, frozenset[str]]] = []
    for text in dict.fromkeys(offices):
        content = _said_by(text)
        if content and not any([content <= other for _, other in kept]):
            kept = [(t, c) for t, c in kept if not c <= content]
            kept.append((text, content))
    return "; ".join([t for t, _ in kept]) or None


_PARTY_OFFICE: Final = word_set("general first secretary party politburo leader")


def _parties_of(sheet: Sheet, people: list[Someone], roles: Mapping[str, list[Office]]) -> dict[str, str]:
    """Return for whom each person acts: the owner of an office or body, or "of the PARTY" after the name."""
    found: dict[str, str] = {}
    for person in people:
        key = person.id
        party = _employer(sheet, roles[key]) or _beside(sheet, person)
        record = None if party else sheet.gazetteer.people.get(key)
        if record and record.party in sheet.entities and _is_partisan(sheet.entities[key].role):
            party = record.party
        if party:
            found[key] = party
    return envoys(sheet, people, roles, found)


def _is_partisan(role: str | None) -> bool:
    """Tell whether a person is given no office but in a party."""
    return role is None or _PARTY_OFFICE.issuperset(words(role))


def _employer(sheet: Sheet, offices: list[Office]) -> str | None:
    """Return the party of the first office that is a party's."""
    for office in offices:
        if owner := _owner(sheet, office):
            return owner
    return None


def _owner(sheet: Sheet, role: Office) -> str | None:
    """Return the party of an office: named in it, or the owner of the body it belongs to."""
    index, start, end, _ = role
    if sheet.lines[index].folds[start] in THEIRS and (party := party_behind(sheet, role)):
        return party.entity
    for mark in sheet.taken[index][start:end]:
        if mark is None:
            continue
        if mark.kind == "party":
            house = mark.entity == sheet.house and mark.end - mark.start == 1
            return _abroad(sheet, role) if house and _is_foreign(sheet, role) else mark.entity
        if mark.owner:
            return mark.owner
    return _department(sheet, index, start, end)


def _countries(sheet: Sheet, office: Office) -> set[str]:
    """Return the countries that an office names, by place, adjective or body."""
    places = sheet.gazetteer.places
    spans = [s for at in range(office.start, office.end) if (s := sheet.known_at(office.line, at))]
    found = [places[n.id].country for s in spans for n in s.names if n.id in places]
    found += [
        sheet.entities[m.entity].country
        for m in sheet.marks(office.line, office.start, office.end)
        if m.kind == "org"
    ]
    return {country for country in found if country}


def _is_foreign(sheet: Sheet, office: Office) -> bool:
    """Tell whether an office is another country's, so that "Party" in it is not the agency's own."""
    home = sheet.gazetteer.parties[sheet.house].country if sheet.house else None
    countries = _countries(sheet, office)
    return bool(countries) and home not in countries


def _abroad(sheet: Sheet, office: Office) -> str | None:
    """Return the only party in the text of the country of an office."""
    countries = _countries(sheet, office)
    found = [e.id for e in sheet.entities.values() if e.kind == "party" and e.country in countries]
    return found[0] if len(found) == 1 else None


def _department(sheet: Sheet, index: int, start: int, end: int) -> str | None:
    """Return the owner of `the department`, `his commission`: the last body named with that noun."""
    said = sheet.lines[index].folds[start:end]
    if _BODY_NOUNS.isdisjoint(said):
        return None
    nouns = _BODY_NOUNS.intersection(said)
    for at in range(index, max(-1, index - _BACK), -1):
        folds = sheet.lines[at].folds
        end = start if at == index else len(folds)
        for mark in reversed(sheet.marks(at, max(0, end - 10 * _FAR), end)):
            if mark.owner and not nouns.isdisjoint(folds[mark.start : mark.end]):
                return mark.owner
    return None


_FAR: Final = 40
_BACK: Final = 6
_BODY_NOUNS: Final = word_set("commission department board committee bureau council")


def _beside(sheet: Sheet, person: Someone) -> str | None:
    """Return the party in `NAME of the PARTY`, `NAME, a guest from the PARTY`, `PARTY's NAME`."""
    for mark in person.marks:
        folds, taken, at = sheet.lines[mark.line].folds, sheet.taken[mark.line], mark.end
        ahead = at + 7 if folds[at : at + 1] == (",",) else at + 1
        for of in [i for i in range(at, min(ahead, len(folds))) if folds[i] in _WHOSE]:
            party = taken[of + 1 + (folds[of + 1 : of + 2] == ("the",))]
            if party is not None and party.kind == "party":
                return party.entity
        before = taken[mark.start - 2]
        if before is not None and before.kind == "party" and folds[mark.start - 1] == "'s":
            return before.entity
        if owned := _owned(sheet, mark):
            return owned
        acting = _speaks_for(sheet, mark.line, mark.end) or _leads_for(sheet, mark.line, mark.start)
        if acting:
            return acting
    return None


def _owned(sheet: Sheet, mark: Mark) -> str | None:
    """Return the party in `NAME's ruling PARTY`, `the PARTY (ABBR) of Prime Minister NAME`."""
    line, taken, at = sheet.lines[mark.line], sheet.taken[mark.line], mark.end
    if line.folds[at : at + 1] == ("'s",):
        at += 1
        while line.folds[at : at + 1] != () and line.folds[at] in _ITS_KIND:
            at += 1
        party = taken[at]
        return party.entity if party is not None and party.kind == "party" else None
    at = mark.start
    while at > 2 and taken[at - 1] is None and (line.folds[at - 1] in _BEFORE_NAME or is_head(line, at - 1)):
        at -= 1
    if at < 3 or line.folds[at - 1] != "of":
        return None
    at -= 3 if line.words[at - 2] == ")" and line.words[at - 4 : at - 3] == ("(",) else 0
    party = taken[at - 2]
    return party.entity if party is not None and party.kind == "party" else None


_ITS_KIND: Final = word_set(
    "ruling governing own new conservative liberal left right centre center far - wing"
)
_BEFORE_NAME: Final = HONORIFICS | OFFICE_WORDS | word_set("former outgoing incoming then")
_WHOSE: Final = frozenset({"of", "from", "for"})
_LED: Final = word_set("led headed")
_SPOKE: Final = word_set("spoke speaking behalf")


def _leads_for(sheet: Sheet, index: int, start: int) -> str | None:
    """Return the party in `a delegation of the PARTY led by ... NAME`."""
    line = sheet.lines[index]
    if _LED.isdisjoint(line.vocabulary) or _LED.isdisjoint(line.folds[max(0, start - 21) : start]):
        return None
    for at in range(start - 1, max(0, start - 20), -1):
        if line.folds[at - 1 : at + 1] in (("led", "by"), ("headed", "by")):
            parties = [m for m in sheet.marks(index, max(0, at - 10), at) if m.kind == "party"]
            return parties[-1].entity if parties else None
        if line.words[at] in ".;" or line.folds[at] in SPEECH:
            break
    return None


def _speaks_for(sheet: Sheet, index: int, at: int) -> str | None:
    """Return the party in `NAME, ..., spoke for the PARTY`, `NAME ... on behalf of the PARTY`."""
    line = sheet.lines[index]
    if _SPOKE.isdisjoint(line.vocabulary) or _SPOKE.isdisjoint(line.folds[max(0, at - 1) : at + _FAR]):
        return None
    begin, end = sheet.sentence(index, at)
    for verb in range(max(begin, at), min(end, at + _FAR)):
        if line.folds[verb] in ("for", "of") and line.folds[verb - 1] in _SPOKE:
            token = verb + 1 + (line.folds[verb + 1 : verb + 2] == ("the",))
            party = sheet.at(index, token)
            if party is not None and party.kind == "party":
                return party.entity
    return None
