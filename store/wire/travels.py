"""Travels: whether the words around a place say that somebody is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from store.days import WEEKDAYS, Interval
from store.wire.tokens import word_set

VISITS: Final = word_set(
    "visit visits visited visiting talks arrived arrives arriving trip tour met meets meeting welcomed "
    "welcomes received hosted hosts"
)
"""Without one of these nobody is where a visit led."""

_TRIPS: Final = word_set("visit visits visited visiting trip tour travel travels travelled")
_HOSTS: Final = word_set("received receives receiving hosted hosts welcomed welcomes")
_BY: Final = word_set("of by")
_LONGEST_TITLE: Final = 12
"""So many words may tell whose visit it was: `by General Secretary and President NAME`."""

_FIRST: Final = word_set("the viet ha new nay")  # `Viet Nam`, `Ha Noi`, `New Delhi`, `Nay Pyi Taw`

_WHO_ARE_THERE: Final = word_set(
    "source sources official officials diplomat diplomats embassy ambassador media reporters analysts"
)
"""Whose place it is, where `in` stands behind them: `sources in Beijing said`."""

_STATES: Final = word_set("of republic people 's democratic socialist neighbouring neighboring north south")
"""What stands before the name of a country in its full form."""

_BEGAN: Final = re.compile(
    rf"\b(?:began|started|who (?:had |has )?(?:arrived|landed)(?: [\w’'-]+){{0,4}}?) (?:late )?(?:on )?"
    rf"(?:{'|'.join(WEEKDAYS)})\b"
)
_ARRIVED: Final = re.compile(r"\b(?:arriv\w+|began|begins|start(?:s|ed)|kick(?:s|ed) off|landed)\b")


def is_there(folds: Sequence[str], begin: int, at: int) -> bool:
    """Tell whether a place is where somebody is, or whereto he travels: `in Beijing`, `a visit to China`."""
    while at > begin + 1 and folds[at - 1] in _STATES:
        at -= 1  # `the Lao People's Democratic Republic`, `the Democratic People's Republic of Korea`
    to = at - (2 if folds[at - 1] in _FIRST else 1)
    if folds[to] in ("in", "at"):
        return folds[to - 1] not in _WHO_ARE_THERE
    if folds[to] == "visited":
        return _HOSTS.isdisjoint(folds[begin:at])
    if folds[to] != "to":
        return False
    trip = not _TRIPS.isdisjoint(folds[max(begin, to - 3) : to])
    return (trip and _HOSTS.isdisjoint(folds[begin:at])) or _is_trip_of(folds, begin, to)


def _is_trip_of(folds: Sequence[str], begin: int, to: int) -> bool:
    """Tell whether a journey stands before `to` with whose it was: `the visit of Chairman NAME to`."""
    ahead = folds[max(begin, to - _LONGEST_TITLE) : to]
    last = [at for at, (word, after) in enumerate(pairwise(ahead)) if word in _TRIPS and after in _BY][-1:]
    return bool(last) and _HOSTS.isdisjoint(ahead[last[0] :])


def without_beginning(sentence: str) -> str:
    """Return a sentence without the weekday on which it says that a visit began before."""
    return _BEGAN.sub("", sentence) if any([word in sentence for word in _BEGUN]) else sentence


_BEGUN: Final = (" began ", " started ", "who ")
"""What a sentence cannot say so without."""


def told_days(held: Interval, sentence: str) -> Interval:
    """Return the days of a visit of which a sentence tells: the first, or the next, of who arrives."""
    return (held[0], min(held[0] + timedelta(days=1), held[1])) if _ARRIVED.search(sentence) else held
