"""Offices: how a text says, before a name or after it, what office its bearer holds."""

from __future__ import annotations

from typing import Final, NamedTuple

from store.wire.closings import closes
from store.wire.lexicon import (
    CALLINGS,
    DOTTED,
    HONORIFIC_PAIRS,
    HONORIFICS,
    NOT_PERSONS,
    OFFICE_HEADS,
    OFFICE_WORDS,
    PLURAL_HEADS,
    SOVEREIGNS,
    TIMES,
)
from store.wire.modifiers import DEFINING, is_compound, with_modifiers
from store.wire.plurals import is_plural_of, plural_at
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import MOST, is_head, is_listed, opening_bracket
from store.wire.tokens import Line, word_set

_LINKS: Final = word_set(
    "of the for 's ' and & - delegation group mission team ministry government cabinet board office "
    "faction caucus branch chapter wing section unit bloc league council institute association union club "
    "movement alliance coalition federation organization organisation committee commission newspaper company "
    "university school court police army province region district city county main right left far centre "
    "center hard conservative liberal nationalist islamist leftist rightist royalist separatist populist "
    "secular religious governing junior cell commune municipality ward township village town"
)
"""Small words inside an office, and the bodies of which it is."""

_INSIDE: Final = (OFFICE_WORDS | _LINKS) - {"and"}

THEIRS: Final = word_set("its their")
"""What stands before the office of somebody named just before: `its leader`."""

_NOT_START: Final = HONORIFICS - word_set("general marshal")


class Office(NamedTuple):
    """Tokens `start` up to and without `end` of a line of the sheet that print an office."""

    line: int
    start: int
    end: int
    holding: str = ""
    """What is put before them: `leader of ` where a party is led by somebody."""


def office_before(sheet: Sheet, mark: Mark, begin: int) -> Office | None:
    """Return the office that stands right before a name, or before the first of several that share it.

    Args:
        sheet: The text.
        mark: The name.
        begin: Where the forms of address before it begin.
    """
    found = _right_before(sheet, mark, begin)
    if found:
        return found
    before = sheet.lines[mark.line].folds[mark.start - 1]
    if before == ".":
        return _abbreviated(sheet, mark)
    if before not in _ANDS or (first := _first_of_list(sheet, mark)) is mark:
        return None
    shared = _right_before(sheet, first, without_honorifics(sheet.lines[first.line], first.start))
    return shared if shared and is_shared(sheet, shared) else None


def _abbreviated(sheet: Sheet, mark: Mark) -> Office | None:
    """Return the office in `Minnesota Rep. NAME`, `Gov. NAME`; `Sen. Lt. Gen. NAME` has a rank."""
    folds, at = sheet.lines[mark.line].folds, mark.start - 2
    if at < 0 or folds[at] not in _SEATED:
        return None
    before = sheet.taken[mark.line][at - 1]
    state = before is not None and before.kind in ("place", "party")
    return Office(mark.line, before.start if before and state else at, mark.start)


_SEATED: Final = word_set("rep sen gov")


def office_told_before(sheet: Sheet, office: Office) -> list[Office]:
    """Return the first office of `its new chairman, union boss NAME`: what follows it is a calling."""
    line, end = sheet.lines[office.line], office.start - 1
    if end < 2 or line.words[office.end - 1] not in CALLINGS:
        return []
    head, floor = _walk_back(sheet, office.line, end)
    start = with_modifiers(sheet, office.line, head, floor) if head < end else 0
    if not start or line.folds[start - 1] not in DEFINING:
        return []
    return [Office(office.line, start - (line.folds[start - 1] in THEIRS), end)]


def is_shared(sheet: Sheet, office: Office) -> bool:
    """Tell whether an office is printed as that of several: `AAP leaders`."""
    return plural_at(sheet, office.line, office.start, office.end) >= 0


def _begins_list(line: Line, end: int) -> bool:
    """Tell whether `and NAME` follows a name, so that the office before may be that of both."""
    return line.folds[end : end + 1] == ("and",)


