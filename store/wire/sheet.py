"""Sheet: the working copy of one text, where each reader marks the words it has understood."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from store.article import CAPTION, HEADLINE, STANDFIRST, Entity, Kind
from store.fold import fold
from store.remembering import remembered
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.records import Agency, Party, Place
from store.wire.tokens import Line, word_set
from store.wire.trie import NameKind, Span

BEYOND: Final = 8
"""So many tokens before and behind a line may be asked for as if it had them."""

_MANY: Final = 24
"""Among more marks of a line than so many their place is looked up: no ordinary line has as many."""

_START: Final = attrgetter("start")
_SLUG: Final = re.compile(r"[^a-z0-9]+")


class Mark:
    """Tokens `start` up to and without `end` of one line that name an entity."""

    __slots__ = ("end", "entity", "kind", "line", "owner", "start")

    def __init__(self, line: int, start: int, end: int, entity: str, owner: str | None = None) -> None:
        self.line = line
        """Index into the lines of the sheet, which stand in the order of reading."""
        self.start = start
        self.end = end
        self.entity = entity
        self.kind = entity.partition(":")[0]
        """The part of the id before the colon."""
        self.owner = owner
        """Of an organisation, the id of the party whose body it is."""


class Sheet:
    """One text in lines: what is known by name, and which tokens are taken."""

    def __init__(self, layout: Layout, gazetteer: Gazetteer) -> None:
        pieces: list[tuple[int, str | None]] = [(HEADLINE, layout.headline), (STANDFIRST, layout.standfirst)]
        pieces += enumerate(layout.body)
        pieces.append((CAPTION, layout.caption))
        self.gazetteer = gazetteer
        found = [gazetteer.find(text, number) for number, text in pieces if text]
        self.lines: tuple[Line, ...] = tuple([line for line, _ in found])
        self.known: tuple[list[Span], ...] = tuple([spans for _, spans in found])
        self.named: list[dict[int, Span]] = [{} for _ in self.lines]
        """For each line, by token, the known name that it is part of, marked or not."""
        self.vocabulary: frozenset[str] = frozenset().union(*[line.vocabulary for line in self.lines])
        """Every folded word of the text: what has none of a room's words is left to others at once."""
        self._by_kind: dict[NameKind, list[tuple[int, Span]]] = {}
        self._sort_out()
        self.entities: dict[str, Entity] = {}
        self.agency: Agency | None = gazetteer.agency(layout.dateline.agency)
        self._pictured: Agency | None = None if self.agency else gazetteer.agency(layout.credit)
        self.heads: tuple[tuple[str, Place | None], ...] = _heads(layout, gazetteer)
        """The place of the dateline and the country beside it, as printed."""
        self.dateline: Place | None = next((known for _, known in self.heads), None)
        self.countries: frozenset[str] = self._countries()
        self.is_foreign: bool = _is_foreign(self.lines, self.vocabulary)
        """Whether it is no English, so that only what is known by name can be told from other words."""
        self.taken: list[list[Mark | None]] = [[None] * (len(line.words) + BEYOND) for line in self.lines]
        """For each line, by token, the mark on it; for BEYOND tokens on either side of the line, None."""
        self._marks: list[list[Mark]] = [[] for _ in self.lines]

    def _sort_out(self) -> None:
        """Sort the known names by their tokens and by their kinds."""
        by_kind = self._by_kind
        for index, spans in enumerate(self.known):
            named = self.named[index]
            for span in spans:
                start, place = span.start, (index, span)
                named[start] = span
                if span.end - start > 1:
                    for at in range(start + 1, span.end):
                        named[at] = span
                for kind in span.kinds:
                    if kind in by_kind:
                        by_kind[kind].append(place)
                    else:
                        by_kind[kind] = [place]

    @property
    def house(self) -> str | None:
        """The id of the party that "the Party" means to the agency, else to that of the picture."""
        if self.agency:
            return self.agency.house_party
        home = self._pictured
        return home.house_party if home and home.country in self.countries else None

    def at(self, line: int, token: int) -> Mark | None:
        """Return the mark on a token; None where there is none, or no such token."""
        taken = self.taken[line]
        return taken[token] if 0 <= token < len(taken) else None

    def free(self, line: int, start: int, end: int) -> bool:
        """Tell whether no token of a stretch is taken."""
        return not any(self.taken[line][start:end])

    def claim(self, mark: Mark, entity: Entity) -> bool:
        """Mark tokens as naming an entity, unless one of them is taken already."""
        if not self.take(mark):
            return False
        self.entities.setdefault(entity.id, entity)
        return True

    def take(self, mark: Mark) -> bool:
        """Mark tokens as naming what is put into `entities` later, unless one of them is taken already."""
        taken, start, end = self.taken[mark.line], mark.start, mark.end
        if taken[start] is not None or (end - start > 1 and any(taken[start:end])):
            return False
        if end - start == 1:
            taken[start] = mark
        else:
            taken[start:end] = [mark] * (end - start)
        marks = self._marks[mark.line]
        if marks and marks[-1].start > start:
            insort(marks, mark, key=_START)
        else:
            marks.append(mark)
        return True

    def claim_party(self, line: int, start: int, end: int, record: Party) -> bool:
        """Mark tokens as naming a known party, unless one of them is taken already."""
        if not self.take(Mark(line, start, end, record.id)):
            return False
        if record.id not in self.entities:
            self.entities[record.id] = party_entity(record)
        return True

    def all_marks(self, line: int) -> list[Mark]:
        """Return the marks of a line in order."""
        return self._marks[line]

    def marks(self, line: int, start: int, end: int) -> list[Mark]:
        """Return the marks of a stretch of a line in order."""
        marks = self._marks[line]
        if len(marks) > _MANY:
            first = bisect_left(marks, start, key=_START)
            marks = marks[max(first - 1, 0) : bisect_left(marks, end, key=_START)]
        return [m for m in marks if m.start < end and m.end > start] if start < end else []

    def spans(self, kind: NameKind) -> Sequence[tuple[int, Span]]:
        """Return the known names of one kind with the index of their line."""
        return self._by_kind.get(kind, ())

    def is_named(self, line: int, token: int, *kinds: NameKind) -> bool:
        """Tell whether a token is part of a known name of one of these kinds, marked or not."""
        span = self.named[line].get(token)
        return span is not None and not span.kinds.isdisjoint(kinds)

    def known_at(self, line: int, token: int) -> Span | None:
        """Return the known name that a token is part of, marked or not."""
        return self.named[line].get(token)

    def sentence(self, line: int, token: int) -> tuple[int, int]:
        """Return the first token of the sentence around a token and the one after its last."""
        cuts = self.lines[line].sentences()
        at = bisect_right(cuts, (token, len(self.lines[line].words))) - 1
        return cuts[max(at, 0)] if cuts else (0, 0)

    def _countries(self) -> frozenset[str]:
        """Return the ISO codes of the countries that the text speaks of, its dateline included."""
        places = self.gazetteer.places
        named = [*self.spans("place"), *self.spans("demonym")]
        ids = [n.id for _, s in named for n in s.names if n.kind in ("place", "demonym") and n.id != _STATE]
        codes = {places[key].country for key in ids} | {known.country for _, known in self.heads if known}
        if places.get(_STATE) and _COUNTRY in ids and self._is_state(ids):
            codes.discard(places[_COUNTRY].country)
        return frozenset([code for code in codes if code])

    def _is_state(self, ids: Sequence[str]) -> bool:
        """Tell whether Georgia is the state: the text speaks of its country, and of nothing Georgian."""
        country, state = self.gazetteer.places[_COUNTRY], self.gazetteer.places[_STATE].country
        others = {self.gazetteer.places[key].country for key in ids if key != _COUNTRY}
        others |= {known.country for _, known in self.heads if known and known.id != _COUNTRY}
        named = any([word.lower() in self.vocabulary for word in country.demonyms])
        return state in others and country.country not in others and not named


