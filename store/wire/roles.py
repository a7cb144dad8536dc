"""Roles: every office that a text gives its people, in the words of the text."""

from __future__ import annotations

import re
from typing import Final

from store.article import HEADLINE
from store.wire.appositions import offices_after
from store.wire.clauses import HOLDING, office_of_clause
from store.wire.handovers import office_left
from store.wire.leading import LEADING
from store.wire.lexicon import PLURAL_HEADS
from store.wire.offices import (
    THEIRS,
    Office,
    office_before,
    office_told_before,
    without_honorifics,
)
from store.wire.persons import Someone
from store.wire.plurals import plural_at
from store.wire.rarer import rarer_offices
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import word_set

_HE: Final = word_set(
    "he she official leader diplomat ambassador minister chairman president envoy politician premier"
)


def offices_of(sheet: Sheet, people: list[Someone]) -> dict[str, list[Office]]:
    """Return by person id where the text prints the offices that it gives."""
    if not people:
        return {}
    found: dict[str, list[Office]] = {}
    headline = 0 if sheet.lines[0].number == HEADLINE else -1
    leaders = not LEADING.isdisjoint(sheet.vocabulary)
    for person in people:
        offices: list[Office] = []
        marks = person.marks
        if marks[0].line == headline and len(marks) > 1:
            marks = sorted(marks, key=lambda mark: mark.line == headline)
        for mark in marks:
            begin = without_honorifics(sheet.lines[mark.line], mark.start)
            if before := office_before(sheet, mark, begin):
                if before.start and sheet.lines[mark.line].words[before.start - 1] == ",":
                    offices += office_told_before(sheet, before)
                offices.append(before)
            offices += offices_after(sheet, mark, begin, leaders)
        found[person.id] = [o for o in offices if o.start < o.end] if offices else offices
    _clauses(sheet, found)
    for person in people:
        if not found[person.id]:
            found[person.id] = [o for mark in person.marks for o in office_left(sheet, mark, found)]
        if not found[person.id]:
            found[person.id] = [o for mark in person.marks for o in rarer_offices(sheet, mark)]
    return found


def _clauses(sheet: Sheet, found: dict[str, list[Office]]) -> None:
    """Give `The official, who is also ...` to the person named last."""
    for index, line in enumerate(sheet.lines if "who" in sheet.vocabulary else ()):
        folds = line.folds
        for at in line.among(_WHO) if "who" in line.vocabulary else ():
            if at < 2 or folds[at - 1] != "," or folds[at - 2] not in _HE:
                continue
            begin, end = sheet.sentence(index, at)
            start = begin + (folds[begin] == "the")
            if start != at - 2 or end - start < _LEAST:
                continue
            person = _last_named(sheet, index, begin)
            if person in found:
                found[person] += office_of_clause(sheet, index, at + 1)


_WHO: Final = frozenset({"who"})
_LEAST: Final = 6
"""No sentence that gives an office has fewer tokens."""

_FAR: Final = 200
"""How many tokens back "the official", or what is meant by "its", may have been named."""


def _last_named(sheet: Sheet, index: int, before: int) -> str:
    """Return the id of the person named last before a token, here or one paragraph above; "" if none."""
    for at in (index, index - 1):
        if at < 0:
            break
        end = before if at == index else len(sheet.lines[at].words)
        marks = [m for m in sheet.marks(at, max(0, end - _FAR), end) if m.kind == "person"]
        if marks:
            return marks[-1].entity
    return ""


def party_behind(sheet: Sheet, office: Office) -> Mark | None:
    """Return the party that `its` before an office means: what was named last, if it is one."""
    begin, _ = sheet.sentence(office.line, office.start)
    marks = sheet.marks(office.line, max(begin, office.start - _FAR), office.start)
    named = [m for m in marks if m.kind in ("party", "place", "org")]
    beside = (
        sheet.lines[office.line].folds[office.start - 1] in ("and", ",", "of", "with")
        if office.start
        else True
    )
    if named and not beside and named[0].kind == "party" and named[0].start <= begin + 1:
        return named[0]
    return named[-1] if named and named[-1].kind == "party" else None


_LETTERS: Final = re.compile(r"\s*\((?!Marxist|Maoist)[A-Z][A-Za-z]{1,8}\)")


def printed(sheet: Sheet, office: Office) -> str:
    """Return an office as the text prints it, `heads X` as `head of X`, `their leader` with the party."""
    index, start, end, prefix = office
    line = sheet.lines[index]
    folds = line.folds
    if not prefix and folds[start] in HOLDING:
        prefix = HOLDING[folds[start]]
        start += 1
    suffix = ""
    if start < len(folds) and folds[start] in THEIRS:
        party = party_behind(sheet, office)
        suffix = f" of the {line.slice(party.start, party.end)}" if party else ""
        start += 1
    taken = sheet.taken[index]
    while start < end and not prefix and folds[start] in ("the", "a", "an") and taken[start] is None:
        start += 1
    text = line.slice(start, end)
    text = (_LETTERS.sub("", text) if "(" in text else text).strip(" ,")
    if (several := plural_at(sheet, index, start, end)) >= start:
        one, word = PLURAL_HEADS[folds[several]], line.words[several]
        single = one.upper() if word[:-1].isupper() else one.capitalize() if word[0].isupper() else one
        text = text.replace(word, single, 1)
    return prefix + text + suffix
