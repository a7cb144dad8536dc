"""Appositions: the offices that follow a name, in commas, in brackets, or in a clause."""

from __future__ import annotations

from typing import Final

from store.wire.clauses import becoming, office_of_clause
from store.wire.givings import FILLING, GIVEN, office_given, office_named
from store.wire.leading import LEADING, LED_BY, chosen_to_lead, leading, verb_of
from store.wire.lexicon import HONORIFICS, MAKING, OFFICE_WORDS
from store.wire.offices import Office, without_honorifics
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import MOST, is_head, is_office, kind_at, office_end, office_head
from store.wire.things import QUOTES
from store.wire.tokens import word_set

_OPENERS: Final = word_set(
    "a an the and also as currently then until now formerly once long previously his her their who is"
)
"""What stands before an office in commas: `NAME, until then a district commissioner,`."""


_QUOTES: Final = QUOTES | {"'"}


def offices_after(sheet: Sheet, mark: Mark, begin: int, leaders: bool) -> list[Office]:
    """Return the offices that follow a name: in commas, after "who heads", or after a verb of becoming.

    Args:
        sheet: The text.
        mark: The name.
        begin: Where the forms of address before it begin.
        leaders: Whether the text has a word of what somebody leads.
    """
    line, at = sheet.lines[mark.line], mark.end
    folds, count = line.folds, len(line.folds)
    if at < count and line.words[at] == "(" and line.words[at + 2 : at + 3] == (")",):
        at += 3
    elif at + 2 < count and line.words[at] in _QUOTES and line.words[at + 2] in _QUOTES:
        at += 3  # what friends call him
    if at >= count:
        return office_named(sheet, mark)
    before = folds[begin - 1] if begin else ""
    given = office_given(sheet, mark, before) if folds[mark.end] in GIVEN or before in MAKING else []
    if before in LED_BY or (leaders and not LEADING.isdisjoint(line.vocabulary)):
        given += leading(sheet, mark, begin)
        given += chosen_to_lead(sheet, mark)
    if mark.start and folds[mark.start - 1] in FILLING:
        given += office_named(sheet, mark)
    following = folds[at]
    if following == "(" and ")" in folds[at : at + MOST]:
        return [*given, *_within(sheet, mark.line, at + 1, folds.index(")", at))]
    if following == ",":
        verb = verb_of(sheet, mark)
        given += _behind_comma(sheet, mark.line, at)
        return given + becoming(sheet, mark.line, verb) if verb < count and folds[verb] in _TURNS else given
    if following in _DASHES and line.starts[at] > line.end(at - 1):
        end = office_end(sheet, mark.line, at + 1)
        return [*given, *_within(sheet, mark.line, at + 1, end)]
    if following == "who":
        return [*given, *office_of_clause(sheet, mark.line, at + 1)]
    if following == "of":
        return [*given, *_of_body(sheet, mark.line, at + 1), *_behind_party(sheet, mark.line, at + 1)]
    return given if given or before == "under" else becoming(sheet, mark.line, at)


