"""Takings: who takes an office, by the words around a name, as clues to the year of a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from store.article import Mention
from store.days import MONTHS, WEEKDAYS
from store.wire.ballots import is_by_voters
from store.wire.bearers import Bearer
from store.wire.clues import Clue, Weight, first_between, one_of
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import ordinal
from store.wire.oaths import AGAIN, SWORN, is_another_oath, is_anothers, is_other_way, is_relation
from store.wire.printed import DAY, MONTH_NAME, YEAR, read_day, spoken
from store.wire.records import Person, Term
from store.wire.taken_terms import is_lesser, taken_terms
from store.wire.taken_when import VOTED, choice, is_earlier, told_span
from store.wire.victories import ON_WEEKDAY
from store.wire.winners import FOLLOWED, LOSER, is_ruling

_CHANGE: Final = re.compile(
    r"\b(?<!re-)(?<![-–])(?:w(?:on|ins) (?=[^.;]{0,40}\b(?:contest|race|vote|ballot|election)"
    r" (?:to lead|as)\b|[^.;]{0,40}\bleadership (?:race|contest|election|vote|ballot|battle)\b)"
    r"|(?:won|wins|clinche[sd]|secure[sd]) (?=the (?:presidency|leadership|chairmanship) of\b)"
    r"|(?<!newly[ -])"
    r"(?<!\ban )(?<!\bthe )(?<!directly )(?<!democratically )elected"
    r"|(?P<anew>re-?elect(?:s|ed))|elects?|chosen|(?:choose[sn]?|chose)(?! (?:between|from|among))"
    r"|pick(?:s|ed)|crowned|anointed|install(?:s|ed)"
    r"|appointed|named(?! (?:after|for)\b)|sworn[- ]in(?:to office)?"
    r"|(?:made|selected|(?:unveiled|announced|voted in) as) "
    r"(?=(?:(?!of|in|by)[\w’'-]+ ){0,6}(?:leader|chair(?:man|woman)?|head|president|secretary)\b)"
    r"|(?:(?<=was )|(?<=been ))endorsed "
    r"(?=[^.;,]{0,60}\bas (?:[\w’'-]+ ){0,4}(?:leader|chair|head|president))"
    r"|became|becomes|becoming|(?<=has )become|(?<=have )become"
    r"|(?:came|swept|carried|voted) (?:in)?to (?:office|power)"
    r"|swept to (?=the (?:party )?leadership of\b)"
    r"|(?:confirm|approv)(?:s|es|ed) (?=[^.;,]{3,40} as\b)|(?:confirm|approv)ed as"
    r"|took office|took (?:the |his |her )?oath|inauguration of|takes over|taking over|took over|assumed"
    r"|inaugurated|election as|succeed(?:s|ed|ing)|acclaimed"
    r"|declared (?=(?:the |its |their )?(?:new |national )?"
    r"(?:chair\w*|leader|president|general secretary)\b(?!-elect))"
    r"|t(?:akes|ook) (?:the )?(?:helm|reins))\b",
    re.I,
)

_VOTES: Final = re.compile(r"won |(?:re-?)?elect(?:s|ed)|election|declared", re.I)
"""The words for taking an office that are said of a vote or its count, too."""

_CHOICE: Final = re.compile(
    r"won |wins|clinch|secure|elect|cho|pick|crown|anoint|install|made|select"
    r"|unveil|voted in|named|appoint|confirm|approv|acclaim",
    re.I,
)
"""Those that are said of a choice, which may be days older than the office."""

_YEAR: Final = re.compile(rf"{YEAR}(?!s\b)")

_OF_TENURE: Final = re.compile(r"(?:\d{4} ?[-–] ?)?\d{4} (?:tenure|term|mandate)\b")
"""The years of a term of which an office is taken: `for the 2011-2016 tenure`."""

_ELSEWHEN: Final = re.compile(
    r"\b(?:since|ahead of|before|until|till|by|towards?|born|founded|next)\b[^,.;]{0,40}$", re.I
)
"""What stands before the year of something else: `than at any time since 1977`."""

_MONTH: Final = re.compile(
    rf"\b(?:in|since|last) (?:early |late |mid-)?(?P<month>{MONTH_NAME})\b(?! \d)(?P<last> last year)?"
)

_ANEW: Final = re.compile(r"\bfor (?:the|a) (?:second|third|fourth|fifth|sixth|\d+th) (?:\w+ )?time\b")
"""The same as `AGAIN`, of an office of which only the first day may be known."""

_SURE: Final = 400
"""An office taken within so many days of the event dates it; one taken long ago says little."""

_NEAR: Final = 60
"""So many letters around a name it is said that its bearer takes an office."""

_ELECT: Final = re.compile(r"[^,.;]{0,60}[a-z]-(?:elect|designate)\b")
"""What stands behind the change of somebody who takes no office yet: `named NAME president-elect`."""

_APPOSED: Final = re.compile(
    r"(?:, (?!who\b)[^,.;]{3,100},| of (?:the )?[A-Z][^,.;]{2,80}\([A-Z-]{2,9}\))"
    r" (?=(?:was|has|had|is|became|took|will|won)\b)"
)
"""What may stand between a name and its verb."""


def taking_clues(
    bearer: Bearer, places: Sequence[int], named: Sequence[Mention], gazetteer: Gazetteer
) -> Iterator[Clue]:
    """Yield a clue for an office that a person takes in the sentence of a mention.

    Args:
        places: Where in the passage words stand that may say so.
    """
    person, mention, text, begin, end = bearer
    first = max(begin, mention.start - _NEAR)
    if first_between(places, first, end) is None:
        return
    apposed = _APPOSED.match(text, mention.end, end)
    behind = apposed.end() if apposed else mention.end
    last = _word_end(text, min(end, behind + _NEAR), end)
    near = places[bisect_left(places, first) : bisect_left(places, last)]
    change = next(filter(None, [_CHANGE.match(text, at, last) for at in near]), None)
    if (
        change is None
        or _has_year(text, (begin, end), change, mention)
        or is_anothers(change, mention, named, behind)
        or is_other_way(change, mention, text)
        or (text.startswith(",", mention.end) and is_relation(mention, (begin, change.start()), text, named))
    ):
        return
    if _ELECT.match(text, change.end(), end):
        return  # whoever is `named president-elect` takes the office later
    if text.find(";", min(change.start(), mention.start), max(change.end(), mention.end)) >= 0:
        return
    said_behind = change.start() >= mention.end
    if said_behind and is_lesser(text, change.end(), end):
        return
    ahead = change.end() if change.end() <= mention.start else begin
    if LOSER.search(text, ahead, mention.start) or FOLLOWED.search(text, ahead, mention.start):
        return
    terms = taken_terms(bearer, change, gazetteer)
    if not terms:
        return
    around = text[max(begin, first) : min(end, last + _NEAR)]
    days = _not_again(_oaths(person, terms, around), bearer, change, around, gazetteer)
    days = _on_printed_day(days, text, (change.end(), min(end, change.end() + _NEAR)))
    for clue in one_of([c for t, day in days if (c := _taken(bearer, t, day, change))]):
        voted = _VOTES.match(change[0]) and any([is_by_voters(t, person.country, gazetteer) for t in terms])
        by_house = _BY_A_HOUSE.search(text, change.end(), end) or _A_HOUSE.search(text, begin, change.start())
        chosen = by_house and change[0].lower().startswith("elect")
        if chosen and clue.near and any([_is_head_of_state(t, person, gazetteer) for t in terms]):
            clue = clue._replace(earliest=clue.near - _OATH_LATER)
        yield _by_vote(clue) if voted and not by_house else clue


def _on_printed_day(
    days: list[tuple[Term, date]], text: str, behind: tuple[int, int]
) -> list[tuple[Term, date]]:
    """Return those of some days whose month and day stand behind a change, if any does."""
    printed = _ON_DAY.search(text, *behind)
    said = read_day(printed["day"]) if printed else None
    return [d for d in days if said and (d[1].month, d[1].day) == (said.month, said.day)] or days


def _not_again(
    days: list[tuple[Term, date]], bearer: Bearer, change: re.Match[str], around: str, gazetteer: Gazetteer
) -> list[tuple[Term, date]]:
    """Return those of some days that a change may mean: the first alone, or the later ones of who stays."""
    if change["anew"]:
        return [(term, day) for term, day in days if day in term.again]
    if change[0].lower() in SWORN:
        return days
    person = bearer.person  # a party's leader is re-elected
    first_days = [(t, day) for t, day in days if day not in t.again or is_ruling(t, person, gazetteer)]
    again = len(first_days) == len(days) or AGAIN.search(around)
    return days if again or _is_of_none(bearer.text[change.end() : bearer.end], first_days) else first_days


_ON_DAY: Final = re.compile(rf"\bon (?:\w+day,? )?(?P<day>{DAY})", re.I)
"""The day of it, printed behind a choice or an oath: `elect NAME chancellor on November 22`."""


def _word_end(text: str, at: int, end: int) -> int:
    """Return where the word ends that stands at a place of a sentence, so that `election` is no `elect`."""
    while at < end and text[at].isalnum():
        at += 1
    return at


_HOUSE: Final = (
    r"(?:[Pp]arliament\w*|[Aa]ssembly|lawmakers|deputies|MPs|Congress|Bundestag|Knesset|legislators)"
)
_BY_A_HOUSE: Final = re.compile(rf"\b(?:by|in|at) (?:the |its |his |her |a )?(?:[\w’'-]+ ){{0,4}}?{_HOUSE}\b")
_A_HOUSE: Final = re.compile(rf"\b{_HOUSE}(?: (?:on )?[A-Z]\w+day)? $")
"""What says behind the choice or right before it that no voters elect: `elected by the National Assembly`."""

_OATH_LATER: Final = timedelta(days=45)
"""So long after a house has elected a head of state the oath may be."""


def _is_head_of_state(term: Term, person: Person, gazetteer: Gazetteer) -> bool:
    """Tell whether an office is that of a president of a state of whom only the oath's day is known."""
    return term.office.startswith("President of ") and not term.chosen and is_ruling(term, person, gazetteer)


