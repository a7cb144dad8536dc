"""Scenes: who meets whom, where and over what, in one generated article."""

from __future__ import annotations

from datetime import date
from typing import Final

from store.demo.cast import FIRST_YEAR, Cast, Party, Person, Record
from store.demo.chance import Chance, any_of, often
from store.demo.prose import NAMED, PLAIN, SLOT, capital, matter, trades

_NOBODY: Final = ""
_ABROAD: Final = 0.25
"""How often talks are held in the country of the guest."""

_A, _B, _D = SLOT["A.name"], SLOT["B.name"], SLOT["D.name"]
_P, _Q, _R, _S = (SLOT[name] for name in "PQRS")
_ROLE: Final = {SLOT[name]: SLOT[f"{name}.role"] for name in "PQRS"}
_C, _E, _L, _V, _O, _W = (SLOT[name] for name in "CELVOW")
_TOPIC, _CAPITAL, _TRADE = SLOT["topic"], SLOT["Topic"], SLOT["W.trade"]


class Scene:
    """The values that the sentences of one article are filled in with."""

    __slots__ = ("_cast", "_rnd", "a", "b", "country", "month", "records", "third", "values")

    def __init__(self, cast: Cast, day: date, rnd: Chance) -> None:
        """Choose everyone and everything for an article of a day."""
        self._cast, self._rnd = cast, rnd
        self.month = (day.year - FIRST_YEAR) * 12 + day.month - 1
        self.values = [_NOBODY] * (NAMED + len(PLAIN))
        self.records: list[Record] = [{}] * NAMED
        self.a, self.b, self.third = self._parties()
        self.country = cast.countries[self.b.home if rnd() < _ABROAD else self.a.home]
        for place, party in ((_A, self.a), (_B, self.b), (_D, self.third)):
            self._set_party(place, party)
        self._set_person(_P, self._leading(self.a))
        self._set_person(_Q, self._leading(self.b))
        self._set_person(_R, often(self.a.held, rnd)[self.month])
        self._set_person(_S, often(self.third.held, rnd)[self.month])
        self._name(_C, often(self.country.towns, rnd))
        congress = self.a.congress(day.year)
        self._name(_E, congress, str(congress["name"]).partition(" of ")[0])
        self.values[_TOPIC] = topic = matter(rnd)
        self.values[_CAPITAL] = capital(topic)
        self.move_on()

    @property
    def town(self) -> Record:
        """The place of the dateline."""
        return self.records[_C]

    def say(self, name: str, words: str) -> None:
        """Settle a value that is no name: `when`, `goal` and the like."""
        self.values[SLOT[name]] = words

    def move_on(self) -> None:
        """Turn to another town, village, body and stranger, as a long text does."""
        rnd, country = self._rnd, self.country
        self._name(_L, any_of(country.towns, rnd))
        self._name(_V, often(country.villages, rnd))
        self._name(_O, often(country.bodies, rnd))
        stranger, last = often(self._cast.walkers, rnd)
        self._name(_W, stranger)
        self._name(_W + 1, stranger, last)
        self.values[_TRADE] = any_of(trades(), rnd)

    def _parties(self) -> tuple[Party, Party, Party]:
        """Return who acts, whom they meet, which is one of their neighbours most often, and a third."""
        parties, rnd = self._cast.parties, self._rnd
        count = len(parties)
        here = int((count + 1) ** rnd()) - 1
        other = (here + int(count ** rnd())) % count
        third = (here + 1 + int(rnd() * (count - 1))) % count
        if third == other:
            third = (other + 1) % count if (other + 1) % count != here else (other + 2) % count
        return parties[here], parties[other], parties[third]

    def _leading(self, party: Party) -> Person:
        """Return who speaks for a party in this month, the leader most often."""
        return often(party.held[:12], self._rnd)[self.month]

    def _set_party(self, place: int, party: Party) -> None:
        self._name(place, party.record)
        self._name(place + 1, party.record, str(party.record["abbr"]))

    def _set_person(self, place: int, person: Person) -> None:
        self._name(place, person.record)
        self._name(place + 1, person.record, person.last)
        self.values[_ROLE[place]] = person.title

    def _name(self, place: int, record: Record, words: str | None = None) -> None:
        self.records[place] = record
        self.values[place] = words or record["name"]
