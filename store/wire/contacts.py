"""Contacts: which parties met, and the sentence that says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby
from operator import attrgetter
from typing import Final

from store.article import STANDFIRST, Contact, Entity, Mention, Unnamed
from store.wire.cast import Cast, Sentence
from store.wire.encounters import CUES, encounters
from store.wire.gatherings import TELLING, companions, group, is_letter, joiners
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.names import Named
from store.wire.receptions import guest, reception
from store.wire.sides import pairs
from store.wire.talks import IN, Encounter
from store.wire.tokens import Line
from store.wire.unnamed import find_unnamed

_LONGEST: Final = 250
"""Tokens of the longest sentence that is read; what is longer is a list or no prose."""

_PARAGRAPH: Final = attrgetter("paragraph")
_RECEIVED: Final = frozenset({"meeting", "reception"})


def find_contacts(
    layout: Layout, named: Named, gazetteer: Gazetteer
) -> tuple[tuple[Contact, ...], tuple[Unnamed, ...]]:
    """Return the meetings of two parties, each pair and kind once, and the parties that go unnamed."""
    parties = [e for e in named.entities if e.kind == "party"]
    found = _Found() if len(parties) < 2 else _read(layout, named, parties, gazetteer)
    return found.contacts, find_unnamed(layout, named.lines)


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

    def is_complete(self, parties: int) -> bool:
        """Tell whether each of so many parties is known to have met every other."""
        return 2 * len({pair for pair, _ in self._by_key}) == parties * (parties - 1)

    def add_all(self, met: Iterable[tuple[str, str]], kind: str, told: Sentence) -> None:
        """Keep a contact of each pair that is not known to have met, told by one sentence."""
        known = {pair for pair, _ in self._by_key}
        for pair in met:
            if frozenset(pair) not in known:
                self.add("meeting", Contact(pair, kind, told.line.number, told.text))


def _read(layout: Layout, named: Named, parties: Sequence[Entity], gazetteer: Gazetteer) -> _Found:
    """Return the contacts of a text that names two parties at least."""
    found = _Found()
    agency = gazetteer.agency(layout.dateline.agency)
    cast = Cast(named, parties, gazetteer, agency.house_party if agency else None)
    telling = _hear(layout, named, cast, found)
    if not found.is_complete(len(parties)):
        _put_together(cast.sentences, telling, named, found)
        _receptions(layout, named, found)
    cast.sentences.clear()  # each of them holds the cast: a circle would outlive the text
    return found


def _put_together(heard: Sequence[Sentence], telling: Sequence[int], named: Named, found: _Found) -> None:
    """Add what no sentence says by itself."""
    for at in telling if found.contacts or not is_letter(heard) else ():
        gathered = group(heard, at)
        if gathered:
            found.add_all(combinations(sorted(gathered[0]), 2), gathered[1], heard[at])
    if found.contacts:
        _others([heard[at] for at in telling], named, found)


def _others(heard: Sequence[Sentence], named: Named, found: _Found) -> None:
    """Add who else was at the table, or signed the same."""
    told = found.contacts
    concluded = [c for c in told if c.kind in ("agreement", "signing")]
    alone = len({frozenset(c.parties) for c in told}) == 1
    countries = {e.id: e.country for e in named.entities if e.kind == "party"}
    for sentence in heard if alone or concluded else ():
        if alone:
            found.add_all(companions(sentence, told[0], countries), "meeting", sentence)
        if concluded:
            found.add_all(joiners(sentence, concluded), "agreement", sentence)


def _hear(layout: Layout, named: Named, cast: Cast, found: _Found) -> list[int]:
    """Add what each sentence of a text says by itself; return which may tell more beside others."""
    mentions = {number: [*here] for number, here in groupby(named.mentions, _PARAGRAPH)}
    telling = []
    for number in _paragraphs(layout):
        line = named.lines[number]
        for begin, end, inside in _sentences(line, mentions.get(number, ())):
            sentence = Sentence(cast, len(cast.sentences), line, begin, end, inside)
            cast.sentences.append(sentence)
            said = sentence.said
            if not said.isdisjoint(TELLING):
                telling.append(len(cast.sentences) - 1)
            if said.isdisjoint(CUES) or end - begin > _LONGEST or not sentence.may_tell:
                continue
            told = list(encounters(line, begin, end))
            if told and len(sentence.parties) > 1:
                _add(sentence, told, cast, found)
    return telling


def _sentences(line: Line, mentions: Sequence[Mention]) -> list[tuple[int, int, Sequence[Mention]]]:
    """Return the sentences of a line, each with what is mentioned in it."""
    cuts = line.sentences()
    if len(cuts) < 2 or not mentions:
        return [(begin, end, mentions) for begin, end in cuts]
    starts = [m.start for m in mentions]
    ends = [0, *[bisect_left(starts, line.ends[end - 1]) for _, end in cuts]]
    return [(*cut, mentions[first:last]) for cut, first, last in zip(cuts, ends, ends[1:], strict=False)]


def _add(sentence: Sentence, told: Sequence[Encounter], cast: Cast, found: _Found) -> None:
    """Add the meetings of parties that one sentence tells of."""
    line, begin, end = sentence.line, sentence.begin, sentence.end
    covered = _covered(line, sentence.mentions)
    for at, encounter in enumerate(told):
        if line.folds[encounter.start] in IN and any([e.directed for e in told[:at]]):
            continue
        for pair in pairs(line, sentence.actors, encounter, begin, end, covered):
            found.add(encounter.sort, Contact(pair, encounter.kind, line.number, sentence.text))
            if encounter.directed and encounter.kind in _RECEIVED:
                cast.received(*pair)


def _covered(line: Line, mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the tokens of bodies, places and events."""
    found: list[int] = []
    for mention in mentions:
        if not mention.entity.startswith(("party:", "person:")):
            found += range(bisect_left(line.starts, mention.start), bisect_left(line.ends, mention.end) + 1)
    return frozenset(found)


def _receptions(layout: Layout, named: Named, found: _Found) -> None:
    """Add whom the guests of an embassy's reception spoke for."""
    if not any(["mbassy" in e.name for e in named.entities]):
        return
    entities = {e.id: e for e in named.entities}
    mentions = {number: [*here] for number, here in groupby(named.mentions, _PARAGRAPH)}
    host: str | None = None
    for number in _paragraphs(layout):
        line, here = named.lines[number], mentions.get(number, [])
        starts = [m.start for m in here]
        for begin, end in line.sentences():
            first = bisect_left(starts, line.starts[begin])
            inside = here[first : bisect_left(starts, line.ends[end - 1], first)]
            host = host or reception(line, begin, end, entities, inside)
            visit = guest(line, begin, end, named.party_of, inside, host) if host else None
            if visit:
                found.add("meeting", visit)


def _paragraphs(layout: Layout) -> Iterator[int]:
    """Yield the numbers of the body, then the standfirst for what only it says."""
    yield from range(len(layout.body))
    if layout.standfirst and not (layout.body and layout.standfirst in layout.body[0]):
        yield STANDFIRST
