"""Dayless: the day of an event for which no day of the month is printed, only a weekday or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.article import EventDate, Evidence
from store.days import WEEKDAYS, month_interval
from store.wire.clues import Clue
from store.wire.leads import Lead
from store.wire.printed import spoken

_TIGHT: Final = timedelta(days=13)
"""A clue that allows no more days than this may tell which weekday is meant."""

_LONG: Final = timedelta(days=12 * 366)
"""A range longer than this is no answer."""

_MONTHS: Final = timedelta(days=62)
"""A clue that allows no more days than this may tell the month."""

_SHOWN: Final = 6


def without_day(lead: Lead | None, clues: Sequence[Clue]) -> EventDate:
    """Return what is known of an event without a printed day: the one weekday that fits, or a range."""
    if lead and lead.weekday is not None and (found := _by_weekday(lead, lead.weekday, clues)):
        return found
    kept: list[Clue] = []
    first, last = date.min, date.max
    for clue in clues:
        if max(first, clue.earliest) <= min(last, clue.latest):
            first, last = max(first, clue.earliest), min(last, clue.latest)
            kept.append(clue)
    evidence = tuple(c.evidence() for c in kept[:_SHOWN])
    told = kept and kept[0].weight == "dated" and kept[0].latest - kept[0].earliest <= _MONTHS
    if told and (first.year, first.month) == (last.year, last.month):
        month = month_interval(first.year, first.month)
        return EventDate(f"{first:%Y-%m}", None, "month", *month, "likely", evidence)
    if first == date.min or last == date.max or last - first > _LONG:
        return EventDate(evidence=evidence)
    guess = Evidence("guess", kept[0].quote, kept[0].paragraph, f"between {spoken(first)} and {spoken(last)}")
    return EventDate(None, None, None, first, last, "guess", (guess, *evidence))


def _by_weekday(lead: Lead, weekday: int, clues: Sequence[Clue]) -> EventDate | None:
    """Return the one day of the lead's weekday that a tight clue allows and no other clue rules out."""
    days: dict[date, Clue] = {}
    itself: dict[date, Clue] = {}
    for clue in clues:
        for option in clue.options or (clue,):
            for day in _days(option, weekday):
                days.setdefault(day, option)
                if option.exact and day == option.near and option.paragraph <= 0:
                    itself.setdefault(day, option)
    days = itself or days
    for clue in clues:
        allowed = clue.allowed([*days])
        days = {day: days[day] for day in allowed} if allowed else days
    if len(days) != 1:
        return None
    day, clue = next(iter(days.items()))
    told = f"{spoken(day)} was a {WEEKDAYS[weekday]}"
    seen = Evidence("weekday", lead.weekday_quote, lead.paragraph, told)
    others = [c.narrowed([day]).evidence() for c in clues if c is not clue and c.allows(day)]
    shown = dict.fromkeys((clue.evidence(), seen, *others))
    return EventDate(day.isoformat(), None, "day", day, day, "likely", tuple(shown)[: _SHOWN + 2])


def _days(clue: Clue, weekday: int) -> Iterator[date]:
    """Yield the days of a weekday on which the event may have happened by a clue that says it nearly."""
    if clue.weight != "dated" or clue.paragraph > 1:
        return
    if clue.latest - clue.earliest <= _TIGHT:
        for ahead in range((clue.latest - clue.earliest).days + 1):
            if (day := clue.earliest + timedelta(ahead)).weekday() == weekday:
                yield day
    elif clue.exact and clue.near and clue.near.weekday() == weekday and clue.paragraph <= 0:
        yield clue.near
