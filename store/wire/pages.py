"""Pages: what the day above a page says of its text, which may only have been seen on it, years later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from store.article import EventDate, Evidence
from store.wire.clues import Passages
from store.wire.layout import Layout
from store.wire.leads import DAY_PRINTED
from store.wire.outside import FRESH
from store.wire.printed import find_days, read_day, weekday_in
from store.wire.years import Anchor

CLOCK: Final = re.compile(r"\d[:.]\d\d|updated|published|posted", re.I)
"""What stands beside the day on which a text was published, not the one on which its site was visited."""


def site_clock(layout: Layout, anchors: Sequence[Anchor]) -> Anchor | None:
    """Return the only day with a year around a text, if it may be that on which a site was visited."""
    dated = [a for a in anchors if a.printed.year]
    only = dated[0] if len(dated) == 1 else None
    return only if only and only.quote in layout.headers and not CLOCK.search(only.quote) else None


def before_clock(
    told: EventDate, by_page: EventDate, clock: Anchor, above: Anchor | None, passages: Passages
) -> EventDate:
    """Return the day that the text itself tells, if it lies long before that of its page; else the page's.

    Args:
        above: The day of the text above it without a year, if there is one.
    """
    if above is None and weekday_in(clock.quote) is not None:
        by_page = _as_visited(by_page, told, passages)
    if told.certainty != "likely" or told.latest is None or by_page.earliest is None:
        return by_page
    if by_page.earliest - told.latest <= FRESH:
        return by_page
    says = "the text tells of earlier days: it is the day on which the page was seen, not the event's"
    return told._replace(rejected=(*told.rejected, Evidence("header", clock.quote, None, says)))


def _as_visited(by_page: EventDate, told: EventDate, passages: Passages) -> EventDate:
    """Return the day of a page that nothing in the text agrees with as likely: it may be seen years later."""
    first, last = by_page.earliest, by_page.latest
    if first is None or last is None or told.value == by_page.value:
        return by_page
    for number, text in passages.texts.items():
        for match in find_days(DAY_PRINTED, text, passages.lines[number]):
            printed = read_day(match[0])
            near = printed.in_years(range(first.year, last.year + 1)) if printed and printed.day else []
            if any([abs(last - day) <= FRESH for day in near]):
                return by_page
    return by_page._replace(certainty="likely")