def _is_foreign(lines: Sequence[Line], vocabulary: frozenset[str]) -> bool:
    """Tell whether hardly a word is one of those without which nobody writes English."""
    wanted = sum([len(line.folds) for line in lines])
    if wanted < _ENOUGH or wanted <= _RARE * len(_ENGLISH & vocabulary):
        return False
    for line in lines:
        wanted -= _RARE * len([folded for folded in line.folds if folded in _ENGLISH])
        if wanted <= 0:
            return False
    return True


_COUNTRY: Final = "place:georgia"
_STATE: Final = "place:georgia-us"
"""The one country that shares its name with another's state."""

_ENGLISH: Final = word_set(
    "the of and to with by for from that has its said was were who after his her had which been"
)
_ENOUGH: Final = 20
_RARE: Final = 33


def party_entity(record: Party) -> Entity:
    """Return a known party as an entity."""
    return known_entity(record.id, "party", record.name, record.abbr, record.country or None)


@lru_cache(maxsize=4096)
def known_entity(key: str, kind: Kind, name: str, abbr: str | None, country: str | None) -> Entity:
    """Return something known by name as an entity; the same are named in text after text."""
    return Entity(key, kind, name, abbr, country)


@remembered(64, 4096)
def slug(name: str) -> str:
    """Return a name as it stands in an id."""
    return _SLUG.sub("-", fold(name).replace("'", "")).strip("-")


def _heads(layout: Layout, gazetteer: Gazetteer) -> tuple[tuple[str, Place | None], ...]:
    """Return the place of the dateline, known or not, and beside it only known ones."""
    place, beside = layout.dateline.place, layout.beside
    if not place:
        return ()
    known = [(name, _place_of(name, gazetteer)) for name in beside.split(", ")] if beside else []
    return ((place, _place_of(place, gazetteer)), *[(name, found) for name, found in known if found])


@lru_cache(maxsize=256)
def _place_of(name: str, gazetteer: Gazetteer) -> Place | None:
    """Return the place that a dateline names, as it does in text after text."""
    for span in gazetteer.find(_title(name))[1]:
        for place in span.of("place"):
            return gazetteer.places[place.id]
    return gazetteer.town(name)


def _title(name: str) -> str:
    return name.title() if name.isupper() else name
