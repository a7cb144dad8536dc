"""Summits: gatherings that a text names by number or place, whose days are known, as clues to its year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from store.days import Interval
from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.held import held_clue
from store.wire.lexicon import ordinal
from store.wire.names import Named
from store.wire.printed import has_year
from store.wire.records import Edition, Event, Place, Series
from store.wire.tokens import Line, tokenise, word_set

_FILLERS: Final = word_set("annual ordinary regular biennial")
"""What may stand between the number and the name."""

_OTHERS: Final = word_set("- – + plus special extraordinary informal mini")
"""What stands before the name of another gathering: the China-ASEAN summit, a special one."""

_WHOSE: Final = word_set(
    "- – party parties communist vietnam viet nam vietnamese lao laos laotian china chinese cuba cuban japan "
    "japanese cpv cpc lprp pcc jcp"
)
"""Who may stand between the number and the name of what two parties hold."""

_ROMAN: Final = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11}
"""The numbers of Cuban agencies."""

_APART: Final = word_set("st nd rd th")
"""What a page may have torn from a number."""

_PLACED: Final = word_set("in at")
_HOSTED: Final = (("hosted", "by"), ("chaired", "by"))
_NEAR: Final = 5
"""So many tokens behind a name it is said where, and so many behind that stands the place."""


_Name = tuple[tuple[str, ...], Series, int | None]


class _Known(NamedTuple):
    """The names of the series by their first two folded tokens, the longest first, and the first of them."""

    names: Mapping[tuple[str, ...], Sequence[_Name]]
    first: frozenset[str]


def summit_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what the numbered or placed gatherings of a text say about its year."""
    telling = passages.having("gathering")
    known = _known(gazetteer) if telling else None
    dateline = tokenise(passages.layout.dateline.place or "").folds
    for number in telling if known else ():
        line, past, floor = passages.lines[number], 0, 0
        for at in line.among(known.first) if known else ():
            names = _alike(line, at, known.names) if known and at >= past else ()
            found = names[0] if names and not _is_between_two(names[0][1]) else _of_two(names, number, named)
            if found is None:
                continue
            name, series, own = found
            past = at + len(name)
            start, count = _number(line.folds, at, two=_is_between_two(series))
            editions = _meant(line, start, past, series, own or count) or _here(line, past, series, dateline)
            place = (line.starts[start], line.end(past - 1))
            if editions and place[1] <= len(passages.texts[number]):
                yield from _told(series, editions, passages.texts[number], place, floor, number)
                floor = place[1]


@lru_cache(maxsize=4)
def _known(gazetteer: Gazetteer) -> _Known:
    """Return the names by which the gatherings of a gazetteer are called."""
    names: dict[tuple[str, ...], list[_Name]] = {}
    lands = _lands(gazetteer)
    for series in [each for each in gazetteer.chronicle.series if each.number is None]:
        series = replace(series, held=tuple([_with_country(edition, lands) for edition in series.held]))
        for name in series.names:
            counted = [edition.number for edition in series.held] if "#" in name else [None]
            for number in counted:
                folds = tokenise(name.replace("#", str(number))).folds
                names.setdefault(folds[:2], []).append((folds, series, number))
                if folds[-1] == "summit":
                    spelt = (*folds[:-1], "summits")
                    names.setdefault(spelt[:2], []).append((spelt, series, number))
    ordered = {first: sorted(found, key=lambda n: -len(n[0])) for first, found in names.items()}
    return _Known(ordered, frozenset([first for first, *_ in ordered]))