def _behind_party(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the offices of `NAME of the PARTY, the prime minister`, `NAME, from PARTY, who is ...`."""
    line, start = sheet.lines[index], at
    taken = sheet.taken[index]
    while at < len(line.folds) and at - start < 10:
        mark = taken[at]
        if mark is not None and mark.kind == "party":
            at = mark.end + 3 * (line.words[mark.end : mark.end + 1] == ("(",))
            if line.words[at : at + 1] == (",",):
                return _behind_comma(sheet, index, at)
            if line.folds[at : at + 1] in (("is",), ("was",)):
                return becoming(sheet, index, at)
        elif line.words[at] in _CUTS:
            break
        at += 1
    return []


_CUTS: Final = frozenset(",.;")


def _within(sheet: Sheet, index: int, start: int, end: int) -> list[Office]:
    return [Office(index, start, end)] if is_office(sheet, index, start, end) else []


_DASHES: Final = frozenset("-–—")


def _behind_comma(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the offices behind the comma after a name, an age before them left out."""
    folds = sheet.lines[index].folds
    at += 1 + (folds[at + 1 : at + 2] == ("aged",))
    following = folds[at] if at < len(folds) else ""
    if following.isdigit() and folds[at + 1 : at + 2] == (",",):
        at += 2
        following = folds[at] if at < len(folds) else ""
    if following == "who":
        return office_of_clause(sheet, index, at + 1)
    if following in ("from", "of"):
        return _behind_party(sheet, index, at + 1) or _of_body(sheet, index, at + 1)
    found = _appositions(sheet, index, at)
    return found or (becoming(sheet, index, at) if following in _TURNS else [])


_TURNS: Final = word_set("became becomes was is will")


def _appositions(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the stretches between commas, from a token on, that are offices."""
    found: list[Office] = []
    line, taken = sheet.lines[index], sheet.taken[index]
    folds, count = line.folds, len(line.folds)
    while at < count:
        joined = folds[at] == "and"
        while at < count and folds[at] in _OPENERS:
            at += 1
        head = office_head(line, taken, at)
        if head < 0:
            break
        end = office_end(sheet, index, at)
        other = taken[end]
        if other is not None and other.kind == "person":
            if _is_served(sheet, index, at, end):
                found.append(Office(index, at, other.end))
            break
        if head >= end or (joined and _is_anothers(sheet, index, end)):
            break
        found.append(Office(index, at, end))
        if end >= count or len(found) > _MOST:
            break
        if folds[end] == "who":
            found += office_of_clause(sheet, index, end + 1)
        if line.words[end] != ",":
            break
        at = end + 1
    return found


_MOST: Final = 8
"""So many offices in commas anybody has."""


def _is_served(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether the office of `a former aide to Prime Minister NAME` stands before a name."""
    line, at = sheet.lines[index], end
    while at > start and (line.folds[at - 1] in _TITLING or line.words[at - 1][0].isupper()):
        at -= 1
    titled = without_honorifics(line, end) == at or is_head(line, end - 1)
    under = titled and at - 1 > start and line.folds[at - 1] in _UNDER
    return under and is_office(sheet, index, start, at - 1)


_UNDER: Final = word_set("to for of under")
_TITLING: Final = OFFICE_WORDS - _UNDER


def _is_anothers(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether `and the deputy secretary of the PARTY, NAME` goes on with the next name."""
    words, at = sheet.lines[index].words, end
    while at < min(end + 5, len(words)) and (words[at] in "(,)" or kind_at(sheet, index, at) == "party"):
        at += 1
    if words[at - 1 : at] != (",",):
        return False
    while at < len(words) and (sheet.lines[index].folds[at] in HONORIFICS or words[at] == "."):
        at += 1
    return kind_at(sheet, index, at) == "person"


def _of_body(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the body in `NAME of the PARTY's organisation board`: a workplace for want of a title."""
    line = sheet.lines[index]
    while at < len(line.folds) and line.folds[at] == "the":
        at += 1
    mark = sheet.at(index, at)
    if mark is None or mark.kind != "party":
        return []
    end = mark.end
    while end < len(line.folds) and line.folds[end] in ("'s", "central", "committee"):
        end += 1
    body = sheet.at(index, end)
    if body is not None and body.kind == "org":
        return [Office(index, at, body.end)]
    last = office_end(sheet, index, mark.end)
    staff = line.folds[mark.end : mark.end + 1] == ("'s",) and 1 < last - mark.end < 6
    return [Office(index, at, last)] if staff and line.folds[last - 1] in _STAFFS else []


_STAFFS: Final = word_set(
    "staff secretariat headquarters office board department committee bureau wing council"
)
"""Where somebody works who is named only by his workplace: `NAME, of the PARTY's headquarters staff`."""
