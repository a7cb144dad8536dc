"""Eras: words that are printed in some years only: of an epidemic, or of a service that was renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from store.wire.clues import Clue, Passages
from store.wire.names import Named

_PANDEMIC: Final = re.compile(r"\b(?:coronavirus|covid(?:-19)?)\b", re.I)
_PAST: Final = re.compile(
    r"\b(?:post|after|since|recover\w*|following|during|despite|hit by|remember\w*|memor\w*|before|pre)\b"
    r"[^.;,]{0,24}$",
    re.I,
)
"""What stands before an epidemic that may be over."""

_MILESTONE: Final = "event:covid-19"
"""Where a text names it, it is a milestone's clue."""

_TWITTER: Final = re.compile(r"(?P<later>(?:formerly|previously)(?: known as| called)? |then )?\bTwitter\b")

_ERAS: Final = {
    "pandemic": (date(2020, 1, 20), date(2023, 5, 31), "COVID-19 was fought from January 2020 to May 2023"),
    "twitter": (date(2008, 1, 1), date(2023, 7, 31), "X was called Twitter to July 2023"),
    "x": (date(2023, 7, 23), date.max, "Twitter was renamed on 23 July 2023"),
}


def era_clues(passages: Passages, named: Named) -> Iterator[Clue]:
    """Yield what a text says of its years by words that are of some years only."""
    numbers = passages.having("era")
    told = bool(numbers) and any([entity.id == _MILESTONE for entity in named.entities])
    for number in numbers:
        text = passages.texts[number]
        renamed = _TWITTER.finditer(text) if "Twitter" in text else ()
        for match in (*_PANDEMIC.finditer(text), *renamed):
            if match.re is _TWITTER:
                era = "x" if match["later"] else "twitter"
            elif told or _PAST.search(text, max(0, match.start() - 40), match.start()):
                continue
            else:
                era = "pandemic"
            first, last, says = _ERAS[era]
            yield Clue("milestone", match[0], number, says, first, last, "span", subject=match[0])
