"""Envoys: people who speak for a party that no office of theirs names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from store.wire.offices import Office
from store.wire.persons import Someone
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import word_set

_POSTS: Final = word_set("ambassador envoy consul charge counsellor counselor")
_DEEDS: Final = word_set(
    "handed handing conveyed conveying delivered delivering briefed briefing informed informing transmitted "
    "passed passing relayed relaying extended extending presented presenting"
)
"""What an envoy does with a letter, greetings or news of a party."""

_HIM: Final = word_set("he she ambassador diplomat envoy")
_FAR: Final = 14
"""So many tokens may stand between "on behalf of" a party and the name of who speaks for it."""


def envoys(
    sheet: Sheet, people: Sequence[Someone], roles: Mapping[str, list[Office]], known: dict[str, str]
) -> dict[str, str]:
    """Return for whom people act, with those who speak for a party or carry its messages as diplomats."""
    if "behalf" in sheet.vocabulary:
        for index, line in enumerate(sheet.lines):
            for at in line.among(_BEHALF):
                _speaks(sheet, index, at, known)
    if _POSTS.isdisjoint(sheet.vocabulary) or _DEEDS.isdisjoint(sheet.vocabulary):
        return known
    for person in people:
        country = None if person.id in known else _sent_by(sheet, roles[person.id])
        if country and (party := _carried(sheet, person.marks, country)):
            known[person.id] = party
    return known


_BEHALF: Final = frozenset({"behalf"})


def _speaks(sheet: Sheet, index: int, at: int, known: dict[str, str]) -> None:
    """Note who speaks in `On behalf of the PARTY, NAME ...`."""
    folds, taken = sheet.lines[index].folds, sheet.taken[index]
    begin, end = sheet.sentence(index, at)
    party = taken[at + 2 + (folds[at + 2 : at + 3] == ("the",))]
    if at - begin > 1 or party is None or party.kind != "party" or "," not in folds[party.end : end]:
        return
    comma = folds.index(",", party.end)
    for mark in sheet.marks(index, comma, min(end, comma + _FAR)):
        if mark.kind == "person":
            known.setdefault(mark.entity, party.entity)
            return


def _sent_by(sheet: Sheet, offices: Sequence[Office]) -> str | None:
    """Return the country that sent somebody as a diplomat: the first that the office names."""
    for office in offices:
        if _POSTS.isdisjoint(sheet.lines[office.line].folds[office.start : office.end]):
            continue
        for at in range(max(0, office.start - 2), office.end):
            mark, span = sheet.taken[office.line][at], sheet.known_at(office.line, at)
            if mark is not None and mark.kind == "org":
                return sheet.entities[mark.entity].country
            countries = [sheet.gazetteer.places.get(n.id) for n in span.names] if span else []
            if named := next((place.country for place in countries if place and place.country), None):
                return named
    return None


def _carried(sheet: Sheet, marks: Sequence[Mark], country: str) -> str | None:
    """Return the party of a country for which somebody hands over a letter, or of whose congress he tells."""
    here = {(m.line, sheet.sentence(m.line, m.start)) for m in marks}
    for index, line in enumerate(sheet.lines):
        for at in line.among(_DEEDS):
            begin, end = sheet.sentence(index, at)
            if not ((index, (begin, end)) in here or not _HIM.isdisjoint(line.folds[begin : begin + 3])):
                continue
            for mark in sheet.marks(index, at, end):
                party = mark.entity if mark.kind == "party" else mark.owner
                if party and party in sheet.entities and sheet.entities[party].country == country:
                    return party
    return None
