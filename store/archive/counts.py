"""What is counted of any set of articles: by kind of date, by stretch of time, by entity."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from itertools import compress, repeat
from operator import attrgetter
from typing import Any, Final, TypeAlias

from store.archive import blocks, many, sets
from store.archive.hits import Bin, Courses, Facet, Group, Tally, Topic
from store.archive.lists import Lists
from store.archive.naming import APART
from store.archive.sets import ENTITIES, Fact
from store.units import Unit

_FEW: Final = 200
"""So many entities are counted set by set; of more all are counted, article by article."""

_NAMINGS: Final = 8
"""So many sets of articles are remembered with what these name."""

_SKYLINES: Final = 16
"""So many histograms are kept: the bars are drawn again with every step of the filter."""


_TOPICS: Final = 8
"""The names of the entities of so many kinds are kept: there are fewer kinds."""

_COUNT: Final = attrgetter("count")

_new_facet: Final[Callable[[tuple[Any, ...]], Facet]] = partial(tuple.__new__, Facet)
"""Facet._make without its check: in a third of the time for as many as there are people."""

_FIELDS: Final = 8
"""So many fields of an entity are read."""

Where: TypeAlias = frozenset[bool]
"""Whether the index keeps apart who names the entities that are asked for, or not, or some of them."""


class Counts:
    """Counts over an index at one moment."""

    def __init__(self, database: sqlite3.Connection, lists: Lists) -> None:
        """Read an index, which must not change under this reader."""
        self._database = database
        self._lists = lists
        self._counted: dict[tuple[int, Where], Counter[int]] = {}
        self._called = lru_cache(maxsize=_TOPICS)(self._read_called)
        self._sets = lru_cache(maxsize=_TOPICS)(self._read_sets)
        self._days = lru_cache(maxsize=4)(self._count_days)
        self._files = lru_cache(maxsize=2)(self._read_files)
        self._ends = lru_cache(maxsize=_SKYLINES)(self._find_ends)
        self.histogram = lru_cache(maxsize=_SKYLINES)(self._count_by_time)
        """(articles, unit) -> how many of each stretch of time, oldest first, without the empty ones."""

    def tally(self, articles: int, read: int, starred: int) -> Tally:
        """Count the articles of a list, and what they are; `read` and `starred` are those so marked."""
        lists = self._lists
        earliest, latest = self._ends(articles)
        return Tally(
            shown=articles.bit_count(),
            texts=lists.live.bit_count(),
            unread=(articles & ~read).bit_count(),
            starred=(articles & starred).bit_count(),
            inferred=(articles & lists.set_of(Fact.INFERRED)).bit_count(),
            undated=(articles & lists.almanac.undated).bit_count(),
            earliest=earliest,
            latest=latest,
        )

    def _find_ends(self, articles: int) -> tuple[date | None, date | None]:
        """Return the first and the last day that any of some articles may be about."""
        if articles == self._lists.live:
            return self._ends_of_all()
        dated = articles & ~self._lists.almanac.undated
        if not dated:
            return None, None
        first, last = self._lists.last_days(articles)
        begun = self._lists.almanac.begun_first(dated)
        return date.fromordinal(min(first, begun or first)), date.fromordinal(last)

    def _ends_of_all(self) -> tuple[date | None, date | None]:
        """Return the same of all articles in lists, which most starts ask for: sooner, by no sets."""
        sought = _FIRST_END, _FIRST_BEGIN, _LAST_END
        first, begun, last = (self._database.execute(one).fetchone()[0] for one in sought)
        if first is None:
            return None, None
        return date.fromordinal(min(first, begun or first)), date.fromordinal(last)

    def _count_by_time(self, articles: int, unit: Unit) -> tuple[Bin, ...]:
        guessed = self._lists.set_of(Fact.INFERRED)
        by = self._by_day if unit in ("day", "week") else self._by_month
        exact, inferred = (by(some, unit) for some in (articles & ~guessed, articles & guessed))
        starts = sorted({*exact, *inferred})
        return tuple(Bin(date.fromordinal(day), exact[day], inferred[day]) for day in starts)

    def _by_month(self, articles: int, unit: Unit) -> Counter[int]:
        """Count by the number of the first day of each month, quarter or year."""
        found: Counter[int] = Counter()
        almanac = self._lists.almanac
        for year, of_year in almanac.years.items():
            is_one = unit == "year" or not articles & of_year
            for (_, month), some in ({(year, 1): of_year} if is_one else almanac.months(year)).items():
                begins = 3 * ((month - 1) // 3) + 1 if unit == "quarter" else month
                found[date(year, begins, 1).toordinal()] += (articles & some).bit_count()
        return +found

    def _by_day(self, articles: int, unit: Unit) -> Counter[int]:
        """Count by the number of each day, or of the Monday on or before it."""
        days = self._days(articles)
        if unit == "day":
            return days
        weeks: Counter[int] = Counter()
        for day, count in days.items():
            weeks[day - (day - 1) % 7] += count
        return weeks

    def _count_days(self, articles: int) -> Counter[int]:
        """Count by the number of the day; it costs most, so that weeks and days are made of one count."""
        days = self._lists.almanac.days
        found = Counter(compress(days.every(), sets.flags(articles, self._lists.size)))
        del found[0]
        return Counter({day + days.before: count for day, count in found.items()})

    def naming(self, articles: int, entities: Collection[str]) -> dict[str, int]:
        """Return in how many articles each of some entities is named."""
        sought = "SELECT id, entity, texts FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        known = self._database.execute(sought, (many.names(entities),)).fetchall()
        if articles == self._lists.live:
            return {entity: texts for entity, _, texts in known}
        if len(known) > _FEW:
            here = self._naming(articles, frozenset(is_apart(entity) for entity, *_ in known))
            return {entity: here.get(number, 0) for entity, number, _ in known}
        return {entity: (articles & self._lists.entity(number)).bit_count() for entity, number, _ in known}

    def courses(self, articles: int, entities: Collection[str], most: int) -> Courses:
        """Return in how many articles each of some entities is named, year by year or in runs of years."""
        years = {
            year: found for year, some in self._lists.almanac.years.items() if (found := articles & some)
        }
        if not years:
            return Courses(0, 0, {}, self._years(articles))
        first, last = min(years), max(years)
        each = -(-(last - first + 1) // most)
        runs = [0] * ((last - first) // each + 1)
        for year, some in years.items():
            runs[(year - first) // each] |= some
        sought = "SELECT id, entity FROM entities WHERE id IN (SELECT value FROM json_each(?))"
        known = self._database.execute(sought, (many.names(entities),)).fetchall()
        return Courses(
            first,
            last,
            {
                entity: tuple((some & self._lists.entity(number)).bit_count() for some in runs)
                for entity, number in known
            },
            self._years(articles),
        )

    def _years(self, articles: int) -> tuple[Group, ...]:
        """Count the articles that each year may hold, newest first, and last those without a date."""
        almanac = self._lists.almanac
        found = [
            Group(year, (articles & almanac.overlapping(date(year, 1, 1), date(year, 12, 31))).bit_count())
            for year in almanac.years
        ]
        found.append(Group(None, (articles & almanac.undated).bit_count()))
        return tuple(group for group in found if group.count)

    def facets(self, articles: int, kind: Topic, letters: Mapping[str, str]) -> list[Facet]:
        """Return all entities of a kind that articles in lists name, each with its count among some."""
        numbers, texts, called, where = self._called(kind)
        here: Iterable[int]
        if articles == self._lists.live:
            here = texts
        elif len(numbers) > _FEW or (articles, where) in self._counted:
            here = map(self._naming(articles, where).get, numbers, repeat(0))
        else:
            here = ((articles & some).bit_count() for some in self._sets(numbers))
        given = map(letters.get, called[0])
        found = [*map(_new_facet, zip(*called, here, given, strict=True))]
        found.sort(key=_COUNT, reverse=True)
        if kind == "party":
            age = {party: number for number, party in enumerate(letters)}
            found.sort(key=lambda facet: age.get(facet.id, len(age)))
        return found

    def _read_called(
        self, kind: Topic
    ) -> tuple[tuple[int, ...], tuple[int, ...], list[tuple[Any, ...]], Where]:
        """Return the entities of a kind that articles in lists name: numbers, texts, and all that facets say.

        And where the index keeps who names them: of a kind that was corrected there may be some of either.
        What facets say is told field by field: of 16,000 entities they are made in half the time.
        """
        sought = (
            "SELECT entity, texts, id, kind, name, abbr, country, confirmed FROM entities"
            " WHERE kind = ? AND texts > 0 ORDER BY texts, name, id"
        )
        rows = self._database.execute(sought, (kind,)).fetchall()
        numbers, texts, *called, sure = [*zip(*rows, strict=True)] or [()] * _FIELDS
        return numbers, texts, [*called, tuple(map(bool, sure))], frozenset(map(is_apart, called[0]))

    def _read_sets(self, numbers: tuple[int, ...]) -> list[int]:
        found = blocks.read_each(self._database, [ENTITIES + number for number in numbers])
        return [found.get(ENTITIES + number, 0) for number in numbers]

    def _naming(self, articles: int, where: Where) -> Counter[int]:
        """Return how many of some articles name each entity; it is remembered for the last sets asked."""
        key = articles, where
        found = self._counted.pop(key, None) or self._count_naming(*key)
        while len(self._counted) >= _NAMINGS:
            self._counted.pop(next(iter(self._counted)))
        self._counted[key] = found
        return found

    def _count_naming(self, articles: int, where: Where) -> Counter[int]:
        """Count the articles that name each entity, by way of the fewer: those asked for or the others."""
        live = self._lists.live
        others = live & ~articles
        if others.bit_count() >= articles.bit_count():
            return self._count_all(articles, where)
        everywhere = Counter(
            dict(self._database.execute("SELECT entity, texts FROM entities WHERE texts > 0"))
        )
        for entity, count in self._count_all(others, where).items():
            everywhere[entity] -= count
        return everywhere

    def _count_all(self, articles: int, where: Where) -> Counter[int]:
        counts = [self._count_names(articles, apart) for apart in where]
        return counts[0] if len(counts) == 1 else sum(counts, Counter())

    def _count_names(self, articles: int, apart: bool) -> Counter[int]:
        """Count what entities the articles name.

        The pieces are put together first: to count one long array takes less than many short ones.
        """
        flags = sets.flags(articles, self._lists.size)
        pieces: tuple[list[bytes], list[bytes]] = [], []
        for base, named, ends in self._files(apart):
            chosen, large = flags[base : base + len(ends)], len(named) & 1
            if 0 not in chosen:
                pieces[large].append(named[: len(named) - large])
            elif 1 in chosen:
                places = map(slice, compress((0, *ends), chosen), compress(ends, chosen))
                pieces[large].extend(map(named.__getitem__, places))
        found: Counter[int] = Counter()
        for typecode, some in zip("HI", pieces, strict=True):
            found.update(array(typecode, b"".join(some)))
        return found

    def _read_files(self, apart: bool) -> list[tuple[int, bytes, array[int]]]:
        """Return what each file of articles names, as the index keeps it: of 100,000 articles megabytes."""
        blobs = "apart, apart_ends" if apart else "named, ends"
        rows = self._database.execute(f"SELECT base, {blobs} FROM naming ORDER BY base")
        return [(base, named, array("I", ends)) for base, named, ends in rows]


def is_apart(entity: str) -> bool:
    """Tell whether the index keeps apart who names an entity."""
    return entity.startswith(APART)


_FIRST_END: Final = "SELECT min(latest) FROM articles WHERE live"
_LAST_END: Final = "SELECT max(latest) FROM articles WHERE live"

_FIRST_BEGIN: Final = "SELECT min(earliest) FROM articles WHERE live AND earliest < latest"
"""Of intervals of several days, whose last days may all lie behind that of another."""
