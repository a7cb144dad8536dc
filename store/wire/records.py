"""What a gazetteer record says of a party, person, place, organisation, event or agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from store.days import Interval

RECALLED = "recalled"
"""The source of a fact that was read nowhere: it gives at most "likely"."""


@dataclass(frozen=True, slots=True)
class Party:
    """A political party."""

    id: str
    name: str
    abbr: str | None
    country: str
    aka: tuple[str, ...] = ()
    founded: Interval | None = None
    dissolved: Interval | None = None
    source: str = RECALLED


@dataclass(frozen=True, slots=True)
class Event:
    """A dated congress, election or milestone."""

    id: str
    kind: Literal["congress", "election", "milestone"]
    name: str
    aka: tuple[str, ...] = ()
    party: str | None = None
    """Id of the party whose congress it was."""
    country: str | None = None
    number: int | None = None
    held: Interval | None = None
    """From its first to its last day; a milestone without an end lasts one day."""
    source: str = RECALLED
    rivals: tuple[str, ...] = ()
    """The ids that those have, or would have, who lost an election to its winner."""
    declared: date | None = None
    """The day on which its outcome was told, where that is days behind the vote: in India."""
    won: str | None = None
    """Id of the party that won most seats in an election, which may not govern by it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One office held by one person."""

    office: str
    since: Interval | None
    """The days on which it may have begun."""
    until: Interval | None
    source: str = RECALLED
    again: tuple[date, ...] = ()
    """The days on which its bearer took it anew, as after an election."""
    chosen: Interval | None = None
    """The day on which its holder was chosen for it, where the office was taken on a later one."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person who appears in such news."""

    id: str
    name: str
    country: str | None = None
    party: str | None = None
    aka: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Death:
    """The day on which a person died, who need not be known for anything else."""

    person: str
    """An id."""
    day: date
    source: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One gathering of a series: the 17th summit, the 3rd plenum."""

    number: int | None
    held: Interval
    places: tuple[str, ...]
    """Where it was held, in the words by which it may be called."""


@dataclass(frozen=True, slots=True)
class Series:
    """Gatherings of one name, such as the summits of an alliance or the plenums of a committee."""

    id: str
    names: tuple[str, ...]
    """With `#` where the number stands inside a word."""
    party: str | None
    """Id of the party whose central committee it is."""
    country: str | None
    """The country whose parliament it is, or the two between whose parties it is held."""
    number: int | None
    """The number of the committee or parliament that meets: the 20th."""
    held: tuple[Edition, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something of which everybody knows the day: an arrest, a coup, a visit."""

    id: str
    name: str
    """What it is called in a sentence: `the arrest of Rodrigo Duterte`."""
    who: frozenset[str]
    """Ids of persons and parties whom one sentence names, and countries of which the text tells."""
    words: tuple[frozenset[str], ...]
    """Folded words, one of each set of which stands in that sentence."""
    held: Interval
    is_visit: bool
    """Whether it is spoken of before and after without saying when."""
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A country, city, province, region or sea."""

    id: str
    name: str
    kind: Literal["country", "capital", "city", "province", "region", "sea"]
    country: str | None = None
    aka: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    """Adjectives and nouns of its people; those of a province tell only who votes there."""


@dataclass(frozen=True, slots=True)
class Towns:
    """The smaller towns and the divisions of a country, which are places only where the text says so."""

    country: str
    names: str
    """Joined by semicolons."""


@dataclass(frozen=True, slots=True)
class Org:
    """A commission, department, ministry, parliament, alliance or other body."""

    id: str
    name: str
    country: str | None = None
    party: str | None = None
    aka: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency or medium that signs texts."""

    id: str
    name: str
    short: str
    """As it stands in a dateline: `VNA`."""
    country: str | None = None
    house_party: str | None = None
    """The party that "the Party" means in its texts."""
    aka: tuple[str, ...] = ()
