"""Victories: who won each of the known votes of a country.

Who won follows from who took the office of state in the months behind a vote, or kept it through it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from store.days import WEEKDAYS
from store.wire.ballots import Poll, is_by_voters, national_polls
from store.wire.gazetteer import Gazetteer
from store.wire.printed import YEAR
from store.wire.records import Term
from store.wire.tokens import word_set

NOT_NOW: Final = re.compile(
    r"\b(?:since|after|when|before|ahead|until|would|will|could|may|might|if|hop\w+|bid|seek\w*|expected|set"
    r"|poised|likely|vow\w*|campaign\w*|former|ex|who)\b[^.;]{0,40}$",
    re.I,
)
"""What stands before a victory that is not told of as news."""

_ONCE: Final = re.compile(r"(?:[^a-z.;]{0,60}(?:--?|–|—) )?(?:Former|Ex-?) ?(?=[\w’'-])")
"""What stands at the head of a sentence before what its subject was once: `Former general NAME won`."""


def is_not_now(text: str, begin: int, at: int) -> bool:
    """Tell whether what a sentence says before a victory makes it none that is told of as news."""
    once = _ONCE.match(text, begin, at)
    return NOT_NOW.search(text, once.end() if once else begin, at) is not None


ELSEWHEN: Final = re.compile(rf"(?<!since )(?<!from ){YEAR}|\b(?:ago|earlier|last (?:week|month|year))\b")
ON_WEEKDAY: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
TOLD: Final = timedelta(days=6)
"""So long after the vote, as long as it is counted, it is news who won it."""

PARLIAMENTARY: Final = frozenset(
    map(str.upper, word_set("at bg cz fi hr ie is lt mk mn pl pt ro rs sg si sk tr"))
)
"""Countries whose people elect a president who does not govern."""

FEDERAL: Final = frozenset(
    {"IN", "DE", "AU", "CA", "MY", "US", "BR", "MX", "NG", "ES", "GB", "AT", "PK", "AR"}
)
"""Countries whose parts vote for governments of their own, so that a vote is theirs unless it is told."""

LONGEST: Final = timedelta(days=7.5 * 366)
"""No president is elected for longer."""


class Victory(NamedTuple):
    """Who won a national vote."""

    poll: Poll
    winner: str
    """The id of a person."""
    is_new: bool
    """Whether it brought him to office: else it kept him there."""
    of_president: bool
    before: str | None
    """Who held the office when it was voted on."""


@lru_cache(maxsize=64)
def victories(country: str | None, gazetteer: Gazetteer) -> tuple[Victory, ...]:
    """Return who won each of the national votes of a country that are known, in order.

    That is whoever is the next to take the office that is voted on, if no other vote lies between and the
    one before him did not die in it; else who held it.
    """
    polls = sorted(national_polls(country, gazetteer), key=lambda poll: poll.end)
    place = gazetteer.countries.get(country or "")
    offices = _offices((place.name, *place.aka) if place else ())
    held = [
        _Held(term.since[0], _last_day(term), person.id, is_by_voters(term, country, gazetteer))
        for person in gazetteer.people.values()
        if person.country == country
        for term in person.terms
        if term.since and (term.office in offices or is_by_voters(term, country, gazetteer))
    ]
    found = []
    for of_president in (True, False):
        terms = sorted([h for h in held if h.by_voters == of_president])
        own = [poll for poll in polls if _decides(poll, of_president)]
        for at, poll in enumerate(own):
            later = own[at + 1].end if at + 1 < len(own) else date.max
            now = next((h for h in terms if h.since < poll.end < h.until), None)
            then = next((h for h in terms if poll.end <= h.since <= min(later, poll.end + _TAKES)), None)
            died = now and (death := gazetteer.chronicle.deaths.get(now.person)) and death.day == now.until
            if then is None and not died and now and now.until <= poll.end + _TAKES:
                continue  # he leaves, and who follows him is not known
            if winner := now if died or then is None else then:
                before = now.person if now else None
                found.append(Victory(poll, winner.person, winner is not now, of_president, before))
    return tuple(found)


_BEGUN: Final = date(1995, 1, 1), date(2000, 1, 1)
"""Of a country whose votes are known, one is known between these days, or not long before the first of them;
older ones are not looked at."""


@lru_cache(maxsize=128)
def unsettled(country: str | None, gazetteer: Gazetteer, *, of_president: bool) -> tuple[Poll, ...] | None:
    """Return the votes on a president, or on who governs, whose winner is not known.

    Returns:
        Those since 1995, in order; None where some vote since then seems not to be known at all.
    """
    every = [poll for poll in national_polls(country, gazetteer) if _decides(poll, of_president)]
    won = {v.poll.event.id for v in victories(country, gazetteer) if v.of_president == of_president}
    polls = sorted([poll for poll in every if poll.end >= _BEGUN[0]], key=lambda poll: poll.end)
    longest = LONGEST if of_president else _LONGEST_OF_A_HOUSE
    first = polls[0].end if polls else date.max
    if (
        not polls
        or not (first < _BEGUN[1] or any([timedelta() < first - older.end <= longest for older in every]))
        or any([later.end - one.end > longest for one, later in pairwise(polls)])
    ):
        return None
    return tuple([poll for poll in polls if poll.event.id not in won])


_LONGEST_OF_A_HOUSE: Final = timedelta(days=5.5 * 366)
"""No parliament sits longer."""


def _offices(names: Sequence[str]) -> frozenset[str]:
    """Return what the head of the government of a country of these names may be called."""
    heads = ("Prime Minister", "Chancellor", "Premier", "Taoiseach")
    return frozenset([f"{head} of {the}{name}" for head in heads for name in names for the in ("", "the ")])


def _last_day(term: Term) -> date:
    return term.until[1] if term.until else date.max


class _Held(NamedTuple):
    """A term in the first office of a state or of its government."""

    since: date
    until: date
    person: str
    by_voters: bool


def _decides(poll: Poll, of_president: bool) -> bool:
    """Tell whether a vote decides who is president, or who governs where there is none so elected."""
    if of_president:
        return "presidential" in poll.kinds and _OF_A_HOUSE.search(poll.event.name) is None
    return "presidential" not in poll.kinds


_OF_A_HOUSE: Final = re.compile(r"\b(?:legislative|midterm|Senate|House)\b")
"""In the name of a vote that does not decide who rules, where a president does."""

_TAKES: Final = timedelta(days=270)
"""So long after the vote a president takes office at most: Indonesia's in the ninth month."""
