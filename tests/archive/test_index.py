"""The index kept piece by piece says what one says that is made of the same segments at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.cataloguing import ROOM
from store.archive.counts import Counts
from store.archive.index import Index
from store.archive.lists import Lists
from store.archive.sets import of
from store.article import Entity, Kind
from store.document import Document, to_document
from store.query import Query
from tests.archive.drawing import Segment, segments
from tests.archive.indexing import content, found, index_of, taken
from tests.archive.making import CPP, CPV, TRUNG, article, many
from tests.growth import grows_in_proportion
from tests.strategies import WORDS

SEARCHED = (*(word.replace("à", "a") for word in WORDS), "people's party", "reli*")

Held = Mapping[int, Segment | None]
"""Segments by number; None stands for one that cannot be read."""


def made(held: Held) -> Index:
    """Return an index made of some segments at once."""
    index = Index(None)
    for number in sorted(held):
        put(index, number, held[number])
    return index


def put(index: Index, number: int, segment: Segment | None) -> None:
    """Have an index take a segment whole, or leave it out."""
    if segment is not None:
        taken(index, number, segment)
        return
    with index.writing() as catalogue:
        catalogue.leave_out(f"{number:05}", 0, 0, "is damaged")


@given(st.lists(st.tuples(st.integers(1, 3), st.none() | segments()), min_size=1, max_size=8))
def test_segments_taken_again_leave_nothing_behind(steps: Sequence[tuple[int, Segment | None]]) -> None:
    """Whatever a segment held before, the index says what one made anew of it says."""
    index, held = Index(None), dict[int, Segment | None]()
    for number, segment in steps:
        put(index, number, segment)
        held[number] = segment
        assert content(index, SEARCHED) == content(made(held), SEARCHED)
    while held:
        number, _ = held.popitem()
        with index.writing() as catalogue:
            catalogue.drop(f"{number:05}")
        assert content(index, SEARCHED) == content(made(held), SEARCHED)
    assert not any(content(index, SEARCHED)[:4])


@given(segments(), segments(), st.integers(0, 6))
def test_what_is_appended_is_as_if_taken_at_once(one: Segment, other: Segment, first: int) -> None:
    """A segment taken up to a place and then appended to is the segment taken whole, beside any other."""
    index = index_of(other)
    begun = dict(list(one.items())[:first])
    taken(index, 2, begun)
    if first < len(one):
        taken(index, 2, one, len(begun))
    assert content(index, SEARCHED) == content(index_of(other, one), SEARCHED)


def test_a_line_that_becomes_a_headline_is_found_as_one() -> None:
    """A text read anew, of which only the layout is understood otherwise, is found by its headline."""
    plain = replace(article("alpha beta"), body=("alpha", "beta"))
    titled = replace(plain, headline="alpha", body=("beta",))
    index = index_of([to_document(plain)])
    for held, expected in ((titled, {plain.id}), (plain, set())):
        taken(index, 1, [to_document(held)])
        assert found(index, Query.parse("title:alpha")) == expected
        assert found(index, Query.parse('"alpha beta"')) == {plain.id}


@pytest.mark.parametrize("sizes", [[257], [300, 600], [600, 300], [255, 256, 257, 5000], [1, 700, 0, 513]])
def test_a_segment_may_be_of_any_size(sizes: Sequence[int]) -> None:
    """A segment that no newsdesk writes so large is taken as it is, and again when it grew or shrank."""
    few = [to_document(a) for a in many(3, 9000)]
    index = index_of([], few)
    for size in sizes:
        documents = [to_document(a) for a in many(size)]
        taken(index, 1, documents)
        assert content(index, ["word", "text"]) == content(index_of(documents, few), ["word", "text"])


TOWNS = [Entity(f"place:town-{n}", "place", f"Town {n}") for n in range(240)]
"""So many that they are counted article by article, as the parties are set by set."""
CORRECTED = Entity("party:a-town", "place", "Party that is a town")
"""Kept apart, as the parties are, and counted with the towns."""
NAMED = [[CPV, *TOWNS[10 * n : 10 * n + 9 + n % 5], (CPP, TRUNG, CORRECTED)[n % 3]] for n in range(24)]
NAMING = index_of(
    *(
        [to_document(article(f"text {n}", named=NAMED[n])) for n in range(start, start + 8)]
        for start in (0, 8, 16)
    )
)


@given(st.sets(st.integers(0, 23)), st.permutations(("party", "place", "person")))
def test_any_set_of_articles_is_counted_by_entity(chosen: set[int], kinds: Sequence[Kind]) -> None:
    """However the articles counted lie among the others, each entity is counted as often as they name it."""
    database, lists = NAMING.reader(), Lists(NAMING.reader())
    hits = of(ROOM * (n // 8) + n % 8 for n in chosen)
    counts = Counts(database, lists)
    expected = Counter(e.id for n in chosen for e in NAMED[n])
    found = {f.id: f.count for kind in kinds for f in counts.facets(hits, kind, {})}
    assert found == {e.id: expected[e.id] for named in NAMED for e in named}
    assert counts.naming(hits, list(found)) == found


def test_an_entity_that_a_text_lists_twice_counts_once() -> None:
    """What no newsdesk writes, an entity twice in one article, is one text that names it."""
    document = to_document(article("one", named=[CPV, CPP]))
    document["entities"] = [*document["entities"], *document["entities"]]
    said = content(index_of([document]))
    assert said.texts == {CPV.id: 1, CPP.id: 1}


def _segments(count: str) -> list[list[Document]]:
    articles = [to_document(a) for a in many(20 * len(count))]
    return [articles[start : start + 20] for start in range(0, len(articles), 20)]


@pytest.mark.slow
def test_segments_are_taken_in_proportion() -> None:
    """Twice the segments, one after the other, take at most three times the time."""
    assert grows_in_proportion(lambda count: index_of(*_segments(count)), "x" * 40, "x" * 80)
