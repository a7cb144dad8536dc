"""Guests: somebody from abroad whom a lead tells of where its dateline stands, as clues: a known visit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final

from store.days import WEEKDAYS
from store.fold import words
from store.wire.clues import Clue, Passages, one_of
from store.wire.committees import said_held
from store.wire.gazetteer import Gazetteer
from store.wire.happened import happened, on_weekday
from store.wire.names import Named
from store.wire.printed import DAY, find_days
from store.wire.records import Happening
from store.wire.sheet import Mark
from store.wire.tokens import Line, word_set
from store.wire.travels import told_days, without_beginning
from store.wire.victories import ON_WEEKDAY

_TITLED: Final = 8
"""So many words stand before the name of whoever a lead begins with."""

_RECEIVES: Final = word_set(
    "met meets talks received receives welcomed welcomes hosted hosts greeted visiting"
)
_TOGETHER: Final = word_set("met agreed signed held pledged vowed witnessed shook talks")
_BETWEEN: Final = 24
"""So many words stand at most between a host and his guest, with what each of them is."""

_THERE: Final = word_set(
    "here visit visits visited visiting trip tour arrived arrives arriving landed lands flew ceremony "
    "welcome greeted dinner banquet summit capital signed hosted reception"
)
"""One of these, or the place itself, stands in a lead that tells of a guest by a weekday alone."""

_DAY: Final = re.compile(rf"(?<![\w(-]){DAY}", re.I)
_FAR_OFF: Final = re.compile(
    r"\b(?:video\w*|messages?|letters?|telegrams?|cables?"
    r"|(?<!joint )statement|telephoned?|phone\w*|online|virtual\w*|sent"
    r"|sends|due|expected|invit\w+|(?:ambassador|envoy)(?![^.;]{0,90} arrived\b)"
    r"|(?:greet|congratulat)(?:s|es|ed) (?:(?:[A-Z][\w’'-]*|the|of|and),? ){1,12}(?:up)?on (?:his|her"
    r"|their))\b"
)
"""What says that somebody is not there, or not yet."""


_INVITED: Final = re.compile(r"(?:At|On|Upon) (?:the|an) invitation (?:of|from|by) ")
"""How a lead begins whose guest stands behind whoever invited him."""


def guest_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield the visits, known by place and person, of whoever a lead begins with."""
    place, line = passages.layout.dateline.place, passages.lines.get(0)
    if not place or line is None or not line.words or 0 not in passages.texts:
        return
    begin, end = line.sentences()[0]
    people = [m for m in named.marks.get(0, ()) if m.kind == "person" and begin <= m.start < end]
    if _INVITED.match(passages.texts[0], line.starts[begin]):  # whoever invited is named first, if at all
        people = [
            m for m in people if _here(_visits(gazetteer).get(m.entity, ()), frozenset(words(place)), line)
        ]
        begin = people[0].start if people else begin
    if not people or people[0].start - begin > _TITLED or line.folds[people[0].end :][:1] == ("'s",):
        return
    here, visits = frozenset(words(place)), _visits(gazetteer)
    guests = people[: 2 if _is_host(line, people) else 1]
    guest = next((each for each in guests if _here(visits.get(each.entity, ()), here, line)), None)
    if guest is None:
        return
    text = without_beginning(passages.texts[0][line.starts[begin] : line.end(end - 1)])
    on = ON_WEEKDAY.findall(text)
    lone = WEEKDAYS.index(on[0]) if len(on) == 1 else None
    dated = passages.layout.dateline_date or any(find_days(_DAY, passages.texts[0], line))
    if (lone is None and not dated) or _FAR_OFF.search(text):
        return  # a name and a place alone tell no day
    own = line.folds[begin:end]
    several = len(people) > 1 and passages.layout.dateline_date is not None
    known = several or not (_THERE.isdisjoint(own) and here.isdisjoint(own))
    host = gazetteer.people.get(people[0].entity) if guest is not people[0] else None
    if (lone is not None and not known) or (
        host is None and _is_elsewhere(people, here, named, (begin, end), gazetteer)
    ):
        return
    options = []
    for visit in _here(visits[guest.entity], here, line):
        if lone is None:
            when = happened(visit, "", "", text, 0)
        else:
            when = on_weekday(told_days(visit.held, text), lone, is_visit=True)
        if when:
            quote = passages.texts[0][line.starts[guest.start] : line.end(guest.end - 1)]
            says = f"{visit.name}, {said_held(visit.held).removeprefix('held ')}"
            told = ("milestone", quote, 0, says, when.earliest, when.latest, when.weight, when.near)
            options.append(Clue(*told, visit.name, visit.source, reach=when.reach))
    yield from one_of(options)


def _is_elsewhere(
    people: Sequence[Mark], here: Set[str], named: Named, sentence: tuple[int, int], gazetteer: Gazetteer
) -> bool:
    """Tell whether a sentence names a third country: neither its people's nor where it was written."""
    marks = [m for m in named.marks.get(0, ()) if m.kind == "place" and sentence[0] <= m.start < sentence[1]]
    keys = {mark.entity for mark in marks}
    told = [entity for entity in named.entities if entity.id in keys]
    lands = {entity.country for entity in named.entities if not here.isdisjoint(words(entity.name))}
    own = {gazetteer.people[m.entity].country for m in people if m.entity in gazetteer.people} | {None}
    strange = {e.id: e.country for e in told if e.country not in lands and here.isdisjoint(words(e.name))}
    folds = named.lines[0].folds
    there = [m for m in marks if m.entity in strange]
    return any([strange[m.entity] not in own or folds[m.start - 1] in _INSIDE for m in there])


_INSIDE: Final = ("in", "at")
"""What stands before a place that somebody is in."""


def _is_host(line: Line, people: Sequence[Mark]) -> bool:
    """Tell whether whoever a lead begins with receives the next one whom it names."""
    between = line.folds[people[0].end : people[1].start] if len(people) > 1 else ()
    if len(between) > _BETWEEN or not between or line.folds[people[1].end :][:1] == ("'s",):
        return False
    together = (
        "and" in between and "," not in between and not _TOGETHER.isdisjoint(line.folds[people[1].end :])
    )
    return together or not _RECEIVES.isdisjoint(between)


def _here(visits: Sequence[Happening], here: Set[str], line: Line) -> list[Happening]:
    """Return those of somebody's visits that led where a text was written."""
    said = here | line.vocabulary
    return [v for v in visits if not (here.isdisjoint(v.words[0]) or any(map(said.isdisjoint, v.words)))]


@lru_cache(maxsize=4)
def _visits(gazetteer: Gazetteer) -> Mapping[str, Sequence[Happening]]:
    """Return the visits of one person that are known, by the person."""
    found: dict[str, list[Happening]] = {}
    for visit in gazetteer.chronicle.happenings:
        if visit.is_visit and len(visit.who) == 1:
            found.setdefault(next(iter(visit.who)), []).append(visit)
    return found
