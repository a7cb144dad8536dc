"""Countings: parties that one sentence counts, `a deal with three small parties`, and a later one names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.wire.cast import Sentence
from store.wire.encounters import CUES, encounters
from store.wire.neighbours import chain
from store.wire.tokens import Line, word_set

_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNTED: Final = word_set("parties partners groups formations allies forces")
_SAID_OF: Final = word_set(
    "small smaller minor other opposition main biggest largest leftist left right wing - centrist regional "
    "liberal conservative communist nationalist ethnic islamist religious junior coalition rival tiny "
    "parliamentary political leading"
)
"""What such parties may be called."""

_AHEAD: Final = 4
"""In so many sentences behind are they named."""

_AGAIN: Final = word_set(
    "the they these them pacts pact deal deals agreement agreements parties signers others"
)
"""With one of these goes on what was said of those counted."""


def counted(heard: Sequence[Sentence], at: int) -> list[tuple[str, str]]:
    """Return the pairs of whoever met a number of parties, and each of those, as named behind it."""
    here = heard[at]
    if here.said.isdisjoint(_COUNTS) or len(here.parties) != 1:
        return []
    for met in encounters(here.line, here.line.among(CUES), here.begin, here.end):
        number = _number(here.line, met.end, min(met.end + _REACH, here.end)) if met.directed else 0
        hosts = [a.party for a in here.actors if a.end <= met.start and a.party]
        if number and hosts:
            named = _named(heard[at + 1 : at + 1 + _AHEAD], hosts[-1], number)
            if hosts[-1] in named:  # its own people are one of the parties counted
                ordered = sorted(named)
                return [(one, two) for i, one in enumerate(ordered) for two in ordered[i + 1 :]]
            return [(hosts[-1], party) for party in sorted(named)]
    return []


_REACH: Final = 9


def _number(line: Line, start: int, end: int) -> int:
    """Return how many parties are spoken of right behind a verb; 0 if none are."""
    for at in range(start, end):
        folded = line.folds[at]
        if folded in _COUNTS:
            behind = at + 1
            while behind < end and (line.folds[behind] in _SAID_OF or line.words[behind][0].isupper()):
                behind += 1
            owned = line.folds[behind + 1 : behind + 2] in _OWNING
            return _COUNTS[folded] if behind < end and line.folds[behind] in COUNTED and not owned else 0
        if folded in (",", "and", "to", "that"):
            return 0
    return 0


_OWNING: Final = (("'",), ("'s",), ("in",))


def _named(behind: Sequence[Sentence], host: str, number: int) -> frozenset[str]:
    """Return the parties of that number that the first of some sentences that names several names."""
    for sentence in behind:
        said = {a.party for a in sentence.actors if a.party}
        others = said - {host}
        if len(others) == number and not _AGAIN.isdisjoint(sentence.said):
            return frozenset(others)
        if host in said and len(said) == number:
            return frozenset(said)
        if len(others) > 1:
            listed = chain(sentence.line, [a for a in sentence.actors if a.party != host], frozenset())
            side_by_side = {unit[0].party for unit in listed if unit[0].party}
            return frozenset(side_by_side if len(side_by_side) == number else ())
    return frozenset()
