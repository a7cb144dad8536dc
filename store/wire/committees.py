"""Committees: the central committees that a text counts, which sit from one congress to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from store.days import Interval
from store.wire.clues import Clue
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import ordinal
from store.wire.names import Named
from store.wire.printed import spoken

_COMMITTEE: Final = re.compile(
    r"\b(?P<which>\d{1,2}(?:st|nd|rd|th)|\w+th) (?:Party |[A-Z]{2,6} )?Central (?:Executive )?Committee\b"
)
_CENTRAL: Final = "Central "
"""What stands in every such name: looked for first, because it is found fast."""

_ORDINALS: Final = ("th ", "st ", "nd ", "rd ")
"""What its number ends in."""

_IN_FRONT: Final = 32
_FROM_THERE: Final = len("Central Executive Committee")
"""So many letters of a name may stand before that, and so many from there on."""

LONG: Final = timedelta(days=5 * 365)
"""From one congress to the next it is about so long."""


def said_held(held: Interval) -> str:
    """Return the days of a congress or an election in words: `held 25 January to 1 February 2021`."""
    start, end = held
    if (end - start).days >= 27:
        return f"held in {spoken(start).split(' ', 1)[1]}"
    if start == end:
        return f"held {spoken(start)}"
    if start.year != end.year:
        return f"held {spoken(start)} to {spoken(end)}"
    same = start.month == end.month
    return f"held {start.day if same else spoken(start).rsplit(' ', 1)[0]} to {spoken(end)}"


def _numbered_committees(text: str) -> Iterator[re.Match[str]]:
    at = text.find(_CENTRAL)
    while at >= 0:
        begin = max(0, at - _IN_FRONT)
        before = text[begin:at]
        counted = any([ordinal in before for ordinal in _ORDINALS])
        if match := _COMMITTEE.search(text, begin, at + _FROM_THERE) if counted else None:
            yield match
        at = text.find(_CENTRAL, at + 1)


def committee_clues(number: int, text: str, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for `the 20th CPC Central Committee`, which sits from its congress to the next."""
    for match in _numbered_committees(text):
        which = ordinal(match["which"].casefold())
        parties = {e.id for e in named.entities if (e.id, which) in gazetteer.congresses}
        beside = {
            m.entity
            for m in named.mentions
            if m.paragraph == number and match.start() <= m.start <= match.end() + len(" of the ")
        }
        own = (parties & beside) or parties
        if which is None or len(own) != 1:
            continue
        party = own.pop()
        event = gazetteer.congresses[party, which]
        following = gazetteer.congresses.get((party, which + 1))
        if event.held:
            start, end = event.held
            last = following.held[1] if following and following.held else end + LONG
            says = f"elected {said_held(event.held).removeprefix('held ')}"
            subject = f"the {match['which']} Central Committee"
            yield Clue("congress", match[0], number, says, start, last, "span", None, subject, event.source)
