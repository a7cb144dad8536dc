"""Years that are not the event's: goals, plans and history; what history still says of the event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from store.article import Evidence
from store.days import MONTHS, month_interval
from store.wire.clues import Clue, Passages
from store.wire.hints import MONTH_WORDS
from store.wire.leads import FIRST_YEAR
from store.wire.printed import MONTH_NAME, YEAR
from store.wire.tokens import Line, word_set

_YEAR: Final = re.compile(rf"{YEAR}(?<![\d.,/]\d{{4}})(?![,.]\d)")
_GOAL: Final = re.compile(
    r"\b(?:vision (?:to|toward|towards|for|until|through)|(?:to|toward|towards) (?:the year )?|until|till"
    r"|up to"
    r"|by(?: the end of| end-?)?|through|target(?:s|ed)?(?: for)?|goals? (?:for|to)|plans? (?:for|to)|before"
    r"|period(?: of)?|strategy (?:for|to)|agenda|for|term of|tenure of|beyond)(?: the)?(?: year)?"
    rf"(?: (?:{MONTH_NAME}(?:,| and| or) )?(?:early |late |mid-|the end of )?{MONTH_NAME}"
    r"(?: \d{1,2},?)?)? ?$",
    re.I,
)
_COMING: Final = re.compile(
    r"\b(?:will|would|due|scheduled|slated|upcoming|planned|planning"
    r"|expected|should|may|look(?:s|ed)? forward to"
    r"|prepar(?:e[sd]?|ing|ations?) for|campaign(?:ing)? for|candidates? for|next"
    r"|head(?:s|ed|ing)? (?:to|towards?)|ahead of|run-?up to"
    r"|(?:is|are) to|can|could|must|(?:bid|nominees?|ticket|fight|run|runs|running) for|contest(?:s|ing)?"
    r"|fac(?:es?|ing)\b[^.;]{0,30}\b(?:fight|test|battle|election|vote)|votes? in"
    r"|(?:takes?|goes?|going) to (?:the )?polls"
    r"|(?:wants|promises|pledges|vows|demands|proposes|foresees|envisages|calls for|provides for)(?! in)"
    r"|hop(?:es?|ing) to|aim(?:s|ing)? (?:to|at|for)|eye(?:s|ing)|(?:give|judge) (?:us|me|them)"
    r"|to (?:meet|hold|visit|build|become|reach|achieve|complete|attend|host|launch|join|run|contest|stand"
    r"|decide|field|win|unseat|challenge|hand over|step down|retire|expire))\b"
    r"[^.;]{0,110}$",
    re.I,
)
_GOAL_ENDS: Final = MONTH_WORDS | word_set(
    "to toward towards for until till through by end - target targets targeted before period of agenda "
    "beyond the year ,"
)
_GOAL_WORDS: Final = word_set(
    "vision to toward towards until till up by through target targets targeted goal goals plan plans before "
    "period strategy agenda for term tenure beyond"
)
_COMING_WORDS: Final = word_set(
    "will would due scheduled slated upcoming planned planning expected should may look looks looked prepare "
    "prepares "
    "prepared preparing preparation preparations campaign campaigning candidate candidates next head heads "
    "headed heading ahead run runup is are can could must bid nominee nominees ticket fight runs running "
    "contest contests contesting hope hopes hoping aim aims aiming eyes eyeing give judge meet hold visit "
    "build become reach achieve complete attend host launch join stand decide field win unseat challenge "
    "wants promises pledges vows demands proposes foresees envisages calls provides "
    "takes take goes go going hand step retire expire face faces facing vote votes"
)
_FOUNDED_WORDS: Final = word_set("founded established born set created since dating formed")
"""What a goal ends in and what makes it one, and what plans and history are told by: looked for first."""

_LONGEST: Final = len("towards the year  the year the end of September 30, ")
"""So many letters of what makes it a goal may stand before a year."""

_CHAIN: Final = re.compile(r"(?:,|,? and|,? or| ?[-–] ?| to) ?$")
_FOUNDED: Final = re.compile(
    r"\b(?:founded|established|born|set up|created|since|dating back to|formed)(?: in)?\b[^.;]{0,20}$", re.I
)
_SPAN: Final = re.compile(rf" ?[-–] ?{YEAR}")
_PERIOD: Final = len(" - 2030 ")
_PAST: Final = re.compile(r"\b(?:in|since|of|during|late|early|mid-?|from)$", re.I)
_PAST_LETTERS: Final = len("during")
"""The longest word before a year of the past."""

_MARKED: Final = re.compile(r"\b(?:marked|celebrated|commemorated|observed|held|attended|turned)\b")
"""Without one of these an anniversary in some year may be ahead."""

_REACH: Final = 40


class YearSaid(NamedTuple):
    """A year in the text, and what it is there for."""

    year: int
    kind: str
    """`goal` or `history`."""
    quote: str
    paragraph: int
    period: bool = False
    """Whether it bounds a period such as 2026-2030."""

    def rejected(self, event: int | None) -> Evidence:
        """Return why it is not the year of the event, whose own year may be known."""
        coming = self.kind == "goal" if event is None else self.year > event
        what = "a goal" if coming else "what the text looks back to"
        says = f"{self.year} is {what}, not the day it happened"
        return Evidence("goal" if coming else "history", self.quote, self.paragraph, says)


def years_said(passages: Passages) -> list[YearSaid]:
    """Return the years that the text names as goals or as history, in order, each year and kind once."""
    found: dict[tuple[int, str], YearSaid] = {}
    for number, text in passages.texts.items():
        for said in _in_text(text, passages.lines[number]) if "20" in text or "19" in text else ():
            found.setdefault((said.year, said.kind), said)
    return list(found.values())


def _in_text(text: str, line: Line) -> Iterator[YearSaid]:
    last: YearSaid | None = None
    last_end, starts = 0, line.starts
    for match in _YEAR.finditer(text):
        at, after = match.span()
        begin = _start(text, at)
        words = line.folds[bisect_left(starts, begin) : bisect_left(starts, at)]
        chained = last is not None and last_end >= begin and _CHAIN.fullmatch(text, last_end, at) is not None
        period = _SPAN.match(text, after, after + _PERIOD) is not None
        start: int | None
        if chained and last:
            kind, start = last.kind, text.rfind(last.quote, 0, last_end)
        elif (
            (start := _goal(text, begin, at, words)) is not None
            or period
            or _is_to_come(text, begin, at, words)
        ):
            kind, start = "goal", at if start is None else start
        else:
            kind, start = "history", _founded(text, begin, at, words)
        quote = text[start:after] if start >= 0 and after - start <= _REACH else match[0]
        last, last_end = YearSaid(int(match[0]), kind, quote, line.number, period), after
        yield last


def _goal(text: str, begin: int, at: int, words: tuple[str, ...]) -> int | None:
    """Return where the words before a year begin that make it one of a goal or a plan; None without any."""
    end = words[-1] if words else ""
    may_be = (end in _GOAL_ENDS or end[-1:].isdigit()) and not _GOAL_WORDS.isdisjoint(words)
    goal = _GOAL.search(text, max(begin, at - _LONGEST), at) if may_be else None
    if goal:
        return goal.start()
    coming = None if _COMING_WORDS.isdisjoint(words) else _COMING.search(text[begin:at])
    return begin + coming.start() if coming else None


def _is_to_come(text: str, begin: int, at: int, words: tuple[str, ...]) -> bool:
    """Tell whether a year is that of an anniversary which is not yet marked: `its centenary in 2030`."""
    return words[-1:] == ("in",) and "anniversary" in words and not _MARKED.search(text[begin:at])


def _founded(text: str, begin: int, at: int, words: tuple[str, ...]) -> int:
    """Return where the words before a year of the past begin that say so, or the year itself."""
    founded = None if _FOUNDED_WORDS.isdisjoint(words) else _FOUNDED.search(text, begin, at)
    if founded is None:
        bare = begin + len(text[begin:at].rstrip())
        founded = _PAST.search(text, max(begin, bare - _PAST_LETTERS), bare)
    return founded.start() if founded else at


def _start(text: str, at: int) -> int:
    """Return where what may say what a year is there for begins: with its sentence, or so near before it."""
    first = max(0, at - _NEAR)
    stop = text.rfind(". ", max(0, first - 2), at)
    return stop + 2 if stop >= 0 else first


_NEAR: Final = 120

_DUE: Final = re.compile(
    r"\b(?P<what>elections?|polls?|vote|referendum|congress|convention)\b"
    r"(?P<which>[^.;,]{0,20}?) (?P<quote>(?:due|set|scheduled|slated|planned) "
    r"(?:to be held |to take place )?(?:in|for|on|by) "
    rf"(?:early |late |mid-?)?(?:(?P<month>{MONTH_NAME}) )?(?:\d\d?, )?(?P<year>{YEAR}))"
)
_PLANNING: Final = re.compile(
    r"\b(?:planning|preparing)(?: to hold)? (?:its|their|the)(?P<which>(?: [\w’'-]+){0,3}?)"
    r" (?P<what>congress(?:es)?|conventions?|elections?)"
    rf" (?P<quote>(?:for|in) (?P<month>{MONTH_NAME})(?: and {MONTH_NAME})? (?P<year>{YEAR}))"
)
"""The same of congresses that somebody plans: the first of them is ahead."""

_TO_HOLD: Final = re.compile(
    r"\b(?:is|are) (?:due|set|scheduled|slated) to (?:hold|have)\b(?P<which>[^.;,]{0,50}?)"
    r"\b(?P<what>elections?|polls|referendum|congress|convention)"
    rf" (?P<quote>(?:in|by) (?:early |late |mid-?)?(?:(?P<month>{MONTH_NAME}) )?(?P<year>{YEAR}))"
)
"""The same of those who are to hold it: `the country is scheduled to hold elections in 2007`."""

_NO_MORE: Final = re.compile(r"\b(?:was|were|been|originally|initially|first|once)\b", re.I)
"""Words with which a vote that was due is one that was not held then."""

_TERM: Final = 5
"""So many years ahead a vote is said to be due: it takes place once in so many at the longest."""


def due_clues(passages: Passages) -> Iterator[Clue]:
    """Yield what it says that a vote or a congress is due in a year: the event lies some years before."""
    votes = passages.having("kind")
    for number in [number for number in passages.having("planned") if number in votes]:
        text = passages.texts[number]
        dated = " 20" in text or " 19" in text
        patterns = (_DUE, _PLANNING, _TO_HOLD) if dated else ()
        for match in [match for pattern in patterns for match in pattern.finditer(text)]:
            if _NO_MORE.search(match["which"]) or _NO_MORE.search(text[match.end() : match.end() + 30]):
                continue
            year = int(match["year"])
            last = month_interval(year, MONTHS.index(match["month"]) + 1 if match["month"] else 12)[1]
            kind = "congress" if match["what"].startswith("con") else "election"
            place, days = (match["quote"], number), (date(year - _TERM, 1, 1), last)
            subject = f"the {match['what']} {match['quote']}"
            yield Clue(
                kind, *place, f"{match['what']} {match['quote']}", *days, "span", last, subject, reach=-1
            )


_VOTE_BEHIND: Final = re.compile(
    r" (?:(?!and|or|after|before)[A-Za-z-]+ ){0,3}?(?:elections?|polls?|vote|ballot|referendum)\b"
)
"""What makes the year before it a vote's: `at the 2027 commune elections`."""


