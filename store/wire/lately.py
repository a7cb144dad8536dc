"""Lately: who took an office or left it in a month that a text names without its year, as clues.

`Hun Manet, who took over from his father in August`: the office may go unnamed, and others may be named
between; that a term of the person begins or ends in just that month says that it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from store.article import Mention
from store.days import MONTHS
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, first_between, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.happened import lately
from store.wire.hints import MONTH_WORDS, MOVE_WORDS
from store.wire.holders import head_of, is_leading, words_of
from store.wire.oaths import AGAIN
from store.wire.printed import MONTH_NAME, YEAR, period
from store.wire.records import Person, Term
from store.wire.taken_terms import LESSER
from store.wire.winners import is_ruling

_TAKES: Final = (
    r"(?:took|tak(?:en|ing)|takes) (?:over|office|power|charge|the (?:helm|reins|oath|job|post)"
    r"|up (?:the|his|her) (?:post|job|seat|duties)|on the (?:post|job|role))|(?<!re-)elected|(?<!re-)election"
    r"|sworn in|swearing-in|inaugurated|inauguration|appointed|appointment|named|chosen|installed|promoted"
    r"|became|becoming|assum(?:ed|ing)|(?:came|coming|returned) to (?:power|office)"
    r"|(?:swept|carried|voted|propelled|catapulted) (?:in)?to (?:power|office)"
    r"|succeed(?:ed|ing)|replac(?:ed|ing)"
    r"|won the (?:leadership|chairmanship|presidency|party leadership)"
)
_LEAVES: Final = (
    r"resign(?:ed|ing|ation)|stepp(?:ed|ing) (?:down|aside)|step down|left (?:office|power|the (?:post|job))"
    r"|lost (?:power|office|the (?:post|leadership))|ouster|oust(?:ed|ing)|removed|removal|toppled|overthrown"
    r"|sacked|dismissed|fired|voted out|retir(?:ed|ing|ement)|handed (?:over|power)|until|succeeded by"
    r"|replaced by|quit|died|death"
)
_MOVE: Final = re.compile(
    rf"\b(?:(?P<leave>{_LEAVES})|(?P<take>{_TAKES}))\b(?P<between>[^.;:()]{{0,90}}?)"
    rf"(?<!\w)(?:in |since |last |this |of |by )?(?:early |late |mid-)?(?P<month>{MONTH_NAME})\b"
    rf"(?P<of>,? (?:of )?(?:last|this) year)?(?!,? (?:\d|{YEAR}))"
)
"""A word for taking or leaving, and the month behind it."""

_MONTHLY: Final = re.compile(r" (?:in|last|since|until|this|of|late|early|mid) $| mid-$")
_HE: Final = re.compile(r"(?:[\"“]?(?:He|She)\b)")
_ANOTHERS: Final = re.compile(
    r" (?:the|an?|his|her) (?!(?:party|ruling|reins|helm|post|leadership|government|premiership|presidency"
    r"|country|job|office|role|chairmanship|top|party[’']s|country[’']s|opposition|nation|state|position)\b)"
)
"""What is taken over or what somebody becomes, if it is no known office: `took over his uncle's shop`."""

_OTHERS: Final = re.compile(r"\bwhose\b")
_OF_STATE: Final = re.compile(
    r"(?:t(?:ook|ak(?:en|ing|es)) (?:office|power)|left (?:office|power)|sworn|inaugurat|swept|carried|voted"
    r"|(?:came|coming|returned) to)"
)
"""How offices of a state are taken or left, not those of a party."""

_TO_COME: Final = re.compile(r"\b(?:to|will|would|shall|must|may|might|could|should)(?: \w+ly)?(?: be)? $")
"""What says that an office is yet to be taken or left: `to step down in September`."""

_VERB: Final = len(" should immediately be ")

_YEAR: Final = timedelta(days=330)
"""An office taken in a month is not told of so when that month comes again."""


def lately_clues(
    passages: Passages, bearers: Sequence[Bearer], named: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield what a text says of offices taken or left in a month: the event is of the year behind it."""
    months, moves = passages.having("day"), passages.having("move")
    both = [number for number in months if number in moves] if bearers else ()
    here = {bearer.mention.paragraph for bearer in bearers} if both else ()
    for number in [number for number in both if number in here]:
        text = passages.texts[number]
        held = {
            bearer.mention.start: bearer.person for bearer in bearers if bearer.mention.paragraph == number
        }
        people = [m for m in named if m.paragraph == number and m.entity.startswith("person:")]
        for match in _moves(text, passages.places(number, MOVE_WORDS), passages.places(number, MONTH_WORDS)):
            month = match.start("month")
            if not _MONTHLY.search(text, max(0, month - _JOINT), month) or _is_another(match):
                continue
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            if person := next(_subjects(match, (begin, end), people, held), None):
                yield from _moved(person, match, number, gazetteer)


