"""Plenums: which committee it is that sits, where it is counted, so that its sittings are told apart."""

from __future__ import annotations

from typing import Final

from store.article import Entity
from store.wire.lexicon import ordinal
from store.wire.tokens import Line

_SITTINGS: Final = ("session", "plenum", "conference")
_OF_THE: Final = ("of", "the")
_LONGEST: Final = 12
"""So many tokens a committee's name may have, the party's own spelt out in it."""


def committee_end(line: Line, head: int) -> int:
    """Return where `session of the 20th CPC Central Committee` ends; without it the token after its head."""
    folds, at = line.folds, head + 1 + len(_OF_THE)
    if folds[head] not in _SITTINGS or folds[head + 1 : at] != _OF_THE:
        return head + 1
    if at >= len(folds) or ordinal(folds[at]) is None:
        return head + 1
    last = min(at + _LONGEST, len(folds))
    return next((i + 1 for i in range(at + 1, last) if folds[i] == "committee"), head + 1)


def committee_of(line: Line, head: int) -> int | None:
    """Return the number of the committee whose sitting has its head noun at a token, if that is told."""
    at = head + 1 + len(_OF_THE)
    return ordinal(line.folds[at]) if committee_end(line, head) > at else None


def is_of_another(known: Entity, sitting: int, committee: int) -> bool:
    """Tell whether a sitting known by its number is that of a committee of another number."""
    told = {ordinal(word) for word in known.name.casefold().split()} - {None, sitting}
    return bool(told) and committee not in told
