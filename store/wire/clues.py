"""Clues: what a text says about the year of its event, each with the words that say it.

The kinds, as they stand in `Evidence.kind`: day, weekday and today (what the lead prints); header, dateline
and caption (the page's day, the agency's and the picture's); congress, election, milestone, anniversary,
office and death (dated things that the text names); copyright (the year in such a line); history (a year that
it looks back to); name (a day in the name of the file); received (when it was received, as somebody told, or
taken in); guess (the best that can be said).
Among what is rejected: goal, history, rival (another year, and why not) and header.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from store.article import HEADLINE, SOURCE, STANDFIRST, Evidence
from store.fold import fold
from store.wire.hints import SIDE_WORDS, UNIT_WORDS, Hint, find_hints
from store.wire.layout import Layout
from store.wire.tokens import Line

Weight = Literal["dated", "span", "floor"]
"""How much a clue tells: a dated thing near by, a stretch of years, or only a first day."""

_PARAGRAPHS: Final = 60
_LETTERS: Final = 4000
"""No clue is looked for behind so many paragraphs, and so many letters of one."""


_OVER: Final = ("in ", "since ", "founded", "established", "formed", "set up", "created", "born")
"""How a text begins to tell of a year that is over: the event is not older."""


class Clue(NamedTuple):
    """One thing that allows some days for the event and rules out the others."""

    kind: str
    quote: str
    paragraph: int
    says: str
    earliest: date
    latest: date
    weight: Weight
    near: date | None = None
    """The end of the dated thing that lies nearest to the event."""
    subject: str = ""
    """What it is called in a sentence about another year: `the 13th National Congress`."""
    source: str = ""
    """Where the gazetteer has its dated fact from; empty where the text alone says it."""
    options: tuple[Clue, ...] = ()
    """What it may say, if several dated things may be meant."""
    reach: int = 60
    """An event at most so many days from the dated thing has its year by this clue alone."""
    exact: bool = False
    """Whether the event is likely to be the dated thing itself: an office taken, an anniversary marked."""

    @property
    def shown_in(self) -> int | None:
        """The paragraph that is quoted; None for a copyright line, which is no part of the text."""
        return None if self.kind == "copyright" else self.paragraph

    @property
    def is_printed(self) -> bool:
        """Whether the text itself prints the year, as its own or as one that is over."""
        return self.kind == "copyright" or (self.kind == "history" and self.quote.startswith(_OVER))

    def evidence(self) -> Evidence:
        """Return the clue as it is shown."""
        told = f"{self.says}{SOURCE}{self.source}" if self.source else self.says
        return Evidence(self.kind, self.quote, self.shown_in, told)

    def allows(self, day: date) -> bool:
        """Tell whether the event may have happened on a day."""
        if self.options:
            return any([option.earliest <= day <= option.latest for option in self.options])
        return self.earliest <= day <= self.latest

    def allowed(self, days: Sequence[date]) -> list[date]:
        """Return those of some days on which the event may have happened."""
        if self.options:
            spans = [(option.earliest, option.latest) for option in self.options]
            return [day for day in days if any([first <= day <= last for first, last in spans])]
        first, last = self.earliest, self.latest
        return [day for day in days if first <= day <= last]

    def is_near(self, day: date) -> bool:
        """Tell whether a day that is allowed lies so near the dated thing that this clue is enough."""
        if self.options:
            return any([option.is_near(day) for option in self.options])
        return self.near is not None and abs((day - self.near).days) <= self.reach and self.allows(day)

    def is_itself(self, day: date) -> bool:
        """Tell whether a day is that of the dated thing itself, of which the text is likely to tell."""
        return any([option.exact and option.near == day for option in self.options or (self,)])

    def narrowed(self, days: Sequence[date]) -> Clue:
        """Return the option that allows the one day left, the nearest; the clue as it is if more are left."""
        if not self.options or len(days) != 1:
            return self
        left = [option for option in self.options if option.allows(days[0])]
        return min(left, key=lambda option: abs((option.near or date.max) - days[0])) if left else self

    def against(self, day: date) -> str:
        """Return why a day that is not allowed is not."""
        if self.options:
            return f"none of those that may be meant is so near: {self.quote}"
        if day < self.earliest:
            before = self.near is None or day < self.near
            return f"before {self.subject}" if before else f"too long before {self.subject}"
        ahead = self.near is not None and self.latest <= self.near
        return f"after {self.subject}" if ahead else f"long after {self.subject}"


ONLINE: Final = date(1995, 1, 1)
"""Texts are of the time in which agencies write for screens, if no day above them says otherwise."""


def one_of(options: Sequence[Clue]) -> Iterator[Clue]:
    """Yield a clue, or one clue with several options, all of the same words; nothing for none.

    What is older than agencies that write for screens is meant only where nothing later may be.
    """
    options = [option for option in options if option.latest >= ONLINE] or options
    if len(options) == 1:
        yield options[0]
    elif options:
        one, first, last = options[0], min(o.earliest for o in options), max(o.latest for o in options)
        says = f"one of {len(options)} that may be meant"
        told = (one.kind, one.quote, one.paragraph, says, first, last, one.weight)
        yield Clue(*told, subject=one.subject, options=tuple(options))


class Passages:
    """The texts in which clues are looked for, the headline and a standfirst of its own included."""

    __slots__ = ("_far", "_hints", "layout", "lines", "texts")

    def __init__(self, layout: Layout, lines: Mapping[int, Line]) -> None:
        self.layout = layout
        self.lines = lines
        """The same in tokens."""
        texts = {n: text[:_LETTERS] for n, text in enumerate(layout.body[:_PARAGRAPHS])}
        if layout.headline:
            texts[HEADLINE] = layout.headline[:_LETTERS]
        if layout.standfirst and not any([r.kind == "repeated lead" for r in layout.removed]):
            texts[STANDFIRST] = layout.standfirst[:_LETTERS]
        self.texts: dict[int, str] = texts
        self._hints: Mapping[Hint, Collection[int]] | None = None
        self._far: Collection[int] | None = None

    def hints(self) -> Mapping[Hint, Collection[int]]:
        """Return the numbers of the passages that have a word of each hint, of those that any has."""
        if self._hints is None:  # a text whose day is printed with its year asks for none
            self._hints = find_hints([self.lines[n] for n in self.texts if n in self.lines])
        return self._hints

    def having(self, hint: Hint) -> Collection[int]:
        """Return the numbers of the passages that have a word of some hint."""
        return (self._hints or self.hints()).get(hint, ())

    def far(self) -> Collection[int]:
        """Return the numbers of the passages that may say how far away something is: `weeks after`."""
        if self._far is None:
            sides = self.having("side")
            numbers = [number for number in self.having("away") if number in sides]
            self._far = [number for number in numbers if _may_be_far(self.lines[number].folds)]
        return self._far

    def places(self, number: int, words: Set[str]) -> list[int]:
        """Return where in a passage some folded words stand."""
        line = self.lines[number]
        return [line.starts[at] for at in line.among(words)]

    def folded(self) -> str:
        """Return all of them folded."""
        return fold(" ".join(self.texts.values()))


def _may_be_far(folds: Sequence[str]) -> bool:
    """Tell whether what stands behind a distance follows on what it is counted in."""
    return "eve" in folds or any([b in SIDE_WORDS and a in UNIT_WORDS for a, b in pairwise(folds)])


def first_between(places: Sequence[int], first: int, end: int) -> int | None:
    """Return the first of some places in order that lies in a stretch of a text."""
    at = bisect_left(places, first)
    return places[at] if at < len(places) and places[at] < end else None


def matches_at(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, in order, that begins only at some places in order."""
    end = 0
    for at in places:
        if match := pattern.match(text, at) if at >= end else None:
            end = match.end()
            yield match


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence around a place begins."""
    first = at - 400 if at > 400 else 0
    begin = text.rfind(". ", first, at)
    while begin >= 0 and _is_in_a_day(text, begin):
        begin = text.rfind(". ", first, begin)
    return begin + 2 if begin >= 0 else first


def sentence_end(text: str, at: int) -> int:
    """Return where the sentence around a place ends."""
    end = text.find(". ", at, at + 400)
    while end >= 0 and _is_in_a_day(text, end):
        end = text.find(". ", end + 1, at + 400)
    return end if end >= 0 else min(len(text), at + 400)


def _is_in_a_day(text: str, stop: int) -> bool:
    """Tell whether a full stop only shortens the month of a day: `the Dec. 14 election`."""
    return text[stop + 2 : stop + 3].isdigit() and text.endswith(_SHORT, 0, stop)


_SHORT: Final = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
