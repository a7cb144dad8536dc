"""Mononyms: people of whom the text prints one name only: `AAP leader Atishi`, Lenin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.article import HEADLINE
from store.wire.lexicon import (
    CALLINGS,
    HONORIFICS,
    NOT_PERSONS,
    OFFICE_HEADS,
    OFFICE_WORDS,
    SPEECH,
    TIMES,
    TOPICS,
)
from store.wire.records import Person
from store.wire.sheet import Sheet
from store.wire.things import is_thing
from store.wire.tokens import Line, word_set

_ADDRESS: Final = word_set(
    "mr mrs ms mme dr comrade comrades shri smt cde sheikh imam pope madam prince princess"
)
_KIN: Final = word_set("mother father wife husband son daughter brother sister widow nephew niece uncle")
_HEADS: Final = (OFFICE_HEADS - word_set("member head official chief officer")) | _KIN
_SMALL: Final = word_set("chief lawyer activist journalist")
"""Titles in small letters only: a Chief Clerk is nobody called Clerk."""

_PLURALS: Final = frozenset(f"{head}s" for head in OFFICE_HEADS)
_CUES: Final = _HEADS | _ADDRESS | _SMALL | _PLURALS
_ANDS: Final = (("and",), (",",))
_NO_NAMES: Final = (
    CALLINGS
    | NOT_PERSONS
    | OFFICE_WORDS
    | TIMES
    | TOPICS
    | SPEECH
    | HONORIFICS
    | word_set(
        "attached clerk justice states nations countries parties coach emeritus designate elect leadership "
        "partners associations bodies affairs organisations organizations ii iii iv republicans democrats"
    )
)
_JOINED: Final = frozenset("-–'/&")


def single_names(sheet: Sheet, capitals: Sequence[Sequence[int]]) -> list[tuple[int, int, Person | None]]:
    """Return line and token where a text names somebody by one word, and who that is, if known.

    Args:
        sheet: The text.
        capitals: The capitalised tokens of each line among which the names are.
    """
    known, people, found = sheet.gazetteer.mononyms, sheet.gazetteer.people, []
    for index, line in enumerate(sheet.lines):
        folds, taken = line.folds, sheet.taken[index]
        for at in [at for at in capitals[index] if folds[at - 1] in _CUES or folds[at] in known]:
            if taken[at] is not None:
                continue
            titled = at > 0 and folds[at - 1] in _CUES and _is_title(line, at - 1)
            key = known.get(folds[at])
            if (titled or (key and _opens(sheet, index, at))) and _is_name(sheet, index, at):
                found.append((index, at, people[key] if key else None))
    return found


def _is_title(line: Line, at: int) -> bool:
    """Tell whether a token is a title before one name, or of several: `leaders Atishi and ...`.

    A chief is one in small letters only, for a Chief Clerk is nobody's name.
    """
    folded = line.folds[at]
    if line.number == HEADLINE:
        return False
    if folded in _PLURALS:
        return line.folds[at + 2 : at + 3] in _ANDS
    return folded not in _SMALL or line.words[at].islower()


def _is_name(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a capitalised word stands alone and is no place, body, or ordinary word."""
    line = sheet.lines[index]
    word, folded = line.words[at], line.folds[at]
    if folded in _NO_NAMES or len(word) < 3 or not (word.isalpha() and word[1:].islower()):
        return False
    if sheet.known_at(index, at) is not None or is_thing(line, at, at + 1):
        return False
    if at + 1 < len(line.words):
        following = line.words[at + 1]
        if following[0].isupper() and sheet.at(index, at + 1) is None:
            return False
        if following in _JOINED and line.starts[at + 1] == line.end(at):
            return False
    return folded in sheet.gazetteer.mononyms or sheet.gazetteer.town(word) is None


def _opens(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether no capitalised word of a longer name stands before a token, nor "the"."""
    line = sheet.lines[index]
    if at == 0:
        return True
    before = line.words[at - 1]
    if before in _JOINED or line.folds[at - 1] in ("the", "a", "an"):
        return False
    return not before[0].isupper() or sheet.at(index, at - 1) is not None or line.folds[at - 1] in SPEECH
