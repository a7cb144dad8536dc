"""Held: what a congress or an election whose days are known says, by the words around its name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from store.days import Interval
from store.wire.clues import Clue, Weight, sentence_end, sentence_start
from store.wire.committees import LONG, said_held
from store.wire.held_when import month_after, year_beside
from store.wire.lexicon import COUNTS, counted, ordinal
from store.wire.printed import MONTH_NAME, has_year
from store.wire.proceedings import CLOSES, ITSELF, OPENED, proceeding
from store.wire.records import Event
from store.wire.relations import distance

_SOON: Final = (
    r"recently|recent|congratulat\w+|just[- ]concluded|outcomes?|results?|success(?:ful|fully)?|concluded"
    r"|closed|ended|wrapped up|fresh from"
)
_SINCE: Final = (
    r"following|after|since|adopted|resolutions?|re-?elected|elected|implement(?:ing|ation|ed)?|set (?:at|by"
    r"|out|forth)|decided|won|lost|last"
)
_BEFORE: Final = (
    r"upcoming|forthcoming|coming|ahead of|prepar(?:e|ing|ations?)(?: for)?|run-?up to|lead-?up to|due"
    r"|scheduled|"
    r"slated|"
    r"towards?|will|would|to be held|next year|next month|look(?:s|ed)? forward to"
    r"|(?<!days )(?<!day )(?<!weeks )(?<!week )(?<!months )(?<!month )before"
    r"|wish(?:es|ed|ing)?"
)
_DURING: Final = (
    r"opened|opens|opening|attend(?:ing|ed|s)?|addressed|under ?way|taking place|took place|delegates of"
)
_CUES: Final = re.compile(
    rf"\b(?:(?P<soon>{_SOON})|(?P<since>{_SINCE})|(?P<before>{_BEFORE})|(?P<during>{_DURING}))\b", re.I
)
_SAME_YEAR: Final = re.compile(
    rf"\b(?:in|last|early|late) {MONTH_NAME}\b(?! (?:\d|this))"
    r"|\b(?:last|this) month\b|\bearlier this year\b"
)

_GREETED: Final = re.compile(
    r"\b(?:messages?|letters?|greetings|telegrams?)\b[^.;]{0,90}\b(?:on|to|for) (?:the occasion of )?"
    r"(?:its|their|the|the party[’']s|[A-Z][\w.-]+[’']s?) $"
)
"""What stands in a lead before a congress that others greet: `sent a message to the JCP on its`."""

_GREETING: Final = timedelta(days=10)
"""So long before a congress and after it others send it greetings."""

_THANKED: Final = re.compile(
    r"\bthank(?:s|ed|ing|ful)?\b[^.;]{0,160}\b(?:wish(?:es)?|messages?|letters?|greetings|congratulat\w+)\b"
    r"[^.;]{0,60}$"
)
"""What stands before a congress for whose greetings somebody gives thanks, which he does after it."""

_FRESH_THANKS: Final = timedelta(days=120)

_BALLOT: Final = re.compile(
    r"[^,.;]{2,60} (?:won|took|got|received|polled|garnered) [\d,]{2,} (?:of (?:the )?[\d,]+ )?votes?\b"
    r"[^.;]{0,60} at (?:[^.;,]{1,50} )?$"
)
"""What stands below a lead before a congress that voted in it: `NAME won 983 votes at the party's`."""

_TO_HOLD: Final = re.compile(r"success(?:ful|fully) (?:organi[sz]|hold|prepar)", re.I)
_HOPED: Final = re.compile(
    r"\b(?:will|would|hopes?|hoped|wish(?:es|ed)?|belie(?:f|ves?|ved)|to)\b(?=[^.;]*$)"
)
"""What makes a success one that is hoped for: `hope that they will ..., successfully organising`."""

_FRESH: Final = re.compile(r"recent|just|success|concluded|fresh", re.I)
_FRESHLY: Final = 300
"""So many days a congress is called recent, and wished well for its success."""

_SHORTLY: Final = re.compile(r"upcoming|forthcoming|coming|ahead|run-?up|lead-?up|next", re.I)
"""What says of an election that it is not years away."""

_SIDE: Final = re.compile(
    rf"\b(?P<less>less than |within |under |fewer than )?(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) "
    r"(?P<unit>day|week|month)s? (?P<side>before|ahead of|after|following) [^.;,]{0,80}$",
    re.I,
)
"""What stands before a congress that lies so many days or weeks away."""

_YEARS_ON: Final = re.compile(
    r"(?:\b(?P<less>nearly|almost|close to) |\b(?P<more>more than|over) )?"
    rf"\b(?P<count>\d{{1,2}}|{'|'.join(COUNTS)}) years? (?:of |in )?"
    r"(?:implementing|realising|realizing|carrying out|implementation of|since|following|after)\b"
    r"[^.;,]{0,60}$",
    re.I,
)
"""What stands before a congress of some years ago: `over three years implementing the resolution of`."""

_NTH_YEAR: Final = re.compile(
    r"\b(?P<nth>first|second|third|fourth|fifth) year (?:of )?(?:implementing|realising|realizing|carrying"
    r" out|implementation of)\b[^.;,]{0,60}$",
    re.I,
)
"""The same of a year that runs: `the first year implementing the resolution of`."""

_EVE: Final = timedelta(days=4)
"""So long before a congress it is its eve."""

_SIDES: Final = (" before ", " ahead of ", " after ", " follow")
"""What it cannot be without: looked for first, because it is found fast."""

_YEAR_AHEAD: Final = 40
"""A year printed so near behind a congress says that it may be far ahead: `scheduled for early 2026`."""

_YEAR: Final = timedelta(days=365)
_RECENT: Final = 2
"""A vote named by its year in a later paragraph may be long ago."""


def held_clue(
    event: Event, held: Interval, text: str, place: tuple[int, int], floor: int, paragraph: int
) -> Clue:
    """Return what a congress or an election says, by the words around its name and behind another event's."""
    start, end = held
    cue, quote, word = _cue(text, *place, floor)
    near: date | None = end
    weight: Weight = "dated"
    exact = False
    monthly = None if cue == "before" else month_after(text, place, end)
    yearly, reach = year_beside(text, place, held), 60
    if away := _away(text, place, held):
        allowed, reach, exact = away, _FRESHLY, paragraph <= 0 and away[0] == away[1]
        near = min(max(end, away[0]), away[1])
    elif years := _years_on(text, place[0], end):
        allowed, near, weight = years, None, "span"
    elif monthly:
        allowed = monthly
    elif yearly:
        allowed, reach = yearly, 400
        near = min(max(end, yearly[0]), yearly[1])
    elif cue == "before" and event.kind == "election" and (not _SHORTLY.match(quote) or has_year(quote)):
        allowed, near, weight = (start - LONG, start), start, "span"
    elif tells := proceeding(text, place, held) if paragraph <= 0 and event.kind == "congress" else None:
        allowed, exact = tells
        near = allowed[1]
    elif event.kind == "congress" and _THANKED.search(text, sentence_start(text, place[0]), place[0]):
        allowed, near, reach = (start, end + _FRESH_THANKS), end, _FRESH_THANKS.days
    elif paragraph <= 0 and event.kind == "congress" and _is_greeted(text, place[0]):
        allowed = start - _GREETING, end + _GREETING
    elif paragraph == 1 and _BALLOT.match(text, sentence_start(text, place[0]), place[0]):
        allowed = held
    elif cue == "soon" or (cue == "since" and _same_year(text, place)):
        fresh = cue == "soon" and _FRESH.match(quote) is not None
        allowed, reach = (start, end + _YEAR), _FRESHLY if fresh else reach
    elif cue == "before":
        far = has_year(text[place[1] : place[1] + _YEAR_AHEAD])
        allowed, near = (start - _YEAR - timedelta(days=180), start), None if far else start
    elif cue == "during":
        near = start if word.startswith("open") else end
        allowed = (start - timedelta(days=31), end + _YEAR)
    else:
        old = event.kind == "election" and paragraph > _RECENT and has_year(text[slice(*place)])
        allowed = start if cue else start - _YEAR, date.max if old else end + LONG
        weight = "span"
    subject = _short(event, text[slice(*place)])
    told = (event.kind, quote, paragraph, said_held(held), *allowed, weight, near, subject, event.source)
    return Clue(*told, reach=reach, exact=exact or (paragraph <= 0 and word in ITSELF))


