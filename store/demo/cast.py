"""The cast of generated articles: countries, parties, and who held which office when; all of it invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from store.article import Kind
from store.demo.chance import Chance, any_of, chance, often
from store.demo.coining import coined
from store.demo.sheets import blocks
from store.wire.sheet import slug

Record = dict[str, Any]
"""An entity as it stands in a document."""

FIRST_YEAR: Final = 2011
YEARS: Final = 15

_MONTHS: Final = YEARS * 12
_SEED: Final = 20_110_101
_TOWNS: Final = 9
_VILLAGES: Final = 160
_BODIES: Final = 40
_WALKERS: Final = 15_000
_NAMES: Final = 20_000
_GIVEN: Final = 320
_FAMILIES: Final = 1_500

_OFFICES: Final = (
    "Vice President", "Deputy General Secretary", "International Secretary", "Treasurer",
    "Organising Secretary", "Press Secretary", "Youth Secretary", "Whip", "Policy Director",
    "Campaign Director", "Senior Adviser",
)  # fmt: skip
_MATTERS: Final = (
    "Fisheries", "Harbours", "Schools", "Health", "Energy", "Housing", "Railways", "Forests", "Trade",
    "Culture",
)  # fmt: skip
_BODIES_OF: Final = (
    "Institute", "Board", "Office", "Academy", "Federation", "Foundation", "Council", "Bureau",
)  # fmt: skip
_BODY_MATTERS: Final = (
    "Fisheries", "Forestry", "Trade", "Transport", "Health", "Energy", "Water", "Tourism", "Culture",
    "Sports", "Technology", "Industry", "Planning", "Communications", "Agriculture",
    "Environment", "Aviation",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who holds an office of a party."""

    record: Record
    last: str
    """By which texts call them once they were named in full."""
    title: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party with everyone who has held an office in it."""

    record: Record
    home: int
    """The number of its country."""
    held: tuple[tuple[Person, ...], ...]
    """By office, that of the leader first: who holds it in each month of the years."""
    first_congress: int
    """The number of the congress that it holds in the first year."""

    def congress(self, year: int) -> Record:
        """Return the congress that a text of a year speaks of; there is one every four years."""
        number = self.first_congress + (year - FIRST_YEAR + self.home % 4) // 4
        letters = self.record["abbr"]
        told = f"{number}{_suffix(number)} National Congress"
        key = f"event:{self.record['id'].partition(':')[2]}-{number}{_suffix(number)}-national-congress"
        return record(key, "event", f"{told} of the {letters}", country=self.record["country"])


@dataclass(frozen=True, slots=True)
class Country:
    """An invented country: its agency, its towns with the capital first, its villages and bodies."""

    agency: str
    towns: tuple[Record, ...]
    villages: tuple[Record, ...]
    bodies: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone and everything that generated articles name."""

    countries: tuple[Country, ...]
    parties: tuple[Party, ...]
    walkers: tuple[tuple[Record, str], ...] = field(repr=False)
    """People without an office, each with the last name."""
    names: tuple[str, ...] = field(repr=False)
    """Of newspapers, and of companies and ships, which are no entities."""

    def paper(self, rnd: Chance) -> Record:
        """Return a newspaper, as a text without more about it tells."""
        name = often(self.names, rnd)
        return record(f"org:?-{slug(name)}", "org", name, confirmed=False)


def record(
    key: str,
    kind: Kind,
    name: str,
    abbr: str | None = None,
    country: str | None = None,
    confirmed: bool = True,
) -> Record:
    """Return an entity as it stands in a document, without a role."""
    return {
        "id": key, "kind": kind, "name": name, "abbr": abbr, "country": country, "role": None,
        "confirmed": confirmed,
    }  # fmt: skip


