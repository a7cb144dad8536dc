"""What the screen says of a date, a count or a kind: plain words, no paint."""

from __future__ import annotations

from datetime import date
from typing import Final

from store.days import MONTHS, WEEKDAYS, interval
from store.event_date import EventDate

SIGNS: Final = {"certain": "", "likely": "~", "guess": "?", "unknown": "", "corrected": "✓"}
"""One cell after a date that says how sure it is."""

ORDERS: Final = {
    "-date": "newest first",
    "date": "oldest first",
    "party": "by party",
    "relevance": "best first",
}
"""How each order of a list is named."""

DAY_KINDS: Final = frozenset({"day", "weekday", "today", "header", "dateline", "caption"})
"""The kinds of evidence that tell the day itself; all others tell the year."""

KIND_HEADS: Final = {
    "party": "Parties",
    "person": "People",
    "place": "Places",
    "org": "Organisations",
    "event": "Events",
}
"""The heading of each kind in the sidebar, in the order shown."""


def short_month(month: int) -> str:
    """Return `May` for 5."""
    return MONTHS[month - 1][:3]


def count(number: int, noun: str) -> str:
    """Return `1 text`, `2 texts`, `12,345 texts`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def capitalised(sentence: str) -> str:
    """Return a sentence with a capital at its beginning, and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def compact(number: int) -> str:
    """Return a count in at most five cells: `999`, `2.2k`, `310k`."""
    if number < 1000:
        return str(number)
    return f"{number // 100 / 10}k" if number < 10_000 else f"{number // 1000}k"


def day_cell(when: EventDate) -> tuple[str, str]:
    """Return the date of a list row, six cells or `undated`, and its sign."""
    sign = SIGNS[when.certainty]
    if when.value:
        first, _ = interval(when.value)
        if when.precision == "day":
            return f"{first.day:>2} {short_month(first.month)}", sign
        return (f"   {short_month(first.month)}" if when.precision == "month" else "no day"), sign
    if when.month_day:
        month, day = map(int, when.month_day.split("-"))
        return f"{day:>2} {short_month(month)}", "?"
    if when.earliest and when.latest:
        same = (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)
        return (f"   {short_month(when.latest.month)}" if same else "no day"), sign
    return "undated", ""


def long_day(when: EventDate) -> str:
    """Return the date in full, as far as it is known: `Tue 18 May 2021`, `26 February, 2018 to 2020`."""
    if when.value:
        first, _ = interval(when.value)
        if when.precision == "day":
            return f"{WEEKDAYS[first.weekday()][:3]} {short_day(first)}"
        return month_year(first) if when.precision == "month" else str(first.year)
    span = _span(when.earliest, when.latest)
    if when.month_day:
        month, day = map(int, when.month_day.split("-"))
        return f"{day} {MONTHS[month - 1]}, {_years(when) or 'year unknown'}"
    return span or "undated"


def _years(when: EventDate) -> str:
    if not (when.earliest and when.latest):
        return ""
    first, last = when.earliest.year, when.latest.year
    return str(first) if first == last else f"{first} to {last}"


def _span(first: date | None, last: date | None) -> str:
    if not (first and last):
        return ""
    one, other = month_year(first), month_year(last)
    return one if one == other else f"{one} to {other}"


def month_year(day: date) -> str:
    """Return `Feb 2016`."""
    return f"{short_month(day.month)} {day.year}"


def short_day(day: date) -> str:
    """Return `20 Jan 2016`."""
    return f"{day.day} {month_year(day)}"


def full_day(day: date) -> str:
    """Return `20 January 2016`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period(value: str) -> str:
    """Return the value of a date filter as words: `May 2021`, `11–25 May 2021`, `from 19 May 2021`."""
    if value == "none":
        return "no date"
    start, dots, end = value.partition("..")
    if not dots:
        return " ".join(_point(start))
    if not (start and end):
        return f"from {' '.join(_point(start))}" if start else f"to {' '.join(_point(end))}"
    first, last = _point(start), _point(end)
    shared = 0
    if len(first) == len(last):
        while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
            shared += 1
    first = first[: len(first) - shared]
    joint = "–" if len(first) == 1 and shared == len(last) - 1 else " – "
    return joint.join((" ".join(first), " ".join(last)))


def _point(text: str) -> list[str]:
    """Return a year, quarter, month or day as words, the least first; `today` as it is."""
    year, *rest = text.split("-")
    if not year.isdecimal():
        return [text]
    month = [rest[0] if rest[0][0] == "Q" else short_month(int(rest[0]))] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return [*day, *month, year]


def corrected(when: EventDate) -> str:
    """Return who corrected a date and when: `corrected by mai on 2026-11-22`; nothing of one that was not."""
    return next((item.says for item in when.evidence if item.kind == "correction"), "")


def certainty(when: EventDate) -> str:
    """Return the word that stands beside the sign; nothing where the day is certain or there is none."""
    return {"likely": "likely", "guess": "a guess", "corrected": "corrected"}.get(when.certainty, "")
