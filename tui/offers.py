"""Offers: what each picker shows under a query, with the counts that the archive gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from store.archive.hits import Courses, Topic
from store.article import EventDate
from store.query import Chip, Query
from store.terms import DATE_FIELDS
from tui.asking import Answer
from tui.choices import About, Choice, How, Offer, State
from tui.wording import period

KIND_WORDS: Final[Mapping[Topic, str]] = {
    "person": "pe",
    "place": "pl",
    "org": "or",
    "office": "of",
    "event": "ev",
}
"""The kinds that the picker of entities mixes, each with the word that stands before its names."""

_BARS: Final = 16
"""The most bars of a count over time."""

_WITH_COURSE: Final = 200
"""So many entities have their counts over time; nobody goes further down than that."""

_WEEK: Final = 7
"""Days."""


def undated(query: Query) -> Query:
    """Return a query without the conditions on the date that must hold."""
    return _thinned(query, lambda chip: chip.field in DATE_FIELDS and not chip.excluded)


def picked(query: Query, field: str, value: str, how: How) -> Query:
    """Return a query with one more value of a field, or without it if it stands; a date replaces another."""
    if how == "either":
        return query.widening(field, value)
    if how == "leave out":
        return query.excluding(field, value)
    if field != "date":
        return query.toggling(field, value)
    free = undated(query)
    return free if value in query.values(field) else free.replacing(field, value)


def emptied(query: Query, about: About) -> Query:
    """Return a query without any condition on what a picker is for."""
    fields: set[str | None] = {"party"} if about == "party" else {*KIND_WORDS}
    if about == "date":
        fields = {*DATE_FIELDS}
    return _thinned(query, lambda chip: chip.field in fields)


def _thinned(query: Query, is_left_out: Callable[[Chip], bool]) -> Query:
    for number in reversed([n for n, chip in enumerate(query.chips) if is_left_out(chip)]):
        query = query.without(number)
    return query


def parties(answer: Answer, *, courses: bool) -> Offer:
    """Return the parties to pick from, with their counts among the texts found.

    Args:
        courses: Whether there is room for counts over time.
    """
    facets = answer.archive.facets(answer.query, "party", answer.today)
    ids = [facet.id for facet in facets]
    over = answer.archive.courses(answer.query, ids, _BARS, answer.today) if courses else None
    states = answer.states("party")
    choices = [
        Choice(
            one.letter or "", "party", one.id, one.abbr or "", one.name, one.count, states.get(one.id, ""),
            course=over.counts.get(one.id, ()) if over else (),
        )
        for one in facets
    ]  # fmt: skip
    return Offer("party", "p", "Party", tuple(choices), _ends(over))


def years(answer: Answer, query: Query) -> list[Choice]:
    """Return the years to pick from, newest first, and last what has no date.

    Args:
        query: What the texts must have besides.
    """
    on = answer.query.values("date")
    choices = []
    for number, group in enumerate(answer.archive.courses(query, (), 1, answer.today).years):
        value = "none" if group.year is None else str(group.year)
        key = "n" if group.year is None else year_key(number)
        state: State = "on" if value in on else ""
        choices.append(Choice(key, "date", value, "", period(value), group.count, state))
    return choices


def _count(answer: Answer, query: Query) -> int:
    """Return how many texts another query finds; a tally would also look for their first and last day."""
    return sum(group.count for group in answer.archive.groups(query, answer.today))


def year_key(number: int) -> str:
    """Return the key of the n-th newest year, counted from 0: a digit for ten years, then one more key."""
    return "-" * (number // 10) + str((number + 1) % 10)


def dates(answer: Answer, text: EventDate | None, *, courses: bool) -> Offer:
    """Return the years to pick from, and below them what lies around the text under the cursor.

    Args:
        text: When that text is about.
        courses: Whether there is room for counts over time.
    """
    free = undated(answer.query)
    on = answer.query.values("date")
    chosen = years(answer, free)
    if courses:
        over: dict[str, list[int]] = {}
        for bar in answer.archive.histogram(free, "month", answer.today):
            months = over.setdefault(str(bar.start.year), [0] * 12)
            months[bar.start.month - 1] += bar.exact + bar.inferred
        chosen = [one._replace(course=tuple(over.get(one.value, ()))) for one in chosen]
    for key, value, note in _around(text, answer.today):
        texts = _count(answer, free.replacing("date", value))
        state: State = "on" if value in on else ""
        chosen.append(Choice(key, "date", value, "", period(value), texts, state, note))
    every = _count(answer, free)
    chosen.append(Choice("r", "range", "", "", "from … to …", None, note="typed"))
    chosen.append(Choice("x", "none", "", "", "every date", every))
    return Offer("date", "d", "Date", tuple(chosen), ("Jan", "Dec") if courses else ("", ""))


def _around(text: EventDate | None, today: date) -> Iterator[tuple[str, str, str]]:
    """Yield (key, value, what it is) of the periods around the day of a text."""
    if text and text.earliest and text.latest:
        first, last = text.earliest, text.latest
        yield "m", last.isoformat()[:7], "its month"
        yield "w", f"{_moved(first, -_WEEK)}..{_moved(last, _WEEK)}", "±7 days"
        yield "a", f"{_moved(last, 1)}..", "after it"
        yield "b", f"..{_moved(first, -1)}", "before it"
    else:
        yield "m", today.isoformat()[:7], "this month"
    yield "t", "today", ""


def _moved(day: date, by: int) -> date:
    """Return a day some days on or back, and never beyond the calendar."""
    return date.fromordinal(max(1, min(day.toordinal() + by, date.max.toordinal())))


def known_entities(answer: Answer) -> Offer:
    """Return the entities that have letters, without counts: what can be shown at once."""
    names = answer.archive.vocabulary
    found = [(names.entity(i), letter) for i, letter in answer.archive.initials.items()]
    choices = [
        Choice(letter, entity.kind, entity.id, KIND_WORDS.get(entity.kind, ""), entity.name, None)
        for entity, letter in found
        if entity
    ]
    return Offer("entity", "e", "Entity", tuple(choices), is_whole=False)


def entities(answer: Answer, *, courses: bool) -> Offer:
    """Return all entities but the parties, those with letters first, the others by their counts.

    It takes a tenth of a second where there are many.
    """
    states = {i: state for kind in KIND_WORDS for i, state in answer.states(kind).items()}
    facets = [
        facet for kind in KIND_WORDS for facet in answer.archive.facets(answer.query, kind, answer.today)
    ]
    letters = answer.archive.initials
    age = {entity: number for number, entity in enumerate(letters)}
    facets.sort(key=lambda one: (age.get(one.id, len(age)), -one.count))
    foremost = [one.id for one in facets[:_WITH_COURSE]]
    over = answer.archive.courses(answer.query, foremost, _BARS, answer.today) if courses else None
    twins = Counter((one.kind, one.name) for one in facets)
    choices = tuple(
        Choice(
            letters.get(one.id, ""), one.kind, one.id, KIND_WORDS[one.kind], one.name, one.count,
            states.get(one.id, ""), (one.country or "") if twins[one.kind, one.name] > 1 else "",
            over.counts.get(one.id, ()) if over else (),
        )
        for one in facets
    )  # fmt: skip
    return Offer("entity", "e", "Entity", choices, _ends(over))


def _ends(over: Courses | None) -> tuple[str, str]:
    return (str(over.first), str(over.last)) if over and over.first else ("", "")


def going(answer: Answer, *, courses: bool) -> Offer:
    """Return where to go first: the parties, then the years for what no party is in."""
    offer = parties(answer, courses=courses)
    found = [one._replace(state="") for one in offer.choices if one.texts]
    found += years(answer, answer.query)
    return offer._replace(about="go", key="g", name="Go", choices=tuple(found), may_end=True)


def going_on(answer: Answer) -> Offer:
    """Return where to go next: the years of a party."""
    return Offer("go", "g", "Go", tuple(years(answer, answer.query)), may_end=True)
