"""The entities that the articles of an archive name, and their numbers in the index."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import ge, itemgetter, ne
from typing import Final, NamedTuple, TypeAlias

from store.article import Entity
from store.fold import plain

_FIELDS: Final = "entity, arrival, id, kind, name, abbr, country, confirmed"

_ID: Final = itemgetter(0)


class Office(NamedTuple):
    """An office that a person holds in some text, in the words of the text: it outlives who holds it."""

    id: str
    name: str
    kind: str = "office"
    abbr: str | None = None
    country: str | None = None
    confirmed: bool = True


Named: TypeAlias = Entity | Office
"""What the index gives a number and keeps the set of."""

Called: TypeAlias = tuple[str, str, str, str | None, str | None, bool]
"""What the index says of one of them: id, kind, name, abbreviation, country, and whether it is confirmed."""


def called(named: Named) -> Called:
    """Return what the index says of an entity or an office."""
    return named.id, named.kind, named.name, named.abbr, named.country, named.confirmed


class Entities:
    """The numbers of entities, as one writer gives and remembers them."""

    def __init__(self) -> None:
        """Remember none yet."""
        self.database: sqlite3.Connection
        """The index that is being written; another connection to it for each transaction."""
        self._numbers: dict[str, int] = {}
        self._called: dict[int, Called] = {}
        self._when: dict[int, int] = {}
        self._texts: Counter[int] = Counter()
        self._seen: dict[int, int] = {}
        self._last: int | None = None
        self._knows_all = False
        self._new: list[int] = []
        self._renamed: set[int] = set()
        self._nameless: set[int] = set()

    def numbers(self, named: Sequence[Called], arrivals: Sequence[int]) -> list[int]:
        """Return the numbers of what articles name; each is called as the latest to arrive calls it.

        Args:
            arrivals: For each, when the article arrived that calls it so.
        """
        ids = [*map(_ID, named)]
        try:
            numbers = [*map(self._numbers.__getitem__, ids)]
        except KeyError:
            self._learn(named, arrivals)
            numbers = [*map(self._numbers.__getitem__, ids)]
        is_later = [*map(ge, arrivals, map(self._when.__getitem__, numbers))]
        if all(is_later):
            self._call(numbers, named, arrivals)
        else:
            self._call(
                [*compress(numbers, is_later)], [*compress(named, is_later)], [*compress(arrivals, is_later)]
            )
        return numbers

    def count(self, entities: Iterable[int], by: int) -> None:
        """Note that so many more articles in lists name some entities; `by` is 1 or -1."""
        if by > 0:
            self._texts.update(entities)
        else:
            self._texts.subtract(entities)

    def write(self) -> None:
        """Write what is new, how the others are called now, and how often and when they were named."""
        self.database.executemany(
            "INSERT INTO entities (entity, id, kind, name, abbr, country, confirmed, arrival, texts)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((n, *self._called[n], self._seen.pop(n, -1), self._texts.pop(n, 0)) for n in self._new),
        )
        renamed = sorted(self._renamed.difference(self._new))
        self.database.executemany(
            "UPDATE entities SET kind = ?, name = ?, abbr = ?, country = ?, confirmed = ? WHERE entity = ?",
            ((*self._called[number][1:], number) for number in renamed),
        )
        self.database.executemany("DELETE FROM spellings WHERE entity = ?", ((number,) for number in renamed))
        self.database.executemany(
            "INSERT INTO spellings VALUES (?, ?, ?)",
            (row for number in (*self._new, *renamed) for row in self._spellings(number)),
        )
        changed = {number for number, by in self._texts.items() if by} | self._seen.keys()
        self.database.executemany(
            "UPDATE entities SET texts = texts + ?, arrival = ifnull(?, arrival) WHERE entity = ?",
            ((self._texts[n], self._seen.get(n), n) for n in sorted(changed)),
        )
        self._texts, self._seen, self._new, self._renamed = Counter(), {}, [], set()

    def forget(self, first: int, behind: int) -> None:
        """Let no article count that arrived from one instant on and before another: it is gone."""
        self.write()
        sought = "SELECT entity, id FROM entities WHERE arrival >= ? AND arrival < ?"
        for number, entity in self.database.execute(sought, (first, behind)).fetchall():
            if entity not in self._numbers:
                self._find(entity)
            self._when[number] = self._seen[number] = -1
            self._nameless.add(number)

    def nameless(self) -> list[tuple[int, str]]:
        """Return the entities of which every article is gone that called them, once: number and id."""
        found = [(number, self._called[number][0]) for number in sorted(self._nameless)]
        self._nameless.clear()
        return found

    def _learn(self, named: Sequence[Called], arrivals: Sequence[int]) -> None:
        if self._last is None:
            (last,) = self.database.execute("SELECT max(entity) FROM entities").fetchone()
            self._last, self._knows_all = last or 0, last is None
        for entity, when in zip(named, arrivals, strict=True):
            if entity[0] not in self._numbers and (self._knows_all or not self._find(entity[0])):
                self._last += 1
                self._numbers[entity[0]] = self._last
                self._called[self._last], self._when[self._last] = entity, when
                self._new.append(self._last)

    def _find(self, entity_id: str) -> bool:
        """Take in what is known of an entity; tell whether anything is."""
        row = self.database.execute(f"SELECT {_FIELDS} FROM entities WHERE id = ?", (entity_id,)).fetchone()
        if row is None:
            return False
        number, arrival, *said, confirmed = row
        self._numbers[entity_id] = number
        self._called[number], self._when[number] = (*said, bool(confirmed)), arrival
        return True

    def _call(self, numbers: Sequence[int], named: Sequence[Called], arrivals: Sequence[int]) -> None:
        """Call entities as articles do that came after those which called them until now."""
        renamed = [*compress(numbers, map(ne, map(self._called.__getitem__, numbers), named))]
        if renamed:
            self._renamed.update(renamed)
            self._called.update(zip(numbers, named, strict=True))
        self._when.update(zip(numbers, arrivals, strict=True))
        self._seen.update(zip(numbers, arrivals, strict=True))
        self._nameless.difference_update(numbers)

    def _spellings(self, number: int) -> Iterator[tuple[str, str, int]]:
        """Yield the names by which a query finds an entity: its slug, name and abbreviation."""
        entity, kind, name, abbr, _, _ = self._called[number]
        slug = entity.partition(":")[2]
        for spelling in {plain(name) for name in (slug, name, abbr or "")} - {""}:
            yield kind, spelling, number
