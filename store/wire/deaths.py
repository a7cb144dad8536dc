"""Deaths: who died when, as a clue to the year in which a text mourns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS, Interval
from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.distances import Relation
from store.wire.gazetteer import Gazetteer
from store.wire.happened import WHERE, is_past, lately
from store.wire.lexicon import counted
from store.wire.names import Named
from store.wire.printed import DAY, WEEKDAY, YEAR, has_year, read_day, spoken
from store.wire.records import Death
from store.wire.relations import distance

_KILLED: Final = r"(?:was|is|has been|had been) (?:killed|found dead|gunned down)|killed (?=in|by|when)"
DIES: Final = re.compile(
    rf"(?: of (?:the )?[A-Z]\w+(?:[’']s)?(?: [A-Z][\w’'-]+){{0,4}})?"
    rf"(?P<aside>, [^,.;]{{1,130}},|,)?(?: {WEEKDAY})? "
    rf"(?:(?P<who>who )?(?:has |had |was |is )?"
    rf"(?:(?:collapsed and )?died|dies|passed away|assassinated|shot dead)|{_KILLED})\b"
)
"""What stands behind the name of somebody of whose death it is told."""

_MOURNS: Final = re.compile(
    r"\b(?:wreaths?|condolences?|tribute|respects|mourn(?:s|ed|ing)?"
    r"|(?:memory|death|passing|funeral|burial) of)\b"
)
"""What tells between a name and `died` that it is a mourner's: `NAME laid a wreath for X, who died`."""

_MOURNED: Final = re.compile(
    r"(?:\b(?:death|passing|demise|loss|funeral|burial|memory) of"
    r"|\bcondolences? (?:book )?(?:on|over|for|to)|\bcondolence book [^.;]{2,70}? for"
    r"|\b(?:mourn(?:s|ed|ing)?|tribute to|(?:last )?respects to|farewell to))"
    r"(?: (?:the|late|former|its|their|comrade|our"
    r"|[A-Z][\w’'-]*|[a-z]+ (?=(?:of|leader|president|minister)\b)"
    r"|leader|president|prime|minister|of|secretary|general|chairman|founder|and)){0,14},? $"
)
_TOLD: Final = re.compile(r"\bannounc(?:ed|es|ing) (?:\w+ ){0,3}(?:death|passing) of (?:[\w’'-]+ ){0,6}$")
_OWN: Final = re.compile(r"^[’']s? (?:\w+ )?(?:death|passing|demise|funeral)\b")
_DAY_TOLD: Final = re.compile(
    r"[^.,;]{0,40}?(?<= )(?:late |early )?(?P<last>last |on )?(?P<day>" + "|".join(WEEKDAYS) + r")\b"
)
"""What stands behind `who died`: `late last Friday`."""

_CLAUSE: Final = re.compile(r"[^.,;]{0,60}")
"""In which a week is told, where no day is: `in the Chinese capital last week`."""

_THE_DAY: Final = re.compile(rf"\b(?:on|since) (?P<day>{DAY}), (?:the day|when) (?:[\w’'-]+ ){{0,4}}$", re.I)
"""What stands before a name: `since April 6, the day NAME died`."""

_IN: Final = re.compile(rf"^[^.;]{{0,30}}?\bon (?P<day>{DAY})(?!,? {YEAR})", re.I)
_AGO: Final = re.compile(
    r"\b(?:anniversar\w+|yearly|annual|(?<!-)years?|decades?|birth\w*|memorial|commemorat\w+|museum|since|legacy)\b",
    re.I,
)
"""What is said of those who died long ago."""

_SINCE: Final = re.compile(r"\bsince (?:[\w’'-]+ ){0,4}$|\b(?:museum|birth\w*|legacy)\b")
"""What stands before the name of somebody who died long ago."""

_NAME: Final = 8
"""So long is an aside at least that names somebody else."""

_AT_ONCE: Final = timedelta(days=2)
_FOR_DAYS: Final = timedelta(days=12)
"""So long a death is news, and so long it is mourned."""

_WEEK: Final = timedelta(days=6)
_YEAR: Final = timedelta(days=330)


