"""Common words: those in so many texts that the index keeps the set of these, as it does for an entity.

To look one of them up among the words takes a step for each text that has it. Words that are common in the
first full block of articles are taken to stay so; one that does not costs a little room, and is found all the
same. The sets are kept of full blocks only: behind these, words are looked up.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from store.archive import sets
from store.archive.blocks import BLOCK, Blocks
from store.archive.sets import WORDS

_SHARE: Final = 0.4
"""The part of the texts in which a common word stands: looking up a rarer one takes 10 ms at 100,000."""


def keep(database: sqlite3.Connection, kept_sets: Blocks) -> None:
    """Keep the sets of common words for all blocks that have become full."""
    kept, words = _kept(database)
    full = _full(database)
    if full and not words:
        least = int(_SHARE * full * BLOCK)
        rows = database.execute("SELECT term FROM terms WHERE doc >= ? ORDER BY doc DESC", (least,))
        words = [word for (word,) in rows]
        database.execute("INSERT OR REPLACE INTO meta VALUES ('common', ?)", (json.dumps(words),))
    for block in range(kept, full):
        base = block * BLOCK
        gained = {WORDS + number: _found(database, word, base) for number, word in enumerate(words)}
        kept_sets.change(base, BLOCK, gained, (), 0)
    if full > kept:
        database.execute("INSERT OR REPLACE INTO meta VALUES ('full', ?)", (full,))


def reopen(database: sqlite3.Connection, base: int) -> None:
    """Note that words were added to articles from a number on: sets of blocks before may lack some."""
    database.execute("UPDATE meta SET value = min(value, ?) WHERE key = 'full'", (base // BLOCK,))


def known(database: sqlite3.Connection) -> tuple[int, dict[str, int]]:
    """Return the first article of which no sets of words are kept, and the keys of the words by word."""
    kept, words = _kept(database)
    return kept * BLOCK, {word: WORDS + number for number, word in enumerate(words)}


def _kept(database: sqlite3.Connection) -> tuple[int, list[str]]:
    rows = dict(database.execute("SELECT key, value FROM meta WHERE key IN ('full', 'common')"))
    return rows.get("full", 0), json.loads(rows.get("common", "[]"))


def _full(database: sqlite3.Connection) -> int:
    """Return how many blocks come before the last file of articles, to which more may be added."""
    (base,) = database.execute("SELECT max(base) FROM segments").fetchone()
    return (base or 0) // BLOCK


def _found(database: sqlite3.Connection, word: str, base: int) -> int:
    """Return those of a block that have a word, told in one row instead of thousands."""
    import orjson

    sought = "SELECT json_group_array(rowid - ?) FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
    (articles,) = database.execute(sought, (base, f'"{word}"', base, base + BLOCK - 1)).fetchone()
    return sets.of_many(orjson.loads(articles), BLOCK)
