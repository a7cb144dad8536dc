"""What a query found, as those are given it who show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from store.archive.hits import Group, Row


class Hits(NamedTuple):
    """The list, asked for by window."""

    total: int = 0
    groups: tuple[Group, ...] = ()
    fetch: Callable[[int, int], tuple[Row, ...]] = lambda start, size: ()
    """(start, size) to the rows there."""
    ids: Callable[[int, int], tuple[str, ...]] = lambda start, size: ()
    """(start, size) to the ids of the texts there."""


class Totals(NamedTuple):
    """What the archive knows of the entities: counts under the filter, letters, full names."""

    counts: Mapping[str, int]
    letters: Mapping[str, str]
    names: Mapping[str, str]
    corrected: frozenset[str] = frozenset()
    """What people corrected something of."""
