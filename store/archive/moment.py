"""Moment: what one reader sees of an archive between two looks at it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from store.archive.counts import Counts
from store.archive.hits import Bin, Courses, Facet, Row, Seen, Tally, Topic
from store.archive.lineage import older, replaced, strange
from store.archive.lists import Lists
from store.archive.marked import Marked
from store.archive.marks import Mark, Marks
from store.archive.orders import ByDate, Heading, Order, UnderHeadings, by_party, by_relevance
from store.archive.rows import id_of, listed, number_asked, number_of
from store.archive.shelves import SEGMENT, following
from store.archive.vocabulary import Names
from store.units import Unit

if TYPE_CHECKING:
    from store.article import Entity
    from store.query import Query

_REMEMBERED: Final = 8
"""Answers to so many queries are kept: a desk asks one query for its list, its counts and its bars."""

_FULL: Final = 2_000_000
"""From so many bytes on a segment takes no more articles: some are a hundred times as long as most."""

_MARKED: Final = re.compile(r"\b(?:is|has|tag):")
"""The fields that ask what a reader said."""


class Place(NamedTuple):
    """Where an article is kept: the file of articles, and the number of its document there."""

    segment: str
    number: str


class Moment:
    """An index that does not change, with the marks of one reader laid over it."""

    def __init__(
        self, database: sqlite3.Connection, letters: Mapping[str, str], marks: Marks, archive: Path
    ) -> None:
        """Read an index, which must not change under this reader."""
        self._database = database
        self._letters = letters
        self._lists = Lists(database)
        self._counts = Counts(database, self._lists)
        self._marked = Marked(database, marks)
        self._answers: dict[tuple[Query, date], int] = {}
        self._headed: tuple[Query, date, tuple[Heading, ...]] | None = None
        self.names: Final = Names(database, letters, archive)
        """What names mean here."""

    def lay(self, marks: Marks) -> None:
        """Lay new marks over the articles, and forget the answers that depend on marks."""
        self._marked.lay(marks)
        self._headed = None
        self._answers = {k: v for k, v in self._answers.items() if not _MARKED.search(str(k[0]))}

    def hits(self, query: Query, today: date) -> int:
        """Return the set of the articles that a query finds."""
        if not query.terms:
            return self._lists.live
        key = query, today
        found = self._answers.pop(key, None)
        if found is None:
            from store.archive.meaning import Meaning  # a start that asks for everything needs none

            found = Meaning(self._lists, self.names, self._marked, today).of(query.terms)
        while len(self._answers) >= _REMEMBERED:
            self._answers.pop(next(iter(self._answers)))
        self._answers[key] = found
        return found

    def order(self, query: Query, today: date) -> Order:
        """Return what a query finds in the order that it names."""
        hits = self.hits(query, today)
        by_date = ByDate(self._lists, hits, query.sort == "date")
        if query.sort.endswith("date"):
            return by_date
        if self._headed is None or self._headed[:2] != (query, today):
            self._headed = query, today, self._headings(query, hits, today)
        headings = self._headed[2]
        return UnderHeadings(self._lists, headings) if headings else by_date

    def _headings(self, query: Query, hits: int, today: date) -> tuple[Heading, ...]:
        from store.archive.meaning import Meaning

        if query.sort == "party":
            return by_party(self._database, self._lists, hits)
        meaning = Meaning(self._lists, self.names, self._marked, today)
        return by_relevance(hits, meaning.headlines(query.terms))

    def rows(self, order: Order, start: int, size: int) -> tuple[Row, ...]:
        """Return some lines of a list, from a place in it on."""
        return listed(self._lists.lines(order.window(start, size)), self._marked.said)

    def ids(self, order: Order, start: int, size: int) -> tuple[str, ...]:
        """Return the ids of some lines of a list."""
        return tuple(id_of(number) for _, number, *_ in self._lists.lines(order.window(start, size)))

    def tally(self, hits: int) -> Tally:
        """Count the articles of a list, and what they are."""
        return self._counts.tally(hits, self._marked.read, self._marked.starred)

    def histogram(self, hits: int, unit: Unit) -> tuple[Bin, ...]:
        """Count articles by stretches of time."""
        return self._counts.histogram(hits, unit)

    def facets(self, hits: int, kind: Topic) -> list[Facet]:
        """Return all entities of a kind, each with its count among some articles."""
        return self._counts.facets(hits, kind, self._letters)

    def naming(self, hits: int, entities: Collection[str]) -> Mapping[str, int]:
        """Return in how many articles each of some entities is named."""
        return self._counts.naming(hits, entities)

    def courses(self, hits: int, entities: Collection[str], most: int) -> Courses:
        """Return in how many articles each of some entities is named over time."""
        return self._counts.courses(hits, entities, most)

    def position(self, order: Order, article_id: str) -> int | None:
        """Return where an article stands in a list."""
        row = self._database.execute(_LISTED, (number_asked(article_id),)).fetchone()
        return order.position(row[0]) if row else None

    def place(self, article_id: str) -> Place | None:
        """Return where an article is kept, also one that another has replaced."""
        sought = "SELECT segment, number FROM articles WHERE id = ? ORDER BY arrival DESC"
        row = self._database.execute(sought, (number_asked(article_id),)).fetchone()
        return Place(*row) if row else None

    def mark(self, article_id: str) -> Mark | None:
        """Return what the reader said of an article in lists, and of what it replaced; None of any other."""
        row = self._database.execute(_LISTED, (number_asked(article_id),)).fetchone()
        return self._marked.of(row[0]) if row else None

    def replaced(self, article_id: str) -> str | None:
        """Return the id of the article whose place an article took."""
        return replaced(self._database, article_id)

    def older(self, ids: Iterable[str]) -> dict[str, list[str]]:
        """Return what those of some articles replaced that replaced any, the newest first."""
        return older(self._database, ids)

    def strange(self, ids: Iterable[str]) -> list[str]:
        """Return those of some ids that no article has."""
        return strange(self._database, ids)

    def beginning(self, prefix: str) -> list[str]:
        """Return the ids that begin so, also of articles that others have replaced, in order."""
        if not 0 < len(prefix) <= 12 or not {*prefix} <= {*"0123456789abcdef"}:
            return []
        span = (number_of(prefix.ljust(12, fill)) for fill in "0f")
        sought = "SELECT DISTINCT id FROM articles WHERE id BETWEEN ? AND ? ORDER BY id"
        return [id_of(number) for (number,) in self._database.execute(sought, tuple(span))]

    def seen(self, file: str) -> Seen | None:
        """Return what is known of a source's file: the article in lists that it holds."""
        row = self._database.execute(_SEEN, (file,)).fetchone()
        return Seen(id_of(row[0]), *row[1:]) if row else None

    def sources(self, article_id: str) -> tuple[str, ...]:
        """Return all names of the source of an article in lists, the first of them first."""
        return tuple(file for (file,) in self._database.execute(_SOURCES, (number_asked(article_id),)))

    def open_segment(self) -> tuple[str, int, int]:
        """Return the last segment: its name, how many articles are in it, and the highest number of one.

        A segment that cannot be used counts as full, and so does one of very long articles.
        """
        row = self._database.execute(_LAST).fetchone()
        if row is None:
            return following("0"), 0, 0
        name, size, damage, count, last = row
        return name, SEGMENT if damage or size >= _FULL else count, last

    def parties(self) -> list[Entity]:
        """Return all parties that articles in lists name, in the order of their arrival."""
        from store.article import Entity  # a list needs none

        sought = (
            "SELECT id, name, abbr, country, confirmed FROM entities"
            " WHERE kind = 'party' AND texts > 0 ORDER BY entity"
        )
        rows = self._database.execute(sought)
        return [
            Entity(i, "party", name, abbr, country, None, bool(sure)) for i, name, abbr, country, sure in rows
        ]


_LISTED: Final = "SELECT article FROM articles WHERE id = ? AND live"

_SEEN: Final = """
SELECT a.id, a.sha256, l.size, l.changed FROM sources AS s JOIN articles AS a ON a.article = s.article
LEFT JOIN sightings AS l ON l.file = s.file WHERE s.file = ? AND a.live ORDER BY a.arrival DESC"""

_SOURCES: Final = """
SELECT s.file FROM articles AS a JOIN sources AS s ON s.article = a.article WHERE a.id = ? AND a.live
ORDER BY s.place"""

_LAST: Final = """
SELECT s.name, s.size, s.damage, count(a.article), ifnull(max(CAST(a.number AS INTEGER)), 0)
FROM (SELECT name, size, damage, base, room FROM segments ORDER BY CAST(name AS INTEGER) DESC LIMIT 1) AS s
LEFT JOIN articles AS a ON a.article BETWEEN s.base AND s.base + s.room - 1
GROUP BY s.name"""
