"""Themes: gatherings without a number, told apart by name or theme, and years of friendship."""

from __future__ import annotations

import re
from typing import Final

from store.article import HEADLINE, Entity
from store.wire.lexicon import TIMES, ordinal
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

HALLS: Final = word_set(
    "conference seminar workshop symposium colloquium forum roundtable webinar teleconference videoconference"
)
"""Gatherings that have a theme."""

_BEFORE: Final = word_set(
    "video online virtual international national scientific theoretical regional hybrid academic annual"
)
"""What belongs to a gathering's name in front."""

_NEWS: Final = word_set("press news")
_ABOUT: Final = word_set("on about themed titled entitled named dubbed called")
_NO_THEME: Final = word_set(
    "the a an its his her their sidelines occasion behalf margins fringes eve request"
)
_STOPS: Final = word_set(
    ", . ; : ( ) ! ? — -- in at was were is are will would to which that who whom where when held opened "
    "took taking between with by after before from co jointly organised organized hosted here attended "
    "chaired addressed during has have had said as concluded closed wrapped"
)
_QUOTES: Final = frozenset('"“”')
_LONGEST: Final = 9
_QUOTED: Final = 20

_BONDS: Final = word_set("friendship solidarity cooperation exchange exchanges tourism")
_YEAR: Final = re.compile(r"20\d\d|19\d\d")


def mark_unnumbered(sheet: Sheet, index: int, head: int) -> None:
    """Mark a gathering without a number by its theme, its kind, its name or whose summit it is."""
    folded = sheet.lines[index].folds[head]
    if folded in HALLS and _mark_theme(sheet, index, head):
        return
    if folded in _PARTYS and _mark_special(sheet, index, head):
        return
    if folded == "summit" and _mark_summit(sheet, index, head):
        return
    _mark_named(sheet, index, head)


_PARTYS: Final = word_set("congress convention conference plenum")
_SPECIAL: Final = word_set(
    "extraordinary special emergency founding inaugural unity unification constituent elective"
)
"""What makes a congress without a number the one that is meant."""

_INSIDE: Final = word_set("national party general delegates delegate elective 's")


def _mark_special(sheet: Sheet, index: int, head: int) -> bool:
    """Mark `extraordinary congress`, `1986 congress`; tell whether it is one."""
    line, start = sheet.lines[index], head - 1
    while (
        start > 0 and head - start < 4 and line.folds[start] in _INSIDE and line.folds[start] not in _SPECIAL
    ):
        start -= 1
    if line.folds[head - 1 : head + 1] == ("national", "convention") and line.folds[head - 2] in _WHOSE:
        start = head - 1
    elif start < 0 or not (line.folds[start] in _SPECIAL or _YEAR.fullmatch(line.folds[start])):
        return False
    if line.folds[head + 1 : head + 2] and line.folds[head + 1] in ("call", "room", "hall"):
        return False
    if _is_numbered_elsewhere(sheet, line.folds[start], head - start, line.folds[head]):
        return True
    while head - start > 1 and line.folds[start] == "national":
        start += 1
    if sheet.free(index, start, head + 1):
        _claim(sheet, index, start, head + 1)
    return True


_WHOSE: Final = word_set("the their its 's")


def _is_numbered_elsewhere(sheet: Sheet, special: str, near: int, kind: str) -> bool:
    """Tell whether the text gives the number of `the extraordinary congress` that is meant."""
    for line in sheet.lines if special in _SPECIAL else ():
        for head in line.among(frozenset({kind})):
            before = line.folds[max(0, head - near - 2) : head]
            if special in before and any([ordinal(folded) is not None for folded in before]):
                return True
    return False


def _mark_summit(sheet: Sheet, index: int, head: int) -> bool:
    """Mark `BRICS summit`, `Russia-Africa summit`; tell whether it is one."""
    line, start = sheet.lines[index], head
    if line.words[max(0, head - 3) : head - 1] == ("G", "-") and line.words[head - 1] in _GROUPS:
        _claim(sheet, index, head - 3, head + 1)
        return True
    while start and head - start < 8 and sheet.at(index, start - 1) is None:
        joint = line.words[start - 1] in ("-", "–", "+") and start < head
        if not (joint or sheet.is_named(index, start - 1, "org", "place") or line.words[start - 1] in _CLUBS):
            break
        start -= 1
    clubs = any([line.words[at] in _CLUBS or sheet.is_named(index, at, "org") for at in range(start, head)])
    pair = not {"-", "–"}.isdisjoint(line.words[start + 1 : head])
    if start < head and (clubs or pair) and line.words[start].isalnum():
        _claim(sheet, index, start, head + 1)
        return True
    return False


_GROUPS: Final = ("7", "8", "20", "77")
_CLUBS: Final = word_set("G7 G8 G20 G77 APEC ASEM EU ASEAN NATO BRICS CELAC OPEC SCO CIS COP29 COP28 COP30")
"""Letters of those that hold summits, and are named by them."""


