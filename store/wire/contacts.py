"""Contacts: which parties met, and the sentence that says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from store.article import STANDFIRST, Contact, Entity, Mention, Unnamed
from store.wire.actors import Cast, actors
from store.wire.encounters import CUES, encounters
from store.wire.gatherings import Heard, companions, group, is_letter, joiners
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.names import Named
from store.wire.receptions import guest, reception
from store.wire.sides import pairs
from store.wire.tokens import Line
from store.wire.unnamed import find_unnamed

_LONGEST: Final = 250
"""Tokens of the longest sentence that is read; what is longer is a list or no prose."""

_RECEIVED: Final = frozenset({"meeting", "reception"})


def find_contacts(
    layout: Layout, named: Named, gazetteer: Gazetteer
) -> tuple[tuple[Contact, ...], tuple[Unnamed, ...]]:
    """Return the meetings of two parties, each pair and kind once, and the parties that go unnamed."""
    parties = [e for e in named.entities if e.kind == "party"]
    found = _Found() if len(parties) < 2 else _read(layout, named, gazetteer)
    return found.contacts, find_unnamed(layout)


class _Found:
    """The contacts of a text, each pair and sort once."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[frozenset[str], str], Contact] = {}

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """In the order in which they were found."""
        return tuple(self._by_key.values())

    def add(self, sort: str, contact: Contact) -> None:
        """Keep a contact, unless the same was told before."""
        self._by_key.setdefault((frozenset(contact.parties), sort), contact)

    def add_all(self, met: Iterable[tuple[str, str]], kind: str, told: Heard) -> None:
        """Keep a contact of each pair that is not known to have met, told by one sentence."""
        known = {pair for pair, _ in self._by_key}
        for pair in met:
            if frozenset(pair) not in known:
                self.add(
                    "meeting", Contact(pair, kind, told.line.number, told.line.slice(told.begin, told.end))
                )


def _read(layout: Layout, named: Named, gazetteer: Gazetteer) -> _Found:
    """Return the contacts of a text that names two parties at least."""
    found = _Found()
    entities = {e.id: e for e in named.entities}
    heard = _heard(layout, named, Cast(named, gazetteer), found)
    for at, sentence in enumerate(heard if found.contacts or not is_letter(heard) else ()):
        gathered = group(heard, at)
        if gathered:
            found.add_all(combinations(sorted(gathered[0]), 2), gathered[1], sentence)
    _others(heard, {key: e.country for key, e in entities.items()}, found)
    _receptions(layout, named, entities, found)
    return found


def _others(heard: Sequence[Heard], countries: Mapping[str, str | None], found: _Found) -> None:
    """Add who else was at the table, or signed the same."""
    told = found.contacts
    concluded = [c for c in told if c.kind in ("agreement", "signing")]
    for sentence in heard:
        if len({frozenset(c.parties) for c in told}) == 1:
            found.add_all(companions(sentence, told[0], countries), "meeting", sentence)
        if concluded:
            found.add_all(joiners(sentence, concluded), "agreement", sentence)


def _heard(layout: Layout, named: Named, cast: Cast, found: _Found) -> list[Heard]:
    """Return the sentences of a text; add what each says by itself to what was found."""
    mentions: dict[int, list[Mention]] = {}
    for mention in named.mentions:
        mentions.setdefault(mention.paragraph, []).append(mention)
    heard = []
    for number, _ in _paragraphs(layout):
        here = mentions.get(number, [])
        line = named.lines[number]
        starts = [m.start for m in here]
        for begin, end in line.sentences():
            first = bisect_left(starts, line.starts[begin])
            inside = here[first : bisect_left(starts, line.ends[end - 1], first)]
            known = actors(line, cast.party_of, inside, cast.last)
            told = not CUES.isdisjoint(line.folds[begin:end]) and end - begin <= _LONGEST
            meant = cast.meant(line, begin, end, known) if told else []
            sentence = Heard(line, begin, end, sorted([*known, *meant]) if meant else known)
            heard.append(sentence)
            if told and len(sentence.parties) > 1:
                _add(sentence, _covered(line, inside), cast, found)
            cast.hear(line, known)
    return heard


def _add(sentence: Heard, covered: frozenset[int], cast: Cast, found: _Found) -> None:
    """Add the meetings that one sentence tells of."""
    line, begin, end, known = sentence
    for encounter in encounters(line, begin, end):
        for pair in pairs(line, known, encounter, begin, end, covered):
            contact = Contact(pair, encounter.kind, line.number, line.slice(begin, end))
            found.add(encounter.sort, contact)
            if encounter.directed and encounter.kind in _RECEIVED and not cast.host:
                cast.received(*pair)


def _covered(line: Line, mentions: list[Mention]) -> frozenset[int]:
    """Return the tokens of bodies, places and events."""
    found: list[int] = []
    for mention in mentions:
        if not mention.entity.startswith(("party:", "person:")):
            found += range(bisect_left(line.starts, mention.start), bisect_left(line.ends, mention.end) + 1)
    return frozenset(found)


def _receptions(layout: Layout, named: Named, entities: Mapping[str, Entity], found: _Found) -> None:
    """Add whom the guests of an embassy's reception spoke for."""
    if not any([key.startswith("org:") and "embassy" in e.name.casefold() for key, e in entities.items()]):
        return
    mentions: dict[int, list[Mention]] = {}
    for mention in named.mentions:
        mentions.setdefault(mention.paragraph, []).append(mention)
    host: str | None = None
    for number, _ in _paragraphs(layout):
        line, here = named.lines[number], mentions.get(number, [])
        for begin, end in line.sentences():
            inside = [m for m in here if line.starts[begin] <= m.start < line.ends[end - 1]]
            visit = guest(line, begin, end, named.party_of, inside, host) if host else None
            if visit:
                found.add("meeting", visit)
            host = host or reception(line, begin, end, entities, inside)


def _paragraphs(layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield the body, then the standfirst for what only it says."""
    yield from enumerate(layout.body)
    if layout.standfirst:
        yield STANDFIRST, layout.standfirst
