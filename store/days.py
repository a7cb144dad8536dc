"""Partial dates and the intervals of days they mean; plain dates, never converted."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

Interval = tuple[date, date]
"""First and last day, both included."""

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""English month names in order: ours, because the locale's would differ between hosts."""

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""English weekday names in the order of `date.weekday()`."""

_PARTIAL: Final = re.compile(r"(\d{4})(?:-(?:[Qq]([1-4])|(\d{2})(?:-(\d{2}))?))?")


def interval(text: str) -> Interval:
    """Return the days meant by `2021`, `2021-Q2`, `2021-05` or `2021-05-18`.

    Raises:
        ValueError: The text is none of these, or no day of the calendar.
    """
    match = _PARTIAL.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a year, quarter, month or day")
    year, quarter, month, day = match.groups()
    if day:
        only = date(int(year), int(month), int(day))
        return only, only
    if quarter:
        return month_interval(int(year), 3 * int(quarter) - 2, months=3)
    return month_interval(int(year), int(month)) if month else month_interval(int(year), 1, months=12)


def month_interval(year: int, month: int, months: int = 1) -> Interval:
    """Return the days of a run of months within one year.

    Raises:
        ValueError: There is no such year or month.
    """
    first, last = date(year, month, 1), month + months - 1
    if last == 12:
        return first, date(year, 12, 31)
    return first, date(year, last + 1, 1) - timedelta(1)


def overlaps(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals share a day."""
    return one[0] <= other[1] and other[0] <= one[1]
