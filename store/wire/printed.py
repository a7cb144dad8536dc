"""Printed days: the forms in which a text prints a day, and what each form says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple

from dateutil import parser

from store.days import MONTHS, Interval
from store.remembering import remembered
from store.wire.hints import MONTH_WORDS
from store.wire.tokens import Line

MONTH_NAME: Final = f"(?:{'|'.join(MONTHS)})"
"""A month's English name."""

MONTH: Final = (
    rf"(?:{MONTH_NAME}\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""A month's English name or its usual short form."""

WEEKDAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
)
"""A weekday's English name or its usual short form."""

YEAR: Final = r"(?:19|20)\d\d(?!\d)"
"""A year of the last century or this one."""

_ORD: Final = r"(?:\s?(?:st|nd|rd|th)\b)?"
_TO: Final = rf"(?:\s?(?:[-–]|\bto\b|\band\b)\s?\d{{1,2}}(?![\d:]){_ORD})?"

DAY: Final = (
    rf"(?=[\dJFMASONDjfmasond])(?:{MONTH},?\s?\d{{1,2}}/{YEAR}"
    rf"|{MONTH}\s?\d{{1,2}}(?!\d){_ORD}{_TO}(?:,?\s{YEAR})?"
    rf"|(?<!\d)\d{{1,2}}{_ORD}{_TO}(?:\sof)?\s{MONTH}(?:,?\s{YEAR})?)"
)
"""A day and a month in words, in either order, with or without the year; of several days all.

`July, 25/2019` is how VNS dates its pages, `March 11/2022` how ENA does.
"""

_DIGIT: Final = re.compile(r"\d")
_MONTHS: Final = tuple([name[:3].lower() for name in MONTHS])

