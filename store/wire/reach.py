"""Reach: which texts may read otherwise since the gazetteer changed.

A name matters to the texts that have its words. What else a record says matters to the texts that name it,
and to those that lean on it: a party's country to the bodies of that party, a congress to the texts that
count one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final, NamedTuple

from store.document import Document
from store.fold import fold, words
from store.wire.elections import ELECTIONS
from store.wire.gazetteer import FAMILY_FIRST, Gazetteer, Record
from store.wire.lexicon import ordinal
from store.wire.records import Agency, Event, Party, Person, Place
from store.wire.shelf import Title
from store.wire.tokens import tokenise

_SHELVES: Final = ("parties", "people", "orgs", "places", "events", "agencies", "titles")

_FEW: Final = 100
"""So many words are looked for one by one."""

_PARTS: Final = re.compile(r"[\W_]+")
_SPLIT_ORDINAL: Final = re.compile(r"(?<!\w)(\d+) (?=(?:st|nd|rd|th)(?!\w))")
_PLAIN: Final = {code: " " for code in range(128) if not chr(code).isalnum()}

_VOTES: Final = (*ELECTIONS - {"off"}, "poll", "vote", "ballot", "term", "mandate", "run off", "runoff")
_MEETINGS: Final = ("congress", "convention")
"""What stands in a text that tells of the day of an election or a congress."""


def plain(text: str) -> str:
    """Return the folded words of a text; every name that is found in it stands between spaces in this.

    Marks and accents part or join no words that a name may begin or end with, Viet Nam is two, `19 th` one.
    """
    if text.isascii():
        parted = text.lower().translate(_PLAIN)
    else:
        parted = _PARTS.sub(" ", fold(_PARTS.sub(" ", text)))
    return _SPLIT_ORDINAL.sub(r"\1", " ".join(parted.split()).replace("vietnam", "viet nam"))


class _Sign(NamedTuple):
    """What a text must have for a change to matter to it."""

    cause: str
    phrase: str
    every: frozenset[str] = frozenset()
    """Words that it must have besides."""
    one: frozenset[str] = frozenset()
    """Words and ids of which it must have one, if there are any."""


class Reach:
    """What changed between two states of the gazetteer, and the texts to which that may matter."""

    def __init__(self, before: Gazetteer, now: Gazetteer) -> None:
        """Compare two states record by record."""
        self._states = before, now
        self.everything: str | None = None
        """The id of what changed so that any text may read otherwise."""
        self._signs: dict[str, list[_Sign]] = {}
        self._ids: dict[str, str] = {}
        self._owners: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._numbers: dict[int, str] = {}
        self._is_of_layout = False
        for shelf in _SHELVES:
            self._compare(getattr(before, shelf), getattr(now, shelf))

    def cause(self, document: Document) -> str | None:
        """Return the id of a changed record that may matter to an article; None where none does."""
        if self.everything or not (self._signs or self._ids or self._owners or self._numbers):
            return self.everything
        named = {entity["id"] for entity in document["entities"]}
        if known := next((self._ids[key] for key in named if key in self._ids), None):
            return known
        printed = self._text(document)
        if not self._may_be_touched(printed):
            return None
        text = f" {plain(printed)} "
        there = set(text.split())
        for first in self._signs.keys() & there:
            for sign in self._signs[first]:
                if sign.phrase in text and sign.every <= there and _has(sign.one, there, named):
                    return sign.cause
        return self._dated(document, named, text)

    def _may_be_touched(self, printed: str) -> bool:
        """Tell whether it is worth while to take a text apart: most have no word of any name that changed."""
        if self._numbers or self._owners or len(self._telling) > _FEW:
            return True
        folded = fold(printed)
        return any([word in folded for word in self._telling])

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The longest of the words that a text must have for each sign."""
        every = (sign for signs in self._signs.values() for sign in signs)
        return frozenset(max((*s.phrase.split(), *s.every), key=len) for s in every)

    def told(self, cause: str) -> str:
        """Say what became of a record."""
        before, now = (cause in state.titles or state.record(cause) is not None for state in self._states)
        return f"{cause} {'changed' if before and now else 'was added' if now else 'was removed'}"

    def _text(self, document: Document) -> str:
        """Return all in which names are looked for; where the layout leans on them, the whole text, too."""
        place, fields = document["dateline"]["place"], ("headline", "standfirst", "caption")
        found = [*document["body"], place, *(document[field] for field in fields)]
        if self._is_of_layout:
            from store.wire.clean import clean

            found += [clean(document["text"]), document["credit"]]
        return "\n".join(filter(None, found))

    def _dated(self, document: Document, named: set[str], text: str) -> str | None:
        """Return the changed event whose days may date an article."""
        for number in {ordinal(word) for word in text.split()} if self._numbers else ():
            if number in self._numbers:
                return self._numbers[number]
        countries = {entity["country"] for entity in document["entities"]} if self._owners else set()
        for owner in self._owners.keys() & (named | countries):
            for cause, telling in self._owners[owner]:
                if any([word in text for word in telling]):
                    return cause
        return None

    def _compare(self, before: Mapping[str, Record | Title], now: Mapping[str, Record | Title]) -> None:
        """Note every record of a shelf that is new, gone, another, or in another place among the others."""
        moved = _moved([key for key in before if key in now], [key for key in now if key in before])
        for key in dict.fromkeys((*before, *now)):
            old, new = before.get(key), now.get(key)
            if old != new or key in moved:
                self._change(key, old, new)

    def _change(self, key: str, old: Record | Title | None, new: Record | Title | None) -> None:
        """Note what a change of one record may matter to."""
        olds, news = ({*self._names(state, key)} for state in self._states)
        if isinstance(old or new, Place):
            self._is_of_layout = True  # it may open a line, or stand beside what does
        if old and new and olds != news and _is_respelt(old, new):
            self._look_for(key, olds ^ news)
            if isinstance(new, Place) and new.kind == "country":
                self._called_home(new, olds ^ news)
            return
        self._ids[key] = key
        self._look_for(key, olds | news)
        for record in (old, new):
            self._lean(record)

    def _names(self, state: Gazetteer, key: str) -> tuple[str, ...]:
        """Return the names by which a state of the gazetteer finds a record."""
        if key in state.titles:
            return (key,)
        record, names = state.record(key), state.names_of(key)
        if isinstance(record, Event) and record.kind == "congress":
            return ()
        return (*names, *record.demonyms) if isinstance(record, Place) else names

    def _look_for(self, cause: str, names: Iterable[str], one: Iterable[str] = ()) -> None:
        for name in names:
            phrase = plain(name)
            if phrase:
                self._sign(_Sign(cause, f" {phrase} ", one=frozenset(one)))
            else:
                self.everything = cause

    def _sign(self, sign: _Sign) -> None:
        self._signs.setdefault(sign.phrase.split()[0], []).append(sign)

    def _lean(self, record: Record | Title | None) -> None:
        """Note what leans on more of a record than its names."""
        if isinstance(record, Party):
            self._lean_on_party(record)
        elif isinstance(record, Event):
            self._lean_on_event(record)
        elif isinstance(record, Person):
            self._surname(record)
        elif isinstance(record, Agency):
            self._is_of_layout = True
            self._ruling(record.id, record.house_party)
        elif isinstance(record, Place) and record.kind == "country":
            self.everything = record.id

    def _lean_on_party(self, party: Party) -> None:
        """Note the bodies, people and agencies of a party, and what it is called in its country."""
        for state in self._states:
            orgs = [org.id for org in state.orgs.values() if org.party == party.id]
            agencies = [a.id for a in state.agencies.values() if a.house_party == party.id]
            for key in (*orgs, *agencies):
                self._look_for(party.id, state.names_of(key))
            self._is_of_layout = self._is_of_layout or bool(agencies)
            self._ids |= {p.id: party.id for p in state.people.values() if p.party == party.id}
            if agencies:
                self._ruling(party.id, party.id)
            home = {word for name in _called(state, party.country) for word in plain(name).split()}
            own = {part for word in words(party.name) for part in plain(word).split()}
            if "party" in own:
                self._sign(_Sign(party.id, " party ", frozenset(own - home - {"of", "the", "s"})))

    def _ruling(self, cause: str, house_party: str | None) -> None:
        """Note `the Lao party`, which is the one that an agency of that country calls the Party."""
        for state in self._states:
            party = state.parties.get(house_party or "")
            for place in state.places.values() if party else ():
                if party and place.country == party.country:
                    self._look_for(cause, (f"{demonym} party" for demonym in place.demonyms))

    def _lean_on_event(self, event: Event) -> None:
        """Note the texts that count a congress or speak of a vote, of those that the event may date."""
        if event.kind == "congress" and event.number:
            self._numbers |= {event.number: event.id, event.number - 1: event.id}
        if event.kind == "election" and event.held:
            for head in ELECTIONS:
                self._sign(_Sign(event.id, f" {plain(head)} ", frozenset({str(event.held[0].year)})))
        if event.kind != "milestone" and (owner := event.party or event.country):
            telling = _VOTES if event.kind == "election" else _MEETINGS
            self._owners.setdefault(owner, []).append((event.id, telling))

    def _surname(self, person: Person) -> None:
        """Note a family name that is known in a country by this person alone."""
        for first in tokenise(person.name).folds[:1]:
            known = [first in state.surnames.get(person.country or "", ()) for state in self._states]
            if person.country in FAMILY_FIRST and known[0] != known[1]:
                self._look_for(person.id, [first])

    def _called_home(self, country: Place, names: Iterable[str]) -> None:
        """Note the offices of a country's people and its elections, which may have its names in them."""
        people = {p.id for s in self._states for p in s.people.values() if p.country == country.country}
        for word in {word for name in names for word in plain(name).split()} if people else ():
            self._look_for(country.id, [word], one=people)
        self._owners.setdefault(country.country or "", []).append((country.id, _VOTES))


def _has(wanted: frozenset[str], there: set[str], named: set[str]) -> bool:
    return not wanted or not (wanted.isdisjoint(there) and wanted.isdisjoint(named))


def _called(state: Gazetteer, country: str) -> Iterator[str]:
    """Yield what a country is called and what its people are."""
    for place in state.places.values():
        if place.country == country:
            yield from place.demonyms
            if place.kind == "country":
                yield place.name


def _is_respelt(old: Record | Title, new: Record | Title) -> bool:
    """Tell whether two records differ only in their other names."""
    if isinstance(old, Title | Agency) or isinstance(new, Title | Agency):
        return False
    return type(old) is type(new) and replace(old, aka=()) == replace(new, aka=())


def _moved(before: list[str], now: list[str]) -> frozenset[str]:
    """Return what may stand in another order than it did."""
    if before == now:
        return frozenset()
    same = [a == b for a, b in zip(before, now, strict=True)]
    return frozenset(before[same.index(False) : len(same) - same[::-1].index(False)])
