"""Modifiers: the words before the head of an office that belong to it, `former guerrilla chief`."""

from __future__ import annotations

from typing import Final

from store.wire.lexicon import NOT_PERSONS, OFFICE_HEADS, OFFICE_WORDS, SPEECH, TOPICS
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set

DEFINING: Final = word_set("the a an with by 's his her its their our my")
"""What stands before an office that is somebody's, and no list."""


def with_modifiers(sheet: Sheet, index: int, start: int, floor: int) -> int:
    """Return where `Moroccan`, `Deputy Prime`, `CPP` before the head of an office begin."""
    line = sheet.lines[index]
    at = start
    while at > floor:
        mark = sheet.at(index, at - 1)
        folded = line.folds[at - 1]
        capital = line.words[at - 1][0].isupper() and folded not in ("the", "a")
        if mark is not None:
            if mark.kind not in ("party", "org", "place"):
                break
            at = mark.start
        elif (
            folded in OFFICE_WORDS
            or folded in _TYING
            or capital
            or _is_double(line, at - 1)
            or (at == start and is_compound(sheet, index, at - 1))
        ):
            at -= 1
        else:
            break
    while at < start and (
        line.folds[at] in ("'s", "-", "the", "and", "of", "(", ")")
        or (line.folds[at] == "under" and line.words[at + 1] != "-" and line.folds[at + 1] != "secretary")
    ):
        at += 1
    return at


def is_compound(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a word is the noun in `former guerrilla chief`, `Lesotho diamond magnate`."""
    line = sheet.lines[index]
    if at == 0 or not line.words[at].islower() or line.folds[at] in NOT_PERSONS or line.folds[at] in SPEECH:
        return False
    if line.folds[at] in DEFINING or line.folds[at].endswith(("ed", "ly")):
        return False
    mark = sheet.at(index, at - 1)
    placed = mark is not None and mark.kind == "place"
    return placed or line.folds[at - 1] in _FORMER or sheet.is_named(index, at - 1, "demonym", "place")


_FORMER: Final = word_set("former ex then late veteran the a an his her its their young new old one")


def _is_double(line: Line, at: int) -> bool:
    """Tell whether a word is the "and" of `Education and Culture Minister`."""
    around = (*line.words[max(0, at - 1) : at], *line.words[at + 1 : at + 2])
    return (
        line.folds[at] == "and"
        and len(around) == 2
        and all([w[0].isupper() and w.lower() in _PORTFOLIOS for w in around])
    )


_PORTFOLIOS: Final = OFFICE_WORDS & (TOPICS | word_set("education planning investment")) - OFFICE_HEADS

_TYING: Final = word_set("'s - ( )")
