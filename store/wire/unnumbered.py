"""Unnumbered: a party's congress named without its number, by the weekday on which it opened or closed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Final

from store.article import Mention
from store.days import WEEKDAYS
from store.wire.clues import Clue, Passages, one_of, sentence_end, sentence_start
from store.wire.committees import said_held
from store.wire.gazetteer import Gazetteer
from store.wire.names import Named
from store.wire.records import Event

_FIRST: Final = r"open(?:s|ed|ing)?|beg[ai]ns?|began|kick(?:s|ed) off|start(?:s|ed)"
_LAST: Final = (
    r"clos(?:es?|ed|ing)|conclu(?:des?|ded|ding|sion)|end(?:s|ed)|wrap(?:s|ped) up|wrapped up|final"
)
_ENDS: Final = re.compile(
    rf"\b(?:(?P<first>{_FIRST})|(?P<last>{_LAST}))\b"
    r"(?: (?:of|the|its|their|an?|ceremony|session|day|sitting|meeting|national|ruling|party|key|\w+(?:-\w+)+"
    r"|\w+[’']s|[A-Z]\w*(?![\w’'-]))){0,9} "
    r"(?P<head>[Cc]ongress)\b|(?:(?<=[’']s )|(?<=its )|(?<=rty ))(?P<head_>congress)(?: [\w-]+){0,3}? "
    rf"(?:(?P<first_>{_FIRST})|(?P<last_>{_LAST}))\b"
)
"""Its first day or its last, before the word for it or behind."""

_DAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_AWAY: Final = re.compile(
    r"\b(?:will|would|ahead|before|due|plans?|planned|scheduled|since|until|days|weeks|months|years?|after|next"
    r"|last|eve|to (?:open|begin|close|start)|\d+(?:st|nd|rd|th)"
    r"|(?:fif|six|seven|eigh|nin|ten|eleven|twelf|\w{3,5}teen|twentie)th"
    r"|first|second|third|people[’']s [Cc]ongress)\b",
    re.I,
)
"""What says that it is another day, or that it has a number or is no party's."""

_FEWEST: Final = 3
_KNOWN_SINCE: Final = 2002
_KNOWN_TO: Final = 2019
_PREPARED: Final = timedelta(days=1)
"""So long before its opening a congress may have met to prepare itself."""

_WEEK: Final = timedelta(days=6)


def unnumbered_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield the congresses of the party of a lead whose first or last day was of its weekday."""
    dated = passages.having("weekday")
    for number in [n for n in passages.having("kind") if n <= 0 and n in dated]:
        if "congress" not in passages.lines[number].vocabulary:
            continue
        text = passages.texts[number]
        match = _ENDS.search(text)
        if match is None:
            continue
        begin, end = sentence_start(text, match.start()), sentence_end(text, match.end())
        days = _DAY.findall(text, begin, end)
        if len(days) != 1 or _AWAY.search(text, begin, end):
            continue
        at = match.start("head") if match["head"] else match.start("head_")
        own = [m for m in named.mentions if m.paragraph == number and begin <= m.start and m.end <= end]
        parties = {m.entity: m for m in own if m.entity.startswith("party:")}
        inside = any([m.start <= at < m.end for m in own])
        key = next(iter(parties)) if len(parties) == 1 and not inside else ""
        shelf = _whole(gazetteer).get(key, ()) if key and _is_its(parties[key], match, at) else ()
        opened = bool(match["first"] or match["first_"])
        yield from one_of([*_on(shelf, days[0], opened, match[0], number)])


def _is_its(party: Mention, match: re.Match[str], head: int) -> bool:
    """Tell whether a congress is the party's own, not that of a wing or a branch of it."""
    text = match.string
    if text.endswith(_OF_IT, 0, head):
        return True
    if party.end <= match.start():
        return _HOLDS.fullmatch(text, party.end, match.start()) is not None
    if party.end <= head:
        return _OWN.fullmatch(text, party.end, head) is not None
    return _OF.fullmatch(text, head, party.start) is not None


_OF_IT: Final = ("the party's ", "the party’s ", "the Party's ", "the Party’s ")
_HOLDS: Final = re.compile(r"(?:[’']s)?(?: (?:has|had|on|formally|officially|national|party|\w+day))* ?")
_OWN: Final = re.compile(r"[’']s (?:(?:national|party|key|\w+(?:-\w+)+) )*")
_OF: Final = re.compile(r"[Cc]ongress of (?:the )?(?:ruling )?")
"""What stands between a party and what it does with its congress, or the word for it."""


def _on(shelf: Sequence[Event], weekday: str, opened: bool, quote: str, number: int) -> Iterator[Clue]:
    """Yield those of some congresses that opened, or closed, on a weekday."""
    for event in shelf:
        held = event.held
        first = held[0] + _PREPARED * (WEEKDAYS.index(weekday) - held[0].weekday() == 1) if held else None
        day = (first if opened else held[1]) if held else None
        if held and day and day.weekday() == WEEKDAYS.index(weekday):
            told = ("congress", quote, number, said_held(held), day, day + _WEEK)
            yield Clue(*told, "dated", day, f"the {event.name}", event.source, exact=True)


@lru_cache(maxsize=4)
def _whole(gazetteer: Gazetteer) -> dict[str, list[Event]]:
    """Return the congresses of the parties of which all of our time are known."""
    found: dict[str, list[tuple[int, Event]]] = {}
    for (party, number), event in gazetteer.congresses.items():
        if event.held:
            found.setdefault(party, []).append((number, event))
    return {
        party: [event for _, event in own] for party, own in found.items() if _is_whole(sorted(own, key=_nth))
    }


def _nth(one: tuple[int, Event]) -> int:
    return one[0]


def _is_whole(own: Sequence[tuple[int, Event]]) -> bool:
    """Tell whether some congresses in order are all of our time."""
    numbers = [number for number, _ in own]
    years = [event.held[0].year for _, event in own if event.held]
    unbroken = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return (
        len(own) >= _FEWEST
        and unbroken
        and (numbers[0] == 1 or years[0] <= _KNOWN_SINCE)
        and years[-1] >= _KNOWN_TO
    )
