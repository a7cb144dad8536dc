"""Victories: who won a vote, told in a lead, as clues: the votes that he is known to have won.

Who won follows from who took the office of state in the months behind a vote, or kept it through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from store.article import Mention
from store.days import WEEKDAYS
from store.wire.ballots import Poll, is_by_voters, national_polls
from store.wire.bearers import Bearer
from store.wire.clues import Clue, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import ordinal
from store.wire.printed import YEAR, spoken
from store.wire.records import Person, Term

_WINS: Final = (
    r"(?:won|wins|winning|secure[sd]|clinche[sd]|sealed|claim(?:ed|s)|captured|romped to|cruised to)"
)
_TERM: Final = (
    r"(?:re-?election|(?:(?P<nth>second|third|fourth|fifth|sixth)|another|new|fresh|further)"
    r" (?:consecutive |straight |successive |and final |[\w-]+-year |[\w-]+ )?(?:term|mandate))"
)
_LAND: Final = r"(?:the |his |her |[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s? )"
_RULES: Final = r"(?:president|prime minister|chancellor|premier)\b"
_BETWEEN: Final = (
    r"(?: of (?:the )?[A-Z][^,.;]{2,60}?|, [^.;,]{2,80},)? (?:(?:has|had|have|was|is|has been) )?"
    r"(?:(?:[a-z]+ly|on [A-Z]\w+day|late [A-Z]\w+day|today) )?"
)
"""What may stand between the name and that."""

_NOT_SET: Final = "".join(
    f"(?<! {word})"
    for word in [
        "set",
        "due",
        "poised",
        "expected",
        "likely",
        "about",
        "ready",
        "hoping",
        "hopes",
        "bid",
        "ahead",
        "able",
    ]
)
"""What makes it weeks of talks until somebody rules: `is set to become chancellor`."""

_DECLARED: Final = r"(?:(?:officially|formally) )?(?:declared|proclaimed|named|certified|confirmed)"
_IN_VOTE: Final = (
    r"(?=(?: on \w+day| late| early| \w+day)* (?:in|of|after) (?:[\w’'-]+ ){1,5}?"
    r"(?:election|elections|run-?off|vote|polls|race)\b)"
    r"(?! [^.;]{0,50}\b(?:primary|local|regional|by-election)\b)"
)
"""What a vote is called behind the winner whom somebody declared: `of Kenya's presidential election`."""

_VICTORY: Final = re.compile(
    rf"{_BETWEEN}(?:"
    r"(?P<again>re-?elected\b(?! (?:leader|chairman|head|as (?:party|leader)))"
    rf"|{_WINS} (?:a |an |his |her )?{_TERM})"
    rf"|(?P<new>(?<=[sn] )elected (?:as )?{_LAND}?(?:[a-z-]+ ){{0,2}}president\b"
    rf"|{_WINS} {_LAND}?(?:presidency|presidential (?:election|race|vote|poll|run-?off))\b"
    rf"|[^.;]{{3,90}}{_NOT_SET} to become {_LAND}?(?:[\w-]+ ){{0,3}}{_RULES})"
    rf"|(?P<told>(?:{_DECLARED} (?:as )?(?:the )?(?:outright |official )?(?:winner|victor)\b"
    rf"|(?:claim(?:ed|s)|declare[ds]|proclaim(?:ed|s)) victory\b){_IN_VOTE}"
    rf"|{_DECLARED} (?:the )?president-elect\b))",
)
"""What stands behind the name of whoever won; what his victory is of."""

NOT_NOW: Final = re.compile(
    r"\b(?:since|after|when|before|ahead|until|would|will|could|may|might|if|hop\w+|bid|seek\w*|expected|set"
    r"|poised|likely|vow\w*|campaign\w*|former|ex|who)\b[^.;]{0,40}$",
    re.I,
)
"""What stands before a victory that is not told of as news."""

ELSEWHEN: Final = re.compile(rf"(?<!since )(?<!from ){YEAR}|\b(?:ago|earlier|last (?:week|month|year))\b")
ON_WEEKDAY: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
_INSIDE: Final = re.compile(r"\b(?:party|parliament|assembly|congress|caucus|lawmakers|MPs|deputies)\b", re.I)
"""What chooses where it is not the voters."""

_BY_MEMBERS: Final = re.compile(
    r"\b(?:[Pp]arliament|[Aa]ssembly|caucus|lawmakers|MPs|deputies)\b(?! election)"
)
"""By whom somebody becomes head of the government weeks after the voters voted."""

TOLD: Final = timedelta(days=6)
"""So long after the vote, as long as it is counted, it is news who won it."""

_DECLARED_WITHIN: Final = timedelta(days=45)
"""So long after it courts and commissions declare the winner at most."""


def victory_clues(bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for each president or head of government whom a lead calls the winner of a vote."""
    for bearer in [bearer for bearer in bearers if bearer.mention.paragraph <= 0]:
        person, mention, text, begin, end = bearer
        won = _VICTORY.match(text, mention.end, end)
        if won is None or NOT_NOW.search(text, begin, mention.start) or ELSEWHEN.search(text, begin, end):
            continue
        if "elected" in won[0] and _INSIDE.search(text, won.end(), end):
            continue
        if "to become" in won[0] and _BY_MEMBERS.search(won[0]):
            continue
        polls = _won(person, won, gazetteer)
        if not won["told"] and (on := ON_WEEKDAY.search(text, mention.end, end)):
            polls = [poll for poll in polls if poll.end.weekday() == WEEKDAYS.index(on[1])]
        yield from one_of([_clue(poll, person, mention, won) for poll in polls])


