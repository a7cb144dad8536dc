"""Eras: words that are printed in some years only: of an epidemic, or of a service that was renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from store.wire.clues import Clue, Passages
from store.wire.names import Named
from store.wire.printed import YEAR

_PANDEMIC: Final = re.compile(r"\b(?:coronavirus|covid(?:-19)?)\b", re.I)
_EARLIER: Final = re.compile(
    r"\b(?:(?P<sars>SARS(?![-–]|'s? successor| virus)|[Ss]evere [Aa]cute [Rr]espiratory [Ss]yndrome)"
    r"|(?P<swine>[Ss]wine [Ff]lu|[AH](?:/|\(| )?H1N1\)?))"
)
"""The epidemics of 2003 and 2009, which later texts name as history only."""

_DATED: Final = re.compile(rf"[^.;]{{0,40}}?\b{YEAR}")
_PAST: Final = re.compile(
    r"\b(?:post|after|since|recover\w*|following|during|despite|hit by|remember\w*|memor\w*|before|pre)\b"
    r"[^.;,]{0,24}$",
    re.I,
)
"""What stands before an epidemic that may be over."""

_MILESTONE: Final = "event:covid-19"
"""Where a text names it, it is a milestone's clue."""

_TWITTER: Final = re.compile(r"(?P<later>(?:formerly|previously)(?: known as| called)? |then )?\bTwitter\b")

_TENURE: Final = re.compile(
    r"(?P<first>20\d\d) ?[-–] ?(?P<last>(?:20)?\d\d) (?P<word>tenure|term|legislature)\b(?! plan)"
)
"""A term of years that a text is of: `the 2021-2026 tenure`."""

_APPOINTED: Final = re.compile(r"[^.;]{0,30}\bthis year\b")

_ERAS: Final = {
    "pandemic": (date(2020, 1, 20), date(2023, 5, 31), "COVID-19 was fought from January 2020 to May 2023"),
    "sars": (date(2003, 3, 15), date(2003, 8, 31), "SARS was fought from March to August 2003"),
    "swine": (date(2009, 4, 24), date(2010, 8, 31), "swine flu was fought from April 2009 to August 2010"),
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
        later = list(_PANDEMIC.finditer(text))
        earlier = () if later or told else _EARLIER.finditer(text)
        for match in (*later, *earlier, *renamed):
            if match.re is _TWITTER:
                era = "x" if match["later"] else "twitter"
            elif told or _is_past(match):
                continue
            else:
                era = match.lastgroup or "pandemic"
            first, last, says = _ERAS[era]
            yield Clue("milestone", match[0], number, says, first, last, "span", subject=match[0])
        for match in _TENURE.finditer(text):
            yield from _of_tenure(match, number)


def _is_past(epidemic: re.Match[str]) -> bool:
    """Tell whether an epidemic may be over, by the words before it or a year behind it."""
    if _PAST.search(epidemic.string, max(0, epidemic.start() - 40), epidemic.start()):
        return True
    return epidemic.re is _EARLIER and _DATED.match(epidemic.string, epidemic.end()) is not None


def _of_tenure(match: re.Match[str], number: int) -> Iterator[Clue]:
    """Yield what it says that a text tells of a term of years: it is of one of them, or not long before."""
    begun, ends = int(match["first"]), int(match["last"]) % 100 + 2000
    if 1 < ends - begun <= 6:
        first, last = date(begun - 1, 7, 1), date(ends, 12, 31)
        if _APPOINTED.match(match.string, match.end()):
            first, last = date(begun, 1, 1), date(begun, 12, 31)
        says = f"the {match['word']} of {begun} to {ends}"
        yield Clue("milestone", match[0], number, says, first, last, "span", subject=f"the {match[0]}")
