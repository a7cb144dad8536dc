"""Receptions: an embassy marks its party's day, and somebody speaks there for another party."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from store.article import Contact, Entity
from store.wire.cast import Sentence
from store.wire.sheet import Mark
from store.wire.tokens import word_set

_GATHERINGS: Final = word_set("reception ceremony banquet gathering celebration")
_GIVEN: Final = word_set("held hosted hosts holds organised organized gave threw")
_OCCASIONS: Final = word_set("anniversary birthday founding foundation")
_PRESENT: Final = word_set(
    "attended spoke said told congratulated addressed delivered affirmed joined represented hailed praised"
)


def _is_embassy(entities: Mapping[str, Entity], mark: Mark) -> bool:
    return mark.kind == "org" and "embassy" in entities[mark.entity].name.casefold()


def reception(sentence: Sentence, entities: Mapping[str, Entity]) -> str | None:
    """Return the party whose day an embassy of its country marks with guests, as a sentence says it."""
    said = sentence.said
    if _GATHERINGS.isdisjoint(said) or _GIVEN.isdisjoint(said) or _OCCASIONS.isdisjoint(said):
        return None
    hosts = {entities[m.entity].country for m in sentence.marks if _is_embassy(entities, m)}
    parties = [m.entity for m in sentence.marks if m.kind == "party"]
    return next((p for p in parties if entities[p].country and entities[p].country in hosts), None)


def guest(sentence: Sentence, party_of: Mapping[str, str], host: str) -> Contact | None:
    """Return the contact of a reception's host with the party for which a guest acts in a sentence."""
    if _PRESENT.isdisjoint(sentence.said):
        return None
    for mark in sentence.marks:
        party = party_of.get(mark.entity)
        if party and party != host:
            return Contact((host, party), "reception", sentence.line.number, sentence.text)
    return None
