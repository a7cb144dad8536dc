"""Distinctions: the words that tell one election apart from the others, by its office, place or time."""

from __future__ import annotations

import re
from typing import Final

from store.wire.lexicon import TIMES, ordinal
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set

OFFICES: Final = word_set(
    "presidential parliamentary legislative communal commune municipal regional assembly senate house "
    "midterm mayoral gubernatorial governorship federal state provincial leadership council councillors "
    "european duma bundestag bundesrat knesset sejm riksdag dail diet rajya lok sabha panchayat upper lower "
    "chamber term constituent constitutional independence papal congressional senatorial metropolitan"
)
"""Words that tell an election apart."""

COMMON: Final = word_set("general snap early local district village nationwide national")
"""Words that tell which kind it is and leave open which one."""

_LOOSE: Final = word_set(
    "'s national of - and mid simultaneous repeat rerun re second first round key crucial regular next last "
    "the upcoming coming forthcoming recent this"
)
"""What may stand between the words of an election, and tells nothing alone."""

AT_FRONT: Final = _LOOSE - word_set("second first simultaneous repeat rerun snap mid re national regular")
"""Of these, what its name does not begin with."""

_DEFINITE: Final = COMMON - word_set("national nationwide village district")
"""Of these, what makes the one election of its time with an article: `the general election`."""

_WHICH: Final = word_set("next last coming upcoming forthcoming recent previous latest this")

_SPANS: Final = word_set("year month week")

_HELD: Final = word_set(
    "held due set scheduled slated promised planned expected called on in for take taking place of by early "
    "late be will"
)
"""What may stand between an election and its day: `general elections held in July`."""

_YEAR: Final = re.compile(r"(?:19|20)\d\d")

_REACH: Final = 6
_ARTICLES: Final = word_set("a an")


def modifiers(sheet: Sheet, index: int, head: int) -> tuple[int, bool]:
    """Return where the words that belong to an election begin, and whether they tell it apart."""
    line, taken, named = sheet.lines[index], sheet.taken[index], sheet.named[index]
    folds, start, telling = line.folds, head, False
    while start and head - start < _REACH and taken[start - 1] is None:
        at = start - 1
        folded = folds[at]
        if folded == "the" and folds[at - 1] != "of":
            break
        kinds = named[at].kinds if at in named else ()
        place = "place" in kinds or "demonym" in kinds
        dated = is_year(folded) or folded in TIMES or ordinal(folded) is not None
        chamber, office = "org" in kinds, folded in OFFICES
        tells = office or place or dated or chamber
        local = _is_its_place(line, at, start, head)
        area = local or (start == head and _is_area(line, at, head))
        if not (tells or area or _joins(line, at)):
            break
        round_ = folded == "first" or (folded == "second" and "round" in folds[at:head])
        telling |= chamber or office or place or area or (dated and not round_)
        start = at
    return start, telling


def _joins(line: Line, at: int) -> bool:
    """Tell whether a token belongs to what is said of an election, though it tells nothing alone."""
    folded, before = line.folds[at], line.folds[at - 1]
    if folded in COMMON or folded in _LOOSE or folded.isdigit():
        return True
    if folded in (".", ","):  # of `Nov. 5`, `November 5, 2024`, but `in March. Elections`
        return before in TIMES and line.words[at + 1][0].isdigit() if folded == "." else before.isdigit()
    return _is_by(line, at)


def is_year(folded: str) -> bool:
    """Tell whether a token is a year."""
    return folded[:2] in ("19", "20") and _YEAR.fullmatch(folded) is not None


def _is_by(line: Line, at: int) -> bool:
    """Tell whether `by-election` begins at a token."""
    return line.folds[at] in ("by", "bye") and line.folds[at + 1 : at + 2] == ("-",)


def _is_its_place(line: Line, at: int, start: int, head: int) -> bool:
    """Tell whether a capitalised word is of the unknown place of a by-election or a state's election."""
    if (
        at == 0
        or not line.words[at][0].isupper()
        or line.folds[at] in AT_FRONT
        or line.folds[at] in _ARTICLES
    ):
        return False
    local = line.folds[start] in _STATES if start < head else line.folds[head].startswith("by")
    return local or (start < head and line.words[start][0].isupper() and line.folds[start] not in TIMES)


def _is_area(line: Line, at: int, head: int) -> bool:
    """Tell whether it is the "local" of `local elections`, the adjective of `the Andalusian elections`."""
    if line.folds[head] != "elections":
        return False
    if line.folds[at] == "local":
        return True
    return at > 0 and line.words[at][0].isupper() and line.folds[at].endswith(_OF_AN_AREA)


_OF_AN_AREA: Final = ("ian", "ish", "ese")
_STATES: Final = word_set(
    "by bye assembly governorship gubernatorial mayoral state council municipal provincial"
)


def is_told(line: Line, start: int, first: int, head: int) -> bool:
    """Tell whether an election of a common kind is one: `the general election`, `polls held last month`."""
    before = line.folds[max(0, start - 3) : start]
    if not _DEFINITE.isdisjoint(line.folds[start:first]) and "first" not in line.folds[start:first]:
        definite = before[-1:] == ("the",) or before[-1:] == ("'s",) or "second" in line.folds[start:first]
        if definite and line.folds[head] in ("election", "off", "runoff", "poll"):
            return True
    if before[-1:] in (("a",), ("an",)) and before[:2] in _DISTANT:
        return True  # two days after a national election
    if not _WHICH.isdisjoint(before) or (before[-1:] == ("'s",) and not _SPANS.isdisjoint(before[-2:])):
        return True
    for at in range(head + 1, min(head + 1 + _REACH, len(line.folds))):
        folded = line.folds[at]
        if folded in TIMES or folded in _SPANS or is_year(folded):
            return True
        promised = folded == "," and line.folds[at + 1 : at + 2] in _PROMISED
        if not (promised or folded in _HELD or folded in _WHICH or folded.isdigit()):
            return False
    return False


_PROMISED: Final = (("promised",), ("due",), ("scheduled",), ("planned",), ("expected",), ("set",), ("held",))
_DISTANT: Final = tuple(
    [
        (unit, side)
        for unit in ("days", "weeks", "months", "day", "week", "month")
        for side in ("after", "before")
    ]
)


def is_yearly(folds: tuple[str, ...]) -> bool:
    """Tell whether `last year's` stands before an election."""
    return folds[0] in _WHICH and folds[1] in _SPANS and folds[2] == "'s"
