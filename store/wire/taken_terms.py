"""Taken terms: which of somebody's offices the words around a change tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from store.article import Mention
from store.days import MONTHS, WEEKDAYS
from store.wire.bearers import Bearer
from store.wire.gazetteer import Gazetteer
from store.wire.holders import (
    LEADING,
    chairs_of,
    ended,
    head_of,
    is_brief,
    is_leading,
    is_told,
    is_top,
    of_its_party,
    words_of,
)
from store.wire.oaths import SWORN
from store.wire.printed import MONTH_NAME
from store.wire.records import Party, Term
from store.wire.winners import is_ruling

_AS: Final = re.compile(
    r"(?: and [A-Z][\w.’'-]+(?: [A-Z][\w’'-]+){1,3})?,? (?:on [A-Z]\w+day )?(?:\d\d, |[^,.;]{0,30}, )?"
    r"(?:as|to (?:be|become|the post|head|lead|serve|replace)) ",
    re.I,
)
"""What stands between a name and the office that its bearer takes."""

_COMPLEMENT: Final = re.compile(
    r" (?=(?:the |its |their |new |State |Party ){0,3}(?:president|chair\w*|leader|general secretary"
    r"|secretary[ -]general|prime minister|premier|chancellor|speaker)\b)",
    re.I,
)
"""The same where nothing does: `elected NAME State President`."""

_OVER_AGAIN: Final = re.compile(
    r" (?:again|once (?:again|more)|anew|for another|for a (?:further|new|fresh))\b"
)
"""What says that somebody is chosen for an office that he has: on one of its later days, if any is known."""

_SOME: Final = re.compile(
    r" [\w -]{4,40}?(?<!at the head) of an? (?!(?:[\w’'-]+ ){0,5}?(?:party|country|nation|government)\b)"
)
"""The same by the body, which is none that is known: `was named chairman of a club`."""

_TO_HEAD: Final = re.compile(
    r"\bto (?:head|run|steer) (?:the |its |their |his |her )?(?:[\w-]+ ){0,3}?(?:[Pp]arty\b|[A-Z])"
)
"""What is said of whoever will lead a party: `was chosen to head the Labour Party`."""

_HEAD_OF: Final = re.compile(r" (?:as )?(?:the |its )?(?:new )?(?:head|chief) of (?P<party>[^,.;]{3,40})")
"""What is said of whoever leads a party, whatever that is called there."""

_OTHERS: Final = frozenset({"chairman", "chairwoman", "chairperson", "chair", "speaker"})
"""What somebody becomes whom another office is printed before: `President NAME was elected chairman`."""

_NEXT: Final = re.compile(r" and (?=[A-Z]|(?:will|would|is|was|has)\b)|[,;.]")

_BARE: Final = re.compile(
    r"(?: (?:from|by|after) [^,.;]{3,40}?| [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}"
    r"| to (?:that|the|this) (?:post|job|position|responsibility))?"
    rf" (?:(?:in|last) (?:early |late |mid-)?(?P<month>{MONTH_NAME})\b(?! \d)|last (?:week|month)\b)"
)
"""What stands behind a change that names no office but when: `took over from NAME in April`, `last month`."""

_BESIDE_NAME: Final = 50
"""So many letters around a name and its change the office may be told that is taken."""

LESSER: Final = re.compile(
    r"(?: (?!as|to|by)\w+)?(?: (?:member|senator|captain|lawmaker|councillor|envoy)\b)"
)
"""What somebody may become that is no office of a leader."""

_DAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!['’])")

_IS_NEW: Final = re.compile(
    r"\bnew\b|\b(?:succe[es]d|replac|unoppos|uncontest)\w*|\btak(?:es|ing) over\b|\bfirst (?:wom|fem|black)"
    r"|\b(?:after|following) [^.;]{0,60}\b(?:resign|quit|stepp|stood)"
)
"""What tells that somebody is confirmed in an office for the first time."""

_OF_PARTY: Final = re.compile(
    r" (?:as )?(?:its |the |their |a |an )?(?:[\w-]+ ){0,3}"
    r"(?:head|leader(?:ship)?|chief|chair\w*|president|presidency)"
    r" of (?:the |its |their |his |her )?(?:[\w’'-]+ ){0,3}?"
    r"(?:[Pp]arty\b|(?:ruling|governing|opposition) [A-Z]|[A-Z][^,.;]{2,60}\([A-Z]{2,6}\))"
)
"""What says that an office is a party's: `elected head of the ruling ANC party`."""

_STATE: Final = re.compile(
    r" of (?:the |a |its |his |her )?(?:new |next |[A-Z]\w+ )?(?:government|cabinet|country|nation|state)\b"
)
"""What says that it is no party's helm: `took the helm of the government`."""

