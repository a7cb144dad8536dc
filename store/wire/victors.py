"""Victors: who won a vote, told in a lead, as clues: the votes that he is known to have won."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS
from store.wire.ballots import Poll
from store.wire.bearers import Bearer, followed_by
from store.wire.clues import Clue, Passages, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.holders import ended
from store.wire.lexicon import NUMBERS, counted, ordinal
from store.wire.losers import has_ruled_since, is_rival
from store.wire.printed import spoken
from store.wire.records import Person
from store.wire.tokens import word_set
from store.wire.victories import ELSEWHEN, LONGEST, ON_WEEKDAY, TOLD, Victory, is_not_now, victories

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
    r"(?=(?: on \w+day| late| early| \w+day)* (?:in|of|after) [^.;]{0,110}?"
    r"\b(?:election|elections|run-?off|vote|polls|race)\b)"
    r"(?! [^.;]{0,50}\b(?:primary|local|regional|by-election)\b)"
)
"""What a vote is called behind the winner whom somebody declared: `of Kenya's presidential election`."""

_VICTORY: Final = re.compile(
    rf"{_BETWEEN}(?:"
    r"(?P<again>re-?elected\b(?! (?:leader|chairman|head|as (?:party|leader)))"
    rf"|{_WINS} (?:a |an |his |her )?{_TERM})"
    rf"|(?P<new>(?<=[sn] )elected (?:as )?{_LAND}?(?:[a-z-]+ ){{0,2}}president\b"
    rf"|bec(?:ame|omes) {_LAND}?(?:[a-z-]+ ){{0,3}}president-elect\b"
    rf"|{_WINS} {_LAND}?(?:presidency|presidential (?:election|race|vote|poll|run-?off))\b"
    rf"|[^.;]{{3,90}}(?= to become){_NOT_SET} to become {_LAND}?(?:[\w-]+ ){{0,3}}{_RULES})"
    rf"|(?P<told>(?:{_DECLARED} (?:as )?(?:the )?(?:outright |official )?(?:winner|victor)\b"
    rf"|(?:claim(?:ed|s)|declare[ds]|proclaim(?:ed|s)) victory\b){_IN_VOTE}"
    rf"|{_DECLARED} (?:the )?president-elect\b"
    r"|(?:declared|proclaimed) president\b(?! of (?:the |its |his |her )?[^.;,]{0,40}\b[Pp]arty\b)))",
)
"""What stands behind the name of whoever won; what his victory is of."""

_BY_OTHERS: Final = re.compile(
    r"\b(?:declared|declares|declaring|proclaimed|proclaims|proclaiming|certified|confirmed)"
    r"(?: (?:the|opposition|candidate|leader|incumbent|ruling|party|challenger|[A-Z][\w’'-]*)){0,6} $"
)
_WINNER: Final = re.compile(
    rf"(?: of (?:the )?[A-Z][^,.;]{{1,60}}?|, [^.;]{{2,80}}?,)? (?:as )?(?:the |a |duly )?"
    rf"(?:(?:outright |official )?(?P<told>(?:winner|victor)\b{_IN_VOTE}|president-elect\b))"
)
"""What stands around the name of a winner by others' word: `declared NAME the winner of the vote`."""

_WORDS: Final = word_set(
    "winner victor president reelected elected won wins winning secures secured clinches clinched sealed "
    "claimed claims captured romped cruised become declared declares proclaimed proclaims named certified "
    "confirmed"
)
"""Without one of these nothing of it stands behind the name."""

_INSIDE: Final = re.compile(r"\b(?:party|parliament|assembly|congress|caucus|lawmakers|MPs|deputies)\b", re.I)
"""What chooses where it is not the voters."""

_BY_MEMBERS: Final = re.compile(
    r"\b(?:[Pp]arliament|[Aa]ssembly|caucus|lawmakers|MPs|deputies)\b(?! election)"
)
"""By whom somebody becomes head of the government weeks after the voters voted."""

_CLAIMED: Final = re.compile(r"\b(?:(?:claim|declare|proclaim)\w* victory|claimed)\b")
"""What the winner says himself, in the days after the vote."""

_DECLARED_WITHIN: Final = timedelta(days=45)
"""So long after it courts and commissions declare the winner at most."""


_INCUMBENT: Final = re.compile(r"\b(?:[Pp]resident|[Ii]ncumbent) $")
_CHALLENGER: Final = re.compile(
    r"\b(?:[Oo]pposition (?:leader|candidate|chief)|[Cc]hallenger|[Oo]utsider|[Nn]ewcomer) $"
)
"""What is said before the name of who ruled when he won, or did not."""

_ENDING: Final = re.compile(
    rf"\b(?:end(?:ed|ing)|br(?:oke|eaking)) (?:nearly |almost |over |more than )?"
    rf"(?:(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)}) )?"
    r"(?P<unit>years?|decades?) (?:of|in) [^.;,]{0,40}\b(?:rule|power|government|dominance)\b"
)
"""How long others had ruled whose rule a victory ends."""


