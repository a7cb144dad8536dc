"""Gazetteer: the parties, events, people, places, bodies and agencies that are known by name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from store.article import KINDS, Entity
from store.errors import GazetteerError
from store.fold import fold
from store.remembering import remembered
from store.wire.additions import Additions, Texts
from store.wire.additions import read as read_additions
from store.wire.chronicle import DAYS, EMPTY, Chronicle, read_chronicle
from store.wire.lexicon import FAMILY_NAMES
from store.wire.records import Agency, Event, Org, Party, Person, Place, Towns
from store.wire.shelf import READERS, Title, read_file, read_towns
from store.wire.tokens import Line, first_folded, words_of
from store.wire.trie import Said, Span, Trie

_FILES: Final = tuple(READERS)
TOWNS: Final = "towns"
"""The file of towns, to which a newsroom adds by adding places."""

_GLUE: Final = " -'."
_SLUG: Final = re.compile(r"[^a-z0-9]+")

FAMILY_FIRST: Final = frozenset({"VN", "CN", "KR", "KP", "TW"})
"""Countries whose people print the family name first."""

Record = Party | Event | Person | Place | Org | Agency
"""What the gazetteer knows of one named thing."""


class Gazetteer:
    """The known names, by id and by the words of a text."""

    def __init__(
        self,
        parties: Sequence[Party] = (),
        events: Sequence[Event] = (),
        people: Sequence[Person] = (),
        places: Sequence[Place] = (),
        orgs: Sequence[Org] = (),
        agencies: Sequence[Agency] = (),
        titles: Sequence[Title] = (),
        digest: str = "0" * 12,
        towns: Sequence[Towns] = (),
        chronicle: Chronicle = EMPTY,
    ) -> None:
        self.parties: Mapping[str, Party] = MappingProxyType({r.id: r for r in parties})
        self.events: Mapping[str, Event] = MappingProxyType({r.id: r for r in events})
        self.people: Mapping[str, Person] = MappingProxyType({r.id: r for r in people})
        self.places: Mapping[str, Place] = MappingProxyType({r.id: r for r in places})
        self.orgs: Mapping[str, Org] = MappingProxyType({r.id: r for r in orgs})
        self.agencies: Mapping[str, Agency] = MappingProxyType({r.id: r for r in agencies})
        self.titles: Mapping[str, Title] = MappingProxyType({t.title: t for t in titles})
        self.honorifics: frozenset[str] = frozenset(t.title for t in titles if t.kind == "honorific")
        self.offices: frozenset[str] = frozenset(t.title for t in titles if t.kind == "office")
        self.towns = tuple(towns)
        """Those that stand in no list of ours with an id of their own."""
        self.chronicle = chronicle
        self.hash = digest
        self.own: tuple[tuple[str, str], ...] = ()
        """Name and text of the newsroom's own files that were read."""

    @classmethod
    def read(cls, files: Mapping[str, str]) -> Gazetteer:
        """Return the gazetteer written in JSON lines, by the name of each file without its suffix.

        Raises:
            GazetteerError: A record cannot be used; file and line are named.
        """
        digest = hashlib.sha256()
        for name in sorted(files):
            digest.update(f"{name}\n{files[name]}\n".encode())
        got = {name: read_file(f"{name}.jsonl", files.get(name, ""), READERS[name]) for name in _FILES}
        beside = {"towns": read_towns(files.get(TOWNS, "")), "chronicle": read_chronicle(files)}
        return cls(**got, **beside, digest=digest.hexdigest()[:12])  # type: ignore[arg-type]

    def adding(self, texts: Texts) -> Gazetteer:
        """Return this gazetteer with what the newsroom's own files add, and without what they remove.

        Raises:
            GazetteerError: Something in them cannot be used; file and line are named.
        """
        added = read_additions(texts)
        if not added.digest:
            return self
        digest = hashlib.sha256(f"{self.hash} {added.digest}".encode()).hexdigest()[:12]
        kept = {name: self._with(name, added) for name in _FILES}
        beside = {"towns": self.towns, "chronicle": self.chronicle}
        found = Gazetteer(**kept, **beside, digest=digest)  # type: ignore[arg-type]
        found.own = tuple(sorted(texts.items()))
        return found

    def _with(self, name: str, added: Additions) -> list[object]:
        """Return one kind of records after additions."""
        known: dict[str, object] = {**getattr(self, name)}
        for (file, key), (source, line) in added.removed.items():
            if file == name and known.pop(key, None) is None:
                raise GazetteerError(
                    source, line, f"{key} is nothing that newsdesk knows, so it is not removed"
                )
        return [*{**known, **added.records[name]}.values()]

    def record(self, entity_id: str) -> Record | None:
        """Return what is known of an id, whatever its kind; None if nothing is."""
        shelves: tuple[Mapping[str, Record], ...] = (
            self.parties, self.people, self.orgs, self.places, self.events, self.agencies,
        )  # fmt: skip
        known = next((shelf[entity_id] for shelf in shelves if entity_id in shelf), None)
        town = self.town(entity_id[6:]) if known is None and entity_id.startswith("place:") else None
        return town if town and town.id == entity_id else known

    def town(self, name: str) -> Place | None:
        """Return the town or division of a name; of one that several countries have, without the country."""
        found = self._towns.get(_key(name))
        return _town(*found) if found else None

    def entity(self, entity_id: str) -> Entity | None:
        """Return what is known of an id as an article names it; None if nothing is."""
        record, kind = self.record(entity_id), entity_id.partition(":")[0]
        named = next((k for k in KINDS if k == kind), None)
        if record is None or named is None:
            return None
        abbr = record.abbr if isinstance(record, Party) else None
        return Entity(entity_id, named, record.name, abbr, record.country or None)

    def names_of(self, entity_id: str) -> tuple[str, ...]:
        """Return every name of an id, the usual one first; empty if the id is unknown."""
        record = self.record(entity_id)
        return _names_of(record) if record else ()

    def find(self, text: str, number: int = 0) -> tuple[Line, list[Span]]:
        """Take a line apart; return the known names in it, too: in order, the longest at each place."""
        return self._trie.find(text, number)

    def agency(self, name: str | None) -> Agency | None:
        """Return the agency of a name, short name or alias."""
        return self._agencies.get(name.casefold()) if name else None

    @cached_property
    def demonyms(self) -> Mapping[str, Place]:
        """Countries by the folded tokens, joined by spaces, of each of their demonyms."""
        pairs = ((d, p) for p in self.places.values() if p.kind != "province" for d in p.demonyms)
        return {" ".join(words_of(d)[1]): p for d, p in pairs}

    @cached_property
    def countries(self) -> Mapping[str, Place]:
        """Countries by ISO code."""
        return {p.country: p for p in self.places.values() if p.kind == "country" and p.country}

    @cached_property
    def parties_of(self) -> Mapping[str, tuple[Party, ...]]:
        """Parties by the ISO code of their country."""
        found: dict[str, list[Party]] = {}
        for party in self.parties.values():
            found.setdefault(party.country, []).append(party)
        return {country: tuple(parties) for country, parties in found.items()}

    @cached_property
    def surnames(self) -> Mapping[str, frozenset[str]]:
        """The folded family names, by the countries that put them first."""
        found = {country: set(names) for country, names in FAMILY_NAMES.items()}
        for person in self.people.values():
            if person.country in FAMILY_FIRST and (first := first_folded(person.name)):
                found.setdefault(person.country, set()).add(first)
        return {country: frozenset(names) for country, names in found.items()}

    @cached_property
    def mononyms(self) -> Mapping[str, str]:
        """Ids of the people who are called by one word, by that word folded."""
        people = self.people.values()
        return {fold(n): p.id for p in people for n in (p.name, *p.aka) if n.isalpha()}

    @cached_property
    def congresses(self) -> Mapping[tuple[str, int], Event]:
        """Congresses by the id of their party and their number."""
        held = [e for e in self.events.values() if e.kind == "congress"]
        return {(e.party, e.number): e for e in held if e.party and e.number}

    @cached_property
    def elections(self) -> Mapping[tuple[str, int], tuple[Event, ...]]:
        """The dated elections by country and year."""
        found: dict[tuple[str, int], tuple[Event, ...]] = {}
        for event in self.events.values():
            if event.kind == "election" and event.country and event.held:
                key = event.country, event.held[0].year
                found[key] = (*found.get(key, ()), event)
        return found

    def lettered(self, letters: str) -> frozenset[str]:
        """Return the ids of the parties of which these letters are one name."""
        return frozenset(self._lettered.get(letters, ()))

    @cached_property
    def _lettered(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for party in self.parties.values():
            for name in _names_of(party):
                found.setdefault(name, set()).add(party.id)
        return found

    @cached_property
    def _agencies(self) -> Mapping[str, Agency]:
        return {n.casefold(): a for a in self.agencies.values() for n in _names_of(a)}

    @cached_property
    def _towns(self) -> Mapping[str, tuple[str, str | None]]:
        """Name and country by the letters of the name alone: `Rae Bareli` is printed Raebareli, too."""
        found: dict[str, tuple[str, str | None]] = {}
        for towns in self.towns:
            letters = _letters(towns.names.lower()).split(";")
            for key, name in zip(letters, towns.names.split(";"), strict=True):
                found[key] = (name, None if key in found else towns.country)
        return found

    @cached_property
    def _trie(self) -> Trie:
        return Trie(self._names())

    def _names(self) -> Iterator[Said]:
        """Yield what the trie looks for.

        Congresses are left out, for `13th National Congress` is the name of many: they are read by number and
        party. So are persons' single words, which are too often another person's.
        """
        for party in self.parties.values():
            yield from (("party", party.id, name) for name in _names_of(party))
        for place in self.places.values():
            yield from (("place", place.id, name) for name in (place.name, *place.aka))
            own = place.demonyms if place.kind != "province" else ()
            yield from (("demonym", place.id, demonym) for demonym in own)
        for org in self.orgs.values():
            yield from (("org", org.id, name) for name in (org.name, *org.aka))
        for event in self.events.values():
            if event.kind != "congress":
                yield from (("event", event.id, name) for name in (event.name, *event.aka))
        for person in self.people.values():
            known_as = (person.name, *person.aka)
            yield from (("person", person.id, name) for name in known_as if " " in name)


def _names_of(record: Record) -> tuple[str, ...]:
    """Return every name of a record, the usual one first."""
    short = record.abbr if isinstance(record, Party) else record.short if isinstance(record, Agency) else None
    return tuple(dict.fromkeys([n for n in (record.name, short, *record.aka) if n]))


@lru_cache(maxsize=1024)
def _town(name: str, country: str | None) -> Place:
    """Return a town as a place; the same are named in text after text."""
    return Place(f"place:{_SLUG.sub('-', name.lower())}", name, "city", country)


def _letters(name: str) -> str:
    """Return a name without what joins its words."""
    for glue in _GLUE:
        name = name.replace(glue, "")
    return name


@remembered(64, 4096)
def _key(name: str) -> str:
    """Return what a town is looked up by; the same names are asked for in text after text."""
    return _letters(fold(name))


@lru_cache(maxsize=4)
def load(own: tuple[tuple[str, str], ...] = ()) -> Gazetteer:
    """Return the gazetteer that newsdesk carries, with the newsroom's own files read last; each is read once.

    Args:
        own: Name and text of those files.

    Raises:
        GazetteerError: Something in them cannot be used; file and line are named.
    """
    return _carried().adding(dict(own))


@cache
def _carried() -> Gazetteer:
    folder = resources.files("store.wire").joinpath("data")
    files = ((name, folder.joinpath(f"{name}.jsonl")) for name in (*_FILES, TOWNS, *DAYS))
    return Gazetteer.read({name: file.read_text("utf-8") for name, file in files if file.is_file()})
