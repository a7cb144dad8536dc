"""Ages: how many years old a state, a party, a treaty or a person would be, as clues.

`two days before the state turns 60`, `25 years to the day after the Agreement`, `was born 95 years ago`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from store.days import MONTHS, WEEKDAYS
from store.fold import fold
from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.hints import AGE_WORDS
from store.wire.lexicon import NUMBERS, counted, ordinal
from store.wire.names import Named
from store.wire.pasts import LIVES, is_alive, later, pasts_in
from store.wire.printed import MONTH_NAME, YEAR, has_year, spoken
from store.wire.records import RECALLED
from store.wire.relations import distance
from store.wire.states import NATIONS
from store.wire.tokens import Line, word_set

_N: Final = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)}|a hundred|hundred)"
_AGE: Final = re.compile(
    r"\b(?:turn(?:s|ed|ing)? (?P<turned>\d{1,3})\b(?!%| per| (?:of|seats?|votes?)\b)"
    rf"|{_N} years (?P<ago>(?P<exact>to the day )?(?:after|since|from)|ago(?: today| this \w+)?)\b"
    r"|(?P<nth>\w+) birthday\b)",
    re.I,
)
_BORN: Final = re.compile(r"\b(?:born|birth)\b", re.I)
_DIED: Final = re.compile(r"\b(?:died|death|killed|assassinated|passed away)\b", re.I)
_BEGAN: Final = re.compile(
    r"\b(?:independence|founded|founding|foundation|republic|state|established|nation|country"
    r"|island)\b",
    re.I,
)
_STATE: Final = re.compile(r"\b(?:state|country|nation|republic|kingdom|island|monarchy)(?: \w+)? $", re.I)
_PARTY: Final = re.compile(r"(?:\bparty|\bmovement|\bfront|\bit|[A-Z]{2,7}\)?,?)(?: \w+)? $")
"""What stands before `turns 60` if it is said of a state or of a party."""

_REACH: Final = 110
_HALF: Final = timedelta(days=183)
_WEEK: Final = timedelta(days=6)
_ON: Final = re.compile(rf" (?:on|this|next|last) (?P<day>{'|'.join(WEEKDAYS)})\b")


_FOUNDED: Final = re.compile(rf"\b(?:founded|established|formed|set up) in {YEAR} and $")
"""What stands before `turned 100` where a text prints the first year itself."""

_THEN: Final = re.compile(
    rf" (?:years old )?(?:in|on|last) (?:(?P<before>\d{{1,2}}) )?(?P<month>{MONTH_NAME})\b(?! \d{{4}})"
)
"""The month behind an age that was reached: `turned 101 in March`."""

_ON_IT: Final = re.compile(
    r"\bon what would have been (?:the|his|her|[A-Z][\w-]+[’']s|[A-Z][\w-]+ [A-Z][\w-]+[’']s) $"
)
"""What stands before the birthday itself: `on what would have been the 64th birthday of`."""

_SINCE: Final = timedelta(days=300)
"""So long a month that is past is told without its year."""


class _Begun(NamedTuple):
    """What the years are counted from."""

    name: str
    day: date


def age_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what a text says of its year by the age of something whose first day is known."""
    for number in passages.having("age"):
        text = passages.texts[number]
        for match in _ages(text, passages.lines[number]):
            count = _count(match)
            begin = max(sentence_start(text, match.start()), match.start() - _REACH)
            end = min(sentence_end(text, match.end()), match.end() + _REACH)
            founded = _FOUNDED.search(text, begin, match.start()) if match["turned"] else None
            if 0 < count < 200 and (founded or not has_year(text[begin:end])):
                begun = _begun(match, (begin, end), number, named, gazetteer, founded=founded is not None)
                left = text[begin : match.start()]
                clues = [
                    _clue(match, number, n, one, left) for one in begun for n in _counts(match, count, one)
                ]
                yield from one_of([clue for clue in clues if clue])


