"""Indexes in memory of documents made by hand, and what a query means over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from store.archive.contents import contents
from store.archive.entries import entry
from store.archive.index import Index
from store.archive.lists import Lists
from store.archive.marked import Marked
from store.archive.marks import Mark, Marks, Note
from store.archive.meaning import Meaning
from store.archive.rows import id_of
from store.archive.sets import Fact, members
from store.article import Article, Contact, Entity, EventDate
from store.document import Document, to_document
from store.query import Query
from tests.archive.making import article
from tests.strategies import TODAY, Names, Text


class Numbered(NamedTuple):
    """What names mean in `tests.strategies`, as numbers of one index."""

    known: Index

    def numbers(self, field: str, value: str) -> tuple[int, ...]:
        """Return the numbers of the entities that a value of a field means."""
        rows = self.known.reader().execute("SELECT entity, id FROM entities").fetchall()
        return tuple(number for number, entity in rows if entity in Names().resolve(field, value))


def taken(
    index: Index, segment: int, documents: Sequence[Document] | Mapping[int, Document], first: int = 0
) -> None:
    """Have an index take the documents of a segment from a place on; `documents` are all of them."""
    table = documents if isinstance(documents, Mapping) else dict(enumerate(documents, 1))
    entries = [entry(document, str(number)) for number, document in table.items()]
    with index.writing() as catalogue:
        catalogue.take(f"{segment:05}", 0, 0, contents(entries[first:]), first)


def index_of(*segments: Sequence[Document] | Mapping[int, Document]) -> Index:
    """Return an index of some segments, in memory."""
    index = Index(None)
    for number, documents in enumerate(segments, 1):
        taken(index, number, documents)
    return index


def found(
    index: Index, query: Query, said: Mapping[str, Mark] | None = None, today: date = TODAY
) -> set[str]:
    """Return the ids of the articles that a query finds by the names of `tests.strategies`."""
    database = index.reader()
    marked = Marked(database, Marks(said or {}))
    hits = Meaning(Lists(database), Numbered(index), marked, today).of(query.terms)
    numbers = {number: id_of(i) for number, i in database.execute("SELECT article, id FROM articles")}
    return {numbers[n] for n in members(hits)}


def written(text: Text) -> tuple[Article, Text, Mark]:
    """Return an article of which facts are true, all facts that then are, and what makes the marks so."""
    file, *also = text.sources or ("/elsewhere/0.txt",)
    named = [Entity(i, "party", i.partition(":")[2]) for i in sorted(text.entities)]
    first, last = text.interval or (None, None)
    said = "“so it is said here”" if "quote" in text.has else ""
    plain = article(f"{text.words} {said}", None, named, file, headline=text.title or None)
    whole = replace(
        plain,
        id=text.id,
        source=replace(plain.source, also=tuple(also), imported=text.imported),
        date=EventDate(earliest=first, latest=last, certainty=text.certainty),  # type: ignore[arg-type]
        caption="Caption" if "caption" in text.has else None,
        contacts=(Contact(("a", "b"), "meeting", 0, "They met."),) if "contact" in text.has else (),
    )
    words = " ".join(
        filter(None, (text.title, text.words, said.strip("“”"), "caption" if whole.caption else ""))
    )
    notes = (Note("noted"),) if "note" in text.has else ()
    mark = Mark(text.read, text.starred, text.tags, notes)
    return whole, replace(text, words=words, sources=(file, *also)), mark


def answers(query: str, text: Text, today: date = TODAY) -> bool:
    """Tell whether an index in which a text stands alone finds it."""
    whole, _, mark = written(text)
    return found(index_of([to_document(whole)]), Query.parse(query), {text.id: mark}, today) == {text.id}


class Content(NamedTuple):
    """What an index says, whatever numbers it gave: articles are meant by segment and number."""

    articles: set[tuple[object, ...]]
    live: set[tuple[str, str]]
    sources: set[tuple[object, ...]]
    texts: dict[str, int]
    """How many articles in lists name each entity."""
    members: dict[str, set[tuple[str, str]]]
    """By entity, fact or year."""
    words: dict[str, set[tuple[str, str]]]
    """By table and word, of the articles in lists."""
    damage: dict[str, str]


def content(index: Index, words: Sequence[str] = ()) -> Content:
    """Return what an index says, also where some words stand."""
    database, lists = index.reader(), Lists(index.reader())
    fields = "article, segment, number, id, replaces, earliest, latest, imported, sha256"
    rows = database.execute(f"SELECT {fields}, line FROM articles").fetchall()
    places = {row[0]: (row[1], row[2]) for row in rows}

    def placed(articles: int) -> set[tuple[str, str]]:
        return {places[number] for number in members(articles)}

    sources = database.execute("SELECT article, file, place, looked, cut FROM sources").fetchall()
    texts = database.execute("SELECT id, texts, entity FROM entities WHERE texts > 0").fetchall()
    years = range(2014, 2024)
    facts = {f"{key}": placed(lists.set_of(key)) for key in (*Fact, *years)}
    found = {
        f"{table} {word}": placed(lists.found(word, table)) for word in words for table in ("words", "titles")
    }
    damage = database.execute("SELECT name, damage FROM segments WHERE damage IS NOT NULL").fetchall()
    return Content(
        articles={row[1:] for row in rows},
        live=placed(lists.live),
        sources={(places[row[0]], *row[1:]) for row in sources},
        texts={entity: count for entity, count, _ in texts},
        members={entity: placed(lists.entity(number)) for entity, _, number in texts} | facts,
        words=found,
        damage=dict(damage),
    )
