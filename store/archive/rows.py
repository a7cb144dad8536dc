"""Rows: an article as one line of a list, and ids as the numbers that the index keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any, Final, TypeAlias

from store.archive.hits import Met, Row, Tag
from store.archive.marks import SILENT, Mark
from store.event_date import EventDate

Line: TypeAlias = tuple[int, int, str]
"""An article's number in the index, its id as a number, and what `Entry.line` told of it."""

_SHARED: Final = 16384
"""So many dates, parties and contacts are one record for all lines: lists name the same over and over."""

_ID_DIGITS: Final = 12
_MORE: Final = 1 << 4 * _ID_DIGITS
"""With one digit more none before is left out."""

_ID_LETTERS: Final = frozenset("0123456789abcdef")


def listed(lines: Iterable[Line], said: Mapping[int, Mark]) -> tuple[Row, ...]:
    """Return articles as lines of a list; `said` tells by number what a reader said of some."""
    of = said.get
    rows = [
        (
            id_of(number),
            headline,
            _dated(dated),
            _parties(tags) if tags else (),
            _contacts(met) if met else (),
            *(_marks(mark) if (mark := of(article)) else _SILENT),
        )
        for article, number, line in lines
        for dated, tags, met, headline in (line.split("\n", 3),)
    ]
    return tuple(map(_new_row, rows))


def _marks(said: Mark) -> tuple[bool, bool, tuple[str, ...], int]:
    return bool(said.read), bool(said.starred), said.tags, len(said.notes)


_SILENT: Final = _marks(SILENT)

_new_row: Final[Callable[[tuple[Any, ...]], Row]] = partial(tuple.__new__, Row)
"""Row._make without its check, in half the time."""


@lru_cache(maxsize=_SHARED)
def _parties(told: str) -> tuple[Tag, ...]:
    import orjson

    return tuple([_tag(party, abbr) for party, abbr in orjson.loads(told)])


_tag: Final = lru_cache(maxsize=_SHARED)(Tag)


@lru_cache(maxsize=_SHARED)
def _contacts(told: str) -> tuple[Met, ...]:
    import orjson

    return tuple([Met((one, other), kind) for (one, other), kind in orjson.loads(told)])


@lru_cache(maxsize=_SHARED)
def _dated(told: str) -> EventDate:
    """Return a date as a list shows it; its days are told by their numbers."""
    import orjson

    value, month_day, precision, earliest, latest, certainty = orjson.loads(told)
    first = date.fromordinal(earliest) if earliest else None
    last = first if latest == earliest else date.fromordinal(latest) if latest else None
    return EventDate(value, month_day, precision, first, last, certainty)


def number_of(article_id: str) -> int:
    """Return the number that an id is.

    Raises:
        ValueError: It is no id of twelve hexadecimal digits.
    """
    if len(article_id) != _ID_DIGITS or not _ID_LETTERS.issuperset(article_id):
        raise ValueError(f"{article_id} is no id")
    return int(article_id, 16)


def number_asked(article_id: str) -> int:
    """Return the number of what may be an id; that of no article, where it is none."""
    try:
        return number_of(article_id)
    except ValueError:
        return -1


def id_of(number: int) -> str:
    """Return the id that a number stands for."""
    return hex(number | _MORE)[3:]
