"""Dayless: the day of an event for which no day of the month is printed, only a weekday or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from store.article import EventDate, Evidence
from store.days import WEEKDAYS, month_interval
from store.wire.below import Below
from store.wire.clues import Clue
from store.wire.leads import Lead
from store.wire.printed import a_day, spoken

_TIGHT: Final = timedelta(days=13)
"""A clue that allows no more days than this may tell which weekday is meant."""

_LONG: Final = timedelta(days=12 * 366)
"""A range longer than this is no answer."""

_MONTHS: Final = timedelta(days=62)
"""A clue that allows no more days than this may tell the month."""

_OPENING, _BODY = 1, 4
"""Up to this paragraph it is told how far the event lies from something; up to the other if more agrees."""

_SHOWN: Final = 6


def without_day(lead: Lead | None, clues: Sequence[Clue], below: Below) -> EventDate:
    """Return what is known of an event without a printed day: the one weekday that fits, or a range."""
    clues = [_not_ahead(clue, below) for clue in clues]
    if lead and lead.weekday is not None:
        for reach in (_OPENING, _BODY if _are_bounded(clues) else _OPENING):
            if found := _by_weekday(lead, lead.weekday, clues, reach):
                return found
    elif lead is None and (found := _itself(clues, below)):
        return found
    kept: list[Clue] = []
    first, last = date.min, date.max
    for clue in clues:
        if max(first, clue.earliest) <= min(last, clue.latest):
            first, last = max(first, clue.earliest), min(last, clue.latest)
            kept.append(clue)
    first, last = _narrowed(kept, first, last)
    evidence = tuple(c.evidence() for c in kept[:_SHOWN])
    told = kept and kept[0].weight == "dated" and kept[0].latest - kept[0].earliest <= _MONTHS
    if (
        told
        and lead
        and lead.weekday is not None
        and (day := _in_range(below.days, first, last, lead.weekday))
    ):
        says = f"{spoken(day)} was a {WEEKDAYS[lead.weekday]}"
        seen = Evidence("weekday", lead.weekday_quote, lead.paragraph, says)
        return EventDate(day.isoformat(), None, "day", day, day, "likely", (seen, *evidence))
    if len(kept) == len(clues) and (found := _one_left(lead, kept, first, last, below)):
        return found
    fits = lead is None or lead.weekday in (None, first.weekday())
    if fits and first == last and any([clue.is_itself(first) for clue in kept]):
        return EventDate(first.isoformat(), None, "day", first, first, "likely", evidence)
    tight = first > date.min and last < date.max and last - first <= _MONTHS
    if tight and (lead is None or lead.weekday is None) and (held := _in_range(below.held, first, last)):
        return EventDate(held.isoformat(), None, "day", held, held, "likely", evidence)
    if told and (first.year, first.month) == (last.year, last.month):
        month = month_interval(first.year, first.month)
        return EventDate(f"{first:%Y-%m}", None, "month", *month, "likely", evidence)
    if first == date.min or last == date.max or last - first > _LONG:
        return EventDate(evidence=evidence)
    guess = Evidence("guess", kept[0].quote, kept[0].shown_in, f"between {spoken(first)} and {spoken(last)}")
    return EventDate(None, None, None, first, last, "guess", (guess, *evidence))


def _narrowed(kept: Sequence[Clue], first: date, last: date) -> tuple[date, date]:
    """Return what is left of a range by those things that may be meant and lie in it."""
    for clue in [clue for clue in kept if clue.options]:
        left = [option for option in clue.options if option.earliest <= last and option.latest >= first]
        first = max(first, min(option.earliest for option in left)) if left else first
        last = min(last, max(option.latest for option in left)) if left else last
    return first, last


def _not_ahead(clue: Clue, below: Below) -> Clue:
    """Return what is left of a clue to the day itself, if the text says that it is still ahead."""
    near = clue.near
    if near is None or not clue.exact or (near.month, near.day) not in below.ahead:
        return clue
    return clue._replace(earliest=near - _MONTHS, latest=near - timedelta(days=1), exact=False)


def _in_range(
    days: Iterable[tuple[int, int]], first: date, last: date, weekday: int | None = None
) -> date | None:
    """Return the one of some days of a year that lies in a range, of a weekday if that is told."""
    found = {
        day
        for year in {first.year, last.year}
        for month, number in days
        if (day := a_day(year, month, number)) and first <= day <= last and weekday in (None, day.weekday())
    }
    return found.pop() if len(found) == 1 else None


def _one_left(
    lead: Lead | None, kept: Sequence[Clue], first: date, last: date, below: Below
) -> EventDate | None:
    """Return the one day of the lead's weekday, or of the one below it, that the clues leave."""
    if first == date.min or last == date.max or last - first > _TIGHT:
        return None
    told = {lead.weekday: (lead.weekday_quote, lead.paragraph)} if lead else below.weekdays
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    days = [day for day in days if day.weekday() in told]
    ends = [c.narrowed(days) for c in kept]
    ends = [c for c in ends if not c.options and (c.earliest == first or c.latest == last)]
    both = [c for c in ends if c.earliest == first and c.latest == last]
    alone = both if lead is None else [c for c in both if _is_told_twice(c, kept, days)]
    if len(days) != 1 or len(told) != 1 or (len({c.kind for c in ends}) < _KINDS and not alone):
        return None
    says = f"{spoken(days[0])} was a {WEEKDAYS[days[0].weekday()]}"
    quote, paragraph = told[days[0].weekday()]
    shown = (Evidence("weekday", quote, paragraph, says), *[c.evidence() for c in ends])
    return EventDate(days[0].isoformat(), None, "day", days[0], days[0], "likely", shown[:_SHOWN])


