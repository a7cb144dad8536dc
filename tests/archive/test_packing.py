"""What the index keeps by the block and by the file is read as it was written."""

from __future__ import annotations

from array import array
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from store.archive.blocks import BLOCK
from store.archive.last_days import BEFORE, Days, LastDays
from store.archive.naming import packed, unpacked
from tests.archive.indexing import index_of

NEAR = st.integers(BEFORE - 2, BEFORE + 2) | st.integers(BEFORE + 65_534, BEFORE + 65_537)
DAYS = st.lists(st.integers(0, 3_652_059) | NEAR, max_size=300) | st.lists(st.just(0) | NEAR, max_size=9)


@given(st.lists(st.lists(st.integers(1, 90_000) | st.integers(65_530, 65_540), max_size=4), max_size=5))
def test_numbers_of_entities_come_back(named: list[list[int]]) -> None:
    """However great the numbers are that articles name, they are read as they were written."""
    numbers = array("I", [number for one in named for number in one])
    ends = array("I", accumulate(map(len, named)))
    found = unpacked(packed(numbers), ends)
    assert [*found] == [*numbers]
    assert len(packed(numbers)) == len(numbers) * (2 if max(numbers, default=0) < 65_536 else 4)


@given(
    st.lists(st.tuples(st.integers(BLOCK - 400, BLOCK + 400) | st.integers(0, 3 * BLOCK), DAYS), max_size=4)
)
def test_days_come_back_over_blocks(changes: list[tuple[int, list[int]]]) -> None:
    """Wherever the articles of a file lie, their days are known at once and when they are read again."""
    database, expected = index_of().reader(), dict[int, int]()
    database.execute("BEGIN")
    days = LastDays(database)
    for base, known in changes:
        room = len(known) + 5
        days.change(base, room, array("I", known))
        expected.update(enumerate([*known, *[0] * 5], base))
        assert [*days.of(base, room)] == [*known, *[0] * 5]
    days.write()
    found = Days(database)
    database.execute("ROLLBACK")
    read = [day and day + found.before for block in found.blocks for day in block]
    dated = {article: day for article, day in expected.items() if day}
    assert {article: day for article, day in enumerate(read) if day} == dated
    assert [day + found.before for day in found.of(dated)] == [*dated.values()]
