"""Full names: capitalised runs of a line that read as the names of persons."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from store.article import HEADLINE
from store.wire.areas import is_district
from store.wire.hints import WEEKDAY_WORDS
from store.wire.lexicon import (
    ALSO_NAMES,
    CALLINGS,
    DOTTED,
    FAMILY_NAMES,
    HONORIFICS,
    MAKING,
    NOT_PERSONS,
    OFFICE_HEADS,
    OFFICE_WORDS,
    PARTICLES,
    PLURAL_HEADS,
    TIMES,
)
from store.wire.name_signs import bears_surname, is_titled, speaks
from store.wire.particles import ARTICLES, is_particle
from store.wire.sheet import Mark, Sheet
from store.wire.things import KINDS, NO_NAMES, QUOTES, THINGS, is_thing, reads_as_name
from store.wire.tokens import Line, word_set
from store.wire.trie import Span

JUNIOR: Final = word_set("jr sr")
"""Words after a name that nobody is called by."""

_LATIN: Final = re.compile("[a-z]")

TITLES: Final = HONORIFICS | OFFICE_WORDS | PLURAL_HEADS.keys()
INSIDE: Final = frozenset("-'.\"“”")
"""Marks that stand inside names."""


Run = tuple[int, int, int]
"""A stretch of tokens that reads as a personal name: line, start and end."""


def full_names(sheet: Sheet) -> list[Run]:
    """Return the full names of a text; in headlines and lines of capitals only none can be told."""
    known: dict[int, dict[int, Span]] = {}
    for index, span in sheet.spans("person"):
        known.setdefault(index, {})[span.start] = span
    found: list[Run] = []
    for index, line in enumerate(sheet.lines):
        if line.number == HEADLINE or line.shouts:
            continue
        folds, taken, here = line.folds, sheet.taken[index], known.get(index, {})
        past, last = 0, len(folds) - 1
        for at, following in pairwise((*line.capitals, 0)):
            if at < past or taken[at] is not None:
                continue
            if not (following == at + 1 or at in here or (at < last and folds[at + 1] in _WITHIN)):
                continue
            past = _run_end(line, taken, at)
            if at in here or (past > at + 1 and not sheet.is_foreign):
                run = _name_in(sheet, index, at, past, here)
                if run is not None:
                    found.append(run)
                    past = max(past, run[2])
            elif sheet.is_foreign:
                past = at + 1  # a known name may stand in it
    return found


_WITHIN: Final = PARTICLES | INSIDE | ARTICLES
"""What may stand between the words of a name."""


def _run_end(line: Line, taken: Sequence[Mark | None], start: int) -> int:
    """Return where the capitalised words end, initials, particles and hyphens included."""
    words, folds, at, count = line.words, line.folds, start + 1, len(line.words)
    while at < count and taken[at] is None:
        word = words[at]
        if word[0].isupper():
            if folds[at] in WEEKDAY_WORDS and at + 1 < count and words[at + 1][0].islower():
                break  # `NAME Thursday told reporters`
            at += 1
            continue
        if folds[at] not in _WITHIN:
            break
        glued = line.starts[at] == line.end(at - 1)
        if word == "." and glued and (len(words[at - 1]) == 1 or folds[at - 1] in HONORIFICS):
            at += 1
        elif word in ("-", "'") and glued and at + 1 < count and line.starts[at + 1] == line.end(at):
            at += 1
            if not words[at][0].isalpha():
                return at - 1
            at += 1
        elif (
            word in QUOTES
            and words[at + 2 : at + 3]
            and words[at + 2] in QUOTES
            and words[at - 1][0].isupper()
        ):
            at += 3
        elif is_particle(line, at):
            at += 1
        else:
            break
    return at


def _name_in(sheet: Sheet, index: int, start: int, end: int, known: Mapping[int, Span]) -> Run | None:
    """Return the name inside a capitalised run: what follows its last title, if it reads as one."""
    line = sheet.lines[index]
    words, folds = line.words, line.folds
    for at in range(start, end) if known else ():
        if at not in known:
            continue
        past = known[
            at
        ].end  # behind it may stand what is called by it, or an office: `elected NAME President`
        if past >= end or folds[past] in THINGS or not OFFICE_HEADS.isdisjoint(folds[past : past + 2]):
            if is_thing(line, at, past):
                return None
            return index, _behind_initials(line, start, at) if words[at - 1] == "." else at, past
    first = start if TITLES.isdisjoint(folds[start:end]) else _after_titles(sheet, index, start, end, known)
    if end - first < _LEAST:
        return None
    titled = first > start or is_titled(line, sheet.taken[index], first)
    while first < end and _is_foreign_to_names(sheet, index, first):
        if folds[first] in ALSO_NAMES and (titled or _is_korean(line, first)):
            break
        first += 1
    last = end
    while last > first and words[last - 1] in INSIDE:
        last -= 1
    if last - first < _LEAST:
        return None
    trusted = titled or first in known or speaks(line, last) or bears_surname(sheet, index, first, last)
    if not _is_well_formed(sheet, index, first, last, trusted) or is_thing(line, first, last):
        return None
    if folds[first] in KINDS or (not titled and folds[first : first + 2] in NO_NAMES):
        return None
    following = words[last] if last < len(words) else ""
    if following in _HEADS and not (first > 0 and folds[first - 1] in MAKING):
        return None
    if following == "." and folds[last - 1] in _SHORTENED:
        return None
    if following in QUOTES and first > 0 and words[first - 1] in QUOTES:
        return None  # as a school's name stands in quotes of its own
    reads = trusted or (reads_as_name(line, first, last) and not is_district(sheet, index, first, last))
    return (index, first, last) if reads else None


_SHORTENED: Final = frozenset({"gov"})
"""What is a title of whoever is named behind it, and no end of a name: `Gyeonggi Gov. NAME`, but Hun Sen."""

_LEAST: Final = 2
"""No full name has fewer words."""


def _behind_initials(line: Line, start: int, at: int) -> int:
    """Return where the initials begin that stand before a known name: `S. Sudhakar Reddy`, no H.E."""
    first = at
    while first > start + 1 and line.words[first - 1] == "." and len(line.words[first - 2]) == 1:
        first -= 2
    return at if line.folds[first : first + 4] == ("h", ".", "e", ".") else first


def _after_titles(sheet: Sheet, index: int, start: int, end: int, known: Mapping[int, Span]) -> int:
    """Return the token after the last title of a run."""
    line, first = sheet.lines[index], start
    folds = line.folds
    for at in range(start, end):
        if at in known:
            break
        folded = folds[at]
        if folded not in TITLES or (
            folded in _MALAY
            and (at > first or (folded == "puan" and "ID" in sheet.countries and "MY" not in sheet.countries))
            and _is_part_of_name(sheet, index, at - 1)
        ):
            continue
        ends = folded in _SURNAMES and at == end - 1 > first and line.folds[at - 1] not in ("crown", "drum")
        if ends and _is_part_of_name(sheet, index, at - 1):
            continue
        stop = line.words[at + 1 : at + 2] == (".",)
        dotted = stop or (at == first and folded in _RANKS and end - at > 2)
        if folded not in DOTTED or dotted or (folded == "u" and "MM" in sheet.countries):
            first = at + 1 + (stop and folded in HONORIFICS)
    return min(first, end)


_MALAY: Final = word_set("tuan puan haji sri imam sheikh sheik lok sultan lord")
"""Forms of address that are parts of names where another part stands before them."""

_HEADS: Final = OFFICE_HEADS - word_set("head chair lead leads whip candidate")
"""What stands in small letters behind a place, not behind a person: `Semenyih assemblyman`."""


def _is_korean(line: Line, at: int) -> bool:
    """Tell whether a family name begins `Park Chan-dae`."""
    given = line.words[at + 1 : at + 4]
    hyphened = given[1:2] == ("-",) and given[0][0].isupper() and given[-1].islower()
    return hyphened and line.folds[at] in _KOREAN


_KOREAN: Final = FAMILY_NAMES["KR"]

_SURNAMES: Final = word_set("king major prince lord dean judge marshal")
"""Forms of address that are family names where they end one: Madeleine King."""


def _is_part_of_name(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a word before one that is a title in Malay makes it a name: `Nguyen Tuan Phong`."""
    line = sheet.lines[index]
    folded = line.folds[at]
    if not (folded.isalpha() and len(folded) > 1) or folded in TITLES or folded in NOT_PERSONS:
        return False
    return folded not in TIMES and not sheet.is_named(index, at, "place", "demonym", "party", "org")


