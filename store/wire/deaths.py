"""Deaths: who died when, as a clue to the year in which a text mourns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from store.article import Mention
from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.gazetteer import Gazetteer
from store.wire.names import Named
from store.wire.printed import DAY, WEEKDAY, YEAR, has_year, read_day, spoken
from store.wire.records import Death

DIES: Final = re.compile(
    rf"(?:, [^,.;]{{1,130}},|,)?(?: {WEEKDAY})? (?P<who>who )?(?:has |had |was |is )?"
    r"(?:died|dies|passed away|assassinated|shot dead)\b"
)
"""What stands behind the name of somebody of whose death it is told."""

_MOURNED: Final = re.compile(
    r"(?:\b(?:death|passing|demise|loss|funeral|burial) of|\bcondolences? (?:book )?(?:on|over|for|to)"
    r"|\b(?:mourn(?:s|ed|ing)?|tribute to))"
    r"(?: (?:the|late|former|its|their|comrade|our"
    r"|[A-Z][\w’'-]*|[a-z]+ (?=(?:of|leader|president|minister)\b)"
    r"|leader|president|prime|minister|of|secretary|general|chairman|founder|and)){0,14},? $"
)
_TOLD: Final = re.compile(r"\bannounc(?:ed|es|ing) (?:\w+ ){0,3}(?:death|passing) of (?:[\w’'-]+ ){0,6}$")
_OWN: Final = re.compile(r"^[’']s? (?:\w+ )?(?:death|passing|demise|funeral)\b")
_THE_DAY: Final = re.compile(rf"\b(?:on|since) (?P<day>{DAY}), (?:the day|when) (?:[\w’'-]+ ){{0,4}}$", re.I)
"""What stands before a name: `since April 6, the day NAME died`."""

_IN: Final = re.compile(rf"^[^.;]{{0,30}}?\bon (?P<day>{DAY})(?!,? {YEAR})", re.I)
_AGO: Final = re.compile(
    r"\b(?:anniversar\w+|years?|decades?|birth\w*|memorial|commemorat\w+|museum|since|legacy)\b", re.I
)
"""What is said of those who died long ago."""

_AT_ONCE: Final = timedelta(days=2)
_FOR_DAYS: Final = timedelta(days=12)
"""So long a death is news, and so long it is mourned."""

_YEAR: Final = timedelta(days=330)


def death_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what it says that a text mourns somebody whose death is known, or prints the day of it."""
    telling = passages.having("death")
    for mention in named.mentions if telling else ():
        number = mention.paragraph
        if number not in telling or not mention.entity.startswith("person:"):
            continue
        if death := gazetteer.chronicle.deaths.get(mention.entity.replace(":?-", ":", 1)):
            yield from _mourned(death, mention, passages.texts[number])


def _mourned(death: Death, mention: Mention, text: str) -> Iterator[Clue]:
    day, source = death.day, death.source
    begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
    left, right = text[begin : mention.start], text[mention.end : end]
    name = text[mention.start : mention.end]
    died = DIES.match(right)
    news = died or _TOLD.search(left)
    if not (news or _MOURNED.search(left) or _OWN.search(right)) or has_year(left + right):
        return
    says = f"{name} died on {spoken(day)}"
    place, subject = (name, mention.paragraph), f"the death of {name}"
    told = _IN.search(right[died.end() if died else 0 :]) or (_THE_DAY.search(left) if died else None)
    printed = read_day(told["day"]) if told else None
    if printed and (printed.month, printed.day) == (day.month, day.day):
        yield Clue("death", *place, says, day, day + _YEAR, "dated", day, subject, source, reach=_YEAR.days)
    elif mention.paragraph <= 0 and not (printed and news) and not _AGO.search(left + right):
        said = died is not None and died["who"] is not None
        last = day + (_AT_ONCE if news and not said else _FOR_DAYS)
        reach, exact = _FOR_DAYS.days, died is not None and not said
        yield Clue("death", *place, says, day, last, "dated", day, subject, source, reach=reach, exact=exact)
