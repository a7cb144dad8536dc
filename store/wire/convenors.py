"""Convenors: the party whose congress or plenum a text names by its number."""

from __future__ import annotations

from typing import Final, NamedTuple

from store.wire.lexicon import ordinal
from store.wire.owners import country_before, is_of_a_body, ruling_party
from store.wire.sheet import Sheet
from store.wire.tokens import Line, word_set


class Numbered(NamedTuple):
    """A numbered event as it stands in a line."""

    line: int
    start: int
    head: int
    number: int
    kind: str
    plain: bool
    """Whether nothing between number and head makes it another body's than a party's."""


def convenor(sheet: Sheet, found: Numbered) -> str | None:
    """Return the party whose event it is: named beside it, or meant by "its" or house style."""
    index, line = found.line, sheet.lines[found.line]
    beside = _party_after(sheet, found)
    if beside == "" or (beside is None and is_of_a_body(sheet, index, found.start)):
        return None
    inside = [m.entity for m in sheet.marks(index, found.start, found.head) if m.kind == "party"]
    before = _party_before(sheet, index, found.start)
    country = None if beside or inside or before else country_before(sheet, index, found.start)
    if country and (ruling := ruling_party(sheet, index, country, found.number)):
        return ruling
    its = sheet.marks(index, max(0, found.start - _FAR), found.start) if _is_its(line, found.start) else []
    before = before or next((m.entity for m in its[::-1] if m.kind == "party"), None)
    if beside or inside or before:
        return beside or (inside[0] if inside else before)
    begin, end = sheet.sentence(index, found.start)
    begin, end = max(begin, found.start - _FAR), min(end, found.head + _FAR)
    marks = [m for m in sheet.marks(index, begin, end) if m.kind == "party"]
    earlier = [m.entity for m in marks if m.end <= found.start][::-1]
    later = [m.entity for m in marks if m.start > found.head]
    above = _named_above(sheet, index)
    candidates = [*earlier, *(above[:1] if _is_theirs(line, found.start) else []), *later]
    if sheet.house and not _is_theirs(line, found.start):
        ours = "Party" in line.words[max(0, found.start - 2) : found.head]
        candidates.insert(0 if ours else len(candidates), sheet.house)
    candidates += above
    theirs = [*candidates, *_of_people(sheet, index, begin, found.start)]
    known = [key for key in theirs if (key, found.number) in sheet.gazetteer.congresses]
    return next(iter(known or candidates), None)


def _of_people(sheet: Sheet, index: int, begin: int, end: int) -> list[str]:
    """Return the parties of the people named in a stretch of a line: `to NAME on his election at the`."""
    spans = [sheet.known_at(index, at) for at in range(end - 1, begin - 1, -1)]
    people = [sheet.gazetteer.people[name.id] for span in spans if span for name in span.of("person")]
    return [person.party for person in people if person.party]


def _named_above(sheet: Sheet, index: int) -> list[str]:
    """Return the two parties named last above a line, which may be one twice."""
    found: list[str] = []
    for at in range(index - 1, max(-1, index - _BACK), -1):
        found += [m.entity for m in reversed(sheet.all_marks(at)) if m.kind == "party"]
        if len(found) > 1:
            break
    return found[:2]


_FAR: Final = 60
"""How many tokens away in a sentence the party of an event may stand."""

_BACK: Final = 6
"""How many paragraphs back "the party" may have been named."""


def _is_its(line: Line, start: int) -> bool:
    """Tell whether `Its 4th Congress` stands there: of the party named just before."""
    return line.folds[start - 1 : start] in (("its",), ("their",))


def _is_theirs(line: Line, start: int) -> bool:
    """Tell whether `the party's`, printed small, stands before: the party spoken of last."""
    return line.words[max(0, start - 2) : start] == ("party", "'s")


_FRONT: Final = frozenset({"the", "its", "their", "ruling", "governing", "opposition", "then"})
"""What may stand before a party whose congress it is."""


def _party_after(sheet: Sheet, found: Numbered) -> str | None:
    """Return the party in `Congress of the CPV`; an empty string if it is some other body's."""
    folds, at = sheet.lines[found.line].folds, found.head + 1
    if at >= len(folds) or folds[at] != "of":
        return None
    at += 1
    while at < len(folds) and (folds[at] in _FRONT or _is_owning(sheet, found.line, at)):
        at += 1
    mark = sheet.at(found.line, at)
    if mark is not None and mark.kind == "party":
        return mark.entity
    if (at < len(folds) and folds[at] == "party") or sheet.lines[found.line].words[at : at + 1] == ("Party",):
        return None
    number = ordinal(folds[at]) if at < len(folds) else None
    capital = at < len(folds) and sheet.lines[found.line].words[at][0].isupper()
    return "" if capital and number is None else None


def _is_owning(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a token is of `Venezuela's`, behind which the party stands."""
    folds = sheet.lines[index].folds
    if folds[at] == "'s":
        return True
    return (
        folds[at + 1 : at + 2] == ("'s",)
        and sheet.is_named(index, at, "place")
        and sheet.at(index, at) is None
    )


def _party_before(sheet: Sheet, index: int, start: int) -> str | None:
    """Return the party in `the CPV's 13th Congress`, with an adjective or two between."""
    folds, at = sheet.lines[index].folds, start - 1
    while at >= 0 and start - at <= 4 and folds[at] in _BETWEEN:
        at -= 1
    mark = sheet.at(index, at)
    return mark.entity if mark is not None and mark.kind == "party" and at >= 0 else None


_BETWEEN: Final = word_set("'s ' ) recent upcoming successful last latest coming historic central committee")
