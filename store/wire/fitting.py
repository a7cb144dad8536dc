"""Fitting: the year in which a printed day fits the clues, and how sure they make us of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from store.article import EventDate, Evidence
from store.days import WEEKDAYS
from store.wire.clues import Clue
from store.wire.leads import FIRST_YEAR, LAST_YEAR, Lead
from store.wire.printed import PrintedDay, spoken
from store.wire.records import RECALLED

_TELLING: Final = timedelta(days=6 * 366)
"""A stretch longer than this says too little to confirm another clue."""

_OVERLAP: Final = timedelta(days=540)
"""Tenures that leave no more days than this tell the year."""

SLACK: Final = timedelta(days=1)
"""A text may be received on the day before its own, where that has begun elsewhere."""

_YEAR: Final = timedelta(days=366)

_HISTORY: Final = timedelta(days=15 * 366)
"""Offices left so long ago are named as history."""

_FEW: Final = 3

_SHOWN: Final = 6
"""How many clues are shown."""


def last_such(weekday: int, day: date) -> date:
    """Return the nearest such weekday that is not after a day."""
    return day - _BACK[(day.weekday() - weekday) % 7]


_BACK: Final = tuple([timedelta(days) for days in range(7)])


class Printed(NamedTuple):
    """What the text prints of the day itself: the day in each year, and the words for it."""

    lead: Lead | None
    above: PrintedDay | None
    """The day of a dateline or header without a year."""
    above_quote: str = ""
    above_weekday: int | None = None
    """The weekday printed with that."""
    latest: date = date.max
    """Nothing is told that happened later."""
    at_once: bool = False
    """Whether its agency tells of a day on that day, not on the one behind it."""

    @property
    def day(self) -> PrintedDay | None:
        """The day printed without a year, in the lead or else above the text."""
        return self.lead.day if self.lead and self.lead.day else self.above

    def in_year(self, year: int) -> date | None:
        """Return the day of the event, if it happened in a year or was reported in it."""
        lead, above = self.lead, self.above
        if lead and lead.day:
            return lead.day.in_year(year)
        seen = above.in_year(year) if above else None
        if seen is None or lead is None:
            return seen
        if lead.weekday is not None:
            return last_such(lead.weekday, seen if lead.until is None else last_such(lead.until, seen))
        return seen - timedelta(days=lead.ago or 0)

    def in_years(self, years: range) -> list[date]:
        """Return the day of the event in each of some years that has it."""
        lead, day = self.lead, self.day
        days = day.in_years(years) if day else []
        if lead is None or lead.day:
            return days
        weekday, until = lead.weekday, lead.until
        if weekday is None:
            return [seen - timedelta(days=lead.ago or 0) for seen in days]
        return [last_such(weekday, seen if until is None else last_such(until, seen)) for seen in days]

    def fits_weekday(self, day: date) -> bool:
        """Tell whether the weekday of the lead is that of the day, or of the one on which it was told."""
        seen = self.above.in_year(day.year) if self.above and self.above_weekday is not None else None
        if seen is not None and seen.weekday() != self.above_weekday:
            return False
        if self.lead is None or self.lead.weekday is None:
            return True
        if self.lead.day:
            return day.weekday() == self.lead.weekday
        told = self.above.in_year(day.year) if self.above else None
        ended = day if told is None or self.lead.until is None else last_such(self.lead.until, told)
        return told is None or timedelta(0) <= told - ended <= timedelta(days=1)

    def is_dateline(self, day: date) -> bool:
        """Tell whether a day is that above the text itself."""
        return self.above is not None and self.above.in_year(day.year) == day

    @property
    def has_weekday(self) -> bool:
        """Whether a weekday is printed that a day may fit or not."""
        told = self.lead is not None and self.lead.weekday is not None
        return (told or self.above_weekday is not None) and self.day is not None


def _days(printed: Printed, clue: Clue) -> list[date]:
    """Return the printed day in every year that a clue may allow."""
    first = max(clue.earliest.year, FIRST_YEAR)
    last = min(clue.latest.year + 1, LAST_YEAR)  # what happened in a year may be reported in the next
    ends = printed.latest if clue.latest == date.max else date.max
    days = printed.in_years(range(first, min(last, ends.year) + 1))
    return days if ends == date.max else [day for day in days if day <= ends]


def with_day(printed: Printed, clues: Sequence[Clue]) -> EventDate:
    """Return the year in which a printed day fits the clues."""
    days: list[date] = []
    kept: list[Clue] = []
    doubted: list[Clue] = []
    for clue in clues:
        left = clue.allowed(days or _days(printed, clue))
        if left:
            days = left
            kept.append(clue)
        else:
            doubted.append(clue)
    fitting = [day for day in days if printed.fits_weekday(day)] if printed.has_weekday else days
    if printed.at_once and len(fitting) > 1:
        fitting = [day for day in fitting if printed.is_dateline(day)] or fitting
    alone = len(days) == 1 and printed.has_weekday
    by_weekday = 0 < len(fitting) < len(days) or (alone and bool(fitting))
    if alone and not fitting and not any([clue.is_itself(days[0]) for clue in kept]):
        return _open(printed, days, kept, _day_evidence(printed, None, by_weekday), ())
    few = by_weekday and len(days) <= _FEW
    return _judged(printed, fitting or days, kept, doubted, by_weekday, few)


def _judged(
    printed: Printed,
    days: Sequence[date],
    kept: Sequence[Clue],
    doubted: Sequence[Clue],
    by_weekday: bool,
    few: bool,
) -> EventDate:
    """Say how sure the days left make us.

    Args:
        few: Whether the weekday chose among so few that the clues bound the year together.
    """
    kept = [clue.narrowed(days) for clue in kept] if len(days) == 1 else kept
    near = days if len(days) == 1 else _near(days, kept)
    best = near[0] if len(near) == 1 else None
    belied = any([c.is_printed for c in doubted])
    needed = 3 if belied or _are_telling(doubted, days) else 2
    telling, agreeing = _agreeing(kept, by_weekday, date.max)
    agreeing += best is not None and (_is_between(best, kept) or _is_of_last_year(best, kept))
    bounds = 2 if few and kept else 0
    agreeing = max(agreeing, bounds) if printed.latest == date.max else agreeing
    alone = best is not None and not belied and _is_sure(best, kept, doubted)
    sure = alone or (best is not None and agreeing >= needed)
    bounded = best is not None and not sure
    if bounded:
        telling, agreeing = _agreeing(kept, by_weekday, printed.latest)
        sure = bounded = max(agreeing, bounds) >= needed
    evidence = _day_evidence(printed, best if sure else None, by_weekday)
    evidence += tuple(c.evidence() for c in (telling or kept)[:_SHOWN])
    if bounded:
        says = f"received on {spoken(printed.latest - SLACK)}: nothing later is told"
        evidence += (Evidence("received", "", None, says),)
    rejected = _rivals(printed, best, kept) if best and sure else ()
    rejected += tuple(Evidence("rival", c.quote, c.shown_in, f"does not fit: {c.says}") for c in doubted[:2])
    if best and sure:
        return EventDate(best.isoformat(), None, "day", best, best, "likely", evidence, rejected)
    return _open(printed, days, kept, evidence, rejected)


def _near(days: Sequence[date], kept: Sequence[Clue]) -> list[date]:
    """Return those of some days that lie so near what a clue tells of that it is enough."""
    telling = [clue for clue in kept if clue.options or clue.near]  # there may be a hundred days, and no such
    return [day for day in days if any([clue.is_near(day) for clue in telling])] if telling else []


def _agreeing(kept: Sequence[Clue], by_weekday: bool, last: date) -> tuple[list[Clue], int]:
    """Return the clues that leave few years up to a day, and how many kinds of evidence agree."""
    tenures = _are_narrow(kept, last)
    telling = [c for c in kept if _is_telling(c, last) or (tenures and c.kind == "office")]
    agreeing = len({c.kind for c in telling}) + by_weekday + tenures
    return telling, agreeing + any([c.kind == "copyright" and c.weight == "dated" for c in kept])


def _is_sure(best: date, kept: Sequence[Clue], doubted: Sequence[Clue]) -> bool:
    """Tell whether a dated thing lies so near that it is enough, against what else the text says."""
    against = len({clue.kind for clue in doubted if clue.weight != "floor"}) > 1
    return any([clue.is_near(best) and not (against and clue.paragraph > 0) for clue in kept])


def _is_between(best: date, kept: Sequence[Clue]) -> bool:
    """Tell whether dated things not a year apart lie on both sides of a day: July's vote and the next."""
    nears = [c.near for c in kept if c.weight == "dated" and c.near and not c.options]
    before, after = [near for near in nears if near < best], [near for near in nears if near > best]
    return bool(before and after) and min(after) - max(before) <= _YEAR


