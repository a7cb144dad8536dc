"""Contacts: which parties met, and the sentence that says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from store.article import STANDFIRST, Contact, Entity, Unnamed
from store.wire.bilaterals import bilateral
from store.wire.cast import Cast, Sentence
from store.wire.countings import COUNTED, counted
from store.wire.encounters import CUES, encounters
from store.wire.gatherings import TELLING, companions, group, is_letter, joiners, replies
from store.wire.gazetteer import Gazetteer
from store.wire.layout import Layout
from store.wire.names import Named
from store.wire.receptions import caller, guest, reception, tribute
from store.wire.sheet import Mark
from store.wire.sides import pairs
from store.wire.talks import IN, Encounter
from store.wire.tokens import Line
from store.wire.unnamed import find_unnamed

_LONGEST: Final = 250
"""Tokens of the longest sentence that is read; what is longer is a list or no prose."""

_TELLING: Final = TELLING | COUNTED
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
    _hear(layout, named, cast, found)
    if not found.is_complete(len(parties)):
        telling = _telling(cast.sentences, _TELLING & named.vocabulary)
        _put_together(cast.sentences, telling, {p.id: p.country for p in parties}, found)
        _receptions(cast.sentences, named, found)
    cast.sentences.clear()  # each of them holds the cast: a circle would outlive the text
    return found


def _put_together(
    heard: Sequence[Sentence], telling: Sequence[int], countries: Mapping[str, str | None], found: _Found
) -> None:
    """Add what no sentence says by itself."""
    for at in telling if found.contacts or not is_letter(heard) else ():
        if not heard[at].said.isdisjoint(COUNTED):
            found.add_all(counted(heard, at), "meeting", heard[at])
        gathered = group(heard, at)
        if gathered:
            found.add_all(combinations(sorted(gathered[0]), 2), gathered[1], heard[at])
        elif answered := replies(heard, at, countries):
            found.add_all([answered], "talks", heard[at])
    if not found.contacts and (met := bilateral(heard, countries)):
        found.add_all([met], "talks", heard[0])
    if found.contacts:
        _others([heard[at] for at in telling], countries, found)


def _others(heard: Sequence[Sentence], countries: Mapping[str, str | None], found: _Found) -> None:
    """Add who else was at the table, or signed the same."""
    told = found.contacts
    concluded = [c for c in told if c.kind in ("agreement", "signing")]
    alone = len({frozenset(c.parties) for c in told}) == 1
    for sentence in heard if alone or concluded else ():
        if alone:
            found.add_all(companions(sentence, told[0], countries), "meeting", sentence)
        if concluded:
            found.add_all(joiners(sentence, concluded), "agreement", sentence)


def _hear(layout: Layout, named: Named, cast: Cast, found: _Found) -> None:
    """Add what each sentence of a text says by itself."""
    heard, cues = cast.sentences, CUES & named.vocabulary
    for number in _paragraphs(layout):
        line = named.lines[number]
        cued = line.among(cues)
        for begin, end, inside in _sentences(line, named.marks[number]):
            sentence = Sentence(cast, len(heard), line, begin, end, inside)
            heard.append(sentence)
            here = cued[bisect_left(cued, begin) : bisect_left(cued, end)] if cued else ()
            if not here or end - begin > _LONGEST or not sentence.may_tell:
                continue
            told = encounters(line, here, begin, end)
            if told and len(sentence.parties) > 1:
                _add(sentence, told, cast, found)


def _telling(heard: Sequence[Sentence], tales: frozenset[str]) -> list[int]:
    """Return which sentences may tell more beside others."""
    near = [at for at, sentence in enumerate(heard) if not tales.isdisjoint(sentence.line.vocabulary)]
    return [at for at in near if not tales.isdisjoint(heard[at].said)]


def _sentences(line: Line, marks: Sequence[Mark]) -> list[tuple[int, int, Sequence[Mark]]]:
    """Return the sentences of a line, each with what is named in it."""
    cuts = line.sentences()
    if len(cuts) < 2 or not marks:
        return [(begin, end, marks) for begin, end in cuts]
    starts = [mark.start for mark in marks]
    ends = [0, *[bisect_left(starts, end) for _, end in cuts]]
    return [(*cut, marks[first:last]) for cut, first, last in zip(cuts, ends, ends[1:], strict=False)]


def _add(sentence: Sentence, told: Sequence[Encounter], cast: Cast, found: _Found) -> None:
    """Add the meetings of parties that one sentence tells of."""
    line, begin, end = sentence.line, sentence.begin, sentence.end
    covered = _covered(sentence.marks)
    for at, encounter in enumerate(told):
        if line.folds[encounter.start] in IN and any([e.directed for e in told[:at]]):
            continue
        for pair in pairs(line, sentence.actors, encounter, begin, end, covered):
            found.add(encounter.sort, Contact(pair, encounter.kind, line.number, sentence.text))
            if encounter.directed and encounter.kind in _RECEIVED:
                cast.received(*pair)


def _covered(marks: Sequence[Mark]) -> frozenset[int]:
    """Return the tokens of bodies, places and events."""
    others = [mark for mark in marks if mark.kind not in ("party", "person")]
    return frozenset([at for mark in others for at in range(mark.start, mark.end)])


def _receptions(heard: Sequence[Sentence], named: Named, found: _Found) -> None:
    """Add whom the guests of an embassy's reception spoke for, and who called at a party's house."""
    for sentence in heard if not found.contacts else ():
        if called := caller(sentence, named.party_of):
            found.add("meeting", called)
    if not any([e.kind == "org" and ("mbassy" in e.name or "onsulate" in e.name) for e in named.entities]):
        return
    entities = {e.id: e for e in named.entities}
    host: str | None = None
    for sentence in heard:
        host = host or reception(sentence, entities)
        visit = guest(sentence, named.party_of, host) if host else None
        if visit := visit or tribute(sentence, named.party_of, entities):
            found.add("meeting", visit)


def _paragraphs(layout: Layout) -> Iterator[int]:
    """Yield the numbers of the body, then the standfirst for what only it says."""
    yield from range(len(layout.body))
    if layout.standfirst and not (layout.body and layout.standfirst in layout.body[0]):
        yield STANDFIRST
