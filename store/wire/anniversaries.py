"""Anniversaries: a number of years and what they are counted from make a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS, Interval, interval
from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.deaths import OF_DEATH, remembered
from store.wire.gazetteer import Gazetteer
from store.wire.leads import FIRST_YEAR
from store.wire.lexicon import ordinal
from store.wire.names import Named
from store.wire.pasts import is_alive, later, life_beside, past_behind
from store.wire.printed import DAY, MONTH_NAME, YEAR, PrintedDay, a_day, read_day, spoken
from store.wire.records import RECALLED, Party
from store.wire.relations import distance
from store.wire.states import NATIONAL_DAYS, first_day, named_state
from store.wire.tokens import Line, word_set
from store.wire.victories import ON_WEEKDAY

_COUNT: Final = re.compile(
    r"\b(?:(?P<count>\d{1,3})(?: ?(?:st|nd|rd|th))? "
    r"(?:(?:founding|traditional|establishment|independence|national|birth|death) )?(?:anniversary|birthday"
    r"|founding day)\b"
    r"|(?P<day>\d{1,3}) ?(?:st|nd|rd|th) (?:National|Independence) Day\b"
    r"|(?P<years>\d{1,3}) years (?:of|since|after) (?:the )?(?:founding|establishment|diplomatic)\b"
    r"|(?P<age>\d{2,3})-year-old (?:\w+ )?(?:party|organi[sz]ation|movement|front)\b"
    r"|(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:death )?anniversary\b"
    r"|(?P<hundred>(?:bi)?cente(?:nary|nnial))\b)",
    re.I,
)
_WORDS: Final = word_set("anniversary birthday day years old centenary centennial bicentenary bicentennial")
_FIRST: Final = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth centenary centennial bicentenary "
    "bicentennial"
)
_IN_FRONT: Final = len(("100", "-", "year", "-"))
"""What every count has, what it begins with if with no digit, and how many tokens may stand before that."""

_FULL: Final = re.compile(rf"{DAY}", re.I)
_LONG_AGO: Final = rf"(?:1[6-8]\d\d(?!\d)|{YEAR})"
"""A year in which something may have begun that has anniversaries now."""

_WHOSE: Final = re.compile(r"\b(?:his|her|my) (?:own )?$|\b(?:his|her) $", re.I)
"""What makes a birthday a person's."""

_OF_SOMEBODY: Final = re.compile(
    r" of (?:the|its|their|our) (?:(?:late|great|beloved|founding|former|revered|national) )+"
    r"(?:leader|president|king|hero|father|chairman|revolutionary)\b"
)
"""The same behind it: `the 132nd birthday of the late leader`."""

_OF_HIS: Final = re.compile(r" of (?:his|her) (?:birth|death|passing|assassination)\b")
"""What is remembered of whom a sentence names before: `the 200th anniversary of his birth`."""

_GREETED: Final = re.compile(
    r"\b(?:greetings?|messages?|letters?|telegrams?|congratulat\w+|wreaths?|flowers)\b[^.;]*"
    r"\b(?:on|to mark|for|of) (?:the occasion of )?(?:the|its|their|his|her) $"
)
"""What stands in a lead before an anniversary that others greet: it is in the week before."""

_WEEK: Final = timedelta(days=6)

_MARKED: Final = re.compile(
    r"(?<!\bto )\b(?:marked|marks|celebrated|celebrates|turned|commemorated)\b(?! (?:ahead|early))[^.;]*$"
)
"""What says that it is the anniversary itself that is told of."""

_ITS: Final = re.compile(r"(?:\b(?P<its>its|their|the party[’']s)|\)?[’']s?) (?:own |landmark )?$", re.I)
_OF_ITS: Final = re.compile(
    r" of (?:its|their|the party[’']s) (?:own )?(?:founding|foundation|establishment|birth)\b"
)
_OF_PARTY: Final = re.compile(r" of the party(?=[,.;]|$)")
"""What an anniversary is of, where a text tells of one party only."""

_OF: Final = re.compile(r" of (?:the )?(?:ruling |opposition )?")
_ELSE: Final = re.compile(
    r" (?:of|in (?:power|government|office|parliament)|as|since|at the (?:helm|head)|marking)\b", re.I
)
"""What an anniversary is of, if not of the party's founding."""

_ENDS: Final = re.compile(r"(?: \([^)]{1,12}\))?(?:[,.;]|$| (?:on|in|here|at|with|was|is|will|and) )")
_PERIOD: Final = re.compile(
    rf"\((?:{MONTH_NAME} )?(?P<first>{_LONG_AGO}) ?[-–] ?(?:{MONTH_NAME} )?(?P<second>{YEAR})\)"
)
_YEAR: Final = re.compile(
    rf"(?:\(|\b(?:(?:founded|established|founding|set up|formed|born)"
    rf"|first (?:issue|edition|number|broadcast)\b[^.;]{{0,60}}?) in (?:{MONTH_NAME} )?){_LONG_AGO}",
    re.I,
)
_OF_YEAR: Final = re.compile(
    rf" of (?:(?:the |its |their )?(?:(?!in |on |at |by |for )[\w’'-]+ ){{1,6}}?of |the ){_LONG_AGO}"
)
"""What is remembered, with its year: `of the Carnation Revolution of 1974`."""

