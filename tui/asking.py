"""What the Desk asks the archive under one query, and the answers as its panels want them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from store.archive.archive import Archive
from store.archive.hits import Bin, Group, Tally, Topic
from store.days import Interval
from store.errors import NewsError, QueryError
from store.query import Chip, Query
from store.units import Unit
from tui.found import Hits, Totals
from tui.wording import period

if TYPE_CHECKING:
    from store.archive.grounds import Case
    from store.archive.marks import View
    from store.archive.whys import Why
    from store.article import Article, Kind
    from tui.choices import State
    from tui.page import Mark

_BARE_FIELDS = frozenset({"party", "date", "place", "is", "tag"})
"""Fields whose value tells by itself what it is."""


class Answer:
    """The answers to one query at one moment; what costs more is asked when first wanted."""

    def __init__(self, archive: Archive, query: Query, today: date) -> None:
        """Take who answers, what is asked, and the day that `today` means."""
        self.archive = archive
        self.query = query
        self.today = today

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
        query, today = self.query, self.today
        return Hits(
            self.tally.shown,
            self.groups,
            self.archive.listing(query, today),
            self.archive.ids(query, today),
        )

    def totals(self, article: Article | None) -> Totals:
        """Return in how many of the texts found each entity of an article is named, and what it is called."""
        entities = article.entities if article else ()
        return Totals(
            self.archive.counts(self.query, [entity.id for entity in entities], self.today),
            self.archive.letters,
            {entity.id: entity.name for entity in entities if entity.abbr},
            self._corrected(article) if article else frozenset(),
        )

    def _corrected(self, article: Article) -> frozenset[str]:
        """Return the entities of an article of which people corrected something."""
        made = self.archive.corrector.about(article.id)
        return frozenset(entity for one in made for entity in one.entities)

    @cached_property
    def chips(self) -> tuple[tuple[str, str, bool], ...]:
        """(field name or nothing, value, excluded) of every chip, as the filter bar prints it."""
        return tuple(self._chip(chip) for chip in self.query.chips)

    @property
    def told(self) -> str:
        """What is filtered, in words: `CPV · 2016–2021 · not #routine`."""
        said = (" ".join(filter(None, ("not" if excluded else "", *rest))) for *rest, excluded in self.chips)
        return " · ".join(said) or "All texts"

    def _chip(self, chip: Chip) -> tuple[str, str, bool]:
        value = chip.value
        from store.article import KINDS  # which a start without a filter does without

        kind = next((kind for kind in KINDS if kind == chip.field), None)
        if kind:
            value = ", ".join(self._called(kind, part) for part in chip.value.split(","))
        elif chip.field == "date":
            value = ", ".join(map(period, chip.value.split(",")))
        elif chip.field == "tag":
            value = f"#{chip.value}"
        name = "" if chip.field is None or chip.field in _BARE_FIELDS else chip.field
        return name, value, chip.excluded

    def _called(self, kind: Kind, value: str) -> str:
        """Return the short name of an entity, or the value as typed where it means several or none."""
        found = self.archive.vocabulary.resolve(kind, value)
        entity = self.archive.vocabulary.entity(next(iter(found))) if len(found) == 1 else None
        if entity is None:
            return value.upper() if kind == "party" else value
        named = kind == "party" or value == entity.id.partition(":")[2]
        return (entity.abbr or entity.name) if named else value

    def states(self, kind: Topic) -> dict[str, State]:
        """Return which entities of a kind are chosen, and which left out."""
        found: dict[str, State] = dict.fromkeys(self._ids(kind, excluded=True), "excluded")
        return found | dict.fromkeys(self._ids(kind, excluded=False), "on")

    def _ids(self, field: str, *, excluded: bool) -> frozenset[str]:
        values = [
            value
            for chip in self.query.chips
            if chip.field == field and chip.excluded == excluded
            for value in chip.value.split(",")
        ]
        return frozenset().union(*(self.archive.vocabulary.resolve(field, value) for value in values))

    @property
    def silence(self) -> str:
        """The sentence on days that no text is near to, with the key that shows the nearest; or nothing."""
        from tui.emptiness import silence  # few filters find nothing

        quiet = silence(self.archive, self.query, self.today)
        if quiet is None:
            return ""
        return f"{quiet.told}. d 1 shows {quiet.nearest}" if quiet.is_late else quiet.told

    def ways_out(self) -> list[tuple[int, str, int]]:
        """Return (chip, its value, texts without it) for a query that found nothing, the best first."""
        from tui.emptiness import ways_out  # few filters find nothing

        found = ways_out(self.archive, self.query, self.today)
        return [(number, self.chips[number][1], texts) for number, texts in found]

    @cached_property
    def _at_any_time(self) -> Query:
        return self.query.replacing("date", None) if self.query.terms else self.query

    def over_time(self, unit: Unit) -> tuple[Bin, ...]:
        """Count over time what the query finds, and what it would find without its date filter."""
        return self.archive.histogram(self._at_any_time, unit, self.today)

    @cached_property
    def windows(self) -> tuple[Interval, ...] | None:
        """The days that the date filter means; None if there is none."""
        dates = [c.value.split(",") for c in self.query.chips if c.field == "date" and not c.excluded]
        if not dates:
            return None
        from store.periods import resolve  # the language of queries, which a start can do without

        days = [(date.min, date.max)]
        for values in dates:
            meant = [found for value in values if (found := resolve("date", value, self.today))]
            days = [(max(a, c), min(b, d)) for a, b in days for c, d in meant if a <= d and c <= b]
        return tuple(days)

    def hit_marks(self, article: Article) -> list[Mark]:
        """Return the words of an article for which the query found it."""
        if not self.query.terms:
            return []
        from store.archive.whys import hits

        return hits(self.query, self._case(article))

    def whys(self, article: Article) -> tuple[Why, ...]:
        """Return for each chip what of an article it holds for."""
        from store.archive.whys import whys

        return whys(self.query, self._case(article))

    def _case(self, article: Article) -> Case:
        from store.archive.grounds import Case

        return Case(article, self.archive.mine.of(article.id), self.archive.vocabulary, self.today)


def opened_again(archive: Archive) -> Archive:
    """Return an archive opened once more for the same reader: a thread needs one of its own."""
    return Archive(archive.folder, archive.mine.reader, apart=archive.mine.may_be_apart)


def recalled(archive: Archive, name: str, view: View) -> Query:
    """Return the filter of a view that was saved under a name.

    Raises:
        NewsError: A newer newsdesk saved it, or it names something that is gone.
    """
    if view.is_newer:
        raise NewsError(f"A newer newsdesk saved the view {name}; this one leaves it alone")
    try:
        return Query.parse(view.query, archive.vocabulary)
    except QueryError as error:
        raise NewsError(f"The view {name} cannot be opened: {error.reason}") from error


def entity_marks(article: Article | None, entity: str | None) -> list[Mark]:
    """Return where an entity is named in an article."""
    if article is None or entity is None:
        return []
    return [(m.paragraph, m.start, m.end) for m in article.mentions if m.entity == entity]
