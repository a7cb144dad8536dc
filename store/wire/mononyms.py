"""Mononyms: people of whom the text prints one name only: `AAP leader Atishi`, Lenin."""

from __future__ import annotations

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
CUES: Final = _HEADS | _ADDRESS | _SMALL | _PLURALS
"""What stands before the only name of somebody whom no list knows."""

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


def is_single_name(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a capitalised word that nothing else is names somebody alone."""
    line = sheet.lines[index]
    titled = at > 0 and line.folds[at - 1] in CUES and _is_title(line, at - 1)
    known = line.folds[at] in sheet.gazetteer.mononyms
    return (titled or (known and _opens(sheet, index, at))) and _is_name(sheet, index, at)


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
