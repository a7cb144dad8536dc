"""What makes search instant: derived from the tables, in memory, thrown away and made again at will."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from store.archive.entries import Entry
from store.archive.hits import Bin, Facet, Group, Tally, Unit
from store.archive.readers import Mark, Marks
from store.article import Entity, Kind
from store.query import INFERRED

if TYPE_CHECKING:
    from store.grammar import Vocabulary
    from store.query import Query

Hits = Sequence[Entry]
"""Entries in the order of the list."""

_REMEMBERED: Final = 8
"""Answers to so many queries are kept: a desk asks one query for its list, its counts and its bars."""

_OLDEST_FIRST: Final = "date"


class Index:
    """All articles of an archive at one moment, as one reader sees them."""

    def __init__(self, entries: Iterable[Entry], marks: Marks, letters: Mapping[str, str]) -> None:
        """Take the entries in order of arrival; where one id arrived twice the later one counts."""
        self.by_id: dict[str, Entry] = {}
        live: dict[str, Entry] = {}
        for entry in entries:
            live.pop(entry.id, None)
            self.by_id[entry.id] = live[entry.id] = entry
            if entry.replaces:
                live.pop(entry.replaces, None)
        self.live: Mapping[str, Entry] = live
        """The articles that stand in lists: those that nothing has replaced."""
        self.letters = letters
        self._successors = {e.replaces: e.id for e in self.by_id.values() if e.replaces}
        self._answers: dict[tuple[Query, date], Hits] = {}
        self._order: list[Entry] | None = None
        self._entities: dict[str, Entity] | None = None
        self._counts: Counter[str] | None = None
        self._counted: tuple[Hits, Counter[str]] | None = None
        self._marks: Mapping[str, Mark] = marks.articles
        for entry in self.by_id.values():
            self._show_marks(entry)

    def lay(self, marks: Marks) -> None:
        """Lay a reader's new marks over the articles; what replaced an article inherits its marks."""
        old, self._marks = self._marks, marks.articles
        changed = {i for i in {*old, *self._marks} if old.get(i) != self._marks.get(i)}
        for article in changed & self.by_id.keys():
            for heir in _chain(article, self._successors.get):
                self._show_marks(self.by_id[heir])
        if changed:
            self._forget_marked()

    def hits(self, query: Query, vocabulary: Vocabulary, today: date) -> Hits:
        """Return the articles that a query finds, in the order of the list."""
        key = query, today
        known = self._answers.pop(key, None)
        if known is None:
            known = self._fitting(query, vocabulary, today)
            if query.sort == _OLDEST_FIRST:
                undated = next((i for i, e in enumerate(known) if e.interval is None), len(known))
                known = known[:undated][::-1] + known[undated:]  # what has no date stays last
        while len(self._answers) >= _REMEMBERED:
            self._answers.pop(next(iter(self._answers)))
        self._answers[key] = known
        return known

    def tally(self, hits: Hits) -> Tally:
        """Count the articles found, and what they are."""
        known = [e.interval for e in hits if e.interval]
        return Tally(
            shown=len(hits),
            texts=len(self.live),
            unread=sum(not e.read for e in hits),
            starred=sum(e.starred for e in hits),
            inferred=sum(e.certainty in INFERRED for e in hits),
            undated=len(hits) - len(known),
            earliest=min((i[0] for i in known), default=None),
            latest=max((i[1] for i in known), default=None),
        )

    def facets(self, hits: Hits, kind: Kind) -> tuple[Facet, ...]:
        """Return every entity of a kind, and how many of the articles found name it."""
        here, everywhere = self._count(hits), self.counts()
        found = [
            Facet(e.id, kind, e.name, e.abbr, e.country, e.confirmed, here[e.id], self.letters.get(e.id))
            for e in self.entities().values()
            if e.kind == kind
        ]
        age = {party: number for number, party in enumerate(self.letters)}
        if kind == "party":
            found.sort(key=lambda f: (age.get(f.id, len(age)), -f.count, everywhere[f.id], f.name, f.id))
        else:
            found.sort(key=lambda f: (-f.count, everywhere[f.id], f.name, f.id))
        return tuple(found)

    def entities(self) -> Mapping[str, Entity]:
        """Return every entity that an article in the lists names, as the latest to arrive names it."""
        if self._entities is None:
            self._entities = {e.id: e for entry in self.live.values() for e in entry.named}
        return self._entities

    def counts(self) -> Mapping[str, int]:
        """Count the texts in the lists that name each entity."""
        if self._counts is None:
            self._counts = _naming(self.live.values())
        return self._counts

    def _count(self, hits: Hits) -> Counter[str]:
        """Count the texts found that name each entity; once for all kinds that are asked for in turn."""
        if self._counted is None or self._counted[0] is not hits:
            self._counted = hits, _naming(hits)
        return self._counted[1]

    def _fitting(self, query: Query, vocabulary: Vocabulary, today: date) -> list[Entry]:
        if not query.terms:
            return self._ordered()
        from store.matching import predicate  # a start that asks for everything needs no language of queries

        fits = predicate(query, vocabulary, today)
        return [entry for entry in self._ordered() if fits(entry)]

    def _ordered(self) -> list[Entry]:
        if self._order is None:
            self._order = sorted(self.live.values(), key=_place)
        return self._order

    def _show_marks(self, entry: Entry) -> None:
        if not self._marks and not entry.read and not entry.starred:
            return
        entry.read = self._said(entry, "read")
        entry.starred = self._said(entry, "starred")

    def _said(self, entry: Entry, what: Literal["read", "starred"]) -> bool:
        """Return the newest word on an article: on itself, else on what it replaced."""
        for article in _chain(entry.id, self._replaced):
            mark = self._marks.get(article)
            word = (mark.read if what == "read" else mark.starred) if mark else None
            if word is not None:
                return word
        return False

    def _replaced(self, article: str) -> str | None:
        entry = self.by_id.get(article)
        return entry.replaces if entry else None

    def _forget_marked(self) -> None:
        """Forget the answers that marks may have changed; the others would be costly to find again."""
        self._answers = {k: hits for k, hits in self._answers.items() if "is:" not in str(k[0])}


