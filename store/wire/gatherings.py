"""Gatherings: `the two sides agreed`, `the three leaders signed`, and who else was at the table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

from store.article import Contact
from store.wire.actors import Actor
from store.wire.tokens import Line, word_set


class Heard(NamedTuple):
    """One sentence, and who acts in it."""

    line: Line
    begin: int
    end: int
    actors: list[Actor]

    @property
    def parties(self) -> frozenset[str]:
        """The parties for which somebody acts."""
        return frozenset([a.party for a in self.actors if a.party])


_COUNTS: Final = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_MANY: Final = word_set(
    "sides parties leaders men women politicians chiefs groups delegations chairmen formations"
)
_DID: Final = {
    "agreed": "agreement",
    "announced": "agreement",
    "sealed": "agreement",
    "struck": "agreement",
    "signed": "signing",
    "inked": "signing",
} | dict.fromkeys(
    word_set("discussed exchanged met talked reviewed reached shook negotiated vowed pledged"), "meeting"
)
"""What they did, and what to call it."""

_BETWEEN: Final = word_set("that which said to will would should ;")
_BEFORE: Final = word_set(
    "that if would will hoped wished proposed urged suggested had hopes should could want when said"
)
_PRESENT: Final = word_set(
    "present attending accompanied accompanying alongside flanked joined table came participants attended"
)


def group(heard: Sequence[Heard], at: int) -> tuple[frozenset[str], str] | None:
    """Return who `the two sides`, `all three leaders` are that did something together, and what."""
    line, begin, end, _ = heard[at]
    folds = line.folds
    for token in [i for i in range(begin, end - 2) if folds[i] in _COUNTS]:
        many = next((i for i in range(token + 1, min(token + 5, end)) if folds[i] in _MANY), 0)
        did = next((i for i in range(many + 1, min(many + 12, end)) if folds[i] in _DID), 0) if many else 0
        if not did or not _BETWEEN.isdisjoint(folds[many:did]):
            continue
        if _BEFORE.isdisjoint(folds[max(begin, token - 5) : token]):
            parties = _who(heard, at, _COUNTS[folds[token]])
            return (parties, _DID[folds[did]]) if parties else None
    return None


def _who(heard: Sequence[Heard], at: int, number: int) -> frozenset[str] | None:
    """Return the only parties of that number that were spoken of: here, from the start, or around here."""
    ways = (
        [heard[at]],
        heard[: at + 1],
        heard[at::-1],
        heard[at:],
    )
    for way in ways:
        named: frozenset[str] = frozenset()
        for sentence in way:
            named |= sentence.parties
            if len(named) >= number:
                break
        if len(named) == number:
            return named
    return None


def each_other(parties: frozenset[str], kind: str, sentence: Heard) -> list[Contact]:
    """Return a contact of each two of some parties, told by one sentence."""
    line = sentence.line
    quote = line.slice(sentence.begin, sentence.end)
    return [Contact((a, b), kind, line.number, quote) for a, b in combinations(sorted(parties), 2)]


def joins(sentence: Heard) -> bool:
    """Tell whether a sentence says who else was there."""
    return not _PRESENT.isdisjoint(sentence.line.folds[sentence.begin : sentence.end])
