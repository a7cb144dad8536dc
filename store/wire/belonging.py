"""Belonging: whose people and bodies those are of which no office in the text says it."""

from __future__ import annotations

from collections.abc import Sequence

from store.article import Entity
from store.fold import fold
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import FAMILY_NAMES
from store.wire.names import Named


def owners(named: Named, parties: Sequence[Entity]) -> dict[str, str]:
    """Return the party of each body that is one's, if the text names the party, too."""
    there = {party.id for party in parties}
    bodies = [mark for marks in named.marks.values() for mark in marks if mark.owner in there]
    return {mark.entity: mark.owner for mark in bodies if mark.owner and mark.kind == "org"}


def at_home(named: Named, gazetteer: Gazetteer, parties: Sequence[Entity]) -> dict[str, str]:
    """Return the parties of a country's politicians, but its president's, where all parties are its own."""
    if len({party.country for party in parties}) != 1:
        return {}
    there = {party.id for party in parties}
    people = [
        gazetteer.people[e.id]
        for e in named.entities
        if e.id in gazetteer.people and "president" not in (e.role or "").casefold()
    ]
    return {person.id: person.party for person in people if person.party in there and person.party}


def in_house(named: Named, house: Entity | None) -> dict[str, str]:
    """Return the agency's party for each `Politburo member NAME` whose name is of its country."""
    if house is None:
        return {}
    family_names = FAMILY_NAMES.get(house.country or "", frozenset())
    return {
        e.id: house.id
        for e in named.entities
        if e.kind == "person"
        and "olitburo" in (e.role or "")
        and (e.country == house.country or fold(e.name).split()[0] in family_names)
    }
