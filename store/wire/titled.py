"""Titled: bodies whose name an article and capitals give: `the Fire Brigades Union`, `the Bank of Ghana`."""

from __future__ import annotations

from typing import Final

from store.wire.houses import is_seat, is_topic
from store.wire.institutions import claim_body
from store.wire.lexicon import FAMILY_NAMES, HONORIFICS, OFFICE_HEADS, TIMES
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set

_NAMED: Final = word_set(
    "commission ministry institute academy association union federation agency confederation league "
    "authority inspectorate directorate organisation organization society brotherhood brigade foundation "
    "council committee service guild syndicate endowment board tribunal college wing corps"
)
"""Heads that the capitals before them make a name: `the Backward Classes Commission`."""

_SEATED: Final = word_set(
    "commission council congress office bank university centre center registrar syndicate service endowment "
    "organisation organization society institute academy association federation confederation bureau"
)
"""Heads that what stands behind them makes a name: `the Syndicate of Journalists`."""

TITLED: Final = _NAMED | _SEATED
"""Every head that is read here."""

_NEUTRAL: Final = word_set(
    "central executive standing party people national state political general joint high level local "
    "provincial municipal city district foreign new ruling armed secret civil public military special "
    "advisory organising organizing steering election campaign working select oversight news"
)
"""Words by which alone no body is told here: what they make with a head is anybody's."""

_PLURAL: Final = 5
"""A capitalised word of so many letters and more that ends in s is a subject: `Churches`, `Journalists`."""

_SUBJECTS: Final = word_set(
    "democracy integrity peace justice commerce attorney general deeds statistics young"
)
_LINKS: Final = word_set("of for on")
_SMALL: Final = word_set("and & of the , -")
_UNIONS: Final = word_set("unions councils churches")
_PARTIES: Final = word_set("union federation league congress confederation organisation organization")
_LONGEST: Final = 7
_PLACED: Final = word_set("bank university registrar service")
"""Heads that a place makes a name, too."""


def mark_titled(sheet: Sheet, index: int, head: int) -> None:
    """Mark the body whose capitalised head noun stands at a token, if an article begins its name."""
    line = sheet.lines[index]
    if not line.words[head][0].isupper() or sheet.at(index, head) is not None:
        return
    folded = line.folds[head]
    start, end = _start(sheet, index, head), _tail_end(sheet, index, head)
    if folded == "committee" and line.folds[head - 1 : head] in (("central",), ("executive",)):
        return
    if folded == "congress" and _UNIONS.isdisjoint(line.folds[head:end]):
        return
    told = end > head + 1 or (folded in _NAMED and _is_told(line, start, head))
    span = sheet.known_at(index, head)
    if span is not None and "place" in span.kinds:
        return  # the Soviet Union
    if folded in _PARTIES and line.folds[end : end + 1] == ("(",):
        return  # with letters of its own it may be a party
    if start >= 0 and told and not is_seat(line, end):
        claim_body(sheet, index, start, end)


def _start(sheet: Sheet, index: int, head: int) -> int:
    """Return where the capitalised words before a head begin, behind their article; -1 without one."""
    line, at = sheet.lines[index], head - 1
    while at >= 0 and head - at <= _LONGEST and sheet.at(index, at) is None:
        word, folded = line.words[at], line.folds[at]
        if folded == "the":
            return at + 1
        plural = folded == "'" or (folded == "'s" and line.folds[at - 1] in _OWNING)
        if folded == "'s" and not plural:
            return -1
        listed = folded == "," and at > 0 and is_topic(line.folds[at - 1])
        if not (plural or listed or folded in ("and", "&", "-") or word[0].isupper()):
            return -1
        if folded in TIMES or folded in HONORIFICS or folded in OFFICE_HEADS:
            return -1
        at -= 1
    return -1


_OWNING: Final = word_set("women people men children")


def _is_told(line: Line, start: int, head: int) -> bool:
    """Tell whether the words before a head are not all anybody's."""
    return start >= 0 and any([fold.isalpha() and fold not in _NEUTRAL for fold in line.folds[start:head]])


def _tail_end(sheet: Sheet, index: int, head: int) -> int:
    """Return where what a body is of or for ends, behind its head; the token after the head without it."""
    line, last = sheet.lines[index], head + 1
    words, folds = line.words, line.folds
    if folds[last : last + 1] == () or folds[last] not in _LINKS:
        return last
    at, placed = last + 1, folds[head] in _PLACED
    while at < min(head + 9, len(words)) and sheet.at(index, at) is None:
        word, folded = words[at], folds[at]
        if folds[at : at + 2] == ("party", "central"):  # it is an office of that committee, which has a name
            break
        if word[0].isupper() and not _is_name(folded):
            subject = (
                is_topic(folded) or folded in _SUBJECTS or (len(folded) >= _PLURAL and folded[-1] == "s")
            )
            if not subject and not (placed and sheet.is_named(index, at, "place")):
                break
            last = at + 1
        elif folded not in _SMALL:
            break
        at += 1
    return last


def _is_name(folded: str) -> bool:
    """Tell whether a word may begin somebody's name."""
    return any([folded in names for names in FAMILY_NAMES.values()])