def _away(text: str, place: tuple[int, int], held: Interval) -> Interval | None:
    """Return the days that lie `five days after` a congress, or `less than three months before` it."""
    at = place[0]
    left = text[max(sentence_start(text, at), at - 130) : at]
    lowered = left.lower()
    if " eve of " in lowered:
        return held[0] - _EVE, held[0] - timedelta(days=1)
    told = _SIDE.search(left) if any([side in lowered for side in _SIDES]) else None
    if told is None:
        return None
    if told["less"] and (count := counted(told["count"])):
        units = {f"{told['unit'].lower()}s": count}
        first, last = held[0] - relativedelta(**units), held[1] + relativedelta(**units)  # type: ignore[arg-type]
        return (first, held[0]) if told["side"].lower() in ("before", "ahead of") else (held[1], last)
    relation = distance(left)
    if relation is None:
        return None
    if relation.direction > 0:
        ended = not (OPENED.match(text, place[1]) or _OPENING_OF.search(left))
    else:
        ended = bool(CLOSES.match(text, place[1]) or _CLOSE_OF.search(left))
    return relation.around(held[1] if ended else held[0])


_OPENING_OF: Final = re.compile(r"\b(?:opening|start|beginning) of [^.;,]{0,40}$")
_CLOSE_OF: Final = re.compile(r"\b(?:clos(?:e|ing|ure)|end|conclusion) of [^.;,]{0,40}$")
"""What stands before a congress from whose first day, or to whose last, it is counted."""


