"""Lists of articles at one moment: their order, windows, counts and bars, for any set of articles."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Any, Final

from store.archive import blocks, common, many, sets
from store.archive.almanac import Almanac, Month
from store.archive.hits import Group
from store.archive.rows import Line
from store.archive.sets import ENTITIES, HEADED, LED, Fact

_FEW: Final = 512
"""So many articles are put in order by themselves; more by way of the months, whose order is remembered."""

_ONE_BY_ONE: Final = 8
"""The sets of so many entities are put together from those that are remembered; of more they are read."""

_SETS: Final = 256
"""So many sets of one moment are remembered; one over 100,000 articles has 13 kB."""


class Lists:
    """An index at one moment; every answer is worked out when it is first asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Read an index, which must not change under this reader."""
        self._database = database
        self.set_of = lru_cache(maxsize=_SETS)(self._set_of)
        """(key) -> the set of that key."""
        self._chosen = lru_cache(maxsize=32)(self._choose)
        self._by_year = lru_cache(maxsize=8)(self._count_years)
        self._few = lru_cache(maxsize=8)(self._order_few)
        self._in_order = lru_cache(maxsize=8)(self._order_undated)
        self._told: dict[int, Line] = {}
        self._last_found: tuple[int, list[int]] = 0, []
        """The articles in which the last words were found, as a set and one by one."""

    @cached_property
    def live(self) -> int:
        """The articles that stand in lists."""
        return self.set_of(Fact.LIVE)

    @cached_property
    def size(self) -> int:
        """One more than the greatest number of an article."""
        return int(self._meta["free"])

    @cached_property
    def _meta(self) -> dict[str, Any]:
        return dict(self._database.execute("SELECT key, value FROM meta"))

    @cached_property
    def almanac(self) -> Almanac:
        """The dates of the articles in lists."""
        return Almanac(self._database, self.live)

    @cached_property
    def led(self) -> Mapping[int, int]:
        """The articles that name a party first, by the key of that set."""
        return blocks.read(self._database, LED, HEADED - 1)

    def entity(self, number: int) -> int:
        """Return the set of the articles that name an entity."""
        return self.set_of(ENTITIES + number)

    def naming(self, numbers: Collection[int], where: int = ENTITIES) -> int:
        """Return the set of the articles that name some of some entities; `where` is HEADED for headlines."""
        keys = [where + number for number in numbers]
        if len(keys) > _ONE_BY_ONE:
            return blocks.union(self._database, keys)
        return reduce(or_, map(self.set_of, keys), 0)

    def _set_of(self, key: int) -> int:
        return blocks.read(self._database, key, key).get(key, 0)

    def found(self, text: str, table: str) -> int:
        """Return the set of the articles in which words stand side by side; with a star the last is open.

        Args:
            text: Folded words with single spaces.
            table: `words` or `titles`.
        """
        bare = text.removesuffix("*")
        phrase = f'"{bare}"{"*" if text.endswith("*") else ""}'
        full, kept = self._common if table == "words" else (0, {})
        if text in kept:
            behind = sets.of(common.found(self._database, table, phrase, full, self.size)) << full
            return (self.set_of(kept[text]) & (1 << full) - 1 | behind) & self.live
        numbers = common.found(self._database, table, phrase, 0, self.size)
        articles = sets.of(numbers) & self.live
        if articles.bit_count() == len(numbers):
            self._last_found = articles, numbers
        return articles

    @cached_property
    def _common(self) -> tuple[int, dict[str, int]]:
        return common.known(self._meta)

    def named_like(self, part: str, whole: bool) -> int:
        """Return the set of the articles with some text in the folded name of a source, or in its path."""
        name = "looked" if whole else "substr(looked, cut)"
        rows = self._database.execute(f"SELECT article FROM sources WHERE instr({name}, ?)", (part,))
        return sets.of(article for (article,) in rows) & self.live

    def beginning(self, prefix: str) -> int:
        """Return the set of the articles in lists whose id begins so."""
        span = int(prefix.ljust(12, "0"), 16), int(prefix.ljust(12, "f"), 16)
        rows = self._database.execute("SELECT article FROM articles WHERE live AND id BETWEEN ? AND ?", span)
        return sets.of(article for (article,) in rows)

    def groups(self, articles: int, oldest_first: bool) -> tuple[Group, ...]:
        """Count articles by year, in the order of the list; None, for no date, is the last."""
        dated, undated = self._by_year(articles)
        return (*reversed(dated), *undated) if oldest_first else (*dated, *undated)

    def _count_years(self, articles: int) -> tuple[list[Group], list[Group]]:
        almanac = self.almanac
        dated = [Group(year, (articles & some).bit_count()) for year, some in almanac.years.items()]
        undated = [Group(None, (articles & almanac.undated).bit_count())]
        return [group for group in dated if group.count], [group for group in undated if group.count]

    def window(self, articles: int, oldest_first: bool, start: int, size: int) -> list[int]:
        """Return the numbers of some articles of a list, from a place in it on."""
        if articles.bit_count() <= _FEW:
            return self._window_of_few(articles, oldest_first, start, size)
        found: list[int] = []
        for month, count in self._runs(articles, oldest_first, start):
            if len(found) >= size:
                break
            if start < count:
                found += self._chosen(articles, month, oldest_first)[start : start + size - len(found)]
            start = max(0, start - count)
        return found

    def _runs(self, articles: int, oldest_first: bool, start: int) -> Iterator[tuple[Month | None, int]]:
        """Yield months in the order of a list, and how many of some articles each has.

        A year that ends before `start` is one run, since nobody will look into it.
        """
        for group in self.groups(articles, oldest_first):
            if group.count <= start:
                yield None, group.count
            else:
                for month, some in self.almanac.runs(group.year, oldest_first):
                    yield month, (articles & some).bit_count()
            start = max(0, start - group.count)

    def position(self, articles: int, oldest_first: bool, article: int) -> int | None:
        """Return where an article stands in a list."""
        if not articles >> article & 1:
            return None
        if articles.bit_count() <= _FEW:
            return self._window_of_few(articles, oldest_first, 0, articles.bit_count()).index(article)
        before = 0
        for group in self.groups(articles, oldest_first):
            if not self.almanac.years.get(group.year or 0, self.almanac.undated) >> article & 1:
                before += group.count
                continue
            for month, some in self.almanac.runs(group.year, oldest_first):
                if some >> article & 1:
                    return before + self._chosen(articles, month, oldest_first).index(article)
                before += (articles & some).bit_count()
        return None

    def lines(self, articles: Collection[int]) -> list[Line]:
        """Return what the index keeps of some articles for a list, in the order in which they are asked."""
        if not self._told.keys() >= set(articles):
            self._told = self._read_lines(articles)
        told = self._told
        return [told[article] for article in articles]

    def _window_of_few(self, articles: int, oldest_first: bool, start: int, size: int) -> list[int]:
        """Return some of few articles: sooner than by the months in which they lie.

        The days tell which they are but for those of one day; their ids and their lines are read together.
        """
        placed, days, undated = self._few(articles)
        dated = len(placed)
        begin, end = (dated - start - size, dated - start) if oldest_first else (start, start + size)
        begin, end = max(0, begin), min(dated, end)
        found: list[int] = []
        if begin < end:
            first, last = days.index(days[begin]), end + days[end:].count(days[end - 1])
            self._told = told = self._read_lines(placed[first:last])
            found = placed[first:last]
            for day, count in Counter(days[first:last]).items():
                if count > 1:
                    at = days.index(day) - first
                    found[at : at + count] = sorted(found[at : at + count], key=lambda one: told[one][1])
            found = found[begin - first : end - first]
        dateless = slice(max(0, start - dated), max(0, start + size - dated))
        rest = self._in_order(undated)[dateless] if undated and dateless.stop else []
        return found[::-1] + rest if oldest_first else found + rest

    def _order_few(self, articles: int) -> tuple[list[int], list[int], tuple[int, ...]]:
        """Return few articles with a day, latest first, the numbers of their days, and those without one.

        Those of one day, and those without, stand in any order.
        """
        found, numbers = self._last_found
        if found != articles:
            numbers = sets.members(articles)
        known = self.almanac.days.of(numbers)
        placed = sorted(numbers, key=known.__getitem__, reverse=True)
        days = [known[article] for article in placed]
        dated = len(days) - days.count(0)
        return placed[:dated], days[:dated], tuple(placed[dated:])

    def _order_undated(self, articles: tuple[int, ...]) -> list[int]:
        """Return few articles that have no day in the order of a list."""
        rows = self._database.execute(_UNDATED, (many.numbers(articles),))
        return [article for (article,) in rows]

    def last_days(self, articles: int) -> tuple[int, int]:
        """Return the numbers of the first and of the last day on which an interval of some articles ends.

        Args:
            articles: Some of which at least one has a day.
        """
        if articles.bit_count() <= _FEW:
            _, days, _ = self._few(articles)
            before = self.almanac.days.before
            return before + days[-1], before + days[0]
        ends = [self.window(articles, oldest_first, 0, 1)[0] for oldest_first in (True, False)]
        days = [self._database.execute(_LAST_DAY, (article,)).fetchone()[0] for article in ends]
        return days[0], days[1]

    def _read_lines(self, articles: Iterable[int]) -> dict[int, Line]:
        return {row[0]: row for row in self._database.execute(_LINES, (many.numbers(articles),))}

    def _choose(self, articles: int, month: Month | None, oldest_first: bool) -> array[int]:
        order, bits = self.almanac.order(month), articles.to_bytes(self.size // 8 + 1, "little")
        chosen = array("I", (article for article in order if bits[article >> 3] >> (article & 7) & 1))
        return chosen[::-1] if oldest_first and month else chosen


_LINES: Final = """
SELECT article, a.id, line
FROM json_each(?) AS asked CROSS JOIN articles AS a ON a.article = asked.value"""

_LAST_DAY: Final = "SELECT latest FROM articles WHERE article = ?"

_UNDATED: Final = """
SELECT article FROM json_each(?) AS asked CROSS JOIN articles AS a ON a.article = asked.value
ORDER BY imported DESC, a.id"""
