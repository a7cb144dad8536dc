"""Holdings: which known office it is that a text gives to a name, and what its tenure says of the year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import Final, NamedTuple

from store.article import Entity, Mention
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, Weight, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.holders import is_top
from store.wire.meant import terms_meant
from store.wire.names import Named
from store.wire.printed import period, spoken
from store.wire.records import Person, Term

_ROLES: Final = re.compile(r"; | and (?=(?:State|Party|Prime|Deputy|General|President|Minister|Chairman)\b)")
_JOINED: Final = re.compile(r",? and |, ")
_FORMER: Final = re.compile(r"(?:former|ex|late|then|outgoing|incoming|designate)\b|\belect\b", re.I)
_ACTING: Final = re.compile(
    r"(?:acting|caretaker|interim) (?=(?:state )?(?:president|prime minister|premier))", re.I
)
_ACTED: Final = timedelta(days=200)
"""So long somebody may act in an office before taking it."""

_NEWLY: Final = re.compile(r"\bnewly[- ](?:elected|appointed|installed|chosen|named) (?=[^,.;]*$)", re.I)
_NEW_NOW: Final = r"(?:\bnew|(?:^|(?<=[.!?–-] ))New(?= (?:[A-Z]{2,6}|[a-z]+)\b))"
"""The word for it, which is no part of a name such as New Zealand or New Democratic Party."""

_OFFICES: Final = (
    r"(?i:president|leader|chair\w*|prime minister|premier|chancellor|chief|taoiseach|\w*secretary)"
)
_ELSE: Final = r"(?!(?:by|with|under|from|against|between|for|after)\b)"
"""What makes something else new than the office behind it: `a new law signed by President NAME`."""

_NEW_ROLE: Final = re.compile(rf"{_NEW_NOW} (?=(?:{_ELSE}[\w’'-]+ ){{0,4}}?{_OFFICES})")
_NEW_IN: Final = re.compile(
    rf"{_NEW_NOW} (?:{_ELSE}[\w’'-]+ ){{0,3}}?(?:{_OFFICES}|boss|secretary[- ]general|convenor|head)[ ,]+$"
)
"""What stands before whoever is new in an office: `new LDP President NAME`."""

_WAS: Final = re.compile(
    r"\b(?:was|were|had been|has been|once|served as"
    r"|(?:was )?later (?:elected|named|became|appointed|served as))(?: its| their| the| an?)? $"
)
_TIMES: Final = re.compile(
    r"(?: of [^,.;]{3,40}?)?(?:,? (?:until|till|twice|once|from|between|for \w+ (?:months|terms)|(?:two|three"
    r"|four|five|several|many) times|in the (?:19|20)?\d0s)\b)"
)
"""What stands around an office that was held once."""

_BURIED: Final = timedelta(days=30)
"""So long whoever died in office is still called by it."""

_OLD: Final = date(1980, 1, 1)
"""Whoever left an office before is called by it for ever: `President Ho Chi Minh`."""

_NEW: Final = timedelta(days=150)
"""So long somebody is newly elected."""


def holding_clues(
    entity: Entity, named: Sequence[Bearer], passages: Passages, gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield a clue for the office that the text gives a person, if that person's tenure is known.

    Args:
        named: Where the person is named.
    """
    person, new = named[0].person, passages.having("new")
    role = entity.role or ""
    several = "; " in role or " and " in role
    for printed in _ROLES.split(role) if several else [role] if role else ():
        told = _told(printed, person.id, gazetteer)
        if told is None:
            continue
        place = _quoted(told.role, named, passages.texts)
        text = passages.texts[place[1]]
        at = text.find(place[0])
        if at > 0 and _OF_MEMBERS.search(text, max(0, at - _MEMBERS), at):
            continue
        if _is_ahead(text, printed if told.newly else place[0]) or _is_past(text, place[0]):
            continue
        if told.newly or (new and any([_is_newly(bearer.text, bearer.mention) for bearer in named])):
            yield from one_of([_new(Clue, ("office", *place, *says)) for says in told.begun])
        for held in told.held:
            yield from one_of([_new(Clue, ("office", *place, *says)) for says in held])


