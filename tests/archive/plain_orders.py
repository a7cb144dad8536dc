"""What orders a list other than its dates, read plainly from one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.article import CAPTION, HEADLINE, STANDFIRST
from store.document import Document
from store.fold import searchable
from store.query import Query
from store.terms import All, Either, Field, Term, Words
from tests.archive.plain_names import PlainNames
from tests.archive.plain_reading import finder


def told(query: Query, document: Document, names: PlainNames) -> tuple[int, int]:
    """Return how many of the words and names asked for a headline has, and how many are asked for."""
    asked = set(asked_in(query.terms))
    return sum(_has(term, document, names) for term in asked), len(asked)


def _has(term: Words | Field, document: Document, names: PlainNames) -> bool:
    title = searchable(document["headline"] or "")
    headed = {m["entity"] for m in document["mentions"] if m["paragraph"] == HEADLINE and title}
    if isinstance(term, Words):
        return finder(term.text)(title)
    if term.name == "title":
        return any(finder(value)(title) for value in term.values)
    return any(names.resolve(term.name, value) & headed for value in term.values)


def asked_in(terms: Sequence[Term]) -> Iterator[Words | Field]:
    """Yield the words, names and titles that terms ask for, and not those that they exclude."""
    for term in terms:
        if isinstance(term, All | Either):
            yield from asked_in(term.terms)
        elif isinstance(term, Words) or (
            isinstance(term, Field) and term.name in ("party", "person", "place", "org", "event", "title")
        ):
            yield term


def leader(document: Document) -> str | None:
    """Return the party that a document names first; caption and headline count as its end."""
    parties = [e["id"] for e in document["entities"] if e["kind"] == "party"]
    order = {STANDFIRST: -1, CAPTION: len(document["body"]), HEADLINE: len(document["body"]) + 1}
    places = [
        (order.get(m["paragraph"], m["paragraph"]), m["start"], m["entity"]) for m in document["mentions"]
    ]
    first = [entity for _, _, entity in sorted(places) if entity in parties]
    return next(iter(first + parties), None)