def left_clues(passages: Passages, bearers: Sequence[Bearer], named: Sequence[Mention]) -> Iterator[Clue]:
    """Yield what a text says of an office left last week or last month: the event is of the next one."""
    for number in {bearer.mention.paragraph: None for bearer in bearers}:
        text = passages.texts[number]
        left = [*_left(text)] if " last " in text else []
        people = (
            [m for m in named if m.paragraph == number and m.entity.startswith("person:")] if left else []
        )
        for match in left:
            begin = sentence_start(text, match.start())
            last = max([m for m in people if begin <= m.start < match.start()], key=_START, default=None)
            held = [b.person for b in bearers if last and b.mention == last]
            if last is None or not held or _OTHERS.search(text, last.end, match.start()):
                continue
            options = []
            for term in [term for term in held[0].terms if is_leading(term)]:
                if term.until and term.until[0] == term.until[1]:
                    day = term.until[0]
                    says = f"{held[0].name} was no longer {term.office} on {period((day, day))}"
                    told = ("office", match[0], number, says, *(lately(match[0], day) or (day, day)))
                    subject = f"{held[0].name} left office"
                    options.append(Clue(*told, "dated", day, subject, term.source, reach=_REACH))
            yield from one_of(options)


def _left(text: str) -> Iterator[re.Match[str]]:
    """Yield the words for leaving an office, and when that was: looked for from the end on."""
    for last in _LAST.finditer(text):
        if match := _LEFT.search(text, max(0, last.start() - _NEAR), last.end()):
            yield match


_START: Final = attrgetter("start")
_REACH: Final = 62
"""So many days behind it an office may be told to have been left last month."""

_NEAR: Final = 62
"""So many letters before those words it may be said that it was left."""

_LAST: Final = re.compile(r" last (?:week|month)\b(?!['’]s)")
_LEFT: Final = re.compile(rf"\b(?:{_LEAVES})\b[^.;:(),]{{0,40}}? last (?:week|month)")