def _lands(gazetteer: Gazetteer) -> Mapping[str, Place]:
    """Return the countries by the names of their towns and provinces, where only one has such a place."""
    found: dict[str, set[str]] = {}
    for place in gazetteer.places.values():
        for name in (place.name, *place.aka):
            found.setdefault(name, set()).add(place.country or "")
    single = {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
    return {name: gazetteer.countries[code] for name, code in single.items() if code in gazetteer.countries}


def _with_country(edition: Edition, lands: Mapping[str, Place]) -> Edition:
    """Return a gathering with the names of the country in which it was held among those of its places."""
    country = next((lands[place] for place in edition.places if place in lands), None)
    names = (country.name, *country.aka) if country else ()
    return replace(edition, places=tuple(dict.fromkeys((*edition.places, *names))))


def _alike(line: Line, at: int, names: Mapping[tuple[str, ...], Sequence[_Name]]) -> Sequence[_Name]:
    """Return the longest name at a place, of each series that is called so."""
    folds = line.folds
    found: list[_Name] = []
    for name in (*names.get(folds[at : at + 2], ()), *names.get(folds[at : at + 1], ())):
        if folds[at : at + len(name[0])] == name[0] and (not found or name[0] == found[0][0]):
            found.append(name)
    return found


def _is_between_two(series: Series) -> bool:
    """Tell whether a series is of the parties of two countries, each series of which is called alike."""
    return " " in (series.country or "")


def _of_two(names: Sequence[_Name], number: int, named: Named) -> _Name | None:
    """Return the one of some series alike whose two countries a paragraph names, or else the text."""
    if not names:
        return None
    near = {mention.entity for mention in named.mentions if mention.paragraph == number}
    for keys in (near, None):
        codes = {e.country for e in named.entities if keys is None or e.id in keys}
        fitting = [name for name in names if codes.issuperset((name[1].country or "").split())]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _number(folds: Sequence[str], at: int, *, two: bool) -> tuple[int, int | None]:
    """Return where `the 44th and 45th` begins before a name, and the last number of it.

    Args:
        two: Whether the names of the two that meet may stand between.
    """
    start = at - 1 if at and folds[at - 1] in _FILLERS else at
    while two and start and folds[start - 1] in _WHOSE:
        start -= 1
    if start and folds[start - 1] in _ROMAN:
        return start - 1, _ROMAN[folds[start - 1]]
    if start > 1 and folds[start - 1] in _APART and folds[start - 2].isdigit():  # `the 7 th workshop`
        return start - 2, int(folds[start - 2])
    number = ordinal(folds[start - 1]) if start else None
    if number is None:
        return at, None
    both = start > 2 and folds[start - 2] == "and" and ordinal(folds[start - 3]) is not None
    return start - (3 if both else 1), number


def _meant(line: Line, start: int, end: int, series: Series, number: int | None) -> list[Edition]:
    """Return the gatherings that have the number, or else those at the place that is said behind."""
    if start and line.folds[start - 1] in _OTHERS:
        return []
    if number is not None:
        return [edition for edition in series.held if edition.number == number]
    found = []
    for edition in series.held:
        if any([_is_at(line.folds, start, end, _spelt(place)) for place in edition.places]):
            found.append(edition)
    return found


def _here(line: Line, end: int, series: Series, dateline: tuple[str, ...]) -> list[Edition]:
    """Return the gatherings at the place of the dateline, if `here` stands behind their name."""
    last = next((last for _, last in line.sentences() if end < last), end)
    if not dateline or "here" not in line.folds[end:last]:
        return []
    return [edition for edition in series.held if dateline in map(_spelt, edition.places)]


@lru_cache(maxsize=4096)
def _spelt(place: str) -> tuple[str, ...]:
    """Return the folded words of a place of the chronicle."""
    return tokenise(place).folds


def _is_at(folds: Sequence[str], start: int, end: int, place: Sequence[str]) -> bool:
    """Tell whether a place stands before a name, or behind it: `held in the Russian city of Kazan`."""
    size = len(place)
    if folds[start - size : start] == place:
        return True
    for at in range(end, min(end + _NEAR, len(folds))):
        if folds[at] in (".", ";"):
            return False
        if folds[at] in _PLACED or folds[at - 1 : at + 1] in _HOSTED:
            return any([folds[to : to + size] == place for to in range(at + 1, at + 2 + _NEAR)])
    return False


def _told(
    series: Series, editions: Sequence[Edition], text: str, place: tuple[int, int], floor: int, number: int
) -> Iterator[Clue]:
    """Yield what the words around its name say of the event; nothing if they say of which year it was."""
    if has_year(text[sentence_start(text, place[0]) : sentence_end(text, place[1])]):
        return
    clues = [held_clue(_event(series, e), e.held, text, place, floor, number) for e in editions]
    once: dict[Interval, Clue] = {edition.held: clue for edition, clue in zip(editions, clues, strict=True)}
    yield from one_of(list(once.values()))


def _event(series: Series, edition: Edition) -> Event:
    """Return one gathering in the form in which congresses are read."""
    key = f"event:{series.id.partition(':')[2]}-{edition.number or edition.held[0].year}"
    return Event(
        key, "congress", series.names[0], country=series.country, number=edition.number, held=edition.held,
        source=series.source,
    )  # fmt: skip
