"""Chronicle: what is known of days beside the named things: deaths, summits and plenums, happenings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from store.days import interval
from store.wire.records import Death, Edition, Happening, Series
from store.wire.shelf import Fields, entity_id, read_file


class Chronicle(NamedTuple):
    """Who died when, what is held again and again, and what happened."""

    deaths: Mapping[str, Death] = MappingProxyType({})
    """By the id that a person has or would have."""
    series: tuple[Series, ...] = ()
    happenings: tuple[Happening, ...] = ()


EMPTY: Final = Chronicle()
"""Nothing known."""

DAYS: Final = ("deaths", "series", "happenings")
"""The files of the chronicle, without their suffix."""


def read_chronicle(files: Mapping[str, str]) -> Chronicle:
    """Return the chronicle written in JSON lines.

    Raises:
        GazetteerError: A line is no record; file and line are named.
    """
    got = {name: read_file(f"{name}.jsonl", files.get(name, ""), _READERS[name]) for name in DAYS}
    deaths: list[Death] = got["deaths"]  # type: ignore[assignment]
    by_person = MappingProxyType({death.person: death for death in deaths})
    return Chronicle(by_person, tuple(got["series"]), tuple(got["happenings"]))  # type: ignore[arg-type]


def _death(f: Fields) -> Death:
    return Death(entity_id(f, "person"), date.fromisoformat(f["died"]), f["source"])


def _series(f: Fields) -> Series:
    held = tuple([_edition(row) for row in f["held"]])
    return Series(
        entity_id(f, "series"), tuple(f["names"]), f["party"], f["country"], f["number"], held, f["source"]
    )


def _edition(row: str) -> Edition:
    """Return what `17 2025-07-06 2025-07-07 Rio de Janeiro;Rio` says; `-` stands for no number."""
    number, first, last, *places = row.split(" ", 3)
    if len(first) == len(last) == _DAY:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    else:
        start, end = interval(first)[0], interval(last)[1]
    if end < start:
        raise ValueError(f"{row} ends before it starts")
    named = tuple(places[0].split(";")) if places else ()
    return Edition(None if number == "-" else int(number), (start, end), named)


_DAY: Final = len("2025-07-06")


def _happening(f: Fields) -> Happening:
    start, end = date.fromisoformat(f["start"]), date.fromisoformat(f["end"])
    if end < start:
        raise ValueError("it ends before it starts")
    words = tuple([frozenset(group.split()) for group in f["words"]])
    who = frozenset(f["who"])
    return Happening(entity_id(f, "happening"), f["name"], who, words, (start, end), f["visit"], f["source"])


_READERS: Final[Mapping[str, Callable[[Fields], object]]] = {
    "deaths": _death,
    "series": _series,
    "happenings": _happening,
}
