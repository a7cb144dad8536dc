"""The entities that the articles of an archive name, and their numbers in the index."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
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

    def number(self, entity: Named, arrival: int) -> int:
        """Return the number of an entity; it is called as the latest article to arrive calls it."""
        number = self._numbers.get(entity.id)
        if number is None:
            number = self._find(entity.id) or self._add(entity, arrival)
        last, called = self._called[number]
        if arrival >= last:
            if called is not entity and called != entity:
                self._rename(number, entity)
            self._called[number] = arrival, entity
            self._seen[number] = arrival
        return number

    def count(self, entities: Iterable[int], by: int) -> None:
        """Note that so many more articles in lists name some entities; `by` is 1 or -1."""
        if by > 0:
            self._texts.update(entities)
        else:
            self._texts.subtract(entities)

    def write(self) -> None:
        """Write what was counted, and when each entity was last named."""
        changed = {number for number, by in self._texts.items() if by} | self._seen.keys()
        rows = ((self._texts[n], self._seen.get(n, -1), n) for n in changed)
        self.database.executemany(
            "UPDATE entities SET texts = texts + ?, arrival = max(arrival, ?) WHERE entity = ?", rows
        )
        self._texts.clear()
        self._seen.clear()

    def _find(self, entity_id: str) -> int | None:
        row = self.database.execute(f"SELECT {_FIELDS} FROM entities WHERE id = ?", (entity_id,)).fetchone()
        if row is None:
            return None
        number, arrival, found, kind, name, abbr, country, confirmed = row
        known = Entity(found, kind, name, abbr, country, None, bool(confirmed))
        self._numbers[found] = number
        self._called[number] = arrival, Office(found, name) if kind == "office" else known
        return int(number)

    def _add(self, entity: Named, arrival: int) -> int:
        row = (arrival, entity.id, entity.kind, entity.name, entity.abbr, entity.country, entity.confirmed)
        number = self.database.execute(
            "INSERT INTO entities (arrival, id, kind, name, abbr, country, confirmed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            row,
        ).lastrowid
        assert number is not None
        self._numbers[entity.id] = number
        self._called[number] = arrival, entity
        self._spell(number, entity)
        return number

    def _rename(self, number: int, entity: Named) -> None:
        self.database.execute(
            "UPDATE entities SET kind = ?, name = ?, abbr = ?, country = ?, confirmed = ? WHERE entity = ?",
            (entity.kind, entity.name, entity.abbr, entity.country, entity.confirmed, number),
        )
        self.database.execute("DELETE FROM spellings WHERE entity = ?", (number,))
        self._spell(number, entity)

    def _spell(self, number: int, entity: Named) -> None:
        """Write the names by which a query finds an entity: its slug, name and abbreviation."""
        slug = entity.id.partition(":")[2]
        spellings = {plain(name) for name in (slug, entity.name, entity.abbr or "")} - {""}
        self.database.executemany(
            "INSERT INTO spellings VALUES (?, ?, ?)", ((entity.kind, s, number) for s in spellings)
        )


def plain(name: str) -> str:
    """Return the form in which two spellings of a name are equal."""
    return " ".join(fold(name).split())