def _is_of_last_year(best: date, kept: Sequence[Clue]) -> bool:
    """Tell whether the last year that a text looks back to is that of a day."""
    return any([c.kind == "history" and c.quote[-4:] == str(best.year) for c in kept])


def _are_telling(doubted: Sequence[Clue], days: Sequence[date]) -> bool:
    """Tell whether an office speaks against the year that is no history, as `Ho Chi Minh's` is."""
    ended = [c.latest for c in doubted if c.kind == "office" and c.latest < date.max]
    return any([not days or days[0] - last < _HISTORY for last in ended])


def _is_telling(clue: Clue, received: date) -> bool:
    """Tell whether a clue leaves few years, up to the day on which the text was there."""
    open_end = clue.latest == date.max and clue.weight != "floor"
    return (received if open_end else clue.latest) - clue.earliest <= _TELLING


def _are_narrow(kept: Sequence[Clue], received: date) -> bool:
    """Tell whether tenures leave about one year: two of them, or one whose days were read somewhere."""
    tenures = [c for c in kept if c.kind == "office" and c.weight == "span"]
    if not tenures:
        return False
    first, last = max(c.earliest for c in tenures), min(c.latest for c in tenures)
    last = min(last, received)
    alone = [c for c in tenures if c.earliest == first and c.latest == last]
    return last < date.max and last - first <= _OVERLAP and (not alone or alone[0].source != RECALLED)


