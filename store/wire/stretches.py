"""Stretches: which words of a line print an office, and where they end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.wire.lexicon import CALLINGS, OFFICE_HEADS, OFFICE_WORDS, SPEECH, TIMES, TOPICS
from store.wire.sheet import Mark, Sheet
from store.wire.tokens import Line, word_set

MOST: Final = 28
"""No office has more words."""

_ENDS: Final = SPEECH | word_set(
    "on in at from after before when while that which during since until where but for with to by has had "
    "was were is are will would and said ran runs stood stands fell sought seeks faces went came gave saw "
    "got kept began wrote rose spoke flew drove grew quit chairs heads leads"
)
_WITHIN: Final = word_set(
    "of the 's and for - its their first second third fourth fifth sixth seventh eighth ninth tenth new next"
)
_BODIES: Final = word_set(
    "club league board company branch chapter wing group union movement front council bank court army school "
    "university faction delegation alliance coalition institute academy country nation province region "
    "county association federation society newspaper firm ministry agency authority"
)
"""What somebody is an officer of, in small letters: `head of the league`."""

_AREAS: Final = word_set("region province district county state city governorate department oblast republic")
_TIMES_SERVED: Final = word_set("first second third for the")
"""Where an office does not end: `elected chairman of the party for the third time`."""

_UNITS: Final = word_set("years months decades weeks days year decade month term terms time times")
_COUNTED: Final = word_set(
    "two three four five six seven eight nine ten eleven twelve several many a nearly almost over more the "
    "some less about just only most"
)
_WHEN: Final = word_set("on in last next this")
_PASSING: Final = word_set("who whose that which until since when while where after before during")
"""Words behind which no office goes on."""


def is_head(line: Line, at: int) -> bool:
    """Tell whether a token is the word that makes an office of those beside it."""
    return line.folds[at] in OFFICE_HEADS or line.words[at] in CALLINGS


def kind_at(sheet: Sheet, index: int, at: int) -> str | None:
    """Return the kind of what is named at a token."""
    mark = sheet.at(index, at)
    return mark.kind if mark else None


def office_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where an office ends: at a comma, a stop, or a verb."""
    line, taken, at = sheet.lines[index], sheet.taken[index], start
    folds = line.folds
    last = min(len(folds), start + MOST)
    while at < last:
        mark = taken[at]
        if mark is not None:
            if mark.kind in ("person", "event"):
                return _before_name(line, start, at)
            at = mark.end
        elif folds[at] in _TURNING and _ends_at(line, taken, start, at):
            break
        else:
            at += 1
    return at


_STOPS: Final = frozenset(",;.!?–—:(")
_TURNING: Final = SPEECH | _PASSING | _WHEN | _STOPS | {"for", "and"}


def _ends_at(line: Line, taken: Sequence[Mark | None], start: int, at: int) -> bool:
    """Tell whether a mark ends the office that begins at `start`, or a word goes on with something else."""
    word, folded = line.words[at], line.folds[at]
    if word == "(":
        return taken[at + 1] is None
    if word in _STOPS:
        return word != "," or not (_list_inside(line, at) or _of_committee(line, at))
    if at == start:
        return False
    told = folded in SPEECH or folded in _PASSING
    return told or _is_span(line, at) or _is_when(line, at) or _goes_on(line, at)


def _before_name(line: Line, start: int, at: int) -> int:
    """Return where an office ends before a name: at the "and" of `and a critic of NAME`."""
    if at - start > 1 and line.folds[at - 1] == "and":
        return at - 1
    ands = [i for i in range(start + 1, at - 1) if line.folds[i] == "and" and line.folds[i + 1] in _ONE]
    return ands[-1] if ands else at


_ONE: Final = word_set("a an one his her")


def _is_span(line: Line, at: int) -> bool:
    """Tell whether `for 13 years`, `for more than a decade`, `for the third time` begins."""
    if line.folds[at] != "for":
        return False
    ahead = line.folds[at + 1 : at + 6]
    for number, folded in enumerate(ahead):
        if folded in _UNITS:
            return number > 0
        if not (folded[0].isdigit() or folded in _COUNTED or folded in _WITHIN or folded in ("than", "last")):
            return False
    return False


