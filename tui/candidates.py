"""Candidates: what the filter line offers for each field, with the counts that the archive gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from store.archive.archive import Archive
from store.archive.hits import Bin, Topic
from store.completion import Candidate, Slot
from store.errors import QueryError
from store.query import Query
from store.terms import DATE_FIELDS, ENTITY_FIELDS, KEYWORDS, plain, printed
from tui.asking import Answer
from tui.lines import KIND_INK, Line, cells, line
from tui.measure import clip
from tui.show import show

_SPANS: Final = ("7d", "30d", "6m", "1y", "2y", "5y")
"""What is offered behind `since:`."""

_MOST: Final = 50
"""So many tags, or names of files, are counted under the filter; of more nobody sees the last."""

_NAME: Final = 32
"""The most cells of one name in the row."""


def candidates(answer: Answer, field: str | None) -> tuple[Candidate, ...]:
    """Return what could be the value of a field, the most frequent first; without field any entity."""
    if field is None:
        found = [one for kind in ENTITY_FIELDS for one in _entities(answer, cast("Topic", kind))]
    elif field in ENTITY_FIELDS:
        found = _entities(answer, cast("Topic", field))
    elif field in DATE_FIELDS:
        return tuple(_dates(answer, field))
    elif field in KEYWORDS:
        return tuple(_counted(answer, field, KEYWORDS[field]))
    elif field == "tag":
        tags = answer.archive.mine.tags()
        found = _counted(answer, field, sorted(tags, key=lambda tag: (-tags[tag], tag))[:_MOST])
    elif field == "source":
        found = _counted(answer, field, answer.archive.vocabulary.files(_MOST))
    else:
        return ()
    return tuple(sorted(found, key=lambda one: -(one.texts or 0)))


def _entities(answer: Answer, kind: Topic) -> list[Candidate]:
    facets = answer.archive.facets(answer.query, kind, answer.today)
    also = answer.archive.vocabulary.other_names
    return [Candidate(f.abbr or f.name, f.id, f.count, True, kind, also(f.id)) for f in facets if f.count]


def _counted(answer: Answer, field: str, values: Iterable[str]) -> list[Candidate]:
    if field == "sort":
        return [Candidate(value, value) for value in values]
    count = _counting(answer, field)
    return [Candidate(value, printed(value), count(value)) for value in values]


def _counting(answer: Answer, field: str) -> Callable[[str], int]:
    return lambda value: answer.archive.tally(answer.query.toggling(field, value), answer.today).shown


def _dates(answer: Answer, field: str) -> list[Candidate]:
    """Return the years that have texts, newest first, then their months, then words for periods."""
    archive, query, today = answer.archive, answer.query, answer.today
    years = archive.histogram(query, "year", today)
    months = archive.histogram(query, "month", today)
    found = [_stretch(one, f"{one.start.year:04}") for one in years]
    later = [_stretch(m, f"{m.start.year:04}-{m.start.month:02}") for m in months]
    words: Mapping[str, tuple[str, ...]] = {"date": ("today", "yesterday", "none"), "since": _SPANS}
    count = _counting(answer, field)
    spans = [Candidate(word, word, count(word)) for word in words.get(field, ())]
    first, last = (spans, []) if field == "since" else ([], spans)
    return [*first, *found[::-1], *later[::-1], *last]


def _stretch(one: Bin, value: str) -> Candidate:
    return Candidate(value, value, one.exact + one.inferred)


def value_of(archive: Archive, one: Candidate, place: Slot) -> str:
    """Return a candidate as the query text that goes into a slot."""
    if not one.is_entity or one.field is None:
        return one.value
    name = show(one.shown)
    meant = archive.vocabulary.resolve(one.field, plain(name))
    text = printed(name if one.field == "office" or meant == {one.value} else archive.term(one.value))
    return text if place.field else f"{one.field}:{text}"


def asked(text: str, archive: Archive) -> Query:
    """Return the query that the rest of a filter means; all texts where it means none."""
    try:
        return Query.parse(text, archive.vocabulary)
    except QueryError:
        return Query()


def mistake(error: QueryError, texts: int | None) -> Line:
    """Return what is wrong with a filter, and what Enter takes instead.

    Args:
        texts: How many texts the suggestion finds, where that is known.
    """
    reason, mean, meant = error.reason.partition(" Did you mean ")
    if error.suggestion is None:
        return line((error.reason, "text"))
    first, _, rest = reason.partition(". ")
    count = "" if texts is None else f" ({texts:,})"
    accept = (("Enter", "key"), (" accepts", "muted"))
    if mean:
        asked = (" Did you mean ", "muted"), (meant.rstrip("?"), "strong"), (f"{count}? ", "muted")
        return line((reason, "text"), *asked, *accept)
    use = (". Use ", "muted"), (error.suggestion, "strong"), (f"{count} · ", "muted")
    return line((first, "text"), *use, *accept, (f" · {rest}" if rest else "", "muted"))


def row(found: list[Candidate], at: int | None, columns: int) -> Line:
    """Return candidates with their counts as one line, with the one that was taken in sight.

    Args:
        at: The number of the one taken; None while none is.
    """
    items = [_item(one, place == at) for place, one in enumerate(found[: (at or 0) + _NAME])]
    room = columns - len("… …")
    first = last = at or 0
    while first and _room_of(items[first - 1 : last + 1]) <= room:
        first -= 1
    while last < len(items) and _room_of(items[first : last + 1]) <= room:
        last += 1
    spans = [("… ", "faint")] if first else []
    for item in items[first:last]:
        spans += [*item, ("  ", "text")]
    if last < len(items):
        spans.append(("…", "faint"))
    return line(*spans)


def _room_of(items: list[Line]) -> int:
    return sum(cells(item) + 2 for item in items)


def _item(one: Candidate, is_taken: bool) -> Line:
    name = clip(show(one.shown), _NAME)
    count = () if one.texts is None else ((f" {one.texts:,}", "faint"),)
    ink = KIND_INK.get(one.field, "text") if one.is_entity and one.field else "text"
    return ((name, "mark" if is_taken else ink), *count)
