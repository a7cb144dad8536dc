"""The lists of an archive, read plainly: from all documents at once, which the index is held against."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from store.archive.entities import Named, Office
from store.archive.hits import Bin, Facet, Group, Tally, Topic
from store.archive.marks import Mark
from store.article import Entity
from store.days import Interval
from store.document import Document, from_document
from store.errors import DocumentError
from store.fold import fold, searchable
from store.query import INFERRED, Query
from store.units import Unit
from tests.archive.plain_names import PlainNames
from tests.archive.plain_orders import leader, told
from tests.archive.plain_reading import predicate
from tests.strategies import Text


@dataclass(frozen=True)
class PlainArchive:
    """All documents in order of arrival, what one reader said of them, and the letters of the parties."""

    documents: Sequence[Document]
    said: Mapping[str, Mark]
    letters: Mapping[str, str]

    @cached_property
    def last(self) -> Mapping[str, Document]:
        """The last document of each id to arrive."""
        return {d["id"]: d for d in self.documents}

    @cached_property
    def live(self) -> Mapping[str, Document]:
        """The documents that stand in lists: the last of each id, unless it or a later one replaces it."""
        found: dict[str, Document] = {}
        for document in self.documents:
            found[document["id"]] = document
            found.pop(document["replaces"], None)
        return found

    @cached_property
    def names(self) -> PlainNames:
        """What names mean: each entity is called as the last document to arrive calls it."""
        latest = {e.id: e for d in self.documents for e in counted(d)}
        counts = self._naming(list(self.live.values()))
        return PlainNames([e for i, e in latest.items() if counts[i]], self.letters, counts)

    def found(self, query: Query, today: date) -> list[Document]:
        """Return what a query finds, in the order of the list."""
        fits = predicate(query, self.names, today)
        hits = sorted((d for d in self.live.values() if fits(self.facts(d))), key=place)
        dated = [d for d in hits if interval(d)]
        match query.sort:
            case "date":
                return dated[::-1] + hits[len(dated) :]
            case "party":
                return sorted(hits, key=lambda d: self._alphabet(leader(d)))
            case "relevance":
                return sorted(hits, key=lambda d: -told(query, d, self.names)[0])
        return hits

    def groups(self, query: Query, hits: Sequence[Document]) -> tuple[Group, ...]:
        """Count documents under the headings of a list, in their own order."""
        heads: list[tuple[int | None, str | None]] = []
        for document in hits:
            has, asked = told(query, document, self.names)
            if query.sort == "party":
                heads.append((None, self._head(leader(document), hits)))
            elif query.sort == "relevance" and asked:
                heading = {0: "In the text", asked: "In the headline"}
                heads.append((None, heading.get(has, f"{has} of {asked} in the headline")))
            else:
                known = interval(document)
                heads.append((known[1].year if known else None, None))
        return tuple(Group(year, count, name) for (year, name), count in Counter(heads).items())

    def _short(self, party: str) -> str:
        called = self.names.entities[party]
        return called.abbr or called.name

    def _head(self, party: str | None, hits: Sequence[Document]) -> str:
        if party is None:
            return "No party"
        known = {p for d in hits if (p := leader(d))}
        twins = [p for p in known if self._short(p) == self._short(party)]
        called = self.names.entities[party]
        return f"{called.abbr}, {called.name}" if called.abbr and len(twins) > 1 else self._short(party)

    def _alphabet(self, party: str | None) -> tuple[bool, str, str]:
        if party is None:
            return True, "", ""
        return False, fold(self._head(party, list(self.live.values()))), party

    def facts(self, document: Document) -> Text:
        """Return what a query can ask of a text."""
        mark = self.mark(document["id"])
        caption = document["caption"] or ""
        quoted = any(map(quotes, document["body"]))
        has = {"caption": caption, "contact": document["contacts"], "tag": mark.tags, "note": mark.notes}
        has["quote"] = quoted
        texts = [document["headline"], document["standfirst"], *document["body"], caption]
        return Text(
            id=document["id"],
            interval=interval(document),
            certainty=document["date"]["certainty"],
            entities=frozenset(e.id for e in counted(document)),
            title=searchable(document["headline"] or ""),
            words=searchable("\n".join(filter(None, texts))),
            sources=(document["source"]["file"], *document["source"]["also"]),
            imported=datetime.fromisoformat(document["source"]["imported"]),
            read=bool(mark.read),
            starred=bool(mark.starred),
            has=frozenset(name for name, there in has.items() if there),
            tags=mark.tags,
        )

    def mark(self, article: str) -> Mark:
        """Return what is said of an article: the last word on it, else on what it replaced."""
        said = [self.said.get(i, Mark()) for i in self._back(article)]
        read, starred = (
            next((word for word in said_of if word is not None), None)
            for said_of in ([m.read for m in said], [m.starred for m in said])
        )
        tags = {fold(tag): tag for mark in said for tag in mark.tags}
        return Mark(read, starred, tuple(tags.values()), tuple(note for m in said for note in m.notes))

    def _back(self, article: str | None) -> Iterator[str]:
        seen: set[str | None] = set()
        while article is not None and article not in seen:
            seen.add(article)
            yield article
            article = self.last[article]["replaces"] if article in self.last else None

    def tally(self, hits: Sequence[Document]) -> Tally:
        """Count documents, and what they are."""
        texts = [self.facts(d) for d in hits]
        known = [text.interval for text in texts if text.interval]
        return Tally(
            shown=len(hits),
            texts=len(self.live),
            unread=sum(not text.read for text in texts),
            starred=sum(text.starred for text in texts),
            inferred=sum(text.certainty in INFERRED for text in texts),
            undated=len(hits) - len(known),
            earliest=min((i[0] for i in known), default=None),
            latest=max((i[1] for i in known), default=None),
        )

    def facets(self, hits: Sequence[Document], kind: Topic) -> tuple[Facet, ...]:
        """Return all entities of a kind with how many of some documents name each."""
        here, everywhere, letters = self._naming(hits), self.names.counts, list(self.letters)
        found = [
            Facet(e.id, kind, e.name, e.abbr, e.country, e.confirmed, here[e.id], self.letters.get(e.id))
            for e in self.names.entities.values()
            if e.kind == kind
        ]

        def order(facet: Facet) -> tuple[int, int, int, str, str]:
            has_letter = kind == "party" and facet.id in letters
            age = letters.index(facet.id) if has_letter else len(letters)
            return age, -facet.count, everywhere[facet.id], facet.name, facet.id

        return tuple(sorted(found, key=order))

    def counts(self, hits: Sequence[Document]) -> Mapping[str, int]:
        """Count in how many of some documents each entity of any document is named."""
        here = self._naming(hits)
        return {e.id: here[e.id] for d in self.documents for e in named(d)}

    def _naming(self, hits: Sequence[Document]) -> Counter[str]:
        return Counter(i for d in hits for i in {e.id for e in counted(d)})


def histogram(hits: Sequence[Document], unit: Unit) -> tuple[Bin, ...]:
    """Count documents by the stretch of time in which their interval ends, oldest first."""
    exact: Counter[date] = Counter()
    inferred: Counter[date] = Counter()
    for document in hits:
        known = interval(document)
        if known:
            bins = inferred if document["date"]["certainty"] in INFERRED else exact
            bins[beginning(known[1], unit)] += 1
    return tuple(Bin(start, exact[start], inferred[start]) for start in sorted({*exact, *inferred}))


def beginning(day: date, unit: Unit) -> date:
    """Return the first day of the stretch of time that a day is in."""
    first = {
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": date(day.year, day.month, 1),
        "quarter": date(day.year, (1, 4, 7, 10)[(day.month - 1) // 3], 1),
        "year": date(day.year, 1, 1),
    }
    return first[unit]


def interval(document: Document) -> Interval | None:
    """Return the days on which something may have happened; None where either end is not known."""
    first, last = (document["date"][end] for end in ("earliest", "latest"))
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def named(document: Document) -> list[Entity]:
    """Return the entities of a document, without the role that each has in it."""
    return [Entity(**entity)._replace(role=None) for entity in document["entities"]]


def offices(document: Document) -> list[Office]:
    """Return the offices that people hold in a document."""
    roles = [e["role"] for e in document["entities"] if e["kind"] == "person" and e["role"]]
    return [Office(f"office:{searchable(title)}", title) for role in roles for title in role.split("; ")]


def counted(document: Document) -> list[Named]:
    """Return all that a document is counted by: its entities, and the offices of its people."""
    return [*named(document), *offices(document)]


def quotes(text: str) -> bool:
    """Tell whether five words or more stand between two quotation marks."""
    is_open, said = False, ""
    for sign in text:
        if is_open and sign in '"“”»':
            if len(said.split()) >= 5:
                return True
            is_open = False
        elif sign in '"“„«':
            is_open, said = True, ""
        else:
            said += sign
    return False


def place(document: Document) -> tuple[bool, float, str]:
    """Sort the latest day first, then by id; without a day last, and there the newest import first."""
    known, imported = interval(document), datetime.fromisoformat(document["source"]["imported"])
    return not known, -known[1].toordinal() if known else -imported.timestamp(), document["id"]


def documents(folder: Path) -> list[Document]:
    """Return the documents of an archive's sound segments in order of arrival, read without our own code."""
    found: list[Document] = []
    for path in sorted((folder / "articles").glob("*.json"), key=lambda path: int(path.stem)):
        found += _sound(path)
    return found


def _sound(path: Path) -> list[Document]:
    try:
        table: dict[str, Any] = json.loads(path.read_bytes())[path.stem]
        for document in table.values():
            from_document(document)
    except (OSError, ValueError, KeyError, DocumentError):
        return []
    return list(table.values())
