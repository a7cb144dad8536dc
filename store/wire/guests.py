"""Guests: somebody from abroad whom a lead tells of where its dateline stands, as clues: a known visit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from store.days import WEEKDAYS
from store.fold import words
from store.wire.clues import Clue, Passages, one_of
from store.wire.committees import said_held
from store.wire.gazetteer import Gazetteer
from store.wire.happened import happened, on_weekday
from store.wire.names import Named
from store.wire.records import Happening
from store.wire.travels import told_days, without_beginning
from store.wire.victories import ON_WEEKDAY

_TITLED: Final = 8
"""So many words stand before the name of whoever a lead begins with."""

_FAR_OFF: Final = re.compile(
    r"\b(?:video\w*|messages?|letters?|telegrams?|cables?|statement|telephoned?|phone\w*|online|virtual\w*|sent"
    r"|sends|due|expected|invit\w+|ambassador|envoy)\b"
)
"""What says that somebody is not there, or not yet."""


def guest_clues(passages: Passages, named: Named, gazetteer: Gazetteer) -> Iterator[Clue]:
    """Yield the visits, known by place and person, of whoever a lead begins with."""
    place, line = passages.layout.dateline.place, passages.lines.get(0)
    if not place or line is None or not line.words or 0 not in passages.texts:
        return
    begin, end = line.sentences()[0]
    people = [m for m in named.marks.get(0, ()) if m.kind == "person" and begin <= m.start < end]
    if not people or people[0].start - begin > _TITLED or line.folds[people[0].end :][:1] == ("'s",):
        return
    guest, here = people[0], frozenset(words(place))
    visits = _visits(gazetteer).get(guest.entity)
    if not visits:
        return
    text = passages.texts[0][line.starts[begin] : line.end(end - 1)]
    text = without_beginning(text)
    on = ON_WEEKDAY.findall(text)
    lone = WEEKDAYS.index(on[0]) if len(on) == 1 else None
    if lone is None and not passages.layout.dateline_date:
        return  # a name and a place alone tell no day
    options = []
    for visit in visits:
        others = [group for group in visit.words[1:] if group.isdisjoint(line.vocabulary)]
        if others or here.isdisjoint(visit.words[0]) or _FAR_OFF.search(text):
            continue
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


@lru_cache(maxsize=4)
def _visits(gazetteer: Gazetteer) -> Mapping[str, Sequence[Happening]]:
    """Return the visits of one person that are known, by the person."""
    found: dict[str, list[Happening]] = {}
    for visit in gazetteer.chronicle.happenings:
        if visit.is_visit and len(visit.who) == 1:
            found.setdefault(next(iter(visit.who)), []).append(visit)
    return found
