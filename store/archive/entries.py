"""What the index keeps of one article: enough for lists, counts and filters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from sys import intern

from store.archive.hits import Met, Row, Tag
from store.article import CAPTION, HEADLINE, STANDFIRST, Article, Entity, EventDate, Kind
from store.days import Interval
from store.matching import searchable

_OPENING = 120
"""So many characters of the first paragraph stand for a missing headline."""


@dataclass(slots=True, eq=False)
class Entry:
    """One article as the index knows it; what a filter asks is worked out once, here."""

    id: str
    replaces: str | None
    segment: str
    """Name of the table that holds the article."""
    number: str
    """The document's id within that table."""
    file: str
    """Identity of its source."""
    also: tuple[str, ...]
    imported: datetime
    headline: str
    date: EventDate
    named: tuple[Entity, ...]
    """In order of first mention, without their roles."""
    contacts: tuple[Met, ...]
    interval: Interval | None
    certainty: str
    entities: frozenset[str]
    title: str
    """The headline as words are looked for in it."""
    words: str
    """The whole text as words are looked for in it."""
    has: frozenset[str]
    read: bool = False
    starred: bool = False

    def under(self, also: tuple[str, ...]) -> Entry:
        """Return the same with these other names of its source."""
        return replace(self, also=also)

    @property
    def sources(self) -> tuple[str, ...]:
        """All files the text came from."""
        return self.file, *self.also

    def row(self) -> Row:
        """Return the article as one line of a list."""
        tags = tuple(Tag(e.id, e.abbr or e.name) for e in self.named if e.kind == "party")
        return Row(self.id, self.headline, self.date, tags, self.contacts, self.read, self.starred)


def entry(article: Article, segment: str, number: str) -> Entry:
    """Return what the index keeps of an article that a table holds under a number."""
    date = article.date
    caption = {"caption"} if article.caption else set()
    contact = {"contact"} if article.contacts else set()
    return Entry(
        id=article.id,
        replaces=article.replaces,
        segment=segment,
        number=number,
        file=article.source.file,
        also=article.source.also,
        imported=article.source.imported,
        headline=article.headline or _opening(article),
        date=replace(date, evidence=(), rejected=()),
        named=in_order(article),
        contacts=_contacts(article),
        interval=(date.earliest, date.latest) if date.earliest and date.latest else None,
        certainty=date.certainty,
        entities=frozenset(intern(e.id) for e in article.entities),
        title=searchable(article.headline or ""),
        words=searchable("\n".join(_parts(article))),
        has=frozenset(caption | contact),
    )


def _parts(article: Article) -> tuple[str, ...]:
    ahead = (article.headline, article.standfirst)
    return (*filter(None, ahead), *article.body, article.caption or "")


def _opening(article: Article) -> str:
    first = next(
        (p for p in (article.standfirst, *article.body, article.caption, article.text.strip()) if p), ""
    )
    line = " ".join(first.split())
    return line if len(line) <= _OPENING else line[:_OPENING].rsplit(" ", 1)[0] + " …"


def in_order(article: Article) -> tuple[Entity, ...]:
    """Return the entities in the order in which the text names them.

    Caption and headline come last: a headline alludes ("Cambodian party") to what the text then names.
    """
    place = {STANDFIRST: -1, CAPTION: len(article.body), HEADLINE: len(article.body) + 1}
    first: dict[str, tuple[int, int]] = {}
    for mention in article.mentions:
        here = place.get(mention.paragraph, mention.paragraph), mention.start
        first[mention.entity] = min(here, first.get(mention.entity, here))
    never = len(article.body) + 2, 0
    ordered = sorted(article.entities, key=lambda e: first.get(e.id, never))
    return tuple(map(_without_role, ordered))


@lru_cache(maxsize=65536)
def _without_role(entity: Entity) -> Entity:
    """Return an entity as all texts name it: one record for all of them."""
    return _same(entity.id, entity.kind, entity.name, entity.abbr, entity.country, entity.confirmed)


@lru_cache(maxsize=65536)
def _same(
    entity_id: str, kind: Kind, name: str, abbr: str | None, country: str | None, confirmed: bool
) -> Entity:
    return Entity(entity_id, kind, name, abbr, country, None, confirmed)


def _contacts(article: Article) -> tuple[Met, ...]:
    short = {e.id: e.abbr or e.name for e in article.entities}
    return tuple(
        Met((short.get(c.parties[0], c.parties[0]), short.get(c.parties[1], c.parties[1])), c.kind)
        for c in article.contacts
    )
