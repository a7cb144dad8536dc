"""Dates: which day the main event of a text happened, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from store.article import CAPTION, EventDate, Evidence, Source
from store.days import WEEKDAYS, month_interval
from store.pieces import has_digit
from store.wire.clues import ONLINE, Passages
from store.wire.fitting import last_such
from store.wire.gazetteer import Gazetteer
from store.wire.goals import YearSaid, years_said
from store.wire.layout import Layout
from store.wire.leads import FIRST_YEAR, LAST_YEAR, Lead, find_lead
from store.wire.months import of_its_month, of_last_month
from store.wire.names import Named
from store.wire.outside import FRESH, day_outside, with_outside
from store.wire.pages import CLOCK, before_clock, site_clock
from store.wire.printed import DAY, PrintedDay, a_day, find_days, read_day, spoken
from store.wire.stamps import in_english, read_beside, signed_day
from store.wire.tokens import Line
from store.wire.years import Anchor, infer

_FULL: Final = re.compile(rf"{DAY}", re.I)
_FILED: Final = re.compile(r"\bfile(?:d)? (?:photo|picture|image)|\barchive", re.I)
_WHILE: Final = timedelta(days=3)
"""A picture is taken so many days before or after its text is written."""

_STOPPED: Final = re.compile(r"(?<=\d)\. (?=(?:19|20)\d\d\b)")
"""The full stop in `October 9. 2015`, as some pages print their day."""


def date_event(layout: Layout, named: Named, gazetteer: Gazetteer, source: Source) -> EventDate:
    """Return the day of the main event as printed, from the page's date, or inferred; else what is known.

    What the words leave open, the name of the source may say.
    """
    tells, passages = _tells(layout), Passages(layout, named.lines)
    anchors = _anchors(layout, named.lines) if tells else []
    dated = any([anchor.day for anchor in anchors])
    lead = find_lead(layout, named.lines, _oldest(anchors), dated=dated)
    lead = lead if lead and _is_of_dateline(lead, anchors, layout) else None
    said, belied = years_said(passages), _belied(lead, anchors)
    anchors = [anchor for anchor in anchors if anchor not in belied] if belied else anchors
    if lead and lead.day and lead.day.year:
        found = _as_printed(lead, lead.day, lead.day.year)
    else:
        above = next((a for a in anchors if not a.printed.year), None)
        clock, by_page = site_clock(layout, anchors), _by_anchor(lead, anchors)
        if by_page and not clock:
            found = by_page
        else:
            told = infer(passages, named, gazetteer, lead, above, said, _received(source))
            told = of_its_month(told, above) if lead is None and above else told
            found = before_clock(told, by_page, clock, above, passages) if by_page and clock else told
        found = of_last_month(found, layout) if lead is None else found
        if tells and not found.value and (outside := day_outside(source)):
            found = with_outside(found, lead, _resolved(lead, outside.day) if lead else None, outside)
    found = found._replace(rejected=(*found.rejected, *belied.values())) if belied else found
    return _with_rejected(found, said)


def _is_of_dateline(lead: Lead, anchors: Sequence[Anchor], layout: Layout) -> bool:
    """Tell whether a day behind the first sentence lies near that of a dateline: else it is of history."""
    above = next((a.printed for a in anchors if a.kind == "dateline" and not a.day), None)
    if above is None or lead.day is None or lead.day.year or lead.paragraph < 0:
        return True
    seen, day = above.in_year(_PLAIN), lead.day.in_year(_PLAIN)
    late = _WHILE.days if lead.paragraph > 0 else FRESH.days
    if seen is None or day is None or -1 <= (seen - day).days <= late:
        return True
    text = layout.body[lead.paragraph]
    if day > seen and _VOTE_ON.search(text, 0, max(0, text.find(lead.quote))):
        return False
    turned = day > seen and (seen.replace(year=_PLAIN + 1) - day) <= FRESH
    return turned or (lead.paragraph == 0 and ". " not in text[: text.find(lead.quote)])


_VOTE_ON: Final = re.compile(r"\b(?:elections?|polls|by-election|vote|referendum) (?:on|of|for) $")
"""What stands before the day of a vote that lies behind the day of the dateline."""

_PLAIN: Final = 2001
"""A year without a leap day."""


def _received(source: Source) -> date:
    """Return the day on which somebody says to have had the text: never by the clock of an import."""
    received = source.received
    return received.day if received and received.by != "mtime" else date.max


def _oldest(anchors: Sequence[Anchor]) -> int:
    """Return before which year all is history, for a text of such days; a page's may be years later."""
    return max([a.day.year - _LATER.get(a.kind, 1) for a in anchors if a.day], default=ONLINE.year)


