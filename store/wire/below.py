"""Below: the days and weekdays that a text prints below its lead, of the event itself or of what is ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from store.days import WEEKDAYS
from store.wire.asides import is_another, is_aside
from store.wire.clues import Passages, sentence_start
from store.wire.hints import MONTH_WORDS, WEEKDAY_WORDS
from store.wire.leads import DAY_PRINTED
from store.wire.printed import find_days, read_day

_WILL: Final = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:to|due|set|scheduled|expected))\b[^.;]{0,70}$"
)
_THIS: Final = re.compile(rf"\bthis (?P<day>{'|'.join(WEEKDAYS)}) (?:morning|noon|afternoon|evening|night)\b")
_HELD: Final = re.compile(
    r"\b(?:took place|(?:was|were) (?:held|elected|chosen|sworn in)|voted|met)(?: [\w’'-]+){0,4}? on $"
)
"""What says that a day is the one of what a lead tells."""

_LAST: Final = 3
"""Below this paragraph a text tells of other things."""


class Below(NamedTuple):
    """What the first paragraphs print of days without a year."""

    days: frozenset[tuple[int, int]] = frozenset()
    """The month and day of each that may be the event's."""
    held: frozenset[tuple[int, int]] = frozenset()
    """Of each on which it was held, as the words before it say."""
    ahead: frozenset[tuple[int, int]] = frozenset()
    """Of each that is ahead."""
    weekdays: Mapping[int, tuple[str, int]] = MappingProxyType({})
    """As in `date.weekday()`, each as it is printed first, and in which paragraph."""


def this_weekday(passages: Passages) -> int | None:
    """Return the weekday of the day of a text, if its first paragraphs print it: `this Friday morning`."""
    for number in passages.having("weekday"):
        if number <= _LAST and (match := _THIS.search(passages.texts[number])):
            return WEEKDAYS.index(match["day"])
    return None


def days_below(passages: Passages) -> Below:
    """Return the days and weekdays that the first paragraphs of a text print."""
    days: set[tuple[int, int]] = set()
    held: set[tuple[int, int]] = set()
    ahead: set[tuple[int, int]] = set()
    weekdays: dict[int, tuple[str, int]] = {}
    for number, text in passages.texts.items():
        line = passages.lines.get(number)
        if number > _LAST or line is None:
            continue
        if not line.vocabulary.isdisjoint(MONTH_WORDS):
            for match in find_days(DAY_PRINTED, text, line):
                day = read_day(match[0])
                if day is None or day.year or not day.day:
                    continue
                if _WILL.search(text, sentence_start(text, match.start()), match.start()):
                    ahead.add((day.month, day.day))
                elif _HELD.search(text, sentence_start(text, match.start()), match.start()):
                    held.add((day.month, day.day))
                    days.add((day.month, day.day))
                elif not is_another(line, match, day):
                    days.add((day.month, day.day))
        for at in line.among(WEEKDAY_WORDS) if number <= 1 else ():
            start, end = line.starts[at], line.starts[at] + len(line.folds[at])
            if not text.startswith(("'s", "’s"), end) and not is_aside(text, line, start):
                weekday = [name.lower() for name in WEEKDAYS].index(line.folds[at])
                weekdays.setdefault(weekday, (text[start:end], number))
    return Below(frozenset(days), frozenset(held), frozenset(ahead), weekdays)
