"""Proceedings: that a lead tells of a congress itself, of its first day, its last day or one of its days."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final, NamedTuple

from store.days import WEEKDAYS, Interval
from store.wire.clues import sentence_start
from store.wire.lexicon import ordinal

WHOSE: Final = (
    r"(?: of (?:(?:the )?[A-Z][\w’' -]{1,60}?|(?:his|her|their|its|our) (?:own )?party))?"
    r"(?: \([A-Z][\w-]{1,9}\))?"
)
"""Whose congress it is, where that stands behind its name."""

ITSELF: Final = ("opened", "opens", "closed", "concluded", "ended", "wrapped up", "took place")
"""What is said of a congress on its first day or its last."""

_ITS: Final = r"(?:(?:the|its|their|his|her|a|[A-Z]\w+['’]s?|[Pp]arty['’]s) )*"
_DAY: Final = rf"(?:{'|'.join(WEEKDAYS)})\b(?!['’])"
_HERE: Final = r"(?:(?: under ?way)?(?: here| (?:in|at) (?:the )?\w+(?:,? [A-Z]\w+){0,4})){0,2}"
_ON_ITS_DAY: Final = re.compile(rf"{WHOSE}{_HERE},? (?:early |late )?(?:on )?{_DAY}")
"""What stands behind the congress itself in a lead: `at its 11th Congress in Tunis here on Wednesday`."""

_ON: Final = (
    r"(?:(?! (?:that|which|who|what|said|as|adopted|approved|decided|made|held|agreed|taken|elected|passed"
    r"|set|to|will|would|delegat\w+|candidates?|next|after|since|before)\b) [^\s,.;:]+){0,14}"
)
"""Words up to the name of a congress that tell of nothing that was done at it before."""

_CHOSEN: Final = r"(?:re-?elected|elected|confirmed|chosen|chose)"
_DONE: Final = (
    rf"(?:(?:was|were) )?(?:{_CHOSEN}|began|opened|started|voted|adopted|approved|endorsed|delivered"
    rf"|presented|unveiled|addressed)\b{_ON}"
)
_DAY_AT: Final = re.compile(
    rf"\b{_DAY}(?: morning| afternoon| evening| night)?(?:,| {_DONE})? (?:at|during) {_ITS}$"
)
"""The same in front: `was re-elected on Wednesday at`, `on Monday began voting at the 12th Congress`."""

_CHOSEN_AT: Final = re.compile(
    rf"\b{_CHOSEN} [^,.;:]{{0,60}}?{_DAY}(?: morning| afternoon| evening| night)?{_ON} (?:at|during) {_ITS}$"
)
"""The same of whoever was `elected leader on Monday by show of hands at the 12th Congress`."""

_OPENING: Final = re.compile(
    rf"(?:(?P<first>, opening|\binaugurat(?:ed|ing)"
    rf"|\brais(?:ed|ing) the curtain on)|, closing) {_ITS}$"
)
"""What somebody does to a congress on its first day or its last: `said on Monday, opening`."""

_NTH_DAY: Final = re.compile(rf"\b(?P<nth>\w+) day of {_ITS}$")
"""What stands before a congress that has sat for some days: `on the second day of`."""

_INTO_ITS_DAY: Final = re.compile(
    rf"{WHOSE}(?:, [^,.;]{{3,60}},)?{_HERE} (?:went into|goes into|entered|enters|was in|is in"
    r"|met for|sat for) (?:its|a|the) (?P<nth>\w+) day\b"
)
"""The same behind it: `went into its second day`."""

_WHICH_OPENED: Final = re.compile(
    rf"{WHOSE},? (?:which|that) (?:opened|began|kicked off|got under way)"
    rf"{_HERE},? (?:on )?{_DAY}"
)
"""What stands behind a congress whose first day a lead gives in passing."""

_DECIDED: Final = r"(?:confirmed|elected|re-?elected|adopted|approved|endorsed|voted|chose|amended|passed)"
_PART: Final = re.compile(
    r"\b(?:(?P<first>opening|first)|closing|final|last|concluding) (?:session|ceremony|meeting|sitting"
    r"|day) of (?:the |its |their |his )?(?:\w+ )?$",
    re.I,
)
_CLAUSE: Final = re.compile(
    r"(?:^|[.:;”\"] |, |\b(?:as|when|where|while|and|but|with) )"
    rf"(?:The )?{_ITS}$"
)
"""Where a clause of which the congress is the subject begins: `as the 12th Congress closed`."""

_ACT: Final = re.compile(
    rf"{WHOSE}{_HERE},? (?:(?P<first>opened|opens|began|begins|kicked off|got under way|convened)"
    r"|(?:was )?(?:closed|concluded)|closes|concludes|closing|concluding|ended|ends|wrapped up|wraps up"
    r"|wound up|(?:drew|came) to (?:a|an|its) (?:close|end))\b(?! (?:on|its) (?:the )?(?:agenda|books?))"
)
_DECIDES: Final = re.compile(
    rf"{WHOSE}{_HERE},? (?:(?:on )?{_DAY} (?:\w+ly )?{_DECIDED}"
    rf"|(?:\w+ly )?{_DECIDED}\b[^.;]{{0,90}}? on {_DAY})\b"
)
"""What stands behind a congress that did something: `on Thursday confirmed NAME as its chairman`."""

_PARTS: Final = len("concluding ceremony of their just-concluded ")
"""What stands before a congress of which its first or its last day is told."""


_HOURS: Final = re.compile(rf"\b(?:hours|minutes|shortly) after {_ITS}$")
"""What stands before a congress on whose last day something else happened."""


OPENED: Final = re.compile(rf"{WHOSE} (?:had )?(?:opened|began|started|got under way)\b")
"""What stands behind a congress from whose first day it is counted: `hours after its congress opened`."""

CLOSES: Final = re.compile(
    rf"{WHOSE} (?:(?:closed|ended|concluded|finished|wrapped up|closes|ends|concludes|wraps up)\b"
    r"|(?:is|was) (?:due |set |scheduled )?to (?:close|end|conclude|wrap up)\b)"
)
"""What stands behind a congress to whose last day it is counted: `a day before its congress closed`."""


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
    if told := part or act or _OPENING.search(front):
        day = held[0] if told["first"] else held[1]
        return Proceeding((day, day), exact=True)
    nth = _NTH_DAY.search(front) or _INTO_ITS_DAY.match(text, end)
    if nth and (count := ordinal(nth["nth"].lower())):
        day = held[0] + timedelta(days=count - 1)
        return Proceeding((day, day), exact=True) if day <= held[1] else None
    if _WHICH_OPENED.match(text, end) and not _ANY_DAY.search(text, sentence_start(text, start), start):
        return Proceeding((held[0], held[0]), exact=True)
    if _HOURS.search(front):
        day = held[0] if OPENED.match(text, end) else held[1]
        return Proceeding((day, day), exact=True)
    if _CLAUSE.search(front) and _DECIDES.match(text, end):
        return Proceeding(held, exact=False)
    if _ON_ITS_DAY.match(text, end) or _DAY_AT.search(front) or _CHOSEN_AT.search(front):
        return Proceeding(held, exact=False)
    return None


_ANY_DAY: Final = re.compile(rf"\b{_DAY}")
_FRONT: Final = 160
"""So many letters in front tell how the clause begins."""
