"""Events: congresses and plenums by kind, number and party; elections; milestones known by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from store.article import HEADLINE, Entity
from store.fold import words
from store.wire.elections import ELECTIONS, mark_election
from store.wire.lexicon import ordinal
from store.wire.sheet import Mark, Sheet, slug
from store.wire.tokens import Line, word_set

_NUMBERED: Final = {
    "congress": "congress", "convention": "convention", "plenum": "plenum", "conference": "conference",
    "workshop": "workshop", "forum": "forum", "summit": "summit", "session": "session", "seminar": "seminar",
    "dialogue": "dialogue",
}  # fmt: skip


_OURS: Final = word_set("national party 's general delegates plenary extraordinary")
"""Words between number and head that leave a congress a party's."""


_HEADS: Final = ELECTIONS | _NUMBERED.keys()


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A numbered event as it stands in a line."""

    line: int
    start: int
    head: int
    number: int
    kind: str
    plain: bool
    """Whether nothing between number and head makes it another body's than a party's."""


def mark_events(sheet: Sheet) -> None:
    """Mark milestones, numbered events and elections."""
    for index, span in sheet.spans("event"):
        if sheet.lines[index].words[span.start].islower():
            continue
        event = sheet.gazetteer.events[span.of("event")[0].id]
        entity = Entity(event.id, "event", event.name, None, event.country)
        sheet.claim(Mark(index, span.start, span.end, event.id), entity)
    for index, line in enumerate(sheet.lines):
        if _HEADS.isdisjoint(line.folds):  # which most are, and it is told sooner than where one stands
            continue
        for at in [i for i, folded in enumerate(line.folds) if folded in _HEADS]:
            if sheet.at(index, at) is not None:
                continue
            if line.folds[at] in ELECTIONS:
                mark_election(sheet, index, at)
            else:
                _mark_numbered(sheet, index, at)


def _mark_numbered(sheet: Sheet, index: int, head: int) -> None:
    found = _numbered(sheet, index, head)
    if found is None:
        _mark_named(sheet, index, head)
        return
    line = sheet.lines[index]
    owner = _owner(sheet, found) if found.plain else None
    number = f"{found.number}{_suffix(found.number)}"
    name = " ".join(
        line.slice(at, at + 1)
        for at in range(found.start, head + 1)
        if sheet.at(index, at) is None and line.words[at] != "'s"
    )
    key = f"event:?-{slug(name)}"
    entity = Entity(key, "event", name, None, None, confirmed=False)
    if owner:
        entity = _congress(sheet, owner, found, number, name)
    start = found.start
    while start <= head and sheet.at(index, start):
        start += 1
    if sheet.free(index, found.start, head + 1):
        sheet.claim(Mark(index, found.start, head + 1, entity.id), entity)
    else:
        _claim_parts(sheet, found, entity)


def _mark_named(sheet: Sheet, index: int, head: int) -> None:
    """Mark a gathering known by its name or city, `the Tours Congress`, `the Boao Forum for Asia`."""
    line = sheet.lines[index]
    if (
        line.number == HEADLINE
        or not line.words[head][0].isupper()
        or line.folds[head] in ("session", "plenum")
    ):
        return
    start = head
    while (
        start
        and head - start < 6
        and line.words[start - 1][0].isupper()
        and sheet.free(index, start - 1, start)
    ):
        start -= 1
    while start < head and line.folds[start] in _DULL:
        start += 1
    own = [
        at for at in range(start, head) if line.folds[at] not in _DULL and not _is_national(sheet, index, at)
    ]
    own = [at for at in own if not (line.words[at].isupper() and len(line.words[at]) < 4)]
    if own and start and line.folds[start - 1] in ("the", "first", "annual"):
        name = line.slice(start, head + 1)
        key = f"event:?-{slug(name)}"
        sheet.claim(Mark(index, start, head + 1, key), Entity(key, "event", name, confirmed=False))


def _is_national(sheet: Sheet, index: int, at: int) -> bool:
    """Tell whether a word is a country or its adjective: the US Congress is a body."""
    span = sheet.known_at(index, at)
    places = (
        [sheet.gazetteer.places[n.id] for n in span.names if n.kind in ("place", "demonym")] if span else []
    )
    return any([p.kind == "country" for p in places])


_DULL: Final = word_set(
    "the national party general annual extraordinary federal state press joint virtual online video"
)


def _claim_parts(sheet: Sheet, found: _Numbered, entity: Entity) -> None:
    """Mark the longest free end of `20th CPC National Congress`, whose party keeps its own mark."""
    start = found.head
    while start > found.start and sheet.at(found.line, start - 1) is None:
        start -= 1
    if sheet.lines[found.line].words[start] == "'s":
        start += 1
    sheet.claim(Mark(found.line, start, found.head + 1, entity.id), entity)


def _congress(sheet: Sheet, owner: str, found: _Numbered, number: str, name: str) -> Entity:
    """Return the event of a party by kind and number, from the gazetteer if it stands there."""
    event = sheet.gazetteer.congresses.get((owner, found.number))
    if event and (found.kind == "congress" or found.kind in words(event.name)):
        return Entity(event.id, "event", event.name, None, event.country)
    kind = "national-congress" if found.kind == "congress" else found.kind
    party = sheet.gazetteer.parties.get(owner)
    key = f"event:?-{owner.partition(':')[2].removeprefix('?-')}-{number}-{kind}"
    return Entity(key, "event", name, None, party.country if party else None, confirmed=False)


def _numbered(sheet: Sheet, index: int, head: int) -> _Numbered | None:
    """Return the numbered event whose head noun stands at a token."""
    line = sheet.lines[index]
    plain, at = True, head - 1
    while at >= 0 and head - at <= 6:
        number = ordinal(line.folds[at])
        if number is not None:
            named = line.words[head][0].isupper() or line.folds[head] != "session"
            kind = _NUMBERED[line.folds[head]]
            if line.folds[head] == "session" and "plenary" not in line.folds[at:head]:
                return None
            return _Numbered(index, at, head, number, kind, plain and kind in _PARTY_KINDS) if named else None
        mark = sheet.at(index, at)
        party = mark is not None and mark.kind == "party"
        if not party and line.folds[at] not in _OURS:
            if not line.words[at][0].isupper() and line.folds[at] not in _SMALL:
                return None
            plain = False
        at -= 1
    return None


_SMALL: Final = word_set("of the and - theoretical international joint scientific ministerial annual central")
_PARTY_KINDS: Final = word_set("congress convention plenum conference session")


def _owner(sheet: Sheet, found: _Numbered) -> str | None:
    """Return the party whose event it is: named beside it, or meant by "its" or house style."""
    index, line = found.line, sheet.lines[found.line]
    beside = _party_after(sheet, found)
    if beside == "":
        return None
    inside = [m.entity for m in sheet.marks(index, found.start, found.head) if m.kind == "party"]
    before = _party_before(sheet, index, found.start)
    its = sheet.marks(index, max(0, found.start - _FAR), found.start) if _is_its(line, found.start) else []
    before = before or next((m.entity for m in its[::-1] if m.kind == "party"), None)
    if beside or inside or before:
        return beside or (inside[0] if inside else before)
    begin, end = sheet.sentence(index, found.start)
    begin, end = max(begin, found.start - _FAR), min(end, found.head + _FAR)
    marks = [m for m in sheet.marks(index, begin, end) if m.kind == "party"]
    earlier = [m.entity for m in marks if m.end <= found.start][::-1]
    later = [m.entity for m in marks if m.start > found.head]
    lines = range(index - 1, max(-1, index - _BACK), -1)
    above = [m.entity for at in lines for m in sheet.all_marks(at)[::-1] if m.kind == "party"]
    candidates = [*earlier, *(above[:1] if _is_theirs(line, found.start) else []), *later]
    if sheet.house and not _is_theirs(line, found.start):
        ours = "Party" in line.words[max(0, found.start - 2) : found.head]
        candidates.insert(0 if ours else len(candidates), sheet.house)
    candidates += above[:2]
    known = [key for key in candidates if (key, found.number) in sheet.gazetteer.congresses]
    return next(iter(known or candidates), None)


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


def _party_after(sheet: Sheet, found: _Numbered) -> str | None:
    """Return the party in `Congress of the CPV`; an empty string if it is some other body's."""
    folds, at = sheet.lines[found.line].folds, found.head + 1
    if at >= len(folds) or folds[at] != "of":
        return None
    at += 1
    while at < len(folds) and (folds[at] in ("the", "its", "their") or _is_owning(sheet, found.line, at)):
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


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