def ahead_clues(said: Sequence[YearSaid], passages: Passages) -> Iterator[Clue]:
    """Yield what a vote that lies ahead by its year says: the event is of the years before it."""
    for one in said:
        if one.kind != "goal" or one.period or one.paragraph not in passages.texts:
            continue
        text = passages.texts[one.paragraph]
        at = text.find(one.quote) + len(one.quote)
        if vote := _VOTE_BEHIND.match(text, at):
            quote = f"{one.year}{vote[0]}"
            days = (date(one.year - _TERM, 1, 1), date(one.year, 12, 31))
            says, place = f"{quote} lies ahead", (quote, one.paragraph)
            yield Clue("election", *place, says, *days, "span", days[1], f"the {quote}", reach=-1)


_REVIEWED: Final = re.compile(
    rf"\b(?:review|achiev|outcome|result|perform|summar|assess|implement|success|contribut)\w*"
    rf"[^.;]{{0,90}}\b(?:in|of|for) "
    rf"(?P<past>{YEAR})\b[^.;]{{0,90}}\b(?:goals?|plans?|tasks?|targets?|orientations?|directions?|duties|priorities"
    rf"|programmes?|work)\b[^.;]{{0,30}}?\b(?:for|in|of) (?P<next>{YEAR})(?! ?[-–])"
)
"""What is said where a year ends: `reviewed what was achieved in 2019 and set goals for 2020`."""


