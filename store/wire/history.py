"""History: coups, wars, revolutions and risings, told apart by a name of their own or by a date."""

from __future__ import annotations

import re
from typing import Final

from store.article import Entity
from store.wire.lexicon import TIMES
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

TURNS: Final = word_set(
    "coup revolution uprising war intifada rebellion insurrection massacre genocide putsch "
    "battle march spring offensive crisis forward pigs rising holocaust holodomor nakba"
)
"""Head nouns of what history remembers by its day or name."""

_FAMOUS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "march": (("long", "march"), ("salt", "march"), ("dandi", "march")),
    "spring": (("prague", "spring"), ("arab", "spring")),
    "offensive": (("tet", "offensive"),),
    "crisis": (("cuban", "missile", "crisis"), ("suez", "crisis")),
    "forward": (("great", "leap", "forward"),),
    "pigs": (("bay", "of", "pigs"),),
    "rising": (("easter", "rising"),),
    "holocaust": (("holocaust",),),
    "holodomor": (("holodomor",),),
    "nakba": (("nakba",),),
}
"""Events that everybody knows by a name whose noun says nothing of what they were."""

_KINDS: Final = word_set(
    "civil military world great anti - colonial independence liberation patriotic islamic"
)
"""What may stand before a head noun in small letters."""

_VAGUE: Final = word_set(
    "the a an this that our their his her its trade cold industrial green digital technological scientific "
    "price culture class drug drugs star cyber fourth long new socialist social people world civil military "
    "liberation great and of for in national"
)
"""Words that alone make no war or revolution the one that everybody knows."""

_ONE: Final = word_set("the a an this that 's")
_NUMERALS: Final = word_set("i ii one two")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_REACH: Final = 5


def mark_turn(sheet: Sheet, index: int, head: int) -> None:
    """Mark a coup, war, revolution or rising that is told apart."""
    line = sheet.lines[index]
    if line.shouts or not sheet.free(index, head, head + 1):
        return
    if line.folds[head] == "battle":
        _mark_battle(sheet, index, head)
        return
    if line.folds[head] in _FAMOUS:
        for name in _FAMOUS[line.folds[head]]:
            start = head + 1 - len(name)
            if start < 0 or line.folds[start : head + 1] != name:
                continue
            if line.words[start][0].isupper() and line.words[head][0].isupper():
                _claim(sheet, index, start, head + 1)
        return
    end = head + 1
    if line.folds[head] == "war" and line.folds[end : end + 1] and line.folds[end] in _NUMERALS:
        end += 1
    elif end < len(line.words) and line.words[end][0].isupper() and line.starts[end] - line.end(head) == 1:
        return  # the War Veterans' Association
    start = _start(sheet, index, head)
    after = _date_end(line, end)
    if start == head and line.folds[head] == "war" and (not head or line.folds[head - 1] not in _ONE):
        return  # years of war in 1992
    dated = after > end or any([_is_date(line, at) for at in range(start, head)])
    if dated or _is_named(sheet, index, start, head, end):
        _claim(sheet, index, start, after)


def _mark_battle(sheet: Sheet, index: int, head: int) -> None:
    """Mark `the battle of Khalkhin Gol` with the name that follows."""
    line, end = sheet.lines[index], head + 2
    while end < min(head + 6, len(line.words)) and line.words[end][0].isupper():
        end += 1
    if line.folds[head + 1 : head + 2] == ("of",) and end > head + 2:
        _claim(sheet, index, head, end)


def _start(sheet: Sheet, index: int, head: int) -> int:
    """Return where the name or the date before a head noun begins."""
    line, start = sheet.lines[index], head
    while start and head - start < _REACH and sheet.at(index, start - 1) is None:
        at = start - 1
        capital = line.words[at][0].isupper()
        joined = line.folds[at] == "'s" and at > 0 and line.words[at - 1][0].isupper()
        if not (capital or joined or _is_date(line, at) or line.folds[at] in _KINDS):
            break
        start = at
    while start < head and line.folds[start] in ("the", "a", "an", "'s", "-", "its", "after", "since", "in"):
        start += 1
    return start


def _is_date(line: Line, at: int) -> bool:
    folded = line.folds[at]
    return _YEAR.fullmatch(folded) is not None or folded in TIMES or (folded.isdigit() and len(folded) < 3)


def _date_end(line: Line, at: int) -> int:
    """Return where `of September 11, 1973`, `in 2014`, `of 1922-23` ends, after a head noun."""
    if line.folds[at : at + 1] not in (("of",), ("in",), ("on",)):
        return at
    end, year = at + 1, False
    while end < min(at + 6, len(line.folds)):
        if not (_is_date(line, end) or (line.folds[end] in (",", "-", "–") and _is_date(line, end - 1))):
            break
        year |= _YEAR.fullmatch(line.folds[end]) is not None
        end += 1
    while end > at and line.folds[end - 1] in (",", "-", "–"):
        end -= 1
    return end if year else at


def _is_named(sheet: Sheet, index: int, start: int, head: int, end: int) -> bool:
    """Tell whether a war or revolution has a name of its own: `World War II`, `the Carnation Revolution`."""
    line = sheet.lines[index]
    if end > head + 1:
        return line.folds[head - 1 : head] == ("world",)
    own = [at for at in range(start, head) if line.words[at][0].isupper() and line.folds[at] not in _VAGUE]
    if line.words[head][0].isupper():
        return bool(own) or line.folds[start:head] in (("second", "world"), ("first", "world"))
    civil = line.folds[head - 1 : head] == ("civil",) and head - start == 2
    return civil and sheet.is_named(index, start, "place", "demonym")


def _claim(sheet: Sheet, index: int, start: int, end: int) -> None:
    name = sheet.lines[index].slice(start, end)
    key = f"event:?-{slug(name)}"
    if sheet.free(index, start, end):
        sheet.claim(Mark(index, start, end, key), Entity(key, "event", name, confirmed=False))
