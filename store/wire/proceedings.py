"""Proceedings: that a lead tells of a congress itself, of its first day, its last day or one of its days."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from store.days import WEEKDAYS, Interval

WHOSE: Final = r"(?: of (?:the )?[A-Z][\w’' -]{1,60}?)?"
"""Whose congress it is, where that stands behind its name."""

ITSELF: Final = ("opened", "opens", "closed", "concluded", "ended", "wrapped up", "took place")
"""What is said of a congress on its first day or its last."""

_ITS: Final = r"(?:(?:the|its|their|his|her|a|[A-Z]\w+['’]s?|[Pp]arty['’]s) )*"
_DAY: Final = rf"(?:{'|'.join(WEEKDAYS)})\b(?!['’])"
_HERE: Final = r"(?: here| in [A-Z]\w+(?: [A-Z]\w+)?)?"
_ON_ITS_DAY: Final = re.compile(rf"{_HERE},? (?:on )?{_DAY}")
"""What stands behind the congress itself in a lead: `at its 11th Congress here on Wednesday`."""

_DAY_AT: Final = re.compile(rf"\b{_DAY}(?: morning| afternoon| evening| night)?,? (?:at|during) {_ITS}$")
"""The same in front: `was re-elected on Wednesday at the 12th Congress`."""

_PART: Final = re.compile(
    r"\b(?:(?P<first>opening|first)|closing|final|last|concluding) (?:session|ceremony|meeting|sitting"
    r"|day) of (?:the |its |their |his )?(?:\w+ )?$",
    re.I,
)
_CLAUSE: Final = re.compile(
    r"(?:^|[.:;”\"] |, |\b(?:as|when|where|while|and|but|with) )"
    rf"{_ITS}$"
)
"""Where a clause of which the congress is the subject begins: `as the 12th Congress closed`."""

_ACT: Final = re.compile(
    rf"{WHOSE}{_HERE},? (?:(?P<first>opened|opens|began|begins|kicked off|got under way|convened)"
    r"|(?:was )?(?:closed|concluded)|closes|concludes|closing|concluding|ended|ends|wrapped up|wraps up"
    r"|(?:drew|came) to (?:a|an|its) (?:close|end))\b(?! (?:on|its) (?:the )?(?:agenda|books?))"
)
_PARTS: Final = len("concluding ceremony of their just-concluded ")
"""What stands before a congress of which its first or its last day is told."""


_HOURS: Final = re.compile(rf"\b(?:hours|minutes|shortly) after {_ITS}$")
"""What stands before a congress on whose last day something else happened."""


class Proceeding(NamedTuple):
    """The days on which a lead tells that something happened at a congress."""

    allowed: Interval
    exact: bool
    """Whether it is its first day or its last."""


def proceeding(text: str, place: tuple[int, int], held: Interval) -> Proceeding | None:
    """Return what a lead says to have happened at a congress; None if it is only spoken of.

    Args:
        text: The lead.
        place: Where the congress is named in it.
        held: Its first day and its last.
    """
    start, end = place
    part = _PART.search(text, max(0, start - _PARTS), start)
    front = text[max(0, start - _FRONT) : start]
    act = _ACT.match(text, end) if part is None and _CLAUSE.search(front) else None
    if told := part or act:
        day = held[0] if told["first"] else held[1]
        return Proceeding((day, day), exact=True)
    if _HOURS.search(front):
        return Proceeding((held[1], held[1]), exact=True)
    if _ON_ITS_DAY.match(text, end) or _DAY_AT.search(front):
        return Proceeding(held, exact=False)
    return None


_FRONT: Final = 70
"""So many letters in front tell how the clause begins."""