def _won(person: Person, won: re.Match[str], gazetteer: Gazetteer) -> list[Poll]:
    """Return the votes that somebody may be told to have won: his first, or one that kept him in office."""
    every = [victory for victory in victories(person.country, gazetteer) if victory.winner == person.id]
    if won["told"]:
        return [victory.poll for victory in every] if _are_all(every, person) else []
    if not won["again"]:
        return [v.poll for v in every if v.is_new and (v.of_president or "become" in won[0])]
    if not _are_all(every, person):
        return []
    nth = ordinal(won["nth"] or "")
    if nth and nth <= len(every) and every[0].is_new:
        return [every[nth - 1].poll]
    return [v.poll for v in every if not v.is_new] or [v.poll for v in every[1:]]


_LONGEST: Final = timedelta(days=7.5 * 366)
"""No president is elected for longer."""


def _are_all(every: Sequence[Victory], person: Person) -> bool:
    """Tell whether no vote that somebody won seems to be unknown, which may be the one meant."""
    days = [victory.poll.end for victory in every]
    first = min([term.since[0] for term in person.terms if term.since], default=date.min)
    begun = bool(every) and (every[0].is_new or days[0] - first <= _LONGEST)
    return begun and all([later - one <= _LONGEST for one, later in pairwise(days)])


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
"""Of a country whose votes are known, one is known between these days; older ones are not looked at."""


@lru_cache(maxsize=128)
def unsettled(country: str | None, gazetteer: Gazetteer, *, of_president: bool) -> tuple[Poll, ...] | None:
    """Return the votes on a president, or on who governs, whose winner is not known.

    Returns:
        Those since 1995, in order; None where some vote since then seems not to be known at all.
    """
    every = [poll for poll in national_polls(country, gazetteer) if _decides(poll, of_president)]
    won = {v.poll.event.id for v in victories(country, gazetteer) if v.of_president == of_president}
    polls = sorted([poll for poll in every if poll.end >= _BEGUN[0]], key=lambda poll: poll.end)
    longest = _LONGEST if of_president else _LONGEST_OF_A_HOUSE
    if (
        not polls
        or polls[0].end >= _BEGUN[1]
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


def _clue(poll: Poll, person: Person, mention: Mention, won: re.Match[str]) -> Clue:
    """Return what it says that somebody won a vote, or was declared to have won it."""
    day, quote = poll.end, won.string[mention.start : won.end()]
    says = f"{poll.event.name}, won by {person.name}: {spoken(day)}"
    place, subject = (quote, mention.paragraph), f"the {poll.event.name}"
    span = day, day + (_DECLARED_WITHIN if won["told"] else TOLD)
    return Clue(
        "election", *place, says, *span, "dated", day, subject, poll.event.source, exact=not won["told"]
    )
