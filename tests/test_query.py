"""Query: what keys make of a question, its chips and its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import QueryError
from store.query import Chip, Query
from tests.strategies import IDS, queries

named = st.sampled_from(sorted(IDS))


@given(queries())
def test_text_and_query_are_exact_inverses(query: Query) -> None:
    """The text of a query means that query and no other."""
    again = Query.parse(str(query))
    assert again == query
    assert hash(again) == hash(query)
    assert str(again) == str(query)


@given(queries())
def test_each_chip_stands_for_its_condition(query: Query) -> None:
    """The texts of the chips, side by side, are the whole query."""
    assert Query.parse(" ".join(chip.text for chip in query.chips)) == query


@given(queries(), named)
def test_toggling_turns_a_name_on_and_off(query: Query, name: tuple[str, str]) -> None:
    """What a key adds the same key takes away, and what it takes away it adds again."""
    field, value = name
    once = query.toggling(field, value)
    assert (value in once.values(field)) is (value not in query.values(field))
    assert (value in once.toggling(field, value).values(field)) is (value in query.values(field))


@given(queries(), named)
def test_excluding_turns_an_exclusion_on_and_off(query: Query, name: tuple[str, str]) -> None:
    """An exclusion comes and goes with its key, and never stands beside what it excludes."""
    once = query.excluding(*name)
    assert _excludes(once, *name) is not _excludes(query, *name)
    assert _excludes(once.excluding(*name), *name) is _excludes(query, *name)
    if _excludes(once, *name):
        assert name[1] not in once.values(name[0])


def _excludes(query: Query, field: str, value: str) -> bool:
    return any(chip.excluded and (chip.field, chip.value) == (field, value) for chip in query.chips)


@given(queries())
def test_dropping_the_last_chip_again_and_again_ends_at_everything(query: Query) -> None:
    """Backspace takes one chip at a time, and none from the empty query."""
    for left in reversed(range(len(query.chips))):
        query = query.dropping_last()
        assert len(query.chips) == left
    assert query == Query() == query.dropping_last()


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("", ""),
        ("  ", ""),
        ("party:CPV  AND party:cpv", "party:cpv"),
        ("(a b) (c (d e))", "a b c d e"),
        ("a | (b | c) OR a", "a | b | c"),
        ("(a)", "a"),
        ("-(-a)", "a"),
        ("--a", "a"),
        ("!a NOT b", "-a -b"),
        ("-(a b)", "-(a b)"),
        ("(a | b) c", "(a | b) c"),
        ("a b | c", "a b | c"),
        ('person:"Le  Hoai Trung "', 'person:"le hoai trung"'),
        ('"congress"', "congress"),
        ('"-x"', '"-x"'),
        ('"OR"', "or"),
        ('"say ""peace"""', '"say ""peace"""'),
        ("“Smart Quotes”", '"smart quotes"'),
        ('title:"congress*"', "title:congress"),
        ("title:Congress*", "title:congress*"),
        ("party:cpv,CPP,cpv", "party:cpv,cpp"),
        ("date:2021q2", "date:2021-Q2"),
        ("date:May-2021", "date:2021-05"),
        ("date:sept", "date:september"),
        ("date:2021..2021", "date:2021"),
        ("since:06M", "since:6m"),
        ("sort:-date a", "a"),
        ("sort:date a | b", "(a | b) sort:date"),
        ("sort:date sort:-date", ""),
        ("sort:-date,date a", "a sort:date"),
        ("date:2021-05..2021", "date:2021-05..2021"),
        ("a “b c” d", 'a "b c" d'),
        ("„b c“", '"b c"'),
        ('"say “peace”"', '"say “peace”"'),
        ("source:“a b”", 'source:"a b"'),
        ("id:42C3*", "id:42c3"),
    ],
)
def test_one_question_has_one_form(text: str, normal: str) -> None:
    """However a question is written, it is the same value and has the same text."""
    assert str(Query.parse(text)) == normal
    assert Query.parse(text) == Query.parse(normal)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "party:cpv"),
        ("party:cpv", ""),
        ("party:CPV date:2021", "date:2021"),
        ("-party:cpv date:2021", "party:cpv date:2021"),
        ("party:cpp", "party:cpp party:cpv"),
        ("party:cpv,cpp", "party:cpv,cpp party:cpv"),
        ("a | b", "(a | b) party:cpv"),
    ],
)
def test_toggling_adds_takes_away_or_turns_round(before: str, after: str) -> None:
    """A party key adds one more party, takes it away where it stands, and wins over its exclusion."""
    assert str(Query.parse(before).toggling("party", "cpv")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "-party:cpv"),
        ("-party:cpv a", "a"),
        ("party:cpv a", "-party:cpv a"),
        ("party:cpp", "party:cpp -party:cpv"),
    ],
)
def test_excluding_adds_takes_away_or_turns_round(before: str, after: str) -> None:
    """A capital party key excludes, takes the exclusion away where it stands, and wins over the party."""
    assert str(Query.parse(before).excluding("party", "cpv")) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("", "2021", "date:2021"),
        ("date:2016 a", "2021", "date:2021 a"),
        ("a date:2016 b date:2017,2018 c", "2021..", "a date:2021.. b c"),
        ("a -date:2016", "2021", "a -date:2016 date:2021"),
        ("a date:2016", None, "a"),
        ("a", None, "a"),
        ("date:2021", "2021", "date:2021"),
    ],
)
def test_replacing_leaves_one_value(before: str, value: str | None, after: str) -> None:
    """A second date takes the place of the first, and exclusions stay."""
    assert str(Query.parse(before).replacing("date", value)) == after


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("", "cpv", "party:cpv"),
        ("party:cpp a", "cpv", "party:cpp,cpv a"),
        ("party:a party:b c", "people's party", 'party:a party:b,"people\'s party" c'),
        ("party:cpv", "CPV", "party:cpv"),
        ("-party:cpp", "cpv", "-party:cpp party:cpv"),
    ],
)
def test_widening_adds_one_more_possibility(before: str, value: str, after: str) -> None:
    """A comma key lets another party do as well."""
    assert str(Query.parse(before).widening("party", value)) == after


