"""What the Desk asks the archive under one query, and the answers as its panels want them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from store.archive.archive import Archive
from store.archive.hits import Group, Tally
from store.article import KINDS, Article, Kind
from store.fold import fold
from store.query import Chip, Query
from tui.choices import Choice
from tui.page import Mark
from tui.sidebar import Totals
from tui.timeline import Hits

_BARE_FIELDS = frozenset({"party", "date", "place", "is"})
"""Fields whose value tells by itself what it is."""


@dataclass(frozen=True)
class Answer:
    """The answers to one query at one moment; what costs more is asked when first wanted."""

    archive: Archive
    query: Query
    today: date

    @cached_property
    def tally(self) -> Tally:
        """How many texts were found, and how many of them are what."""
        return self.archive.tally(self.query, self.today)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The years of the list."""
        return self.archive.groups(self.query, self.today)

    @cached_property
    def hits(self) -> Hits:
        """The list, by window."""
        return Hits(self.tally.shown, self.groups, self.archive.listing(self.query, self.today))

    def totals(self, article: Article | None) -> Totals:
        """Return in how many of the texts found each entity of an article is named, and what it is called."""
        entities = article.entities if article else ()
        return Totals(
            self.archive.counts(self.query, [entity.id for entity in entities], self.today),
            self.archive.letters,
            {entity.id: entity.name for entity in entities if entity.abbr},
        )

    @cached_property
    def chips(self) -> tuple[tuple[str, str, bool], ...]:
        """(field name or nothing, value, excluded) of every chip, as the filter bar prints it."""
        return tuple(self._chip(chip) for chip in self.query.chips)

    def _chip(self, chip: Chip) -> tuple[str, str, bool]:
        value = chip.value
        kind = next((kind for kind in KINDS if kind == chip.field), None)
        if kind:
            value = ", ".join(self._called(kind, part) for part in chip.value.split(","))
        elif chip.field == "date":
            value = "no date" if chip.value == "none" else chip.value.replace("..", "–")
        name = "" if chip.field is None or chip.field in _BARE_FIELDS else chip.field
        return name, value, chip.excluded

    def _called(self, kind: Kind, value: str) -> str:
        """Return the short name of an entity, or the value as typed where it means several."""
        found = self.archive.vocabulary.resolve(kind, value)
        if len(found) != 1:
            return value.upper() if kind == "party" else value
        entity = self.archive.vocabulary.entity(next(iter(found)))
        if entity is None:
            return value
        named = kind == "party" or value == entity.id.partition(":")[2]
        return (entity.abbr or entity.name) if named else value

    def choices(self, field: str) -> list[Choice]:
        """Return what can be picked of a field."""
        return self.parties() if field == "party" else self.years()

    def parties(self) -> list[Choice]:
        """Return the parties to pick from, with their counts among the texts found."""
        on = self._ids("party", excluded=False)
        excluded = self._ids("party", excluded=True)
        return [
            Choice(
                facet.letter or "",
                self.archive.term(facet.id),
                facet.abbr or "",
                facet.name,
                facet.count,
                "on" if facet.id in on else "excluded" if facet.id in excluded else "",
            )
            for facet in self.archive.facets(self.query, "party", self.today)
        ]

    def _ids(self, field: str, *, excluded: bool) -> frozenset[str]:
        values = [
            value
            for chip in self.query.chips
            if chip.field == field and chip.excluded == excluded
            for value in chip.value.split(",")
        ]
        return frozenset().union(*(self.archive.vocabulary.resolve(field, value) for value in values))

    def without_field(self, field: str) -> Query:
        """Return the query without any condition on a field."""
        query = self.query
        for number in reversed([n for n, chip in enumerate(query.chips) if chip.field == field]):
            query = query.without(number)
        return query

    def years(self) -> list[Choice]:
        """Return the years to pick from, newest first, as if no date filtered yet."""
        free = self.query.replacing("date", None)
        on = self.query.values("date")
        found = self.archive.groups(free, self.today)
        choices = []
        for number, group in enumerate(found, 1):
            value = "none" if group.year is None else str(group.year)
            name = "no date" if group.year is None else value
            key = str(number % 10) if number <= 10 else ""
            choices.append(Choice(key, value, "", name, group.count, "on" if value in on else ""))
        return choices

    def ways_out(self) -> list[tuple[int, str, int]]:
        """Return (chip, its value, texts without it) for a query that found nothing, the best first."""
        ways = []
        for number, (_, value, _excluded) in enumerate(self.chips):
            without = self.archive.tally(self.query.without(number), self.today)
            ways.append((number, value, without.shown))
        return sorted(ways, key=lambda way: (-way[2], way[0]))

    def hit_marks(self, article: Article) -> list[Mark]:
        """Return the words of an article for which the query found it: its entities and its words."""
        ids = frozenset().union(*(self._ids(kind, excluded=False) for kind in KINDS))
        marks = [(m.paragraph, m.start, m.end) for m in article.mentions if m.entity in ids]
        words = [
            fold(chip.value).rstrip("*")
            for chip in self.query.chips
            if chip.field is None and not chip.excluded
        ]
        for paragraph, text in enumerate(article.body):
            marks += [(paragraph, *span) for word in words for span in _occurrences(text, word)]
        return marks


def _occurrences(text: str, word: str) -> list[tuple[int, int]]:
    """Return where a folded word stands in a text whose folding keeps its length."""
    plain = fold(text)
    if not word or len(plain) != len(text):
        return []
    found, at = [], plain.find(word)
    while at >= 0:
        found.append((at, at + len(word)))
        at = plain.find(word, at + len(word))
    return found


def entity_marks(article: Article | None, entity: str | None) -> list[Mark]:
    """Return where an entity is named in an article."""
    if article is None or entity is None:
        return []
    return [(m.paragraph, m.start, m.end) for m in article.mentions if m.entity == entity]
