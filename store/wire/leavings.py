"""Leavings: who is replaced, removed or gone in a lead, as clues: it is told of on the day and soon after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.holders import is_leading, is_told, is_top, words_of
from store.wire.printed import MONTH_NAME, YEAR, spoken
from store.wire.victories import victories
from store.wire.winners import VOTED_OUT, is_ruling, voted_out

_REPLACING: Final = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|oust(?:s|ed|ing)?|succeed(?:s|ed|ing)?|unseat(?:s|ed"
    r"|ing)?|toppl(?:es|ed|ing))(?: [\w’'-]+){0,4} $",
    re.I,
)
_REMOVING: Final = re.compile(
    r"\b(?:fir(?:es|ed|ing)|sack(?:s|ed|ing)|remov(?:es|ed|ing)|expel(?:s|led|ling)|depos(?:es|ed|ing)"
    r"|dismiss(?:es|ed|ing)|dump(?:s|ed|ing)|overthr(?:ows|ew|owing)|recall(?:s|ed|ing)"
    r"|vot(?:es|ed|ing) out|stripp(?:ed|ing)|(?:throw(?:s|ing)?|threw|kick(?:s|ed|ing)?) out"
    r"|ditch(?:es|ed|ing)|eject(?:s|ed|ing))"
    r"(?: (?:longtime|veteran|embattled|its|their|the|as|party|leader|President|Prime|Minister|Chairman"
    r"|PM|Premier|Chancellor)){0,4},? $"
)
_BARE: Final = re.compile(r"(?:oust|topple|unseat|\w+ing)\b")
_TRIED: Final = re.compile(
    r"\b(?:(?<!\bvoted )(?<!\bvotes )to|who voted to|had voted to|of|at|for|from|against"
    r"|could|may|might|will|would|should|must|can|consider\w*|start\w*|begin\w*) $"
)
"""What stands before a removal that is tried or feared, not done: `in the process of ousting NAME`."""

_DONE: Final = re.compile(r"(?:ousted|deposed|toppled|overthrown|sacked|fired|dismissed|impeached|removed)\b")
_ATTRIBUTE: Final = re.compile(
    r"(?:\b(?:with|by|of|to|from|against|for|the|an?|and|between|including|like|over|is|was)|[’']s) $"
)
"""What stands before a removal that only tells who somebody is."""

_REACH: Final = 90

_REMOVED: Final = re.compile(
    r"(?:, [^,.;]{1,80},)? (?:was|were|is|has been|had been) (?:\w+ )?(?:on [A-Z]\w+day )?"
    r"(?:fired|sacked|ousted|removed|expelled|deposed|dismissed|dumped|overthrown|toppled"
    r"|voted out|unseated|stripped of|recalled)\b"
)
_QUITS: Final = re.compile(
    r"(?:, [^,.;]{1,60},)? (?:has |had )?(?:quit|quits|left|leaves|bolted|walk(?:ed|s) out of|broke with) "
    r"(?:from )?(?:the |his |her )?(?P<party>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})"
    r"(?: [Pp]arty)?(?=[,.]|$| (?:on|after|to|and|over|in|amid|with|because|for)\b)"
)
_RESIGNING: Final = re.compile(
    r"[^.;]{0,90}?\b(?:(?:announc|tender|submit|hand|e-?mail|offer|declar|confirm)\w*[^.;]{0,40} (?:his|her)"
    r"(?: \w+)? (?:resignation|departure)|(?:said|announc\w+|told|declar\w+|confirm\w+)[^.;]{0,50}"
    r" (?:he|she|will|would|to) (?:\w+ )?(?:resign|step(?:ping)? down|quit|stand(?:ing)? down)"
    r"|(?:has |had )?(?:resigned|resigns|stepped down|steps down))\b"
)
"""What stands behind whoever gives up an office, which another may take weeks later."""

_NOT_SOON: Final = re.compile(
    r"[^.;]{0,40}?\b(?:if|unless|last (?:week|month|year)|(?:days|weeks|months|years) ago"
    r"|next (?:year|spring|summer|autumn|fall)|(?:in|within) (?:about )?a year"
    rf"|(?:in|by|before) (?:early |late |mid-|the end of )?(?:{MONTH_NAME} )?{YEAR})\b"
)
"""What stands behind a resignation that is long past, announced long before, or may not come."""

_AS: Final = re.compile(r" (?:from (?:his|her) (?:post|job|role) )?as (?P<office>[^,.;]{3,60})")
"""What names the office that somebody gives up."""

_BY_PARTY: Final = re.compile(
    r"\belect(?:s|ed) [^.;]{0,60}\b(?:chair\w*|leader|president|head|secretary)\b"
    r"|\b(?:leadership|party|caucus) (?:[\w-]+ )?(?:vote|ballot|contest|election|race)\b"
    r"|\b(?:[Pp]arty|caucus|lawmakers|MPs)\b[^.;]{0,40} voted to (?:replace|oust|remove)\b"
)
"""What says that another was chosen, who may take the office weeks later."""

_LED: Final = re.compile(
    r" (?:from (?:his|her) (?:post|job|role) )?(?:as|at) [^,.;]{0,50}?"
    r"\b(?:leader\w*|chair\w*|head|helm|presid\w+)\b"
    r"[^,.;]{0,40}\b[Pp]arty\b|['’]s (?:party )?leadership\b"
)
"""What says that it is a party whose leader is replaced: `as leader of the Labour Party`."""

_LOST: Final = re.compile(
    r"\bafter (?:losing|he lost|she lost|being (?:ousted|defeated|toppled))\b[^.;]{0,50}"
    r"\b(?:leadership|vote|ballot|challenge|contest|revolt|spill|confidence)\b"
)
"""What makes somebody go at once: `resigned after losing a party vote`."""

_WEEKS: Final = timedelta(days=120)

_FORMER: Final = re.compile(r"\b(?:former|ex-|late|then|founding|veteran)\b", re.I)
_PAST: Final = re.compile(r"\b(?:former|jailed)\b", re.I)
"""What is said of somebody in whose place another stands, long after he ruled; the late one left just now."""

_OWNED: Final = re.compile(r"[’']s\b")
_BEFORE: Final = timedelta(days=3)
_AFTER: Final = timedelta(days=45)


def leaving_clues(
    passages: Passages, bearers: Sequence[Bearer], named: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield what a lead says of those who are replaced, removed or resign in it, or leave their party."""
    replaced, gone = passages.having("replaced"), passages.having("gone")
    resigning = passages.having("resign")
    for bearer in [bearer for bearer in bearers if bearer.mention.paragraph <= 0]:
        number = bearer.mention.paragraph
        if number in replaced and not _is_beaten(bearer, bearers, gazetteer):
            yield from _replaced(bearer, gazetteer)
        if number in gone:
            yield from _quit(bearer)
        if number in resigning:
            yield from _resigning(bearer, named)


