"""Elections: those that the text tells apart by a date, a place or an office."""

from __future__ import annotations

import re
from typing import Final

from store.article import Entity
from store.fold import words
from store.wire.lexicon import NUMBERS, ORG_HEADS, TIMES, ordinal
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

ELECTIONS: Final = word_set("election elections polls referendum by-election by-elections")
"""Head nouns of elections."""


_OFFICES: Final = word_set(
    "local general presidential parliamentary legislative communal commune municipal regional assembly "
    "senate house snap midterm mayoral gubernatorial federal state provincial leadership council european "
    "district village early"
)


_GENERIC: Final = word_set("general snap early")


_YEAR: Final = re.compile(r"(?:19|20)\d\d")


_AMONG: Final = word_set("'s national of")


def mark_election(sheet: Sheet, index: int, head: int) -> None:
    """Mark an election that is told apart by a date or an office."""
    line = sheet.lines[index]
    if line.folds[head + 1 : head + 2] and line.folds[head + 1] in ORG_HEADS:
        return
    start, telling = head, False
    while start and head - start < 5 and sheet.at(index, start - 1) is None:
        folded = line.folds[start - 1]
        place = sheet.is_named(index, start - 1, "place", "demonym")
        dated = _YEAR.fullmatch(folded) is not None or folded in TIMES or ordinal(folded) is not None
        chamber = sheet.is_named(index, start - 1, "org")
        dot = folded == "." and line.folds[start - 2] in TIMES
        if not (
            folded in _OFFICES or place or dated or chamber or dot or folded in _AMONG or folded.isdigit()
        ):
            break
        telling |= chamber
        telling |= dated or (folded in _OFFICES and folded not in _GENERIC and folded != "local") or place
        start -= 1
    while start < head and (line.folds[start] in ("'s", "of") or line.words[start] == "."):
        start += 1
    dated_after = _dated_after(line, head + 1)
    if telling or (dated_after and (start < head or _YEAR.fullmatch(line.folds[dated_after]))):
        end = dated_after + 1 if dated_after and _YEAR.fullmatch(line.folds[dated_after]) else head + 1
        name = line.slice(start, end)
        key = _known_election(sheet, line.folds[start:end]) or f"event:?-{slug(name)}"
        event = sheet.gazetteer.events.get(key)
        entity = Entity(key, "event", event.name if event else name, None, event.country if event else None)
        if event is None:
            entity = Entity(key, "event", name, None, None, confirmed=False)
        sheet.claim(Mark(index, start, end, key), entity)


def _dated_after(line: Line, at: int) -> int:
    """Return the token of the year, month or day in `elections in 2017`, `polls on February 8`; 0 if none."""
    if at < len(line.folds) and line.folds[at] in ("in", "on", "of", "due"):
        for ahead in range(at + 1, min(at + 3, len(line.folds))):
            if (
                line.folds[ahead] in TIMES
                or _YEAR.fullmatch(line.folds[ahead])
                or line.folds[ahead] in NUMBERS
            ):
                return ahead
    return 0


def _known_election(sheet: Sheet, folds: tuple[str, ...]) -> str | None:
    """Return the id of the one known election of a country in the text, of that year and of those words."""
    years = {int(w) for w in folds if _YEAR.fullmatch(w)}
    content = {w for w in folds if w in _OFFICES}
    found = [
        event.id
        for country in (sheet.countries if years else ())
        for year in years
        for event in sheet.gazetteer.elections.get((country, year), ())
        if content <= set(words(event.name))
    ]
    return found[0] if len(found) == 1 else None
