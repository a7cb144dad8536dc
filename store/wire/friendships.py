"""Friendships: the years since two countries have diplomatic relations, as clues.

Such an anniversary is kept through its whole year, so it tells that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from store.days import month_interval
from store.wire.ballots import countries_of
from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import NUMBERS, counted
from store.wire.names import Named
from store.wire.pasts import later
from store.wire.printed import YEAR, spoken
from store.wire.records import RECALLED
from store.wire.states import ties
from store.wire.tokens import word_set

_TIES: Final = re.compile(
    rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})(?:st|nd|rd|th|[ -]years?)? "
    r"(?:founding |establishment )?(?:anniversary (?:of|since)|of|since|after)\b(?P<whose>[^.;]{0,90}?)"
    r"\b(?:diplomatic|bilateral) (?:relations|ties|relationship|links)\b",
    re.I,
)
_AHEAD: Final = re.compile(
    r"\b(?:towards?|ahead of|prepar\w+|upcoming|forthcoming|next year|will (?:mark|celebrate))\b[^.;]{0,60}$",
    re.I,
)
_THIS_MONTH: Final = re.compile(r"[^.;]{0,30}\bthis month\b")
_YEARS: Final = re.compile(YEAR)
"""A sentence that prints a year may count from another day, unless it is the year that is counted to."""

_THEN: Final = re.compile(rf"[^.;,]{{0,40}}? in (?:the year )?{YEAR}")
"""What stands behind an anniversary that may be ahead: `on the 70th anniversary of their ties in 2020`."""

_YEAR: Final = 366


def friendship_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what it says that a text counts the years of two countries' relations."""
    for number in passages.having("ties"):
        text, line = passages.texts[number], passages.lines[number]
        for at in line.among(_HEADS):
            front = 2 if at and line.folds[at - 1] in _WORDS else 1
            match = _TIES.match(text, line.starts[max(0, at - front)])
            begin, end = sentence_start(text, line.starts[at]), sentence_end(text, line.starts[at])
            if match:
                options = [*_options(match, number, text[begin : match.start()], named, gazetteer)]
                years = {int(year) for year in _YEARS.findall(text, begin, end)}
                own = len(years) == 1 and not _THEN.match(text, match.end())
                yield from one_of([o for o in options if not years or (own and o.latest.year in years)])


_NAMED_YEAR: Final = re.compile(
    rf"\bYear (?:of [^\d]{{3,60}} )?(?P<behind>{YEAR})$|^(?P<front>{YEAR}) .*\bYear\b"
)
_NOT_YET: Final = re.compile(
    r"\b(?:launch\w*|open(?:s|ed|ing)|kick\w*|inaugurat\w*|designat\w*|declar\w*|announc\w*|plan\w*|prepar\w*"
    r"|ahead|towards?|upcoming|last year|next year)\b",
    re.I,
)
"""What a text may say of such a year before it begins, or long after it."""

_AFTER_IT: Final = timedelta(days=31)
"""So long after its end such a year is closed at the latest."""


def named_years(passages: Passages, named: Named) -> Iterator[Clue]:
    """Yield what the name of a year of friendship says in a lead: it is told of until it is closed."""
    for entity in [e for e in named.entities if e.kind == "event" and "Year" in e.name]:
        told = _NAMED_YEAR.search(entity.name)
        mention = next((m for m in named.mentions if m.entity == entity.id and m.paragraph >= 0), None)
        if told is None or mention is None or mention.paragraph > 0:
            continue
        text, year = passages.texts[mention.paragraph], int(told["behind"] or told["front"])
        if _NOT_YET.search(text, sentence_start(text, mention.start), sentence_end(text, mention.end)):
            continue
        first, last = date(year, 1, 1), date(year, 12, 31) + _AFTER_IT
        quote = text[mention.start : mention.end]
        told_as = ("anniversary", quote, mention.paragraph, f"kept in {year}", first, last)
        yield Clue(*told_as, "dated", last, f"the {quote}", reach=_LONG)


_LONG: Final = 400
"""So many days before its last it may be told of."""

_HEADS: Final = word_set("anniversary years year")
_WORDS: Final = word_set("founding establishment")
"""What may stand between them and their number."""


def _options(
    match: re.Match[str], number: int, left: str, named: Named, gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield what it says for each two of the countries named in the words, or else in the text."""
    told = countries_of(match["whose"].replace("-", " ").replace("–", " ").split(), gazetteer)
    if len(told) != 2:
        told = {e.country for e in named.entities if e.country and e.kind in ("place", "party", "person")}
    count = counted(match["count"])
    for one, other in combinations(sorted(told), 2):
        begun = ties(one, other)
        if begun is None or count < 2:
            continue
        day = later(begun, count)
        first, last = date(day.year, 1, 1), date(day.year, 12, 31)
        if _THIS_MONTH.match(match.string, match.end()):
            first, last = month_interval(day.year, day.month)
        elif _AHEAD.search(left):
            first, last = date(day.year - 1, 1, 1), day
        says = f"{count} years from {spoken(begun)}, when {one} and {other} took up relations"
        subject, place = "the anniversary of their relations", (match[0], number)
        near = min(max(day, first), last)
        yield Clue("anniversary", *place, says, first, last, "dated", near, subject, RECALLED, reach=_YEAR)
