"""What a query means: which articles an index finds, held against the plain reading of each text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.lists import Lists
from store.archive.marked import Marked
from store.archive.marks import Marks
from store.archive.meaning import Meaning
from store.archive.vocabulary import Names
from store.document import to_document
from store.query import Query
from tests import strategies
from tests.archive.indexing import answers, found, index_of, written
from tests.archive.plain_reading import predicate
from tests.growth import grows_in_proportion, repeated
from tests.strategies import TODAY, Question, Text, questions, texts


@given(questions(), st.lists(texts(), min_size=1, max_size=6))
def test_a_query_means_what_its_text_says(question: Question, drawn: Sequence[Text]) -> None:
    """An index finds just the texts of which the words, names, periods and joints of a query hold."""
    known = [written(replace(text, id=f"{text.id[:11]}{number:x}")) for number, text in enumerate(drawn)]
    index = index_of([to_document(whole) for whole, _, _ in known])
    query = Query.parse(question.text)
    expected = {facts.id for _, facts, _ in known if question.holds(facts)}
    assert found(index, query, {facts.id: mark for _, facts, mark in known}) == expected
    assert {
        facts.id for _, facts, _ in known if predicate(query, strategies.Names(), TODAY)(facts)
    } == expected
    assert Query.parse(str(query)) == query


ARTICLE = Text(
    interval=(date(2021, 5, 1), date(2021, 5, 31)),
    certainty="likely",
    entities=frozenset({"party:vn-cpv", "person:le-hoai-trung"}),
    title="Việt Nam’s party informs Cambodia",
    words="Cambodia. The 13th Congress: self-reliance, đổi mới (renewal)",
    sources=("/srv/inbox/Tin-VNA-Đà-Nẵng.txt",),
)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("", True),
        ("viet", True),
        ("VIỆT", True),
        ("cong", False),
        ("cong*", True),
        ("congresses", False),
        ('"13th congress"', True),
        ('"congress 13th"', False),
        ('"th congress"', False),
        ("self-reliance", True),
        ("self-rel*", True),
        ('"doi moi"', True),
        ("vietnam", False),
        ("nam's", True),
        ('"Cambodia. The 13th"', True),
        ("title:cambodia", True),
        ("title:congress", False),
        ("title:info*", True),
        ('title:"party informs"', True),
        ("source:vna", True),
        ("source:da-nang", True),
        ("source:inbox", False),
        ("source:inbox/tin", True),
        ("party:vcp", True),
        ("party:cpp,cpv", True),
        ("party:cpv party:cpp", False),
        ("party:cpv -party:cpp", True),
        ("party:nobody", False),
        ("-party:nobody", True),
        ('person:"Lê Hoài Trung"', True),
    ],
)
def test_words_and_names(query: str, holds: bool) -> None:
    """Words are whole and blind to case and accents; names mean what the vocabulary says."""
    assert answers(query, ARTICLE) is holds


@pytest.mark.parametrize(
    ("query", "first", "last", "holds"),
    [
        ("date:2021-05-18", "2021-05-01", "2021-05-31", True),
        ("date:2021-06", "2021-05-01", "2021-05-31", False),
        ("date:2021-Q2", "2021-06-30", "2021-06-30", True),
        ("date:2021-Q2", "2021-07-01", "2021-07-01", False),
        ("date:2016..2021", "2021-12-31", "2021-12-31", True),
        ("date:2016..2021", "2022-01-01", "2022-01-01", False),
        ("-date:2021", "2020-01-01", "2021-12-31", False),
        ("date:today", "2021-05-18", "2021-05-18", True),
        ("date:yesterday", "2021-05-18", "2021-05-18", False),
        ("date:may", "2021-05-31", "2021-05-31", True),
        ("date:june", "2020-06-01", "2020-06-01", True),
        ("date:may..june", "2019-06-15", "2019-06-15", False),
        ("date:may..june", "2020-05-01", "2020-05-01", True),
        ("date:may..june", "2021-05-18", "2021-05-18", False),
        ("date:november..february", "2020-12-01", "2020-12-01", True),
        ("date:today..2016", "2018-01-01", "2018-01-01", False),
        ("since:2016", "2016-01-01", "2016-01-01", True),
        ("after:2016", "2016-12-31", "2016-12-31", False),
        ("after:2016", "2017-01-01", "2017-01-01", True),
        ("after:9999", "2016-01-01", "9999-12-31", False),
        ("before:2016", "2016-01-01", "2016-01-01", False),
        ("before:2016", "2015-12-31", "2016-12-31", True),
        ("before:0001", "0001-01-01", "0001-01-01", False),
        ("since:1m", "2021-04-18", "2021-04-18", True),
        ("since:1m", "2021-04-17", "2021-04-17", False),
        ("since:0d", "2021-05-18", "2021-05-18", True),
        ("since:2w", "2021-05-04", "2021-05-04", True),
        ("before:1y", "2020-05-17", "2020-05-17", True),
        ("since:9999y", "0001-01-01", "0001-01-01", True),
        ("date:none", "2021-01-01", "2021-01-01", False),
    ],
)
def test_periods(query: str, first: str, last: str, holds: bool) -> None:
    """A text is meant when the days on which it may have happened overlap the period."""
    text = Text(interval=(date.fromisoformat(first), date.fromisoformat(last)))
    assert answers(query, text) is holds


def test_a_text_without_any_date() -> None:
    """No period finds a text without a date; only `date:none`, and the absence of a period, does."""
    undated = Text()
    assert answers("date:none", undated)
    assert answers("-date:2021", undated)
    for query in ("date:..", "since:2016", "before:2030", "date:2021", "-date:none"):
        assert not answers(query, undated)


def test_a_span_moves_with_the_day() -> None:
    """The same query means other days on another day, at the end of a month too."""
    text = Text(interval=(date(2021, 2, 28), date(2021, 2, 28)))
    assert answers("since:1m", text, date(2021, 3, 31))
    assert not answers("since:1m", text, date(2021, 4, 1))
    assert answers("since:9999w", text, date(100, 1, 1))


@pytest.mark.parametrize(
    ("last_day", "certainty", "exact", "inferred"),
    [
        (18, "certain", True, False),
        (18, "corrected", True, False),
        (18, "likely", False, True),
        (31, "certain", False, False),
        (31, "guess", False, True),
    ],
)
def test_exact_and_inferred(last_day: int, certainty: str, exact: bool, inferred: bool) -> None:
    """Exact is known to the day without inference; inferred is what the screen marks with `~`."""
    text = Text(interval=(date(2021, 5, 18), date(2021, 5, last_day)), certainty=certainty)
    assert answers("is:exact", text) is exact
    assert answers("is:inferred", text) is inferred
    assert answers("is:corrected", text) is (certainty == "corrected")


@pytest.mark.slow
@pytest.mark.parametrize("query", ["absent", "absent*", '"party party congress"', "title:absent | -friend"])
def test_a_long_text_is_taken_and_searched_in_proportion(query: str) -> None:
    """Twice the text takes at most three times the time, also where a phrase nearly matches everywhere."""
    assert grows_in_proportion(
        lambda text: answers(query, Text(words=text, title=text[:60_000])), *repeated("party ", 1_000_000)
    )


@pytest.mark.parametrize(
    "query", ["source:\udcff", "party:x\udcff", "person:\udcff", "tag:\udcff", "title:a\udcff"]
)
def test_what_is_no_text_is_in_no_text(query: str) -> None:
    """A query with half a character, as a shell hands over what is no UTF-8, finds nothing in any field."""
    database = index_of([to_document(written(ARTICLE)[0])]).reader()
    meaning = Meaning(Lists(database), Names(database, {}), Marked(database, Marks()), TODAY)
    assert meaning.of(Query.parse(query).terms) == 0
    assert Query.parse(str(Query.parse(query))) == Query.parse(query)
