"""The periods a query can name: points, ranges and spans, and which days they mean today."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from store import days
from store.days import MONTHS, Interval

NONE: Final = "none"
"""The value of `date:` that means texts without any interval."""

_HELP: Final = "Dates look like 2021, 2021-Q2, 2021-05, 2021-05-18 or may-2021"
_HELP_SPANS: Final = "spans like 30d, 2w, 6m or 1y"
_POINT: Final = re.compile(r"(\d{4})(?:-?(q[1-4])|(-\d{2}(?:-\d{2})?))?", re.ASCII)
_MONTH: Final = re.compile(r"([a-z]{3,9})(?:-(\d{4}))?")
_SPAN: Final = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_LOOSE_RANGE: Final = re.compile(r"(\d{4})(?:-|–|—|/|\.{3,})(\d{4})", re.ASCII)
_LOOSE_DAY: Final = re.compile(r"(\d{4})([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_LOOSE_END: Final = re.compile(r"(?:(\d{1,2})([-/.]))?(\d{1,2})[-/.](\d{4})", re.ASCII)
_SPELLED_DAY: Final = re.compile(
    r"(?:(\d{1,2})[-.]?([a-z]{3,9})|([a-z]{3,9})[-.]?(\d{1,2}))[-.]?(\d{4})", re.ASCII
)
_LOOSE_SPAN: Final = re.compile(r"-?(\d{1,4})-?([dwmy])[a-z]*", re.ASCII)
_MONTH_NAMES: Final = tuple(month.lower() for month in MONTHS)
_UNITS: Final = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


class NotAValue(ValueError):
    """A value that a field cannot have, in words for a reporter."""

    def __init__(self, reason: str, instead: str | None = None) -> None:
        """Say why, and which query text probably was meant `instead` of the value."""
        super().__init__(reason)
        self.reason = reason
        self.instead = instead


def canonical(field: str, text: str) -> str:
    """Return the normal form of a value of date, since, before or after, given in lower case.

    Raises:
        NotAValue: It names no period, or one that the field does not take.
    """
    if field == "date":
        return _range(text)
    span = _SPAN.fullmatch(text)
    if span:
        return f"{int(span[1])}{span[2]}"
    if ".." in text:
        raise NotAValue(f"{field}: takes one day, month or year. Say date:{text}")
    return _point(field, text)


def resolve(field: str, value: str, today: date) -> Interval | None:
    """Return the days that a value in normal form means on the day `today`; None if there are none."""
    if field == "date":
        return _resolve_range(value, today)
    first, last = _resolve_point(value, today)
    if field == "since":
        return first, date.max
    if field == "after":
        return (last + timedelta(days=1), date.max) if last < date.max else None
    return (date.min, first - timedelta(days=1)) if first > date.min else None


def _range(text: str) -> str:
    if text == NONE:
        return text
    if _SPAN.fullmatch(text):
        raise NotAValue(f"date:{text} is a span. Say since:{text}")
    if ".." not in text:
        return _point("date", text)
    start, _, end = text.partition("..")
    first, last = (_point("date", point, text) if point else "" for point in (start, end))
    if first and first == last:
        return first
    known = [days.interval(point) for point in (first, last) if point[:1].isdigit()]
    if len(known) == 2 and known[0][0] > known[1][1]:
        raise NotAValue(f"date:{text} runs backwards", f"{last}..{first}")
    return f"{first}..{last}"


def _point(field: str, text: str, whole: str | None = None) -> str:
    """Return the normal form of a point, which is part of the range `whole` or stands alone."""
    if text in ("today", "yesterday"):
        return text
    named = _month_named(text)
    if named:
        return _checked(field, named)
    match = _POINT.fullmatch(text)
    if match:
        year, quarter, rest = match.groups()
        return _checked(field, f"{year}-{quarter.upper()}" if quarter else f"{year}{rest or ''}")
    told = _HELP if field == "date" else f"{_HELP}, {_HELP_SPANS}"
    raise NotAValue(f"{field}:{whole or text} is not a date. {told}", _meant(field, whole or text))


def _month_named(text: str) -> str | None:
    """Return `2021-05` for `may-2021`, `may` for `may`, None for what names no month."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return None
    name, year = match.groups()
    numbers = [n for n, month in enumerate(_MONTH_NAMES, 1) if month.startswith(name)]
    if not numbers:
        return None
    return f"{year}-{numbers[0]:02}" if year else _MONTH_NAMES[numbers[0] - 1]


def _checked(field: str, point: str) -> str:
    if point in _MONTH_NAMES or _exists(point):
        return point
    raise NotAValue(f"{field}:{point} is not in the calendar")


def _exists(point: str) -> bool:
    try:
        days.interval(point)
    except ValueError:
        return False
    return True


def _meant(field: str, text: str) -> str | None:
    """Return the period that a slip of the hand probably meant: `2016-2021`, `2021-5-8`, `18.5.2021`."""
    span = _LOOSE_SPAN.fullmatch(text) if field != "date" else None
    if span:
        return f"{int(span[1])}{span[2]}"
    return _meant_day(text)


def _meant_day(text: str) -> str | None:
    pair = _LOOSE_RANGE.fullmatch(text)
    if pair:
        first, last = sorted(pair.groups())
        return f"{first}..{last}" if first > "0000" else None
    if loose := _LOOSE_DAY.fullmatch(text):
        year, _, month, day = loose.groups()
        return _sound(year, int(month), day)
    if loose := _LOOSE_END.fullmatch(text):
        first, _, second, year = loose.groups()
        if first and int(first) <= 12 and int(second) <= 12 and first != second:
            return None  # the day first, or the month: nobody can tell
        is_american = first is not None and int(second) > 12
        return _sound(year, int(first if is_american else second), second if is_american else first)
    if loose := _SPELLED_DAY.fullmatch(text):
        month_name = _month_named(loose[2] or loose[3])
        if month_name in _MONTH_NAMES:
            return _sound(loose[5], _MONTH_NAMES.index(month_name) + 1, loose[1] or loose[4])
    return None


def _sound(year: str, month: int, day: str | None) -> str | None:
    point = f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")
    return point if _exists(point) else None


def _resolve_range(value: str, today: date) -> Interval | None:
    if value == NONE:
        return None
    start, dots, end = value.partition("..")
    if not dots:
        return _resolve_point(value, today)
    last = _resolve_point(end, today)[1] if end else date.max
    # A bare month that begins a range is the one before its end: may..june is never thirteen months apart.
    bare = start in _MONTH_NAMES and bool(end)
    first = _resolve_point(start, last if bare else today)[0] if start else date.min
    return (first, last) if first <= last else None


def _resolve_point(value: str, today: date) -> Interval:
    if value == "today":
        return today, today
    if value == "yesterday":
        return (today - timedelta(days=1),) * 2
    if value in _MONTH_NAMES:
        month = _MONTH_NAMES.index(value) + 1
        return days.month_interval(today.year - (month > today.month), month)
    span = _SPAN.fullmatch(value)
    if span:
        return (_back(today, int(span[1]), span[2]),) * 2
    return days.interval(value)


def _back(today: date, count: int, unit: str) -> date:
    """Return the day that lies so many days, weeks, months or years before today."""
    from dateutil.relativedelta import relativedelta  # needed by few queries, and slow to load

    try:
        return today - relativedelta(**{_UNITS[unit]: count})  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return date.min
