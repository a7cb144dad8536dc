"""Signs of a name: what beside some capitalised words, or in them, makes them somebody's name."""

from __future__ import annotations

from collections.abc import Sequence

from store.wire.hints import WEEKDAY_WORDS
from store.wire.lexicon import HONORIFICS, NOT_PERSONS, OFFICE_HEADS, SPEECH
from store.wire.sheet import Mark, Sheet
from store.wire.stretches import is_head
from store.wire.tokens import Line


def is_titled(line: Line, taken: Sequence[Mark | None], first: int) -> bool:
    """Tell whether an office or the body of one stands right before a token."""
    if first == 0:
        return False
    mark = taken[first - 1]
    if mark is not None:
        return mark.kind in ("org", "party")
    if line.words[first - 1] == "," and first > 1:
        return is_head(line, first - 2)
    return is_head(line, first - 1) or line.folds[first - 1] in HONORIFICS


def bears_surname(sheet: Sheet, index: int, first: int, last: int) -> bool:
    """Tell whether a family name leads up to a place of its country: `Nguyen Hoa Binh`."""
    line, gazetteer = sheet.lines[index], sheet.gazetteer
    if not 1 < last - first < 5 or line.folds[first] in NOT_PERSONS:
        return False
    named = sheet.named[index]
    spans = [named[at] for at in range(first + 1, last) if at in named]
    countries = {gazetteer.places[p.id].country or "" for span in spans for p in span.of("place")}
    return any([line.folds[first] in gazetteer.surnames.get(country, ()) for country in countries])


def speaks(line: Line, end: int) -> bool:
    """Tell whether a verb of persons or an apposition follows."""
    folds = line.folds
    following = folds[end] if end < len(folds) else ""
    if following in WEEKDAY_WORDS and end + 1 < len(folds):
        following = folds[end + 1]
    if following == "," and end + 2 < len(folds):
        return folds[end + 1] == "who" or not OFFICE_HEADS.isdisjoint(folds[end + 1 : end + 6])
    return following in SPEECH or following == "who"
