"""Chairs: which country has the chair of an alliance, or sits in a council, as a clue to the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Final

from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.names import Named
from store.wire.printed import has_year, spoken
from store.wire.records import RECALLED
from store.wire.tokens import word_set

_YEARLY: Final[Mapping[str, str]] = {
    "ASEAN": "2010 VN ID KH BN MM MY LA PH SG TH VN BN KH ID LA MY PH",
    "APEC": "2006 VN AU PE SG JP US RU ID CN PH PE VN PG CL MY NZ TH US PE KR CN",
    "BRICS": "2012 IN ZA BR RU IN CN ZA BR RU IN CN ZA RU BR IN",
    "G20": "2009 GB KR FR MX RU AU TR CN DE AR JP SA IT ID IN BR ZA US",
    "G7": "2011 FR US GB BE DE JP IT CA FR US GB DE JP IT CA FR",
}
"""The countries that have the chair, from a first year on one each year."""

_HALF_YEARLY: Final = (
    "2000 PT FR SE BE ES DK GR IT IE NL LU GB AT FI DE PT SI FR CZ SE ES BE HU PL DK CY IE LT GR IT LV LU NL "
    "SK MT EE BG AT RO FI HR DE PT SI FR CZ SE ES BE HU PL DK CY IE"
)
"""The countries that preside over the Council of the European Union, each for half a year."""

_CHAIR: Final = re.compile(
    r"(?P<before>(?:rotating |current |this year['’]s |pro tempore )*)(?:chair(?:man|manship)? of (?:the )?)?"
    r"\b(?P<body>ASEAN|APEC|BRICS|G-?20|G-?7|EU|European Union)(?:['’]s)?(?: Council)?(?: of [A-Z]\w+)?"
    r" (?:rotating |current )?(?:[Cc]hair(?:man|manship|ship)?|[Pp]residency)\b(?! (?:next|in|for|of) )"
    r"|\b(?:[Cc]hair(?:manship|ship)?|[Pp]residency|presides) (?:of|over) (?:the )?(?:Council of the )?"
    r"(?P<body2>ASEAN|APEC|BRICS|G-?20|G-?7|EU|European Union)\b"
    r"(?=[,.;)]|$| Council| and | is | has | which | this year)"
)
_BODIES: Final = word_set("asean apec brics g g20 g7 eu european")
"""One of these stands in the name of every such body: looked for first, because it is found fast."""

_NOT_NOW: Final = re.compile(
    r"\b(?:next|will|would|upcoming|ahead|future|then|last|past|former|previous|when|during|held|takes? over"
    r"|prepar\w+|after|before)\b",
    re.I,
)
_NEAR: Final = 60
"""So many letters from the chair the country is named that has it."""


def chair_clues(passages: Passages, named: Named) -> Iterator[Clue]:
    """Yield when the countries that a text names had the chair that it says they have."""
    for number in passages.having("chair"):
        text = passages.texts[number]
        for match in () if _BODIES.isdisjoint(passages.lines[number].vocabulary) else _CHAIR.finditer(text):
            begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
            if has_year(text[begin:end]) or _NOT_NOW.search(text, begin, end):
                continue
            body = (match["body"] or match["body2"]).replace("-", "").replace("European Union", "EU")
            near = max(begin, match.start() - _NEAR), min(end, match.end() + _NEAR)
            held = _held(body, _country(named, number, near))
            yield from one_of([_clue(match[0], number, body, *span) for span in held])


def _country(named: Named, number: int, near: tuple[int, int]) -> str | None:
    """Return the one country that is named near by."""
    places = {
        m.entity for m in named.mentions if m.paragraph == number and near[0] <= m.start and m.end <= near[1]
    }
    codes = {e.country for e in named.entities if e.kind == "place" and e.id in places and e.country}
    return codes.pop() if len(codes) == 1 else None


def _held(body: str, country: str | None) -> Sequence[tuple[date, date]]:
    return _terms().get((body, country or ""), ())


@cache
def _terms() -> Mapping[tuple[str, str], list[tuple[date, date]]]:
    """Return when each country had the chair of each alliance."""
    found: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for body, table in _YEARLY.items():
        first, *countries = table.split()
        for year, country in enumerate(countries, int(first)):
            start = date(year - 1, 12, 1) if body == "G20" else date(year, 1, 1)
            last = date(year, 11, 30) if body == "G20" else date(year, 12, 31)
            found.setdefault((body, country), []).append((start, last))
    first, *countries = _HALF_YEARLY.split()
    for half, country in enumerate(countries):
        year, late = int(first) + half // 2, half % 2
        start = date(year, 7, 1) if late else date(year, 1, 1)
        last = date(year, 12, 31) if late else date(year, 7, 1) - timedelta(days=1)
        found.setdefault(("EU", country), []).append((start, last))
    return found


def _clue(quote: str, number: int, body: str, first: date, last: date) -> Clue:
    says = f"had the chair of {body} from {spoken(first)} to {spoken(last)}"
    return Clue("milestone", quote, number, says, first, last, "span", None, f"the chair of {body}", RECALLED)
