"""Lineage: which article took the place of which."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from store.archive import many
from store.archive.rows import id_of, number_asked

_T = TypeVar("_T")


def lineage(article: _T, replaced: Callable[[_T], _T | None]) -> Iterator[_T]:
    """Yield an article and all that it replaced, the newest first; a text that came back ends it.

    Args:
        replaced: Returns the article whose place an article took.
    """
    seen: set[_T] = set()
    here: _T | None = article
    while here is not None and here not in seen:
        seen.add(here)
        yield here
        here = replaced(here)


def replaced(database: sqlite3.Connection, article_id: str) -> str | None:
    """Return the id of the article whose place an article took."""
    row = database.execute(_REPLACED, (number_asked(article_id),)).fetchone()
    return id_of(row[0]) if row else None


def older(database: sqlite3.Connection, articles: Iterable[str]) -> dict[str, list[str]]:
    """Return what those of some articles replaced that replaced any, the newest first."""
    known: dict[int, int] = {}
    wanted = asked = [number_asked(article) for article in articles]
    while asked:
        rows = database.execute(_ALL_REPLACED, (many.numbers(asked),)).fetchall()
        known.update(rows)
        asked = [before for _, before in rows if before not in known]
    return {
        id_of(number): [id_of(one) for one in lineage(number, known.get)][1:]
        for number in wanted
        if number in known
    }


def strange(database: sqlite3.Connection, articles: Iterable[str]) -> list[str]:
    """Return those of some ids that no article has."""
    numbers = {number_asked(article): article for article in articles}
    return [numbers[number] for (number,) in database.execute(_STRANGE, (many.numbers(numbers),))]


def files_of(database: sqlite3.Connection, articles: Iterable[str]) -> set[tuple[str, str]]:
    """Return pairs of some articles and the files that have them, or what replaced them."""
    numbers = {number_asked(article): article for article in articles}
    rows = database.execute(_FILES, (many.numbers(numbers),))
    return {(numbers[number], segment) for number, segment in rows}


_REPLACED: Final = """
SELECT replaces FROM articles WHERE id = ? AND replaces IS NOT NULL ORDER BY arrival DESC LIMIT 1"""

_ALL_REPLACED: Final = """
SELECT id, replaces FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND replaces IS NOT NULL
ORDER BY arrival"""

_STRANGE: Final = """
SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM articles WHERE id = value)"""

_FILES: Final = """
WITH RECURSIVE heirs (root, id) AS (
  SELECT value, value FROM json_each(?)
  UNION SELECT root, articles.id FROM heirs JOIN articles ON articles.replaces = heirs.id)
SELECT DISTINCT root, segment FROM heirs JOIN articles ON articles.id = heirs.id"""
