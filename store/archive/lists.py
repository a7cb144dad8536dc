"""Lists of articles at one moment: their order, windows, counts and bars, for any set of articles."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from itertools import compress
from typing import Final

from store.archive import blocks, sets
from store.archive.hits import Group
from store.archive.sets import ENTITIES, PLAIN, Fact

_SETS: Final = 256
"""So many sets of one moment are remembered; one over 100,000 articles has 13 kB."""


class Lists:
    """An index at one moment; every answer is worked out when it is first asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Read an index, which must not change under this reader."""
        self._database = database
        self.set_of = lru_cache(maxsize=_SETS)(self._set_of)
        """(key) -> the set of that key."""
        self._year = lru_cache(maxsize=64)(self._read_year)
        self._chosen = lru_cache(maxsize=32)(self._choose)

    @cached_property
    def live(self) -> int:
        """The articles that stand in lists."""
        return self.set_of(Fact.LIVE)

    @cached_property
    def size(self) -> int:
        """One more than the greatest number of an article."""
        return int(self._database.execute("SELECT value FROM meta WHERE key = 'free'").fetchone()[0])

    @cached_property
    def years(self) -> Mapping[int, int]:
        """The set of each year, latest first: of the articles in lists whose interval ends in it."""
        found = reversed(blocks.read(self._database, 0, PLAIN - 1).items())
        return {year: some for year, articles in found if (some := articles & self.live)}

    def entity(self, number: int) -> int:
        """Return the set of the articles that name an entity."""
        return self.set_of(ENTITIES + number)

    def _set_of(self, key: int) -> int:
        return blocks.read(self._database, key, key).get(key, 0)

    def ending(self, first: date, last: date) -> int:
        """Return the set of the articles whose interval ends within some days."""
        found = 0
        for year, articles in self.years.items():
            if first.year < year < last.year:
                found |= articles
            elif first.year <= year <= last.year:
                begins, ends = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
                whole = begins == date(year, 1, 1) and ends == date(year, 12, 31)
                found |= articles if whole else self._ending_on(begins, ends)
        return found

    def _ending_on(self, first: date, last: date) -> int:
        days = first.toordinal(), last.toordinal()
        rows = self._database.execute(
            "SELECT article FROM articles WHERE live AND latest BETWEEN ? AND ?", days
        )
        return sets.of(article for (article,) in rows)

    def overlapping(self, first: date, last: date) -> int:
        """Return the set of the articles whose interval shares a day with some days."""
        day = last.toordinal()
        rows = self._database.execute(
            "SELECT article FROM articles WHERE live AND earliest < latest AND earliest <= ? AND latest > ?",
            (day, day),
        )
        return self.ending(first, last) | sets.of(article for (article,) in rows)

    def found(self, text: str, table: str) -> int:
        """Return the set of the articles in which words stand side by side; with a star the last is open.

        Args:
            text: Folded words with single spaces.
            table: `words` or `titles`.
        """
        bare = text.removesuffix("*")
        phrase = f'"{bare}"{"*" if text.endswith("*") else ""}'
        rows = self._database.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (phrase,))
        return sets.of(article for (article,) in rows) & self.live

    def named_like(self, part: str, whole: bool) -> int:
        """Return the set of the articles with some text in the folded name of a source, or in its path."""
        name = "looked" if whole else "substr(looked, 1 + length(rtrim(looked, replace(looked, '/', ''))))"
        rows = self._database.execute(f"SELECT article FROM sources WHERE instr({name}, ?)", (part,))
        return sets.of(article for (article,) in rows) & self.live

    def beginning(self, prefix: str) -> int:
        """Return the set of the articles in lists whose id begins so."""
        span = int(prefix.ljust(12, "0"), 16), int(prefix.ljust(12, "f"), 16)
        rows = self._database.execute("SELECT article FROM articles WHERE live AND id BETWEEN ? AND ?", span)
        return sets.of(article for (article,) in rows)

    def groups(self, articles: int, oldest_first: bool) -> tuple[Group, ...]:
        """Count articles by year, in the order of the list; None, for no date, is the last."""
        counts = [Group(year, (articles & some).bit_count()) for year, some in self.years.items()]
        dated = counts[::-1] if oldest_first else counts
        undated = (articles & self.set_of(Fact.UNDATED)).bit_count()
        return tuple(group for group in (*dated, Group(None, undated)) if group.count)

    def window(self, articles: int, oldest_first: bool, start: int, size: int) -> list[int]:
        """Return the numbers of some articles of a list, from a place in it on."""
        found: list[int] = []
        for group in self.groups(articles, oldest_first):
            if start < group.count and size > len(found):
                chosen = self._chosen(articles, group.year)
                run = chosen[::-1] if oldest_first and group.year is not None else chosen
                found += run[start : start + size - len(found)]
            start = max(0, start - group.count)
        return found

    def position(self, articles: int, oldest_first: bool, article: int) -> int | None:
        """Return where an article stands in a list."""
        if not articles >> article & 1:
            return None
        before = 0
        for group in self.groups(articles, oldest_first):
            chosen = self._chosen(articles, group.year)
            if article in chosen:
                place = chosen.index(article)
                return before + (
                    group.count - 1 - place if oldest_first and group.year is not None else place
                )
            before += group.count
        return None

    def _choose(self, articles: int, year: int | None) -> array[int]:
        order = self._year(year)
        flags = sets.flags(articles, self.size)
        return array("I", compress(order, map(flags.__getitem__, order)))

    def _read_year(self, year: int | None) -> array[int]:
        """Return all articles of a year, or without a date, in the order of the list, newest first."""
        if year is None:
            rows = self._database.execute(
                "SELECT article FROM articles WHERE live AND latest IS NULL ORDER BY imported DESC, id"
            )
        else:
            rows = self._database.execute(
                "SELECT article FROM articles WHERE live AND latest BETWEEN ? AND ? ORDER BY latest DESC, id",
                (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()),
            )
        return array("I", (article for (article,) in rows))
