"""Completion: what stands at the cursor of a half-typed filter, and the text with something else there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.completion import Candidate, completed, fields, matching, slot
from store.query import Query
from store.terms import FIELDS
from tests.growth import grows_in_proportion, repeated
from tests.strategies import queries


@pytest.mark.parametrize(
    ("text", "field", "typed", "rest"),
    [
        ("", None, "", ""),
        ("par", None, "par", ""),
        ("-par", None, "par", ""),
        ("a ", None, "", "a"),
        ("trung par", None, "par", "trung"),
        ("party:", "party", "", ""),
        ("Party:c", "party", "c", ""),
        ("-party:c", "party", "c", ""),
        ("!!party:c", "party", "c", ""),
        ("a party:cpv,c", "party", "c", "a"),
        ("party:cpv,", "party", "", ""),
        ('party:"people\'s party",c', "party", "c", ""),
        ('person:"le hoai', "person", "le hoai", ""),
        ('person:"a, b: (c', "person", "a, b: (c", ""),
        ("person:“le hoai", "person", "le hoai", ""),
        ("date:2016..20", "date", "20", ""),
        ("date:..20", "date", "20", ""),
        ("(place:hanoi | place:ph", "place", "ph", "(place:hanoi |"),
        ("(place:ph", "place", "ph", "("),
        ('"a b', None, "a b", ""),
        ("nofield:x", "nofield", "x", ""),
    ],
)
def test_what_stands_at_the_cursor(text: str, field: str | None, typed: str, rest: str) -> None:
    """A word, the name of a field, or a value without its quotes; and the filter without that condition."""
    found = slot(text, len(text))
    assert (found.field, found.typed, found.rest) == (field, typed, rest)


@pytest.mark.parametrize(
    ("text", "cursor", "value", "expected"),
    [
        ("par", 3, "party:", "party:|"),
        ("-par", 4, "party:", "-party:|"),
        ("a par b", 5, "party:", "a party:| b"),
        ("par:x", 2, "party:", "party:|x"),
        ("party:c", 7, "cpv", "party:cpv|"),
        ("party:c,x", 7, "cpv", "party:cpv|,x"),
        ("party:x,c", 9, "cpv", "party:x,cpv|"),
        ('person:"le ho', 13, '"le hoai trung"', 'person:"le hoai trung"|'),
        ('person:"le ho" a', 11, '"le hoai trung"', 'person:"le hoai trung"| a'),
        ("date:2016..20", 13, "2021", "date:2016..2021|"),
        ("date:..", 7, "2021", "date:..2021|"),
        ("(place:ph)", 9, "hanoi", "(place:hanoi|)"),
        ("a  b", 2, "is:", "a is:| b"),
    ],
)
def test_a_value_takes_the_place_of_what_was_typed(text: str, cursor: int, value: str, expected: str) -> None:
    """The whole value is replaced, wherever the cursor stands in it, and all else stays."""
    found, at = completed(text, slot(text, cursor), value)
    assert f"{found[:at]}|{found[at:]}" == expected


@given(st.text(alphabet='ab:,"“”-!()| .*2', max_size=30), st.data())
def test_any_text_has_a_slot(text: str, data: st.DataObject) -> None:
    """Whatever is typed, the slot lies within the text and ends at the cursor or behind it."""
    cursor = data.draw(st.integers(0, len(text)))
    found = slot(text, cursor)
    assert 0 <= found.start <= found.end <= len(text)
    assert found.start <= cursor or found.field is None


@given(queries(), st.sampled_from(FIELDS))
def test_the_rest_of_a_filter_is_a_filter(query: Query, name: str) -> None:
    """With a field typed behind any filter, what is left of it is that filter."""
    text = f"{query} {name}:x".lstrip()
    found = slot(text, len(text))
    assert (found.field, found.typed) == (name, "x")
    assert Query.parse(found.rest) == query


def test_names_of_fields_begin_as_typed() -> None:
    """Fields come in the order of the language; with nothing typed all of them."""
    assert [one.value for one in fields("P")] == ["party:", "person:", "place:"]
    assert len(fields("")) == len(FIELDS)
    assert fields("x") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Le Hoai Trung", "Đà Nẵng"]),
        ("trung", ["Le Hoai Trung", "Trung Quoc"]),
        ("hoai tr", ["Le Hoai Trung"]),
        ("rung", []),
        ("da na", ["Đà Nẵng"]),
        ("DA", ["Đà Nẵng"]),
        ("-", ["Le Hoai Trung", "Đà Nẵng"]),
    ],
)
def test_what_is_typed_narrows(typed: str, found: list[str]) -> None:
    """A candidate stays if one of its words begins so; with nothing typed if it finds a text."""
    known = [
        Candidate("Le Hoai Trung", "", 2),
        Candidate("Trung Quoc", "", 0),
        Candidate("Đà Nẵng", "", None),
    ]
    assert [one.shown for one in matching(known, typed)] == found


@pytest.mark.parametrize("piece", ['"', "party:a,", "(", "-", 'a"b', "“", "party:", "a "])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    """Finding the slot of a long filter takes twice as long for twice the text."""
    assert grows_in_proportion(lambda text: slot(text, len(text)), *repeated(piece, 20_000))
