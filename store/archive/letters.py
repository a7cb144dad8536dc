"""The letters that pick a party: given once, in order of arrival, and never to another party."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import ascii_lowercase
from typing import Final

from store.article import Entity
from store.fold import fold

PICKING: Final = tuple(c for c in ascii_lowercase if c not in "gx")
"""What a finger may type for a party: `g` goes and `x` takes away."""

_LEAVES: Final = len(PICKING) - 2
"""So many letters pick a party at once; the other two begin longer ones, so that none begins another."""


def give(letters: Mapping[str, str], parties: Iterable[Entity]) -> dict[str, str]:
    """Return letters for the parties that have none, in the order given."""
    given: dict[str, str] = {}
    taken = set(letters.values())
    for party in parties:
        if party.id not in letters and party.id not in given:
            given[party.id] = _first_free(taken, fold(f"{party.abbr or ''}{party.name}"))
            taken.add(given[party.id])
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
