"""What the index keeps of one article: enough for lists, counts and filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import starmap
from operator import itemgetter
from typing import Final, NamedTuple, get_args

from store.archive import traits
from store.archive.entities import Named
from store.archive.hits import Met
from store.archive.rows import number_of
from store.article import (
    CAPTION,
    HEADLINE,
    KINDS,
    STANDFIRST,
    Article,
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
_SPOT: Final = itemgetter("entity", "paragraph", "start")
_ENTITY: Final = itemgetter("id", "kind", "name", "abbr", "country", "confirmed")


class Entry(NamedTuple):
    """What lists, counts and filters need of one article; worked out once, when it is indexed."""

    id: int
    """The number that its twelve hexadecimal digits are."""
    replaces: int | None
    number: str
    """The document's id within its table."""
    sha256: str
    files: tuple[str, ...]
    """The file it came from, and its other names."""
    imported: int
    """Seconds since 1970."""
    interval: Interval | None
    date: EventDate
    """Without its evidence."""
    facts: tuple[int, ...]
    """Keys of the sets that it belongs to for what it is."""
    named: tuple[Named, ...]
    """Entities without their roles, and the offices that these tell of."""
    headed: frozenset[str]
    """The ids of those that the headline names."""
    headline: str
    """What stands for it in a list."""
    parties: tuple[Entity, ...]
    """Those of the named that are parties, in order of first mention."""
    contacts: tuple[Met, ...]
    title: str
    """The headline, as printed; empty where there is none."""
    text: str
    """All that words are looked for in, as printed."""

    def line(self) -> str:
        """Return what a list shows of it, for `rows.listed`: date, parties, contacts as JSON, the headline.

        Each stands on a line of its own; the headline is the last, and may have several.
        """
        dated = self.date
        days = [day and day.toordinal() for day in (dated.earliest, dated.latest)]
        known = [dated.value, dated.month_day, dated.precision, *days, dated.certainty]
        parties = [(e.id, e.abbr or e.name) for e in self.parties]
        contacts = [(met.parties, met.kind) for met in self.contacts]
        return "\n".join((_told(known), _told(parties), _told(contacts), self.headline))


def entry(document: Document, number: str) -> Entry:
    """Return what the index keeps of the article that a table holds under a number.

    Only what an entry needs is checked: the rest is when the article is opened.

    Raises:
        DocumentError: A field that an entry needs is missing or of the wrong kind.
    """
    try:
        return _entry(document, number)
    except (AttributeError, KeyError, TypeError, ValueError):
        from_document(document)  # says which field is wrong
        raise


def parties(document: Document) -> tuple[Entity, ...]:
    """Return the parties of an article in the order in which the text names them.

    Caption and headline come last: a headline alludes ("Cambodian party") to what the text then names.
    """
    return _in_order(map(_SPOT, document["mentions"]), len(document["body"]), _named(document))


def _entry(document: Document, number: str) -> Entry:
    source, body, also = document["source"], document["body"], document["source"]["also"]
    headline, standfirst, caption = document["headline"], document["standfirst"], document["caption"]
    if document["format"] != FORMAT or type(body) is not list or type(also) is not list:
        raise TypeError
    _must_be_text(document["id"], document["replaces"] or "", source["file"], *also)
    event_date, interval = _dated(*_DATE(document["date"]))
    named, replaces, contacts = _named(document), document["replaces"], document["contacts"]
    in_order = _in_order(map(_SPOT, document["mentions"]), len(body), named)
    roles = [e["role"] for e in document["entities"] if e["role"] and e["kind"] == "person"]
    return Entry(
        id=number_of(document["id"]),
        replaces=None if replaces is None else number_of(replaces),
        number=number,
        sha256=source["sha256"] if type(source["sha256"]) is str else "",
        files=(source["file"], *also),
        imported=_instant(source["imported"]),
        interval=interval,
        date=event_date,
        facts=(*traits.of_date(event_date, interval), *traits.of_content(caption, contacts, body, in_order)),
        named=(*named, *traits.offices(roles)),
        headed=frozenset(
            m["entity"] for m in document["mentions"] if headline and m["paragraph"] == HEADLINE
        ),
        headline=headline or _opening((standfirst, *body, caption, document["text"].strip())),
        parties=in_order,
        contacts=_contacts(((*c["parties"], c["kind"]) for c in contacts), named) if contacts else (),
        title=headline or "",
        text=_all_words(headline, standfirst, body, caption),
    )


