"""Outside: what is known of a text's day from beyond its words: when it was received, what its file is named.

Such a day says when a text was written down, fetched or filed. So it only dates an event that the
words leave open, and never contradicts them: a scraper names its files after the day on which it ran.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from store.article import EventDate, Evidence, Received, Source
from store.wire.leads import FIRST_YEAR, LAST_YEAR, Lead
from store.wire.printed import MONTH, YEAR, a_day, read_day, spoken

FRESH: Final = timedelta(days=31)
"""A text tells of what happened at most so long before its own day."""

_ZONES: Final = timedelta(days=1)
"""It may be tomorrow already where it happened."""

_YMD: Final = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_./ ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?![0-9A-SU-Za-z])"
)
"""2021-05-18, 2021_05_18, 2021/05/18 and 20210518, also before a time that begins with T."""

_WORDS: Final = re.compile(
    rf"(?<![0-9A-Za-z])(?:\d{{1,2}} {MONTH} {YEAR}|{MONTH} \d{{1,2}},? +{YEAR})(?![0-9A-Za-z])", re.I
)
"""18-May-2021 and May_18_2021, once the signs between are spaces."""

_BETWEEN: Final = str.maketrans("-_.", "   ")


class Day(NamedTuple):
    """A day from beyond the words, and how it is told."""

    day: date
    told: Evidence


_TOLD: Final = {
    "import": "received on {}, as the import was told",
    "sidecar": "received on {}, as the file beside the text says",
    "mtime": "the file was last changed on {}",
}


def day_outside(source: Source) -> Day | None:
    """Return the day that a source gives to its text, if it gives one.

    What was said of this text comes first, then the name of its file; a file's time is worth least.
    """
    received = source.received
    if received and received.by != "mtime":
        return _told(received)
    if found := day_in_name(source.file):
        day, quote = found
        return Day(day, Evidence("name", quote, None, f"the file is named after {spoken(day)}"))
    return _told(received) if received else None


def _told(received: Received) -> Day:
    says = _TOLD[received.by].format(spoken(received.day))
    return Day(received.day, Evidence("received", received.quote, None, says))


def day_in_name(file: str) -> tuple[date, str] | None:
    """Return the one day that a path names, and how; None where it names none, or two."""
    found = {day: match[0] for match in _YMD.finditer(file) if (day := _of_numbers(match))}
    for match in _WORDS.finditer(file.translate(_BETWEEN)):
        printed = read_day(match[0])
        if printed and printed.year and printed.day and (day := printed.in_year(printed.year)):
            found[day] = file[match.start() : match.end()]
    found = {day: quote for day, quote in found.items() if FIRST_YEAR <= day.year <= LAST_YEAR}
    return next(iter(found.items())) if len(found) == 1 else None


def _of_numbers(match: re.Match[str]) -> date | None:
    return a_day(int(match[1]), int(match[3]), int(match[4]))


def with_outside(found: EventDate, lead: Lead | None, seen: date | None, outside: Day) -> EventDate:
    """Return what is known of a day that the words leave open, with what is known from beyond them.

    Args:
        lead: The day as the text prints it.
        seen: The day that the lead means, seen from the day outside.
    """
    day, told = outside
    if seen is None or lead is None:
        return _between(found, day, told)
    if not (-_ZONES <= day - seen <= FRESH) or not _fits(found, seen):
        says = f"{told.says}, which does not fit the day that the text prints"
        return found._replace(rejected=(*found.rejected, told._replace(says=says)))
    says = f"{spoken(seen)}, seen from {spoken(day)}"
    kind = "day" if lead.day else "weekday" if lead.weekday is not None else "today"
    kept = tuple(one for one in found.evidence if one.kind != "guess" and one.quote != lead.quote)
    evidence = (Evidence(kind, lead.quote, lead.paragraph, says), told, *kept)
    return EventDate(seen.isoformat(), None, "day", seen, seen, "likely", evidence, found.rejected)


def _fits(found: EventDate, day: date) -> bool:
    """Tell whether a day lies in the range that the words leave open."""
    return (found.earliest or date.min) <= day <= (found.latest or date.max)


def _between(found: EventDate, day: date, told: Evidence) -> EventDate:
    """Return a range for an event of which the words print no day: the weeks before a day outside."""
    if found.earliest or found.month_day:
        return found
    first = day - FRESH
    says = f"between {spoken(first)} and {spoken(day)}"
    evidence = (Evidence("guess", told.quote, None, says), told, *found.evidence)
    return EventDate(None, None, None, first, day, "guess", evidence, found.rejected)
