"""Selection: rows one by one, all, or a range."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.selection import Selection, runs


@given(st.frozensets(st.integers(0, 300)))
def test_runs_are_the_rows(rows: frozenset[int]) -> None:
    """The runs of a selection are its rows, in order, and no two runs touch."""
    found = list(runs(sum(1 << row for row in rows)))
    assert [row for first, many in found for row in range(first, first + many)] == sorted(rows)
    assert all(a + n < b for (a, n), (b, _) in pairwise(found))


def test_a_range_follows_the_cursor_until_it_is_held() -> None:
    """A range goes from its anchor to the cursor, up or down, and stays; so do rows selected before."""
    one = Selection()
    one.toggle(9, cursor=9)
    one.anchor = 4
    assert [row for row in range(12) if one.has(row, 2)] == [2, 3, 4, 9]
    assert [row for row in range(12) if one.has(row, 5)] == [4, 5, 9]
    one.hold(5)
    assert one.count(0) == 3
    one.toggle(4, cursor=0)
    assert one.count(0) == 2
    one.take(100_000)
    assert one.count(0) == 100_000
    one.toggle(7, cursor=0)
    assert list(runs(one.rows(0))) == [(0, 7), (8, 99_992)]
    one.clear()
    assert one.count(3) == 0
    assert not one.has(3, 3)