_AHEAD: Final = re.compile(r"\b(?:next year|coming|upcoming|ahead|towards?|prepar\w*|plan\w*|will)\b")
"""What may make it an anniversary of another year than that of what is told."""

_OLD: Final = re.compile(r",? (1[6-8]\d\d)(?!\d)")
_APPOSED: Final = re.compile(r", (?:a|the|now a)(?: \w+)? $")
"""What stands between a party and its age behind it."""

_SOON: Final = 30
"""So many letters behind its age a party is named whose age it is."""

_NEAR: Final = timedelta(days=183)
_LONGEST: Final = 250
"""So many years are counted at most."""


def anniversary_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the anniversaries of a text say about its year."""
    for number in passages.having("anniversary"):
        text = passages.texts[number]
        for match in _counts(text, passages.lines[number]):
            count = _count(match)
            end = min(sentence_end(text, match.end()), match.end() + 200)
            begun, source = _printed(text, match.end(), end, count), ""
            whose = _WHOSE.search(text, max(0, match.start() - 24), match.start())
            whose = whose or _OF_SOMEBODY.match(text, match.end())
            place = (match.start() - 60, end)
            if begun is None:
                left = sentence_start(text, match.start()) if _OF_HIS.match(text, match.end()) else place[0]
                begun, source = life_beside(text[max(0, left) : end])
            if begun and match[0].lower().endswith("birthday") and is_alive(begun[0], count - 1):
                continue  # ages tells it: it may be counted in two ways
            if begun is None and not whose:
                begun, source = _known(number, place, bool(match["day"]), named, gazetteer)
            if begun is None and ("death" in match[0].lower() or OF_DEATH.match(text, match.end())):
                begun, source = remembered(number, (match.start(), end), named, gazetteer)
            if begun is None and not whose:
                begun, source = past_behind(text[match.end() : end])
            if begun is None and not whose and (of := named_state(text, match.end())):
                begun, source = first_day(text[slice(*of)], gazetteer)
                place = of
            if begun is None and not whose:
                party = _party(text, number, _beside(place, match), named, gazetteer)
                party = party or _its_own(text, number, match, named, gazetteer)
                begun, source = (party.founded, party.source) if party else (None, "")
            if begun and 0 < count <= _LONGEST:
                marked = _MARKED.search(text, max(0, match.start() - 60), match.start()) is not None
                marked = marked or (number <= 0 and _falls_on(text, match.start(), begun[0], count))
                if match["age"]:
                    begun = begun[0], later(begun[1], 1) - timedelta(days=1)
                behind, now = (text, match.end(), end), number <= 0 and not _AHEAD.search(text)
                greeted = number <= 0 and _GREETED.search(text, 0, match.start()) is not None
                for clue in _clue(match[0], number, count, begun, source, marked):
                    if greeted and clue.near:
                        clue = clue._replace(earliest=clue.near - _WEEK, latest=clue.near)
                    elif away := _away(text, match.start(), clue.near) if number <= 0 else None:
                        clue = clue._replace(earliest=away[0], latest=away[1], near=away[0], exact=True)
                    told = _OF_YEAR.match(*behind) or _YEAR.search(*behind) if now else None
                    printed = told or _PERIOD.search(*behind)
                    both = clue.near is None and printed
                    yield clue._replace(weight="dated", near=clue.earliest, reach=366) if both else clue


def _falls_on(text: str, at: int, begun: date, count: int) -> bool:
    """Tell whether something is held for an anniversary on its weekday: `on Saturday at a rally for the`."""
    left = text[sentence_start(text, at) : at]
    on, day = ON_WEEKDAY.findall(left), later(begun, count)
    return _RALLY.search(left) is not None and len(on) == 1 and on[0] == WEEKDAYS[day.weekday()]


def _away(text: str, at: int, day: date | None) -> Interval | None:
    """Return the day that lies so many before an anniversary: `three days ahead of its 70th anniversary`."""
    relation = distance(text[sentence_start(text, at) : at]) if day else None
    return relation.around(day) if day and relation and relation.unit == "day" else None


_RALLY: Final = re.compile(
    r"\b(?:rally|ceremony|celebrations?|gala|parade|meeting|event|gathering|reception)"
    r" (?:held |(?:was|were) held (?:[\w’'-]+ ){2,12}?)?(?:to mark|marking|for|on|in honou?r of)"
    r" (?:the |its |their )?$"
)
"""What is held for an anniversary, right before it."""


def _count(match: re.Match[str]) -> int:
    """Return how many years are told."""
    hundred = 200 if match["hundred"] and match["hundred"].lower().startswith("bi") else 100
    figures = match["count"] or match["years"] or match["age"] or match["day"]
    return int(figures or ordinal((match["word"] or "").lower()) or hundred)


def _counts(text: str, line: Line) -> Iterator[re.Match[str]]:
    """Yield the counts of years in a passage, in order: each is tried where it may begin."""
    folds, starts, end = line.folds, line.starts, 0
    for at in line.among(_WORDS):
        for first in range(max(0, at - _IN_FRONT), at + 1):
            counted = folds[first][:1].isdigit() or folds[first] in _FIRST
            if counted and starts[first] >= end and (match := _COUNT.match(text, starts[first])):
                end = match.end()
                yield match


def _beside(place: tuple[int, int], match: re.Match[str]) -> tuple[int, int]:
    """Return where the party stands whose age or anniversary it is: an age is of what is named at once."""
    if not match["age"] or _APPOSED.search(match.string, max(0, place[0]), match.start()):
        return place
    return match.end(), min(place[1], match.end() + _SOON)


def _printed(text: str, start: int, end: int, count: int) -> Interval | None:
    """Return the day or year that the text prints behind the anniversary."""
    if (period := _PERIOD.search(text, start, end)) and int(period["second"]) - int(period["first"]) == count:
        return interval(period["first"])
    for full in _FULL.finditer(text, start, end):
        day = read_day(full[0])
        old = _OLD.match(text, full.end())
        if day and day.day and (old or day.year):
            return _only(day._replace(year=int(old[1])) if old else day)
    year = _YEAR.search(text, start, end) or _OF_YEAR.match(text, start, end)
    return interval(year[0][-4:]) if year else None


def _only(day: PrintedDay) -> Interval | None:
    found = a_day(day.year or 0, day.month, day.day or 0)
    return (found, found) if found else None


def _known(
    number: int, place: tuple[int, int], is_day: bool, named: Named, gazetteer: Gazetteer
) -> tuple[Interval | None, str]:
    """Return the end of the one turning point named beside the anniversary, or whose national day it is."""
    near = {m.entity for m in named.mentions if m.paragraph == number and place[0] <= m.start < place[1]}
    events = [gazetteer.events[key] for key in near if key in gazetteer.events]
    ended = {e.held[1]: e.source for e in events if e.kind == "milestone" and e.held and e.held[1] < date.max}
    if is_day:
        places = [gazetteer.places[key] for key in near if key in gazetteer.places]
        days = [NATIONAL_DAYS[p.country] for p in places if p.country and p.country in NATIONAL_DAYS]
        ended = {date.fromisoformat(day): RECALLED for day in days}
    if len(ended) != 1:
        return None, ""
    (day, source), *_ = ended.items()
    return (day, day), source


def _party(
    text: str, number: int, place: tuple[int, int], named: Named, gazetteer: Gazetteer
) -> Party | None:
    """Return the one party named beside the anniversary, if that is of a founding."""
    if not re.search(
        r"\b(?:found|establish|birth|(?:bi)?centen)|-year-old", text[max(0, place[0] - 9) : place[1]], re.I
    ):
        return None
    near = {
        m.entity
        for m in named.mentions
        if m.paragraph == number and place[0] <= m.start < place[1] and m.entity in gazetteer.parties
    }
    return gazetteer.parties[near.pop()] if len(near) == 1 else None


def _its_own(
    text: str, number: int, match: re.Match[str], named: Named, gazetteer: Gazetteer
) -> Party | None:
    """Return the party of `its 72nd anniversary`, or of `the 72nd anniversary of the CPP` or of the party."""
    begin = sentence_start(text, match.start())
    its = _ITS.search(text, max(begin, match.start() - 40), match.start())
    of = _OF.match(text, match.end())
    founding = _OF_ITS.match(text, match.end())
    if not (its or of) or (its and _ELSE.match(text, match.end())):
        return None
    if _OF_PARTY.match(text, match.end()):
        told_of = {m.entity for m in named.mentions if m.entity in gazetteer.parties}
        return gazetteer.parties[told_of.pop()] if len(told_of) == 1 else None
    near: Mention | None = None
    for mention in named.mentions:
        if mention.paragraph != number or mention.entity not in gazetteer.parties:
            continue
        if of and mention.start == of.end() and _ENDS.match(text, mention.end):
            return gazetteer.parties[mention.entity]
        told = its or founding
        if told and begin <= mention.start < match.start() and (not near or mention.start > near.start):
            near = mention
    if founding and near:
        return gazetteer.parties[near.entity]
    if its and near and (its["its"] or its.start() <= near.end):
        return gazetteer.parties[near.entity]
    return None


def _clue(quote: str, number: int, count: int, begun: Interval, source: str, marked: bool) -> Iterator[Clue]:
    first, last = (later(day, count) for day in begun)
    if first.year < FIRST_YEAR or begun[0].year + count > 2100:
        return
    if begun[0] == begun[1]:
        says = f"{count} years from {spoken(begun[0])}"
        span = (first - _NEAR, first + _NEAR)
        place, subject = (quote, number), "the anniversary"
        yield Clue("anniversary", *place, says, *span, "dated", first, subject, source, exact=marked)
    else:
        says = f"{count} years from {begun[0].year}"
        yield Clue("anniversary", quote, number, says, first, last, "span", None, "the anniversary", source)
