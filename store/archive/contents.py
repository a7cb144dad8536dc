"""Contents: what the index takes of some articles of one file, gathered in plain values.

Another process can gather it, and hands it over in a fraction of the time that entries would take.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import filterfalse
from typing import NamedTuple, TypeAlias

from store.archive.entities import Called, Named, called
from store.archive.entries import Entry
from store.archive.naming import APART, Names, no_names
from store.archive.numbered import checksum
from store.fold import fold, spaced

Line: TypeAlias = tuple[int, str, int | None, int | None, int | None, int, str, str]
"""An article's id, number, what it replaces, its first and its last day, when it came, its hash, its line."""

Name: TypeAlias = tuple[int, str, int, str, int]
"""The place of an article, a name of its source and which of them it is, that folded, and where it begins."""


class Naming(NamedTuple):
    """What articles name. Sets are whole numbers, in which bit n stands for the article at place n."""

    called: list[Called]
    """What any of them names, in order of first mention, each as the last article calls it."""
    last: array[int]
    """By place in `called`: the place of that last article."""
    texts: list[int]
    """By place in `called`: the set of the articles that name it."""
    headed: dict[int, int]
    """The same of those whose headline names it, where there are any."""
    led: dict[int, int]
    """The same of those that name this party first."""
    named: Names
    """What each article names, by place in `called`."""
    apart: Names
    """The same of what stands apart."""


class Contents(NamedTuple):
    """What the index takes of articles, which it knows by their place among them."""

    prints: array[int]
    """A checksum of each article's words."""
    days: array[int]
    """The last day that each may be about; 0 where none is known."""
    facts: dict[int, int]
    """Sets of articles by key, for what these are."""
    naming: Naming
    lines: list[Line]
    names: list[Name]
    words: list[str]
    titles: list[str]
    """The words of each article's text and headline, folded."""


def contents(entries: Sequence[Entry]) -> Contents:
    """Return what the index takes of articles."""
    facts: defaultdict[int, int] = defaultdict(int)
    lines: list[Line] = []
    for place, e in enumerate(entries):
        for key in e.facts:
            facts[key] |= 1 << place
        first, last = (day.toordinal() for day in e.interval) if e.interval else (None, None)
        lines.append((e.id, e.number, e.replaces, first, last, e.imported, e.sha256, e.line()))
    return Contents(
        prints=array("I", map(checksum, entries)),
        days=array("I", (last or 0 for _, _, _, _, last, *_ in lines)),
        facts=dict(facts),
        naming=_naming(entries),
        lines=lines,
        names=[name for place, e in enumerate(entries) for name in _names(place, e.files)],
        words=[spaced(e.text) for e in entries],
        titles=[spaced(e.title) for e in entries],
    )


def _naming(entries: Sequence[Entry]) -> Naming:
    calling: dict[str, Named] = {}
    places = _Places()
    texts: list[int] = []
    headed, led = defaultdict[int, int](int), defaultdict[int, int](int)
    named, apart = no_names(), no_names()
    for place, entry in enumerate(entries):
        bit = 1 << place
        here = {e.id: e for e in entry.named}
        calling.update(here)
        numbers = [*map(places.__getitem__, here)]
        named.numbers.extend(filterfalse(places.apart.__contains__, numbers))
        named.ends.append(len(named.numbers))
        apart.numbers.extend(filter(places.apart.__contains__, numbers))
        apart.ends.append(len(apart.numbers))
        texts += [0] * (len(places) - len(texts))
        for number in numbers:
            texts[number] |= bit
        for entity in entry.headed & here.keys():
            headed[places[entity]] |= bit
        for party in entry.parties[:1]:
            led[places[party.id]] |= bit
    return Naming(
        called=[called(calling[i]) for i in places],
        last=array("I", (some.bit_length() - 1 for some in texts)),
        texts=texts,
        headed=dict(headed),
        led=dict(led),
        named=named,
        apart=apart,
    )


class _Places(dict[str, int]):
    """Places of entities by id, in order of first mention."""

    def __init__(self) -> None:
        self.apart: set[int] = set()

    def __missing__(self, entity: str) -> int:
        place = self[entity] = len(self)
        if entity.startswith(APART):
            self.apart.add(place)
        return place


def _names(place: int, files: Sequence[str]) -> list[Name]:
    return [
        (place, file, order, fold(file), len(fold(file[: file.rfind("/") + 1])) + 1)
        for order, file in enumerate(dict.fromkeys(files))
    ]