def review_clues(said: Sequence[YearSaid], passages: Passages) -> Iterator[Clue]:
    """Yield what it says that a year is reviewed and the next one planned: it ends or has just ended."""
    told = {(one.paragraph, one.year) for one in said if not one.period}
    for number in sorted({number for number, year in told if (number, year + 1) in told}):
        match = _REVIEWED.search(passages.texts[number])
        if match and int(match["next"]) == int(match["past"]) + 1:
            turn = date(int(match["next"]), 1, 1)
            says, days = (
                f"{match['past']} is reviewed and {match['next']} planned",
                (turn - _TURN, turn + _TURN),
            )
            place, subject = (match[0], number), f"the turn of {match['next']}"
            yield Clue("milestone", *place, says, *days, "dated", turn, subject, reach=_TURN.days)


_TURN: Final = timedelta(days=110)
"""So long before and after a year begins it is planned."""


def history_clue(said: Sequence[YearSaid]) -> Clue | None:
    """Return the last year the text looks back to: the event is not older."""
    past = [s for s in said if s.kind == "history" and s.year >= FIRST_YEAR]
    if not past:
        return None
    last = max(past, key=_looked_back)
    says = f"{_looked_back(last)} or later"
    return Clue(
        "history",
        last.quote,
        last.paragraph,
        says,
        date(_looked_back(last), 1, 1),
        date.max,
        "floor",
        subject=last.quote,
    )


def _looked_back(said: YearSaid) -> int:
    """Return the first of the years in a row that a text names: the last of them may be ahead."""
    years = _YEAR.findall(said.quote)
    return int(years[0]) if len(years) > 1 else said.year
