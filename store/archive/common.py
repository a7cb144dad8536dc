"""Common words: those in so many texts that the index keeps the set of these, as it does for an entity.

To look one of them up among the words takes a step for each text that has it. Words that are common in the
first full block of articles are taken to stay so; one that does not costs a little room, and is found all the
same. The sets are kept of full blocks only: behind these, words are looked up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, Final

from store.archive import many, sets
from store.archive.blocks import BLOCK, Blocks
from store.archive.sets import WORDS

_SHARE: Final = 0.6
"""The part of the texts in which a common word stands: looking up a rarer one takes 7 ms at 100,000."""


def keep(database: sqlite3.Connection, kept_sets: Blocks) -> None:
    """Keep the sets of common words for all blocks that have become full."""
    kept, words = _kept(dict(database.execute("SELECT key, value FROM meta")))
    full = _full(database)
    if full and not words:
        (texts,) = database.execute("SELECT count(*) FROM articles").fetchone()
        least = int(_SHARE * texts)
        rows = database.execute("SELECT term FROM terms WHERE doc >= ? ORDER BY doc DESC", (least,))
        words = [word for (word,) in rows]
        database.execute("INSERT OR REPLACE INTO meta VALUES ('common', ?)", (many.names(words),))
    for block in range(kept, full):
        base = block * BLOCK
        last = base + BLOCK - 1
        gained = {
            WORDS + number: sets.of(found(database, "words", f'"{word}"', base, last))
            for number, word in enumerate(words)
        }
        kept_sets.change(base, BLOCK, gained, (), 0)
    if full > kept:
        database.execute("INSERT OR REPLACE INTO meta VALUES ('full', ?)", (full,))


def reopen(database: sqlite3.Connection, base: int) -> None:
    """Note that words were added to articles from a number on: sets of blocks before may lack some."""
    database.execute("UPDATE meta SET value = min(value, ?) WHERE key = 'full'", (base // BLOCK,))


def known(meta: Mapping[str, Any]) -> tuple[int, dict[str, int]]:
    """Return the first article of which no sets of words are kept, and the keys of the words by word."""
    kept, words = _kept(meta)
    return kept * BLOCK, {word: WORDS + number for number, word in enumerate(words)}


def _kept(meta: Mapping[str, Any]) -> tuple[int, list[str]]:
    import orjson

    return meta.get("full", 0), orjson.loads(meta.get("common", "[]"))


def _full(database: sqlite3.Connection) -> int:
    """Return how many blocks come before the last file of articles, to which more may be added."""
    (base,) = database.execute("SELECT max(base) FROM segments").fetchone()
    return (base or 0) // BLOCK


def found(database: sqlite3.Connection, table: str, phrase: str, first: int, last: int) -> list[int]:
    """Return the articles between two numbers in which a phrase is found, counted from the first, in order.

    The numbers come as one row: as rows of their own they take three times as long.
    """
    import orjson

    sought = (
        f"SELECT json_group_array(rowid - ?) FROM {table} WHERE {table} MATCH ? AND rowid BETWEEN ? AND ?"
    )
    (articles,) = database.execute(sought, (first, phrase, first, last)).fetchone()
    found: list[int] = orjson.loads(articles)
    return found