def _naming(entries: Iterable[Entry]) -> Counter[str]:
    """Count the texts that name each entity."""
    return Counter(chain.from_iterable(e.entities for e in entries))


def groups(hits: Hits) -> tuple[Group, ...]:
    """Count the articles found by year, in their own order."""
    counts = Counter(e.interval[1].year if e.interval else None for e in hits)
    return tuple(Group(year, count) for year, count in counts.items())


def histogram(hits: Hits, unit: Unit) -> tuple[Bin, ...]:
    """Count the articles found by stretches of time; empty ones are left out."""
    exact: Counter[date] = Counter()
    inferred: Counter[date] = Counter()
    for entry in hits:
        if entry.interval:
            bins = inferred if entry.certainty in INFERRED else exact
            bins[_start(entry.interval[1], unit)] += 1
    return tuple(Bin(start, exact[start], inferred[start]) for start in sorted({*exact, *inferred}))


def position(hits: Hits, article_id: str) -> int | None:
    """Return where an article stands among those found."""
    return next((number for number, e in enumerate(hits) if e.id == article_id), None)


def _start(day: date, unit: Unit) -> date:
    match unit:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
        case "year":
            return day.replace(month=1, day=1)


def _place(entry: Entry) -> tuple[bool, float, str]:
    """Sort the latest day first, then by id; without a day last, and there the newest import first."""
    if entry.interval:
        return False, -entry.interval[1].toordinal(), entry.id
    return True, -entry.imported.timestamp(), entry.id


def _chain(article: str, step: Callable[[str], str | None]) -> Iterator[str]:
    """Yield an article and what follows it; a text that came back closes a ring, which ends it."""
    seen: set[str] = set()
    following: str | None = article
    while following is not None and following not in seen:
        seen.add(following)
        yield following
        following = step(following)
