"""What a query means: the set of articles that answer it, put together from the sets of its terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import and_, or_
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from store import periods
from store.archive.lists import Lists
from store.archive.sets import HEADED, Fact
from store.fold import fold, searchable
from store.terms import DATE_FIELDS, ENTITY_FIELDS, All, Either, Field, Not, Term, Words

_FACTS: Final[Mapping[str, Fact]] = MappingProxyType(
    {
        "is:exact": Fact.EXACT,
        "is:inferred": Fact.INFERRED,
        "is:corrected": Fact.CORRECTED,
        "has:caption": Fact.CAPTION,
        "has:contact": Fact.CONTACT,
        "has:quote": Fact.QUOTE,
    }
)


_IN_HEADLINES: Final = frozenset({*ENTITY_FIELDS, "title"} - {"office"})
"""The fields of what a headline can name."""


class Marked(Protocol):
    """What a reader said of articles, as sets."""

    def saying(self, field: str, value: str) -> int:
        """Return the set of the articles of which `is:`, `has:` or `tag:` with this value is true."""


class Namer(Protocol):
    """What names mean."""

    def numbers(self, field: str, value: str) -> Collection[int]:
        """Return the numbers of the entities that a value of a field means."""


class Meaning(NamedTuple):
    """Answers queries over an index at one moment, for one reader on one day."""

    lists: Lists
    names: Namer
    marks: Marked
    today: date

    def of(self, terms: Iterable[Term]) -> int:
        """Return the set of the articles in lists for which all the terms hold.

        A name that nobody knows means no article: Query.parse refuses it where it is typed.
        """
        return reduce(and_, map(self._term, terms), self.lists.live)

    def headlines(self, terms: Iterable[Term]) -> list[int]:
        """Return for each word and name that is asked for the set of the articles whose headline has it."""
        return list(map(self._headline, dict.fromkeys(_asked(terms))))

    def _headline(self, term: Words | Field) -> int:
        if isinstance(term, Words):
            return self._words(term.text, "titles")
        if term.name == "title":
            return self._term(term)
        numbers = [number for value in term.values for number in self.names.numbers(term.name, value)]
        return self.lists.naming(numbers, HEADED)

    def _term(self, term: Term) -> int:
        if isinstance(term, Words):
            return self._words(term.text, "words")
        if isinstance(term, Field):
            return reduce(or_, (self._field(term.name, value) for value in term.values), 0)
        if isinstance(term, Not):
            return self.lists.live & ~self._term(term.term)
        if isinstance(term, All):
            return self.of(term.terms)
        return reduce(or_, map(self._term, term.terms), 0)

    def _words(self, text: str, table: str) -> int:
        return self.lists.found(searchable(text) + ("*" if text.endswith("*") else ""), table)

    def _field(self, name: str, value: str) -> int:
        if name in ENTITY_FIELDS:
            return self.lists.naming(self.names.numbers(name, value))
        if name in DATE_FIELDS:
            return self._dated(name, value)
        if name == "title":
            return self._words(value, "titles")
        if name == "source":
            return self.lists.named_like(fold(value), whole="/" in fold(value))
        if name == "id":
            return self.lists.beginning(value)
        fact = _FACTS.get(f"{name}:{value}")
        return self.lists.set_of(fact) if fact else self.marks.saying(name, value)

    def _dated(self, name: str, value: str) -> int:
        if value == periods.NONE:
            return self.lists.almanac.undated
        period = periods.resolve(name, value, self.today)
        return self.lists.almanac.overlapping(*period) if period else 0


def _asked(terms: Iterable[Term]) -> Iterator[Words | Field]:
    """Yield the words and names that terms ask for; not those that they exclude."""
    for term in terms:
        if isinstance(term, Words) or (isinstance(term, Field) and term.name in _IN_HEADLINES):
            yield term
        elif isinstance(term, All | Either):
            yield from _asked(term.terms)
