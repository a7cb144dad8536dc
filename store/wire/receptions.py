"""Receptions: an embassy marks its party's day, and somebody speaks there for another party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from store.article import Contact, Entity, Mention
from store.wire.tokens import Line, word_set

_GATHERINGS: Final = word_set("reception ceremony banquet gathering celebration")
_GIVEN: Final = word_set("held hosted hosts holds organised organized gave threw")
_OCCASIONS: Final = word_set("anniversary birthday founding foundation")
_PRESENT: Final = word_set(
    "attended spoke said told congratulated addressed delivered affirmed joined represented hailed praised"
)


def receives(entities: Mapping[str, Entity], mentions: Sequence[Mention]) -> bool:
    """Tell whether an embassy is mentioned, which may give a reception."""
    return any([_is_embassy(entities, m) for m in mentions])


def _is_embassy(entities: Mapping[str, Entity], mention: Mention) -> bool:
    return mention.entity.startswith("org:") and "embassy" in entities[mention.entity].name.casefold()


def reception(
    line: Line, begin: int, end: int, entities: Mapping[str, Entity], inside: Sequence[Mention]
) -> str | None:
    """Return the party whose day an embassy of its country marks with guests, as a sentence says it."""
    folds = line.folds[begin:end]
    if _GATHERINGS.isdisjoint(folds) or _GIVEN.isdisjoint(folds) or _OCCASIONS.isdisjoint(folds):
        return None
    hosts = {entities[m.entity].country for m in inside if _is_embassy(entities, m)}
    parties = [m.entity for m in inside if m.entity.startswith("party:")]
    return next((p for p in parties if entities[p].country and entities[p].country in hosts), None)


def guest(
    line: Line, begin: int, end: int, party_of: Mapping[str, str], inside: Sequence[Mention], host: str
) -> Contact | None:
    """Return the contact of a reception's host with the party for which a guest acts in a sentence."""
    if _PRESENT.isdisjoint(line.folds[begin:end]):
        return None
    for mention in inside:
        party = party_of.get(mention.entity)
        if party and party != host:
            return Contact((host, party), "reception", line.number, line.slice(begin, end))
    return None
