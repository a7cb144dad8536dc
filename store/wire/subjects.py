"""Subjects: who acts before the verb of a meeting, in its clause, or around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.wire.actors import Actor
from store.wire.neighbours import Unit, chain, is_verb
from store.wire.talks import Encounter
from store.wire.tokens import Line, word_set

_NEAR: Final = 16
_CLAUSE: Final = word_set(
    "that which where when while after before ; : said says added noted stressed affirmed"
)


def subject(
    line: Line, actors: Sequence[Actor], verb: int, begin: int, covered: frozenset[int]
) -> list[Unit]:
    """Return who stands before the verb: the last actor of its clause, with those joined to it by "and".

    `covered` are the tokens of bodies, places and events, whose words tie and part nobody.
    """
    floor = _clause_start(line, begin, verb)
    left = _foremost(line, [a for a in actors if floor <= a.start], verb, begin)
    if left and floor > begin and _is_closed(line, floor, left[-1].end, verb):
        left = _foremost(line, actors, floor, begin) or left
    if not left and _is_relative(line, floor, verb):
        left = _foremost(line, actors, floor, begin)
    if not left and _is_said_at(line, floor, verb):
        left = _foremost(line, actors, floor, begin)
    if not left and (
        line.folds[floor] == ";"
        or not _THEY.isdisjoint(line.folds[floor:verb])
        or _goes_on(line, floor, verb)
    ):
        left = _unquoted(line, _foremost(line, actors, floor, begin), begin, floor)
        if line.folds[floor] == ";":
            left = left[:1]
    and_others = bool(left) and "and" in line.folds[left[-1].end : min(left[-1].end + 5, verb)]
    return chain(line, left, covered, backwards=True, tied=and_others)


def _clause_start(line: Line, begin: int, end: int) -> int:
    """Return the last word before a token that begins a clause, else the first of the sentence."""
    said = line.folds[begin + 1 : end]
    if _CLAUSE.isdisjoint(said):
        return begin
    return begin + 1 + max([at for at, folded in enumerate(said) if folded in _CLAUSE])


_THEY: Final = word_set("they both two it")


def _is_relative(line: Line, floor: int, start: int) -> bool:
    """Tell whether a relative clause begins at a token and a comma ends it before the main verb."""
    folds = line.folds
    return folds[floor] in _RELATIVE and folds[floor - 1] not in _SAID and "," in folds[floor + 2 : start]


_RELATIVE: Final = word_set("that which where who")


def _is_closed(line: Line, floor: int, named: int, verb: int) -> bool:
    """Tell whether what somebody did in `, days after NAME resigned, met` ends before the verb."""
    folds = line.folds
    if folds[floor] not in _WHEN or "," not in folds[named:verb]:
        return False
    comma = folds.index(",", named)
    return any([is_verb(folded) for folded in folds[named:comma]])


_WHEN: Final = word_set("after before while when where")


def _unquoted(line: Line, actors: list[Actor], begin: int, end: int) -> list[Actor]:
    """Return the actors behind the last quotation before a token: those in it are only spoken of."""
    last = max([i for i in range(begin, end) if line.words[i] in _QUOTES], default=-1)
    return [a for a in actors if a.start > last] if last >= 0 else actors


_QUOTES: Final = frozenset('"”’“')


def _foremost(line: Line, actors: Sequence[Actor], end: int, begin: int) -> list[Actor]:
    """Return the actors before a token but those in asides, unless they say for whom the one before acts."""
    found: list[Actor] = []
    for actor in actors:
        if actor.end > end:
            break
        if (found and found[-1].party == actor.party) or not _in_aside(line, actor, end, begin):
            found.append(actor)
    return found


def _is_said_at(line: Line, floor: int, start: int) -> bool:
    """Tell whether a meeting is where its subject `said this`, or after which he did."""
    said = next((at for at in range(floor, max(floor - 5, -1), -1) if line.folds[at] in _SAID), -1)
    between = line.folds[said + 1 : start + 1]
    return said >= 0 and len(between) < 8 and not _AT.isdisjoint(between) and not {"that", ","} & set(between)


_SAID: Final = word_set("said added noted stressed affirmed remarked")

_AT: Final = word_set("at during after in following")


def _goes_on(line: Line, floor: int, start: int) -> bool:
    """Tell whether the verb is a participle right behind `after`: the subject is that of the main clause."""
    return line.folds[floor] in ("after", "before", "while", "when") and line.folds[start].endswith("ing")


def _in_aside(line: Line, actor: Actor, verb: int, begin: int) -> bool:
    """Tell whether an actor stands in `, who ...,` or `that back NAME,` before the verb."""
    if "," not in line.folds[actor.end : verb]:
        return False
    for at in range(actor.start - 1, max(begin - 1, actor.start - _NEAR), -1):
        folded = line.folds[at]
        if folded == ",":
            return False
        if folded in _ASIDE or (folded == "that" and at + 1 < actor.start and _is_verbal(line, at + 1)):
            return True
    return False


def _is_verbal(line: Line, at: int) -> bool:
    """Tell whether a word behind "that" is no subject."""
    return line.words[at][0].islower() and line.folds[at] not in _DETERMINERS


_ASIDE: Final = word_set("who whose which")

_DETERMINERS: Final = word_set("the a an his her its their both two")


def main_clause(
    line: Line, actors: Sequence[Actor], right: Sequence[Unit], met: Encounter, begin: int
) -> list[Unit]:
    """Return the subject that follows in `At a meeting with X, Y said`."""
    opening = line.folds[begin]
    after = met.start > begin and _goes_on(line, met.start - 1, met.start)
    if opening not in _OPENINGS and not opening.endswith("ing") and not after:
        return []
    last, theirs = right[-1][-1].end, {unit[0].party for unit in right}
    later = [
        a for a in actors if a.start > last and a.party not in theirs and "," in line.folds[last : a.start]
    ]
    between = line.folds[last : later[0].start] if later else ()
    return [later[:1]] if _CLAUSE.isdisjoint(between) and later else []


_OPENINGS: Final = word_set("at in during following after on earlier later while when upon")