_NAMED_PARTY: Final = re.compile(
    r" (?:as )?(?:[a-z][\w-]+ ){0,5}?(?:head|leader(?:ship)?|chief|chair\w*|president|secretary) of"
    r" (?:[a-z][\w-]+ ){0,3}?(?![A-Z]+ [Pp]arty\b)"
    r"(?P<party>[A-Z][\w’'-]+(?: (?:and |for )?[A-Z][\w’'-]+){0,4}) [Pp]arty\b"
)
"""What names the party that somebody leads from now on: `elected leader of the Steppe Party`."""


def taken_terms(bearer: Bearer, change: re.Match[str], gazetteer: Gazetteer) -> list[Term]:
    """Return the terms of a person that the words around a change may tell of."""
    person, mention, text, begin, end = bearer
    former = ended(person, text[begin : mention.start])
    taken = [t for t in person.terms if head_of(t) and (t.since is None or t.since[0] >= former)]
    told_so = ([t for t in taken if is_told(t.office, s)] for s in _told(text, change, mention, (begin, end)))
    terms = next(filter(None, told_so), [])
    if not terms and (headed := _HEAD_OF.match(text, change.end(), end)):
        said = words_of(headed["party"])
        terms = [t for t in taken if is_top(t) and (words_of(t.office) - head_of(t)) & said]
    if not terms and change.start() >= mention.end and (bare := _BARE.match(text, change.end(), end)):
        months = {MONTHS.index(bare["month"]) + 1} if bare["month"] else range(1, 13)
        terms = [t for t in taken if is_leading(t) and t.since and t.since[0].month in months]
    if not terms and change[0].lower().endswith(("helm", "reins")) and _STATE.match(text, change.end(), end):
        terms = [t for t in taken if is_ruling(t, person, gazetteer)]
    if not terms and change[0].lower() in SWORN:
        terms = [t for t in taken if is_leading(t) or t.office.startswith("Chief Minister")]
    if change[0].lower() in SWORN:
        terms = [t for t in terms if is_ruling(t, person, gazetteer) or not is_top(t)]
    terms = chairs_of(terms)
    if _OVER_AGAIN.match(text, change.end(), end):
        terms = [t for t in terms if t.again or is_ruling(t, person, gazetteer)]
    if change[0].lower().startswith("confirm"):  # a party confirms whoever leads it
        day = _DAY.search(text, change.end(), end)
        terms = [t for t in terms if day and t.since and t.since[0].weekday() == WEEKDAYS.index(day[0])]
        if not _IS_NEW.search(text, begin, end):
            terms = [t for t in terms if t.office.startswith("Leader") or is_brief(t)]
    if _OF_PARTY.match(text, change.end(), end):
        terms = [t for t in terms if not is_ruling(t, person, gazetteer)]
    if named := _NAMED_PARTY.match(text, change.end(), end):
        terms = [t for t in terms if _is_of(t, named["party"], gazetteer.parties.get(person.party or ""))]
    return of_its_party(terms, text[change.start() : min(end, change.end() + _BESIDE_NAME)])


def is_lesser(text: str, at: int, end: int) -> bool:
    """Tell whether what somebody becomes is no office of a leader that may be known."""
    return (LESSER.match(text, at, end) or _SOME.match(text, at, end)) is not None


def _is_of(term: Term, named: str, party: Party | None) -> bool:
    """Tell whether a term may be one of the party that is named, by the names of its bearer's own."""
    said = words_of(named)
    names = (term.office, *((party.name, *party.aka) if party else ()))
    return any([said & words_of(name) for name in names])


def _told(
    text: str, change: re.Match[str], mention: Mention, sentence: tuple[int, int]
) -> Iterator[frozenset[str]]:
    """Yield the words that may say which office is taken: those behind `as`, else the likeliest first."""
    begin, end = sentence
    behind = text[mention.end : min(end, mention.end + 90)]
    if change.end() <= mention.start and (taken := _AS.match(behind) or _COMPLEMENT.match(behind)):
        yield words_of(_NEXT.split(behind[taken.end() :], 1)[0])
        return
    behind = _NEXT.split(text[change.end() : min(end, change.end() + 80)], 1)[0]
    told = words_of(behind)
    yield told | LEADING if _OF_PARTY.match(text, change.end(), end) or _TO_HEAD.search(behind) else told
    if told & _OTHERS:
        return
    first, last = sorted((change.span(), (mention.start, mention.end)))
    behind = _NEXT.split(text[last[1] : min(end, last[1] + _BESIDE_NAME)], 1)[0]
    yield words_of(text[max(begin, first[0] - _BESIDE_NAME) : last[1]] + behind)
