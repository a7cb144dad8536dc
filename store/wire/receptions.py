"""Receptions: an embassy marks its party's day, or is called at, and people of another party come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from store.article import Contact, Entity
from store.wire.cast import Sentence
from store.wire.sheet import Mark
from store.wire.tokens import word_set

_GATHERINGS: Final = word_set("reception ceremony banquet gathering celebration")
_GIVEN: Final = word_set("held hosted hosts holds organised organized gave given threw thrown")
_OCCASIONS: Final = word_set("anniversary birthday founding foundation")
_PRESENT: Final = word_set(
    "attended attending present spoke said told congratulated addressed delivered affirmed joined "
    "represented hailed praised wished greeted"
)


_VISITING: Final = word_set(
    "visited called came went signed paid laid calling visiting signing paying laying"
)
_TRIBUTES: Final = word_set("condolence condolences wreath wreaths flowers basket bouquet tribute respects")


def _is_embassy(entities: Mapping[str, Entity], mark: Mark) -> bool:
    name = entities[mark.entity].name.casefold() if mark.kind == "org" else ""
    return "embassy" in name or "consulate" in name


def tribute(
    sentence: Sentence, party_of: Mapping[str, str], entities: Mapping[str, Entity]
) -> Contact | None:
    """Return the contact of a party's people with that of an embassy where they pay tribute."""
    if _VISITING.isdisjoint(sentence.said) or _TRIBUTES.isdisjoint(sentence.said):
        return None
    marks = sentence.marks
    countries = {entities[m.entity].country for m in marks if _is_embassy(entities, m)}
    hosts = [e.id for e in entities.values() if e.kind == "party" and e.country in countries]
    came = [m.entity if m.kind == "party" else party_of.get(m.entity) for m in marks]
    guests = [party for party in came if party and party not in hosts]
    if len(hosts) != 1 or not guests or _is_embassy(entities, marks[0]):
        return None
    return Contact((guests[0], hosts[0]), "visit", sentence.line.number, sentence.text)


_SEATS: Final = word_set("headquarters office offices")
_BROUGHT: Final = _VISITING | word_set("conveyed conveying brought bringing handed handing presented")
_GIFTS: Final = _TRIBUTES | word_set("congratulations greetings")
_SENDERS: Final = (("from",), ("behalf", "of"), ("congratulations", "of"), ("greetings", "of"))
"""What stands before a party whose people bring something."""


def caller(sentence: Sentence, party_of: Mapping[str, str]) -> Contact | None:
    """Return the contact of a party with that to whose headquarters its flowers or wishes are brought."""
    said, marks = sentence.said, sentence.marks
    if _SEATS.isdisjoint(said) or _BROUGHT.isdisjoint(said) or _GIFTS.isdisjoint(said):
        return None
    hosts = [mark.entity for mark in marks if mark.kind == "party" and _has_seat(sentence, mark)]
    folds, begin, end = sentence.line.folds, sentence.begin, sentence.end
    came = next(at for at in range(begin, end) if folds[at] in _BROUGHT)
    if len(set(hosts)) != 1 or folds[came - 1] == "to" or not _PLANNED.isdisjoint(folds[begin:came]):
        return None
    for mark in marks:
        party = mark.entity if mark.kind == "party" else party_of.get(mark.entity)
        of = mark.start - (folds[mark.start - 1] == "the")
        sent = mark.kind == "party" and any([folds[of - len(w) : of] == w for w in _SENDERS])
        if party and party not in hosts and (sent or (mark.kind == "person" and mark.end <= came)):
            return Contact((party, hosts[0]), "visit", sentence.line.number, sentence.text)
    return None


_PLANNED: Final = word_set("will would should shall not never had")


def _has_seat(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a sentence names the house of a party: `the head office of the PARTY`."""
    folds = sentence.line.folds
    of = mark.start - 1 - (folds[mark.start - 1] == "the")
    after = mark.end + (folds[mark.end : mark.end + 1] == ("'s",))
    behind = after < sentence.end and folds[after] in _SEATS
    return behind or (folds[of] == "of" and folds[of - 1] in _SEATS)


def reception(sentence: Sentence, entities: Mapping[str, Entity]) -> str | None:
    """Return the party whose day an embassy of its country marks with guests, as a sentence says it."""
    said = sentence.said
    if _GATHERINGS.isdisjoint(said) or _GIVEN.isdisjoint(said) or _OCCASIONS.isdisjoint(said):
        return None
    hosts = {entities[m.entity].country for m in sentence.marks if _is_embassy(entities, m)}
    parties = [m.entity for m in sentence.marks if m.kind == "party"]
    return next((p for p in parties if entities[p].country and entities[p].country in hosts), None)


def _is_of(sentence: Sentence, mark: Mark) -> bool:
    """Tell whether a party is named as that of guests: `officials of the PARTY's committee`."""
    folds, at = sentence.line.folds, mark.start - 1
    at -= folds[at] == "the"
    return mark.kind == "party" and folds[at] == "of" and folds[at - 1] in _PEOPLE


_PEOPLE: Final = word_set("officials members representatives leaders delegates cadres delegation")


def guest(sentence: Sentence, party_of: Mapping[str, str], host: str) -> Contact | None:
    """Return the contact of a reception's host with the party for which a guest acts in a sentence."""
    if _PRESENT.isdisjoint(sentence.said):
        return None
    for mark in sentence.marks:
        party = mark.entity if _is_of(sentence, mark) else party_of.get(mark.entity)
        if party and party != host:
            return Contact((host, party), "reception", sentence.line.number, sentence.text)
    return None
