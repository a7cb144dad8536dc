"""Labels: as few letters as can be, none the beginning of another, and the way back from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.labels import at, begun, label


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (1, {1: 1}),
        (24, {1: 24}),
        (25, {1: 23, 2: 2}),
        (100, {1: 20, 2: 80}),
        (576, {2: 576}),
        (577, {2: 575, 3: 2}),
    ],
)
def test_how_long_labels_are(count: int, sizes: dict[int, int]) -> None:
    """24 things have a letter each; of more the first still do, and 576 have two at most."""
    lengths = [len(label(index, count)) for index in range(count)]
    assert {size: lengths.count(size) for size in sorted(set(lengths))} == sizes
    assert lengths == sorted(lengths)


@pytest.mark.parametrize("count", [1, 2, 24, 25, 47, 48, 100, 576, 577, 900])
def test_a_label_leads_to_its_thing_and_no_further(count: int) -> None:
    """Every label stands for one thing, what it begins with stands for none, and never are g or x in it."""
    every = [label(index, count) for index in range(count)]
    assert [at(typed, count) for typed in every] == list(range(count))
    for typed in every:
        assert not {*typed} & {*"gx"}
        assert all(at(typed[:end], count) is None for end in range(1, len(typed)))


@given(st.integers(1, 20_000), st.data())
def test_what_is_begun_shows_where_it_leads(count: int, data: st.DataObject) -> None:
    """The first thing whose label begins so is found, whatever was typed of it."""
    index = data.draw(st.integers(0, count - 1))
    typed = label(index, count)
    assert at(typed, count) == index
    for end in range(1, len(typed) + 1):
        first = begun(typed[:end], count)
        assert first is not None and first <= index
        assert label(first, count).startswith(typed[:end])
        assert first == 0 or not label(first - 1, count).startswith(typed[:end])


def test_what_no_label_begins_with() -> None:
    """Letters beyond the last label lead nowhere."""
    assert at("b", 1) is None and begun("b", 1) is None
    assert at("zz", 25) is None and begun("zz", 25) is None
    assert begun("z", 25) == 23