def test_the_order_is_switched_like_any_other_value() -> None:
    """Oldest first is a chip that can be set and dropped; newest first is none."""
    oldest = Query.parse("a").toggling("sort", "date")
    assert str(oldest) == "a sort:date"
    assert oldest.values("sort") == {"date"}
    assert Query().values("sort") == frozenset()
    assert oldest == Query.parse("a").replacing("sort", "date") == Query.parse("a").widening("sort", "date")
    for back in (
        oldest.toggling("sort", "date"),
        oldest.replacing("sort", None),
        oldest.dropping_last(),
        oldest.without(1),
    ):
        assert str(back) == "a"


@pytest.mark.parametrize(
    ("text", "chip"),
    [
        ('person:"Le Hoai Trung"', Chip('person:"le hoai trung"', "person", "le hoai trung")),
        ("-party:cpp", Chip("-party:cpp", "party", "cpp", excluded=True)),
        ("party:cpv,cpp", Chip("party:cpv,cpp", "party", "cpv,cpp")),
        ("congress*", Chip("congress*", None, "congress*")),
        ('-"old friend"', Chip('-"old friend"', None, "old friend", excluded=True)),
        ('place:hue | "a b"', Chip('(place:hue | "a b")', None, 'place:hue | "a b"')),
        ("-(a b)", Chip("-(a b)", None, "a b", excluded=True)),
        ("sort:date", Chip("sort:date", "sort", "date")),
    ],
)
def test_a_chip_shows_the_value_without_quotes(text: str, chip: Chip) -> None:
    """A chip knows its field, its value as one reads it, and whether it excludes."""
    assert Query.parse(text).chips == (chip,)


def test_values_are_what_must_hold_alone() -> None:
    """Only a value that stands by itself lights up: no exclusion, no alternative."""
    query = Query.parse("party:CPV party:cpp -party:lprp party:a,b (party:c | party:d)")
    assert query.values("party") == {"cpv", "cpp"}


def test_without_takes_the_chip_that_is_named() -> None:
    """A click on a chip removes that chip; a chip that is not there is a mistake of the caller."""
    query = Query.parse("a b c")
    assert str(query.without(1)) == "a c"
    for number in (-1, 3):
        with pytest.raises(IndexError):
            query.without(number)
    assert query.cleared() == Query()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("flavour", "sweet"),
        ("date", "soon"),
        ("date", "2021..2016"),
        ("party", " "),
        ("is", "good"),
        ("title", "?!"),
        ("id", "x"),
    ],
)
def test_keys_cannot_make_what_text_cannot_say(field: str, value: str) -> None:
    """A field or value outside the language is refused from keys as from text."""
    for method in (Query().toggling, Query().excluding, Query().replacing, Query().widening):
        with pytest.raises(QueryError):
            method(field, value)


def test_the_order_cannot_be_excluded() -> None:
    """There is no opposite of an order."""
    with pytest.raises(QueryError, match="cannot be excluded"):
        Query().excluding("sort", "date")


@given(queries(), st.sampled_from(["party", "place", "title", "source"]), st.text(min_size=1, max_size=10))
def test_any_value_that_a_key_may_carry_has_a_text(query: Query, field: str, value: str) -> None:
    """A name with quotes, commas, colons or stars in it survives as text."""
    try:
        toggled = query.toggling(field, value)
    except QueryError:
        return
    assert Query.parse(str(toggled)) == toggled
