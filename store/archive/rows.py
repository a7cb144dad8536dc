"""Rows: an article as one line of a list, and ids as the numbers that the index keeps."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, Final

from store.archive.hits import Met, Row, Tag
from store.archive.marks import Mark
from store.event_date import Certainty, EventDate, Precision

_SHARED: Final = 16384
"""So many dates and parties are one record for all lines: lists name the same over and over."""

_ID_DIGITS: Final = 12
_ID_LETTERS: Final = frozenset("0123456789abcdef")


def listed(article_id: str, line: list[Any], said: Mark) -> Row:
    """Return an article as one line of a list, from what `Entry.line` in store.archive.entries returned."""
    headline, dated, tags, contacts = line
    met = tuple([Met((one, other), kind) for (one, other), kind in contacts]) if contacts else ()
    parties = tuple([_tag(party, abbr) for party, abbr in tags])
    marks = bool(said.read), bool(said.starred), said.tags, len(said.notes)
    return Row(article_id, headline, _dated(*dated), parties, met, *marks)


_tag: Final = lru_cache(maxsize=_SHARED)(Tag)


@lru_cache(maxsize=_SHARED)
def _dated(
    value: str | None,
    month_day: str | None,
    precision: Precision | None,
    earliest: int | None,
    latest: int | None,
    certainty: Certainty,
) -> EventDate:
    """Return a date as a list shows it; its days are told by their numbers."""
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
    return f"{number:0{_ID_DIGITS}x}"