def _is_of_none(behind: str, days: Sequence[tuple[Term, date]]) -> bool:
    """Tell whether the weekday of a choice is that of none of some days."""
    on = ON_WEEKDAY.search(behind)
    return on is not None and all([day.weekday() != WEEKDAYS.index(on[1]) for _, day in days])


def _by_vote(clue: Clue) -> Clue:
    """Return what it says that voters elected somebody, who takes office weeks or months later."""
    if clue.options:
        options = tuple([_by_vote(option) for option in clue.options])
        return clue._replace(earliest=min(o.earliest for o in options), options=options, exact=False)
    since = clue.near or clue.latest
    return clue._replace(earliest=since - VOTED, latest=max(clue.latest, since), exact=False)


def _has_year(text: str, sentence: tuple[int, int], change: re.Match[str], mention: Mention) -> bool:
    """Tell whether a year is printed in a sentence, below a lead not long before the name and the change."""
    begin, end = sentence
    if "20" not in text and "19" not in text:
        return False
    if mention.paragraph > 0:
        begin = max(begin, min(change.start(), mention.start) - 60)
    years = [year for year in _YEAR.finditer(text, begin, end) if not _OF_TENURE.match(text, year.end() - 4)]
    return any([not _ELSEWHEN.search(text, max(begin, year.start() - 52), year.start()) for year in years])