_LATER: Final = {"header": 9}
"""So many years after its event a text may be printed again, with the day of the page above it."""


def _tells(layout: Layout) -> bool:
    """Tell whether there is a sentence that the day above it may be the day of; a page of menus has none."""
    return bool(layout.body) or any(
        text.count(" ") > _MENU for text in (layout.headline, layout.standfirst) if text
    )


_MENU: Final = 6
"""A line with more spaces is no menu entry."""


def _anchors(layout: Layout, lines: Mapping[int, Line]) -> list[Anchor]:
    """Return the days around a text: its dateline's, its page's, a stamp before a clock, its picture's."""
    found = [("dateline", layout.dateline_date)] if layout.dateline_date else []
    stamps = sorted(layout.headers, key=lambda line: CLOCK.search(line) is None)
    found += [("header", line) for line in (*_signed(layout), *stamps)]
    anchors: list[Anchor] = []
    for kind, line in found:
        printed = read_day(in_english(_STOPPED.sub(", ", line)) if kind == "header" else in_english(line))
        if printed is None and anchors:
            printed = read_beside(line, anchors[0].printed)
        if printed is None or not printed.day:
            continue
        day = a_day(printed.year, printed.month, printed.day) if printed.year else None
        if day is None or FIRST_YEAR <= day.year <= LAST_YEAR:
            anchors.append(Anchor(kind, line, printed, day))
    if anchors and anchors[0].day is None:
        anchors[0] = _of_the_page(anchors[0], anchors[1:])
    if picture := _of_picture(layout, lines.get(CAPTION), anchors):
        anchors.append(picture)
    return anchors


def _signed(layout: Layout) -> list[str]:
    """Return what the agency printed below its text with a day of that year: `MAP 10 September 2021`."""
    below = [r.text for r in layout.removed if r.kind in ("sign-off", "tail") and has_digit(r.text)]
    return [text for text in below if signed_day(text) or "(Juche" in text]


def _of_the_page(first: Anchor, headers: Sequence[Anchor]) -> Anchor:
    """Return a dateline without a year with that of a page date of the same days: it is nearer."""
    for seen in [header.day for header in headers if header.day]:
        for day in (first.printed.in_year(seen.year), first.printed.in_year(seen.year - 1)):
            if day and timedelta(-1) <= seen - day <= _WHILE:
                return first._replace(day=day)
    return first


def _of_picture(layout: Layout, line: Line | None, above: Sequence[Anchor]) -> Anchor | None:
    """Return the day that a caption prints with its year, if the text was written around it.

    Args:
        line: The caption in tokens.
    """
    if not layout.caption or line is None or not above:
        return None
    match = next(find_days(_FULL, layout.caption, line), None)
    printed = read_day(match[0]) if match else None
    if match is None or printed is None or not printed.year or not printed.day:
        return None
    day = a_day(printed.year, printed.month, printed.day)
    if day is None or _FILED.search(layout.caption):
        return None
    written = above[0].printed.in_year(day.year)
    beside = written is not None and abs(written - day) <= _WHILE
    return Anchor("caption", match[0], printed, day) if beside else None


def _as_printed(lead: Lead, day: PrintedDay, year: int) -> EventDate:
    """Return the day that the lead prints with its year."""
    says = f"{day.spoken(year)}, printed with its year"
    evidence: tuple[Evidence, ...] = (Evidence("day", lead.quote, lead.paragraph, says),)
    only = a_day(year, day.month, day.day) if day.day else None
    if only is None:
        first, last = month_interval(year, day.month)
        return EventDate(f"{year}-{day.month:02}", None, "month", first, last, "certain", evidence)
    right = lead.weekday is None or lead.weekday == only.weekday()
    if not right:
        told = f"{spoken(only)} was a {WEEKDAYS[only.weekday()]}"
        evidence += (Evidence("weekday", lead.weekday_quote, lead.paragraph, told),)
    return EventDate(only.isoformat(), None, "day", only, only, "certain" if right else "likely", evidence)