@cache
def cast() -> Cast:
    """Return the cast, made once."""
    rnd = chance(_SEED)
    towns = coined(8 * (_TOWNS + _VILLAGES), "town", rnd)
    given, families = coined(_GIVEN, "given", rnd), coined(2 * _FAMILIES, "family", rnd)
    names = tuple(coined(_NAMES, "firm", rnd))
    countries: list[Country] = []
    parties: list[Party] = []
    bodies: dict[str, None] = {}
    people = _People(given, families[:_FAMILIES], rnd)
    for home, block in enumerate(blocks("parties")):
        code = _columns(block[0])[0]
        own = towns[home * (_TOWNS + _VILLAGES) : (home + 1) * (_TOWNS + _VILLAGES)]
        countries.append(_country(block[0], own, bodies, home, rnd))
        parties += [_party(line, code, home, own[:_TOWNS], people, rnd) for line in block[1:]]
    others = _People(given, families[_FAMILIES:], rnd)
    strangers = tuple(_stranger(*others.one_more()) for _ in range(_WALKERS))
    return Cast(tuple(countries), tuple(parties), strangers, names)


def _columns(line: str) -> list[str]:
    return [column.strip() for column in line.split("|")]


def _country(line: str, names: list[str], bodies: dict[str, None], home: int, rnd: Chance) -> Country:
    """Return a country; no body of it has the name of another country's."""
    code, _, _, agency = _columns(line)
    places = [
        record(f"place:{slug(name)}", "place", name, None, code, number < _TOWNS)
        for number, name in enumerate(names)
    ]
    while len(bodies) < (home + 1) * _BODIES:
        first, second = any_of(_BODY_MATTERS, rnd), any_of(_BODY_MATTERS, rnd)
        if first != second:
            bodies[f"{any_of(_BODIES_OF, rnd)} for {first} and {second}"] = None
    own = list(bodies)[home * _BODIES :]
    orgs = tuple(record(f"org:{slug(name)}", "org", name, None, code) for name in own)
    return Country(agency, tuple(places[:_TOWNS]), tuple(places[_TOWNS:]), orgs)


class _People:
    """People of whom none has the name of another."""

    def __init__(self, given: list[str], families: list[str], rnd: Chance) -> None:
        self._given, self._families, self._rnd = given, families, rnd
        self._slugs = {name: slug(name) for name in (*given, *families)}
        self._met: set[str] = set()

    def one_more(self) -> tuple[str, str, str]:
        """Return a new person: the full name, the last name and the words of the id."""
        while True:
            parts = [any_of(self._given, self._rnd)]
            if self._rnd() < 0.2:
                parts.append(any_of(self._given, self._rnd))
            last = any_of(self._families, self._rnd)
            key = "-".join(self._slugs[part] for part in (*parts, last))
            if key not in self._met:
                self._met.add(key)
                return " ".join((*parts, last)), last, key


def _stranger(name: str, last: str, key: str) -> tuple[Record, str]:
    return record(f"person:?-{key}", "person", name, confirmed=False), last


def _party(line: str, code: str, home: int, towns: list[str], people: _People, rnd: Chance) -> Party:
    letters, name, leader = _columns(line)
    key = f"party:{code.lower()}-{letters.lower()}"
    titles = (
        leader,
        *_OFFICES,
        *(f"{matter} Spokesperson" for matter in _MATTERS),
        *(f"{town} Secretary" for town in towns),
    )
    held = tuple(_terms(title, letters, code, people, rnd) for title in titles)
    first = 3 + int(rnd() * 18)
    return Party(record(key, "party", name, letters, code), home, held, first)


def _terms(title: str, letters: str, code: str, people: _People, rnd: Chance) -> tuple[Person, ...]:
    """Return who holds an office in each month: terms of two to six years, one after the other."""
    months: list[Person] = []
    while len(months) < _MONTHS:
        name, last, key = people.one_more()
        person = record(f"person:{key}", "person", name, None, code)
        person["role"] = f"{letters} {title}"
        months += [Person(person, last, title)] * (24 + int(rnd() * 48))
    return (
        tuple(months[int(rnd() * 12) :][:_MONTHS]) if len(months) > _MONTHS + 12 else tuple(months[:_MONTHS])
    )


def _suffix(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
