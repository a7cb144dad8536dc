"""Ballots: the known elections of a country, and by what words each of them may be named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from store.fold import words
from store.wire.clues import Passages
from store.wire.distances import Relation
from store.wire.gazetteer import Gazetteer
from store.wire.lexicon import NUMBERS, POLL_KINDS, TIMES, counted, ordinal
from store.wire.names import Named
from store.wire.records import Event, Term
from store.wire.regions import called, is_part, owner, voter
from store.wire.tokens import word_set

_WHICH: Final = re.compile(r"\b(?P<nth>second|third|fourth|fifth|sixth) (?:[\w-]+ ){0,3}$", re.I)
_APPOSED: Final = re.compile(
    r"^, (?:the|its|their) (?P<nth>second|third|fourth|fifth|sixth)\b(?: \w+)?(?= in )"
)
_WITHIN: Final = re.compile(
    rf" (?:in|within) (?:just |only |barely |about )?(?P<count>{'|'.join(NUMBERS)}|a) (?P<unit>month"
    rf"|year)s?\b",
    re.I,
)

_PRESIDENTS: Final = frozenset(
    code.upper()
    for code in word_set(
        "ar bo br cl cr cd do ec ga gh gt gw gy hn id ke lr mx mz na ne ng ni pa pe ph py rw sc sl sv tz tr "
        "ug uy zm zw mw bf bi tw rs sd"
    )
)
"""Countries whose general elections are of their president, too."""

_SINCE: Final = {"TR": 2018}
"""The year since when it is so, where once a house alone was elected in them."""

_HOUSES: Final = frozenset({"parliamentary", "legislative"})
"""In the name of a vote there what makes it one of a house alone."""

_PLAIN: Final = TIMES | word_set(
    "election elections referendum early snap of the and brexit independence devolution european prime"
)
_ABOUT: Final = frozenset({"independence", "devolution"})
_TOPICS: Final = {"constitutional": "constitution"}
"""What a text calls the topic of a referendum."""


class Poll(NamedTuple):
    """A known election, and by what words it may be named."""

    event: Event
    start: date
    end: date
    kinds: frozenset[str]
    region: str
    """The folded name of the part of the country that votes, or of what it votes on; empty where all of it
    votes on who rules."""
    topic: str = ""
    """The folded word for what a referendum is about, if its name has it."""

    @property
    def told(self) -> date:
        """The day on which its outcome is news: the last of the vote, or that on which it was declared."""
        return self.event.declared or self.end


def relevant_polls(
    passages: Passages, named: Named, gazetteer: Gazetteer, voting: Set[str] = frozenset()
) -> list[Poll]:
    """Return the known elections of the countries that a text names.

    Args:
        voting: A country named as a part of what its vote is called, which is no place of its own.
    """
    countries = voting | {
        e.country for e in named.entities if e.kind in ("place", "party", "person") and e.country
    }
    known = _by_country(gazetteer)
    folded = passages.folded() if any([_parts(code, gazetteer) for code in countries]) else ""
    found = []
    for code in sorted(countries):
        named_here = _named_parts(code, folded, gazetteer)
        found += [poll for poll in known.get(code, ()) if not poll.region or poll.region in named_here]
    return found


def _named_parts(country: str, folded: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the parts of a country, and the questions put to it, that a folded text names."""
    return frozenset(
        [
            region
            for region, name, longer in _parts(country, gazetteer)
            if name in folded and (not longer or folded.count(name) > sum(map(folded.count, longer)))
        ]
    )


@lru_cache(maxsize=64)
def _parts(country: str, gazetteer: Gazetteer) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return each name of each part of a country that votes, with those of others that contain it."""
    regions = {poll.region for poll in _by_country(gazetteer).get(country, ()) if poll.region}
    names = {region: called(region, country, gazetteer) for region in sorted(regions)}
    return tuple(
        [
            (
                region,
                name,
                tuple([o for other in names.values() for o in other if name in o and o not in own]),
            )
            for region, own in names.items()
            for name in own
        ]
    )


def of_voters(
    polls: list[Poll],
    kinds: frozenset[str],
    countries: frozenset[str],
    sentence: str,
    head: int,
    gazetteer: Gazetteer,
) -> list[Poll]:
    """Return those of some elections that the part of a country holds which is told to vote.

    Args:
        kinds: Those of the vote as the text names it.
        countries: Whose vote it is called: `a Canadian election` is none of a province.
        head: Where in the sentence its name ends.
    """
    told = sentence[:head]
    if not polls or _PHASED.search(told):
        return polls
    polls = [poll for poll in polls if poll.topic and poll.topic in sentence] or polls
    own = {}
    for country in {poll.event.country for poll in polls}:
        part = None if kinds & _OF_ALL else voter(told, country, gazetteer)
        own[country] = part or owner(told, country, gazetteer)
        if own[country] is None and country in countries:
            polls = [p for p in polls if p.event.country != country or not _is_of_part(p, gazetteer)]
    return [p for p in polls if (part := own[p.event.country]) is None or p.region in part]


def _is_of_part(poll: Poll, gazetteer: Gazetteer) -> bool:
    """Tell whether only a part of its country votes in an election."""
    return is_part(poll.region, poll.event.country, gazetteer)


_OF_ALL: Final = frozenset({"national", "presidential"})
"""Kinds of votes that parts of a country do not have for themselves."""

_PHASED: Final = re.compile(r"\b(?:phases?|rounds?|stages?)\b")
"""What makes a part of a country one of those that vote for all of it, one after the other."""

_PARTS: Final = {"AU": "state", "CA": "provincial", "DE": "state", "ES": "regional", "IN": "state"}
"""By which kind the votes of the parts of a country are told."""


def is_by_voters(term: Term, country: str | None, gazetteer: Gazetteer) -> bool:
    """Tell whether an office is that of a president whom the people of the country elect."""
    polls = _by_country(gazetteer).get(country or "", ()) if term.office.startswith("President of ") else ()
    place = gazetteer.countries.get(country or "")
    of = term.office.removeprefix("President of ").removeprefix("the ")
    return (
        place is not None and of in (place.name, *place.aka) and any("presidential" in p.kinds for p in polls)
    )


def national_polls(country: str | None, gazetteer: Gazetteer) -> list[Poll]:
    """Return the known elections of a country in which all of it votes for a house or an office."""
    known = _by_country(gazetteer).get(country or "", ())
    return [poll for poll in known if not poll.region and poll.kinds & _NATIONAL]


@lru_cache(maxsize=1024)
def regions_of(event: Event, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the folded words for the part of a country that votes; one empty word where all of it does."""
    region = _poll(event, *event.held, gazetteer).region if event.kind == "election" and event.held else ""
    return called(region, event.country, gazetteer)


