"""Months: the month of an event whose day nothing tells, seen from the day of its page."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from store.article import EventDate, Evidence
from store.days import month_interval
from store.wire.clues import sentence_end
from store.wire.layout import Layout
from store.wire.years import Anchor

_LAST_MONTH: Final = re.compile(r"\blast month\b(?![’'])")
_OF_ELSE: Final = re.compile(
    r"\b(?:held|elected|appointed|concluded|closed|adopted|signed|won|which|who|that|whose|after|since|following"
    r"|outcomes?|results?)\b[^.;]{0,80}\blast month\b"
)
"""What makes it the month of something that a lead only mentions: `of the congress held last month`."""


def of_its_month(told: EventDate, above: Anchor) -> EventDate:
    """Return the month alone of what is dated by a page's day without a year, where the lead prints none."""
    day = told.earliest
    if (
        above.kind != "header"
        or told.precision != "day"
        or day is None
        or above.printed.in_year(day.year) != day
    ):
        return told
    first, last = month_interval(day.year, day.month)
    return told._replace(value=f"{day.year}-{day.month:02}", precision="month", earliest=first, latest=last)


def of_last_month(told: EventDate, layout: Layout) -> EventDate:
    """Return the month before that of the page for a lead that tells of what somebody did last month."""
    if told.precision != "month" or told.earliest is None or not layout.body:
        return told
    lead = layout.body[0][: sentence_end(layout.body[0], 0)]
    by_page = told.evidence[0].kind in ("header", "dateline") if told.evidence else False
    match = _LAST_MONTH.search(lead) if by_page else None
    if match is None or _OF_ELSE.search(lead):
        return told
    day = told.earliest - timedelta(days=1)
    first, last = month_interval(day.year, day.month)
    says = Evidence("today", match[0], 0, "seen from the day above the text")
    value, evidence = f"{first.year}-{first.month:02}", (says, *told.evidence)
    return told._replace(value=value, earliest=first, latest=last, evidence=evidence)
