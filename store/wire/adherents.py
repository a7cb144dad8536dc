"""Adherents: of which party somebody is by the words around a name, where no office says it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from store.wire.clauses import HOLDING
from store.wire.lexicon import OFFICE_WORDS
from store.wire.names import Named
from store.wire.sheet import Mark
from store.wire.tokens import Line, word_set

_NEAR: Final = 5
_HIS: Final = word_set("his her")
_WHICH: Final = (("which",), (",", "which"))
_TOOK: Final = HOLDING.keys() | word_set("took has had runs ran leads represents")
_RIVALS: Final = frozenset('",;:“”') | word_set(
    "former ex rival rivals ally allies partner partners critic critics foe foes opponent opponents "
    "predecessor successor rebel rebels old quit left defected spokesman aide and or with by against to"
)
"""Words by which a party beside a name is another's, or was once."""


def adherents(named: Named, known: Mapping[str, str]) -> dict[str, str]:
    """Return the parties of people for whom no office tells one, by id.

    `known` are the parties of the others.
    """
    open_ = {e.id for e in named.entities if e.kind == "person" and e.id not in known}
    found: dict[str, str] = {}
    for number, marks in named.marks.items() if open_ else ():
        if len(marks) < 2 or not any([mark.kind == "party" for mark in marks]):
            continue
        if any([mark.entity in open_ for mark in marks]):
            for person, party in _beside(named.lines[number], marks, open_):
                found.setdefault(person, party)
    return found


def _beside(line: Line, marks: Sequence[Mark], wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the people of a line with the party that a form of words beside the name gives them."""
    for before, after in pairwise(marks):
        if before.entity in wanted and after.kind == "party" and _is_owner(line, before, after):
            yield before.entity, after.entity
        elif before.kind == "party" and after.entity in wanted and _is_owned(line, before, after):
            yield after.entity, before.entity
    if _HIS.isdisjoint(line.vocabulary):
        return
    people = [mark for mark in marks if mark.kind == "person"]
    for mark in [mark for mark in marks if mark.kind == "party"]:
        his = _his(line, mark)
        if his:
            begin = max([0, *[cut for cut, _ in line.sentences() if cut <= his]])
            named = [person for person in people if begin <= person.start < his]
            if len(named) == 1 and named[0].entity in wanted:
                yield named[0].entity, mark.entity


def _is_owner(line: Line, person: Mark, party: Mark) -> bool:
    """Tell whether it is `NAME's centre-right PARTY`."""
    between = line.folds[person.end : party.start]
    if between[:1] != ("'s",) or len(between) > _NEAR or not _RIVALS.isdisjoint(between):
        return False
    return (
        _RIVALS.isdisjoint(line.folds[party.end : party.end + 1] or ("",))
        or line.folds[party.end : party.end + 1] in _ENDS
    )


_ENDS: Final = ((",",), ("and",), ("with",), ("to",), ("by",), ("or",), (";",), ("against",))


def _is_owned(line: Line, party: Mark, person: Mark) -> bool:
    """Tell whether it is `the PARTY of former minister NAME`, `the PARTY, which NAME took over`."""
    start = party.end
    if line.folds[start : start + 1] == ("(",) and line.folds[start + 2 : start + 3] == (")",):
        start += 3
    between = line.folds[start : person.start]
    if between in _WHICH:
        return line.folds[person.end : person.end + 1] != () and line.folds[person.end] in _TOOK
    if between[:1] != ("of",) or len(between) > _NEAR:
        return False
    return all([folded in OFFICE_WORDS or folded in _TITLES for folded in between[1:]])


_TITLES: Final = word_set(
    "former lawyer general dr mr mrs ms prince tycoon businessman cleric deputy the late"
)


def _his(line: Line, party: Mark) -> int:
    """Return the token of "his" in `his centre-right PARTY`; 0 if it does not stand there."""
    for at in range(party.start - 1, max(party.start - _NEAR, 0), -1):
        if line.folds[at] in _HIS:
            after = line.folds[party.end : party.end + 1]
            return at if not after or after[0] not in _RIVALS or after in _ENDS else 0
        if (not line.words[at].islower() and line.words[at] != "-") or line.folds[at] in _RIVALS:
            return 0
    return 0
