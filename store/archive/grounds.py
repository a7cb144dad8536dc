"""Grounds: what is true of an article beside its words and names: its day, marks, source, and what it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from store import periods
from store.archive.marks import Mark
from store.archive.traits import quotes
from store.article import CAPTION, Article
from store.days import MONTHS, Interval, overlaps
from store.finding import Place, evidenced
from store.fold import fold
from store.query import INFERRED


class Namer(Protocol):
    """What names mean."""

    def resolve(self, field: str, value: str) -> frozenset[str]:
        """Return the ids of the entities that a value of a field means."""


class Case(NamedTuple):
    """An article, and all else that a query can ask of it."""

    article: Article
    said: Mark
    """What the reader said of it."""
    names: Namer
    today: date


class Ground(NamedTuple):
    """Whether something holds for an article, and why."""

    holds: bool
    says: str
    places: tuple[Place, ...] = ()
    """The words that show it."""


def of_date(case: Case, name: str, value: str) -> Ground:
    """Return how the days on which something may have happened lie to the period that is asked."""
    when = case.article.date
    known = (when.earliest, when.latest) if when.earliest and when.latest else None
    places = evidence(case)
    if known is None:
        return Ground(value == periods.NONE, "its day is not known", places)
    if value == periods.NONE:
        return Ground(False, f"{_span(known)} is known", places)
    period = periods.resolve(name, value, case.today)
    if period is None:
        return Ground(False, "no day is so early or so late", places)
    holds = overlaps(known, period)
    whole = period[0] <= known[0] and known[1] <= period[1]
    lies = ("lies inside" if whole else "lies partly inside") if holds else "lies outside"
    return Ground(holds, f"{_span(known)} {lies}{_bounds(period, known)}", places)


def of_fact(case: Case, name: str, value: str) -> Ground:
    """Return why `tag:`, `source:`, `id:`, `has:` or `is:` with a value is true or not."""
    return _FACTS[name](case, value)


def evidence(case: Case) -> tuple[Place, ...]:
    """Return the words that decided the date."""
    found = (evidenced(case.article, item) for item in case.article.date.evidence)
    return tuple(dict.fromkeys(filter(None, found)))


def times(count: int) -> str:
    """Return `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def listed(words: Iterable[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def _tag(case: Case, value: str) -> Ground:
    wanted = fold(value.removesuffix("*"))
    meant = str.startswith if value.endswith("*") else str.__eq__
    tags = [tag for tag in case.said.tags if meant(fold(tag), wanted)]
    return Ground(bool(tags), f"you tagged it {listed(tags)}" if tags else "no such tag on it")


def _source(case: Case, value: str) -> Ground:
    part = fold(value)
    files = [case.article.source.file, *case.article.source.also]
    shown = files if "/" in part else [file.rpartition("/")[2] for file in files]
    found = [file for file in shown if part in fold(file)]
    return Ground(bool(found), f"came from {listed(found)}" if found else "no file of it is so named")


def _id(case: Case, value: str) -> Ground:
    return Ground(case.article.id.startswith(value), f"its id is {case.article.id}")


def _has(case: Case, value: str) -> Ground:
    article, said = case.article, case.said
    if value == "tag":
        return Ground(bool(said.tags), f"you tagged it {listed(said.tags)}" if said.tags else "no tag on it")
    if value == "note":
        notes = f"you wrote on it {times(len(said.notes))}"
        return Ground(bool(said.notes), notes if said.notes else "no note on it")
    if value == "caption":
        whole = (CAPTION, 0, len(article.caption or ""))
        held = Ground(True, "has a photo caption", (whole,))
        return held if article.caption else Ground(False, "no photo caption in it")
    return _met(article) if value == "contact" else _spoken_in(article)


def _met(article: Article) -> Ground:
    names = {entity.id: entity.abbr or entity.name for entity in article.entities}
    pairs = [" and ".join(names.get(party, party) for party in c.parties) for c in article.contacts]
    if not pairs:
        return Ground(False, "no sentence says that parties met")
    found = (
        (c.paragraph, article.paragraph(c.paragraph).find(c.sentence), len(c.sentence))
        for c in article.contacts
    )
    places = tuple((paragraph, at, at + length) for paragraph, at, length in found if at >= 0)
    return Ground(True, f"says that {listed(dict.fromkeys(pairs))} met", places)


def _spoken_in(article: Article) -> Ground:
    found = ((n, match) for n, text in enumerate(article.body) for match in quotes(text))
    places = tuple((n, match.start(), match.end()) for n, match in found)
    says = f"quotes somebody {times(len(places))}" if places else "nobody is quoted in it"
    return Ground(bool(places), says, places)


def _is(case: Case, value: str) -> Ground:
    sure, said, when = case.article.date.certainty, case.said, case.article.date
    if value in ("read", "unread"):
        told = "you have read it" if said.read else "you have not read it"
        return Ground(bool(said.read) == (value == "read"), told)
    if value == "starred":
        return Ground(bool(said.starred), "you starred it" if said.starred else "no star on it")
    if value == "corrected":
        told = "its date was corrected" if sure == "corrected" else "nobody corrected its date"
        return Ground(sure == "corrected", told)
    one_day = when.earliest is not None and when.earliest == when.latest
    holds = sure in INFERRED if value == "inferred" else one_day and sure not in INFERRED
    return Ground(holds, f"its date is {_SURE[sure]}", evidence(case))


_FACTS: Final[Mapping[str, Callable[[Case, str], Ground]]] = MappingProxyType(
    {"tag": _tag, "source": _source, "id": _id, "has": _has, "is": _is}
)

_SURE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "certain": "certain: printed, not inferred",
        "likely": "likely: inferred",
        "guess": "a guess: inferred",
        "unknown": "not known",
        "corrected": "corrected, not inferred",
    }
)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _span(known: Interval) -> str:
    first, last = known
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _bounds(period: Interval, known: Interval) -> str:
    """Return the days that are asked, unless they are just those that are known."""
    first, last = period
    if period in (known, (date.min, date.max)):
        return ""
    if first == date.min:
        return f": up to {_day(last)}"
    return f": from {_day(first)} on" if last == date.max else f": {_span(period)}"
