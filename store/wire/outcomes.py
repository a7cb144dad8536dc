"""Outcomes: days counted from who won or lost a vote, and what tells in a lead that one was just held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from store.wire.clues import sentence_start
from store.wire.distances import Relation
from store.wire.relations import distance

_RESULT: Final = re.compile(
    r"\b(?:count(?:ing|ed)?(?: of)?(?: the)? (?:votes|ballots)|as (?:the )?(?:votes|ballots) (?:of|in|from)"
    r"|(?:results?|trends|returns|projections) (?:(?:flowed|came|trickled) in )?(?:of|in|from)"
    r"|won|wins|winning|defeat(?:ed|s)|beat|victory|majority|conceded|swept|landslide)\b[^.;]{0,70}$",
    re.I,
)
_OUTCOME: Final = re.compile(
    r"(?<=[’']s |is |er |ir |ts )(?:(?:crushing|heavy|narrow|landslide|decisive|shock|stunning|huge|big) )?"
    r"(?:election )?(?:defeat|victory|win|re-?election|loss|drubbing|rout)\b"
    r"(?! (?:in|at) (?:a |the )?(?:[\w-]+ )?(?:by-election|primary|court|local|state|city|confidence|party))"
)
"""What a vote is called by who won or lost it: `five months after his crushing defeat`."""


_CLOSE: Final = 40

_TOLD: Final = 7
"""The outcome of a vote is told of within so many days."""


def outcomes(text: str) -> Iterator[tuple[re.Match[str], Relation, str]]:
    """Yield the outcomes of votes that a passage counts days, weeks or months from, with what is before."""
    for match in _OUTCOME.finditer(text):
        left = text[sentence_start(text, match.start()) : match.start()]
        relation = distance(left)
        if relation and relation.unit in ("day", "week", "month") and len(left) - relation.end <= _CLOSE:
            yield match, relation, left


def result_of(left: str) -> Relation | None:
    """Return what the counting of votes or a victory says in a lead: the vote was in the week before."""
    told = _RESULT.search(left[-120:])
    start = max(0, len(left) - 120) + told.start() if told else 0
    return Relation(start, "dated", 1, unit="day", count=0, kind="outcome", late=_TOLD) if told else None
