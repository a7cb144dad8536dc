"""Runs: where the capitalised words begin and end that may be the name of a place."""

from __future__ import annotations

from typing import Final

from store.wire.areas import ARTICLES, CAPITALISED, FROM, INNER
from store.wire.sheet import Sheet
from store.wire.tokens import word_set

_MOST: Final = 6


def run_end(sheet: Sheet, index: int, at: int) -> int:
    """Return where the capitalised words end: `Cu M'gar`, `Xai-Xai`, `St. Gallen`."""
    line, taken, end = sheet.lines[index], sheet.taken[index], at + 1
    words = line.words
    while end < len(words) and end - at < _MOST and taken[end] is None:
        word = words[end]
        if word[0].isupper():
            if line.folds[end] in CAPITALISED:
                break
            end += 1
        elif word not in _INSIDE or line.starts[end] != line.end(end - 1):
            break
        elif word == ".":
            if words[end - 1] not in ("St", "Ste", "Mt"):
                break
            end += 1
        elif end + 1 < len(words) and words[end + 1][0].isalpha() and line.starts[end + 1] == line.end(end):
            end += 2
        else:
            break
    return end


_INSIDE: Final = frozenset("-'.")
"""What may stand inside a run without a space before it: `Cu M'gar`, `St. Gallen`."""


def run_start(sheet: Sheet, index: int, end: int) -> int:
    """Return where the capitalised words before a token begin."""
    line, taken, at = sheet.lines[index], sheet.taken[index], end
    words = line.words
    while at and end - at < _MOST and taken[at - 1] is None:
        before = words[at - 1]
        if before[0].isupper():
            at -= 1
        elif at > 1 and (
            line.end(at - 2) == line.starts[at - 1]
            if before in ("-", "'")
            else before in INNER and words[at - 2][0].isupper()
        ):
            at -= 2
        else:
            break
    while at < end and (line.folds[at] in ARTICLES or line.folds[at] in FROM):
        at += 1
    return at


def goes_on(sheet: Sheet, index: int, end: int) -> bool:
    """Tell whether a capital stands right behind: the rest of a longer name."""
    words = sheet.lines[index].words
    return end < len(words) and words[end][0].isupper() and sheet.taken[index][end] is None


def run_ends(sheet: Sheet, index: int, at: int) -> list[int]:
    """Return where the name that begins at a token may end: with particles inside it or not."""
    words, folds = sheet.lines[index].words, sheet.lines[index].folds
    end, count = run_end(sheet, index, at), len(words)
    ends, following = [end], folds[end] if end < count else ""
    if end + 1 < count and following in _LINKS:
        link = end
        while link < count and folds[link] in _LINKS and link - end < 2:
            link += 1
        if link < count and words[link][0].isupper():
            ends.insert(0, run_end(sheet, index, link))
    if following in CAPITALISED and words[end][0].isupper():
        ends.insert(0, end + 1)
    if following == "'s" and goes_on(sheet, index, end + 1):
        ends.insert(0, run_end(sheet, index, end + 1))
    return [e for e in ends if e > at and not goes_on(sheet, index, e)]


_LINKS: Final = word_set("of de del da do dos das la le les el al en di upon on sur und and i y e")