def _first_of_list(sheet: Sheet, mark: Mark) -> Mark:
    """Return the first name of `leaders NAME, NAME and NAME`."""
    line, at, first = sheet.lines[mark.line], mark.start, mark
    floor = max(1, at - 4 * MOST)
    while at > floor and line.folds[at - 1] in _ANDS:
        at -= 1 + (line.folds[at - 2] == ",")
        before = sheet.at(mark.line, at - 1)
        if before is None or before.kind != "person":
            break
        first, at = before, before.start
    return first


_ANDS: Final = ("and", ",")


def _right_before(sheet: Sheet, mark: Mark, end: int) -> Office | None:
    """Return the office that stands before a name with its forms of address: `Chairman of the ... NAME`."""
    index = mark.line
    line = sheet.lines[index]
    if not end or line.folds[end - 1] in _OF_OTHERS:
        return None
    closed = line.words[end - 1] == "," and closes(sheet, mark)
    comma = closed or (line.words[end - 1] == "," and _begins_list(line, mark.end))
    end -= comma
    if line.folds[end - 1] in SOVEREIGNS:
        return Office(index, end - 1, end)  # `the Custodian of the Two Holy Mosques King NAME`
    head, floor = _walk_back(sheet, index, end)
    if head == end:
        return None
    inner = _innermost(sheet, index, head, end)
    if inner > head:
        head, floor = inner, max(floor, inner)
    start = with_modifiers(sheet, index, head, floor)
    if comma and not closed and not is_shared(sheet, Office(index, start, end)):
        return None
    if comma and not (
        start == sheet.sentence(index, start)[0]
        or line.folds[start - 1] in _DEFINITE
        or _is_definite(sheet, index, head)
        or _follows_person(sheet, index, start)
    ):
        return None
    return Office(index, start - (start > 0 and line.folds[start - 1] in THEIRS), end)


_DEFINITE: Final = word_set("the his her its their two three ' 's")
_OF_OTHERS: Final = word_set("of to for from with under")
"""Before a name, what makes the office somebody else's: `an adviser to Sen. NAME`."""


def _innermost(sheet: Sheet, index: int, start: int, end: int) -> int:
    """Return where the office of `adviser to Prime Minister NAME`, `wife of President NAME` begins."""
    line, at = sheet.lines[index], end - 1
    if not is_head(line, at):
        return start
    while at > start and line.folds[at - 1] != "under":
        if not (line.folds[at - 1] in OFFICE_WORDS or sheet.is_named(index, at - 1, "demonym")):
            break
        at -= 1
    return at if at > start and line.folds[at - 1] in _OF_OTHERS else start


def without_honorifics(line: Line, end: int) -> int:
    """Return where the forms of address begin that stand before a name."""
    folds = line.folds
    while end and folds[end - 1] in _ADDRESSING:
        if line.words[end - 1] == "." and end > 1 and folds[end - 2] in HONORIFICS:
            end -= 2
        elif _is_title(line, end - 1):
            end -= 1
        else:
            break
    return end


_ADDRESSING: Final = HONORIFICS.union(*HONORIFIC_PAIRS) | {".", "chief"}
_BEFORE_CHIEF: Final = word_set(", . and by with told that from")  # behind them a Chief heads nothing


def _is_title(line: Line, at: int) -> bool:
    """Tell whether a word before a name is a form of address: `Mr`, a Burmese `U`, the `Tan` of Tan Sri."""
    folded = line.folds[at]
    if folded in ("u", "daw"):
        return line.words[at][0].isupper()
    if folded == "chief":
        return line.words[at] == "Chief" and (at == 0 or line.folds[at - 1] in _BEFORE_CHIEF)
    if folded == "lady":
        return line.folds[at - 1 : at] != ("first",)
    if line.folds[at : at + 2] in HONORIFIC_PAIRS or line.folds[max(0, at - 1) : at + 1] in HONORIFIC_PAIRS:
        return True
    return folded in _NOT_START and folded not in DOTTED