_RANKS: Final = word_set("lt gen col maj capt brig rep hon sgt adv prof bishop archbishop cardinal pastor")
"""Forms of address that need no full stop before two words of a name: `Maj Gen`, `Col Assimi Goita`."""


def _is_foreign_to_names(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether the first word of a run belongs to no name: an ordinary word, a month, a place."""
    line = sheet.lines[index]
    folded = line.folds[at]
    if folded in _ORDINARY and not (len(folded) == 1 and line.words[at + 1 : at + 2] == (".",)):
        return True
    if line.words[at] in INSIDE or (folded in CALLINGS and at == sheet.sentence(index, at)[0]):
        return True
    return at in sheet.named[index] and sheet.is_named(index, at, "place", "demonym")


_ORDINARY: Final = NOT_PERSONS | TIMES


def _is_well_formed(sheet: Sheet, index: int, first: int, last: int, trusted: bool) -> bool:
    """Tell whether a stretch is made of name parts only; a title before it allows words that are both."""
    line = sheet.lines[index]
    parts = line.folds[first:last]
    if not INSIDE.isdisjoint(parts):
        parts = tuple([f for f in parts if f not in INSIDE])
    count = len(parts) if JUNIOR.isdisjoint(parts) else len([p for p in parts if p not in JUNIOR])
    if not 2 <= count <= 7 or HONORIFICS.issuperset(parts):
        return False
    if len(parts) == 2 and line.end(first) == line.starts[first + 1] and line.words[first + 1] != ".":
        return False
    letters = "".join(parts)
    if not letters.isalpha() or len(letters) == len(parts):
        return False
    if not (letters.isascii() or all([p.isascii() or _LATIN.search(p) for p in parts])):
        return False
    if not (_ORDINARY.isdisjoint(parts) or _are_parts(line, first, last, trusted)):
        return False
    named = sheet.named[index]
    return trusted or not any(
        [sheet.is_named(index, at, "place", "demonym") for at in range(first, last) if at in named]
    )


def _are_parts(line: Line, first: int, last: int, trusted: bool) -> bool:
    """Tell whether every word can be part of a name: behind a hyphen also one that is a word elsewhere."""
    folds, words = line.folds, line.words
    return all(
        [
            _may_be_part(folds[at], trusted) or (words[at - 1] == "-" and words[at].islower())
            for at in range(first, last)
        ]
    )


def _may_be_part(folded: str, trusted: bool) -> bool:
    """Tell whether a word can be part of a name, as initials can, and behind a title some ordinary words."""
    return len(folded) == 1 or folded not in _ORDINARY or (trusted and folded in ALSO_NAMES)
