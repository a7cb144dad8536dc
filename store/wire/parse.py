"""Parse: the whole way from a decoded text to what it says."""

from __future__ import annotations

from functools import lru_cache

from store.article import Article, ReadBy, Source, identity
from store.fold import fold
from store.version import VERSION
from store.wire.clean import clean
from store.wire.contacts import find_contacts
from store.wire.datelines import Wires
from store.wire.dates import date_event
from store.wire.gazetteer import Gazetteer
from store.wire.layout import lay_out
from store.wire.length import part_kept, part_read
from store.wire.names import name_all


@lru_cache(maxsize=4)
def _wires(gazetteer: Gazetteer) -> Wires:
    """Return the agencies by the names they sign with, worked out once."""
    cities = [place for place in gazetteer.places.values() if place.kind in ("city", "capital")]
    names = frozenset([fold(name) for place in cities for name in (place.name, *place.aka)])
    return Wires(tuple(gazetteer.agencies.values()), names)


def parse(text: str, source: Source, gazetteer: Gazetteer) -> Article:
    """Return what a decoded text says, by what the gazetteer knows."""
    plain = clean(text)
    layout = lay_out(part_read(plain), _wires(gazetteer))
    named = name_all(layout, gazetteer)
    contacts, unnamed = find_contacts(layout, named, gazetteer)
    return Article(
        id=identity(text),
        text=text,
        read_by=ReadBy(VERSION, gazetteer.hash),
        source=source,
        headline=layout.headline,
        standfirst=layout.standfirst,
        caption=layout.caption,
        credit=layout.credit,
        byline=layout.byline,
        dateline=layout.dateline,
        date=date_event(layout, named, gazetteer, source),
        body=(*layout.body, *part_kept(plain)),
        removed=layout.removed,
        entities=named.entities,
        mentions=named.mentions,
        contacts=contacts,
        unnamed=unnamed,
    )
