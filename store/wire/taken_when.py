"""Taken when: on which days a text can tell of an office taken on a known day, by its words for it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from store.article import HEADLINE, STANDFIRST
from store.days import WEEKDAYS, Interval
from store.wire.distances import AGO_WORDS
from store.wire.lexicon import counted
from store.wire.oaths import SWORN
from store.wire.printed import DAY, MONTH_NAME
from store.wire.records import Term
from store.wire.victories import ON_WEEKDAY

_ON_WEEKDAY: Final = re.compile(rf" (?:on|this|next) (?P<day>{'|'.join(WEEKDAYS)})\b(?!['’]s)")
_TODAY: Final = re.compile(r"[^.;]{0,120}?\b(?:today|tonight|this (?:morning|afternoon|evening))\b(?!['’]s)")
_JUST: Final = re.compile(
    r"[^.;,]{0,60}?\b(?:yesterday|today|last night|this (?:morning|afternoon|evening))\b(?!['’]s)"
)
_OATH: Final = ("sworn", "inaugurated")
"""What is said of an oath that is the event itself."""

_TO_BE: Final = re.compile(r"\b(?:will|would|(?:due|set|expected|scheduled|slated) to) (?:be )?$")
VOTED: Final = timedelta(days=160)
"""So long before taking office a president may be elected by the people."""

_AFTER: Final = re.compile(r"\b(?P<number>\w+) (?P<unit>day|week|month)s? after\b", re.I)
"""How far the event lies behind an office taken: `three days after NAME took office`."""

_DAYS_BEFORE: Final = re.compile(r"\b(?P<number>\w+) days? before\b[^.;,]{0,60}$", re.I)
"""How far it lies before one that is ahead: `two days before parliament was to elect NAME`."""

_AGO: Final = re.compile(
    r"\b(?P<number>\w+) (?P<unit>day|week|month)s? (?:earlier|before|ago)\b"
    r"(?=[,.;]|$| (?:and|in|by|took|was|were|became)\b)",
    re.I,
)
"""The same beside it: `on his election six days before`, `who a week ago took over`."""

_BESIDE: Final = re.compile(r"\b(?:the|a) day (?:earlier|before)\b|\byesterday\b", re.I)
"""The same of an office taken a day before the event: `was elected the day before`."""

_THEN: Final = re.compile(rf"[^.;,\d]{{0,60}}? on (?P<day>{'|'.join(WEEKDAYS)})\b(?!['’]s)")
"""What tells of an office that was taken in the days before: `was elected its leader on Monday`."""

_EVE: Final = timedelta(days=3)
"""So long before an oath its text may tell of something else: `was appointed on Sunday` above it."""

_AHEAD: Final = re.compile(
    r"\b(?:next|future|will|would|due|set|expected|about|poised|likely) (?:to |be |become )*"
    r"(?:become|be|take|succeed|replace|(?:prime minister|president|premier|chancellor|leader))\b"
    r"|\b(?:is|are|was|were|due|set|expected|scheduled|slated) to"
    r" (?:be|become|take|assume|succeed|replace|(?:re-?)?elect|appoint|name|swear in)\b"
    r"|\b(?:in doubt|hopes?|chances?|bid|prospects?|could|(?-i:may)) ",
    re.I,
)
"""What says that the office is yet to be taken."""

_AHEAD_WORDS: Final = (
    "next", "future", "will", "would", "due", "set", "expect", "about", "poised", "likely", "in doubt",
    "hope", "chance", "bid", "prospect", "could", "may", "is to", "are to", "was to", "were to",
)  # fmt: skip
"""What it cannot be without: looked for first, because it is found fast."""

_LAST_YEAR: Final = re.compile(r"\blast year\b(?!['’]s)")
"""What stands behind an office taken in the year before: `who came to power amid unrest last year`."""

_LATELY: Final = re.compile(
    rf"\b(?:recently|newly|last (?:week|month)|earlier this (?:year|month)|just"
    rf"|in {MONTH_NAME})\b(?! \d{{4}})"
)

_NOW: Final = frozenset({"succeeds", "becomes", "takes over", "elects"})
"""What is said below a lead of an office that is taken in it."""

_CHOSEN: Final = frozenset({"appointed", "named", "chosen", "elected"})
"""What may be done some days before the office is taken."""

_LEADS: Final = (0, HEADLINE, STANDFIRST)


def choice(term: Term, text: str, begin: int, end: int) -> Interval | None:
    """Return the day of the choice for an office, unless a sentence gives the weekday on which it was taken.

    So it is where a congress confirms whom the members of a party chose.
    """
    chosen, since = term.chosen, term.since
    on = ON_WEEKDAY.search(text, begin, end) if chosen and since else None
    if chosen and since and on and since[0].weekday() == WEEKDAYS.index(on[1]) != chosen[0].weekday():
        return None
    return chosen


def told_span(
    text: str, sentence: tuple[int, int], change: re.Match[str], since: date, paragraph: int
) -> Interval:
    """Return the days on which a text can tell of an office that was taken on a day."""
    begin, end = sentence
    comma = text.find(",", change.end(), min(end, change.end() + 90))
    around = max(begin, change.start() - 30), comma if comma >= 0 else min(end, change.end() + 90)
    ahead = _DAYS_BEFORE.search(text, begin, change.start()) if paragraph in _LEADS else None
    if ahead and (count := counted(ahead["number"])):
        return since - timedelta(days=count), since - timedelta(days=count)
    lowered = text[slice(*around)].lower()
    if any([word in lowered for word in _AHEAD_WORDS]) and _AHEAD.search(text, *around):
        to_be = _TO_BE.search(text, begin, change.start())
        if to_be and paragraph <= 1 and _TODAY.match(text, change.end(), end):
            return since, since
        soon = _ON_WEEKDAY.search(text, change.end(), min(end, change.end() + 60)) if to_be else None
        if soon and WEEKDAYS.index(soon["day"]) == since.weekday():
            return since - timedelta(days=6), since - timedelta(days=1)
        return since - (VOTED if change[0].lower() in SWORN else timedelta(days=60)), since
    if paragraph in _LEADS and change[0].lower().startswith(_OATH) and _JUST.match(text, change.end(), end):
        return since, since
    if "day" in text[change.end() : end].lower() and _BESIDE.search(text, change.end(), end):
        return since, since + timedelta(days=3)
    late = " after" in text[begin : change.start()].lower()
    after = _AFTER.search(text, begin, change.start()) if late else None
    told = after or (_AGO.search(text, *around) if any([word in lowered for word in AGO_WORDS]) else None)
    if told and (count := counted(told["number"])):
        unit = told["unit"].lower()
        day = since + relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]
        slack = timedelta(days={"day": 1, "week": 6, "month": 20}[unit])
        return day - slack, day + slack
    if _LAST_YEAR.search(text, change.end(), min(end, change.end() + 60)):
        return date(since.year + 1, 1, 1), date(since.year + 1, 12, 31)
    if paragraph in _LEADS and _is_vote(text, begin, change, end):
        return since - timedelta(days=3), since
    if paragraph in _LEADS or (paragraph == 1 and change[0].lower() in _NOW):
        return since - timedelta(days=3), since + timedelta(days=45)
    if paragraph > 0 and (then := _THEN.match(text, change.end(), end)):
        own = WEEKDAYS.index(then["day"]) == since.weekday()
        return (since - _EVE, since + timedelta(days=6)) if own else (since, since + timedelta(days=5 * 365))
    chosen = change[0].lower() in _CHOSEN
    since = since - _EVE if chosen else since
    near = _LATELY.search(text, begin, end)
    if near and near[0].startswith("last"):
        return since, since + timedelta(days=13 if near[0].endswith("week") else 61)
    return since, since + timedelta(days=330 if near else 5 * 365)


_VOTED: Final = re.compile(r"elect(?:s|ed)|chose|chosen|pick|won |wins ", re.I)
_ITS_DAY: Final = re.compile(
    rf"[^.;]{{0,70}}?(?<!['’]s )(?:\bon )?\b(?:{'|'.join(WEEKDAYS)})\b(?!['’])(?! (?:before|after))"
)
_DAY_OF_IT: Final = re.compile(rf"\bon (?:{'|'.join(WEEKDAYS)}) (?:was )?(?:\w+ )?$")
_RELATIVE: Final = re.compile(r"\bwho (?:was |has been |had been |had |has )?(?:\w+ )?$")


def _is_vote(text: str, begin: int, change: re.Match[str], end: int) -> bool:
    """Tell whether a lead gives the weekday of a choice, after which the office was taken if not on it."""
    if not _VOTED.match(change[0]) or _RELATIVE.search(text, begin, change.start()):
        return False
    behind = _ITS_DAY.match(text, change.end(), end)
    return behind is not None or _DAY_OF_IT.search(text, begin, change.start()) is not None


_EARLIER: Final = re.compile(rf"\b(?:recent(?:ly)?|earlier|last(?! night)|{DAY})\b")
"""What says that an office was taken before the event: `elected at its recent congress`."""


def is_earlier(text: str, change: re.Match[str], end: int) -> bool:
    """Tell whether the words behind a change say that it is older than the event."""
    return _EARLIER.search(text, change.end(), min(end, change.end() + 70)) is not None
