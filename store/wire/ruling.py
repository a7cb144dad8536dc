"""Ruling: how many years somebody has held an office, as clues: `16 years in power`, `his 13-year rule`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.days import WEEKDAYS
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Passages, one_of
from store.wire.holders import is_leading
from store.wire.lexicon import NUMBERS, counted
from store.wire.pasts import later
from store.wire.printed import has_year, spoken
from store.wire.tokens import Line, word_set

_N: Final = (
    r"(?P<less>nearly |almost |close to |more than |over |some |about )?"
    rf"(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)})"
)
_RULE: Final = re.compile(
    rf"\b{_N}(?: (?:consecutive|straight|unbroken))?(?: years? (?:in (?:power|office|charge|government)"
    r"|at the (?:helm|top)|of (?:his |her )?(?:rule|leadership|presidency|premiership)"
    r"|as (?:the )?(?:\w+ )?(?:leader|head|president|chairman|chairwoman|prime minister|premier|chancellor"
    r"|secretary|party))"
    r"|[- ]years?(?:[- ]long)? (?:rule|reign|tenure|grip|premiership|presidency|leadership|hold|stint))\b",
    re.I,
)
_LED: Final = re.compile(
    rf"\b(?:has|have|had) (?:led|ruled|governed|headed|chaired|run|been (?:in (?:power|office)|at the helm))"
    rf"\b[^.;,]{{0,60}}? for {_N} years\b",
    re.I,
)
_NEAR: Final = 120
_MONTHS: Final = timedelta(days=122)
_YEAR: Final = timedelta(days=366)


def ruling_clues(passages: Passages, bearers: Sequence[Bearer]) -> Iterator[Clue]:
    """Yield what it says that somebody known has held an office for so many years."""
    for number in passages.having("rule") if bearers else ():
        text, line = passages.texts[number], passages.lines[number]
        if not _may_rule(line):
            continue
        for match in (*_rules(text, line), *_LED.finditer(text)):
            near = [b for b in bearers if b.mention.paragraph == number and b.begin <= match.start() < b.end]
            near = [b for b in near if abs(b.mention.start - match.start()) <= _NEAR]
            if text.startswith(_BY, match.end()):
                near = [b for b in near if b.mention.start > match.end()]
            if near and not has_year(text[near[0].begin : near[0].end]):
                if text.endswith(_PARTYS, 0, match.start()):
                    continue
                bearer = min(near, key=lambda b: abs(b.mention.start - match.start()))
                yield from _ruled(bearer, match, number)


def _rules(text: str, line: Line) -> Iterator[re.Match[str]]:
    """Yield the lengths of a rule, in order: each is tried where it may begin, before its years."""
    starts, end = line.starts, 0
    for at in line.among(_YEARS):
        for begin in [begin for begin in starts[max(0, at - _IN_FRONT) : at] if begin >= end]:
            if match := _RULE.match(text, begin):
                end = match.end()
                yield match
                break


_IN_FRONT: Final = len(("more", "than", "13", "consecutive", "-"))
"""So many tokens of such a length may stand before its years."""

_BY: Final = (" by ", " under ")
"""What stands before whose rule it is, whoever is named in front: `end eight years of rule by`."""

_PARTYS: Final = ("party's ", "party’s ", "Party's ", "Party’s ")
"""Whose rule it is, if it is not that of the leader named beside."""


def _may_rule(line: Line) -> bool:
    """Tell whether a number of years stands where it is counted how long somebody rules."""
    folds = line.folds
    for at in line.among(_YEARS):
        behind = folds[at + 1] if at + 1 < len(folds) else ""
        counted = at > 0 and (folds[at - 1] in _COUNTED or folds[at - 1].isdecimal())
        if counted and (behind in _RULES or (folds[at - 2] if at > 1 else "") in _FOR):
            return True
    return False


_YEARS: Final = word_set("year years")
_COUNTED: Final = frozenset(NUMBERS) | word_set("- consecutive straight unbroken")
_RULES: Final = word_set(
    "in at of as - long rule reign tenure grip premiership presidency leadership hold stint"
)
_FOR: Final = word_set("for than nearly almost to over some about")
"""What stands before such years, behind them, and before their number."""


_ENDED: Final = re.compile(
    rf" (?:ended|came to an end|were over|was over|drew to a close) (?:late |early |on )*"
    rf"(?P<day>{'|'.join(WEEKDAYS)})\b"
)
"""What stands behind the years of a rule that is over: `12 years in power ended on Sunday`."""


def _ruled(bearer: Bearer, match: re.Match[str], number: int) -> Iterator[Clue]:
    """Yield one clue of the offices of a leader that may be meant."""
    count = counted(match["count"])
    less = (match["less"] or "").strip().lower()
    ended = _ENDED.match(match.string, match.end())
    options = []
    for term in bearer.person.terms:
        if term.since is None or not is_leading(term) or count < 2:
            continue
        full = later(term.since[0], count)
        first, last = full - _MONTHS, full + _YEAR
        if less in ("nearly", "almost", "close to"):
            first, last = full - _YEAR, full
        until = term.until[1] + _MONTHS if term.until else date.max
        if ended and term.until and term.until[0] == term.until[1]:
            day = term.until[0]
            if first <= day <= last and day.weekday() == WEEKDAYS.index(ended["day"]):
                says = f"{bearer.person.name} was {term.office} to {spoken(day)}"
                place, subject = (match[0] + ended[0], number), f"the end of {bearer.person.name}'s rule"
                yield Clue("office", *place, says, day, day, "dated", day, subject, term.source, exact=True)
                return
        if first <= until:
            says = (
                f"{count} years from {spoken(term.since[0])}, when {bearer.person.name} became {term.office}"
            )
            place, subject = (match[0], number), f"{count} years of {bearer.person.name}"
            days = (first, min(last, until))
            options.append(Clue("office", *place, says, *days, "span", None, subject, term.source))
    yield from one_of(options)
