"""Happenings: arrests, coups, visits and the like, whose days are known, as clues to a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from store.days import WEEKDAYS, Interval
from store.wire.clues import Clue, Passages, Weight, one_of
from store.wire.committees import said_held
from store.wire.distances import Relation, counted_from
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import NUMBERS, counted, ordinal
from store.wire.names import Named
from store.wire.printed import DAY, MONTH, has_year, read_day
from store.wire.records import Happening
from store.wire.relations import distance
from store.wire.sheet import Mark
from store.wire.tokens import Line, word_set
from store.wire.travels import VISITS, is_there, told_days, without_beginning

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
    rf"[^.;]{{0,40}}?\b(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}|a) (?P<unit>day|week|month)s? "
    r"(?:ago|earlier)\b"
)
_LONG_AGO: Final = re.compile(
    r"\banniversar|\byears? (?:\w+ ){0,3}(?:ago|since|after|later|before|on)\b"
    r"|\bdecades?\b|\bmemorial\b|\bcommemorat",
    re.I,
)
_PAST_WORDS: Final = ("anniversar", "year", "decade", "memorial", "commemorat")
"""What it cannot be without: looked for first, because it is found fast."""

_NOT_YET: Final = re.compile(
    r"\b(?:may|might|could|would|will|if|unless|not|never|threat\w*|calls? for|call(?:ed|ing) for|urg\w+"
    r"|demand\w*|to be|seek\w*|fail\w*|plan\w*) (?:[\w'’-]+ ){0,4}$",
    re.I,
)
_REACH: Final = 7
"""So many spaces at most stand in what says it, the one behind it included."""

_BEHIND: Final = 10
_ITS_OWN: Final = 2
_AHEAD: Final = 7
"""So many tokens stand between a word and whom it befell."""

_INSTEAD: Final = word_set(
    "succeed succeeds succeeded succeeding replace replaces replaced replacing against over beat beats "
    "beating defeat defeats defeated defeating"
)
"""What stands before whom somebody else came after or won against: `won the contest to succeed NAME`."""

_HEADS: Final = word_set(
    "president minister leader chief chairman chairwoman chair head secretary king prime"
)

_WEEK: Final = timedelta(days=6)
_AT_ONCE: Final = timedelta(days=10)
"""So long after it what has just happened is told without saying when."""

_AROUND: Final = timedelta(days=5)
"""So long before and after it a visit is spoken of."""

_YEAR: Final = timedelta(days=330)


class _When(NamedTuple):
    """On which days a text may have been written that says so when something happened."""

    earliest: date
    latest: date
    near: date
    weight: Weight = "dated"
    reach: int = 60


def happening_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the happenings that a text tells of say about its year."""
    known = _befallen(named, gazetteer)
    for line in [passages.lines[n] for n in passages.texts if n in passages.lines] if known else ():
        there = not VISITS.isdisjoint(line.vocabulary)
        alike: dict[tuple[Set[str], Set[str] | str], list[Clue]] = {}
        for happening in known:
            may_be = there or not happening.is_visit
            if not may_be or any([words.isdisjoint(line.vocabulary) for words in happening.words]):
                continue
            for clue in _told(happening, line, passages.texts[line.number], named):
                by = happening.words[0] if happening.is_visit else clue.quote
                alike.setdefault((happening.who, by), []).append(clue)
        for same in alike.values():
            several = len({clue.near for clue in same}) > 1
            yield from one_of(same) if several else same


class _Fate(NamedTuple):
    """What befell somebody, numbered, by each word that may tell of it."""

    words: frozenset[str]
    by_word: Mapping[str, Sequence[tuple[int, Happening]]]


def _befallen(named: Named, gazetteer: Gazetteer) -> list[Happening]:
    """Return what befell those whom a text names and may be told in it, in the order of the chronicle."""
    keys: set[str | None] = {entity.country for entity in named.entities}
    ids = [entity.id for entity in named.entities]
    keys.update(ids, [key.replace(":?-", ":", 1) for key in ids if ":?-" in key])
    fates, found = _fates(gazetteer), dict[int, Happening]()
    for words, by_word in [fates[key] for key in keys if key in fates]:
        for word in words & named.vocabulary:
            found.update([told for told in by_word[word] if told[1].who <= keys])
    return [found[number] for number in sorted(found)] if found else []