_STRANGE: Final = re.compile(r",? ?(?!(?:19|20)\d\d(?!\d))\d{4,}(?!\d)(?! [a-z])")
_ISO: Final = re.compile(rf"({YEAR})[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
_NUMERIC: Final = re.compile(rf"(?<!\d)(\d\d?)[-/.](\d\d?)[-/.]({YEAR})")
_ORDINAL: Final = re.compile(r"(?<=\d)\s?(?:st|nd|rd|th)\b", re.I)
_LATER: Final = re.compile(r"(?<=\d)\s?(?:[-–]|\bto\b|\band\b)\s?\d{1,2}(?!\d)", re.I)
_WORDS: Final = re.compile(rf"{DAY}|{MONTH},?\s{YEAR}", re.I)
_YEAR: Final = re.compile(YEAR)
_YEAR_BEHIND: Final = re.compile(rf",?\s({YEAR})$")

_DEFAULTS: Final = (datetime(2000, 1, 1), datetime(2004, 2, 2))
"""Two days without anything in common, both in leap years: a part that stays as it is was printed."""


_LEAP: Final = (2, 29)
"""The one day that not every year has."""


class PrintedDay(NamedTuple):
    """A day as far as it was printed."""

    month: int
    day: int | None
    year: int | None

    @property
    def month_day(self) -> str | None:
        """`02-26`, if a day was printed."""
        return f"{self.month:02}-{self.day:02}" if self.day else None

    def in_year(self, year: int) -> date | None:
        """Return the day in a year, or None if that year has no such day."""
        return a_day(year, self.month, self.day or 1)

    def in_years(self, years: range) -> list[date]:
        """Return the day in each of some years that has such a day."""
        month, day = self.month, self.day or 1
        if (month, day) == _LEAP:
            return [found for year in years if (found := a_day(year, month, day))]
        return [date(year, month, day) for year in years]

    def spoken(self, year: int | None = None) -> str:
        """Return the day in words: `18 May`, `18 May 2021`, `May 2021`."""
        parts = (self.day, MONTHS[self.month - 1], year or self.year)
        return " ".join(str(part) for part in parts if part)


def a_day(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def spoken(day: date) -> str:
    """Return a day in words: `18 May 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=4096)
def period(days: Interval) -> str:
    """Return a partial date in words: `2021`, `May 2021`, `18 May 2021`."""
    first, last = days
    if first == last:
        return spoken(first)
    return str(first.year) if (last - first).days > 31 else f"{MONTHS[first.month - 1]} {first.year}"


@remembered(4000, 64)  # of a paragraph several rooms ask it, one after the other
def may_print_a_day(text: str) -> bool:
    """Tell whether there are digits and the beginning of a month's name, which is found fast."""
    if not _DIGIT.search(text):
        return False
    lowered = text.lower()
    return any([month in lowered for month in _MONTHS])


def find_days(pattern: re.Pattern[str], text: str, line: Line) -> Iterator[re.Match[str]]:
    """Yield the days that a pattern finds in a paragraph, in order; it is tried around names of months alone.

    Args:
        line: The paragraph in tokens.
    """
    end = 0
    for at in line.among(MONTH_WORDS):
        month = line.starts[at]
        if _VERB.match(text, month):
            continue
        around = max(end, month - _IN_FRONT), month + _MONTH_AND_YEAR
        match = pattern.search(text, *around) if _DIGIT.search(text, *around) else None  # `may` is no month
        if match and match.start() <= month:
            end = match.end()
            yield match


_VERB: Final = re.compile(r"(?:may|march)\b (?!(?:in|at|on|and|to|of|for|when|by|with|a|an|the)\b)[a-z]")
"""What is no month: `the 12 may meet again`, but `on 12 may in Hanoi`."""

_IN_FRONT: Final = len("20 th and 21 st of ")
_MONTH_AND_YEAR: Final = len("September. 20 th and 21 st, 2021") + 8
"""So many letters of a day stand before its month, and so many from there on with what may not follow."""


def is_of_strange_year(text: str, end: int) -> bool:
    """Tell whether a year of another century follows a day that ends at a place: `May 18, 1789`."""
    return _STRANGE.match(text, end) is not None


@lru_cache(maxsize=4096)
def read_day(text: str) -> PrintedDay | None:
    """Return the first day printed in a few words, by dateutil; no zone is read, nothing taken from today."""
    if numbers := _ISO.search(text):
        return _checked(*(int(n) for n in numbers.groups()))
    if numbers := _NUMERIC.search(text):
        return _by_numbers(*(int(n) for n in numbers.groups()), dotted=numbers[0].count(".") == 2)
    found = _WORDS.search(text)
    if found is None or is_of_strange_year(text, found.end()):
        return None
    plain = _LATER.sub("", _ORDINAL.sub("", found[0])).replace(".", " ")
    year = _YEAR_BEHIND.search(plain)
    said = _parsed(plain[: year.start()]) if year else None
    if said is None or year is None or said.year:
        return _parsed(plain)
    day = PrintedDay(said.month, said.day, int(year[1]))
    return day if day.in_year(int(year[1])) else None


@lru_cache(maxsize=4096)
def _parsed(plain: str) -> PrintedDay | None:
    """Return a day in words as dateutil reads it; asked without a year, which it is not often twice."""
    try:
        one, other = (parser.parse(plain, default=default) for default in _DEFAULTS)
    except (ValueError, OverflowError):
        return None
    year = one.year if one.year == other.year else None
    if year and str(year) not in plain:
        return None  # the `40` of `heads under 40 may run`
    day = one.day if one.day == other.day else None
    return PrintedDay(one.month, day, year) if one.month == other.month else None


def _by_numbers(first: int, second: int, year: int, *, dotted: bool) -> PrintedDay | None:
    """Read 18/05/2021; 05/06/2021 is two days, so it is none, but 05.06.2021 is 5 June everywhere."""
    if first > 12 or first == second or (dotted and second <= 12):
        return _checked(year, second, first)
    return _checked(year, first, second) if second > 12 else None


def _checked(year: int, month: int, day: int) -> PrintedDay | None:
    return PrintedDay(month, day, year) if a_day(year, month, day) else None


_WEEKDAY: Final = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day)?\b", re.I)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def weekday_in(line: str) -> int | None:
    """Return the weekday that a line of a page prints, as in `date.weekday()`; None if it prints none."""
    found = _WEEKDAY.search(line)
    return _WEEKDAYS.index(found[1].lower()) if found else None


def has_year(text: str) -> bool:
    """Tell whether a year is printed in a text."""
    return _YEAR.search(text) is not None