_NATIONAL: Final = frozenset({"national", "presidential", "constituent"})


@lru_cache(maxsize=4)
def _by_country(gazetteer: Gazetteer) -> Mapping[str, list[Poll]]:
    found: dict[str, list[Poll]] = {}
    for event in gazetteer.events.values():
        if event.kind == "election" and event.held and event.country and event.held[0].year >= 1990:
            found.setdefault(event.country, []).append(_poll(event, *event.held, gazetteer))
    return found


def _poll(event: Event, start: date, end: date, gazetteer: Gazetteer) -> Poll:
    named = words(event.name)
    kinds = {POLL_KINDS[w] for w in named if w in POLL_KINDS}
    place = gazetteer.countries.get(event.country or "")
    home = {w for n in (place.name, *place.aka, *place.demonyms) for w in words(n)} if place else set()
    rest = [w for w in named if w not in POLL_KINDS and not w.isdigit() and w not in _PLAIN]
    if not is_part(" ".join(rest), event.country, gazetteer):
        rest = [_TOPICS.get(w, w) for w in rest if w not in home]
    about = [w for w in named if w in _ABOUT] if "referendum" in kinds else []
    if "referendum" in kinds and rest and not is_part(" ".join(rest), event.country, gazetteer):
        about = [" ".join(rest)]
    if "by" in named:
        return Poll(event, start, end, frozenset({"by"}), " ".join([w for w in rest if w != "by"]))
    of_president = event.country in _PRESIDENTS and start.year >= _SINCE.get(event.country, 0)
    if "national" in kinds and of_president and _HOUSES.isdisjoint(named):
        kinds.add("presidential")
    if not rest and kinds & {"national", "presidential", "midterm", "constituent"}:
        kinds.add("plain")
    if rest:
        parted = {_PARTS[event.country]} if event.country in _PARTS and "referendum" not in kinds else set()
        kinds = (kinds if "parliament" in named else kinds - {"national"}) | {"plain"} | parted
    return Poll(event, start, end, frozenset(kinds), " ".join(rest), *about)


def countries_of(printed: list[str], gazetteer: Gazetteer) -> set[str]:
    """Return the country whose election it is: `Spain's`, `New Zealand's`."""
    names = _names(gazetteer)
    owners = [_OWNING.sub("", word) if word.endswith(("s", "'", "’")) else word for word in printed]
    pairs = [*owners, *(f"{a} {b}" for a, b in pairwise(owners))]
    return {names[w] for w in pairs if w in names}


@lru_cache(maxsize=4)
def _names(gazetteer: Gazetteer) -> Mapping[str, str]:
    """Return the codes of the countries by their names."""
    return {n: code for code, place in gazetteer.countries.items() for n in (place.name, *place.aka)}


_OWNING: Final = re.compile(r"[’']s?$")


def is_in_series(poll: Poll, shelf: list[Poll], nth: int, long: timedelta) -> bool:
    """Tell whether an election is the nth of its kind in such a time."""
    own = [p for p in shelf if p.event.country == poll.event.country and p.kinds == poll.kinds]
    before = sorted(p.start for p in own if p.start < poll.start)
    first = before[1 - nth] if 1 < nth <= len(before) + 1 else None
    return first is not None and long / 2 <= poll.start - first <= long * 1.15


_ROUNDS_APART: Final = timedelta(days=3)
"""Days of a vote that lie further from each other are those of its rounds."""

_LATER_ROUNDS: Final = frozenset({"run-off", "second", "final", "last", "decisive"})


def days_of(poll: Poll, which: str, relation: Relation) -> tuple[date, ...]:
    """Return the days of an election that a text may mean: its second round, its first, or both."""
    apart = poll.end - poll.start > _ROUNDS_APART
    if which in _LATER_ROUNDS:
        return (poll.start if relation.kind == "heading" else poll.end,) if apart else ()
    if relation.kind == "outcome":
        return (poll.told,)
    if not which and not apart and relation.direction > 0 and relation.unit == "day":
        return tuple(dict.fromkeys((poll.end, poll.start)))
    if which == "first" or not apart:
        return (poll.start,) if which == "first" or relation.direction <= 0 else (poll.end,)
    return (poll.start, poll.end)


def series_said(left: str, right: str) -> tuple[int, timedelta] | None:
    """Return what `the second election in seven months` says."""
    apposed = _APPOSED.match(right)
    within = _WITHIN.match(right, apposed.end() if apposed else 0)
    which = (apposed or _WHICH.search(left)) if within else None
    nth = ordinal(which["nth"].lower()) if which else None
    count = counted(within["count"]) if within else 0
    if nth is None or not count or within is None:
        return None
    return nth, timedelta(days=count * (365 if within["unit"] == "year" else 30.4))
