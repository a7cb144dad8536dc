"""Towns: smaller places, read where the words around them speak of a place."""

from __future__ import annotations

from typing import Final

from store.article import HEADLINE, Entity
from store.wire.areas import (
    AREAS,
    ARTICLES,
    BOUND,
    CAPITALISED,
    DIRECTIONS,
    DIVISIONS,
    FARTHEST,
    FROM,
    GOING,
    HELD,
    IN,
    INNER,
    MEMBERS,
    OF,
    OF_AREAS,
    PLURAL,
    RULERS,
    SEATS,
    SURE,
    is_proper,
)
from store.wire.lexicon import NOT_PERSONS, OFFICE_HEADS, OFFICE_WORDS, ORG_HEADS
from store.wire.places import is_pair, unknown_place
from store.wire.runs import goes_on, run_end, run_ends, run_start
from store.wire.sheet import Mark, Sheet, known_entity, slug
from store.wire.stretches import is_head


class Towns:
    """The towns of one text."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._seen: dict[str, Entity] = {}
        self._places: list[tuple[int, int]] = []
        """Where the words stand that people are no places behind: `from`, `to`."""

    def mark_certain(self) -> None:
        """Mark, before persons are looked for, what stands as only a place can stand."""
        sheet, nouns = self._sheet, _NOUNS & self._sheet.vocabulary
        for index, line in enumerate(sheet.lines if not sheet.is_foreign else ()):
            if line.shouts:
                continue
            if not nouns.isdisjoint(line.vocabulary):
                self._read_nouns(index)
            folds, taken = line.folds, sheet.taken[index]
            for at in line.capitals:
                if folds[at - 1] in _CUES and at and ((mark := taken[at]) is None or mark.kind == "place"):
                    self._read_behind(index, at)

    def _read_nouns(self, index: int) -> None:
        """Read the places that a noun ends or follows, `Ryazan Region`, `Nambak district`."""
        line = self._sheet.lines[index]
        words, folds = line.words, line.folds
        for at in line.capitals if not line.vocabulary.isdisjoint(CAPITALISED) else ():
            if folds[at] in CAPITALISED:
                self._read_proper(index, at)
        for at in line.among(AREAS):
            if at and words[at - 1][0].isupper() and words[at].islower():
                self._read_before(index, at)
        for at in line.among(RULERS):
            if at and words[at - 1][0].isupper():
                self._read_ruled(index, at)

    def _read_behind(self, index: int, at: int) -> None:
        """Read the towns behind `in`, `from`, `the city of`, `mayor of`, `districts, including`."""
        folds = self._sheet.lines[index].folds
        cue, before = folds[at - 1], folds[at - 2] if at > 1 else ""
        if before in SEATS:
            self._read_told(index, at - 2)
        if cue in FROM:
            self._places.append((index, at))
            sure = before in (HELD if cue == "in" else GOING if cue == "to" else ())
            self._read_list(index, at, sure=sure, several=not sure and cue not in IN)
        elif cue == "including":
            if not PLURAL.isdisjoint(folds[max(0, at - 5) : at]):
                self._read_list(index, at)
        elif cue == "for":
            if before in BOUND:
                self._read_list(index, at)
        elif before in OF_AREAS or before in OF or before in OFFICE_HEADS:
            self._read_list(index, at, sure=before in SURE)

    def _read_ruled(self, index: int, end: int) -> None:
        """Read `Punjab Governor`, whose second word stands at a token."""
        sheet, start = self._sheet, run_start(self._sheet, index, end)
        if start < end and sheet.free(index, start, end) and sheet.known_at(index, start) is None:
            name = sheet.lines[index].slice(start, end)
            town = sheet.gazetteer.town(name)
            member = sheet.lines[index].folds[end] in MEMBERS
            if town and (not member or town.country in sheet.countries):
                self._mark(index, start, end, self._entity(name))

    def _read_told(self, index: int, at: int) -> None:
        """Read `Bindura, the capital of ...`, `Kasi, a small town in ...`, whose noun stands at a token."""
        line, comma = self._sheet.lines[index], at - 1
        if comma < 1:
            return
        while comma > max(0, at - 5) and (line.words[comma].islower() or line.words[comma] == "'s"):
            comma -= 1
        start = run_start(self._sheet, index, comma)
        if line.words[comma] != "," or start == comma or not self._sheet.free(index, start, comma):
            return
        behind = start > 0 and line.folds[start - 1] in FROM | {"of"}
        if self._is_known(index, start, comma) or (behind and is_proper(self._sheet, index, start, comma)):
            self._mark(index, start, comma, self._entity(line.slice(start, comma)))

    def mark_likely(self) -> None:
        """Mark, now that persons are known, the towns behind `from` and `to`, and those named before."""
        sheet = self._sheet
        for index, at in self._places:
            self._read_list(index, at)
            if sheet.lines[index].folds[at - 1] == "in":
                self._read_inside(index, at - 1)
        first = {slug(name).partition("-")[0] for name in self._seen}
        for index, line in enumerate(sheet.lines if first else ()):
            for at in line.among(first):
                self._read_again(index, at)

    def _read_inside(self, index: int, at: int) -> None:
        """Read `Kurukshetra in Haryana`: a town before "in" and a place of the same country."""
        sheet, line = self._sheet, self._sheet.lines[index]
        inside = sheet.known_at(index, at + 1)
        start = run_start(self._sheet, index, at)
        if inside is None or start == at or not sheet.free(index, start, at):
            return
        town = sheet.gazetteer.town(line.slice(start, at))
        homes = {sheet.gazetteer.places[name.id].country for name in inside.of("place")}
        if town and town.country in homes:
            self._mark(index, start, at, self._entity(line.slice(start, at)))

    def _read_again(self, index: int, at: int) -> None:
        line = self._sheet.lines[index]
        end = run_end(self._sheet, index, at)
        if not self._opens(index, at):
            return
        for last in range(end, at, -1):
            if (known := self._seen.get(line.slice(at, last))) and (last == end or line.number == HEADLINE):
                self._claim(index, at, last, known)
                return

    def _read_list(self, index: int, at: int, *, sure: bool = False, several: bool = False) -> None:
        """Read the towns from a token on: one, or several with commas and "and" between them."""
        line = self._sheet.lines[index]
        words, folds = line.words, line.folds
        many, count = at > 1 and folds[at - 2] in PLURAL, len(words)
        past = min(count, at + FARTHEST)
        while at < past:
            if folds[at] in ARTICLES:
                at += 1
            end = self._town_at(index, at, sure=sure, several=several)
            if not end:
                return
            at, sure = end, sure and many
            while at < count and words[at] in (",", "and", "or"):
                at += 1
            if at == end:
                return
            if at < count and folds[at] in IN:
                at += 1

    def _town_at(self, index: int, at: int, *, sure: bool, several: bool) -> int:
        """Mark the town that begins at a token; return where it ends, 0 if none does.

        Either it is surely a place, though nobody knows it, or it may need several words to be no person.
        """
        sheet, line = self._sheet, self._sheet.lines[index]
        if at >= len(line.words) or not line.words[at][0].isupper():
            return 0
        taken = sheet.taken[index][at]
        if taken is not None:
            return taken.end if taken.kind == "place" else 0
        span = sheet.named[index].get(at)
        if span is not None:
            if "person" in span.kinds:
                return 0
            if span.start == at and "place" in span.kinds and not goes_on(sheet, index, span.end):
                return span.end
        ends = [end for end in run_ends(sheet, index, at) if not several or end - at > 1]
        if several or line.folds[at - 1 : at] not in (("in",), ("of",), ("and",), (",",)):
            ends = [end for end in ends if line.folds[end : end + 1] != ("'s",)]
        for end in ends:
            printed = line.slice(at, end)
            if town := sheet.gazetteer.town(printed):
                name = town.name if printed.isupper() else printed
                return self._mark(index, at, end, known_entity(town.id, "place", name, None, town.country))
        if end := self._before_name(index, at):
            return end
        for end in ends if sure else ():
            small = [word for word in line.words[at:end] if word[0].islower()]
            if INNER.issuperset(small) and self._is_unknown(index, at, end):
                return self._mark(index, at, end, unknown_place(line.slice(at, end)))
        return 0

    def _before_name(self, index: int, at: int) -> int:
        """Read the town in `Governor of Mari El NAME`; return where it ends, 0 if there is none."""
        line, end = self._sheet.lines[index], run_end(self._sheet, index, at)
        if line.folds[at - 1 : at] != ("of",) or end - at < 3:
            return 0
        for last in range(end - 2, at, -1):
            if town := self._sheet.gazetteer.town(line.slice(at, last)):
                return self._mark(index, at, last, self._entity(town.name))
        return 0

    def _is_unknown(self, index: int, at: int, end: int) -> bool:
        """Tell whether a stretch can be a place that nobody knows, and no person."""
        return is_proper(self._sheet, index, at, end) and not self._is_somebody(index, end)

    def _is_somebody(self, index: int, end: int) -> bool:
        """Tell whether what follows a name speaks of a person."""
        line = self._sheet.lines[index]
        ahead = line.folds[end : end + 6]
        if ahead[:1] == (",",):
            return any([is_head(line, at) for at in range(end, min(end + 6, len(line.folds)))])
        return ahead[:1] == ("'s",) or "who" in ahead[:2]

    def _read_proper(self, index: int, at: int) -> None:
        """Read `Ryazan Region`, `Cedar County`, whose last word this is."""
        sheet, line = self._sheet, self._sheet.lines[index]
        following = line.folds[at + 1] if goes_on(sheet, index, at + 1) else ""
        start = run_start(self._sheet, index, at)
        if start == at or not sheet.free(index, start, at + 1):
            return
        if following and following not in OFFICE_WORDS:
            base = self._is_known(index, start, at) or self._is_known(index, start, at - 1)
            if not base or following in NOT_PERSONS or following in ORG_HEADS:
                return
        if self._is_known(index, start, at) or (
            line.folds[at] not in ("state", "island", "islands", "valley", "republic")
            and (is_proper(sheet, index, start, at) or DIRECTIONS.issuperset(line.folds[start:at]))
        ):
            known = sheet.known_at(index, start)
            if known and known.of("place") and known.end == at and line.folds[at] in ("province", "city"):
                return
            self._mark(index, start, at + 1, unknown_place(line.slice(start, at + 1)))

    def _read_before(self, index: int, at: int) -> None:
        """Read `Nambak district`, `Zvimba and Goromonzi districts`, whose last word this is."""
        sheet, line, end = self._sheet, self._sheet.lines[index], at
        while end:
            start = run_start(self._sheet, index, end)
            if start == end:
                return
            known = self._is_known(index, start, end)
            the_region = line.folds[at] == "region" and line.folds[start - 1] == "the"
            sure = line.folds[at] in DIVISIONS or the_region
            opening = start == sheet.sentence(index, start)[0]
            if not known and not (sure and not opening and is_proper(sheet, index, start, end)):
                return
            span = sheet.known_at(index, start)
            covered = span is not None and (span.start, span.end) == (start, end) and bool(span.of("place"))
            if sheet.free(index, start, end) and not covered:
                self._mark(index, start, end, self._entity(line.slice(start, end)))
            end = start
            while end and line.words[end - 1] in (",", "and"):
                end -= 1
            if end == start or line.folds[at] not in PLURAL:
                return

    def _is_known(self, index: int, start: int, end: int) -> bool:
        span = self._sheet.known_at(index, start)
        if span and span.of("place") and (span.start, span.end) == (start, end):
            return True
        return self._sheet.gazetteer.town(self._sheet.lines[index].slice(start, end)) is not None

    def _opens(self, index: int, at: int) -> bool:
        """Tell whether no capitalised word stands before a token that might be part of the name."""
        line = self._sheet.lines[index]
        if at == 0 or not line.words[at - 1][0].isupper() or self._sheet.at(index, at - 1) is not None:
            return True
        return line.number == HEADLINE or line.folds[at - 1] in FROM

    def _entity(self, name: str) -> Entity:
        town = self._sheet.gazetteer.town(name)
        return known_entity(town.id, "place", name, None, town.country) if town else unknown_place(name)

    def _mark(self, index: int, start: int, end: int, entity: Entity) -> int:
        """Mark a town unless it is half of a pair or the verb of a person follows; return where it ends."""
        if is_pair(self._sheet, index, start, end):
            return 0
        self._seen.setdefault(self._sheet.lines[index].slice(start, end), entity)
        self._claim(index, start, end, entity)
        return end

    def _claim(self, index: int, start: int, end: int, entity: Entity) -> None:
        entity = self._sheet.entities.get(entity.id, entity)
        self._sheet.claim(Mark(index, start, end, entity.id), entity)


_CUES: Final = FROM | {"of", "including", "for"}
_NOUNS: Final = CAPITALISED | AREAS | RULERS