def entry_of(article: Article) -> Entry:
    """Return the same, but its number, of an article: sooner than by its document."""
    source, dated, contacts = article.source, article.date, article.contacts
    interval = (dated.earliest, dated.latest) if dated.earliest and dated.latest else None
    named = tuple(
        [_entity(i, kind, name, abbr, at, sure) for i, kind, name, abbr, at, _, sure in article.entities]
    )
    spots = ((m.entity, m.paragraph, m.start) for m in article.mentions)
    in_order = _in_order(spots, len(article.body), named)
    headline, standfirst, body, caption = article.headline, article.standfirst, article.body, article.caption
    return Entry(
        id=number_of(article.id),
        replaces=None if article.replaces is None else number_of(article.replaces),
        number="",
        sha256=source.sha256,
        files=(source.file, *source.also),
        imported=int(source.imported.timestamp()),
        interval=interval,
        date=dated._replace(evidence=(), rejected=()),
        facts=(
            *traits.of_date(dated, interval),
            *traits.of_content(caption, contacts, body, in_order),
        ),
        named=(*named, *traits.offices([e.role for e in article.entities if e.role and e.kind == "person"])),
        headed=frozenset([m.entity for m in article.mentions if headline and m.paragraph == HEADLINE]),
        headline=headline or _opening((standfirst, *body, caption, article.text.strip())),
        parties=in_order,
        contacts=_contacts(((*c.parties, c.kind) for c in contacts), named) if contacts else (),
        title=headline or "",
        text=_all_words(headline, standfirst, body, caption),
    )


def _all_words(headline: str | None, standfirst: str | None, body: Sequence[str], caption: str | None) -> str:
    return "\n".join([*filter(None, (headline, standfirst)), *body, caption or ""])


def _told(values: Sequence[object]) -> str:
    """Return plain values as JSON; nothing where there are none."""
    import orjson

    return orjson.dumps(values).decode() if values else ""


def _must_be_text(*values: object) -> None:
    if {*map(type, values)} != {str}:
        raise TypeError


def _opening(texts: Sequence[str | None]) -> str:
    line = " ".join(next(filter(None, texts), "").split())
    return line if len(line) <= _OPENING else line[:_OPENING].rsplit(" ", 1)[0] + " …"


def _named(document: Document) -> tuple[Entity, ...]:
    return tuple(starmap(_entity, map(_ENTITY, document["entities"])))


def _in_order(
    spots: Iterable[tuple[str, int, int]], end: int, named: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """Return the parties in the order of their mentions; `end` is the number of paragraphs."""
    found = tuple([e for e in named if e.kind == "party"])
    if len(found) < 2:
        return found
    place = {STANDFIRST: -1, CAPTION: end, HEADLINE: end + 1}
    first = dict.fromkeys((e.id for e in found), (end + 2, 0))
    for entity, paragraph, start in spots:
        if entity in first:
            here = place.get(paragraph, paragraph), start
            if here < first[entity]:
                first[entity] = here
    return tuple(sorted(found, key=lambda e: first[e.id]))


def _contacts(met: Iterable[tuple[str, str, str]], named: Sequence[Entity]) -> tuple[Met, ...]:
    short = {e.id: e.abbr or e.name for e in named}
    return tuple(_met(short.get(one, one), short.get(other, other), kind) for one, other, kind in met)


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
def _instant(text: str) -> int:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo != UTC:
        raise ValueError
    return int(instant.timestamp())
