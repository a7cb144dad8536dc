"""Whether an archive answers as the plain reading does, in all that it can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from store.archive.archive import Archive
from store.archive.hits import Row, Topic
from store.archive.vocabulary import Names
from store.article import KINDS
from store.document import Document
from store.query import Query
from store.units import Unit
from tests.archive.plain_lists import PlainArchive, histogram
from tests.archive.plain_names import PlainNames
from tests.strategies import TODAY

UNITS: Final[tuple[Unit, ...]] = get_args(Unit)

TOPICS: Final[tuple[Topic, ...]] = (*KINDS, "office")

VALUES: Final = (
    *("cpv", "CPP", "c", "p", "l", "people's party", "vietnamese communists", "forward", "vcp", "cpc", "xyz"),
    *("trung", "le hoai trung", "hoàng trung", "phnom penh", "nato", "13th congress", "congress", "-"),
    *("chairman", "the board", "chair*", "board cha*", "*", "trun*", "commu*", "hoang hoang", "le trung*"),
)
"""Names of what the drawn articles name, and of what they do not."""


def answers_alike(archive: Archive, plain: PlainArchive, query: Query, start: int = 0, size: int = 5) -> None:
    """Hold every answer to a query against the plain reading."""
    hits = plain.found(query, TODAY)
    rows = archive.window(query, 0, len(hits) + 3, TODAY)
    assert [row.id for row in rows] == [d["id"] for d in hits], query
    assert archive.window(query, start, size, TODAY) == rows[start : start + size]
    for row, document in zip(rows, hits, strict=True):
        shows(row, document, plain)
    assert archive.tally(query, TODAY) == plain.tally(hits)
    assert archive.groups(query, TODAY) == plain.groups(query, hits)
    assert {unit: archive.histogram(query, unit, TODAY) for unit in UNITS} == {
        unit: histogram(hits, unit) for unit in UNITS
    }
    places = {d["id"]: place for place, d in enumerate(hits)}
    for article in (*plain.last, "0" * 12):
        assert archive.position(query, article, TODAY) == places.get(article), article


def shows(row: Row, document: Document, plain: PlainArchive) -> None:
    """Hold a line of a list against its document."""
    mark, dated = plain.mark(row.id), document["date"]
    assert (row.read, row.starred) == (bool(mark.read), bool(mark.starred)), row.id
    days = [day and day.isoformat() for day in (row.date.earliest, row.date.latest)]
    assert [*days, row.date.certainty] == [dated["earliest"], dated["latest"], dated["certainty"]]
    parties = {e["id"]: e["abbr"] or e["name"] for e in document["entities"] if e["kind"] == "party"}
    assert dict(row.parties) == parties
    assert not document["headline"] or row.headline == document["headline"]


def counts_alike(archive: Archive, plain: PlainArchive, query: Query) -> None:
    """Hold the counts of entities against the plain reading, and how these are called."""
    hits = plain.found(query, TODAY)
    for kind in TOPICS:
        assert archive.facets(query, kind, TODAY) == plain.facets(hits, kind), kind
    expected = plain.counts(hits)
    assert archive.counts(query, [*expected, "party:none"], TODAY) == expected


def names_alike(names: Names, plain: PlainNames) -> None:
    """Hold what names mean against the plain reading."""
    for kind in TOPICS:
        for value in VALUES:
            assert names.resolve(kind, value) == plain.resolve(kind, value), (kind, value)
        assert names.suggest(kind, "cogress trang") == plain.suggest(kind, "cogress trang"), kind


def opens_alike(archive: Archive, documents: Sequence[Document]) -> None:
    """Hold what is opened by its id against the last document of that id."""
    for article, document in {d["id"]: d for d in documents}.items():
        opened = archive.article(article)
        assert (opened.text, opened.replaces, opened.headline) == (
            document["text"],
            document["replaces"],
            document["headline"],
        )
        assert archive.find(article) == article
