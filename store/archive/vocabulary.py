"""What names mean in one archive: the entities that its articles name, by every name they go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Final

from store.article import Entity
from store.fold import fold, words

_BY_WORDS: Final = frozenset({"person", "place", "org", "event"})
"""Fields where some words of a name will do; of a party's name they would mean too many parties."""

_NEAR: Final = 0.6
"""How alike a value must be to be suggested: one of two letters changed places in `cvp`."""


class Names:
    """The vocabulary of one archive at one moment."""

    def __init__(
        self,
        entities: Callable[[], Mapping[str, Entity]],
        letters: Mapping[str, str],
        counts: Callable[[], Mapping[str, int]],
    ) -> None:
        """Take what gives the entities by id, the letters by party, and what counts their texts."""
        self._read_entities = entities
        self._letters = {letter: party for party, letter in letters.items()}
        self._counts = counts

    def resolve(self, field: str, value: str) -> frozenset[str]:
        """Return the ids of what a value names in a field; none if it names nothing."""
        wanted = _plain(value)
        if not wanted:
            return frozenset()
        found = _of(self._own, field).get(wanted)
        if found is None and field == "party" and wanted in self._letters:
            return frozenset({self._letters[wanted]})
        if found is None:
            found = _of(self._also, field).get(wanted)
        if found is None and field in _BY_WORDS:
            return self._by_words(field, wanted)
        return frozenset(found or ())

    def suggest(self, field: str, value: str) -> str | None:
        """Return the known value most like one that is unknown; of several the one in most texts."""
        from difflib import SequenceMatcher, get_close_matches  # only a mistake needs it

        known: dict[str, set[str]] = dict(_of(self._own, field))
        if field in _BY_WORDS:
            for name, ids in _of(self._own, field).items():
                for word in words(name):
                    known[word] = known.get(word, set()) | ids
        wanted, counts = _plain(value), self._counts()

        def likeness(name: str) -> tuple[float, int, str]:
            texts = sum(counts.get(i, 0) for i in known[name])
            return -SequenceMatcher(None, name, wanted).ratio(), -texts, name

        return min(get_close_matches(wanted, known, n=9, cutoff=_NEAR), key=likeness, default=None)

    def term(self, entity_id: str) -> str:
        """Return a short value that names just this entity."""
        kind, _, slug = entity_id.partition(":")
        entity = self._entities.get(entity_id)
        short = _plain(entity.abbr) if entity and entity.abbr else slug
        return short if self.resolve(kind, short) == {entity_id} else slug

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return self._read_entities()

    @cached_property
    def _own(self) -> _Named:
        return _named((e.id, (e.name, e.abbr or "")) for e in self._entities.values())

    @cached_property
    def _also(self) -> _Named:
        """What the gazetteer calls entities; it is read only when the archive's own names do not answer."""
        from store.wire.gazetteer import load

        known = load()
        kinds = known.parties, known.people, known.places, known.orgs, known.events
        return _named((i, known.names_of(i)) for records in kinds for i in records)

    def _by_words(self, field: str, wanted: str) -> frozenset[str]:
        """Return the archive's entities that have all the words in one of their names."""
        asked = Counter(words(wanted))
        names = (*_of(self._own, field).items(), *_of(self._also, field).items())
        fitting = (ids for name, ids in names if asked and asked <= Counter(words(name)))
        return frozenset(i for ids in fitting for i in ids if i in self._entities)


_Named = dict[str, dict[str, set[str]]]
"""Ids by folded name by kind."""


def _named(entities: Iterable[tuple[str, Iterable[str]]]) -> _Named:
    known: _Named = {}
    for entity_id, names in entities:
        kind, _, slug = entity_id.partition(":")
        for name in filter(None, map(_plain, (slug, *names))):
            known.setdefault(kind, {}).setdefault(name, set()).add(entity_id)
    return known


def _of(named: _Named, kind: str) -> dict[str, set[str]]:
    return named.get(kind, {})


def _plain(name: str) -> str:
    """Return the form in which two spellings of a name are equal."""
    return " ".join(fold(name).split())