def led_clues(bearers: Sequence[Bearer], named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for `the FDP of NAME` and `NAME's FDP`: whoever is named so leads the party then.

    It may be called his before he is its leader, but not before anything is known of him.
    """
    for person, mention, text, *_ in bearers:
        behind = text.startswith(("'s ", "’s "), mention.end)
        if not behind and not text.endswith(" of ", 0, mention.start):
            continue
        at = mention.end + 3 if behind else mention.start - 4
        for other in named.mentions:
            if other.entity != person.party or other.paragraph != mention.paragraph:
                continue
            between = text[at : other.start] if behind else ""
            beside = _PLAIN.fullmatch(between) if behind else 0 <= at - other.end <= _LETTERS
            if behind and other.start < at:
                continue
            party = gazetteer.parties[other.entity] if beside else None
            terms = [t for t in person.terms if party and is_top(t) and t.office.endswith(party.name)]
            quote = text[min(mention.start, other.start) : max(mention.end, other.end)]
            place = (quote, mention.paragraph)
            known = [t.since[0] for t in person.terms if t.since] if behind else []
            held = [
                _held(person, t, t.since[0] - min(known) if known and t.since else timedelta()) for t in terms
            ]
            yield from one_of([_new(Clue, ("office", *place, *says)) for says in held])


_OF_MEMBERS: Final = re.compile(r"\b(?:group|floor|caucus|faction|bloc|bench) $")
"""What makes a leader one of a party's members in a house: `parliamentary group leader`."""


_MEMBERS: Final = len("faction ")
"""The longest of these words."""

_PLAIN: Final = re.compile(r"(?:[a-z-]+ ){0,2}")
"""What may stand between somebody and the party that is called his: `NAME's far-right `."""

_LETTERS: Final = len(" (SPD)")
"""So many letters may stand between a party and whose it is called."""


_Says = tuple[str, date, date, Weight, date | None, str, str, tuple[Clue, ...], int, bool]
"""What stands in a clue behind its place."""


class _Told(NamedTuple):
    """What a role that a text gives to a person says of its year, wherever the text says it."""

    role: str
    """Without the words that say that the office is new."""
    newly: bool
    begun: Sequence[_Says]
    held: Sequence[Sequence[_Says]]
    """For each office that it names."""


def _told(role: str, person: str, gazetteer: Gazetteer) -> _Told | None:
    """Return what a role says of a person, None for one that is not known; roles are given over and over."""
    if len(role) <= _SHORT:
        return _remembered(gazetteer)(role, person)
    return _meant(gazetteer, role, person)


_SHORT: Final = 160


@lru_cache(maxsize=4)
def _remembered(gazetteer: Gazetteer) -> Callable[[str, str], _Told | None]:
    """Return what remembers the offices of a gazetteer, and is forgotten with it."""
    return lru_cache(maxsize=4096)(partial(_meant, gazetteer))


def _meant(gazetteer: Gazetteer, role: str, key: str) -> _Told | None:
    if not role or _FORMER.match(role):
        return None
    newly = _NEWLY.search(role) or _NEW_ROLE.search(role) if "new" in role.lower() else None
    role = role[: newly.start()] + role[newly.end() :] if newly else role
    acting = _ACTING.match(role) is not None
    person = gazetteer.people[key]
    whole, *parts = _parts(role)
    terms = terms_meant(whole, person, gazetteer)
    each = [terms] if terms else [held for part in parts if (held := terms_meant(part, person, gazetteer))]
    begun = [says for term in each[0] if (says := _begun(person, term))] if each else []
    death = gazetteer.chronicle.deaths.get(key)
    acted, died = _ACTED if acting else timedelta(), death.day if death else None
    told = [[_held(person, term, acted, died) for term in terms if not _is_old(term)] for terms in each]
    return _Told(role, newly is not None, begun, told) if each else None


def _is_old(term: Term) -> bool:
    return term.until is not None and term.until[1] < _OLD


def _parts(role: str) -> Iterator[str]:
    """Yield what a role may be as a whole, then each of the offices that it may be made of."""
    acting = _ACTING.match(role)
    yield role[acting.end() :] if acting else role
    if " and " in role or ", " in role:
        yield from [part for part in _JOINED.split(role) if not _FORMER.match(part)]


def _is_newly(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 90) : mention.start]
    lowered = before.lower()
    if "newly" in lowered and _NEWLY.search(before):
        return True
    return "new" in lowered and _NEW_IN.search(before) is not None


def _begun(person: Person, term: Term) -> _Says | None:
    """Return what it says that a person is new in the office of a term, if its first day is known."""
    if term.since is None or term.since[0] != term.since[1]:
        return None
    day = term.since[0]
    says, subject = f"{person.name} became {term.office} on {spoken(day)}", f"{person.name} took office"
    return says, day, day + _NEW, "dated", day, subject, term.source, (), _NEW.days, False


def _held(person: Person, term: Term, acted: timedelta = timedelta(), died: date | None = None) -> _Says:
    """Return what it says that a person holds the office of a term, or keeps it until another takes it.

    Args:
        acted: So long somebody may have acted in it before.
        died: The day on which the person died, of whose office is told while there is mourning.
    """
    first = term.chosen or term.since
    since = first[0] if first else date.min
    last = f"to {period(term.until)}" if term.until else "on"
    says = f"{person.name} held this office from {period(term.since) if term.since else ''} {last}"
    if term.chosen:
        says = f"{says}, chosen on {period(term.chosen)}"
    until = term.until[1] if term.until else date.max
    until += _BURIED if until == died else timedelta()
    subject = f"{person.name} held this office"
    return says, since - acted, until, "span", None, subject, term.source, (), _REACH, False


_REACH: Final = Clue._field_defaults["reach"]
_new: Final = tuple.__new__  # as `Clue` does itself, in half the time


def _quoted(role: str, named: Sequence[Bearer], texts: dict[int, str]) -> tuple[str, int]:
    """Return the words that give the office, else the name, and their paragraph."""
    for number in (*[bearer.mention.paragraph for bearer in named], *texts):
        if role in texts[number]:
            return role, number
    first = named[0].mention
    return texts[first.paragraph][first.start : first.end], first.paragraph


def _is_past(text: str, role: str) -> bool:
    """Tell whether a text says that an office was held once: `was its speaker until`, `has been PM twice`."""
    at = text.find(role)
    was = _WAS.search(text, max(0, at - 30), at) if at >= 0 else None
    if was and "later" in was[0]:
        return True
    return was is not None and _TIMES.match(text, at + len(role)) is not None


def _is_ahead(text: str, role: str) -> bool:
    """Tell whether an office is yet to be taken where a text gives it: `becomes prime minister`."""
    at = text.find(role)
    before = text[max(0, at - _CLOSE) : at]
    return ("be" in before or "proclaimed" in before) and _TO_COME.search(before) is not None


_CLOSE: Final = 40
_TO_COME: Final = re.compile(
    r"\b(?:becomes|(?:to|will|would|shall|may|could|should|can) (?:be|become)|(?:was|were|been) proclaimed)"
    r" (?:(?:the|a|an|his|her|its|their|our|new|next|first|sworn in as|named|elected|the country['’]s) )*$"
)