def _ages(text: str, line: Line) -> Iterator[re.Match[str]]:
    """Yield the ages that a passage tells, in order: tried only where one may begin."""
    folds, end = line.folds, 0
    for at in line.among(AGE_WORDS):
        begin = at if folds[at] in _TURNS else max(0, at - 1)
        if folds[begin] == "hundred" and begin and folds[begin - 1] == "a":
            begin -= 1
        if line.starts[begin] >= end and (match := _AGE.match(text, line.starts[begin])):
            end = match.end()
            yield match


_TURNS: Final = word_set("turn turns turned turning")


def _count(match: re.Match[str]) -> int:
    """Return how many years are told."""
    if match["nth"]:
        return ordinal(match["nth"].lower()) or 0
    return counted(match["turned"] or match["count"]) or 100


def _counts(match: re.Match[str], count: int, begun: _Begun) -> tuple[int, ...]:
    """Return how many years are meant: in the east of Asia the living are one year old when born."""
    return (count, count - 1) if match["nth"] and is_alive(begun.day, count - 1) else (count,)


def _clue(match: re.Match[str], number: int, count: int, begun: _Begun, left: str) -> Clue | None:
    """Return what an age says of a thing, if the weekday and the distance beside it fit."""
    day = later(begun.day, count)
    first, last, relation = day - _HALF, day + _HALF, distance(left)
    if relation and (around := relation.around(day)):
        first, last = around
    then = _THEN.match(match.string, match.end())
    past = then is not None and match[0].lower().startswith("turned")
    if then and past:
        if MONTHS[day.month - 1] != then["month"]:
            return None
        first, last = day, day + _SINCE
    if weekday := _ON.match(match.string, match.end()):
        if day.weekday() != WEEKDAYS.index(weekday["day"]):
            return None
        first, last = max(first, day - _WEEK), min(last, day + _WEEK)
    marked = match["nth"] is not None and _ON_IT.search(left) is not None
    if marked:
        first = last = day
    subject, place = f"{count} years from {begun.name}", (match[0], number)
    says = f"{subject}, {spoken(begun.day)}"
    exact = marked or bool(match["exact"]) or (match["ago"] or "").endswith("today")
    near = min(max(day, first), last)
    reach = _SINCE.days if past else 60
    told = Clue("anniversary", *place, says, first, last, "dated", near, subject, RECALLED, exact=exact)
    return told._replace(reach=reach)


def _begun(
    match: re.Match[str],
    place: tuple[int, int],
    number: int,
    named: Named,
    gazetteer: Gazetteer,
    *,
    founded: bool,
) -> Sequence[_Begun]:
    """Return what the words around an age say it may be of: a life, a past, a party, or states."""
    begin, end = place
    around = fold(match.string[begin:end])
    born, died = _BORN.search(around) is not None, _DIED.search(around) is not None
    if born != died or match["nth"]:
        lives = [_Begun(name, _day(days[died])) for name, days in LIVES.items() if f" {name}" in f" {around}"]
        if len(lives) == 1:
            return lives
    pasts = [_Begun(name, day) for day, name in pasts_in(around).items()]
    if pasts:
        return pasts if len(pasts) == 1 else []
    near = [m.entity for m in named.mentions if m.paragraph == number and begin <= m.start < match.start()]
    parties = [party for key in near if (party := gazetteer.parties.get(key)) and party.founded]
    state = _STATE.search(match.string, begin, match.start())
    is_party = founded or _PARTY.search(match.string, begin, match.start())
    if match["turned"] and not state and not is_party:
        return []
    if parties and not match["ago"] and not state:
        first = parties[-1].founded
        return [_Begun(parties[-1].name, first[0])] if first and first[0] == first[1] else []
    if match["nth"] or born or died or not _BEGAN.search(around):
        return []
    counted = distance(match.string[begin : match.start()]) is not None
    return _states([entity.id for entity in named.entities] if counted else near, gazetteer)


def _states(keys: Sequence[str], gazetteer: Gazetteer) -> Sequence[_Begun]:
    """Return the states that the places among some things belong to, each from its first day on."""
    known = [gazetteer.places.get(key) or gazetteer.parties.get(key) for key in keys]
    codes = {one.country for one in known if one and one.country in NATIONS}
    return [_Begun(f"the day of {code}", _day(NATIONS[code])) for code in sorted(filter(None, codes))]


def _day(printed: str) -> date:
    return date.fromisoformat(printed)