def _walk_back(sheet: Sheet, index: int, end: int) -> tuple[int, int]:
    """Return the first head of an office before a token, and how far back its words reach."""
    line, taken = sheet.lines[index], sheet.taken[index]
    words, folds = line.words, line.folds
    at, start = end, end
    while at and end - at < MOST:
        inside = taken[at - 1]
        if inside is not None:
            if inside.kind == "person":
                break
            at = inside.start
            continue
        word, folded = words[at - 1], folds[at - 1]
        if folded in _INSIDE or (word not in _MARKS and _goes_on(sheet, index, at - 1, start, end)):
            at -= 1
            several = folded in PLURAL_HEADS and (at == end - 1 or is_plural_of(line, at))
            if several or folded in OFFICE_HEADS or word in CALLINGS:
                start = at
        elif word == ")" and (opening := opening_bracket(line, at - 1)):
            at = opening
        elif (folded in _POSTING and _is_posted(line, at - 1)) or (
            word == "," and start == end and is_listed(line, at - 1)
        ):
            at -= 1
        else:
            break
    return start, at


_MARKS: Final = frozenset(',.():;"“”')
"""No word that an office goes on with."""


def _goes_on(sheet: Sheet, index: int, at: int, start: int, end: int) -> bool:
    """Tell whether a word before an office that was read from `start` to `end` belongs to it, too."""
    line = sheet.lines[index]
    word, folded = line.words[at], line.folds[at]
    if folded in TIMES:
        return False
    if folded == "and":
        before = sheet.taken[index][at - 1]
        return at < end - 1 and (before is None or before.kind != "person")
    if word in CALLINGS or (folded in PLURAL_HEADS and (at == end - 1 or is_plural_of(line, at))):
        return True
    if word[0].isupper() and _is_capital(sheet, index, at):
        return True
    return at == start - 1 < end - 1 and is_compound(sheet, index, at)


def _is_posted(line: Line, at: int) -> bool:
    """Tell whether a word is the "to" of `Ambassador to Nepal`, or the "its" of `of its Commission`."""
    folded, before = line.folds[at], line.folds[at - 1] if at else ""
    if folded == "in":
        return before in _PLACED
    if folded == "its":
        return before == "of"
    return before in _POSTED or (folded == "to" and _POSTED.issuperset(line.folds[max(0, at - 3) : at - 2]))


_PLACED: Final = word_set(
    "faction caucus group ambassador envoy consul spokesman spokeswoman spokesperson whip"
)
_POSTING: Final = word_set("in its to")
_POSTED: Final = word_set(
    "ambassador envoy representative consul attached assistant adviser advisor aide secretary observer"
)


def _is_definite(sheet: Sheet, index: int, start: int) -> bool:
    """Tell whether `The First Secretary of ..., NAME,` stands there, and no list of people."""
    line = sheet.lines[index]
    while start and sheet.at(index, start - 1) is None:
        if not (line.folds[start - 1] in OFFICE_WORDS or sheet.is_named(index, start - 1, "demonym")):
            break
        start -= 1
    return start > 0 and line.folds[start - 1] in DEFINING


def _follows_person(sheet: Sheet, index: int, start: int) -> bool:
    """Tell whether `NAME, and head of ..., NAME,` goes on with the next one's office."""
    line = sheet.lines[index]
    if start < 3 or line.folds[start - 1] != "and":
        return False
    before = sheet.at(index, start - 2 - (line.words[start - 2] == ","))
    return before is not None and before.kind == "person"


def _is_capital(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a capital is there for the sake of its word, not because a sentence begins."""
    line = sheet.lines[index]
    word = line.words[at]
    if at > 0 and line.words[at - 1] not in ".!?:":
        return True
    if (len(word) > 1 and word.isupper()) or sheet.is_named(index, at, "demonym"):
        return True
    folded, following = line.folds[at], line.folds[at + 1 : at + 2]
    opening = folded in NOT_PERSONS or folded.endswith(("ing", "ed", "ly"))
    return not opening and bool(following) and following[0] in OFFICE_WORDS
