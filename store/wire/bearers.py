"""Bearers: the known people of a text who held offices, each time that they are named."""

from __future__ import annotations

from typing import Final, NamedTuple

from store.article import Mention
from store.wire.clues import Passages, sentence_end, sentence_start
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


_new: Final = tuple.__new__  # as `Bearer` does itself, in half the time