def _oaths(person: Person, terms: Sequence[Term], around: str) -> list[tuple[Term, date]]:
    """Return the known days on which a person took an office: the nth alone where the words count them."""
    nth = _NTH.search(around) if "for " in around else None
    ever = nth is None and "first " in around and _FIRST_EVER.search(around)
    number = ordinal(nth["nth"].lower()) if nth else 1 if ever else None
    fresh = _AFTER.search(around) is not None
    in_a_row = nth is not None and _IN_A_ROW.search(nth[0]) is not None
    found = []
    for term in [term for term in terms if term.since]:
        first = _oath_days(term)
        same = [term] if in_a_row else [t for t in person.terms if t.office == term.office]
        taken = sorted([day for t in same for day in _oath_days(t)])
        days = [day for day in first if number is None or taken.index(day) + 1 == number]
        exact = term.since and term.since[0] == term.since[1]
        found += [
            (term, day) for day in days if (exact or day in term.again) and not (fresh and day in term.again)
        ]
    return found


def _oath_days(term: Term) -> tuple[date, ...]:
    """Return the days on which an office was taken by its bearer, the first one perhaps not known well."""
    return (term.since[0], *term.again) if term.since else ()


_IN_A_ROW: Final = re.compile(r"\b(?:consecutive|straight|successive|(?:in a|on the) row)\b")
_NTH: Final = re.compile(
    r"\bfor (?:a|an|his|her|the) (?:historic |record |unprecedented )?"
    r"(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:nd|rd|th)) "
    r"(?:[\w-]+ ){0,2}?(?:term|time|mandate)\b"
)
"""What counts the oaths of somebody: `sworn in for a second five-year term`."""

