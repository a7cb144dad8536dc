"""Almanac: articles by the years, months and days in which their intervals end."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from store.archive import blocks, sets
from store.archive.sets import BEGUN, MONTHS, PLAIN, Fact
from store.days import month_interval

if TYPE_CHECKING:
    from store.archive.last_days import Days

Month = tuple[int, int]
"""A year and a month of it, from 1 on."""

_YEARS: Final = 64
"""So many years with their months are remembered."""


class Almanac:
    """The dates of the articles in lists; what is asked of a year or month is read when first asked for."""

    def __init__(self, database: sqlite3.Connection, live: int) -> None:
        """Read an index, which must not change under this reader, for the articles in lists."""
        self._database = database
        self._live = live
        self.months = lru_cache(maxsize=_YEARS)(self._read_months)
        """(year) -> the set of each month of a year that has any, latest first."""
        self.order = lru_cache(maxsize=12 * _YEARS)(self._read_order)
        """(month or None for no date) -> its articles in the order of the list, newest first."""

    @cached_property
    def years(self) -> Mapping[int, int]:
        """The set of each year that has any, latest first."""
        return self._sets(0, PLAIN - 1, 0)

    @cached_property
    def undated(self) -> int:
        """The set of the articles without any interval."""
        return blocks.read(self._database, Fact.UNDATED, Fact.UNDATED).get(Fact.UNDATED, 0) & self._live

    def ending(self, first: date, last: date) -> int:
        """Return the set of the articles whose interval ends within some days."""
        found = 0
        for year, articles in self.years.items():
            if first.year <= year <= last.year:
                is_whole = first <= date(year, 1, 1) and date(year, 12, 31) <= last
                found |= articles if is_whole else self._ending_in(year, first, last)
        return found

    def overlapping(self, first: date, last: date) -> int:
        """Return the set of the articles whose interval shares a day with some days."""
        return self.ending(first, last) | self._astride(last)

    def _astride(self, day: date) -> int:
        """Return the set of the articles whose interval begins up to a day and ends after it."""
        begun = reduce(or_, (some for year, some in self._begun.items() if year < day.year), 0)
        ended = reduce(or_, (some for year, some in self.years.items() if year > day.year), 0)
        if day == date(day.year, 12, 31):
            return (begun | self._begun.get(day.year, 0)) & ended
        return begun & ended | self._astride_in_year(day)

    def _astride_in_year(self, day: date) -> int:
        """Return those of the same that begin or end within the year of the day."""
        first, middle, last = (d.toordinal() for d in (date(day.year, 1, 1), day, date(day.year, 12, 31)))
        sought = "SELECT article FROM articles WHERE live AND earliest < latest AND "
        begun = self._database.execute(
            sought + "earliest BETWEEN ? AND ? AND latest > ?", (first, middle, middle)
        )
        ended = self._database.execute(
            sought + "latest > ? AND latest <= ? AND earliest <= ?", (middle, last, middle)
        )
        return sets.of(article for rows in (begun, ended) for (article,) in rows)

    def begun_first(self, articles: int) -> int | None:
        """Return the number of the first day on which an interval of several days of some articles begins."""
        year = min((year for year, some in self._begun.items() if some & articles), default=None)
        if year is None:
            return None
        sought = (
            "SELECT article, earliest FROM articles WHERE live AND earliest < latest"
            " AND earliest BETWEEN ? AND ? ORDER BY earliest"
        )
        span = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        rows = self._database.execute(sought, span)
        return next(int(day) for article, day in rows if articles >> article & 1)

    @cached_property
    def _begun(self) -> Mapping[int, int]:
        """The set of each year in which intervals of several days begin."""
        return self._sets(BEGUN, BEGUN + PLAIN - 1, BEGUN)

    def _ending_in(self, year: int, first: date, last: date) -> int:
        found = 0
        for month, articles in self.months(year).items():
            begins, ends = month_interval(*month)
            if first <= begins and ends <= last:
                found |= articles
            elif first <= ends and begins <= last:
                days = max(first, begins).toordinal(), min(last, ends).toordinal()
                sought = "SELECT article FROM articles WHERE live AND latest BETWEEN ? AND ?"
                found |= sets.of(article for (article,) in self._database.execute(sought, days))
        return found

    def _read_months(self, year: int) -> Mapping[Month, int]:
        begins = MONTHS + 12 * year
        return {(year, key % 12 + 1): some for key, some in self._sets(begins, begins + 11, MONTHS).items()}

    def _sets(self, first: int, last: int, begin: int) -> dict[int, int]:
        """Return the sets whose keys lie between two, latest first, by key as it counts from `begin`."""
        found = reversed(blocks.read(self._database, first, last).items())
        return {key - begin: some for key, articles in found if (some := articles & self._live)}

    def _read_order(self, month: Month | None) -> array[int]:
        if month is None:
            sought = "SELECT article FROM articles WHERE live AND latest IS NULL ORDER BY imported DESC, id"
            return array("I", (article for (article,) in self._database.execute(sought)))
        sought = "SELECT article FROM articles WHERE live AND latest BETWEEN ? AND ? ORDER BY latest DESC, id"
        days = [day.toordinal() for day in month_interval(*month)]
        return array("I", (article for (article,) in self._database.execute(sought, days)))

    def runs(self, year: int | None, oldest_first: bool) -> Iterator[tuple[Month | None, int]]:
        """Yield the months of a year, or the one run of what has no date, in the order of a list."""
        if year is None:
            yield None, self.undated
            return
        months = list(self.months(year).items())
        yield from reversed(months) if oldest_first else months

    @cached_property
    def days(self) -> Days:
        """The last day of each article's interval."""
        from store.archive.last_days import Days  # no start needs it

        return Days(self._database)
