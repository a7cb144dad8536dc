"""Neighbours: the actors of a sentence that are listed side by side, as `X, Y and Z`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.wire.actors import Actor
from store.wire.lexicon import SPEECH
from store.wire.tokens import Line, word_set

Unit = list[Actor]
"""Neighbours of one party: `LDP President Sanae Takaichi`."""

_APART: Final = word_set(
    "that to on by against about after before for in at said who which whose but while as is was were "
    "are had "
    "has ahead over under than despite where when will would"
)
"""Words that keep two parties from standing side by side as `X and Y`."""

_TIED: Final = word_set("and & alongside well together along")
_WITH: Final = word_set("with from")
_LISTING: Final = word_set("and ; together along ,")
_NEAR: Final = 16
_WIDE: Final = 26
_NO_VERBS: Final = word_set("led headed united")


def units(actors: Sequence[Actor]) -> list[Unit]:
    """Return neighbours of one party together, in order."""
    found: list[Unit] = []
    for actor in actors:
        if found and found[-1][-1].party == actor.party and actor.start - found[-1][-1].end < _NEAR:
            found[-1].append(actor)
        else:
            found.append([actor])
    return found


def chain(
    line: Line, actors: Sequence[Actor], covered: frozenset[int], backwards: bool = False, tied: bool = False
) -> list[Unit]:
    """Return the first unit, or the last, and those listed beside it as `X, Y and Z`."""
    listed = units(actors)
    if backwards:
        listed.reverse()
    kept, loose = listed[:1], listed[:0]
    for unit in listed[1:]:
        last = (loose or kept)[-1]
        low, high = (unit[-1].end, last[0].start) if backwards else (last[-1].end, unit[0].start)
        tie = _tie(line, low, high, covered)
        if tie == "and" and not backwards and _begins_anew(line, low, unit):
            break
        if tie == "and" or (tie == "," and tied):
            kept, loose, tied = [*kept, *loose, unit], [], tied or backwards
        elif tie == "," and not backwards:
            loose = [*loose, unit]
        else:
            break
    if loose and not backwards and "and" in line.folds[loose[-1][-1].end : loose[-1][-1].end + 3]:
        kept = [*kept, *loose]
    return kept[::-1] if backwards else kept


def _begins_anew(line: Line, low: int, unit: Unit) -> bool:
    """Tell whether `, and X met ...` goes on with what somebody else did."""
    after = line.folds[unit[-1].end : unit[-1].end + 1]
    return line.folds[low] == "," and bool(after) and (is_verb(after[0]) or after[0] in _APART)


def _tie(line: Line, low: int, high: int, covered: frozenset[int]) -> str:
    """Return what joins two neighbours: "and", a comma, or nothing."""
    if high - low > _WIDE:
        return ""
    plain = [line.folds[at] for at in range(low, high) if at not in covered]
    if _is_parallel(plain):
        return "and"
    for word in _WITH:
        if word in plain and not _LISTING.isdisjoint(plain):
            plain.remove(word)
    if "well" in plain:
        plain = [f for f in plain if f != "as"]
    if not (_APART.isdisjoint(plain) and _WITH.isdisjoint(plain)) or any([is_verb(f) for f in plain]):
        return ""
    if not _TIED.isdisjoint(plain):
        return "and"
    return "," if "," in plain or ";" in plain else ""


def _is_parallel(plain: Sequence[str]) -> bool:
    """Tell whether `of X ... and of the Y` lists two owners of the same: `members of A and of B`."""
    ending = plain[:-1] if plain[-1:] == ["the"] else plain
    return ending[-2:] == ["and", "of"] and not any([is_verb(f) or f in _CLAUSES for f in ending])


_CLAUSES: Final = word_set("that who which whose while as")


def is_verb(folded: str) -> bool:
    """Tell whether a word is likely a verb, and no `led`."""
    return (folded in SPEECH or folded.endswith("ed")) and folded not in _NO_VERBS
