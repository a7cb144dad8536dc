"""Opening an archive looks only at what lists need; the rest is looked at when an article is opened."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from store.archive.archive import Archive
from store.archive.entries import entry
from store.archive.tables import table_bytes
from store.article import KINDS, Evidence, Removed, Unnamed
from store.document import from_document, to_document
from store.errors import ArchiveError, DocumentError
from store.query import Query
from tests.archive.making import CPP, CPV, TODAY, TRUNG, article

ALL: Final = Query()
FULL: Final = replace(
    article("CPV received CPP", named=[CPV, CPP, TRUNG], headline="They met", caption="Both"),
    removed=(Removed("page", "1"),),
    unnamed=(Unnamed("parties of 100 countries", 0, 100),),
)
OTHER: Final = article("another text", "2020")
WRONG: Final[tuple[object, ...]] = (None, 1, 5, 1.5, True, "x", "", [], ["x", "y"], {}, [None], {"x": 1})

Way = tuple[str | int, ...]
"""The keys and numbers that lead to one value of a document."""


def _kept(folder: Path, *documents: dict[str, Any]) -> Archive:
    """Return an archive whose only segment holds these documents."""
    (folder / "articles").mkdir(parents=True)
    table = {str(number): document for number, document in enumerate(documents, 1)}
    (folder / "articles/00001.json").write_bytes(table_bytes("00001", table))
    return Archive(folder, "ann")


def _places(value: object, here: Way = ()) -> Iterator[Way]:
    """Yield the way to every value of a document."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in children:
        yield (*here, key)
        yield from _places(child, (*here, key))


def _with(place: Way, value: object) -> dict[str, Any]:
    """Return the full document with another value in a place."""
    document = deepcopy(to_document(FULL))
    at: Any = document
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = value
    return document


def _variants(place: Way) -> list[dict[str, Any]]:
    """Return the full document with each wrong value in a place, and with none there."""
    without = deepcopy(to_document(FULL))
    at: Any = without
    for key in place[:-1]:
        at = at[key]
    del at[place[-1]]
    return [without, *(_with(place, value) for value in WRONG)]


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        (("byline",), 5, "byline: 5 is no str"),
        (("text",), None, "text: None is no str"),
        (("source", "sha256"), [], "source.sha256: [] is no str"),
        (("date", "evidence", 0, "quote"), 5, "date.evidence[0].quote: 5 is no str"),
        (("entities", 2, "role"), {}, "entities[2].role: {} is no str"),
        (("mentions", 1, "end"), "x", "mentions[1].end: 'x' is no int"),
        (("contacts", 0, "sentence"), None, "contacts[0].sentence: None is no str"),
        (("mood",), "x", "mood: is no field of this format"),
    ],
)
def test_what_lists_do_not_need_is_named_when_opened(
    tmp_path: Path, place: Way, value: object, reason: str
) -> None:
    """A text with a wrong field that no list needs is listed and found; opening it says what is wrong."""
    archive = _kept(tmp_path, _with(place, value), to_document(OTHER))
    assert archive.damaged == ()
    assert [row.id for row in archive.window(ALL, 0, 9, TODAY)] == [FULL.id, OTHER.id]
    assert [row.id for row in archive.window(Query.parse("received"), 0, 9, TODAY)] == [FULL.id]
    for _ in range(2):
        with pytest.raises(ArchiveError) as caught:
            archive.article(FULL.id)
        assert caught.value.file == "articles/00001.json"
        assert caught.value.reason == f"article {FULL.id}: {reason}"
    assert archive.article(OTHER.id) == OTHER


@pytest.mark.parametrize(
    "place", list(_places(to_document(FULL))), ids=lambda place: ".".join(map(str, place))
)
def test_no_wrong_value_stops_a_list(tmp_path: Path, place: Way) -> None:
    """Whatever one value is: the text is listed as every other, or its file is left out and named."""
    for number, document in enumerate(_variants(place)):
        archive = _kept(tmp_path / str(number), document, to_document(OTHER))
        rows = archive.window(ALL, 0, 9, TODAY)
        for query in (ALL, Query.parse("title:met received -party:x source:a sort:date")):
            archive.window(query, 0, 9, TODAY)
            assert archive.tally(query, TODAY).texts == len(rows)
            assert sum(group.count for group in archive.groups(query, TODAY)) <= len(rows)
            assert sum(b.exact + b.inferred for b in archive.histogram(query, "week", TODAY)) <= len(rows)
            assert all(f.count <= len(rows) for kind in KINDS for f in archive.facets(query, kind, TODAY))
        if archive.damaged:
            assert rows == ()
            assert "has a wrong document: " in archive.damaged[0].reason
        else:
            assert len(rows) == 2
            assert {type(text) for row in rows for text in (row.id, row.headline)} == {str}
            assert all(type(part) is str for row in rows for tag in row.parties for part in tag)


@pytest.mark.parametrize(
    "place", list(_places(to_document(FULL))), ids=lambda place: ".".join(map(str, place))
)
def test_lists_ask_no_more_than_articles(place: Way) -> None:
    """What is refused for a list is refused as an article: the reason always names the field."""
    for document in _variants(place):
        try:
            entry(document, "1")
        except DocumentError:
            with pytest.raises(DocumentError):
                from_document(document)


def test_a_start_loads_no_language_of_queries(tmp_path: Path) -> None:
    """Showing all texts loads nothing that only writing, searching for words or odd names need."""
    Archive(tmp_path, "ann").add([FULL, OTHER])
    asked = f"""
import sys
from datetime import date
from pathlib import Path
from store.archive.archive import Archive
from store.query import Query
archive, query, today = Archive(Path({json.dumps(str(tmp_path))}), "ann"), Query.parse(""), date.today()
rows = archive.window(query, 0, 50, today)
archive.tally(query, today), archive.histogram(query, "year", today), archive.facets(query, "party", today)
archive.article(rows[0].id), archive.refresh(), str(query), query.chips
assert len(rows) == 2
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    unneeded = {
        *("tinydb", "hashlib", "tempfile", "dateutil", "difflib", "store.grammar", "store.terms"),
        *("store.periods", "store.ingest", "store.wire.gazetteer"),
        *(f"store.archive.{room}" for room in ("arrivals", "letters", "storage")),
    }
    assert unneeded & set(done.stdout.split()) == set()


def test_the_words_of_a_text_are_found_however_it_was_read(tmp_path: Path) -> None:
    """Folded when first asked for, words and titles are found in archives just written and read again."""
    archive = Archive(tmp_path)
    archive.add([FULL, OTHER])
    for opened in (archive, Archive(tmp_path)):
        for query, found in (("RECEIVED both", 1), ("title:met", 1), ("title:cpv", 0), ("another", 1)):
            for _ in range(2):
                assert opened.tally(Query.parse(query), TODAY).shown == found, query


def test_evidence_stays_with_the_article(tmp_path: Path) -> None:
    """A list knows a date without the evidence for it, which the article has."""
    archive = _kept(tmp_path, to_document(FULL))
    (row,) = archive.window(ALL, 0, 1, TODAY)
    assert row.date == FULL.date._replace(evidence=())
    assert archive.article(FULL.id).date.evidence == (
        Evidence("printed", "in Hanoi", 0, "the day is printed"),
    )
