"""Winners: which of several elections suits the presidents and heads of government of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from store.wire.bearers import Bearer
from store.wire.clues import Clue
from store.wire.gazetteer import Gazetteer
from store.wire.holders import is_leading
from store.wire.records import Person, Term

_RULING: Final = re.compile(
    r"(?:Prime Minister|Premier|Chancellor|Taoiseach) of |President of (?:the )?(?P<of>.*)"
)
LOSER: Final = re.compile(
    r"\b(?:defeat(?:s|ed|ing)?|beat(?:s|en|ing)?|oust(?:s|ed|ing)?|over|against|unseat(?:s|ed|ing)?"
    r"|trounc(?:es|ed|ing)|rout(?:s|ed|ing)|edg(?:es|ed|ing) out)(?: [\w’'.-]+){0,6} $"
)
"""What stands before the name of whoever another won against."""

FOLLOWED: Final = re.compile(
    r"\b(?:(?:successors?|replacements?) (?:to|of|for)|to (?:succeed|replace|follow)|succeed(?:s|ing)"
    r"|replac(?:es|ing))(?: [\w’'.-]+){0,6} $"
)
"""What stands before the name of whoever another comes after: `a successor to NAME`, `succeeding NAME`."""

_THROWN: Final = re.compile(
    r"\b(?:threw|turned|swept|booted|kicked|tossed|turfed|voted)(?: [\w’'.-]+){0,6} $"
)
_OUT: Final = re.compile(r"[^.;]{0,80}? out of (?:office|power|government|the presiden)")
"""What stands around the name of whoever is voted out: `threw NAME out of office`."""

VOTED_OUT: Final = re.compile(r"\b(?:confidence|censure)\b")
"""By what a parliament removes somebody, who stays on until another takes office."""

_OWNED: Final = re.compile(r"[’']s?\b")
"""What makes it somebody's party that lost: `against President NAME's party`."""

_IN_OFFICE: Final = re.compile(
    r"\b(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|Taoiseach|PM) $"
)
_WINS: Final = re.compile(r"[’']s? [A-Z][^.;,]{2,40}? (?:narrowly )?(?:won|wins|swept|triumphed|clinched)\b")
"""What stands behind whoever leads a party that wins: `NAME's Labour Party won`."""

_GOVERNING: Final = re.compile(r"\b(?:[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|Taoiseach|PM) $")
"""Who falls where his party loses: `defeated Prime Minister NAME's party`."""

_FORMER: Final = re.compile(r"\b(?:former|ex|jailed|imprisoned|late|exiled)\b(?:[ -][\w’'-]+){0,3} $", re.I)
"""What is said of somebody who rules no more, nor wins what is told of."""

_RUNNING: Final = re.compile(
    r"\b(?:fac(?:es?|ing)|pit(?:s|ted|ting)|candidates?|contenders?|runs? against"
    r"|run-?off against|(?:up|off) against|could|hop(?:es|ing) to)\b",
    re.I,
)
"""What is said of people who are not yet in office, if they are not called so."""

_BECOMING: Final = re.compile(
    r"\bto become\b[^,.;]{0,40}\b(?:president|prime minister|chancellor|premier|taoiseach)\b"
    r"|\b(?:hand(?:s|ed|ing)|g(?:ave|ives|iving)) "
    r"(?:it|power|office|the (?:\w+ )?(?:presidency|office|job|keys|reins)) to\b",
    re.I,
)
"""What is said of somebody who was not yet."""

_LEADS: Final = re.compile(r"[^.;]{0,60}?\b(?:led|leads?|leading|ahead|on course|front-?runner)\b")
"""What is said of who is about to win."""

_AGAIN: Final = re.compile(r"\b(?:re-?elect\w*|(?:second|third|fourth|another) (?:[\w-]+ ){0,2}?term)\b")

_TAKES: Final = timedelta(days=160)
"""The winner takes office at most so long after the vote."""


_FALLS: Final = timedelta(days=100)
"""Whoever lost it leaves office at most so long after it."""

_HANDS_OVER: Final = timedelta(days=330)
"""Whoever is to have a successor by it leaves office at most so long after it."""


