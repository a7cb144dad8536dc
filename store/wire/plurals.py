"""Plurals: the offices of several, `AAP leaders`, `the two co-chairs of the New Left`."""

from __future__ import annotations

from typing import Final

from store.wire.lexicon import PLURAL_HEADS
from store.wire.sheet import Sheet
from store.wire.stretches import is_head
from store.wire.tokens import Line

_HEADS: Final = frozenset(PLURAL_HEADS)


def plural_at(sheet: Sheet, index: int, start: int, end: int) -> int:
    """Return the token of `leaders`, `co-chairs of the PARTY` in an office of several; -1 in one of one."""
    line, taken, last = sheet.lines[index], sheet.taken[index], end - 1
    if _HEADS.isdisjoint(line.folds[start:end]):
        return -1
    at = next((i for i in range(start, last) if is_plural_of(line, i)), last)
    if line.folds[at] not in PLURAL_HEADS or taken[at] is not None:
        return -1
    parties = {mark.entity for mark in taken[at:end] if mark is not None and mark.kind == "party"}
    others = [i for i in range(start, end) if i != at and is_head(line, i)]
    return at if not others and len(parties) < 2 else -1


def is_plural_of(line: Line, at: int) -> bool:
    """Tell whether `co-chairs of`, `secretaries-general` begins at a token."""
    return line.folds[at] in PLURAL_HEADS and line.folds[at + 1 : at + 2] in (("of",), ("-",))