def _is_beaten(loser: Bearer, others: Sequence[Bearer], gazetteer: Gazetteer) -> bool:
    """Tell whether somebody named before in the sentence won the vote by which somebody lost an office."""
    mention, begin = loser.mention, loser.begin
    before = {
        o.person.id
        for o in others
        if o.mention.paragraph == mention.paragraph and begin <= o.mention.start < mention.start
    }
    won = victories(loser.person.country, gazetteer) if before else ()
    return any([v.before == loser.person.id and v.winner in before for v in won])


def _replaced(bearer: Bearer, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for `to replace NAME`, `fired President NAME` and `NAME was ousted` in a lead."""
    person, mention, text, begin, end = bearer
    left, right = text[begin : mention.start], text[mention.end : end]
    before = _REPLACING.search(left[-80:]) or _REMOVING.search(left[-80:])
    match = before or _REMOVED.match(right)
    if (
        match is None
        or _OWNED.match(right)
        or (before and _is_undone(before[0], left.removesuffix(before[0])[-_REACH:]))
        or (_PAST.search(before[0]) if before else _FORMER.search(left[-60:]))
    ):
        return
    left_by = voted_out(person, right, gazetteer).terms
    terms = [term for term in left_by if is_leading(term)] or list(left_by)
    if _LED.match(text, mention.end, end):
        terms = [term for term in terms if not is_ruling(term, person, gazetteer)]
    options: dict[date, Clue] = {}
    for term in terms:
        day = term.until[0] if term.until and term.until[0] == term.until[1] else None
        if day is None:
            continue
        says = f"{person.name} was {term.office} to {spoken(day)}"
        name = text[mention.start : mention.end]
        quote = match[0] + name if before else name + match[0]
        place, subject = (quote, mention.paragraph), f"{person.name} left office"
        voted = VOTED_OUT.search(right) is not None
        first = day - _WEEKS if voted or _BY_PARTY.search(text, begin, end) else day - _BEFORE
        span = first, day + (_BEFORE if voted else _AFTER)
        told = Clue("office", *place, says, *span, "dated", day, subject, term.source)
        options[day] = told._replace(exact=not voted)
    yield from one_of([*options.values()])


def _is_undone(removal: str, ahead: str) -> bool:
    """Tell whether a removal is only tried, or was done long before: `allied with ousted premier NAME`."""
    if _BARE.match(removal) and _TRIED.search(ahead):
        return True
    return _DONE.match(removal) is not None and _ATTRIBUTE.search(ahead) is not None


def _resigning(bearer: Bearer, others: Sequence[Mention]) -> Iterator[Clue]:
    """Yield a clue for `President NAME announced his resignation` in a lead: the office ends soon."""
    person, mention, text, begin, end = bearer
    match = _RESIGNING.match(text[mention.end : end])
    if match is None or _FORMER.search(text[begin : mention.start][-60:]):
        return
    last = mention.end + match.end()
    if _NOT_SOON.match(text, last, end):
        return
    people = [o for o in others if o.paragraph == mention.paragraph and o.entity.startswith("person:")]
    if any([mention.end <= other.start < last for other in people]):
        return
    named = _AS.match(text, last, end)
    said = words_of(named["office"]) if named else None
    lost = _LOST.search(text, last, end) is not None
    options: dict[date, Clue] = {}
    for term in [term for term in person.terms if is_leading(term) and term.until]:
        if said is not None and not is_told(term.office, said):
            continue
        day = term.until[1] if term.until else date.max
        says = f"{person.name} was {term.office} to {spoken(day)}"
        place, subject = (text[mention.start : last], mention.paragraph), f"{person.name} left office"
        span = (day - (_BEFORE if lost else _WEEKS), day + _BEFORE)
        told = Clue(
            "office", *place, says, *span, "dated", day, subject, term.source, reach=_WEEKS.days, exact=lost
        )
        options[day] = told
    yield from one_of([*options.values()])


def _quit(bearer: Bearer) -> Iterator[Clue]:
    """Yield a clue for `NAME quit the PARTY` in a lead: that is the day itself."""
    person, mention, text, begin, end = bearer
    quits = _QUITS.match(text[mention.end : end])
    if not quits or _FORMER.search(text[begin : mention.start][-60:]):
        return
    party = words_of(quits["party"])
    options: list[Clue] = []
    for term in person.terms:
        day = term.until[0] if term.until and term.until[0] == term.until[1] else None
        if day is None or not (is_top(term) and party & words_of(term.office) - {"party"}):
            continue
        says = f"{person.name} was {term.office} to {spoken(day)}"
        place = (text[mention.start : mention.end] + quits[0], mention.paragraph)
        span, subject = (day - timedelta(days=1), day + timedelta(days=3)), f"{person.name} left office"
        options.append(Clue("office", *place, says, *span, "dated", day, subject, term.source, exact=True))
    yield from one_of(options)
