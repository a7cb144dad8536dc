"""Leads: the day that a text itself gives for its main event, as far as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from store.article import STANDFIRST
from store.days import WEEKDAYS
from store.wire.asides import before, is_another, is_aside, tells_of_another
from store.wire.feasts import feast_in
from store.wire.hints import MONTH_WORDS, WEEKDAY_WORDS
from store.wire.layout import Layout
from store.wire.printed import (
    DAY,
    MONTH,
    YEAR,
    PrintedDay,
    find_days,
    is_of_strange_year,
    read_day,
)
from store.wire.tokens import Line, word_set

FIRST_YEAR: Final = 1945
"""No event of ours is older."""

LAST_YEAR: Final = 2100
"""Nor is any later."""

DAY_PRINTED: Final = re.compile(rf"(?<![\w-]){DAY}", re.I)
"""A day in words, wherever it stands."""

_MONTH: Final = re.compile(rf"(?<=\bin )(?:early |late |mid-?)?(?P<month>{MONTH},? {YEAR})", re.I)
_WEEKDAY: Final = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!['’]s)")
_WON_ON: Final = re.compile(
    r"\b(?:(?:won|wins|lost|swept|sweeps|clinched|at|during|of(?= \w+['’]s (?:opening|closing) "
    rf"(?:ceremony|session)\b)) (?P<weekday>{'|'.join(WEEKDAYS)})['’]s\b"
    rf"|(?:in|of|from) (?P<held>{'|'.join(WEEKDAYS)})['’]s (?:[\w-]+ ){{0,3}}(?:primary|primaries|vote|ballot"
    r"|run-?off|(?:first|second|final) round|referendum|polls?|(?:by-?)?elections?)\b)"
)
"""How a lead tells its event by the day alone: `won Wednesday's vote`."""

_COUNTED: Final = re.compile(
    r"\b(?:results?|figures|tall(?:y|ies)|counts?|returns|commission|officials?) (?:(?:also|later|then) )?"
    r"(?:show(?:s|ed)|said|announced|confirmed|declared|indicated) (?:on |\w+day,? )?$"
)
"""What stands before the day on which a vote of a weekday was counted: `final figures showed on`."""

_VOTED_ON: Final = re.compile(
    rf"^(?:[\"“]?(?:The )?(?:results? of )?)(?P<weekday>{'|'.join(WEEKDAYS)})['’]s (?:[a-z-]+ ){{0,3}}"
    r"(?:election|elections|vote|by-election|poll|polls|ballot|referendum|run-?off)\b"
)
"""How a later paragraph begins that tells the day of the vote that the lead tells the outcome of."""

_OUTCOME: Final = re.compile(
    r"\b(?:w[io]ns?|winning|swe(?:ep|pt)|lost|loses?|retain(?:s|ed)|elect(?:s|ed)|re-?elect(?:s|ed)|defeat(?:s|ed)"
    r"|beat|majority|victory|landslide|voters|results?|leads?|led|leading|ahead|first)\b",
    re.I,
)

_TO: Final = re.compile(rf" (?:to|through|until) (?P<last>{'|'.join(WEEKDAYS)})\b")
_TODAY: Final = re.compile(
    r"\b(?:(?P<today>today|this (?:morning|afternoon|evening|noon)|tonight|earlier in the day)"
    r"|(?P<yesterday>yesterday|last (?:night|evening)))\b",
    re.I,
)
_TOLD_ON: Final = re.compile(
    r"^(?:The|This|At the|Their|Both) [^.;\"“]{3,60} "
    r"(?:(?:was|were) (?:reached|held|signed|made|conveyed)|took place|met)"
    r"(?: (?:here|in [A-Z]\w+(?: [A-Z]\w+)?))?,? "
    r"(?P<when>today|this (?:morning|afternoon|evening)|yesterday|last evening)\b"
)
"""How a second paragraph begins that tells the day of what the lead tells of."""

_SENTENCE: Final = re.compile(r"(?<=[^\W\d_]{3})[.!?][”\"’]? ?(?=[A-Z])")
_OLDER: Final = re.compile(
    r"\b(?:after|following|since|by|over|from)\b[^.;]{0,60}\b(?:defeat|victory|win|loss|rout|drubbing|landslide|deal|talks"
    r"|meeting|summit|attack|killing|arrest|ouster|coup|resignation|death|verdict|ruling|decision|protest)s?\b"
    r"[^.;]{0,50}$",
    re.I,
)
"""What tells of an older day in a sentence that gives its weekday first: `after a heavy defeat on May 3`."""

_RELATIVE: Final = re.compile(
    r", (?:which|who|whom|whose) [^,;]{3,80}$|\b(?:that|which) (?:began|started|opened|ended) (?:on )?$"
)
"""What makes a weekday that of a clause between commas: `which a court dissolved on Wednesday,`."""

_ELECTED: Final = re.compile(
    r", (?:who (?:was |had been |took |won )?|newly )?(?:elected|re-elected|appointed|named|sworn in"
    r"|chosen|office)\b[^,.;]*$"
)
"""What tells of the day on which somebody took office, who then does something else."""


_HELD: Final = re.compile(
    r", (?:which (?:was |had been )?)?(?:held|convened|concluded|closed|ended|took place)\b[^,.;]*$"
)
"""What tells of the days of a gathering of which a lead speaks: `the congress, held in Hue from May 2`."""


def _is_of_a_clause(text: str, line: Line, at: int) -> bool:
    """Tell whether a day is that of a gathering told of today: `today heard of the congress, held on`."""
    if _TODAY_WORDS.isdisjoint(line.vocabulary) or not _TODAY.search(text, 0, at):
        return False
    return _HELD.search(before(text, at)) is not None


class Lead(NamedTuple):
    """The time of the main event as the text prints it."""

    quote: str
    paragraph: int
    day: PrintedDay | None = None
    weekday: int | None = None
    """As in `date.weekday()`."""
    weekday_quote: str = ""
    until: int | None = None
    """The weekday on which it ended: `from Saturday to Tuesday`."""
    ago: int | None = None
    """0 for today, 1 for yesterday."""


def find_lead(layout: Layout, lines: Mapping[int, Line], oldest: int, *, dated: bool) -> Lead | None:
    """Return the day of the main event as the first paragraphs print it, or None if they print none.

    Args:
        lines: The paragraphs in tokens.
        oldest: What happened before this year is history.
        dated: Whether a day with its year stands above the text, for which a second paragraph may tell
            the weekday, too.
    """
    for number, text in _first_paragraphs(layout):
        if number == 0 and (spoken := _spoken_below(text, layout, lines)):
            return spoken
        leading = number <= 0 or (dated and number == 1)
        lead = _in_paragraph(text, lines[number], oldest, leading=leading) if number in lines else None
        below = number > 0 and lead is not None and lead.ago is None
        if lead and not (below and (tells_of_another(text, lead.quote) if lead.day else not leading)):
            return lead
        if number == 1 and (voted := _VOTED_ON.match(text)) and _OUTCOME.search(layout.body[0][:400]):
            day = voted["weekday"]
            return Lead(day, number, None, WEEKDAYS.index(day), day)
    return None


def _spoken_below(lead: str, layout: Layout, lines: Mapping[int, Line]) -> Lead | None:
    """Return the weekday with which a second paragraph begins, if the lead gives only that of the telling."""
    both = [lines[number].vocabulary for number in (0, 1) if number in lines]
    if len(both) < 2 or any([WEEKDAY_WORDS.isdisjoint(words) for words in both]):
        return None
    first = _WEEKDAY.search(lead)
    if first is None or not _TOLD_BY.search(before(lead, first.start())):
        return None
    below = _BEGINS.match(layout.body[1])
    if below is None or is_aside(layout.body[1], lines[1], below.start("weekday")):
        return None
    day = below["weekday"]
    return Lead(day, 1, None, WEEKDAYS.index(day), day)


_TOLD_BY: Final = re.compile(
    r"\b(?:media|television|TV|radio|newspapers?|dail(?:y|ies)|agency|broadcaster|KCNA|Sinmun)"
    r"(?: \([A-Z]+\))? (?:said|reported|announced|showed|confirmed)(?: on| early| late)? $"
)
"""What stands before the day on which somebody told of the event: `state media said Friday`."""

_BEGINS: Final = re.compile(
    rf"(?:He|She|It|They|The [^.;,]{{3,30}}|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}) "
    rf"(?:(?!said|told|reported)[a-z]+ ){{1,3}}?on (?P<weekday>{'|'.join(WEEKDAYS)})\b(?!['’]s)"
)
"""How a paragraph begins that tells the day of what the lead tells of: `Kim spoke on Thursday`."""


def _first_paragraphs(layout: Layout) -> Iterator[tuple[int, str]]:
    if layout.body:
        yield 0, layout.body[0][:4000]
    if layout.standfirst:
        yield STANDFIRST, layout.standfirst[:4000]
    for number, text in enumerate(layout.body[1:3], 1):
        yield number, text[:4000]


def _in_paragraph(text: str, line: Line, oldest: int, *, leading: bool) -> Lead | None:
    number = line.number
    weekday, own = _weekday(text, line)
    on = WEEKDAYS.index(weekday["weekday"]) if weekday else None
    told = weekday["weekday"] if weekday else ""
    for match in find_days(DAY_PRINTED, text, line):
        day = read_day(match[0])
        if day and not _is_history(text, match, day, oldest) and not is_another(line, match, day):
            if weekday and own and leading and _opens(text, weekday, match.start()):
                break
            if weekday and _is_older(text, weekday, match):
                continue
            if leading and _is_of_a_clause(text, line, match.start()):
                continue
            if leading and _COUNTED.search(before(text, match.start())) and (vote := _won_on(text)):
                return vote._replace(paragraph=number)
            beside = weekday is not None and _beside(weekday, match)
            return Lead(match[0], number, day, on if beside else None, told if beside else "")
    if not leading:
        return _told_on(text, line)
    if weekday and own:
        to = _TO.match(text, weekday.end())
        return Lead(told, number, None, on, told, WEEKDAYS.index(to["last"]) if to else None)
    if weekday is None and (vote := _won_on(text)):
        return vote._replace(paragraph=number)
    if today := None if _TODAY_WORDS.isdisjoint(line.vocabulary) else _TODAY.search(text):
        return Lead(today[0], number, ago=1 if today["yesterday"] else 0)
    if feast := feast_in(text, line):
        match, day = feast
        return None if is_aside(text, line, match.start()) else Lead(match["feast"], number, day)
    return None if line.vocabulary.isdisjoint(MONTH_WORDS) else _in_month(text, line, oldest)


def _won_on(text: str) -> Lead | None:
    """Return the weekday of the vote of which a lead tells the outcome: `beat NAME in Sunday's primary`."""
    won = _WON_ON.search(text) if "day’s" in text or "day's" in text else None
    if won is None or (won["held"] and not (won[0].startswith("in") or _OUTCOME.search(text))):
        return None
    its_day = won["weekday"] or won["held"]
    return Lead(its_day, 0, None, WEEKDAYS.index(its_day), its_day)


def _in_month(text: str, line: Line, oldest: int) -> Lead | None:
    """Return the month that a lead prints with its year."""
    month = _MONTH.search(text) if "19" in text or "20" in text else None
    day = read_day(month["month"]) if month else None
    if month is None or day is None or not day.year or day.year < max(FIRST_YEAR, oldest):
        return None
    return None if is_aside(text, line, month.start("month")) else Lead(month["month"], line.number, day)


_TODAY_WORDS: Final = word_set("today this tonight earlier yesterday last")


def _told_on(text: str, line: Line) -> Lead | None:
    """Return when a meeting of which the lead told took place: `was reached here yesterday`."""
    told = None if line.number != 1 or _TODAY_WORDS.isdisjoint(line.vocabulary) else _TOLD_ON.match(text)
    return (
        Lead(told["when"], 1, ago=1 if told["when"] in ("yesterday", "last evening") else 0) if told else None
    )


def _is_older(text: str, weekday: re.Match[str], day: re.Match[str]) -> bool:
    """Tell whether a sentence gives its weekday, and a day only of something older."""
    if weekday.end() < day.start():
        return _OLDER.search(before(text, day.start())) is not None
    later = weekday.start() > day.end() + 3 and ". " not in text[day.end() : weekday.start()]
    return later and _ELECTED.search(before(text, day.start())) is not None


def _weekday(text: str, line: Line) -> tuple[re.Match[str] | None, bool]:
    """Return the first weekday that the event may have happened on, else the first one, and which it is."""
    first, folds = None, line.folds
    if line.vocabulary.isdisjoint(WEEKDAY_WORDS):
        return first, False
    for at in [at for at in line.capitals if folds[at] in WEEKDAY_WORDS]:
        if match := _WEEKDAY.match(text, line.starts[at]):
            closed = text.startswith(",", match.end()) or _tells_today(text, line, match)
            closed = closed and _RELATIVE.search(before(text, match.start())) is not None
            if not closed and not is_aside(text, line, match.start()):
                return match, True
            first = first or match
    return first, False


def _tells_today(text: str, line: Line, weekday: re.Match[str]) -> bool:
    """Tell whether `yesterday` stands before a weekday in its sentence, which a clause tells the day of."""
    if _TODAY_WORDS.isdisjoint(line.vocabulary):
        return False
    return _TODAY.search(text, text.rfind(". ", 0, weekday.start()) + 1, weekday.start()) is not None


def _opens(text: str, weekday: re.Match[str], day: int) -> bool:
    """Tell whether a weekday stands in the first sentence and a day in a later one, which tells of more."""
    first = _SENTENCE.search(text)
    return first is not None and weekday.end() <= first.start() < day


def _is_history(text: str, match: re.Match[str], day: PrintedDay, oldest: int) -> bool:
    """Tell whether a day is of a year in which no main event of a text lies."""
    if day.year is None:
        return is_of_strange_year(text, match.end())
    return not max(FIRST_YEAR, oldest) <= day.year <= LAST_YEAR


def _beside(weekday: re.Match[str], day: re.Match[str]) -> bool:
    """Tell whether a weekday is that of a printed day: `Wednesday, March 20`, `March 20 (Wednesday)`."""
    return -14 < weekday.end() - day.start() <= 0 or 1 <= weekday.start() - day.end() <= 2
