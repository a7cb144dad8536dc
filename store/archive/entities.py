"""The entities that the articles of an archive name, and their numbers in the index."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from store.article import Entity
from store.fold import fold

_FIELDS = "entity, arrival, id, kind, name, abbr, country, confirmed"


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


class Entities:
    """The numbers of entities, as one writer gives and remembers them."""

    def __init__(self) -> None:
        """Remember none yet."""
        self.database: sqlite3.Connection
        """The index that is being written; another connection to it for each transaction."""
        self._numbers: dict[str, int] = {}
        self._called: dict[int, tuple[int, Named]] = {}
        self._texts: Counter[int] = Counter()
        self._seen: dict[int, int] = {}
        self._last: int | None = None
        self._new: list[int] = []
        self._renamed: set[int] = set()
        self._nameless: set[int] = set()

    def numbers(self, named: Iterable[Sequence[Named]], arrival: int) -> list[dict[str, int]]:
        """Return the numbers of what articles name, by id; each is called as the latest to arrive calls it.

        Args:
            named: By article what it names, in order of arrival.
            arrival: When the first of them arrived; each of the others one later.
        """
        found: list[dict[str, int]] = []
        called: dict[int, Named] = {}
        seen: dict[int, int] = {}
        for when, entities in enumerate(named, arrival):
            ids = [entity.id for entity in entities]
            try:
                numbers = [self._numbers[entity] for entity in ids]
            except KeyError:
                self._learn(entities, when)
                numbers = [self._numbers[entity] for entity in ids]
            called.update(zip(numbers, entities, strict=True))
            seen.update(dict.fromkeys(numbers, when))
            found.append(dict(zip(ids, numbers, strict=True)))
        for number, entity in called.items():
            self._call(number, entity, seen[number])
        return found

    def count(self, entities: Iterable[int], by: int) -> None:
        """Note that so many more articles in lists name some entities; `by` is 1 or -1."""
        if by > 0:
            self._texts.update(entities)
        else:
            self._texts.subtract(entities)

    def write(self) -> None:
        """Write what is new, how the others are called now, and how often and when they were named."""
        self.database.executemany(
            "INSERT INTO entities (entity, id, kind, name, abbr, country, confirmed, arrival)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, -1)",
            ((number, self._called[number][1].id, *_fields(self._called[number][1])) for number in self._new),
        )
        renamed = sorted(self._renamed.difference(self._new))
        self.database.executemany(
            "UPDATE entities SET kind = ?, name = ?, abbr = ?, country = ?, confirmed = ? WHERE entity = ?",
            ((*_fields(self._called[number][1]), number) for number in renamed),
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
            self._called[number] = -1, self._called[number][1]
            self._seen[number] = -1
            self._nameless.add(number)

    def nameless(self) -> list[tuple[int, str]]:
        """Return the entities of which every article is gone that called them, once: number and id."""
        found = [(number, self._called[number][1].id) for number in sorted(self._nameless)]
        self._nameless.clear()
        return found

    def _learn(self, entities: Sequence[Named], arrival: int) -> None:
        for entity in entities:
            if entity.id not in self._numbers and not self._find(entity.id):
                if self._last is None:
                    (last,) = self.database.execute("SELECT max(entity) FROM entities").fetchone()
                    self._last = last or 0
                self._last += 1
                self._numbers[entity.id] = self._last
                self._called[self._last] = arrival, entity
                self._new.append(self._last)

    def _find(self, entity_id: str) -> bool:
        """Take in what is known of an entity; tell whether anything is."""
        row = self.database.execute(f"SELECT {_FIELDS} FROM entities WHERE id = ?", (entity_id,)).fetchone()
        if row is None:
            return False
        number, arrival, found, kind, name, abbr, country, confirmed = row
        known = Entity(found, kind, name, abbr, country, None, bool(confirmed))
        self._numbers[found] = number
        self._called[number] = arrival, Office(found, name) if kind == "office" else known
        return True

    def _call(self, number: int, entity: Named, arrival: int) -> None:
        last, before = self._called[number]
        if arrival >= last:
            if before is not entity and before != entity:
                self._renamed.add(number)
            self._called[number] = arrival, entity
            self._seen[number] = arrival
            self._nameless.discard(number)

    def _spellings(self, number: int) -> Iterator[tuple[str, str, int]]:
        """Yield the names by which a query finds an entity: its slug, name and abbreviation."""
        entity = self._called[number][1]
        slug = entity.id.partition(":")[2]
        for spelling in {plain(name) for name in (slug, entity.name, entity.abbr or "")} - {""}:
            yield entity.kind, spelling, number


def _fields(entity: Named) -> tuple[str, str, str | None, str | None, bool]:
    return entity.kind, entity.name, entity.abbr, entity.country, entity.confirmed


def plain(name: str) -> str:
    """Return the form in which two spellings of a name are equal."""
    return " ".join(fold(name).split())
