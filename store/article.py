"""Article and its parts: what one wire text says, as frozen records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from store.event_date import UNDATED
from store.event_date import Certainty as Certainty
from store.event_date import EventDate as EventDate
from store.event_date import Evidence as Evidence
from store.event_date import Precision as Precision
from store.nfc import compose
from store.pieces import single_spaced

Kind = Literal["party", "person", "org", "place", "event"]
"""What sort of thing an entity is."""

KINDS: Final[tuple[Kind, ...]] = ("party", "person", "org", "place", "event")

HEADLINE: Final = -1
"""The paragraph number of the headline in a mention."""

STANDFIRST: Final = -2
"""The paragraph number of the standfirst in a mention."""

CAPTION: Final = -3
"""The paragraph number of the caption in a mention."""

SOURCE: Final = "; source: "
"""Stands in what evidence says before the source of a fact that is not in the text."""


@dataclass(frozen=True, slots=True)
class Received:
    """The day on which a text was received, and who says so."""

    day: date
    by: Literal["import", "sidecar", "mtime"]
    """The person who imported it, a file beside it, or the time at which its file was last changed."""
    quote: str
    """As it stands there."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text came from."""

    file: str
    """The absolute path as it was given, printable: the identity of the source."""
    sha256: str
    """Of the bytes as received, 64 hex digits."""
    imported: datetime
    """When it was taken in; aware, UTC, whole seconds."""
    encoding: str
    """How its bytes were decoded."""
    also: tuple[str, ...] = ()
    """Other names under which the same text was seen."""
    received: Received | None = None
    """When it was received, where that was told beside its words."""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Which program and which gazetteer understood the text."""

    newsdesk: str
    gazetteer: str
    """12 hex digits of the gazetteer's hash."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place and the agency at the head of the body."""

    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the text that cleaning took out."""

    kind: str
    text: str


class Entity(NamedTuple):
    """A party, person, organisation, place or event that the text names."""

    id: str
    """`kind:slug`, stable; an unconfirmed one is `kind:?-slug`."""
    kind: Kind
    name: str
    abbr: str | None = None
    country: str | None = None
    """ISO 3166 alpha-2."""
    role: str | None = None
    """The titles that the text gives, joined by `; `."""
    confirmed: bool = True


class Mention(NamedTuple):
    """Where an entity is named: code points of a cleaned paragraph."""

    entity: str
    paragraph: int
    """0-based index into the body, or HEADLINE, STANDFIRST, CAPTION."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Two parties that met, and the sentence that says so."""

    parties: tuple[str, str]
    kind: str
    paragraph: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Parties that took part without being named."""

    quote: str
    paragraph: int
    at_least: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """What one wire text says."""

    id: str
    """12 hex digits of the identity of the text."""
    text: str
    """Decoded, before any cleaning: the record of truth."""
    read_by: ReadBy
    source: Source
    replaces: str | None = None
    """The id of the article whose place it took, when its file had changed."""
    headline: str | None = None
    standfirst: str | None = None
    caption: str | None = None
    credit: str | None = None
    byline: str | None = None
    dateline: Dateline = Dateline()
    date: EventDate = UNDATED
    body: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    contacts: tuple[Contact, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()

    def paragraph(self, number: int) -> str:
        """Return the text that a paragraph number of a mention means; empty if there is none."""
        special = {HEADLINE: self.headline, STANDFIRST: self.standfirst, CAPTION: self.caption}
        if number in special:
            return special[number] or ""
        return self.body[number] if 0 <= number < len(self.body) else ""


def identity(text: str) -> str:
    """Return the id of a decoded text: 12 hex digits that white space does not change.

    Frozen with format 1: NFC, every run of white space one space, stripped, UTF-8, SHA-256.
    """
    import hashlib  # loads OpenSSL; only what takes texts in needs it

    plain = compose(single_spaced(text))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:12]
