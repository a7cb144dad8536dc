"""Regions: the parts of a country that vote for themselves, by the names of their land and their people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from store.fold import fold, words
from store.wire.gazetteer import Gazetteer

_VOTER: Final = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]{3,30}(?: [A-Z][\w’'-]+)?)"
    r"(?: voters| people| residents)? (?:(?:has|have|will|are|were|was|to) )?(?:overwhelmingly |narrowly )?"
    r"(?:votes?|voted|voting|cast (?:their )?(?:ballots|votes)|began voting|queued to vote|reject(?:s|ed)?"
    r"|back(?:s|ed)?|approve[sd]?|chose|(?:went|go|goes|headed|head|flocked|returned|trooped) to the polls)\b"
)
"""Who votes, by the name of a land or of its people."""


def called(region: str, country: str | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the folded words by which a text may name a part of a country, or who lives there."""
    return (region, *_names(gazetteer).get((country, region), ()))


def is_part(name: str, country: str | None, gazetteer: Gazetteer) -> bool:
    """Tell whether some folded words are the name of a part of a country, or of its people."""
    return (country, name) in _names(gazetteer)


def voter(sentence: str, country: str | None, gazetteer: Gazetteer) -> frozenset[str] | None:
    """Return the words for the part of a country that a sentence has vote; None where it has none."""
    for told in _VOTER.finditer(sentence):
        said = words(told["who"])
        for name in (" ".join(said), said[-1] if said else ""):
            if found := _names(gazetteer).get((country, name)):
                return frozenset(found)
    return None


_OWNED: Final = re.compile(
    r"(?P<who>(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)(?:['’]s?)? (?:[a-z-]+ ){0,3}"
    r"(?:by-?elections?|elections?|polls?|run-?offs?|referendum|plebiscite|vote|ballot)$"
)
"""Whose vote it is, by the words right before its name: `Bavaria's state election`."""


def owner(told: str, country: str | None, gazetteer: Gazetteer) -> frozenset[str] | None:
    """Return the words for the part of a country whose vote some words that end in its name tell of."""
    owned = _OWNED.search(told[-90:])
    said = words(owned["who"]) if owned else ()
    for first in range(len(said)):
        if found := _names(gazetteer).get((country, " ".join(said[first:]))):
            return frozenset(found)
    return None


@lru_cache(maxsize=4)
def _names(gazetteer: Gazetteer) -> Mapping[tuple[str | None, str], tuple[str, ...]]:
    """Return all names of each province, by its country and any one of them."""
    found: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for place in [place for place in gazetteer.places.values() if place.kind == "province"]:
        printed = [fold(name) for name in (place.name, *place.aka, *place.demonyms)]
        plain = [" ".join(words(name)) for name in printed]
        names = tuple(dict.fromkeys([*printed, *plain]))
        found |= {(place.country, name): names for name in plain}
    return found