def _years_on(text: str, at: int, end: date) -> Interval | None:
    """Return the year in which a congress lies `over three years` or `nearly three years` back."""
    left = text[max(sentence_start(text, at), at - 110) : at]
    told = _YEARS_ON.search(left) if " year" in left else None
    if nth := _NTH_YEAR.search(left) if " year " in left else None:
        years = ordinal(nth["nth"].lower()) or 1
        return end + relativedelta(years=years - 1), end + relativedelta(years=years, months=1)
    count = counted(told["count"]) if told else None
    if told is None or count is None:
        return None
    if told["less"]:
        return end + relativedelta(years=count - 1, months=3), end + relativedelta(years=count)
    first = end + relativedelta(years=count, months=0 if told["more"] else -4)
    return first, end + relativedelta(years=count + 1)


def _is_greeted(text: str, at: int) -> bool:
    """Tell whether a lead is about a message to the congress."""
    return _GREETED.search(text, sentence_start(text, at), at) is not None


def _cue(text: str, start: int, end: int, floor: int) -> tuple[str, str, str]:
    """Return what the nearest word says of before or after, the words from it to the name, and the word."""
    name = text[start:end]
    begin = max(sentence_start(text, start), floor)
    before = list(_CUES.finditer(text, max(begin, start - 80), start))
    if before:
        kind, at = before[-1].lastgroup or "", before[-1].start()
        if (
            kind == "soon"
            and _TO_HOLD.match(text, at)
            and _HOPED.search(text, sentence_start(text, start), at)
        ):
            kind = "before"
        kind = "before" if kind == "since" and _WILL_BE.search(text, max(begin, at - 16), at) else kind
        return kind, text[at:end] if start - at <= 24 else name, before[-1][0].lower()
    after = _CUES.search(text, end, min(end + 40, sentence_end(text, end)))
    after = None if after and after[0].lower() == "before" else after  # `its congress before a large crowd`
    return (after.lastgroup or "", name, after[0].lower()) if after else ("", name, "")


_WILL_BE: Final = re.compile(r"\b(?:will|would|shall|to) be $")
"""What makes a word that tells of the past one of what is ahead: `will be elected at`."""


def _same_year(text: str, place: tuple[int, int]) -> bool:
    """Tell whether the sentence gives a month without a year: then it is the last such month."""
    return _SAME_YEAR.search(text, sentence_start(text, place[0]), sentence_end(text, place[1])) is not None


def _short(event: Event, printed: str) -> str:
    return f"the {printed}" if event.kind == "congress" else f"the {event.name}"
