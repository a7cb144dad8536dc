"""The letters that pick a party or another entity: given once, and never to another one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from string import ascii_lowercase
from typing import Final

from store.archive.entities import Named, Office
from store.archive.hits import Topic
from store.article import Entity
from store.fold import fold

PICKING: Final = tuple(c for c in ascii_lowercase if c not in "gx")
"""What a finger may type for a party: `g` goes and `x` takes away."""

INITIALS: Final = 66
"""So many entities that are no parties get letters: one letter or two; the rest is found by its name."""

_LETTERED: Final[tuple[Topic, ...]] = ("person", "place", "org", "office", "event")

_LEAVES: Final = len(PICKING) - 2
"""So many letters pick a party at once; the other two begin longer ones, so that none begins another."""


def give(letters: Mapping[str, str], entities: Iterable[Named]) -> dict[str, str]:
    """Return letters for the entities that have none, in the order given."""
    given: dict[str, str] = {}
    taken = set(letters.values())
    for entity in entities:
        if entity.id not in letters and entity.id not in given:
            given[entity.id] = _first_free(taken, fold(f"{entity.abbr or ''}{entity.name}"))
            taken.add(given[entity.id])
    return given


def _first_free(taken: set[str], wanted: str) -> str:
    """Return the first free letter of what is wanted, else of the alphabet; longer when those ran out."""
    order = [c for c in dict.fromkeys(wanted + ascii_lowercase) if c in PICKING]
    beginnings = [""]
    while True:
        longer = []
        for begun in beginnings:
            size = len(begun) + 1
            used = {c[-1] for c in taken if len(c) == size and c.startswith(begun)}
            if len(used) < _LEAVES:
                return begun + next(c for c in order if c not in used)
            longer += [begun + c for c in PICKING if c not in used]
        beginnings = longer


def foremost(database: sqlite3.Connection) -> list[Named]:
    """Return the entities of an index that letters are for: of each kind what most texts name, then the next.

    What one text names alone has to wait, and parties have letters of their own.
    """
    sought = (
        "SELECT id, name, abbr, country FROM entities"
        " WHERE kind = ? AND confirmed AND texts > 1 ORDER BY texts DESC, entity LIMIT ?"
    )
    each = -(-INITIALS // len(_LETTERED))
    ranks = [[_named(kind, *row) for row in database.execute(sought, (kind, each))] for kind in _LETTERED]
    return [entity for rank in zip_longest(*ranks) for entity in rank if entity]


def _named(kind: Topic, entity: str, name: str, abbr: str | None, country: str | None) -> Named:
    return Office(entity, name) if kind == "office" else Entity(entity, kind, name, abbr, country)
