"""Meant: which of somebody's known offices a printed role means."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from store.wire.gazetteer import Gazetteer
from store.wire.holders import LEADING, head_of, is_top, words_of
from store.wire.records import Person, Term

_LOOSE: Final = frozenset({"state", "party", "central", "committee", "liaison"})
"""Words that a text adds to an office or leaves out."""


_ANY: Final = frozenset({"minister", "member", "deputy"})
"""Words that alone mean no office: a `vaccination minister` is not one who was a foreign minister."""


class _Office(NamedTuple):
    """An office that somebody held, and by what words a text may print it."""

    term: Term
    words: frozenset[str]
    """Those for its country included."""
    bare: frozenset[str]
    """Those without."""
    head: frozenset[str]
    called: frozenset[str]
    """What the press calls its bearer, if it is the first of a party or a state."""


_MANY_LEADERS: Final = frozenset({"IN", "PK", "BD", "LK", "NP"})
"""Where any politician of a party is called its leader: `Congress leader NAME`."""


def terms_meant(role: str, person: Person, gazetteer: Gazetteer) -> list[Term]:
    """Return the terms of a person in an office that is printed so."""
    said = words_of(_spelt(role, person, gazetteer))
    if said <= _ANY:
        return []
    fitting = [office for office in _offices_of(person, gazetteer) if _fits(said, office)]
    exact = [office for office in fitting if office.bare == said]
    return [office.term for office in exact or fitting]


_DEPUTY: Final = frozenset({"vice", "deputy", "first", "standing", "acting"})


def _fits(said: frozenset[str], office: _Office) -> bool:
    """Tell whether a role in a text is an office: no word of it is strange to that office."""
    return (
        bool(said)
        and said - _LOOSE - LEADING <= office.words
        and bool((office.head | office.called) & said)
        and said & _DEPUTY == office.words & _DEPUTY
        and not _is_of_centre(said, office)
    )


def _is_of_centre(said: frozenset[str], office: _Office) -> bool:
    """Tell whether a role is one in the Central Committee, and the office one of a city or a province."""
    if office.called or "central" not in said or "central" in office.words:
        return False
    return said.isdisjoint(words_of(office.term.office) - office.head - _LOOSE)


def _offices_of(person: Person, gazetteer: Gazetteer) -> list[_Office]:
    """Return the offices of a person whose first day is known, worked out once."""
    known = _offices(gazetteer)
    if person.id not in known:
        country = gazetteer.countries.get(person.country or "")
        party = gazetteer.parties.get(person.party or "")
        home = (country.name, *country.aka, *country.demonyms) if country else ()
        known[person.id] = []
        for term in [term for term in person.terms if term.since]:
            names = (*home, party.name) if party and "Party" in term.office else home
            bare = words_of(_spelt(term.office, person, gazetteer))
            spelt = bare.union(*map(words_of, names))
            loose = frozenset({"leader"}) if person.country in _MANY_LEADERS else frozenset()
            called = LEADING - loose if is_top(term) else frozenset()
            known[person.id].append(_Office(term, spelt, bare, head_of(term), called))
    return known[person.id]


@lru_cache(maxsize=4)
def _offices(gazetteer: Gazetteer) -> dict[str, list[_Office]]:
    """Return where the offices of a gazetteer are kept, by person."""
    return {}


def _spelt(text: str, person: Person, gazetteer: Gazetteer) -> str:
    """Return a role with the short name of the person's party spelt out."""
    party = gazetteer.parties.get(person.party or "")
    if party and party.abbr and party.abbr in text:
        text = re.sub(rf"\b{re.escape(party.abbr)}\b", party.name, text)
    return text