class _Ruler(NamedTuple):
    """Somebody in the sentence who was president or head of government."""

    terms: tuple[Term, ...]
    led: tuple[Term, ...]
    """The same, and those in which a party was led."""
    falls: timedelta | None
    """How long after the vote the office is left at most, if the sentence says that another won it."""
    ruled: bool
    """Whether it says or lets expect that the office was held then."""
    leads: bool
    """Whether it tells that a vote goes well for somebody whom it does not call the ruler that he then is."""
    again: bool
    """Whether it tells of another term, which no vote gives that brought somebody to power."""
    owns: bool
    """Whether it calls a winning party that of somebody, who led it then."""

    def fits(self, option: Clue) -> int:
        """Tell how well an election suits somebody: who came to power by it or fell by it, or ruled then."""
        day = option.near or option.latest
        for term in self.terms:
            since = term.since[0] if term.since else day
            until = term.until[1] if term.until else date.max
            if self.falls and since < day <= until and until - day <= self.falls:
                return 2
            if day <= since <= day + _TAKES and not self.falls:
                return 0 if self.again else 2 if self.leads else 1
        held = [(t.since[0] if t.since else day, t.until[1] if t.until else date.max) for t in self.led]
        return int(self.ruled and any([since < day <= until for since, until in held]))


def _rulers(
    number: int, begin: int, end: int, bearers: Sequence[Bearer], gazetteer: Gazetteer
) -> list[_Ruler]:
    """Return the terms of each president or head of government named in a sentence of a passage."""
    found: dict[str, _Ruler] = {}
    for person, mention, text, *_ in bearers:
        if mention.paragraph != number or not begin <= mention.start < end:
            continue
        if terms := tuple([t for t in person.terms if is_ruling(t, person, gazetteer)]):
            before = text[max(begin, mention.start - 40) : mention.start]
            if _FORMER.search(before):
                continue
            new = _RUNNING.search(text, begin, end) or _BECOMING.search(text, begin, end)
            titled = _IN_OFFICE.search(before) is not None
            ruled = new is None or titled
            led = terms if titled else tuple([term for term in person.terms if is_leading(term)])
            running = _RUNNING.search(text, begin, mention.start) is not None
            owned = _OWNED.match(text, mention.end) and not _GOVERNING.search(before)
            thrown = _THROWN.search(before) and _OUT.match(text, mention.end, end)
            falls = None if running or owned else _FALLS if thrown else _falls(before)
            leads = not titled and _LEADS.match(text, mention.end, end) is not None
            again = _AGAIN.search(text, begin, end) is not None
            owns = _WINS.match(text, mention.end, end) is not None and LOSER.search(before) is None
            found[person.id] = _Ruler(terms, led, falls, ruled, leads, again, owns)
    return list(found.values())


def _falls(before: str) -> timedelta | None:
    """Return how long after a vote somebody leaves office at most, by the words before the name."""
    return _FALLS if LOSER.search(before) else _HANDS_OVER if FOLLOWED.search(before) else None


def is_ruling(term: Term, person: Person, gazetteer: Gazetteer) -> bool:
    """Tell whether an office is that of a country's president or head of government, not a party's."""
    match = _RULING.match(term.office)
    country = gazetteer.countries.get(person.country or "")
    if match is None or term.since is None or country is None:
        return False
    return not match["of"] or match["of"] in (country.name, *country.aka, *_former_states(gazetteer))


def voted_out(person: Person, said: str, gazetteer: Gazetteer) -> Person:
    """Return somebody with the offices that he may lose so: a vote of no confidence ends none of a party."""
    ruled = [term for term in person.terms if is_ruling(term, person, gazetteer)]
    return replace(person, terms=tuple(ruled)) if ruled and VOTED_OUT.search(said) else person


@lru_cache(maxsize=4)
def _former_states(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the names of places that are no country's: those of states that are no more are among them."""
    return tuple([place.name for place in gazetteer.places.values() if place.country is None])


def fitting(
    options: list[Clue],
    number: int,
    sentence: tuple[int, int],
    bearers: Sequence[Bearer],
    gazetteer: Gazetteer,
) -> list[Clue]:
    """Return those of several elections that suit the rulers in the sentence best."""
    ruled = _rulers(number, *sentence, bearers, gazetteer) if len(options) > 1 else ()
    if not ruled:
        return options
    led = [o for o in options if all([ruler.fits(o) for ruler in ruled if ruler.owns])]
    options = led or options
    fits = [sum([ruler.fits(option) for ruler in ruled]) for option in options]
    best = max(fits)
    return [option for option, fit in zip(options, fits, strict=True) if fit == best]
