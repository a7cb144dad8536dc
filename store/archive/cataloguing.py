"""What is written to the index: the articles of one file at a time, and only while the archive is locked."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from store.archive import blocks, common, sets
from store.archive.blocks import Blocks
from store.archive.contents import Contents
from store.archive.entities import Entities, Named, called
from store.archive.hits import Sighting
from store.archive.last_days import LastDays
from store.archive.lineage import replaced
from store.archive.naming import no_names, packed, unpacked
from store.archive.numbered import Known, arrival
from store.archive.sets import ENTITIES, HEADED, LED, Fact

ROOM: Final = 128
"""The articles of a file get their numbers by so many at a time."""


class Catalogue:
    """The index as its one writer changes it; the caller begins and ends the transaction."""

    def __init__(self, database: sqlite3.Connection, entities: Entities) -> None:
        """Write to an index whose tables are there, with what is remembered of its entities."""
        self._database = database
        self._entities = entities
        self._blocks = Blocks(database)
        self._days = LastDays(database)
        self._unsettled: set[int] = set()
        entities.database = database

    def take(self, name: str, size: int, changed: int, taken: Contents, first: int = 0) -> None:
        """Index the articles of a file from place `first` on; those before it stay as they are known.

        Args:
            size: Bytes of the file.
            changed: When the file was changed, in nanoseconds.
        """
        old, prints = self._known(name), taken.prints
        stays = (
            old
            and old.prints[first:] == prints[: len(old.prints) - first]
            and first + len(prints) <= old.room
        )
        if old and stays:
            indexed, known = len(old.prints), old.before(first)
        else:
            indexed, known = 0, _blank(name, *self._free(len(prints)))
            self._bury(old)
        if old:
            self._remove(old, first)
        live = self._settled(first, taken)
        fresh = self._gather(known, first, taken)
        self._blocks.change(known.base, known.room, {**fresh, Fact.LIVE: live}, (), 0)
        known.keys[:] = array("I", sorted({*(known.keys if first else ()), *fresh}))
        self._list(known, first, taken, live)
        self._index_words(known.base, taken, indexed - first if stays else 0, indexed)
        self._keep(known, size, changed, None)
        self._database.execute("DELETE FROM lost WHERE segment = ?", (name,))

    def leave_out(self, name: str, size: int, changed: int, damage: str) -> None:
        """Note of a file that it cannot be used; its articles are known as lost only."""
        old = self._known(name)
        self._database.execute(_LOST, (name,))
        if old:
            self._remove(old, 0)
        known = old or _blank(name, *self._free(ROOM))
        self._keep(_blank(name, known.base, known.room)._replace(prints=known.prints), size, changed, damage)

    def drop(self, name: str) -> None:
        """Forget a file that is gone."""
        old = self._known(name)
        if old:
            self._database.execute(_LOST, (name,))
            self._remove(old, 0)
            self._bury(old)
            self._database.execute("DELETE FROM segments WHERE name = ?", (name,))

    def correct(self, name: str, said: Mapping[str, str], more: bool = False) -> None:
        """Remember which corrections had a say in a file of articles: digests by subject.

        Args:
            more: Whether they are those of articles that were added to the file.
        """
        if not more:
            self._database.execute("DELETE FROM corrected WHERE segment = ?", (name,))
        rows = [(name, subject, digest) for subject, digest in said.items()]
        self._database.executemany("INSERT OR REPLACE INTO corrected VALUES (?, ?, ?)", rows)

    def replaced(self, article_id: str) -> str | None:
        """Return the id of the article whose place an article took, as far as the index knows."""
        return replaced(self._database, article_id)

    def sight(self, sightings: Iterable[Sighting]) -> None:
        """Remember how the files of some sources were when they were read."""
        rows = list(sightings)
        self._database.executemany(
            "INSERT OR REPLACE INTO sightings VALUES (?, ?, ?)", (row for row in rows if None not in row)
        )
        self._database.executemany("DELETE FROM sightings WHERE file = ?", (r[:1] for r in rows if None in r))

    def nameless(self) -> Iterator[tuple[str, str, str]]:
        """Yield entities of which the article is gone that called them: id, file and number of the last."""
        self._blocks.write()
        for number, entity in self._entities.nameless():
            found = blocks.read(self._database, ENTITIES + number, ENTITIES + number)
            articles = str([*sets.members(found.get(ENTITIES + number, 0))])
            last = self._database.execute(_LAST, (articles,)).fetchone()
            if last:
                yield (entity, *last)

    def call(self, entity: Named, name: str, number: str) -> None:
        """Call an entity as the article calls it that a file has under a number."""
        sought = "SELECT arrival FROM articles WHERE segment = ? AND number = ?"
        (when,) = self._database.execute(sought, (name, number)).fetchone()
        self._entities.numbers([called(entity)], [when])

    def finish(self) -> None:
        """Write what was gathered until now; nothing is taken after it."""
        self._settle(self._unsettled)
        self._entities.write()
        common.keep(self._database, self._blocks)
        self._blocks.write()
        self._days.write()

    def _known(self, name: str) -> Known | None:
        row = self._database.execute(_KNOWN, (name,)).fetchone()
        if not row:
            return None
        name, base, room, prints, keys, *names = row
        prints, keys = array("I", prints), array("I", keys)
        named, apart = unpacked(*names[:2]), unpacked(*names[2:])
        return Known(name, base, room, prints, named, apart, self._days.of(base, len(prints)), keys)

    def _free(self, size: int) -> tuple[int, int]:
        """Return numbers that no article ever had: the first, and how many."""
        (base,) = self._database.execute("SELECT value FROM meta WHERE key = 'free'").fetchone()
        room = max(ROOM, -size // ROOM * -ROOM)
        self._database.execute("UPDATE meta SET value = ? WHERE key = 'free'", (base + room,))
        return base, room

    def _bury(self, old: Known | None) -> None:
        """Count the numbers of a file whose words stay in the index, where none can be taken out."""
        if old:
            self._database.execute("DELETE FROM naming WHERE base = ?", (old.base,))
            self._days.change(old.base, old.room, array("I"))
            dead = "UPDATE meta SET value = value + ? WHERE key = 'dead'"
            self._database.execute(dead, (old.room,))

    def _remove(self, old: Known, first: int) -> None:
        """Forget the articles of a file from a place on."""
        if len(old.named.ends) <= first:
            return
        span = old.base + first, old.base + old.room
        gone = self._database.execute(
            "SELECT article, id, replaces, live FROM articles WHERE article >= ? AND article < ?", span
        ).fetchall()
        self._entities.count(
            chain.from_iterable(old.entities_of(article - old.base) for article, _, _, live in gone if live),
            -1,
        )
        for table in ("articles", "sources"):
            self._database.execute(f"DELETE FROM {table} WHERE article >= ? AND article < ?", span)
        self._entities.forget(arrival(old.name, first), arrival(old.name, old.room))
        left = (1 << old.room) - (1 << first)
        self._blocks.change(old.base, old.room, {}, (*old.keys, Fact.LIVE), left)
        self._unsettled.update(number for _, *ids, _ in gone for number in ids if number is not None)

    def _settled(self, first: int, taken: Contents) -> int:
        """Return which of some articles stand in lists, as far as that is plain: nothing else has their ids.

        Of the others it is found out when all is taken.
        """
        ids = [line[0] for line in taken.lines]
        elsewhere = {number for (number,) in self._database.execute(_CONTESTED, (str(ids),))}
        twice = {number for number, count in Counter(ids).items() if count > 1}
        contested = elsewhere | twice | {line[2] for line in taken.lines if line[2] is not None}
        self._unsettled |= contested
        return sum(1 << place for place, number in enumerate(ids, first) if number not in contested)

    def _gather(self, known: Known, first: int, taken: Contents) -> dict[int, int]:
        """Add articles to what is known of a file; return the sets of the file that they are in, by key."""
        naming = taken.naming
        begun = arrival(known.name, first)
        numbers = self._entities.numbers(naming.called, [begun + place for place in naming.last])
        known.prints.extend(taken.prints)
        known.days.extend(taken.days)
        known.named.take(naming.named, numbers)
        known.apart.take(naming.apart, numbers)
        named = zip(numbers, naming.texts, strict=True)
        return {
            **{key: some << first for key, some in taken.facts.items()},
            **{ENTITIES + number: some << first for number, some in named},
            **{HEADED + numbers[place]: some << first for place, some in naming.headed.items()},
            **{LED + numbers[place]: some << first for place, some in naming.led.items()},
        }

    def _list(self, known: Known, first: int, taken: Contents, live: int) -> None:
        self._entities.count(chain.from_iterable(known.entities_of(place) for place in sets.members(live)), 1)
        name, base, begun = known.name, known.base, arrival(known.name, 0)
        rows = (
            (base + at, number, name, word, begun + at, replaces, live >> at & 1, *rest)
            for at, (number, word, replaces, *rest) in enumerate(taken.lines, first)
        )
        self._database.executemany(f"INSERT INTO articles VALUES ({', '.join('?' * 12)})", rows)
        names = ((file, base + first + place, *rest) for place, file, *rest in taken.names)
        self._database.executemany("INSERT INTO sources VALUES (?, ?, ?, ?, ?)", names)

    def _index_words(self, base: int, taken: Contents, start: int, first: int) -> None:
        """Have words found in the articles from place `start` on, which come to place `first` of the file."""
        if start < len(taken.words):
            common.reopen(self._database, base + first)
        for table, texts in (("words", taken.words), ("titles", taken.titles)):
            rows = enumerate(texts[start:], base + first)
            self._database.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", rows)

    def _keep(self, known: Known, size: int, changed: int, damage: str | None) -> None:
        row = (known.name, size, changed, known.base, known.room, damage)
        self._database.execute("INSERT OR REPLACE INTO segments VALUES (?, ?, ?, ?, ?, ?)", row)
        names = *packed(known.named), *packed(known.apart)
        naming = (known.base, *names, known.keys.tobytes(), known.prints.tobytes())
        self._database.execute("INSERT OR REPLACE INTO naming VALUES (?, ?, ?, ?, ?, ?, ?)", naming)
        self._days.change(known.base, known.room, known.days)

    def _settle(self, ids: set[int]) -> None:
        """Find out anew which articles of some ids stand in lists: the last of each, unless replaced."""
        flipped = self._database.execute(_FLIPPED, (str(sorted(ids)),)).fetchall()
        self._database.executemany(
            "UPDATE articles SET live = ? WHERE article = ?", (row[:2] for row in flipped)
        )
        of: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for live, article, segment in flipped:
            of[segment].append((live, article))
        for segment, articles in of.items():
            known = self._known(segment)
            assert known is not None, f"articles without their file {segment}"
            raised = lowered = 0
            for live, article in articles:
                bit = 1 << (article - known.base)
                raised, lowered = (raised | bit, lowered) if live else (raised, lowered | bit)
                self._entities.count(known.entities_of(article - known.base), 1 if live else -1)
            self._blocks.change(known.base, known.room, {Fact.LIVE: raised}, (Fact.LIVE,), lowered)


def _blank(name: str, base: int, room: int) -> Known:
    """Return a file with numbers for its articles, of which nothing is known."""
    return Known(name, base, room, array("I"), no_names(), no_names(), array("I"), array("I"))


_KNOWN: Final = """
SELECT name, base, room, prints, keys, named, ends, apart, apart_ends FROM segments JOIN naming USING (base)
WHERE name = ?"""

_LOST: Final = """
INSERT OR REPLACE INTO lost
SELECT segment, number, id, replaces, imported, sha256, (
  SELECT json_group_array(file)
  FROM (SELECT file FROM sources WHERE sources.article = articles.article ORDER BY place))
FROM articles WHERE segment = ?"""

_CONTESTED: Final = """
SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM articles WHERE id = value)
OR EXISTS (SELECT 1 FROM articles WHERE replaces = value)"""

_LAST: Final = """
SELECT segment, number FROM articles WHERE article IN (SELECT value FROM json_each(?))
ORDER BY arrival DESC LIMIT 1"""

_FLIPPED: Final = """
WITH asked AS (SELECT value AS id FROM json_each(?)),
said AS (
  SELECT a.article, a.segment, a.live,
    a.arrival = (SELECT max(arrival) FROM articles WHERE id = a.id)
    AND a.arrival > ifnull((SELECT max(arrival) FROM articles WHERE replaces = a.id), -1) AS now
  FROM asked JOIN articles AS a ON a.id = asked.id)
SELECT now, article, segment FROM said WHERE now <> live"""
