"""Relations: how far from a dated thing an event lies, by the words around its name: `three weeks after`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from store.days import MONTHS, WEEKDAYS
from store.wire.clues import Weight
from store.wire.distances import Distance, Relation
from store.wire.lexicon import COUNTS, counted
from store.wire.printed import MONTH, MONTH_NAME, a_day

_DAYS: Final = "|".join(WEEKDAYS)

_SHORT: Final = tuple([month[:3] for month in MONTHS])
_OFFSET: Final = re.compile(
    r"\b(?:(?P<less>less than |within |barely |just |only |nearly |almost |about |some |more than |over )?"
    rf"(?<!half )(?P<count>\d{{1,2}}|{'|'.join(COUNTS)})(?P<half> and a half)?"
    r" (?P<unit>day|week|month|year)s?(?P<halved> and a half)?(?P<exactly> to the day)?"
    r"|(?P<hours>hours|minutes|the morning|the day|the night))"
    r" (?P<side>after|before|ahead of|since|from|following|prior to|out from)\b",
    re.I,
)
_SIDES: Final = (" after", " before", " ahead", " since", " from", " follow", " prior", " out f")
_UNITS: Final = (
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "minutes", "morning",
    "night", "half",
)  # fmt: skip
"""What every such distance has where unit and side meet: looked for first, because it is found fast."""

_COUNTED: Final = len("more than  and a half months") + max(map(len, COUNTS))
"""So many letters of it may stand before that place."""

_EVE: Final = re.compile(r"\bon the eve of\b", re.I)
_OWN: Final = re.compile(
    rf"\b(?:(?P<weekday>{_DAYS})|(?:(?P<turn>next|last) )?(?P<month>{MONTH_NAME})"
    r"|(?P<which>(?i:last|this|next)|previous) (?P<unit>week|weekend|month|year)"
    r"|(?P<just>(?i:yesterday|today)))"
    r"[’']s (?:[\w’'-]+ ){0,5}$"
)
_DAY_BEFORE: Final = re.compile(
    rf"\b(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH}))"
    r" (?:[\w’'-]+ ){0,4}$"
)
_MONTH_BEFORE: Final = re.compile(rf"\bthe (?P<month>{MONTH_NAME}) (?:[\w’'-]+ ){{0,2}}$")
_VOTED: Final = re.compile(
    rf"\b(?:vot(?:ed?|es|ing)|cast(?:ing)?(?: their)? (?:ballots|votes)|went to (?:the )?polls|polling) "
    rf"(?:early |again )?(?:on )?(?P<weekday>{_DAYS}) (?:in|for) [^.;]{{0,60}}$",
    re.I,
)
_BEHIND: Final = re.compile(
    r"^(?: of (?:his|her|their|its|the|our) (?:own )?[Pp]arty)?"
    r"(?:,? (?:which|that) (?:is|was|are|were|ended|concluded|took place|closed))?"
    r"(?: (?:held|set|due|scheduled|slated|called|planned|taking place))?"
    rf"(?: (?:for|on|of|in|early|late|last|this|next))* "
    rf"(?:(?P<month>{MONTH})(?: (?P<day>\d{{1,2}})(?!\d))?|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH})"
    rf"|(?P<weekday>{_DAYS}))\b"
)
_EARLIER: Final = re.compile(
    r"^(?: (?:of|in|for|as)\b[^,.;]{0,60}?)?,? (?:just |only |about |some |nearly |almost |barely )?"
    rf"(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) (?P<unit>day|week|month)s? (?:earlier|before|ago|previously)\b"
    r"(?=[,.;]|$| (?:and|in|by)\b| [–—-])",
    re.I,
)
_YEAR_BEHIND: Final = re.compile(r" (?P<which>last|this|next) year\b")
_WHICH_BEHIND: Final = re.compile(
    r"^(?: held)? (?:(?P<which>last|this|next|earlier this|later this) (?P<unit>week|weekend|month|year))\b"
)
_AFTER: Final = (
    r"after|following|since|won|(?<!to )wins?|winning|winner|lost|loss|defeat(?:ed|s)?|beat(?:en)?|victory"
    r"|(?<!good )(?<!better )(?<!best )results?"
    r"|outcomes?|recent(?:ly)?|in the wake of|conceded|(?<!to be )(?<!to be re-)(?<!to get )elected"
    r"|swept|last|took|topp(?:ed|ing)|produced"
    r"|concluded|(?:are|were|was|be|been|being) counted|counting|held|gained|scored|emerged|finished"
)
_BEFORE: Final = (
    r"before|ahead of|in time for|(?<!course )to (?:win|contest|fight)|upcoming"
    r"|forthcoming|coming|(?:will|would)(?=[^.;]{0,64}$)|next"
    r"|run-?up to|lead-?up to|prepar\w+|campaign\w*|contest(?:s|ing)?|due|scheduled|slated"
    r"|set for|to be held|candidates? (?:for|in)|until|looming|planned|faces?|wish(?:ed|es)?"
    r"|runs? in|running in|observe|monitor|(?:to be|to get) (?:re-?)?elected"
    r"|(?:go|goes|going|head|heads|heading) (?:back )?(?:in)?to the(?= $)"
)
_AHEAD: Final = re.compile(rf"\b(?:{_BEFORE})\b", re.I)
_TURN: Final = rf"\b(?:(?P<after>{_AFTER})|{_BEFORE})\b"
_OPENS: Final = re.compile(rf"\b(?:(?P<after>{_AFTER}|left|saw|gave|delivered)|{_BEFORE})\b", re.I)
_LAST: Final = re.compile(rf".*{_TURN}", re.I | re.S)
"""The last of such words, looked for from the end on: what stands before it is not even read."""
_NEARING: Final = re.compile(r" (?:in mind|near(?:s|ed|ing)?|approach(?:es|ed|ing)?|loom(?:s|ed|ing)?)\b")
"""What stands behind a vote that lies ahead: `with November's elections in mind`."""

_RECENT: Final = re.compile(r"\b(?:recent|just[- ]concluded|newly held) (?:[\w’'-]+ ){0,4}$", re.I)
_COMING: Final = re.compile(
    r"\b(?:upcoming|forthcoming|coming|looming|ahead of|run-?up to"
    r"|(?:campaign|candidates?|pact|alliance|agreement|deal|manifesto|slate) for|fight|contest)"
    r" (?:the )?(?:[\w’'-]+ ){0,4}$",
    re.I,
)
_SOME_DAY: Final = re.compile(r"\bnext (?:\w+ ){0,2}$")
"""What may be years ahead: `fight the next general election together`."""

_RECENT_WORDS: Final = ("recent ", "just", "newly ")
_COMING_WORDS: Final = (
    "coming ", "looming ", "ahead of ", "run", "campaign", "candidate", "pact ", "alliance ", "fight ",
    "contest ", "agreement ", "deal ", "manifesto ", "slate ",
)  # fmt: skip
"""What these cannot be without: looked for first, because it is found fast."""


def distance(left: str) -> Relation | None:
    """Return what `nine days before` says on the left of a name or clause."""
    near = left[-170:]
    return _offset(near, len(left) - len(near), commas=1)


def relation_of(left: str, right: str, *, far: bool = True) -> Relation | None:
    """Return what the words on both sides of a name say of its distance from the event; None if nothing.

    Args:
        left: What stands before the name in its sentence.
        right: What stands behind it.
        far: Whether the passage may say how far away something is.
    """
    near = left[-170:]
    shift = len(left) - len(near)
    if offset := _offset(near, shift) if far else None:
        dated = _DAY_BEFORE.search(near, max(0, offset.end - shift))
        named = _on_a_day(dated, 0, -1) if dated else None
        return replace(offset, month=named.month, day=named.day) if named else offset
    if (" earlier" in right or " ago" in right or " before" in right) and (since := _since(right)):
        return since
    if ("’s " in near or "'s " in near) and (own := _OWN.search(near)):
        return _owned(own, _direction(near, right), shift)
    lowered = near.lower()
    if "day" in lowered and (voted := _VOTED.search(near)):
        weekday = WEEKDAYS.index(voted["weekday"].capitalize())
        return Relation(shift + voted.start(), "dated", 0, weekday=weekday)
    months = any([month in near for month in _SHORT])
    if known := (_DAY_BEFORE.search(near) or _MONTH_BEFORE.search(near)) if months else None:
        turn = _told_turn(known[0]) or _direction(near, right)
        return _on_a_day(known, turn, shift + known.start())
    if known := _BEHIND.match(right):
        relation = _on_a_day(known, _told_turn(known[0]) or _direction(near, right), -1)
        year = _YEAR_BEHIND.match(right, known.end())
        return _in_its_year(relation, year["which"]) if relation and year else relation
    if which := _WHICH_BEHIND.match(right):
        return _turned(which["which"].split()[-1], which["unit"], _direction(near, right), -1)
    if recent := _RECENT.search(near) if any([word in lowered for word in _RECENT_WORDS]) else None:
        return Relation(shift + recent.start(), "span", 1)
    coming = _COMING.search(near) if any([word in lowered for word in _COMING_WORDS]) else None
    if coming and not _SOME_DAY.search(coming[0]):
        return Relation(shift + coming.start(), "span", -1)
    return None


def _since(right: str) -> Relation | None:
    """Return what `three days earlier` says behind a name."""
    told = _EARLIER.match(right)
    if told is None:
        return None
    return Relation(-1, "dated", 1, unit=told["unit"].lower(), count=counted(told["count"]))


def _direction(left: str, right: str) -> int:
    """Tell by the nearest word whether the event comes after the thing named or before it."""
    if _NEARING.match(right):
        return -1
    told = _LAST.match(left) or _OPENS.match(right.lstrip())
    return 0 if told is None else 1 if told["after"] else -1


def _offset(left: str, shift: int, commas: int = 0) -> Relation | None:
    lowered = left.lower()
    meets = _meets(lowered)
    found = (
        list(_OFFSET.finditer(left, max(0, min(meets) - _COUNTED - (len(lowered) - len(left)))))
        if meets
        else []
    )
    if not found:
        eve = _EVE.search(left) if " eve " in lowered else None
        return Relation(shift + eve.start(), "dated", -1, unit="day", count=-1) if eve else None
    match = found[-1]
    behind = left[match.end() :]
    side = match["side"].lower()
    if behind.count(",") > commas or len(behind) > 130 or _AHEAD.search(behind):
        return None
    sign = -1 if side in ("before", "ahead of", "prior to", "out from") else 1
    start = shift + match.start()
    if match["hours"]:
        later = match["hours"].lower() in ("the morning", "the day")
        count, end = sign * later, shift + match.end()
        return Relation(start, "dated", sign, unit="day", count=count, late=0 if later else 1, end=end)
    count = counted(match["count"])
    if match["less"] and match["less"].lower().strip() in ("less than", "within", "more than", "over"):
        return None
    unit, end = match["unit"].lower(), shift + match.end()
    if match["half"] or match["halved"]:
        days, about = sign * round((count + 0.5) * _DAYS_OF[unit]), _DAYS_OF[unit] // 2
        return Relation(start, "dated", sign, unit="day", count=days, kind="about", late=about, end=end)
    kind: Distance = "exact" if match["exactly"] else "counted"
    return Relation(start, "dated", sign, unit=unit, count=sign * count, kind=kind, end=end)


_DAYS_OF: Final = {"day": 1, "week": 7, "month": 30, "year": 365}


def _meets(lowered: str) -> list[int]:
    """Return where the first unit ends before each side of a distance, as far as one does."""
    found = []
    for side in _SIDES:
        at = lowered.find(side)
        while at >= 0 and not lowered.endswith(_UNITS, 0, at):
            at = lowered.find(side, at + 1)
        if at >= 0:
            found.append(at)
    return found


def _owned(own: re.Match[str], direction: int, shift: int) -> Relation:
    start = shift + own.start()
    if own["weekday"]:
        return Relation(start, "dated", direction, weekday=WEEKDAYS.index(own["weekday"]))
    if own["just"]:
        return Relation(start, "dated", direction, unit="day", count=0, late=1)
    if own["month"]:
        month, turn = MONTHS.index(own["month"]) + 1, own["turn"]
        turned = -1 if turn == "next" else 1 if turn else direction
        return Relation(start, "dated", turned, month=month, kind="calendar" if turn else "counted")
    return _turned(own["which"], own["unit"], direction, start)


def _in_its_year(relation: Relation, which: str) -> Relation:
    """Return what `on July 23 next year` says: the event lies in the year before."""
    count = _YEARS_BETWEEN[which]
    return replace(relation, direction=count or relation.direction, unit="year", count=count, kind="calendar")


def _told_turn(words: str) -> int:
    """Return what `next September` says behind an election: it lies ahead."""
    return (" last " in words) - (" next " in words)


_YEARS_BETWEEN: Final = {"last": 1, "previous": 1, "this": 0, "next": -1}


def _turned(which: str, unit: str, direction: int, start: int) -> Relation:
    """Return what `last month's` says: the event lies in the month behind."""
    count = _YEARS_BETWEEN.get(which.lower(), 0)
    unit = "week" if unit == "weekend" else unit
    weight: Weight = "span" if unit == "year" else "dated"
    return Relation(start, weight, direction or count, unit=unit, count=count, kind="calendar")


def _on_a_day(known: re.Match[str], direction: int, start: int) -> Relation | None:
    parts = known.groupdict()
    if parts.get("weekday"):
        return Relation(start, "dated", direction, weekday=WEEKDAYS.index(parts["weekday"] or ""))
    month, day = (parts.get(name) or parts.get(f"{name}2") for name in ("month", "day"))
    number = _SHORT.index((month or "")[:3]) + 1
    if day and a_day(2000, number, int(day)) is None:
        return None
    return Relation(start, "dated", direction, month=number, day=int(day) if day else None)