def victory_clues(
    passages: Passages, bearers: Sequence[Bearer], named: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield a clue for each president or head of government whom a lead calls the winner of a vote."""
    for bearer in followed_by(_WORDS, bearers, passages):
        person, mention, text, begin, end = bearer
        won = _VICTORY.match(text, mention.end, end)
        if won is None and _BY_OTHERS.search(text, begin, mention.start):
            won = _WINNER.match(text, mention.end, end)
        if won is None or ELSEWHEN.search(text, begin, end):
            continue
        if is_not_now(text, begin, mention.start) or _is_of_party(won, named, mention.paragraph):
            continue
        if (
            "elected" in won[0]
            and _INSIDE.search(text, won.end(), end)
            and not _of_country(bearer, won, gazetteer)
        ):
            continue
        if "to become" in won[0] and _BY_MEMBERS.search(won[0]):
            continue
        every = _told_apart(_won(person, won, gazetteer), bearer, named, gazetteer)
        polls = [v.poll for v in every if v.poll.end >= ended(person, text[begin : mention.start])]
        if not won["told"] and (on := ON_WEEKDAY.search(text, mention.end, end)):
            polls = [poll for poll in polls if poll.told.weekday() == WEEKDAYS.index(on[1])]
        yield from one_of([_clue(poll, person, mention, won) for poll in polls])


def _is_of_party(won: re.Match[str], named: Sequence[Mention], number: int) -> bool:
    """Tell whether somebody was elected to a party's office: `re-elected president of the PARTY`."""
    head = _HEAD_OF.match(won.string, won.end())
    starts = [m.start for m in named if m.paragraph == number and m.entity.startswith("party:")]
    return head is not None and head.end() in starts


_HEAD_OF: Final = re.compile(
    r"(?: as)?(?: its| the)?(?: (?:national|general|party))?"
    r"(?: (?:president|chair\w*|leader|head|secretary))? of (?:the |its )?"
)


def _of_country(bearer: Bearer, won: re.Match[str], gazetteer: Gazetteer) -> bool:
    """Tell whether it is the country's office that somebody was elected to: `elected president of Brazil`."""
    country = gazetteer.countries.get(bearer.person.country or "")
    names = (country.name, *country.aka) if country else ()
    return won.string.startswith(
        tuple([f" of {the}{name}" for name in names for the in ("", "the ")]), won.end()
    )


def _won(person: Person, won: re.Match[str], gazetteer: Gazetteer) -> list[Victory]:
    """Return the votes that somebody may be told to have won: his first, or one that kept him in office."""
    votes = victories(person.country, gazetteer)
    every = [victory for victory in votes if victory.winner == person.id]
    claimed = won["told"] and _CLAIMED.search(won[0])
    if claimed and any([person.id in victory.poll.event.rivals for victory in votes]):
        return []  # who lost may have claimed to have won, too
    if won["told"] and not _are_all(every, person):
        return []
    if won["told"]:
        return [v for v in every if v.is_new] if won["told"].endswith("president-elect") else every
    if not won["again"]:
        return [v for v in every if v.is_new and (v.of_president or "become" in won[0])]
    if not _are_all(every, person):
        return []
    nth = ordinal(won["nth"] or "")
    if nth and nth <= len(every) and every[0].is_new:
        return [every[nth - 1]]
    return [v for v in every if not v.is_new] or every[1:]


def _told_apart(
    every: list[Victory], bearer: Bearer, named: Sequence[Mention], gazetteer: Gazetteer
) -> list[Victory]:
    """Return those of somebody's victories that suit what a sentence says of whom he beat and what he was."""
    person, mention, text, begin, end = bearer
    others = {m.entity for m in named if m.paragraph == mention.paragraph and begin <= m.start < end}
    others.discard(person.id)
    left = text[begin : mention.start]
    if _INCUMBENT.search(left):
        every = [v for v in every if not v.is_new] or every
    if _CHALLENGER.search(left):
        every = [v for v in every if v.is_new]
    if ending := _ENDING.search(text, mention.end, end):
        years = counted(ending["count"] or "") * (10 if ending["unit"].startswith("decade") else 1)
        own = victories(person.country, gazetteer)
        every = [v for v in every if v.is_new and not has_ruled_since(own, v, years, gazetteer)]
    return [v for v in every if any([is_rival(other, v) for other in others])] or every


def _are_all(every: Sequence[Victory], person: Person) -> bool:
    """Tell whether no vote that somebody won seems to be unknown, which may be the one meant."""
    days = [victory.poll.end for victory in every]
    first = min([term.since[0] for term in person.terms if term.since], default=date.min)
    begun = bool(every) and (every[0].is_new or days[0] - first <= LONGEST)
    return begun and all([later - one <= LONGEST for one, later in pairwise(days)])


def _clue(poll: Poll, person: Person, mention: Mention, won: re.Match[str]) -> Clue:
    """Return what it says that somebody won a vote, or was declared to have won it."""
    day, quote = poll.told, won.string[mention.start : won.end()]
    says = f"{poll.event.name}, won by {person.name}: {spoken(day)}"
    place, subject = (quote, mention.paragraph), f"the {poll.event.name}"
    declared = won["told"] is not None and _CLAIMED.search(won[0]) is None
    span = day, day + (_DECLARED_WITHIN if declared else TOLD)
    return Clue("election", *place, says, *span, "dated", day, subject, poll.event.source, exact=not declared)
