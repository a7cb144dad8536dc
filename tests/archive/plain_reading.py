"""What a query means, read plainly: a test of one text, which the index is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

from store import fold, periods
from store.days import Interval, overlaps
from store.query import INFERRED, Query
from store.terms import DATE_FIELDS, ENTITY_FIELDS, All, Field, Not, Term, Words

if TYPE_CHECKING:
    from store.grammar import Vocabulary


class Facts(Protocol):
    """What a query can ask of one text."""

    @property
    def id(self) -> str:
        """The id of the article."""

    @property
    def interval(self) -> Interval | None:
        """The days on which its event may have happened, as far as known."""

    @property
    def certainty(self) -> str:
        """How sure the date is."""

    @property
    def entities(self) -> frozenset[str]:
        """The ids of all it names, and of the offices that people hold in it."""

    @property
    def title(self) -> str:
        """Its headline as `fold.searchable` returns it."""

    @property
    def words(self) -> str:
        """All its text as `fold.searchable` returns it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The files it came from."""

    @property
    def imported(self) -> datetime:
        """When it was taken in."""

    @property
    def read(self) -> bool:
        """Whether this reader has read it."""

    @property
    def starred(self) -> bool:
        """Whether this reader has starred it."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that this reader gave it, as typed."""

    @property
    def has(self) -> frozenset[str]:
        """Which of `caption`, `contact`, `quote` and this reader's `note` it has."""


Test: TypeAlias = Callable[[Facts], bool]
"""Tells whether a text is meant."""


def predicate(query: Query, vocabulary: Vocabulary, today: date) -> Test:
    """Return the test whether a text answers a query on the day `today`.

    A name that the vocabulary does not know matches nothing: Query.parse refuses it where it is typed.
    """
    return _all([_test(term, vocabulary, today) for term in sorted(query.terms, key=_cost)])


def _cost(term: Term) -> int:
    """Return how dear a term is: what reads whole texts comes after what looks at one fact."""
    return 0 if isinstance(term, Field) else 1


def _test(term: Term, vocabulary: Vocabulary, today: date) -> Test:
    if isinstance(term, Words):
        return _words(term.text)
    if isinstance(term, Field):
        return _field(term, vocabulary, today)
    if isinstance(term, Not):
        positive = _test(term.term, vocabulary, today)
        return lambda facts: not positive(facts)
    tests = [_test(part, vocabulary, today) for part in term.terms]
    return _all(tests) if isinstance(term, All) else _any(tests)


def _all(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    return lambda facts: all(test(facts) for test in tests)


def _any(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    return lambda facts: any(test(facts) for test in tests)


def _field(field: Field, vocabulary: Vocabulary, today: date) -> Test:
    if field.name in ENTITY_FIELDS:
        ids = frozenset().union(*(vocabulary.resolve(field.name, value) for value in field.values))
        return _named(ids)
    if field.name in DATE_FIELDS:
        return _any([_dated(field.name, value, today) for value in field.values])
    return _any([_VALUE_TESTS[field.name](value) for value in field.values])


def _named(ids: frozenset[str]) -> Test:
    return lambda facts: not ids.isdisjoint(facts.entities)


def _dated(name: str, value: str, today: date) -> Test:
    if value == periods.NONE:
        return lambda facts: facts.interval is None
    period = periods.resolve(name, value, today)
    if period is None:
        return lambda facts: False
    first, last = period

    def overlapping(facts: Facts) -> bool:
        known = facts.interval
        return known is not None and overlaps(known, (first, last))

    return overlapping


def _words(text: str) -> Test:
    found = finder(text)
    return lambda facts: found(facts.words)


def _title(text: str) -> Test:
    found = finder(text)
    return lambda facts: found(facts.title)


def finder(text: str) -> Callable[[str], bool]:
    """Return what tells whether words stand in a searchable text, each whole but a last one with `*`."""
    bare = fold.searchable(text)
    bounded = f" {bare}" if text.endswith("*") else f" {bare} "

    # Most texts fail the first test, which copies nothing.
    return lambda searched: bare in searched and bounded in f" {searched} "


def _file(text: str) -> Test:
    part = fold.fold(text)
    whole_path = "/" in part

    def named(facts: Facts) -> bool:
        names: Iterable[str] = (
            facts.sources if whole_path else (name.rpartition("/")[2] for name in facts.sources)
        )
        return any(part in fold.fold(name) for name in names)

    return named


def _id(text: str) -> Test:
    return lambda facts: facts.id.startswith(text)


def _has(text: str) -> Test:
    if text == "tag":
        return lambda facts: bool(facts.tags)
    return lambda facts: text in facts.has


def _tag(text: str) -> Test:
    wanted = fold.fold(text)
    if wanted.endswith("*"):
        return lambda facts: any(fold.fold(tag).startswith(wanted[:-1]) for tag in facts.tags)
    return lambda facts: wanted in map(fold.fold, facts.tags)


def _is(text: str) -> Test:
    return _STATES[text]


def _exact(facts: Facts) -> bool:
    """Tell whether the event is known to the day, and not by inference."""
    known = facts.interval
    return known is not None and known[0] == known[1] and facts.certainty not in INFERRED


_STATES: Final[Mapping[str, Test]] = MappingProxyType(
    {
        "starred": lambda facts: facts.starred,
        "read": lambda facts: facts.read,
        "unread": lambda facts: not facts.read,
        "inferred": lambda facts: facts.certainty in INFERRED,
        "exact": _exact,
        "corrected": lambda facts: facts.certainty == "corrected",
    }
)
_VALUE_TESTS: Final[Mapping[str, Callable[[str], Test]]] = MappingProxyType(
    {"tag": _tag, "title": _title, "source": _file, "id": _id, "has": _has, "is": _is}
)