@lru_cache(maxsize=4)
def _fates(gazetteer: Gazetteer) -> Mapping[str | None, _Fate]:
    """Return the happenings by one of those whom each befell, best a person."""
    found: dict[str | None, dict[str, list[tuple[int, Happening]]]] = {}
    for number, happening in enumerate(gazetteer.chronicle.happenings):
        by_word = found.setdefault(max(happening.who, key=lambda who: (":" in who, who)), {})
        for word in happening.words[0]:
            by_word.setdefault(word, []).append((number, happening))
    return {key: _Fate(frozenset(by_word), by_word) for key, by_word in found.items()}


def _told(happening: Happening, line: Line, text: str, named: Named) -> Iterator[Clue]:
    """Yield what each sentence says that tells of a happening and names those whom it befell."""
    wanted = {key for key in happening.who if ":" in key}
    for begin, end in line.sentences():
        folds = line.folds[begin:end]
        if any([word.isdisjoint(folds) for word in happening.words]):
            continue
        marks = [m for m in named.marks.get(line.number, ()) if begin <= m.start < end]
        if _is_elsewhere(happening, marks, named):
            continue
        marks = [mark for mark in marks if mark.kind in ("person", "party")]
        at = _at(happening, line.folds, begin, end, marks, wanted)
        if at is None:
            continue
        left = text[line.starts[begin] : line.starts[at]]
        right = text[line.end(at) : line.end(end - 1)]
        if when := _when(happening, left, right, line.number):
            quote = text[line.starts[at] : line.end(at)]
            says = f"{happening.name}, {said_held(happening.held).removeprefix('held ')}"
            told = ("milestone", quote, line.number, says, when.earliest, when.latest, when.weight, when.near)
            yield Clue(*told, happening.name, happening.source, reach=when.reach)


def _is_elsewhere(happening: Happening, marks: Sequence[Mark], named: Named) -> bool:
    """Tell whether a sentence names places, and none of a country where it happened."""
    lands = {key for key in happening.who if ":" not in key}
    named_there = {mark.entity for mark in marks if mark.kind == "place"} if lands else set()
    return bool(named_there) and not any([e.country in lands for e in named.entities if e.id in named_there])


def _at(
    happening: Happening, folds: Sequence[str], begin: int, end: int, marks: Sequence[Mark], wanted: Set[str]
) -> int | None:
    """Return the first word of a sentence that tells of a happening of those who are named around it."""
    if not wanted <= {_known_id(mark.entity) for mark in marks}:
        return None
    if happening.is_visit:
        places = [
            i for i in range(begin, end) if folds[i] in happening.words[0] and is_there(folds, begin, i)
        ]
        return places[0] if places and not VISITS.isdisjoint(folds[begin:end]) else None
    for at in [i for i in range(begin, end) if folds[i] in happening.words[0]]:
        beside = {_known_id(mark.entity) for mark in marks if _befell(mark, at, folds, marks)}
        if not wanted or wanted & beside:
            return at
    return None


def _known_id(key: str) -> str:
    return key.replace(":?-", ":", 1)


def _befell(mark: Mark, at: int, folds: Sequence[str], marks: Sequence[Mark]) -> bool:
    """Tell whether what a word says befell somebody: `the arrest of NAME`, `NAME, who fled`."""
    if mark.end <= at:
        between = [other for other in marks if mark.end <= other.start < at and other.kind == mark.kind]
        far = _ITS_OWN if folds[mark.end] == "'s" else _BEHIND
        return at - mark.end <= far and not between
    gap = folds[at + 1 : mark.start]
    gap = gap[1:] if gap[:1] == ("of",) else gap
    if not _INSTEAD.isdisjoint(gap):
        return False
    plain = [
        word for before, word in zip(("", *gap), gap, strict=False) if word == "of" and before not in _HEADS
    ]
    return len(gap) <= _AHEAD and not plain and "," not in gap and "'s" not in gap


