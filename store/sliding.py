"""Sliding: a period on or back by its own width, as one goes through time window by window."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from store.periods import NONE, NotAValue, resolve
from store.units import UNITS, Unit, ordinal, spelled

_YEAR: Final = re.compile(r"\d{4}", re.ASCII)
_QUARTER: Final = re.compile(r"\d{4}-Q[1-4]", re.ASCII)
_MONTH: Final = re.compile(r"\d{4}-\d{2}|[a-z]+", re.ASCII)

_DAYS: Final = frozenset({"today", "yesterday"})


def slid(value: str, by: int, today: date) -> str:
    """Return a value of `date:` in normal form, moved on by so many of its own widths, or back.

    The width is counted in the unit in which the value is written: quarters go by quarters, and a year of
    365 days by 365 days. A period that depends on the day, as `may` does, is taken as it is today.

    Raises:
        NotAValue: The value has no width, or the calendar ends before it has moved so far.
    """
    first, dots, last = value.partition("..")
    days = resolve("date", value, today)
    if value == NONE or days is None:
        raise NotAValue(f"date:{value} names no days, so there is nothing to slide")
    if dots and not (first and last):
        raise NotAValue(f"date:{value} is open at one end, so it has no width to slide by")
    unit = min(_unit(first), _unit(last or first), key=UNITS.index)
    start, end = (ordinal(day, unit) for day in days)
    moved = by * (end - start + 1)
    try:
        return spelled(start + moved, end + moved, unit)
    except (ValueError, OverflowError):
        where = "after" if by > 0 else "before"
        raise NotAValue(f"The calendar has nothing {where} date:{value}") from None


def _unit(point: str) -> Unit:
    """Return the unit in which a point of a period is written."""
    if _YEAR.fullmatch(point):
        return "year"
    if _QUARTER.fullmatch(point):
        return "quarter"
    return "month" if _MONTH.fullmatch(point) and point not in _DAYS else "day"
