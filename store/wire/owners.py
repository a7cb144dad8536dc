"""Owners: whose a body is, a party's or a country's, by what stands before and behind its name."""

from __future__ import annotations

from typing import Final

from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set


def owner_of(sheet: Sheet, index: int, start: int, end: int) -> tuple[str | None, str | None]:
    """Return the party, else the country, whose body stands between two tokens, if the text says it."""
    line = sheet.lines[index]
    at = start - 1
    while at >= 0 and line.folds[at] in ("'s", "'", "central", "committee", "executive", "the", ")"):
        at -= 1
    if at >= 0 and (at < start - 1 or _touches(line, start)):
        party, country = owner_at(sheet, index, at)
        if party or country:
            return party, country
    at = end
    while at < len(line.folds) and line.folds[at] in ("of", "the", "(", ")", "under", "central", "committee"):
        at += 1
    if at > end and line.folds[end] in ("of", "under"):
        return owner_at(sheet, index, at)
    return None, None


def _touches(line: Line, start: int) -> bool:
    return start > 0 and line.starts[start] - line.end(start - 1) <= 1


def owner_at(sheet: Sheet, index: int, at: int) -> tuple[str | None, str | None]:
    """Return the party, else the country, that a token names."""
    mark = sheet.at(index, at)
    if mark is not None:
        return (mark.entity, None) if mark.kind == "party" else (None, None)
    if sheet.house and 0 <= at < len(sheet.lines[index].words) and sheet.lines[index].words[at] == "Party":
        return sheet.house, None
    span = sheet.known_at(index, at)
    for name in span.names if span else ():
        if name.kind in ("demonym", "place"):
            return None, sheet.gazetteer.places[name.id].country
    return None, None


def is_of_a_party(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a body printed small is a party's: `the party's women's bureau`."""
    folds = sheet.lines[index].folds
    if start > 3 and folds[start - 4] == "," and folds[start - 2 : start] == ("party", "'s"):
        return False  # `the Young Guard, his party's youth wing`
    if start > 1 and folds[start - 1] == "'s":
        return folds[start - 2] in _OWNERS or owner_at(sheet, index, start - 2)[0] is not None
    if folds[end : end + 1] == ("of",) and folds[end + 2 : end + 3] == ("'s",):
        return owner_at(sheet, index, end + 3)[0] is not None
    return folds[end : end + 1] == ("of",) and owner_of(sheet, index, start, end)[0] is not None


_OWNERS: Final = word_set("party committee")
"""Whose small bodies are bodies: `the Party Central Committee's training department`."""
