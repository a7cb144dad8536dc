"""Places: countries, cities, provinces, regions and seas that stand as places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from store.article import Entity
from store.fold import fold
from store.wire.lexicon import ORG_HEADS, SPEECH, TIMES
from store.wire.records import Place
from store.wire.sheet import Mark, Sheet, known_entity, slug
from store.wire.tokens import Line, word_set
from store.wire.trie import Name

_DASHES: Final = frozenset("-–—/")
_BUILDINGS: Final = word_set(
    "airlines airways bank television radio corporation group company telecom square bridge airport "
    "street road avenue mausoleum museum palace hall hotel stadium park house university port station "
    "highway opera citadel times post daily declaration accords agreement treaty festival"
)


_AGENCY_OF: Final = ("news", "agency", "of")


def mark_places(sheet: Sheet) -> None:
    """Mark the places that are no part of another name, no adjective and no half of a pair."""
    for index, span in sheet.spans("place"):
        line, start, end = sheet.lines[index], span.start, span.end
        if any(sheet.taken[index][start:end]) or is_pair(sheet, index, start, end):
            continue
        if line.folds[max(0, start - 3) : start] == _AGENCY_OF:
            continue
        names = span.of("place")
        if not _is_other_name(line, end, names[0]):
            meant = _choose(sheet, names)
            entity = sheet.entities.get(meant.id) or _entity(sheet.gazetteer.places[meant.id], meant)
            sheet.claim(Mark(index, start, end, meant.id), entity)


def dateline_places(sheet: Sheet) -> list[Entity]:
    """Return the place of the dateline, which may stand nowhere in the body, and the country beside it."""
    return [
        known_entity(known.id, "place", _spelt(name, known), None, known.country)
        if known
        else unknown_place(name)
        for name, known in sheet.heads
    ]


def unknown_place(name: str) -> Entity:
    """Return a place that is in no list."""
    return Entity(f"place:?-{slug(name)}", "place", name, None, None, confirmed=False)


def _spelt(name: str, known: Place) -> str:
    """Return the name of a place that a dateline prints: Saint Petersburg may be ST. PETERSBURG."""
    folded = fold(name)
    if folded.replace(" ", "") == fold(known.name).replace(" ", ""):
        return known.name
    return next((n for n in known.aka if fold(n) == folded), known.name)


def _entity(record: Place, printed: Name) -> Entity:
    """Return a place by the name that means it, by the full one for letters."""
    name = record.name if printed.abbreviation else printed.text
    return known_entity(record.id, "place", name, None, record.country)


def _choose(sheet: Sheet, names: Sequence[Name]) -> Name:
    """Return the name of the place meant: of those of one name, the one whose country the text names."""
    if len(names) == 1:
        return names[0]
    places = [sheet.gazetteer.places[n.id] for n in names]
    if sheet.dateline and sheet.dateline in places:
        return names[places.index(sheet.dateline)]
    near = [p.country in sheet.countries for p in places]
    if True not in near:
        near = [p.kind == "country" for p in places]
    return names[near.index(True) if True in near else 0]


def is_pair(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a place is half of `Vietnam-Laos friendship`, `Vietnam – Cambodia ties`."""
    words = sheet.lines[index].words
    if end + 1 < len(words) and words[end] in _DASHES and _joins(sheet, index, end, end + 1):
        return True
    return start > 1 and words[start - 1] in _DASHES and _joins(sheet, index, start - 1, start - 2)


def _joins(sheet: Sheet, index: int, dash: int, other: int) -> bool:
    """Tell whether a dash makes one word of its sides: without spaces, or between two known places."""
    line = sheet.lines[index]
    if not line.words[other][0].isupper():
        return False
    left = line.starts[dash] - line.end(dash - 1)
    right = line.starts[dash + 1] - line.end(dash)
    if left == right == 0:
        return True
    return left == right and sheet.is_named(index, other, "place", "demonym")


def _is_other_name(line: Line, end: int, name: Name) -> bool:
    """Tell whether a building or body goes on with a name: `Ba Dinh Square`, `Hanoi University`."""
    if end >= len(line.words):
        return False
    if name.abbreviation and _is_adjective(line, end):
        return True
    return line.words[end][0].isupper() and (line.folds[end] in _BUILDINGS or line.folds[end] in ORG_HEADS)


def _is_adjective(line: Line, at: int) -> bool:
    """Tell whether letters before a token are an adjective or money: `US troops`, `US$2 billion`."""
    word = line.words[at]
    if word == "$":
        return line.starts[at] == line.end(at - 1)
    return word.isalpha() and word.islower() and line.folds[at] not in _AFTER_NAMES


_SMALL: Final = (
    "and or nor but in on at of to for from with by as than that which who where when while after before "
    "since until during over under about against between into through if because so is are was were be been "
    "being will would can could may might must shall should do does did has have had not also only still "
    "already alone too it its he his she her they their we our you this these those the a an last next"
)
_AFTER_NAMES: Final = SPEECH | TIMES | word_set(_SMALL)
"""What follows letters that stand for the place itself."""
