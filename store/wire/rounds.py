"""Rounds: which round or phase of a vote the words around its name tell of."""

from __future__ import annotations

import re
from typing import Final

from store.wire.distances import Relation

_ROUND: Final = re.compile(
    r"\b(?P<round>first|second|final|decisive)(?: round of (?:the |an? )?(?:[\w’'-]+ ){0,4}|[- ]round )$"
    r"|\b(?P<phase>\w+)(?: and final)? (?:phase|stage|leg) (?:of|in) (?:the |an? )?(?:[\w’'-]+ ){0,4}$",
    re.I,
)
_BEHIND: Final = re.compile(
    r"[^.;]{0,40}?\b(?:in|for|during|of) (?:the |a )?"
    r"(?P<round>\w+)(?: and final)?[- ](?:round|phase|stage|leg)\b"
)
"""The same behind a name: `went to the polls in the second round`."""

_PARTED: Final = frozenset({"round", "first-round", "second-round", "phase", "stage", "leg"})

_KNOWN: Final = frozenset({"first", "second", "final", "last", "decisive"})
"""Of those in which a country votes, which are on a day that is known."""

_HEADED: Final = re.compile(
    r"\b(?:head(?:s|ed|ing)?|goes|going|forced|sent|set) (?:in)?(?:to|towards?|for) (?:an? |its "
    r"|the )?(?:[\w-]+ ){0,3}$"
    r"|\b(?:will|to|must|would|would have to|goes on to|now) (?:face|meet|fight|contest|battle) [^.;,]{0,50}"
    r"\bin (?:an? |the )?(?:[\w-]+ ){0,2}$",
    re.I,
)
_HEADING: Final = 3
"""About so many days after the first round it is told who heads for a run-off, give or take as many."""


def round_of(head: str, left: str, right: str) -> str | None:
    """Return which round of a vote is told of, empty if none; None where it is a phase of unknown days."""
    if head.startswith("run"):
        return "run-off"
    near = left[-70:].lower()
    told = _ROUND.search(near) if not _PARTED.isdisjoint(near.split()) else _BEHIND.match(right)
    if told is None:
        return ""
    which = told[1] or told[2] if told.re is _ROUND else told[1]
    known = which in _KNOWN and (which != "second" or "round" in told[0])
    return which if known else None


def heading(left: str) -> Relation | None:
    """Return what `headed for a` before a run-off says: the first round was in the days before."""
    told = _HEADED.search(left[-70:])
    if told is None:
        return None
    start = max(0, len(left) - 70) + told.start()
    return Relation(start, "dated", 1, unit="day", count=_HEADING, kind="heading", late=_HEADING)