def death_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield what it says that a text mourns somebody whose death is known, or prints the day of it."""
    telling = passages.having("death")
    for mention in named.mentions if telling else ():
        number = mention.paragraph
        if number not in telling or not mention.entity.startswith("person:"):
            continue
        if death := gazetteer.chronicle.deaths.get(mention.entity.replace(":?-", ":", 1)):
            yield from _mourned(death, mention, passages.texts[number], named)


def _dies(mention: Mention, right: str, named: Named) -> re.Match[str] | None:
    """Return what tells of the death of whom a mention names, not of whom the same sentence names later."""
    died = DIES.match(right)
    aside = died["aside"] if died else None
    if not (died and aside) or len(aside) < _NAME:
        return died
    last = mention.end + died.end("aside")
    others = [m for m in named.mentions if m.paragraph == mention.paragraph and mention.end < m.start < last]
    another = died["who"] and any([m.entity.startswith("person:") for m in others])
    return None if another or _MOURNS.search(aside) else died


def _mourned(death: Death, mention: Mention, text: str, named: Named) -> Iterator[Clue]:
    day, source = death.day, death.source
    begin, end = sentence_start(text, mention.start), sentence_end(text, mention.end)
    left, right = text[begin : mention.start], text[mention.end : end]
    name = text[mention.start : mention.end]
    died = _dies(mention, right, named)
    if died is None and (since := _since(right, mention, named)):
        if span := since.around(day):
            place, subject = (name, mention.paragraph), f"the death of {name}"
            says, reach = f"{name} died on {spoken(day)}", _FOR_DAYS.days
            yield Clue("death", *place, says, *span, "dated", span[0], subject, source, reach=reach)
        return
    if died and distance(left):
        return  # turnovers counts from it
    own = _OWN.search(right)
    if own and not own[0].endswith("funeral") and (apart := distance(left)):
        if span := apart.around(day):
            place, subject = (name + own[0], mention.paragraph), f"the death of {name}"
            says = f"{name} died on {spoken(day)}"
            yield Clue("death", *place, says, *span, "dated", span[0], subject, source)
        return
    if (died is None and _KILLING.search(left)) or _HIS_KILLING.match(right):
        told_as = ("death", name, mention.paragraph, f"{name} died on {spoken(day)}", day, date.max)
        yield Clue(*told_as, "floor", None, f"the death of {name}", source)
    news = died or _TOLD.search(left)
    if not (news or own or _MOURNED.search(left)):
        return
    if has_year(left + right[died.end("aside") if died and died["aside"] else 0 :]):
        return
    says = f"{name} died on {spoken(day)}"
    place, subject = (name, mention.paragraph), f"the death of {name}"
    told = _IN.search(right[died.end() if died else 0 :]) or (_THE_DAY.search(left) if died else None)
    printed = read_day(told["day"]) if told else None
    if printed and (printed.month, printed.day) == (day.month, day.day):
        yield Clue("death", *place, says, day, day + _YEAR, "dated", day, subject, source, reach=_YEAR.days)
    elif died and (ago := _DAYS_AGO.match(right, died.end())):
        then = day + timedelta(days=counted(ago["count"] or "one"))
        yield Clue("death", *place, says, then, then, "dated", then, subject, source)
    elif mention.paragraph <= 0 and not (printed and news) and not _looks_back(left, right, bool(died)):
        said = died is not None and died["who"] is not None
        days = _mourning_days(day, right[died.end() :] if said and died else None, bool(news))
        reach, exact = _FOR_DAYS.days, died is not None and not said
        if days:
            yield Clue("death", *place, says, *days, "dated", day, subject, source, reach=reach, exact=exact)


_DAYS_AGO: Final = re.compile(
    r"[^.;,]{0,30}? (?:(?P<count>a|one|two|three|four|five|\d) days? (?:earlier|before)"
    r"|the (?:day before|previous day))\b(?= (?:at|aged|in|of|from|after)\b|[,.;]|$)"
)
"""What stands behind `who died` where it is counted back: `a day earlier`, not `a day before the vote`."""

_KILLING: Final = re.compile(
    r"(?<!planned )(?<!attempted )(?<!alleged )\b(?:killing|assassination|murder) of "
    r"(?:(?:the|former|then|[a-z]+(?:-[a-z]+)?|[A-Z][\w’'-]*) ){0,6}$"
)
"""What stands before somebody whose death lies behind a text, however long."""

_HIS_KILLING: Final = re.compile(
    r"[’']s (?:killing|assassination|murder)\b(?! (?:of|attempt|plot|bid|trial of))"
)
"""The same behind the name."""


def _since(right: str, mention: Mention, named: Named) -> Relation | None:
    """Return how long after a death somebody is mourned: `for the late NAME, two days after he had died`."""
    he = _HE_DIED.search(right)
    if he is None:
        return None
    last = mention.end + he.start()
    others = [m for m in named.mentions if m.paragraph == mention.paragraph and mention.end < m.start < last]
    another = any([m.entity.startswith("person:") for m in others])
    return None if another else distance(right[: he.start("he")])


_HE_DIED: Final = re.compile(r"\b(?:days?|weeks?) after (?P<he>he|she)(?: had)? (?:died|passed away)\b")
"""What stands behind whom a text mourns."""


def _looks_back(left: str, right: str, died: bool) -> bool:
    """Tell whether a sentence speaks of a death of long ago, or of where it was."""
    if not died:
        return _AGO.search(left + right) is not None
    return WHERE.search(left) is not None or _SINCE.search(left) is not None or is_past(left, right)


def _mourning_days(day: date, said: str | None, news: bool) -> Interval | None:
    """Return on which days a death is told of.

    Args:
        said: What stands behind `who died` that is said in passing.
    """
    if said is None:
        return day, day + (_AT_ONCE if news else _FOR_DAYS)
    told = _DAY_TOLD.match(said)
    if told is None:
        clause = _CLAUSE.match(said)
        return (lately(clause[0], day) if clause else None) or (day, day + _FOR_DAYS)
    if WEEKDAYS.index(told["day"]) != day.weekday():
        return None
    after = timedelta(days=1) if told["last"] == "last " else timedelta()
    return day + after, day + after + _WEEK


OF_DEATH: Final = re.compile(
    r" of (?:the |his |her |their )?(?:death|assassination|killing|murder|passing|martyrdom)\b"
)
"""What stands behind an anniversary that is of a death."""


def remembered(
    number: int, place: tuple[int, int], named: Named, gazetteer: Gazetteer
) -> tuple[Interval | None, str]:
    """Return the day on which the one person died who is named behind the words for a death."""
    near = {m.entity for m in named.mentions if m.paragraph == number and place[0] <= m.start < place[1]}
    known = [gazetteer.chronicle.deaths.get(key.replace(":?-", ":", 1)) for key in near]
    deaths = [death for death in known if death]
    return ((deaths[0].day, deaths[0].day), deaths[0].source) if len(deaths) == 1 else (None, "")
