"""Employers: for which party each person of a text acts, by an office or by the words beside the name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from store.fold import words
from store.wire.envoys import envoys
from store.wire.lexicon import CALLINGS, HONORIFICS, OFFICE_HEADS, OFFICE_WORDS, SPEECH
from store.wire.offices import THEIRS, Office
from store.wire.persons import Someone
from store.wire.roles import party_behind
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import word_set

_PARTY_OFFICE: Final = word_set("general first secretary party politburo leader")


def parties_of(sheet: Sheet, people: list[Someone], roles: Mapping[str, list[Office]]) -> dict[str, str]:
    """Return for whom each person acts: the owner of an office or body, or "of the PARTY" after the name."""
    found: dict[str, str] = {}
    acting = not _ACTING.isdisjoint(sheet.vocabulary)
    for person in people:
        key = person.id
        party = _employer(sheet, roles[key]) or _beside(sheet, person, acting)
        record = None if party else sheet.gazetteer.people.get(key)
        if record and record.party in sheet.entities:
            role = sheet.entities[key].role
            if role is None or _PARTY_OFFICE.issuperset(words(role)):  # none but a party's
                party = record.party
        if party:
            found[key] = party
    return envoys(sheet, people, roles, found)


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
    for mark in filter(None, sheet.taken[index][start:end]):
        if mark.kind == "party":
            house = mark.end - mark.start == 1 and mark.entity == sheet.house
            return _abroad(sheet, role) if house and _is_foreign(sheet, role) else mark.entity
        if mark.owner in sheet.entities:
            return mark.owner
    said = sheet.lines[index].folds[start:end]
    return None if _BODY_NOUNS.isdisjoint(said) else _department(sheet, index, start, end)


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
    nouns = _BODY_NOUNS.intersection(sheet.lines[index].folds[start:end])
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


def _beside(sheet: Sheet, person: Someone, acting: bool) -> str | None:
    """Return the party in `NAME of the PARTY`, `NAME, a guest from the PARTY`, `PARTY's NAME`.

    `acting` tells whether the text has a word by which somebody speaks for a party or leads its people.
    """
    for mark in person.marks:
        folds, at = sheet.lines[mark.line].folds, mark.end
        end = at + 7 if folds[at : at + 1] == (",",) else at + 1
        if not _WHOSE.isdisjoint(folds[at:end]) and (party := _of_party(sheet, mark.line, at, end)):
            return party
        before = sheet.taken[mark.line][mark.start - 2]
        if before is not None and before.kind == "party" and folds[mark.start - 1] == "'s":
            return before.entity
        if party := _owned(sheet, mark):
            return party
        if acting and (party := _speaks_for(sheet, mark) or _leads_for(sheet, mark)):
            return party
    return None


def _of_party(sheet: Sheet, index: int, at: int, end: int) -> str | None:
    """Return the party in `of the PARTY`, `from PARTY` between two tokens."""
    folds, taken = sheet.lines[index].folds, sheet.taken[index]
    for of in [i for i in range(at, min(end, len(folds))) if folds[i] in _WHOSE]:
        party = taken[of + 1 + (folds[of + 1 : of + 2] == ("the",))]
        if party is not None and party.kind == "party":
            return party.entity
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
    while (
        at > 2
        and taken[at - 1] is None
        and (line.folds[at - 1] in _BEFORE_NAME or line.words[at - 1] in CALLINGS)
    ):
        at -= 1
    if at < 3 or line.folds[at - 1] != "of":
        return None
    at -= 3 if line.words[at - 2] == ")" and line.words[at - 4 : at - 3] == ("(",) else 0
    party = taken[at - 2]
    return party.entity if party is not None and party.kind == "party" else None


_ITS_KIND: Final = word_set(
    "ruling governing own new conservative liberal left right centre center far - wing"
)
_BEFORE_NAME: Final = HONORIFICS | OFFICE_WORDS | OFFICE_HEADS | word_set("former outgoing incoming then")
_WHOSE: Final = frozenset({"of", "from", "for"})
_LED: Final = word_set("led headed")
_SPOKE: Final = word_set("spoke speaking behalf")
_ACTING: Final = _LED | _SPOKE


def _leads_for(sheet: Sheet, mark: Mark) -> str | None:
    """Return the party in `a delegation of the PARTY led by ... NAME`."""
    line, start = sheet.lines[mark.line], mark.start
    if _LED.isdisjoint(line.folds[max(0, start - 21) : start]):
        return None
    for at in range(start - 1, max(0, start - 20), -1):
        if line.folds[at - 1 : at + 1] in (("led", "by"), ("headed", "by")):
            parties = [m for m in sheet.marks(mark.line, max(0, at - 10), at) if m.kind == "party"]
            return parties[-1].entity if parties else None
        if line.words[at] in ".;" or line.folds[at] in SPEECH:
            break
    return None


def _speaks_for(sheet: Sheet, mark: Mark) -> str | None:
    """Return the party in `NAME, ..., spoke for the PARTY`, `NAME ... on behalf of the PARTY`."""
    line, at = sheet.lines[mark.line], mark.end
    if _SPOKE.isdisjoint(line.folds[max(0, at - 1) : at + _FAR]):
        return None
    begin, end = sheet.sentence(mark.line, at)
    for verb in range(max(begin, at), min(end, at + _FAR)):
        if line.folds[verb] in ("for", "of") and line.folds[verb - 1] in _SPOKE:
            party = sheet.taken[mark.line][verb + 1 + (line.folds[verb + 1 : verb + 2] == ("the",))]
            if party is not None and party.kind == "party":
                return party.entity
    return None