def _mark_named(sheet: Sheet, index: int, head: int) -> None:
    """Mark a gathering known by its name or city, `the Tours Congress`, `the Boao Forum for Asia`."""
    line = sheet.lines[index]
    if (
        line.number == HEADLINE
        or sheet.is_named(index, head, "org")
        or not line.words[head][0].isupper()
        or line.folds[head] in ("session", "plenum")
    ):
        return
    start = head
    while (
        start
        and head - start < 6
        and (line.words[start - 1][0].isupper() or (line.words[start - 1] == "-" and start < head))
        and sheet.free(index, start - 1, start)
    ):
        start -= 1
    while start < head and (line.folds[start] in _DULL or line.folds[start] == "-"):
        start += 1
    own = [
        at for at in range(start, head) if line.folds[at] not in _DULL and not _is_national(sheet, index, at)
    ]
    own = [at for at in own if not (line.words[at].isupper() and len(line.words[at]) < 4)]
    before = line.folds[start - 1] if start else ""
    if own and _YEAR.fullmatch(before):
        start, before = start - 1, "the"
    if own and (before in _FRONTS or (before in _GOING_TO and line.folds[head] not in _PARTYS)):
        _claim(sheet, index, start, head + 1)


def _is_national(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a word is a country or its adjective: the US Congress is a body."""
    span = sheet.known_at(index, at)
    places = (
        [sheet.gazetteer.places[n.id] for n in span.names if n.kind in ("place", "demonym")] if span else []
    )
    return any([p.kind == "country" for p in places])


_FRONTS: Final = word_set("the first annual second third")
_GOING_TO: Final = word_set("at of attend attended attending joined host hosting")

_DULL: Final = word_set(
    "the national party general annual extraordinary federal state press joint virtual online video"
)


def _mark_theme(sheet: Sheet, index: int, head: int) -> bool:
    """Mark a gathering with its theme, `video conference on Lenin's policy`; tell whether it has one."""
    line = sheet.lines[index]
    start, at = head, head + 1
    while start and head - start < 5 and line.folds[start - 1] in _BEFORE:
        start -= 1
    if line.folds[start - 1 : start] and line.folds[start - 1] in _NEWS:
        return False
    while at < len(line.folds) and at - head < 3 and line.folds[at] in _ABOUT:
        at += 1
    end = _quote_end(line, at) or (_theme_end(line, at) if at > head + 1 else 0)
    if not end or not sheet.free(index, start, end):
        return False
    _claim(sheet, index, start, end)
    return True


def _theme_end(line: Line, at: int) -> int:
    """Return where a theme ends that begins at a token; 0 if it is a day or says nothing."""
    if at >= len(line.folds) or line.folds[at] in TIMES or line.folds[at].isdigit():
        return 0
    end = at
    while end < len(line.folds) and end - at < _LONGEST:
        folded = line.folds[end]
        if folded in _STOPS or (folded == "on" and end > at) or folded in TIMES:
            break
        end += 1
    told = [folded for folded in line.folds[at:end] if folded not in _NO_THEME]
    return end if told and line.folds[at + (line.folds[at] == "the")] not in _NO_THEME else 0


def _quote_end(line: Line, at: int) -> int:
    """Return where a quoted theme ends that begins at a token; 0 if none does."""
    if at >= len(line.words) or line.words[at] not in _QUOTES:
        return 0
    closing = (end for end in range(at + 2, min(at + _QUOTED, len(line.words))) if line.words[end] in _QUOTES)
    return next(closing, -1) + 1


def mark_year(sheet: Sheet, index: int, head: int) -> None:
    """Mark a year of friendship: `Vietnam-Laos Solidarity and Friendship Year 2022`, `Year of Friendship`."""
    line = sheet.lines[index]
    if line.words[head] != "Year":
        return
    start, end = _bond_before(line, head), head + 1
    if start == head:
        end = _bond_after(line, head)
    if end < len(line.folds) and _YEAR.fullmatch(line.folds[end]):
        end += 1
    if (start < head or end > head + 2) and sheet.free(index, start, end):
        _claim(sheet, index, start, end)


def _bond_before(line: Line, head: int) -> int:
    """Return where the name begins that ends with `Friendship Year`; the head itself if none does."""
    start = head
    while start and head - start < 9:
        word = line.words[start - 1]
        if not (word[0].isupper() or word[0].isdigit() or word in ("-", "–", "and", "&")):
            break
        start -= 1
    while start < head and line.folds[start] in ("the", "and", "-"):
        start += 1
    return start if line.folds[head - 1 : head] and line.folds[head - 1] in _BONDS else head


def _bond_after(line: Line, head: int) -> int:
    """Return where `Year of Lao-Cambodian Friendship` ends; else the token after its head."""
    end, last = head + 1, head + 1
    while end < min(head + 10, len(line.words)):
        word = line.words[end]
        if not (word[0].isupper() or word in ("of", "the", "-", "–", "and", "&", "for", "to")):
            break
        end += 1
        last = end if word[0].isupper() else last
    return last if not _BONDS.isdisjoint(line.folds[head:last]) else head + 1


def _claim(sheet: Sheet, index: int, start: int, end: int) -> None:
    name = sheet.lines[index].slice(start, end)
    key = f"event:?-{slug(name)}"
    sheet.claim(Mark(index, start, end, key), Entity(key, "event", name, confirmed=False))
