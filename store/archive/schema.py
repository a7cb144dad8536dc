"""The tables of the index: one SQLite file, derived from everything else, and thrown away at will."""

from __future__ import annotations

import sqlite3
from typing import Final

VERSION: Final = 10
"""Raised when the tables, or what is written to them, change: an index of another version is made anew."""

TABLES: Final = """
-- `free` is the first number that no article was ever given; so many before it are `dead`: of files that were
-- given others.
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- One row for each file of articles. Its articles are numbered from `base` on, in the order of the file. The
-- rows are short because each look at the archive reads all of them.
CREATE TABLE segments (
  name TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, base INTEGER NOT NULL,
  room INTEGER NOT NULL, damage TEXT) WITHOUT ROWID;

-- What else is known of a file, by the number of its first article: `named` holds the entities of its
-- articles, one after the other, and `ends` where each article's end in it; `apart` and `apart_ends` those
-- that store.archive.naming sets apart; `keys` the sets that any of its articles is in; `prints` a checksum
-- of each article's words.
CREATE TABLE naming (
  base INTEGER PRIMARY KEY, named BLOB NOT NULL, ends BLOB NOT NULL, apart BLOB NOT NULL,
  apart_ends BLOB NOT NULL, keys BLOB NOT NULL, prints BLOB NOT NULL);

-- The last day that each article may be about, block by block, as store.archive.last_days writes it.
CREATE TABLE days (block INTEGER PRIMARY KEY, days BLOB NOT NULL);

-- One row for each article, replaced or not; `live` are those that stand in lists. What a list shows of it
-- comes last, as store.archive.entries writes it: one value, since each takes its time to be read.
CREATE TABLE articles (
  article INTEGER PRIMARY KEY, id INTEGER NOT NULL, segment TEXT NOT NULL, number TEXT NOT NULL,
  arrival INTEGER NOT NULL, replaces INTEGER, live INTEGER NOT NULL, earliest INTEGER, latest INTEGER,
  imported INTEGER NOT NULL, sha256 TEXT NOT NULL, line TEXT NOT NULL);
CREATE INDEX articles_by_id ON articles (id, arrival, live, replaces);
CREATE INDEX articles_by_replaced ON articles (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX articles_in_order ON articles (latest DESC, id) WHERE live;
CREATE INDEX articles_of_long ON articles (earliest, latest) WHERE live AND earliest < latest;
CREATE INDEX articles_of_long_end ON articles (latest, earliest) WHERE live AND earliest < latest;

-- The names of each article's source, the first and the others; `looked` is the folded path, in which the
-- name without folders begins at character `cut`.
CREATE TABLE sources (
  file TEXT NOT NULL, article INTEGER NOT NULL, place INTEGER NOT NULL, looked TEXT NOT NULL,
  cut INTEGER NOT NULL, PRIMARY KEY (file, article)) WITHOUT ROWID;
CREATE INDEX sources_of_article ON sources (article);

-- How a source's file was when it was last read: a file that still is so need not be read again.
CREATE TABLE sightings (file TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID;

-- Entities, and offices of people, as the latest article to arrive names them; `texts` counts the articles
-- in lists that do.
CREATE TABLE entities (
  entity INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, abbr TEXT,
  country TEXT, confirmed INTEGER NOT NULL, arrival INTEGER NOT NULL, texts INTEGER NOT NULL DEFAULT 0);
CREATE INDEX entities_by_kind ON entities (kind, texts);
CREATE TABLE spellings (
  kind TEXT NOT NULL, spelling TEXT NOT NULL, entity INTEGER NOT NULL,
  PRIMARY KEY (kind, spelling, entity)) WITHOUT ROWID;
CREATE INDEX spellings_of_entity ON spellings (entity);

-- Which articles are something, block by block, as store.archive.blocks writes it. The keys are in
-- store.archive.sets.
CREATE TABLE sets (
  key INTEGER NOT NULL, block INTEGER NOT NULL, part BLOB NOT NULL, PRIMARY KEY (key, block)) WITHOUT ROWID;

-- What was known of the articles of a file that can no longer be used: a repair looks for them elsewhere.
-- `files` is a JSON list of the names of each one's source.
CREATE TABLE lost (
  segment TEXT NOT NULL, number TEXT NOT NULL, id INTEGER NOT NULL, replaces INTEGER,
  imported INTEGER NOT NULL, sha256 TEXT NOT NULL, files TEXT NOT NULL,
  PRIMARY KEY (segment, number)) WITHOUT ROWID;

-- The articles and entities whose corrections had a say in a file of articles, and what those were then.
CREATE TABLE corrected (
  segment TEXT NOT NULL, subject TEXT NOT NULL, digest TEXT NOT NULL,
  PRIMARY KEY (segment, subject)) WITHOUT ROWID;

-- The words come folded, so that a token is what stands between two spaces. No row is ever deleted: SQLite
-- before 3.43 cannot; an article whose words changed gets another number with its whole segment.
CREATE VIRTUAL TABLE words USING fts5 (text, content='', columnsize=0, tokenize="ascii tokenchars '_'''");
CREATE VIRTUAL TABLE titles USING fts5 (text, content='', columnsize=0, tokenize="ascii tokenchars '_'''");
CREATE VIRTUAL TABLE terms USING fts5vocab (words, 'row');

-- Words are gathered and merged in greater lots than SQLite would: half the time for 100,000 texts.
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216), ('automerge', 16), ('crisismerge', 64);
"""

_NAMES: Final = frozenset(
    line.partition("TABLE ")[2].split()[0] for line in TABLES.splitlines() if "TABLE " in line[:21]
)
_THERE: Final = "SELECT name FROM sqlite_master WHERE type = 'table'"

_NUMBERS: Final = """
SELECT count(*) FROM meta WHERE key IN ('dead', 'free', 'generation') AND typeof(value) = 'integer'"""


def is_whole(database: sqlite3.Connection) -> bool:
    """Tell whether an index has every table, and the numbers by which all else in it is read."""
    there = {name for (name,) in database.execute(_THERE)}
    return there >= _NAMES and bool(database.execute(_NUMBERS).fetchone() == (3,))