def _when(happening: Happening, left: str, right: str, number: int) -> _When | None:
    """Return the days that a sentence allows by when it says that something happened."""
    held, lowered = happening.held, f"{left} {right}".lower()
    if has_year(left) or has_year(right) or (_may_be_past(lowered) and _is_past(left, right)):
        return None
    if not happening.is_visit and _NOT_YET.search(" ".join(left.rsplit(" ", _REACH)[-_REACH:])):
        return None
    stays_on = "stepping" in happening.words[0]
    if counted := None if stays_on else _counted(held, left, right, number):
        return counted
    near = (right[:_AHEAD_OF], left[-_NEAR:])
    if happening.is_visit:
        near = without_beginning(near[0]), without_beginning(near[1])
    if weekday := _weekday(left, near) if "day" in lowered else None:
        span = told_days(held, left + right) if happening.is_visit else held
        return _on_weekday(span, WEEKDAYS.index(weekday), happening.is_visit)
    printed = next((told for m in map(_PRINTED.search, near) if m and (told := read_day(m[0]))), None)
    if printed and printed.day:
        days = [printed.in_year(year) for year in (held[0].year, held[1].year)]
        day = next((day for day in days if day and held[0] <= day <= held[1]), None)
        return _When(day, day + _YEAR, day, reach=_YEAR.days) if day else None
    return _in_month(held, near) or _at_once(happening, number)


def _weekday(left: str, near: Sequence[str]) -> str | None:
    """Return the weekday that a happening is called by, or that stands near it."""
    own = _OWN.search(left)
    return own[1] if own else next((m[0] for m in map(_WEEKDAY.search, near) if m), None)


def _may_be_past(lowered: str) -> bool:
    return any([word in lowered for word in _PAST_WORDS])


def _is_past(left: str, right: str) -> bool:
    return _LONG_AGO.search(left) is not None or _LONG_AGO.search(right) is not None


def _counted(held: Interval, left: str, right: str, number: int) -> _When | None:
    """Return the days of `a week after`, of `on the fifth day of the war` and of `ten days ago`."""
    if ago := _AGO.match(right) if " ago" in right or " earlier" in right else None:
        around = Relation(0, "dated", 1, unit=ago["unit"], count=counted(ago["count"])).around(held[1])
        return _When(*around, min(max(held[1], around[0]), around[1])) if around else None
    nth = _NTH_DAY.search(left) if " day " in left.lower() else None
    count = ordinal(nth["nth"].casefold()) if nth else None
    if count:
        day = held[0] + timedelta(days=count - 1)
        return _When(day, day, day)
    relation = distance(left)
    if relation is None or relation.unit == "year":
        return None
    end = held[1] if relation.direction > 0 else held[0]
    around = counted_from(left, relation, end, number)
    return _When(*around, min(max(held[1], around[0]), around[1])) if around else None


def _on_weekday(held: Interval, weekday: int, is_visit: bool) -> _When | None:
    """Return the week behind the day of that name on which it happened; a visit's days themselves."""
    days = [held[0] + timedelta(n) for n in range(min((held[1] - held[0]).days + 1, 31))]
    days = [day for day in days if day.weekday() == weekday]
    if not days:
        return None
    return _When(days[0], days[-1] + (timedelta() if is_visit else _WEEK), days[0])


def _in_month(held: Interval, near: Sequence[str]) -> _When | None:
    """Return the days after a month that is named, or from which `last week` looks back."""
    for words in near:
        if lately := _LATELY.search(words):
            count = 1 if "last" in lately["which"] else 0
            relation = Relation(0, "dated", 1, unit=lately["unit"], count=count, kind="calendar")
            around = relation.around(held[1])
            return _When(max(held[1], around[0]), around[1], held[1]) if around else None
        if month := _MONTH.search(words):
            told = read_day(f"1 {month['month']}")
            if told is None or told.month != held[1].month:
                return None
            return _When(held[1], held[1] + _YEAR, held[1], reach=_YEAR.days)
    return None


def _at_once(happening: Happening, number: int) -> _When | None:
    """Return the days on which a lead tells of what has just happened, or anything of a visit."""
    start, end = happening.held
    if number > 0:
        return None
    if happening.is_visit:
        return _When(start - _AROUND, end + _AROUND, start)
    return _When(start, end + _AT_ONCE, end, "span")
