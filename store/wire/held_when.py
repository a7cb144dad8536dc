"""Held when: in which month or year a congress or an election is printed to be held, or to have been."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from store.days import MONTHS, Interval
from store.wire.clues import sentence_end, sentence_start
from store.wire.printed import MONTH_NAME
from store.wire.proceedings import WHOSE

_YEAR_BEHIND: Final = re.compile(
    rf"{WHOSE},? (?:which (?:is|was) )?(?:held |(?P<due>due |slated |scheduled |set |to be held |planned ))?"
    rf"(?:for |in )?(?:the )?(?:(?:early |late |mid-)?(?P<month>{MONTH_NAME})(?: of)? )?"
    r"(?:(?P<when>early|earlier|late|later|end of|(?:first|fourth) quarter of) )?"
    r"(?:(?P<this>this)|(?P<next>next|the coming)|last) year\b(?!['’]s)",
    re.I,
)
_YEAR_IN_FRONT: Final = re.compile(r"\b(?:(?P<this>this)|(?P<next>next)|last) year['’]s (?:\w+ ){0,2}$", re.I)
_IN_MONTH: Final = re.compile(
    rf"{WHOSE},?(?: (?:held|convened|(?:which|that) (?:met|was held|took place|closed|ended|concluded))"
    r"(?: (?:in|at) [A-Z][\w-]+(?:,? (?:and )?[A-Z][\w-]+)?)?,?)? (?:in|last) (?:early |late |mid-)?"
    rf"(?P<month>{MONTH_NAME})\b(?! \d)"
)
_DUE_MONTH: Final = re.compile(
    rf"{WHOSE},? (?:which (?:is|was) )?(?:due|slated|scheduled|set|planned|to be held|to (?:open|meet"
    r"|convene))(?: to (?:open|be held"
    rf"|take place|meet))?(?: (?:for|in|on))?(?: early| late| mid-?)? (?P<month>{MONTH_NAME})\b(?! \d{{4}})"
)
_TO_OPEN: Final = re.compile(r"\b(?:will|would|is to|are to|was to|plan\w* to|prepar\w+ to)\b[^.;]{0,40}$")
"""What stands before a congress that is yet to meet: `is to open its own 7th Congress in May`."""

_MONTHS_AGO: Final = re.compile(r"\b(?:(?P<last>last)|earlier this) month\b")


def month_after(text: str, place: tuple[int, int], end: date) -> Interval | None:
    """Return the month of the event, if the congress or election was held "last month" or "this month"."""
    told = _MONTHS_AGO.search(text, place[1], sentence_end(text, place[1]))
    if told is None:
        return None
    first = end + relativedelta(day=1, months=1 if told["last"] else 0)
    return max(first, end), first + relativedelta(months=1, days=-1)


def year_beside(text: str, place: tuple[int, int], held: Interval) -> Interval | None:
    """Return the days in which it was held "last year", "early this year", or is held "next year"."""
    front = text[max(0, place[0] - 40) : place[0]]
    told = _YEAR_BEHIND.match(text, place[1]) or _YEAR_IN_FRONT.search(front)
    said, month = told.groupdict() if told else {}, MONTHS[held[0].month - 1]
    if told is None or (said.get("month") or month) != month:
        return _month_beside(text, place, held, month)
    if said["this"]:
        year = held[1].year
        ahead = (said.get("when") or "").lower().startswith(_LATE) or said.get("due")
        return (date(year, 1, 1), held[0]) if ahead else (held[1], date(year, 12, 31))
    year = held[0].year - 1 if said["next"] else held[1].year + 1
    return date(year, 1, 1), date(year, 12, 31)


_LATE: Final = ("late", "later", "end", "fourth")


def _month_beside(text: str, place: tuple[int, int], held: Interval, month: str) -> Interval | None:
    """Return the days in which it was held "in May", or is due then."""
    due, told = _DUE_MONTH.match(text, place[1]), _IN_MONTH.match(text, place[1])
    is_due = due is not None and due["month"] == month
    if told and told["month"] == month and not is_due:
        is_due = _TO_OPEN.search(text, sentence_start(text, place[0]), place[0]) is not None
        return (held[0] - _TOLD, held[0]) if is_due else (held[0], held[1] + _TOLD)
    return (held[0] - _TOLD, held[0]) if is_due else None


_TOLD: Final = timedelta(days=330)
"""So long before its day and after it a month is named without its year."""