def _belied(lead: Lead | None, anchors: Sequence[Anchor]) -> dict[Anchor, Evidence]:
    """Return the days of pages in whose year the lead's day was another weekday, and what says so."""
    found: dict[Anchor, Evidence] = {}
    if lead is None or lead.day is None or lead.weekday is None:
        return found
    for anchor, seen in [(a, a.day) for a in anchors if a.day and a.kind == "header"]:
        day = _resolved(lead, seen)
        if day and timedelta(-1) <= seen - day <= FRESH and day.weekday() != lead.weekday:
            says = f"{spoken(day)} was a {WEEKDAYS[day.weekday()]}: it is the page's day, not the event's"
            found[anchor] = Evidence("header", anchor.quote, None, says)
    return found


def _by_anchor(lead: Lead | None, anchors: Sequence[Anchor]) -> EventDate | None:
    """Return the day that follows from a dated header or dateline."""
    dated = [(a, a.day) for a in anchors if a.day]
    written = next((a.printed for a in anchors if a.kind == "dateline" and not a.day), None)
    for anchor, day in dated:
        seen_from = _written_before(written, day) if written else day
        found = _resolved(lead, seen_from) if seen_from else None
        if found is None or not timedelta(-1) <= day - found <= FRESH:
            continue
        above = _told_above(anchor, day)
        if lead is None:
            return _of_its_day(anchor, day, above)
        says = f"{spoken(found)}, seen from {spoken(day)}"
        kind = "day" if lead.day else "weekday" if lead.weekday is not None else "today"
        evidence: tuple[Evidence, ...] = (Evidence(kind, lead.quote, lead.paragraph, says), above)
        if not anchor.printed.year:
            evidence += tuple([_told_above(o, seen) for o, seen in dated if o.kind == "header"][:1])
        rejected = tuple(
            Evidence("header", other.quote, None, f"{spoken(seen)} is the page's day, not the event's")
            for other, seen in dated
            if other is not anchor and seen.year != day.year
        )
        return EventDate(found.isoformat(), None, "day", found, found, "certain", evidence, rejected)
    return None


def _written_before(written: PrintedDay, day: date) -> date | None:
    """Return the day of a dateline without a year, if a page may have been set on a day soon after it."""
    days = (written.in_year(year) for year in (day.year, day.year - 1))
    return next((seen for seen in days if seen and timedelta(-1) <= day - seen <= FRESH), None)


def _told_above(anchor: Anchor, day: date) -> Evidence:
    if anchor.kind == "caption":
        return Evidence("caption", anchor.quote, CAPTION, f"the picture is of {spoken(day)}")
    return Evidence(anchor.kind, anchor.quote, None, f"the text is of {spoken(day)}")


def _of_its_day(anchor: Anchor, day: date, above: Evidence) -> EventDate:
    """Return what the text's own day says of an event for which the lead prints none."""
    if anchor.printed.year and anchor.kind != "header":
        return EventDate(day.isoformat(), None, "day", day, day, "likely", (above,))
    first, last = month_interval(day.year, day.month)
    return EventDate(f"{day.year}-{day.month:02}", None, "month", first, last, "likely", (above,))


def _resolved(lead: Lead | None, seen: date) -> date | None:
    """Return the day that a lead means, seen from the day of its text."""
    if lead is None:
        return seen
    if lead.day:
        found = lead.day.in_year(seen.year)
        if found and found > seen + timedelta(days=1):
            found = lead.day.in_year(seen.year - 1)
        return found
    if lead.weekday is not None:
        return last_such(lead.weekday, seen if lead.until is None else last_such(lead.until, seen))
    return seen - timedelta(days=lead.ago or 0)


def _with_rejected(found: EventDate, said: Sequence[YearSaid]) -> EventDate:
    """Add the years that the text names for other reasons, and why they are not the event's."""
    year = int(found.value[:4]) if found.value else None
    others = tuple([other.rejected(year) for other in said if other.year != year])
    return found._replace(rejected=found.rejected + others) if others else found
