"""Persons: capitalised runs that are names, and the short forms that join them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from store.article import CAPTION, HEADLINE
from store.wire.full_names import INSIDE, JUNIOR, TITLES, full_names
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import PARTICLES
from store.wire.mononyms import CUES, is_single_name
from store.wire.records import Person
from store.wire.sheet import Mark, Sheet, slug
from store.wire.things import is_thing
from store.wire.tokens import Line, word_set


@dataclass(slots=True)
class Someone:
    """One person of the text with every place where the text names them."""

    id: str
    country: str | None
    folds: tuple[str, ...]
    """The words of the name that was found first."""
    confirmed: bool
    """Whether the gazetteer knows who it is."""
    marks: list[Mark]


class _Register:
    """The people of one text by id and by every form of their names."""

    __slots__ = ("_by_name", "_by_part", "by_id")

    def __init__(self) -> None:
        self.by_id: dict[str, Someone] = {}
        self._by_name: dict[tuple[str, ...], Someone] = {}
        self._by_part: dict[tuple[str, ...], Someone] = {}

    def join(self, known: Person | None, folds: tuple[str, ...]) -> Someone:
        """Return the person of a full name, or of one that it begins or ends, or that begins or ends it.

        Two names that only begin alike are two people: Jose Ramon Machado and Jose Ramon Balaguer.
        """
        someone = self._by_name.get(folds)
        if someone is not None:
            return someone
        parts = _parts_of(folds) if len(folds) > 2 else ()
        for part in parts:
            if part in self._by_name:
                return self._by_name[part]
        someone = self._by_part.get(folds)
        if someone is None:
            someone = self.add(known, folds)
            for part in parts:
                self._by_part.setdefault(part, someone)
        return someone

    def add(self, known: Person | None, folds: tuple[str, ...]) -> Someone:
        """Return the person of a name, by the id of the gazetteer or by one that the name makes."""
        key = known.id if known else f"person:?-{_slug(folds)}"
        someone = self.by_id.get(key)
        if someone is None:
            country = known.country if known else None
            someone = self.by_id[key] = Someone(key, country, folds, known is not None, [])
        self._by_name.setdefault(folds, someone)
        return someone


def _slug(folds: tuple[str, ...]) -> str:
    """Return a name as it stands in an id; of plain words, as nearly all are, nothing needs folding."""
    plain = "".join(folds)
    return "-".join(folds) if plain.isascii() and plain.isalnum() else slug(" ".join(folds))


def _parts_of(folds: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
    """Return the beginnings and ends of a name that have two words at least."""
    return [part for size in range(len(folds) - 1, 1, -1) for part in (folds[:size], folds[-size:])]


def mark_persons(sheet: Sheet) -> list[Someone]:
    """Mark every person named in full, then by a short form; return them in the order of the text."""
    register = _Register()
    for index, start, end in full_names(sheet):
        folds = sheet.lines[index].folds[start:end]
        if not INSIDE.isdisjoint(folds):
            folds = tuple([folded for folded in folds if folded not in INSIDE])
        someone = register.join(_known(sheet, index, start, end), folds)
        sheet.take(Mark(index, start, end, someone.id))
    _mark_single_words(sheet, register)
    return _in_order(sheet, register.by_id)


def _in_order(sheet: Sheet, by_id: Mapping[str, Someone]) -> list[Someone]:
    """Return those whom a mark names, and their marks, in the order of the text."""
    found: dict[str, Someone] = {}
    for index in range(len(sheet.lines) if by_id else 0):
        for mark in sheet.all_marks(index):
            if mark.kind == "person":
                someone = found[mark.entity] = by_id[mark.entity]
                someone.marks.append(mark)
    return list(found.values())


def _known(sheet: Sheet, index: int, start: int, end: int) -> Person | None:
    """Return the person of the gazetteer whom a full name names."""
    span = sheet.named[index].get(start)
    if span is None or span.start != start or span.end != end or "person" not in span.kinds:
        return None
    return sheet.gazetteer.people[span.of("person")[0].id]


def _mark_single_words(sheet: Sheet, register: _Register) -> None:
    """Mark the short forms of those named in full, in headlines their full names, and names of one word."""
    people, mononyms = list(register.by_id.values()), sheet.gazetteer.mononyms
    first, short = {person.folds[0]: person for person in people}, _short_forms(sheet, people)
    wanted = first.keys() | short.keys()
    for index, line in enumerate(sheet.lines):
        folds, taken = line.folds, sheet.taken[index]
        words = [
            at
            for at in line.capitals
            if taken[at] is None
            and ((word := folds[at]) in wanted or word in mononyms or folds[at - 1] in CUES)
        ]
        if not words:
            continue
        for at in words:
            full, called = first.get(folds[at]), short.get(folds[at])
            if full and folds[at : at + len(full.folds)] == full.folds:
                _claim(sheet, full, index, at, at + len(full.folds))
            elif called and taken[at] is None:
                _mark_short_form(sheet, called, index, at)
        for at in [at for at in words if taken[at] is None and is_single_name(sheet, index, at)]:
            key = mononyms.get(folds[at])
            someone = register.add(sheet.gazetteer.people[key] if key else None, (folds[at],))
            _claim(sheet, someone, index, at, at + 1)


def _mark_short_form(sheet: Sheet, called: Someone, index: int, at: int) -> None:
    """Mark a word by which somebody is called, with those before it that are of the name."""
    start = _with_earlier_words(sheet.lines[index], at, called.folds)
    burmese = called.country == "MM"
    if _stands_alone(sheet, index, start, at + 1) and not (burmese and start == at):
        _claim(sheet, called, index, start, at + 1)


def _with_earlier_words(line: Line, at: int, key: tuple[str, ...]) -> int:
    """Return where `Diaz-Canel`, `Suu Kyi` begins, whose last word stands at a token."""
    start, left = at, len(key) - 2 if line.folds[at] == key[-1] else -1
    while left >= 0 and start:
        step = 2 if line.words[start - 1] in INSIDE and start > 1 else 1
        if line.folds[start - step] != key[left]:
            break
        start, left = start - step, left - 1
    return start


def _claim(sheet: Sheet, someone: Someone, index: int, start: int, end: int) -> None:
    if not is_thing(sheet.lines[index], start, end):
        sheet.take(Mark(index, start, end, someone.id))


def _stands_alone(sheet: Sheet, index: int, start: int, end: int) -> bool:
    """Tell whether a short form is no part of a longer name that nobody has read, and no place."""
    line = sheet.lines[index]
    before = line.folds[start - 1] if start else ""
    following = line.words[end] if end < len(line.words) else ""
    span = sheet.known_at(index, start)
    for place in span.of("place") if span else ():
        country = sheet.gazetteer.places[place.id].kind == "country"
        if country or before in _WHERE or following.lower() in _WHERE:
            return False
    if following in INSIDE and following != "." and line.starts[end] == line.end(end - 1):
        return False
    if line.number in (HEADLINE, CAPTION):
        return True
    capital = start > 0 and line.words[start - 1][0].isupper() and sheet.at(index, start - 1) is None
    opening = start == 1 or (start > 1 and line.words[start - 2] in ".!?")
    alone = not capital or before in TITLES or opening
    return alone and not (following[:1].isupper() and sheet.at(index, end) is None)


_WHERE: Final = word_set("in at near to from of visit visited city province")


def _short_forms(sheet: Sheet, people: Sequence[Someone]) -> dict[str, Someone | None]:
    """Return the single words that mean one person of the text, last or first ones; of two they mean None."""
    found: dict[str, Someone | None] = {}
    for someone in people:
        called = _short_words(sheet, someone.folds, someone.country)
        for word in called if len(called) == 1 else dict.fromkeys(called):
            if len(word) > 1:
                found[word] = None if word in found else someone
    return found


_FIRST_ONLY: Final = word_set("CN KR KP TW TH ET")
_EITHER: Final = word_set("KH LA JP MN HU SG MY ID BN HK")
_ORDERED: Final = _FIRST_ONLY | _EITHER
_UNCALLED: Final = PARTICLES | JUNIOR


@lru_cache(maxsize=4)
def _bearing(gazetteer: Gazetteer) -> Mapping[str, frozenset[str]]:
    """Return the countries where everybody is called by the family name, by each such name."""
    found: dict[str, frozenset[str]] = {}
    for home in _FIRST_ONLY & gazetteer.surnames.keys():
        for name in gazetteer.surnames[home]:
            found[name] = found.get(name, frozenset()) | {home}
    return found


def _bears_family_name(sheet: Sheet, first: str) -> bool:
    """Tell whether a name begins with a family name of a country whose party the text names."""
    homes = _bearing(sheet.gazetteer).get(first, ())
    return bool(homes) and any([e.kind == "party" and e.country in homes for e in sheet.entities.values()])


def _short_words(sheet: Sheet, key: tuple[str, ...], country: str | None) -> tuple[str, ...]:
    """Return the words by which a person of a country is called for short."""
    words = key if _UNCALLED.isdisjoint(key) else tuple([w for w in key if w not in _UNCALLED]) or key
    if country is not None:
        if country in _FIRST_ONLY:
            return words[:1]
        return (words[0], words[-1]) if country in _EITHER else words[-1:]
    if len(words) > 1 and _bears_family_name(sheet, words[0]):
        return (words[0], words[-1])
    near = len(words) < 4 and not _ORDERED.isdisjoint(sheet.countries)
    return (words[0], words[-1]) if near else words[-1:]
