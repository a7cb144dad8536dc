"""Feasts: the days of the year that texts call by a name and that never move."""

from __future__ import annotations

import re
from typing import Final

from store.wire.printed import PrintedDay
from store.wire.tokens import Line, word_set

_DAYS: Final = {
    "new year's day": (1, 1),
    "may day": (5, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day of each, by the Gregorian calendar; those that move or are one people's are left out."""

_ENDS: Final = word_set("day eve")
_FEAST: Final = re.compile(
    r"\bon (?P<feast>(?:New Year['’]s|Christmas) (?:Day|Eve)|Boxing Day|May Day)\b"
    r"(?! (?:19|20)\d\d| (?:of|in) (?:19|20)\d\d|['’]|,? \d)"
)
"""`on New Year's Day`: neither the rally named after it, `on May Day's eve`, nor a day with its year."""


def feast_in(text: str, line: Line) -> tuple[re.Match[str], PrintedDay] | None:
    """Return where a paragraph tells first that something happened on such a day, and the day; no year.

    Args:
        line: The paragraph in tokens.
    """
    found = None if line.vocabulary.isdisjoint(_ENDS) else _FEAST.search(text)
    if found is None:
        return None
    month, day = _DAYS[found["feast"].lower().replace("’", "'")]
    return found, PrintedDay(month, day, None)
