"""Bearers: the known people of a text who held offices, each time that they are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final, NamedTuple

from store.article import Mention
from store.wire.clues import Passages, first_between, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.names import Named
from store.wire.records import Person


class Bearer(NamedTuple):
    """Somebody who held an office, named at a place."""

    person: Person
    mention: Mention
    text: str
    """The passage in which the name stands."""
    begin: int
    """Where the sentence around the name begins."""
    end: int
    """Where it ends."""


def bearers_of(passages: Passages, named: Named, gazetteer: Gazetteer) -> list[Bearer]:
    """Return who of a text is known to have held offices, in the order of its mentions."""
    known = gazetteer.people
    people = {e.id: p for e in named.entities if e.kind == "person" and (p := known.get(e.id)) and p.terms}
    texts, found = passages.texts, []
    for mention in [mention for mention in named.mentions if mention.entity in people] if people else ():
        if mention.paragraph in texts:
            text = texts[mention.paragraph]
            begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
            found.append(_new(Bearer, (people[mention.entity], mention, text, begin, end)))
    return found


def followed_by(words: Set[str], bearers: Sequence[Bearer], passages: Passages) -> Iterator[Bearer]:
    """Yield those of a lead behind whose names some word stands in the sentence."""
    places: dict[int, list[int]] = {}
    for bearer in bearers:
        mention = bearer.mention
        number = mention.paragraph
        if number > 0:
            continue
        if number not in places:
            places[number] = passages.places(number, words)
        if first_between(places[number], mention.end, bearer.end) is not None:
            yield bearer


_new: Final = tuple.__new__  # as `Bearer` does itself, in half the time
