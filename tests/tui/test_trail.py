"""Trail: back and forward through the filters of a session."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.query import Query
from tui.trail import Stop, Trail

A, B, C = (Query.parse(word) for word in ("a", "b", "c"))


def test_back_and_forward() -> None:
    """Each step back finds the filter before with the text it was left at, each step on the one behind."""
    trail = Trail(Query())
    trail.stand("1")
    trail.note(A)
    trail.stand("2")
    trail.note(B)
    assert [trail.step(by) for by in (-1, -1, -1, 1, 1, 1)] == [
        Stop(A, "2"),
        Stop(Query(), "1"),
        None,
        Stop(A, "2"),
        Stop(B),
        None,
    ]


def test_another_filter_after_steps_back_is_the_last() -> None:
    """What was ahead is forgotten, and the same filter again is no new stop."""
    trail = Trail(A)
    trail.note(B)
    trail.note(B)
    trail.step(-1)
    trail.note(C)
    assert trail.step(1) is None
    assert trail.step(-1) == Stop(A)
    assert trail.step(-1) is None


@given(st.lists(st.sampled_from([A, B, C, -1, 1])))
def test_it_never_leaves_the_way(steps: list[Query | int]) -> None:
    """Whatever is asked and wherever it goes, one step back after a new filter is the filter before."""
    trail = Trail(Query())
    for step in steps:
        before = trail.here.query
        if isinstance(step, int):
            trail.step(step)
            continue
        trail.note(step)
        assert trail.here.query == step
        if step != before:
            back = trail.step(-1)
            assert back is not None and back.query == before
            trail.step(1)
