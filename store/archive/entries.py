"""What the index keeps of one article: enough for lists, counts and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import starmap
from operator import itemgetter
from typing import Final, get_args

from store.archive.hits import Met, Row, Tag
from store.article import (
    CAPTION,
    HEADLINE,
    KINDS,
    STANDFIRST,
    Certainty,
    Entity,
    EventDate,
    Kind,
    Precision,
)
from store.days import Interval
from store.document import FORMAT, Document, from_document

_OPENING: Final = 120
"""So many characters of the first paragraph stand for a missing headline."""

_SHARED: Final = 65536
"""So many entities, dates and contacts are one record for all texts, checked when it is made."""

_DATE: Final = itemgetter("value", "month_day", "precision", "earliest", "latest", "certainty")
_ENTITY: Final = itemgetter("id", "kind", "name", "abbr", "country", "confirmed")

_HAS: Final = tuple(frozenset(has) for has in ((), ("caption",), ("contact",), ("caption", "contact")))


@dataclass(slots=True, eq=False, repr=False)
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
    """What stands for it in a list."""
    is_titled: bool
    """Whether that is its headline, and not the beginning of its first paragraph."""
    date: EventDate
    """Without its evidence."""
    interval: Interval | None
    named: tuple[Entity, ...]
    """Without their roles."""
    parties: tuple[Entity, ...]
    """Those of them that are parties, in order of first mention."""
    entities: frozenset[str]
    contacts: tuple[Met, ...]
    has: frozenset[str]
    _text: str
    _title: str | None = None
    _words: str | None = None
    read: bool = False
    starred: bool = False

    def under(self, also: tuple[str, ...]) -> Entry:
        """Return the same with these other names of its source."""
        return replace(self, also=also)

    @property
    def certainty(self) -> str:
        """How sure the date is."""
        return self.date.certainty

    @property
    def sources(self) -> tuple[str, ...]:
        """All files the text came from."""
        return self.file, *self.also

    @property
    def title(self) -> str:
        """The headline as words are looked for in it; worked out when a query first asks for it."""
        if self._title is None:
            self._title = _searchable(self.headline) if self.is_titled else ""
        return self._title

    @property
    def words(self) -> str:
        """The whole text as words are looked for in it; worked out when a query first asks for it."""
        if self._words is None:
            self._words, self._text = _searchable(self._text), ""
        return self._words

    def row(self) -> Row:
        """Return the article as one line of a list."""
        tags = tuple(Tag(e.id, e.abbr or e.name) for e in self.parties)
        return Row(self.id, self.headline, self.date, tags, self.contacts, self.read, self.starred)


def entry(document: Document, segment: str, number: str) -> Entry:
    """Return what the index keeps of the article that a table holds under a number.

    Only what an entry needs is checked: the rest is when the article is opened.

    Raises:
        DocumentError: A field that an entry needs is missing or of the wrong kind.
    """
    try:
        return _entry(document, segment, number)
    except (AttributeError, KeyError, TypeError, ValueError):
        from_document(document)  # says which field is wrong
        raise


def parties(document: Document) -> tuple[Entity, ...]:
    """Return the parties of an article in the order in which the text names them.

    Caption and headline come last: a headline alludes ("Cambodian party") to what the text then names.
    """
    return _in_order(document, _named(document))


def _entry(document: Document, segment: str, number: str) -> Entry:
    source, body, also = document["source"], document["body"], document["source"]["also"]
    headline, standfirst, caption = document["headline"], document["standfirst"], document["caption"]
    if document["format"] != FORMAT or type(body) is not list or type(also) is not list:
        raise TypeError
    _must_be_text(document["id"], document["replaces"] or "", source["file"], *also)
    event_date, interval = _dated(*_DATE(document["date"]))
    named, contacts = _named(document), document["contacts"]
    return Entry(
        id=document["id"],
        replaces=document["replaces"],
        segment=segment,
        number=number,
        file=source["file"],
        also=tuple(also),
        imported=_instant(source["imported"]),
        headline=headline or _opening((standfirst, *body, caption, document["text"].strip())),
        is_titled=bool(headline),
        date=event_date,
        interval=interval,
        named=named,
        parties=_in_order(document, named),
        entities=frozenset([e.id for e in named]),
        contacts=_contacts(contacts, named) if contacts else (),
        has=_HAS[bool(caption) + 2 * bool(contacts)],
        _text="\n".join([*filter(None, (headline, standfirst)), *body, caption or ""]),
    )


def _must_be_text(*values: object) -> None:
    if {*map(type, values)} != {str}:
        raise TypeError


def _opening(texts: Sequence[str | None]) -> str:
    line = " ".join(next(filter(None, texts), "").split())
    return line if len(line) <= _OPENING else line[:_OPENING].rsplit(" ", 1)[0] + " …"


def _named(document: Document) -> tuple[Entity, ...]:
    return tuple(starmap(_entity, map(_ENTITY, document["entities"])))


def _in_order(document: Document, named: tuple[Entity, ...]) -> tuple[Entity, ...]:
    found = tuple(e for e in named if e.kind == "party")
    if len(found) < 2:
        return found
    end = len(document["body"])
    place = {STANDFIRST: -1, CAPTION: end, HEADLINE: end + 1}
    first = dict.fromkeys((e.id for e in found), (end + 2, 0))
    for mention in document["mentions"]:
        if mention["entity"] in first:
            here = place.get(mention["paragraph"], mention["paragraph"]), mention["start"]
            first[mention["entity"]] = min(here, first[mention["entity"]])
    return tuple(sorted(found, key=lambda e: first[e.id]))


def _contacts(contacts: Sequence[Document], named: Sequence[Entity]) -> tuple[Met, ...]:
    short = {e.id: e.abbr or e.name for e in named}
    pairs = ((*contact["parties"], contact["kind"]) for contact in contacts)
    return tuple(_met(short.get(one, one), short.get(other, other), kind) for one, other, kind in pairs)


@lru_cache(maxsize=_SHARED, typed=True)
def _entity(
    entity_id: str, kind: Kind, name: str, abbr: str | None, country: str | None, confirmed: bool
) -> Entity:
    """Return an entity as all texts name it, without the role that it has in one."""
    _must_be_text(entity_id, name, abbr or "", country or "")
    if kind not in KINDS or type(confirmed) is not bool:
        raise TypeError
    return Entity(entity_id, kind, name, abbr, country, None, confirmed)


@lru_cache(maxsize=_SHARED)
def _dated(
    value: str | None,
    month_day: str | None,
    precision: Precision | None,
    earliest: str | None,
    latest: str | None,
    certainty: Certainty,
) -> tuple[EventDate, Interval | None]:
    _must_be_text(value or "", month_day or "")
    if precision not in (None, *get_args(Precision)) or certainty not in get_args(Certainty):
        raise ValueError
    first, last = (None if day is None else date.fromisoformat(day) for day in (earliest, latest))
    return EventDate(value, month_day, precision, first, last, certainty), (
        (first, last) if first and last else None
    )


@lru_cache(maxsize=_SHARED)
def _met(one: str, other: str, kind: str) -> Met:
    _must_be_text(one, other, kind)
    return Met((one, other), kind)


@lru_cache(maxsize=1024)
def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo != UTC:
        raise ValueError
    return instant


def _searchable(text: str) -> str:
    from store.matching import searchable  # a start without words to look for needs no language of queries

    return searchable(text)
