"""Givings: offices that somebody else's verb gives: `with NAME as deputy`, `elected NAME its chairman`."""

from __future__ import annotations

from typing import Final

from store.wire.clauses import AS, DECLARED, office_at
from store.wire.lexicon import MAKING, OFFICE_WORDS
from store.wire.offices import THEIRS, Office
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import MOST, is_head, is_office, short_office_end
from store.wire.tokens import Line, word_set

_GIVING: Final = word_set(
    "with named appointed elected chose picked succeed succeeds succeeded succeeding replace replaces "
    "replaced replacing nominated installed made select selected reelected naming electing appointing "
    "join endorsed confirmed approved follow follows keep kept unseated ousted toppled deposed removed "
    "sacked dismissed dethroned axed"
)
"""What stands before a name that an office follows: `with NAME as deputy chairman`."""

GIVEN: Final = word_set("to as on")
"""What stands behind a name that somebody else's verb gives an office."""


def office_given(sheet: Sheet, mark: Mark, before: str) -> list[Office]:
    """Return the office that somebody else's verb gives: `with NAME as ...`, `to succeed NAME as ...`.

    Args:
        sheet: The text.
        mark: The name.
        before: The word before it and its forms of address.
    """
    line, at = sheet.lines[mark.line], mark.end
    folds = line.folds
    following = folds[at]
    if following == "to":
        return _office_to_be(sheet, mark)
    if following == "on" and (chosen := _chosen_as(line, at + 1)):
        return office_at(sheet, mark.line, chosen)
    if following == "as":
        elected = before == "of" and not _CHOICES.isdisjoint(folds[max(0, mark.start - 5) : mark.start])
        given = elected or before in _GIVING or not AS.isdisjoint(folds[at + 1 : at + 2])
        return office_at(sheet, mark.line, at + 1) if given else []
    if before in MAKING and (is_head(line, at) or following in OFFICE_WORDS):
        return office_at(sheet, mark.line, at)
    if before in MAKING and following == ",":
        return _behind_aside(sheet, mark.line, at + 1)
    return _theirs(sheet, mark.line, at) if before in MAKING else []


def _behind_aside(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the office of `elected NAME, who had never held a seat, as its chairman`."""
    folds = sheet.lines[index].folds
    ahead = folds[at : at + MOST]
    close = at + ahead.index(",") if "," in ahead and "." not in ahead[: ahead.index(",")] else 0
    if not close or folds[close + 1 : close + 2] != ("as",):
        return []
    return _theirs(sheet, index, close + 2) or office_at(sheet, index, close + 2)


def _theirs(sheet: Sheet, index: int, at: int) -> list[Office]:
    """Return the office in `its chairman`, `their new leader`, with whose it is."""
    folds = sheet.lines[index].folds
    if at >= len(folds) or folds[at] not in THEIRS:
        return []
    end = short_office_end(sheet, index, at + 1)
    return [Office(index, at, end)] if is_office(sheet, index, at + 1, end) else []


def _office_to_be(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return the office of `NAME to be ...`, `NAME to succeed NAME as ...`."""
    folds, at = sheet.lines[mark.line].folds, mark.end + 2
    then = folds[at - 1] if at <= len(folds) else ""
    if then == "be":
        return office_at(sheet, mark.line, at)
    other = sheet.taken[mark.line][at] if then in _FOLLOWING else None
    if other is not None and other.kind == "person" and folds[other.end : other.end + 1] == ("as",):
        return office_at(sheet, mark.line, other.end + 1)
    return []


def _chosen_as(line: Line, at: int) -> int:
    """Return the token behind `his re-election as`, `being elected`; 0 if nothing such begins at a token."""
    ahead = line.folds[at : at + 8]
    if ahead[:1] == ("being",):
        chosen = next((i for i, f in enumerate(ahead) if f in DECLARED or f in ("elected", "named")), 0)
        return at + chosen + 1 if 0 < chosen < 5 else 0
    if ahead[:1] not in _HIS or _CHOICES.isdisjoint(ahead):
        return 0
    chosen = next(i for i, f in enumerate(ahead) if f in _CHOICES)
    behind = ahead[chosen + 1 : chosen + 2]
    return at + chosen + 2 if chosen < 4 and behind in (("as",), ("to",)) else 0


_HIS: Final = (("his",), ("her",), ("their",))
_CHOICES: Final = word_set("election appointment nomination selection elevation reelection reappointment")
_FOLLOWING: Final = word_set("succeed replace follow")


FILLING: Final = word_set("be will is was remains now still also")
"""What stands before a name that fills an office."""


def office_named(sheet: Sheet, mark: Mark) -> list[Office]:
    """Return the office that a sentence fills with a name, `His deputy will be NAME`."""
    line, at = sheet.lines[mark.line], mark.start
    if at == 0 or line.folds[at - 1] not in FILLING:
        return []
    begin = sheet.sentence(mark.line, at)[0]
    while at > begin and line.folds[at - 1] in FILLING:
        at -= 1
    if at - begin > 8 or line.words[mark.end : mark.end + 1] not in ((",",), (".",), ()):
        return []
    start = begin + (line.folds[begin] in ("his", "her", "its", "their", "the"))
    return [Office(mark.line, start, at)] if is_office(sheet, mark.line, start, at) else []