def _goes_on(line: Line, at: int) -> bool:
    """Tell whether `and was ...`, `and heads ...` begins: the next thing that is said of somebody."""
    following = line.folds[at + 1 : at + 2]
    return line.folds[at] == "and" and following != () and (following[0] in _ENDS or following[0] in _MODALS)


_MODALS: Final = word_set("must may might could can should shall now hopes wants plans hails lives")


def _is_when(line: Line, at: int) -> bool:
    """Tell whether `on Sunday`, `in 2017`, `last month` begins."""
    if line.folds[at] not in _WHEN:
        return False
    following = line.folds[at + 1 : at + 2]
    return bool(following) and (
        following[0] in TIMES or following[0] in _UNITS or (following[0].isdigit() and len(following[0]) == 4)
    )


def _of_committee(line: Line, at: int) -> bool:
    """Tell whether a comma stands in `secretary of the C.C., WPK`, as Pyongyang prints it."""
    return at > 0 and line.words[at - 1] == "C.C."


def _list_inside(line: Line, at: int) -> bool:
    """Tell whether a comma is one of `Ministry of Labour, Invalids and Social Affairs`."""
    ahead = line.words[at + 1 : at + 4]
    return (
        len(ahead) == 3
        and ahead[0][0].isupper()
        and ahead[1] == "and"
        and line.folds[at + 1] not in OFFICE_WORDS
    )


def is_office(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a stretch begins with the words of an office and holds no person."""
    taken = sheet.taken[index]
    if any([mark.kind == "person" for mark in filter(None, taken[start : end + 1])]):
        return False
    return 0 <= office_head(sheet.lines[index], taken, start) < end


def office_head(line: Line, taken: Sequence[Mark | None], start: int) -> int:
    """Return the head of the office that begins at a token; -1 where none does."""
    folds, at = line.folds, start
    last = min(start + _AHEAD, len(folds))
    while at < last:
        mark, folded = taken[at], folds[at]
        if mark is not None:
            at = mark.end
            continue
        if folded in OFFICE_HEADS or line.words[at] in CALLINGS:
            return at
        if folded in _TIES or (at == start and (folded in _ENDS or _is_doing(folded))):
            break
        at += 1
    return -1


_AHEAD: Final = 14
"""The head of an office is one of so many words that it begins with."""


_TIES: Final = word_set("of from to by with")


def _is_doing(folded: str) -> bool:
    """Tell whether `, saying the commissioner ...` goes on, and no office."""
    return folded.endswith("ing") and folded not in OFFICE_WORDS and folded not in TOPICS


def short_office_end(sheet: Sheet, index: int, start: int) -> int:
    """Return where an office in running text ends: at the first word that no office has."""
    line, taken, at, last = sheet.lines[index], sheet.taken[index], start, start
    while at < len(line.words) and at - start < MOST:
        mark = taken[at]
        if mark is not None:
            if mark.kind in ("person", "event"):
                break
            at = last = mark.end
            continue
        folded, word = line.folds[at], line.words[at]
        capital = word[0].isupper() and folded not in TIMES
        before = line.folds[at - 1]
        area = folded in _AREAS and kind_at(sheet, index, at - 1) == "place"
        body = folded in _BODIES and (before in ("of", "the", "its", "'s") or before in OFFICE_WORDS)
        if folded in OFFICE_WORDS or word in CALLINGS or capital or area or body:
            last = at + 1
        elif before == "'s" and line.folds[at + 1 : at + 2] != () and line.folds[at + 1] in OFFICE_HEADS:
            pass
        elif (folded not in _WITHIN and not (folded == "in" and before == "-")) or _is_span(line, at):
            break
        at += 1
    while last > start and line.folds[last - 1] in _TIMES_SERVED:
        last -= 1
    return last


def opening_bracket(line: Line, closing: int) -> int:
    """Return the token of "(" in `(CPV)`, `(CPV CC)`, `(JUI-F)`, which closes here; else 0."""
    for at in range(closing - 2, max(0, closing - 5), -1):
        if line.words[at] == "(":
            return at if line.words[at + 1][0].isupper() else 0
    return 0


def is_listed(line: Line, at: int) -> bool:
    """Tell whether a token is the comma of `Minister of Labour, Invalids and Social Affairs`."""
    return at > 1 and TOPICS.issuperset((line.folds[at - 1], *line.folds[at + 1 : at + 2]))
