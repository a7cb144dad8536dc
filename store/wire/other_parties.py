"""Other parties: what is a party by what stands beside it, and not by "Party" in its name."""

from __future__ import annotations

from collections.abc import Set
from typing import Final, NamedTuple

from store.fold import words
from store.wire.homes import is_ones
from store.wire.initials import letters_at
from store.wire.lexicon import OFFICE_HEADS
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set

JOINING: Final = word_set("of for the and & - 's '")

LEADING: Final = word_set("the a an this that and while when but in on at by for from to of with as both our")


class Unknown(NamedTuple):
    """A capitalised `... Party (XYZ)` that the gazetteer does not know."""

    line: int
    start: int
    end: int
    name: str
    abbr: str | None


def called_otherwise(sheet: Sheet, parties: Set[tuple[int, int]]) -> list[Unknown]:
    """Return what is a party by what stands beside it: `the opposition Movement for Change (MFC)`.

    `parties` are the lines and tokens at which unknown parties begin and end.
    """
    found: list[Unknown] = []
    for index, line in enumerate(sheet.lines if "(" in sheet.vocabulary else ()):
        if "(" not in line.vocabulary or _KINDS.isdisjoint(line.vocabulary) or line.shouts:
            continue
        for at in line.where("("):
            abbr = letters_at(line, at) if at else None
            start = _name_start(sheet, index, at, abbr) if abbr and abbr.isalpha() else at
            if abbr and at - start > 1 and not _KINDS.isdisjoint(line.folds[start:at]):
                found.append(Unknown(index, start, at, line.slice(start, at), abbr))
    seated = _seated(sheet) if found else frozenset()
    return [
        u
        for u in found
        if u.abbr in seated
        or _is_of_camp(sheet.lines[u.line], u.start)
        or (_is_partisan(u.name) and (_is_somebodys(sheet, u) or _is_listed(sheet, u, parties)))
    ]


def _is_partisan(name: str) -> bool:
    """Tell whether a name may be a party's, and is not that of a trade union or a federation."""
    told = words(name)
    return _NO_PARTIES.isdisjoint(told) and not any([word.endswith("workers") for word in told])


def _is_somebodys(sheet: Sheet, unknown: Unknown) -> bool:
    """Tell whether somebody's name stands before: `Ann Hill's Free Patriotic Union (FPU)`."""
    line, at = sheet.lines[unknown.line], unknown.start - 1
    if at < 2 or line.folds[at] != "'s" or sheet.known_at(unknown.line, at - 1):
        return False
    return all([line.words[i][0].isupper() and line.words[i].isalpha() for i in (at - 1, at - 2)])


def _is_listed(sheet: Sheet, unknown: Unknown, parties: Set[tuple[int, int]]) -> bool:
    """Tell whether a party stands beside, joined by "and": `the Lakes Party (LP) and the ... Movement`."""
    index, folds = unknown.line, sheet.lines[unknown.line].folds
    before = unknown.start - 1 - (folds[unknown.start - 1] == "the")
    if before > 0 and folds[before] == "and":
        end = before - 3 * (folds[before - 1] == ")")
        if (index, end) in parties or sheet.is_named(index, end - 1, "party"):
            return True
    after = unknown.end + 3
    if folds[after : after + 1] != ("and",):
        return False
    after += 1 + (folds[after + 1 : after + 2] == ("the",))
    return (index, after) in parties or sheet.is_named(index, after, "party")


_NO_PARTIES: Final = word_set(
    "workers mineworkers teachers students farmers trade unions labour employees women womens youth football "
    "european african arab soviet credit conservation customs economic journalists aligned human rights "
    "student teachers writers solidarity peace sports veterans bar medical international world"
)
"""With these, a union, a congress or a movement listed beside a party is none."""


def _seated(sheet: Sheet) -> frozenset[str]:
    """Return the words behind which stands what only a party has: `MFC candidates`."""
    return frozenset([line.words[at - 1] for line in sheet.lines for at in line.among(_SEATED) if at])


_KINDS: Final = word_set(
    "movement democrats socialists congress union rally league liberals greens convention"
)
"""Nouns that end or begin the names of parties, and not of parties alone."""


def _name_start(sheet: Sheet, index: int, end: int, letters: str) -> int:
    """Return where a name of capitalised words begins that ends at a token."""
    line, start = sheet.lines[index], end
    while start and end - start < 8 and sheet.at(index, start - 1) is None:
        small = line.folds[start - 1] in JOINING and start < end
        if line.folds[start - 1] == "'s" and start > 1 and is_ones(sheet, index, start - 2, end - 1, letters):
            break
        if not (line.words[start - 1][0].isupper() or small) or line.folds[start - 1] in OFFICE_HEADS:
            break
        if sheet.is_named(index, start - 1, "org"):
            return end
        start -= 1
    while start < end and (line.folds[start] in JOINING or line.folds[start] in LEADING):
        start += 1
    return start


def _is_of_camp(line: Line, start: int) -> bool:
    """Tell whether a name stands as only a party's does: `the ruling ...`."""
    return not _CAMPS.isdisjoint(line.folds[max(0, start - 2) : start])


_CAMPS: Final = word_set(
    "opposition ruling governing right left centrist liberal conservative socialist populist party"
)

_SEATED: Final = word_set(
    "party mp mps lawmaker lawmakers candidate candidates voters seats legislator legislators faction "
    "senators councillors"
)
