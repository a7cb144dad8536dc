"""Runs: where the capitalised words begin and end that may be the name of a place."""

from __future__ import annotations

from typing import Final

from store.wire.areas import ARTICLES, CAPITALISED, FROM, INNER
from store.wire.sheet import Sheet

_MOST: Final = 6


def run_end(sheet: Sheet, index: int, at: int) -> int:
    """Return where the capitalised words end: `Cu M'gar`, `Xai-Xai`, `St. Gallen`."""
    line, end = sheet.lines[index], at + 1
    words = line.words
    while end < len(words) and end - at < _MOST and sheet.at(index, end) is None:
        glued = line.starts[end] == line.ends[end - 1]
        if words[end] in ("-", "'") and glued and end + 1 < len(words) and words[end + 1][0].isalpha():
            if line.starts[end + 1] != line.ends[end]:
                break
            end += 2
        elif (words[end][0].isupper() and line.folds[end] not in CAPITALISED) or (
            words[end] == "." and glued and words[end - 1] in ("St", "Ste", "Mt")
        ):
            end += 1
        else:
            break
    return end


def run_start(sheet: Sheet, index: int, end: int) -> int:
    """Return where the capitalised words before a token begin."""
    line, at = sheet.lines[index], end
    while at and end - at < _MOST and sheet.at(index, at - 1) is None:
        if line.words[at - 1] in ("-", "'") and at > 1 and line.ends[at - 2] == line.starts[at - 1]:
            at -= 2
        elif line.words[at - 1][0].isupper():
            at -= 1
        elif line.words[at - 1] in INNER and at > 1 and line.words[at - 2][0].isupper():
            at -= 2
        else:
            break
    while at < end and (line.folds[at] in ARTICLES or line.folds[at] in FROM):
        at += 1
    return at


def goes_on(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether a capital stands right behind: the rest of a longer name."""
    line = sheet.lines[index]
    return end < len(line.words) and line.words[end][0].isupper() and sheet.at(index, end) is None
