"""Units of the calendar: days, weeks, months, quarters and years as running numbers, and as query text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from store.days import Interval, month_interval

Unit = Literal["day", "week", "month", "quarter", "year"]
"""A stretch of time that the calendar names."""

UNITS: Final[tuple[Unit, ...]] = ("day", "week", "month", "quarter", "year")
"""Finest first."""

_MONTHS: Final[Mapping[Unit, int]] = {"month": 1, "quarter": 3, "year": 12}


def ordinal(day: date, unit: Unit) -> int:
    """Return the number of the unit that a day lies in; it grows by one from each to the next."""
    if unit == "day":
        return day.toordinal()
    if unit == "week":
        return (day.toordinal() - 1) // 7
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def bounds(number: int, unit: Unit) -> Interval:
    """Return the first and the last day of the unit of that number; a week begins on Monday.

    Raises:
        ValueError: The calendar has no such unit.
    """
    if unit == "day":
        day = date.fromordinal(number)
        return day, day
    if unit == "week":
        first = date.fromordinal(7 * number + 1)
        return first, date.fromordinal(min(7 * number + 7, date.max.toordinal()))
    year, month = divmod(number * _MONTHS[unit], 12)
    return month_interval(year, month + 1, _MONTHS[unit])


def spelled(first: int, last: int, unit: Unit) -> str:
    """Return units in a row as a value of `date:` in normal form: `2018-Q1..2021-Q2`, `2021-05`.

    Raises:
        ValueError: They are not in the calendar.
    """
    start, end = bounds(first, unit)[0], bounds(last, unit)[1]
    one, other = _point(start, unit), _point(end, unit)
    return one if one == other else f"{one}..{other}"


def _point(day: date, unit: Unit) -> str:
    if unit == "year":
        return f"{day.year:04}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}-{day.month:02}" if unit == "month" else day.isoformat()