def _moves(text: str, places: Sequence[int], months: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the words for taking or leaving behind which a month stands, in order.

    Args:
        places: Where such words begin.
        months: Where names of months begin.
    """
    end = 0
    for at in places:
        near = at >= end and first_between(months, at, at + _FAR) is not None
        if match := _MOVE.match(text, at) if near else None:
            end = match.end()
            yield match


_FAR: Final = 160
"""So many letters behind the beginning of such words a month may stand."""

_JOINT: Final = len(" since ")


_FIRST: Final = re.compile(
    r"\b(?:(?:his|her) (?:first|maiden) (?!visit (?:here )?(?:as|since)\b)(?:(?!to )[\w-]+ ){1,4}?"
    r"(?:as|since (?:he |she )?(?:took|taking"
    r"|assum\w+"
    r"|becoming|became|(?:being|was) (?:elected|appointed|sworn in|named)"
    r"|(?:his|her) (?:election|appointment|inauguration)))\b"
    r"|as (?:[\w’'-]+ ){0,3}?new (?=(?:[\w-]+ ){0,2}?(?:president|prime|premier|chancellor|leader|chair"
    r"|chief|secretary)))"
)
"""What somebody does for the first time in an office, or does as its new holder."""

_NEW: Final = timedelta(days=200)
_EVE: Final = timedelta(days=3)
"""So long before the oath somebody who was chosen is called new."""


def first_clues(passages: Passages, bearers: Sequence[Bearer], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for `NAME on his first trip since taking office`: the event is of the months behind it."""
    told = [number for number in passages.having("first") if number <= 1]
    for person, mention, text, begin, end in bearers if told else ():
        if mention.paragraph not in told:
            continue
        match = _FIRST.search(text, mention.end, end) or _FIRST.search(text, begin, mention.start)
        between = sorted((mention.start, match.start())) if match else (0, 0)
        others = [b.mention.start for b in bearers if b.mention.paragraph == mention.paragraph]
        first = (
            begin if match and match.end() <= mention.start else between[0]
        )  # `elected A as their new leader`
        if match is None or any([first <= other < between[1] and other != mention.start for other in others]):
            continue
        options: dict[date, Clue] = {}
        terms = [term for term in person.terms if is_leading(term)]
        if "its" in match[0].split():  # of a party: `chose NAME as its new leader`
            terms = [term for term in terms if not is_ruling(term, person, gazetteer)]
        said = words_of(text[match.end() : min(end, match.end() + 60)])
        for term in [term for term in terms if head_of(term) <= said] or terms:
            since = term.since[0] if term.since and term.since[0] == term.since[1] else None
            if since:
                says = f"{person.name} became {term.office} on {period((since, since))}"
                place, subject = (match[0], mention.paragraph), f"{person.name} took office"
                told_as = ("office", *place, says, since - _EVE, since + _NEW)
                options[since] = Clue(*told_as, "dated", since, subject, term.source, reach=_NEW.days)
        yield from one_of([*options.values()])


def _is_another(match: re.Match[str]) -> bool:
    """Tell whether an office kept is told of, or something taken that is no known office."""
    between = match["between"]
    others = match["take"] is not None and (_ANOTHERS.match(between) or LESSER.match(between))
    return AGAIN.search(between) is not None or bool(others)


def _subjects(
    match: re.Match[str], sentence: tuple[int, int], people: Sequence[Mention], held: dict[int, Person]
) -> Iterator[Person]:
    """Yield who may have taken the office or left it, the likeliest first, if a term fits the month."""
    begin, _ = sentence
    before = [m for m in people if begin <= m.start < match.start()]
    inside = [m for m in people if match.start() <= m.start < match.end()]
    if not before and _HE.match(match.string, begin):
        before = [m for m in people if m.start < begin]
    for mention in (*before[::-1], *inside):
        person, whose = held.get(mention.start), _OTHERS.search(match.string, mention.end, match.start())
        if person is not None and not whose and _terms(person, match):
            yield person


def _terms(person: Person, match: re.Match[str]) -> list[tuple[Term, date, date]]:
    """Return the terms of a person that began in the month, or ended in it, and when."""
    month = MONTHS.index(match["month"]) + 1
    found = []
    for term in person.terms:
        when = term.since if match["take"] else term.until
        if when and when[0].month == when[1].month == month and (when[1] - when[0]).days < 31:
            found.append((term, *when))
    return found


def _moved(person: Person, match: re.Match[str], number: int, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield one clue whose options are the terms that may be meant, those of a leader before others."""
    terms = _terms(person, match)
    terms = [told for told in terms if is_leading(told[0])] or terms
    if _OF_STATE.match(match[0]):
        terms = [told for told in terms if is_ruling(told[0], person, gazetteer)] or terms
    options: dict[date, Clue] = {}
    for term, first, last in terms:
        came = "became" if match["take"] else "was no longer"
        says = f"{person.name} {came} {term.office} in {period((first, last))}"
        if first == last:
            says = f"{person.name} {came} {term.office} on {period((first, last))}"
        subject = f"{person.name} {'took' if match['take'] else 'left'} office"
        span = _span(match, first)
        place = (match[0].strip(), number)
        options[first] = Clue(
            "office", *place, says, *span, "dated", first, subject, term.source, reach=2 * _YEAR.days
        )
    yield from one_of([*options.values()])


def _span(match: re.Match[str], first: date) -> tuple[date, date]:
    """Return on which days it is said so of a month that begins on or before a day."""
    told = match["of"] or ""
    if _TO_COME.search(match.string, max(0, match.start() - _VERB), match.start()):
        return first - _YEAR, first
    if "last" in told:
        return date(first.year + 1, 1, 1), date(first.year + 1, 12, 31)
    if "this" in told:
        return first, date(first.year, 12, 31)
    return first, first + _YEAR
