"""What the archive answers: rows, counts, bins and facets, as frozen records.

A named tuple is made in a fifth of the time that a dataclass takes, and every start makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from store.event_date import EventDate

if TYPE_CHECKING:
    from store.archive.drafts import Draft
    from store.article import Kind

Topic: TypeAlias = "Kind | Literal['office']"
"""What texts can be counted by: the entities of a kind, or the offices that people hold."""

State = Literal["added", "unchanged", "replaced"]
"""What became of an article that was given to the archive."""


class Tag(NamedTuple):
    """A party as a list names it."""

    id: str
    abbr: str
    """Its abbreviation, else its name."""


class Met(NamedTuple):
    """A contact as a list names it."""

    parties: tuple[str, str]
    """The abbreviations of both, else their names."""
    kind: str


class Row(NamedTuple):
    """One article as one line of a list."""

    id: str
    headline: str
    """The headline, else the beginning of the first paragraph."""
    date: EventDate
    """Without its evidence: the article has that."""
    parties: tuple[Tag, ...]
    """In the order in which the text first names them."""
    contacts: tuple[Met, ...]
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    """The reader's own words for it."""
    notes: int = 0
    """How many notes the reader wrote on it."""


class Tally(NamedTuple):
    """How many texts a query finds, and how many of them are what."""

    shown: int
    texts: int
    """All texts of the archive."""
    unread: int
    starred: int
    inferred: int
    """Texts whose day was inferred: likely or a guess."""
    undated: int
    earliest: date | None
    """The first day that any of the texts may be about."""
    latest: date | None


class Group(NamedTuple):
    """The texts of one year in a list; year None stands for "No date", unless there is another heading."""

    year: int | None
    count: int  # type: ignore[assignment]  # tuples have a method of that name, which nobody asks of this
    name: str | None = None
    """The heading, where the order of the list is not by date."""


class Bin(NamedTuple):
    """The texts of one stretch of time, by their sort day."""

    start: date
    exact: int
    inferred: int


class Courses(NamedTuple):
    """How the texts found lie in time, and those that name some entities, by year or by run of years."""

    first: int
    last: int
    """The years between which the texts found lie; 0 where none has a date."""
    counts: Mapping[str, tuple[int, ...]]
    """By entity, a number for each stretch, the first year's first."""
    years: tuple[Group, ...]
    """How many texts `date:` finds of each year, newest first; "No date" is the last."""


class Facet(NamedTuple):
    """An entity of the archive, and how many of the texts found name it."""

    id: str
    kind: Topic
    name: str
    abbr: str | None
    country: str | None
    confirmed: bool
    count: int  # type: ignore[assignment]  # tuples have a method of that name, which nobody asks of this
    letter: str | None
    """The letters that pick a party; of confirmed parties only."""


class Arrival(NamedTuple):
    """An article that is given to the archive, and how its source's file was when it was read."""

    draft: Draft
    size: int | None = None
    """Bytes; None where that is not to be remembered."""
    changed: int | None = None
    """When the file was changed, in nanoseconds since 1970."""


class Sighting(NamedTuple):
    """How a source's file was when it was read; None where that is not to be remembered."""

    file: str
    size: int | None
    changed: int | None


class Seen(NamedTuple):
    """What the archive knows of a source's file: the article in lists that it holds, and how the file was."""

    id: str
    sha256: str
    size: int | None = None
    changed: int | None = None


class Outcome(NamedTuple):
    """What became of one article that was given to the archive."""

    state: State
    id: str
    """The id under which the text is kept."""
    replaces: str | None = None
    """The id of the article that it put out of the lists."""
