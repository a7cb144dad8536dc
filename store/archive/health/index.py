"""The health of the index: whether it can be read, and whether it says what the segments say."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import quote
from zlib import crc32

from store.archive.health.findings import Case, broken, counted, note
from store.archive.health.register import Register
from store.archive.health.salvage import Trace
from store.archive.index import Index
from store.archive.schema import VERSION
from store.document import Document

FILE: Final = "index.sqlite"

_STILL: Final = "immutable=1"
"""How a file is opened that nobody writes: nothing is made beside it. Else it may seem broken."""

_LIVE: Final = "mode=ro"

_SEGMENTS: Final = "SELECT name, size, changed, damage IS NOT NULL FROM segments"
_ARTICLES: Final = "SELECT segment, number, printf('%012x', id), sha256 FROM articles ORDER BY article"
_KNOWN: Final = """
SELECT number, printf('%012x', id), sha256, iif(replaces IS NULL, NULL, printf('%012x', replaces)),
  strftime('%Y-%m-%dT%H:%M:%SZ', imported, 'unixepoch'), files
FROM (
  SELECT segment, number, id, sha256, replaces, imported, (
    SELECT json_group_array(file)
    FROM (SELECT file FROM sources AS s WHERE s.article = a.article ORDER BY place)) AS files
  FROM articles AS a
  UNION ALL SELECT segment, number, id, sha256, replaces, imported, files FROM lost)
WHERE segment = ?"""


class _Card(NamedTuple):
    """What the index says of one segment."""

    size: int
    changed: int
    is_left_out: bool


class IndexHealth:
    """The index of an archive as it was when the doctor came."""

    def __init__(self, folder: Path) -> None:
        """Read what the index says, and the state in which the segments are now."""
        self._folder = folder
        self._path = folder / FILE
        self._cards: dict[str, _Card] = {}
        self._sums: dict[str, int] = defaultdict(int)
        self._damage: str | None = None
        self._is_other = False
        self._way = _LIVE
        if self._path.exists():
            self._read()

    def remembered(self, segment: str) -> Mapping[str, Trace]:
        """Return what the index knows of the articles of a segment, by number."""
        if self._damage or self._is_other or not self._path.exists():
            return {}
        try:
            with closing(_opened(self._path, self._way)) as database:
                rows = database.execute(_KNOWN, (segment,)).fetchall()
        except sqlite3.Error:
            return {}
        return {number: _trace(*known) for number, *known in rows}

    def cases(self, register: Register) -> Iterator[Case]:
        """Yield what is wrong with the index: it is made anew from the segments."""
        cure = partial(self._throw_away)
        if not self._path.exists():
            if len(register):
                yield note(FILE, None, "is missing", "made anew", cure)
        elif self._damage:
            yield broken(FILE, None, self._damage, "made anew", cure)
        elif self._is_other:
            yield note(FILE, None, "was made by another newsdesk", "made anew", cure)
        elif wrong := [name for name in self._cards if self._is_wrong(register, name)]:
            files = counted(len(wrong), "file")
            what = f"says something else than {files} of articles, such as {min(wrong)}.json"
            yield broken(FILE, None, what, "made anew", cure)
        elif behind := self._behind(register):
            what = f"has not read {counted(behind, 'file')} of articles yet"
            yield note(FILE, None, what, "in step", lambda: None)

    def _is_wrong(self, register: Register, name: str) -> bool:
        """Tell whether the index says of a segment that did not change since what is not in it."""
        card = self._cards[name]
        seal = register.seals.get(name)
        if card.is_left_out or name not in register.sums or seal != (card.size, card.changed):
            return False
        return self._sums.get(name, 0) != register.sums[name]

    def _behind(self, register: Register) -> int:
        known = {name: (card.size, card.changed) for name, card in self._cards.items()}
        return sum(known.get(name) != seal for name, seal in register.seals.items()) + len(
            known.keys() - register.seals.keys()
        )

    def _throw_away(self) -> None:
        Index(self._path).throw_away()
        self._damage, self._is_other = None, False

    def _read(self) -> None:
        log = self._path.with_name(f"{FILE}-wal")
        for way in (_LIVE,) if log.exists() else (_STILL, _LIVE):
            self._way, self._damage, self._is_other = way, None, False
            self._cards.clear()
            self._sums.clear()
            try:
                with closing(_opened(self._path, way)) as database:
                    self._take(database)
            except sqlite3.DatabaseError as error:
                self._damage = f"is damaged ({error})"
            if not self._damage:
                return

    def _take(self, database: sqlite3.Connection) -> None:
        database.execute("BEGIN")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version != VERSION:
            self._is_other = True
            return
        (health,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        if health != "ok":
            self._damage = "is damaged"
            return
        for name, *card in database.execute(_SEGMENTS):
            self._cards[name] = _Card(*card)
        for segment, number, article, sha256 in database.execute(_ARTICLES):
            self._sums[segment] = added(self._sums[segment], number, article, sha256)


def _trace(article: str, sha256: str, replaces: str | None, imported: str, names: str) -> Trace:
    file, *also = json.loads(names) or [None]
    return Trace(article, sha256, file, replaces, imported, tuple(also))


def summed(table: Mapping[str, Document]) -> int:
    """Return a checksum of what the index must say of a segment."""
    found = 0
    for number, document in table.items():
        found = added(found, number, document["id"], document["source"]["sha256"])
    return found


def added(sum_so_far: int, number: str, article: str, sha256: str) -> int:
    """Return a checksum with one more article."""
    return crc32(f"{number} {article} {sha256}".encode(), sum_so_far)


def _opened(path: Path, way: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path.absolute()))}?{way}", uri=True, isolation_level=None)