def _day_evidence(printed: Printed, best: date | None, by_weekday: bool) -> tuple[Evidence, ...]:
    """Return what the text prints of the day."""
    lead, day = printed.lead, printed.day
    found: list[Evidence] = []
    if lead and lead.day:
        found.append(Evidence("day", lead.quote, lead.paragraph, f"{lead.day.spoken()}, no year printed"))
    elif day:
        found.append(Evidence("dateline", printed.above_quote, None, f"{day.spoken()}, no year printed"))
    if lead and lead.weekday is not None and best:
        name, when = WEEKDAYS[lead.weekday], spoken(best)
        says = f"{when} was a {name}" if by_weekday else f"{when}, a {name}"
        found.append(Evidence("weekday", lead.weekday_quote, lead.paragraph, says))
    elif lead and lead.ago is not None:
        found.append(Evidence("today", lead.quote, lead.paragraph, "seen from the day above the text"))
    return tuple(found)


def _rivals(printed: Printed, best: date, kept: Sequence[Clue]) -> tuple[Evidence, ...]:
    """Return why it is neither the year before nor the year after."""
    found: list[Evidence] = []
    for year in (best.year - 1, best.year + 1):
        day = printed.in_year(year)
        clue = next((c for c in kept if day and not c.allows(day)), None)
        if day and clue:
            found.append(Evidence("rival", clue.quote, clue.shown_in, f"{year}: {clue.against(day)}"))
    return tuple(found)


def _open(
    printed: Printed,
    days: Sequence[date],
    kept: Sequence[Clue],
    evidence: tuple[Evidence, ...],
    rejected: tuple[Evidence, ...],
) -> EventDate:
    """Return a day whose year stays open: a guess with its range, or unknown."""
    month_day = printed.day.month_day if printed.day else None
    bounds = [c for c in kept if c.latest < date.max]
    if not bounds or not days or len(days) > 12:
        return EventDate(None, month_day, None, None, None, "unknown", evidence, rejected)
    if len(days) == 1:
        says = f"{spoken(days[0])} fits best"
        first = max(c.earliest for c in kept)
        last = min(c.latest for c in bounds)
    else:
        says = f"between {days[0].year} and {days[-1].year}"
        first, last = days[0], days[-1]
    quote, paragraph = (evidence[0].quote, evidence[0].paragraph) if evidence else ("", None)
    guess = Evidence("guess", quote, paragraph, says)
    return EventDate(None, month_day, None, first, last, "guess", (guess, *evidence), rejected)
