"""Events: congresses and plenums by kind, number and party; the others by the room that knows them."""

from __future__ import annotations

from typing import Final

from store.article import Entity
from store.fold import words
from store.wire.convenors import Numbered, convenor
from store.wire.elections import ELECTIONS, mark_election, mark_vote
from store.wire.history import TURNS, mark_turn
from store.wire.lexicon import ordinal, suffix
from store.wire.plenums import committee_end, committee_of, is_of_another
from store.wire.sheet import Mark, Sheet, known_entity, slug
from store.wire.themes import HALLS, mark_unnumbered, mark_year
from store.wire.tokens import Line, word_set

_NUMBERED: Final = {
    "congress": "congress", "convention": "convention", "plenum": "plenum", "conference": "conference",
    "workshop": "workshop", "forum": "forum", "summit": "summit", "session": "session", "seminar": "seminar",
    "dialogue": "dialogue", "symposium": "symposium", "colloquium": "colloquium", "roundtable": "roundtable",
    "assembly": "assembly", "meeting": "meeting", "council": "council",
}  # fmt: skip


_OURS: Final = word_set(
    "national party 's general delegates delegate plenary extraordinary ordinary regular elective"
)
"""Words between number and head that leave a congress a party's."""


_PRINTED: Final = word_set("assembly council meeting year")
"""Head nouns that count with a capital only: `Year of Friendship`, `23rd International Meeting`."""

_HEADS: Final = ELECTIONS | {"vote"} | TURNS | HALLS | (_NUMBERED.keys() - _PRINTED)


def mark_events(sheet: Sheet) -> None:
    """Mark milestones, numbered events and elections."""
    for index, span in sheet.spans("event"):
        if sheet.lines[index].words[span.start].islower():
            continue
        event = sheet.gazetteer.events[span.of("event")[0].id]
        entity = known_entity(event.id, "event", event.name, None, event.country)
        sheet.claim(Mark(index, span.start, span.end, event.id), entity)
    heads, printed = _HEADS & sheet.vocabulary, _PRINTED & sheet.vocabulary
    for index, line in enumerate(sheet.lines if heads or printed else ()):
        for at in line.among(heads):
            _mark_head(sheet, index, at)
        if printed.isdisjoint(line.vocabulary):
            continue
        words, folds = line.words, line.folds
        for at in [at for at in line.capitals if folds[at] in printed]:
            if words[at] == folds[at].capitalize():
                _mark_head(sheet, index, at)


def _mark_head(sheet: Sheet, index: int, head: int) -> None:
    """Mark the event whose head noun stands at a token."""
    line = sheet.lines[index]
    folded = line.folds[head]
    if sheet.taken[index][head] is not None or line.folds[head + 1 : head + 2] in _ROOMS:
        return
    if folded in ELECTIONS:
        mark_election(sheet, index, head)
    elif folded == "vote":
        mark_vote(sheet, index, head)
    elif folded in TURNS:
        mark_turn(sheet, index, head)
    elif folded == "year":
        mark_year(sheet, index, head)
    else:
        _mark_numbered(sheet, index, head)


_ROOMS: Final = (("center",), ("centre",), ("hall",), ("complex",), ("room",))
"""Behind `Convention` these make a building of it."""


def _mark_numbered(sheet: Sheet, index: int, head: int) -> None:
    found = _numbered(sheet, index, head)
    if found is None and sheet.lines[index].folds[head] in _PRINTED:
        return
    if found is None:
        mark_unnumbered(sheet, index, head)
        return
    line, taken = sheet.lines[index], sheet.taken[index]
    own = [at for at in range(found.start, head + 1) if taken[at] is None and line.words[at] != "'s"]
    behind = committee_end(line, head)
    name = " ".join([*[line.slice(at, at + 1) for at in own], *line.slice(head + 1, behind).split()])
    if found.plain and (owner := convenor(sheet, found)):
        entity = _congress(sheet, owner, found, name)
        _name_in_full(sheet, entity)
    else:
        entity = Entity(f"event:?-{slug(name)}", "event", name, confirmed=False)
    if sheet.free(index, found.start, head + 1):
        sheet.claim(Mark(index, found.start, head + 1, entity.id), entity)
    else:
        _claim_parts(sheet, found, entity)


