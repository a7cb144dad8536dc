"""Distances: on which days an event may lie, so far from a day as the words around a dated thing say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from dateutil.relativedelta import relativedelta

from store.days import Interval, month_interval
from store.wire.clues import Weight
from store.wire.printed import DAY, read_day

_TURN: Final = timedelta(days=330)
_DAY_TURN: Final = timedelta(days=270)
"""So long after it a vote is called by its month and day; later by the year."""

_AHEAD: Final = timedelta(days=250)
"""`The elections in July` are no more days ahead, if nothing says on which side of the event they lie."""

_WEEK: Final = timedelta(days=6)
_LATELY: Final = timedelta(days=200)
_SOON: Final = timedelta(days=300)
"""So long after a thing and before it a text tells of it without saying when."""

_NEXT_MONTH: Final = relativedelta(day=1, months=1)
_YEAR_ON: Final = relativedelta(day=1, years=1, days=-1)
"""From a day to the first of the month behind it, and to the last before that month of the next year."""

_SLACK: Final = {"day": timedelta(), "week": timedelta(3), "month": timedelta(20), "year": timedelta(60)}
"""What is counted in a unit may lie so much nearer or further."""

Distance = Literal["counted", "exact", "about", "calendar", "outcome", "heading"]
"""How a distance is said: in units, `two weeks after`; the same `to the day`; in units and a half; as a week,
month or year of the calendar, `last month's`; by the outcome of a vote; or by heading for its next round."""


AGO_WORDS: Final = (" ago", " earlier", " before")
"""One of which stands behind a distance that is counted back: looked for first, because it is found fast."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words around a dated thing say of an event's distance from it."""

    start: int
    """Where these words begin on the left of the name; -1 if they stand behind it."""
    weight: Weight
    direction: int
    """1: the event comes after it; -1: before it; 0: not said."""
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    unit: str = ""
    count: int | None = None
    """So many units lie between; for `last month's`, -1 and the unit."""
    kind: Distance = "counted"
    late: int = 0
    """So many days later than counted it may still be told of; -1: not even on a weekday's own day."""
    end: int = -1
    """Where they end, if they stand on the left."""

    @property
    def names_its_day(self) -> bool:
        """Whether the weekday is that of the dated thing, right behind its name: `the election on Sunday`."""
        return self.weekday is not None and self.start < 0

    def around(self, day: date) -> Interval | None:
        """Return the days on which the event may have happened if the dated thing was on a day."""
        if self.weekday is not None and day.weekday() != self.weekday:
            return None
        if (self.month and day.month != self.month) or (self.day and day.day != self.day):
            return None
        if self.weekday is not None:
            first, last = self._directed(day, _WEEK)
            return first, last + timedelta(days=self.late)
        if self.unit and self.count is not None:
            return self._away(day, self.count)
        if self.month:
            first, last = self._directed(day, _DAY_TURN if self.day and self.direction > 0 else _TURN)
            if self.direction == 0 and not self.day:
                return day - _AHEAD, last
            if self.direction > 0 and not self.day:  # in April nobody speaks of `the April vote`
                return day + _NEXT_MONTH, day + _YEAR_ON
            return first, last
        return self._directed(day, _LATELY if self.direction > 0 else _SOON)

    def _directed(self, day: date, reach: timedelta) -> Interval:
        first = day if self.direction > 0 else day - reach
        return first, day if self.direction < 0 else day + reach

    def _away(self, day: date, count: int) -> Interval:
        """Return the days so many days, weeks, months or calendar units away."""
        if self.kind == "calendar":
            return _calendar(day, self.unit, count)
        moved = _moved(day, self.unit, count)
        if self.kind == "exact":
            return moved, moved
        slack = _SLACK[self.unit]
        late = timedelta(days=self.late)
        return moved - (late if self.kind in ("about", "heading") else slack), moved + slack + late


def _moved(day: date, unit: str, count: int) -> date:
    """Return the day that lies so many units behind a day."""
    if unit in ("month", "year"):
        return day + relativedelta(months=count if unit == "month" else 12 * count)
    return day + timedelta(days=count if unit == "day" else 7 * count)


def _calendar(day: date, unit: str, count: int) -> Interval:
    """Return the week, month or year that lies so many after the one of a day."""
    if unit == "year":
        return date(day.year + count, 1, 1), date(day.year + count, 12, 31)
    if unit == "month":
        first = day.replace(day=1) + relativedelta(months=count)
        return month_interval(first.year, first.month)
    monday = day - timedelta(day.weekday()) + timedelta(weeks=count)
    return monday - timedelta(days=1), monday + timedelta(days=6)


_OWN_DAY: Final = re.compile(rf"\b{DAY},? $")
_TOLD_OF: Final = timedelta(days=330)
"""So long a day is told of without its year."""


def counted_from(left: str, relation: Relation, day: date, number: int) -> Interval | None:
    """Return the days on which an event may lie, so far from a day as the words on the left say.

    Below a lead the day printed at once before them is what lies so far away, and the event behind it:
    `NAME, who took oath on August 8, three days after`.
    """
    span = relation.around(day)
    own = _OWN_DAY.search(left, 0, relation.start) if number > 0 else None
    printed = read_day(own[0]) if own else None
    if span is None or printed is None or not printed.day:
        return span
    on = printed.in_year(span[0].year)
    return (on, on + _TOLD_OF) if on and span[0] <= on <= span[1] else None
