"""Handovers: the office of somebody from whom, or in place of whom, another takes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from store.wire.clauses import HOLDING
from store.wire.offices import Office, without_honorifics
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import is_office, short_office_end
from store.wire.tokens import word_set

_TAKING: Final = word_set("takes took taking taken take")
_LONG: Final = 60
_MOST: Final = 40
"""Sentences of more words, and people of more offices, hand nothing over."""

_POSTS: Final = {
    "helm": "leader of ", "leadership": "leader of ", "reins": "leader of ", "presidency": "president of ",
    "chairmanship": "chairman of ", "premiership": "premier of ",
}  # fmt: skip
_REIGNS: Final = word_set("reign rule leadership tenure presidency chairmanship premiership era")
_ENDING: Final = word_set("ending ended ends end")
_BECOMING: Final = word_set("elected as named became becomes appointed chosen reelected confirmed")
_NOT_LEFT: Final = word_set("its their the a an new newly his her")
_FAR: Final = 14
"""So many words stand between the taking of an office and from whom it is taken."""


def office_left(sheet: Sheet, mark: Mark, found: Mapping[str, Sequence[Office]]) -> list[Office]:
    """Return the office that somebody hands over: `took over as mayor from NAME`, `in place of NAME`.

    What the one who takes it is called must be known already.
    """
    line = sheet.lines[mark.line]
    at = without_honorifics(line, mark.start) - 1
    if at < 3 or line.folds[at] not in ("from", "of"):
        return []
    begin = sheet.sentence(mark.line, at)[0]
    if line.folds[at] == "from":
        return _taken(sheet, mark.line, max(begin, at - _FAR), at, found)
    if line.folds[at - 2 : at] == ("in", "place"):
        given = not _BECOMING.isdisjoint(line.folds[max(begin, at - _LONG) : at])
        return (
            _left(sheet, _new(sheet, mark, begin, found) or _sole(sheet, mark.line, at, found))
            if given
            else []
        )
    if line.folds[at - 1] in _REIGNS and not _ENDING.isdisjoint(line.folds[max(begin, at - 6) : at]):
        return _left(sheet, _new(sheet, mark, begin, found))
    return []


def _left(sheet: Sheet, office: Office | None, former: str = "former ") -> list[Office]:
    """Return an office as that of whom another took it from: no more `new`, and of its party only."""
    if office is None:
        return []
    index, start, end, holding = office
    folds = sheet.lines[index].folds
    while start < end - 1 and folds[start] in _NOT_LEFT:
        start += 1
    if not holding and folds[start] in HOLDING:
        start, holding = start + 1, HOLDING[folds[start]]
    party = next((m for m in sheet.marks(index, start, end) if m.kind == "party"), None)
    if party is not None and "and" in folds[party.end : end]:
        end = folds.index("and", party.end)
    return [Office(index, start, end, former + holding)] if start < end else []


def _taken(
    sheet: Sheet, index: int, begin: int, end: int, found: Mapping[str, Sequence[Office]]
) -> list[Office]:
    """Return what is taken from somebody whose "from" stands at a token."""
    folds = sheet.lines[index].folds
    takes = [at for at in range(begin, end) if folds[at] in _TAKING]
    if not takes or any([m.kind == "person" for m in sheet.marks(index, takes[-1], end)]):
        return []
    verb = takes[-1]
    over = folds[verb + 1 : verb + 2] == ("over",)
    former = "" if {"will", "to", "would"} & set(folds[max(0, verb - 2) : verb]) else "former "
    parties = [m for m in sheet.marks(index, verb, end) if m.kind == "party"]
    posts = [at for at in range(verb, end) if folds[at] in _POSTS]
    if over and folds[verb + 2] == "as":
        start = verb + 3 + (folds[verb + 3] in ("the", "its", "a"))
        until = short_office_end(sheet, index, start)
        return [Office(index, start, until, former)] if is_office(sheet, index, start, until) else []
    if parties and (posts or (over and parties[-1].end in (end, end - 1))):
        holding = _POSTS[folds[posts[-1]]] if posts else "leader of "
        article = "the " * (folds[parties[-1].start - 1] == "the")
        return [Office(index, parties[-1].start, parties[-1].end, former + holding + article)]
    if (over and verb + 2 == end) or posts:
        return _left(sheet, _sole(sheet, index, verb, found), former)
    return []


def _subject(sheet: Sheet, index: int, at: int, found: Mapping[str, Sequence[Office]]) -> Sequence[Office]:
    """Return the offices of the only person named before a token of a sentence."""
    begin = sheet.sentence(index, at)[0]
    people = (
        {m.entity for m in sheet.marks(index, begin, at) if m.kind == "person"} if at - begin < _LONG else ()
    )
    return found.get(next(iter(people)), ()) if len(people) == 1 else ()


def _sole(sheet: Sheet, index: int, at: int, found: Mapping[str, Sequence[Office]]) -> Office | None:
    """Return the office that must be meant: the only one, or the only one of a party."""
    told = {_text(sheet, office): office for office in _subject(sheet, index, at, found)[:_MOST]}
    of_party = [o for o in told.values() if any([m.kind == "party" for m in sheet.marks(*o[:3])])]
    if len(told) == 1:
        return next(iter(told.values()))
    return of_party[0] if of_party else None


def _text(sheet: Sheet, office: Office) -> str:
    return sheet.lines[office.line].slice(office.start, office.end).lower()


def _new(sheet: Sheet, mark: Mark, begin: int, found: Mapping[str, Sequence[Office]]) -> Office | None:
    """Return the office that a sentence says somebody has just been given."""
    folds = sheet.lines[mark.line].folds
    for office in reversed(_subject(sheet, mark.line, mark.start, found)[-_MOST:]):
        here = office.line == mark.line and begin <= office.start < mark.start
        if here and not _BECOMING.isdisjoint(folds[max(begin, office.start - 3) : office.start]):
            return office
    return None