def _is_told_twice(end: Clue, kept: Sequence[Clue], days: Sequence[date]) -> bool:
    """Tell whether other words of the text mean the same dated thing: its day, and `last week's election`."""
    others = [c.narrowed(days) for c in kept if c.quote != end.quote]
    return any([c.weight == "dated" and c.subject == end.subject for c in others])


_KINDS: Final = 2
"""So many kinds of clues must bound a stretch of days for the one weekday in it to be meant."""


def _itself(clues: Sequence[Clue], below: Below) -> EventDate | None:
    """Return the day of an office taken in a lead without a day, if the next sentences print its weekday."""
    told = [
        c for c in clues if c.exact and c.near and c.paragraph <= 0 and c.near.weekday() in below.weekdays
    ]
    days = {clue.near for clue in told if clue.near and all([other.allows(clue.near) for other in clues])}
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return None
    return EventDate(day.isoformat(), None, "day", day, day, "likely", tuple([c.evidence() for c in told]))


def _are_bounded(clues: Sequence[Clue]) -> bool:
    """Tell whether an office or a thing long past bounds the years, too."""
    return any([clue.weight == "span" and clue.latest < date.max for clue in clues])


def _by_weekday(lead: Lead, weekday: int, clues: Sequence[Clue], last: int) -> EventDate | None:
    """Return the one day of the lead's weekday that a tight clue allows and no other clue rules out."""
    days: dict[date, Clue] = {}
    itself: dict[date, Clue] = {}
    for clue in clues:
        for option in clue.options or (clue,):
            for day in _days(option, weekday, last):
                days.setdefault(day, option)
                if option.exact and day == option.near and option.paragraph <= 1:
                    itself.setdefault(day, option)
    days = {**days, **itself} if _is_denied(itself, clues, last) else itself or days
    for clue in clues:
        allowed = clue.allowed([*days])
        days = {day: days[day] for day in allowed} if allowed else days
    if len(days) != 1:
        return None
    day, clue = next(iter(days.items()))
    if any([c.is_printed and not c.allows(day) for c in clues]):
        return None
    offices = [c for c in clues if c.kind == "office" and c.weight == "span"]
    held = [c.allows(day) for c in offices if c.latest < date.max or day < c.earliest]
    if held.count(False) > held.count(True) + 1:
        return None
    told = f"{spoken(day)} was a {WEEKDAYS[weekday]}"
    seen = Evidence("weekday", lead.weekday_quote, lead.paragraph, told)
    others = [c.narrowed([day]).evidence() for c in clues if c is not clue and c.allows(day)]
    shown = dict.fromkeys((clue.evidence(), seen, *others))
    return EventDate(day.isoformat(), None, "day", day, day, "likely", tuple(shown)[: _SHOWN + 2])


def _is_denied(itself: Mapping[date, Clue], clues: Sequence[Clue], last: int) -> bool:
    """Tell whether another thing that is told nearly leaves no office taken on one of some days."""
    near = [c for c in clues if c.weight == "dated" and c.paragraph <= last and not c.allowed([*itself])]
    return bool(itself) and any([c.latest - c.earliest <= _TIGHT for c in near])


def _days(clue: Clue, weekday: int, last: int) -> Iterator[date]:
    """Yield the days of a weekday on which the event may have happened by a clue that says it nearly.

    Args:
        last: The last paragraph of those that tell of the event itself.
    """
    if clue.weight != "dated" or clue.paragraph > last:
        return
    if clue.latest - clue.earliest <= _TIGHT:
        for ahead in range((clue.latest - clue.earliest).days + 1):
            if (day := clue.earliest + timedelta(ahead)).weekday() == weekday:
                yield day
    elif clue.exact and clue.near and clue.allows(clue.near) and clue.near.weekday() == weekday:
        yield clue.near
