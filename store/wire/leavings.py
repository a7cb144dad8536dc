"""Leavings: who is replaced, removed or gone in a lead, as clues: it is told of on the day and soon after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from store.wire.bearers import Bearer
from store.wire.clues import Clue, one_of
from store.wire.holders import is_leading, is_top, words_of
from store.wire.printed import spoken

_REPLACING: Final = re.compile(
    r"\b(?:replac(?:es?|ed|ing)|oust(?:s|ed|ing)?|succeed(?:s|ed|ing)?|unseat(?:s|ed"
    r"|ing)?|toppl(?:es|ed|ing))(?: [\w’'-]+){0,4} $",
    re.I,
)
_REMOVING: Final = re.compile(
    r"\b(?:fir(?:es|ed|ing)|sack(?:s|ed|ing)|remov(?:es|ed|ing)|expel(?:s|led|ling)|depos(?:es|ed|ing)"
    r"|dismiss(?:es|ed|ing)|dump(?:s|ed|ing)|overthr(?:ows|ew|owing)|impeach(?:es|ed|ing)|recall(?:s|ed|ing)"
    r"|vot(?:es|ed|ing) out|stripp(?:ed|ing))"
    r"(?: (?:longtime|veteran|embattled|its|their|the|as|party|leader|President|Prime|Minister|Chairman"
    r"|PM|Premier|Chancellor)){0,4} $"
)
_REMOVED: Final = re.compile(
    r"(?:, [^,.;]{1,80},)? (?:was|were|is|has been|had been) (?:\w+ )?(?:on [A-Z]\w+day )?"
    r"(?:fired|sacked|ousted|removed|expelled|deposed|dismissed|dumped|overthrown|toppled|impeached"
    r"|voted out|unseated|stripped of|recalled)\b"
)
_QUITS: Final = re.compile(
    r"(?:, [^,.;]{1,60},)? (?:has |had )?(?:quit|quits|left|leaves|bolted|walk(?:ed|s) out of|broke with) "
    r"(?:from )?(?:the |his |her )?(?P<party>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,4})"
    r"(?: [Pp]arty)?(?=[,.]|$| (?:on|after|to|and|over|in|amid|with|because|for)\b)"
)
_FORMER: Final = re.compile(r"\b(?:former|ex-|late|then|founding|veteran)\b", re.I)
_OWNED: Final = re.compile(r"[’']s\b")
_BEFORE: Final = timedelta(days=3)
_AFTER: Final = timedelta(days=45)


def replaced_clues(bearer: Bearer) -> Iterator[Clue]:
    """Yield a clue for `to replace NAME`, `fired President NAME` and `NAME was ousted` in a lead."""
    person, mention, text, begin, end = bearer
    left, right = text[begin : mention.start], text[mention.end : end]
    before = _REPLACING.search(left[-80:]) or _REMOVING.search(left[-80:])
    match = before or _REMOVED.match(right)
    if match is None or _OWNED.match(right) or (not before and _FORMER.search(left[-60:])):
        return
    terms = [term for term in person.terms if is_leading(term)] or person.terms
    options: dict[date, Clue] = {}
    for term in terms:
        day = term.until[0] if term.until and term.until[0] == term.until[1] else None
        if day is None:
            continue
        says = f"{person.name} was {term.office} to {spoken(day)}"
        quote = match[0] + person.name if before else person.name + match[0]
        place, subject = (quote, mention.paragraph), f"{person.name} left office"
        span = (day - _BEFORE, day + _AFTER)
        options[day] = Clue("office", *place, says, *span, "dated", day, subject, term.source, exact=True)
    yield from one_of([*options.values()])


def quit_clues(bearer: Bearer) -> Iterator[Clue]:
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
        place = (person.name + quits[0], mention.paragraph)
        span, subject = (day - timedelta(days=1), day + timedelta(days=3)), f"{person.name} left office"
        options.append(Clue("office", *place, says, *span, "dated", day, subject, term.source, exact=True))
    yield from one_of(options)
