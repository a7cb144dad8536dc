"""Whys: what of a query holds for one article, and the words of it that show so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from store.archive.grounds import Case, Ground, listed, of_date, of_fact, times
from store.article import HEADLINE
from store.finding import Place, Running, running
from store.fold import searchable
from store.query import NEWEST_FIRST, Query
from store.terms import DATE_FIELDS, ENTITY_FIELDS, All, Either, Field, Not, Term, Words, bracketed


class Why(NamedTuple):
    """One chip of a query, whether it holds for an article, and why."""

    chip: str
    """As query text."""
    holds: bool
    says: str
    places: tuple[Place, ...] = ()
    """The words that show it; those of the body come first."""


def whys(query: Query, case: Case) -> tuple[Why, ...]:
    """Return for every chip of a query whether it holds for an article, and what shows so."""
    asked = _Asked(case)
    found = [Why(bracketed(term), *asked.term(term)) for term in query.terms]
    if query.sort != NEWEST_FIRST:
        found.append(Why(query.chips[-1].text, True, "the order of the list; it leaves nothing out"))
    return tuple(found)


def hits(query: Query, case: Case) -> list[Place]:
    """Return the words of an article for which a query finds it; what is excluded has none.

    Of words that lie inside others only the longer ones count.
    """
    asked = _Asked(case)
    wanted = [leaf for term in query.terms for leaf in _wanted(term, is_wanted=True)]
    places = {place for leaf in wanted for place in asked.term(leaf).places}
    found: list[Place] = []
    for paragraph, start, end in sorted(places, key=lambda p: (p[0], p[1], -p[2])):
        if not found or found[-1][0] != paragraph or end > found[-1][2]:
            found.append((paragraph, start, end))
    return found


def _wanted(term: Term, *, is_wanted: bool) -> Iterator[Words | Field]:
    """Yield the words and names that speak for an article; a NOT turns round what does."""
    if isinstance(term, Not):
        yield from _wanted(term.term, is_wanted=not is_wanted)
    elif isinstance(term, (All, Either)):
        for part in term.terms:
            yield from _wanted(part, is_wanted=is_wanted)
    elif is_wanted and (isinstance(term, Words) or term.name in _OF_WORDS):
        yield term


_OF_WORDS = frozenset({*ENTITY_FIELDS, "title"})
"""The fields that words of the text answer; those that decided its date are lit as evidence."""


class _Asked:
    """One article, asked term by term."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def running(self) -> Running:
        return running(self.case.article)

    @cached_property
    def headline(self) -> Running:
        return Running([(HEADLINE, self.case.article.headline or "")])

    def term(self, term: Term) -> Ground:
        if isinstance(term, Words):
            return self._words(self.running, term.text, "in the text")
        if isinstance(term, Field):
            return self._field(term)
        if isinstance(term, Not):
            found = self.term(term.term)
            return found._replace(holds=not found.holds)
        one_will_do = isinstance(term, Either)
        parts = [(bracketed(part), self.term(part)) for part in term.terms]
        deciding = [(text, found) for text, found in parts if found.holds == one_will_do]
        says = "; ".join(f"{text} {found.says}" for text, found in deciding or parts)
        places = tuple(place for _, found in deciding or parts for place in found.places)
        return Ground(bool(deciding) == one_will_do, says, places)

    def _field(self, field: Field) -> Ground:
        if field.name in ENTITY_FIELDS:
            ids = frozenset().union(*(self.case.names.resolve(field.name, value) for value in field.values))
            return self._held(ids) if field.name == "office" else self._named(ids)
        asked = [self._value(field.name, value) for value in field.values]
        return next((found for found in asked if found.holds), asked[0])

    def _value(self, name: str, value: str) -> Ground:
        if name == "title":
            return self._words(self.headline, value, "in the headline")
        return of_date(self.case, name, value) if name in DATE_FIELDS else of_fact(self.case, name, value)

    def _words(self, where: Running, text: str, name: str) -> Ground:
        found = where.find(text)
        says = f"stands {times(len(found))} {name}" if found else f"does not stand {name}"
        return Ground(bool(found), says, _body_first(place for places in found for place in places))

    def _named(self, ids: frozenset[str]) -> Ground:
        article = self.case.article
        named = [entity for entity in article.entities if entity.id in ids]
        if not named:
            return Ground(False, "not named in it")
        mentions = [m for m in article.mentions if m.entity in ids]
        told = []
        for entity in named:
            count = sum(m.entity == entity.id and m.paragraph >= 0 for m in mentions)
            told.append(f"{entity.name} {times(count)}" if count else entity.name)
        there = (m for m in mentions if m.end <= len(article.paragraph(m.paragraph)))  # a file may lie
        places = _body_first((m.paragraph, m.start, m.end) for m in there)
        return Ground(True, f"names {listed(told)}", places)

    def _held(self, ids: frozenset[str]) -> Ground:
        """Tell which of the offices the article gives to whom."""
        titles = [
            (title, person.name)
            for person in self.case.article.entities
            for title in (person.role or "").split("; ")
            if person.kind == "person" and f"office:{searchable(title)}" in ids
        ]
        if not titles:
            return Ground(False, "nobody holds this office in it")
        places = (place for title, _ in titles for found in self.running.find(title) for place in found)
        return Ground(True, listed(f"{title}: {name}" for title, name in titles), _body_first(places))


def _body_first(places: Iterator[Place]) -> tuple[Place, ...]:
    return tuple(sorted(dict.fromkeys(places), key=lambda place: (place[0] < 0, place)))
