"""Happened when: on which days a text can tell of a happening, by what its sentence says of when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from store.days import WEEKDAYS, Interval
from store.wire.clues import Weight
from store.wire.distances import AGO_WORDS, Relation, counted_from
from store.wire.lexicon import NUMBERS, counted, ordinal
from store.wire.printed import DAY, MONTH, has_year, read_day
from store.wire.records import Happening
from store.wire.relations import distance
from store.wire.tokens import word_set
from store.wire.travels import told_days, without_beginning

_NEAR: Final = 60
_AHEAD_OF: Final = 90
"""So many letters before and behind its word it is said when something happened."""

_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b(?!['’]s)")
_OWN: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)})['’]s (?:[\w-]+ ){{0,2}}$")
"""What stands before a happening that is called by its day: `in Sunday's referendum`."""

_PRINTED: Final = re.compile(rf"(?<![\w(-]){DAY}", re.I)
_MONTH: Final = re.compile(rf"\b(?:in|last) (?:early |late |mid-)?(?P<month>{MONTH})\b(?! \d)")
_LATELY: Final = re.compile(
    r"\b(?P<which>last|this|earlier this|late last|early this) (?P<unit>week|month)\b(?!['’]s)"
)
_NTH_DAY: Final = re.compile(
    r"\b(?P<nth>\w+) day (?:of|since) (?:the |its |a |this )?(?:[\w'’-]+ ){0,3}$", re.I
)
_AGO: Final = re.compile(
    rf"[^.;]{{0,40}}?\b(?:(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}|a) (?P<unit>day|week|month)s? "
    r"(?:ago|earlier)\b|the (?P<one>day|week) (?:before|earlier)(?=[,.;]|$))"
)
_LONG_AGO: Final = re.compile(
    r"\banniversar|\b(?:years?|decades?) (?:\w+ ){0,3}(?:ago|since|after|later|before"
    rf"|on(?! (?:(?:{'|'.join(WEEKDAYS)})\b|{MONTH}|\d)))\b|\bmark(?:s|ed|ing) (?:\w+ ){{0,4}}decades?\b"
    r"|\bmemorial\b|\bcommemorat",
    re.I,
)
_PAST_WORDS: Final = ("anniversar", "year", "decade", "memorial", "commemorat")
"""What it cannot be without: looked for first, because it is found fast."""

WHERE: Final = re.compile(r"\b(?:where|at which) [^,;]{0,60}$")
"""What makes of it a mark of a place: `the square where NAME was shot`."""

_NOT_YET: Final = re.compile(
    r"\b(?:may|might|could|(?P<ahead>would|will)|if|unless|not|never|threat\w*|calls? for|call(?:ed|ing) for"
    r"|urg\w+|demand\w*|to be|seek\w*|fail\w*|plan\w*|due|expected|scheduled|slated) (?:[\w'’-]+ ){0,4}$",
    re.I,
)
_DEEDS: Final = word_set(
    "arrest house detention impeachment expulsion ban dissolution conviction suspension removal ouster "
    "resignation sentence"
)
_UNDONE: Final = re.compile(
    r"\b(?:releas\w+|freed|lift\w*|reject\w*|overturn\w*|quash\w*|annul\w*|revers\w+|against|revok\w*|refus\w+"
    r"|withdr[ae]w\w*|den(?:y|ies|ied)) (?:[\w'’-]+ ){0,3}$"
)
"""What stands before one of those deeds that is undone: `released from house arrest`."""

_SINCE: Final = re.compile(
    r"\b(?:since|(?:over|for|into|of) (?:the|an?|his|her)"
    r"|(?:crimes?|atrocities|massacres?|killings|murders?|genocide"
    r"|committed) (?:committed )?(?:in|during)(?: the)?) \d{4}\b"
)
"""A year that is not that of a happening: `the first such meeting since 1949`, `crimes committed in 1971`."""

_SAID: Final = re.compile(r"\b(?:sa(?:id|ys)|announc(?:ed|es|ing)|told)\b", re.I)
"""What makes of something ahead an announcement: `said that she would step down`."""

_ORDERED: Final = re.compile(r"\b(?:order(?:ed|s)|rul(?:ed|es))\b")
"""Who does with a word what `to be` stands before: `a court ordered the party to be dissolved`."""

_RECENT: Final = re.compile(
    r"\brecent(?:ly)? (?:[\w’'-]+ ){0,4}(?:visit|trip|tour)|visited[^.;]{0,60} recently\b"
)
_NOT_LONG: Final = timedelta(days=100)
"""So long after it a visit is called recent."""

_TO_COME: Final = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:(?:due|set|scheduled|expected) )?to|plan(?:s|ned)? to)"
    r" (?:also |soon |officially )?(?:pay|make|visit|travel|arrive|fly|go|tour|begin|start|embark)\b[^.;]*$"
)
"""What stands before a place whereto somebody is yet to go: `will pay an official visit to`."""

_ANNOUNCED: Final = timedelta(days=45)
"""So long before it a visit is announced."""

_REACH: Final = 7
"""So many spaces at most stand in what says it, the one behind it included."""

_WEEK: Final = timedelta(days=6)
_AT_ONCE: Final = timedelta(days=10)
"""So long after it what has just happened is told without saying when."""

_AROUND: Final = timedelta(days=5)
"""So long before and after it a visit is spoken of."""

_BESIDE: Final = len("2004 deadly ")
"""So near in front a year is that of what is told: `sentenced over a 2004 attack` is no news of it."""

_CLAUSE: Final = re.compile(r",? (?:since|after|when|which|who) ")
"""Behind these a month is not that of the visit: `on a visit since he was re-elected in April`."""

_EARLIER: Final = re.compile(r"\b(?P<count>\w+) (?P<unit>day|week|month)s? earlier (?:[a-z]+ ){0,3}$")
"""How far a happening lies back, in front of its word: `which a day earlier became the 150th`."""

_YEAR: Final = timedelta(days=330)


class When(NamedTuple):
    """On which days a text may have been written that says so when something happened."""

    earliest: date
    latest: date
    near: date
    weight: Weight = "dated"
    reach: int = 60


def happened(happening: Happening, word: str, left: str, right: str, number: int) -> When | None:
    """Return the days that a sentence allows by when it says that something happened.

    Args:
        word: The folded word that says it, which stands between `left` and `right`.
    """
    held, lowered = happening.held, f"{left} {right}".lower()
    if (
        left.lower().endswith("re-")
        or has_year(left[-_BESIDE:])
        or _has_own_year(left)
        or _has_own_year(right)
        or (_may_be_past(lowered) and is_past(left, right))
        or WHERE.search(left)
        or (word in _DEEDS and _UNDONE.search(left))
    ):
        return None
    stays_on = "stepping" in happening.words[0]
    if not happening.is_visit and _is_not_yet(left, stays_on):
        return None
    if counted := None if stays_on else _counted(held, left, right, number):
        return counted
    if happening.is_visit and _TO_COME.search(left[-_AHEAD_OF:]):
        return When(held[0] - _ANNOUNCED, held[0], held[0])
    if happening.is_visit and "recent" in lowered and _RECENT.search(f"{left[-_AHEAD_OF:]}{right}"):
        return When(held[1], held[1] + _NOT_LONG, held[1], reach=_NOT_LONG.days)
    near = (right[:_AHEAD_OF], left[-_NEAR:])
    if happening.is_visit:
        own = _CLAUSE.split(near[0], maxsplit=1)[0]
        near = without_beginning(own), without_beginning(near[1])
    if weekday := _weekday(left, near) if "day" in lowered else None:
        span = told_days(held, left + right) if happening.is_visit else held
        return on_weekday(span, WEEKDAYS.index(weekday), is_visit=happening.is_visit)
    printed = next((told for m in map(_PRINTED.search, near) if m and (told := read_day(m[0]))), None)
    if printed and printed.day:
        days = [printed.in_year(year) for year in (held[0].year, held[1].year)]
        day = next((day for day in days if day and held[0] <= day <= held[1]), None)
        return When(day, day + _YEAR, day, reach=_YEAR.days) if day else None
    lone = number <= 0 and "day" in lowered and not happening.is_visit
    far = _WEEKDAY.findall(f"{left}{right}") if lone else []
    if len(far) == 1 and (when := on_weekday(held, WEEKDAYS.index(far[0]), is_visit=False)):
        return when
    return _in_month(held, near) or _at_once(happening, number)


def _has_own_year(words: str) -> bool:
    """Tell whether some words print a year that is not one of something older."""
    return has_year(words) and has_year(_SINCE.sub("", words))


def _is_not_yet(left: str, announced: bool) -> bool:
    """Tell whether something has not happened, by what stands before its word.

    Args:
        announced: Whether what is known is the day on which somebody said what he would do.
    """
    told = _NOT_YET.search(" ".join(left.rsplit(" ", _REACH)[-_REACH:]))
    if told is None or (told[0].startswith("to be") and _ORDERED.search(left)):
        return False
    return not (announced and told["ahead"] and _SAID.search(left))


def _weekday(left: str, near: Sequence[str]) -> str | None:
    """Return the weekday that a happening is called by, or that stands near it."""
    own = _OWN.search(left)
    return own[1] if own else next((m[0] for m in map(_WEEKDAY.search, near) if m), None)


def _may_be_past(lowered: str) -> bool:
    return any([word in lowered for word in _PAST_WORDS])


def is_past(left: str, right: str) -> bool:
    """Tell whether a sentence looks back from years after, by what stands on both sides of its word."""
    return _LONG_AGO.search(left) is not None or _LONG_AGO.search(right) is not None


def _counted(held: Interval, left: str, right: str, number: int) -> When | None:
    """Return the days of `a week after`, of `on the fifth day of the war` and of `ten days ago`."""
    ago = _AGO.match(right) if any([word in right for word in AGO_WORDS]) else None
    if ago := ago or (_EARLIER.search(left) if " earlier " in left else None):
        one = ago.groupdict().get("one")
        many = 1 if one else counted(ago["count"])
        around = Relation(0, "dated", 1, unit=one or ago["unit"], count=many).around(held[1])
        return When(*around, min(max(held[1], around[0]), around[1])) if around else None
    nth = _NTH_DAY.search(left) if " day " in left.lower() else None
    count = ordinal(nth["nth"].casefold()) if nth else None
    if count:
        day = held[0] + timedelta(days=count - 1)
        return When(day, day, day)
    relation = distance(left)
    if relation is None or relation.unit == "year":
        return None
    end = held[1] if relation.direction > 0 else held[0]
    around = counted_from(left, relation, end, number)
    if around and relation.direction > 0 and held[1] - held[0] <= _BRIEF:
        first = counted_from(left, relation, held[0], number) or around
        around = first[0], around[1]
    return When(*around, min(max(held[1], around[0]), around[1])) if around else None


_BRIEF: Final = timedelta(days=2)
"""What took no longer lies so many days back from its first day or from its last."""


def on_weekday(held: Interval, weekday: int, *, is_visit: bool) -> When | None:
    """Return the week behind the day of that name on which it happened; a visit's days themselves."""
    days = [held[0] + timedelta(n) for n in range(min((held[1] - held[0]).days + 1, 31))]
    days = [day for day in days if day.weekday() == weekday]
    if not days:
        return None
    return When(days[0], days[-1] + (timedelta() if is_visit else _WEEK), days[0])


def lately(words: str, day: date) -> Interval | None:
    """Return the days from which `last week` or `earlier this month` in some words looks back to a day."""
    told = _LATELY.search(words)
    if told is None:
        return None
    count = 1 if "last" in told["which"] else 0
    return Relation(0, "dated", 1, unit=told["unit"], count=count, kind="calendar").around(day)


def _in_month(held: Interval, near: Sequence[str]) -> When | None:
    """Return the days after a month that is named, or from which `last week` looks back."""
    for words in near:
        if around := lately(words, held[1]):
            return When(max(held[1], around[0]), around[1], held[1])
        if month := _MONTH.search(words):
            told = read_day(f"1 {month['month']}")
            if told is None or told.month != held[1].month:
                return None
            return When(held[1], held[1] + _YEAR, held[1], reach=_YEAR.days)
    return None


def _at_once(happening: Happening, number: int) -> When | None:
    """Return the days on which a lead tells of what has just happened, or anything of a visit."""
    start, end = happening.held
    if number > 0:
        return None
    if happening.is_visit:
        return When(start - _AROUND, end + _AROUND, start)
    return When(start, end + _AT_ONCE, end, "span")
