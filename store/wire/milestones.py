"""Milestones: the dated congresses, elections and turning points that a text names, as clues to its year."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Set
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import relativedelta

from store.days import Interval
from store.fold import fold
from store.wire.ballots import regions_of
from store.wire.clues import Clue, Passages, sentence_end, sentence_start
from store.wire.committees import LONG, committee_clues, said_held
from store.wire.gazetteer import Gazetteer
from store.wire.held import held_clue
from store.wire.names import Named
from store.wire.printed import DAY, find_days, read_day, spoken
from store.wire.records import Event
from store.wire.tokens import Line

_DAY: Final = re.compile(rf"(?<![\w(-]){DAY}", re.I)
_VOTE: Final = re.compile(
    r"(?<!\bre-)\b(?:election|elections|polls?|polling|vote|votes|voters|ballot|term|mandate)\b", re.I
)
_PART: Final = "state election"
"""How a part of a country may vote that is not named there."""

_CONGRESS: Final = re.compile(r"\b(?:congress|convention)\b", re.I)
_NOT_HELD: Final = re.compile(
    r"\b(?:(?:first|originally|initially|previously|once) (?:set|scheduled|due|planned|slated|called)"
    r"|(?:postponed|moved|delayed|put off|rescheduled) from|instead of)(?: for| on)? $"
)
"""What stands before the day of a vote that was not held on it."""

_WHY: Final = 40

_BESIDE: Final = 150
"""A day without a year is the nearest: so many days away it tells the year."""

_TURN: Final = timedelta(days=330)
"""So long before and after it a day is printed without its year."""

_OPEN_YEARS: Final = 5
"""How long a milestone without an end, such as COVID-19, stays in the news."""


def milestone_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> list[Clue]:
    """Return what the dated events of a text say about its year."""
    texts = passages.texts
    clues = list(_named_events(texts, named, gazetteer))
    days, central = passages.having("day"), passages.having("central")
    dated = [number for number in passages.having("kind") if number in days]
    owners = _owners(named) if dated else set()
    for number in texts if central or dated else ():
        if number in central:
            clues += committee_clues(number, texts[number], named, gazetteer)
        if number in dated:
            clues += _printed_days(texts[number], passages.lines[number], owners, gazetteer)
    return clues


def _named_events(texts: dict[int, str], named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for each mention of an event with known days."""
    any_event = named.entities[-1:] and named.entities[-1].kind == "event"  # it stands last
    events = {entity.id for entity in named.entities if entity.kind == "event"} if any_event else ()
    past, latest = (0, 0), _latest(events, gazetteer)
    for mention in [mention for mention in named.mentions if mention.entity in events] if events else ():
        floor = past[1] if past[0] == mention.paragraph else 0
        past = mention.paragraph, mention.end
        event = gazetteer.events.get(mention.entity)
        text = texts.get(mention.paragraph, "")
        if event is None or event.held is None or mention.end > len(text):
            continue
        if event.party and event.number and event.number + 1 < latest.get(event.party, 0):
            continue
        place = (mention.start, mention.end)
        if event.kind == "milestone":
            yield _milestone(event, event.held, text[slice(*place)], mention.paragraph)
        else:
            yield held_clue(event, event.held, text, place, floor, mention.paragraph)


def _latest(events: Collection[str], gazetteer: Gazetteer) -> Mapping[str, int]:
    """Return the number of the latest congress of each party that a text names: those long before it are
    history, `since the Sixth Congress` above `at the Eighth`.
    """
    found: dict[str, int] = {}
    for event in filter(None, map(gazetteer.events.get, events)):
        if event.party and event.number:
            found[event.party] = max(event.number, found.get(event.party, 0))
    return found


def _milestone(event: Event, held: Interval, quote: str, paragraph: int) -> Clue:
    start, end = held
    if end == date.max:
        says, last = f"{start.year} or later", start + relativedelta(years=_OPEN_YEARS, days=-1)
    else:
        says, last = said_held(held), end + LONG
    return Clue("milestone", quote, paragraph, says, start, last, "span", subject=quote, source=event.source)


def _kind_told(text: str, sentence: tuple[int, int], day: tuple[int, int]) -> str:
    """Return whether a vote or a congress is told of in the words nearest to a day in its sentence."""
    told = {"election": _VOTE.finditer(text, *sentence), "congress": _CONGRESS.finditer(text, *sentence)}
    far = {
        kind: min(
            [day[0] - m.end() if m.end() <= day[0] else m.start() - day[1] for m in found], default=None
        )
        for kind, found in told.items()
    }
    near = {kind: away for kind, away in far.items() if away is not None}
    return min(near, key=near.__getitem__, default="")


def _owners(named: Named) -> set[str]:
    """Return the parties and countries that a text names, whose dated events may be told of."""
    countries = {e.country for e in named.entities if e.kind in ("place", "party") and e.country}
    return countries | {e.id for e in named.entities if e.kind == "party"}


@lru_cache(maxsize=4)
def _by_day(gazetteer: Gazetteer) -> Mapping[tuple[int, int], list[tuple[Event, date]]]:
    """Return the dated congresses and elections by the month and day on which they began or ended."""
    known: dict[tuple[int, int], list[tuple[Event, date]]] = {}
    for event in gazetteer.events.values():
        if event.held and event.kind != "milestone" and "by-election" not in event.name:
            for day in event.held:
                known.setdefault((day.month, day.day), []).append((event, day))
    return known


def _printed_days(text: str, line: Line, owners: Set[str], gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield a clue for a printed day without a year on which a known event began or ended."""
    folded = ""
    for match in find_days(_DAY, text, line):
        day = read_day(match[0])
        if day is None or day.year or not day.day or _NOT_HELD.search(text[: match.start()][-_WHY:]):
            continue
        known = _by_day(gazetteer).get((day.month, day.day), ())
        hits = [(event, held) for event, held in known if (event.party or event.country) in owners]
        if not hits:
            continue
        folded = folded or fold(text)
        sentence = sentence_start(text, match.start()), sentence_end(text, match.end())
        kind = _kind_told(text, sentence, match.span())
        hits = [(event, held) for event, held in hits if event.kind == kind]
        hits = [
            (e, held)
            for e, held in hits
            if _PART in folded or any([name in folded for name in regions_of(e, gazetteer)])
        ]
        if len({held for _, held in hits}) == 1:
            event, held = hits[0]
            says = f"{event.name}: {spoken(held)}"
            around = (held - _TURN, held + _TURN)
            subject = f"the {event.name}"
            place = (match[0], line.number)
            yield Clue(event.kind, *place, says, *around, "dated", held, subject, event.source, reach=_BESIDE)