def _claim_parts(sheet: Sheet, found: Numbered, entity: Entity) -> None:
    """Mark the longest free end of `20th CPC National Congress`, whose party keeps its own mark."""
    start = found.head
    while start > found.start and sheet.at(found.line, start - 1) is None:
        start -= 1
    if sheet.lines[found.line].words[start] == "'s":
        start += 1
    sheet.claim(Mark(found.line, start, found.head + 1, entity.id), entity)


def _name_in_full(sheet: Sheet, entity: Entity) -> None:
    """Give what was named in short the longer name that a text prints later."""
    known = sheet.entities.get(entity.id)
    if known and not known.confirmed and len(known.name) < len(entity.name):
        sheet.entities[entity.id] = entity


def _congress(sheet: Sheet, owner: str, found: Numbered, name: str) -> Entity:
    """Return the event of a party by kind and number, from the gazetteer if it stands there."""
    event = sheet.gazetteer.congresses.get((owner, found.number))
    if event and (found.kind == "congress" or found.kind in words(event.name)):
        return known_entity(event.id, "event", event.name, None, event.country)
    kind = "national-congress" if found.kind == "congress" else found.kind
    party, number = sheet.gazetteer.parties.get(owner), f"{found.number}{suffix(found.number)}"
    key = f"event:?-{owner.partition(':')[2].removeprefix('?-')}-{number}-{kind}"
    of, known = committee_of(sheet.lines[found.line], found.head), sheet.entities.get(key)
    if of and known and is_of_another(known, found.number, of):
        key = f"{key}-of-{of}"
    return Entity(key, "event", name, None, party.country if party else None, confirmed=False)


def _numbered(sheet: Sheet, index: int, head: int) -> Numbered | None:
    """Return the numbered event whose head noun stands at a token."""
    line, taken = sheet.lines[index], sheet.taken[index]
    folds, plain = line.folds, True
    for at in range(head - 1, max(-1, head - 7), -1):
        folded = folds[at]
        number = ordinal(folded)
        if number is not None:
            rank = _is_rank(line, at, head)
            if rank or (folds[head] == "session" and "plenary" not in folds[at:head]):
                return None
            kind = _NUMBERED[folds[head]]
            return Numbered(index, at, head, number, kind, plain and kind in _PARTY_KINDS)
        if folded == "the" and at and folds[at - 1] == "and":
            return None
        mark = taken[at]
        if folded not in _OURS and (mark is None or mark.kind != "party"):
            if folded not in _SMALL and not line.words[at][0].isupper():
                return None
            plain = False
    return None


def _is_rank(line: Line, at: int, head: int) -> bool:
    """Tell whether an ordinal ranks what has no number: `the first congress that the party has held`."""
    if line.folds[head] == "assembly" and (
        line.folds[head - 1] != "general" or line.folds[head - 2] in _WORLD
    ):
        return True  # the 15th National Assembly is a parliament
    if line.folds[head] == "council" and line.folds[at + 1 : head] not in _COUNCILS:
        return True  # but the 22nd National Council is a party's congress
    if not (line.folds[at].isalpha() and line.words[head].islower()):
        return False
    if at == head - 1 and line.folds[head] not in _PARTY_KINDS - word_set("session"):
        conference = line.folds[head : head + 2] == ("conference", "of")
        return not conference or line.folds[at] == "first"  # of its kind
    if line.folds[head + 1 : head + 2] == ("in",) and not _LONG.isdisjoint(line.folds[head + 2 : head + 5]):
        return True  # the first congress in 20 years
    return line.folds[head + 1 : head + 2] in _CLAUSES or line.folds[at - 2 : at] in (
        ("is", "the"),
        ("was", "the"),
    )


_WORLD: Final = word_set("un nations")
_COUNCILS: Final = (("national",), ("national", "general"), ("general",), ("national", "party"))
_CLAUSES: Final = tuple((word,) for word in ("the", "since", "that", "ever", "without", "it", "he", "they"))
_LONG: Final = word_set("years decades months")

_SMALL: Final = word_set("of the and - theoretical international joint scientific ministerial annual central")
_PARTY_KINDS: Final = word_set("congress convention plenum conference session council")