_AFTER: Final = re.compile(
    r"(?:,| to) (?:succeed(?:ing)?|replac(?:e|ing)|tak(?:e|ing) over from|in place of) (?:[\w-]+ ){0,5}?[A-Z]"
)
"""What stands behind an oath that is the first of its term: `, succeeding NAME`."""

_FIRST_EVER: Final = re.compile(
    r"\bfirst (?:ever )?(?:woman|women|female|black|Black|Muslim|Hindu|elected|gay)\b"
)
"""What is said of somebody who never held the office before."""


def _taken(bearer: Bearer, term: Term, day: date, change: re.Match[str]) -> Clue | None:
    """Return what it says that a person takes the office of a term on a day that is known."""
    person, mention, text, begin, end = bearer
    first = term.since is not None and day == term.since[0]
    chosen = choice(term, text, begin, end) if first and _CHOICE.match(change[0]) else None
    since = chosen or (day, day)
    month = _MONTH.search(text, max(begin, change.start() - 70), min(end, change.end() + 70))
    nearby = text[max(begin, change.start() - 70) : min(end, change.end() + 70)]
    if month and (MONTHS[since[0].month - 1] != month["month"] or AGAIN.search(nearby)):
        return None
    offices = [each.office for each in person.terms]
    if not term.again and offices.count(term.office) == 1 and "time" in nearby and _ANEW.search(nearby):
        return None
    span = told_span(text, (begin, end), change, since[0], mention.paragraph)
    if month and mention.paragraph >= 0:
        span = _from_month(since[0], lately=not month["last"])
    again = span[1] > since[0] and change[0].lower() in SWORN and is_another_oath(bearer, change, since[0])
    if again:
        span = span[0], term.until[1] if term.until else date.max
    quote = text[min(change.start(), mention.start) : max(change.end(), mention.end)]
    took = "was chosen as" if chosen else "took office again as" if day in term.again else "became"
    says = f"{person.name} {took} {term.office} on {spoken(since[0])}"
    place, subject = (quote, mention.paragraph), f"{person.name} took office"
    weight: Weight = "dated" if (span[1] - span[0]).days <= _SURE else "span"
    told = ("office", *place, says, *span, weight, since[0], subject, term.source)
    exact = not (month or again or is_earlier(text, change, end))
    return Clue(*told, reach=_SURE if month else 60, exact=exact)


def _from_month(since: date, *, lately: bool) -> tuple[date, date]:
    """Return when a text says `in December` of an office taken in that month, or `in December last year`."""
    return (
        (since, since + timedelta(days=330))
        if lately
        else (date(since.year + 1, 1, 1), date(since.year + 1, 12, 31))
    )
