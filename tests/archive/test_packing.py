"""What the index keeps by the block and by the file is read as it was written."""

from __future__ import annotations

from array import array
from functools import reduce
from itertools import accumulate
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from store.archive import blocks
from store.archive.blocks import BLOCK, Blocks
from store.archive.last_days import BEFORE, Days, LastDays
from store.archive.naming import Names, packed, unpacked
from store.archive.sets import of
from tests.archive.indexing import index_of

NEAR = st.integers(BEFORE - 2, BEFORE + 2) | st.integers(BEFORE + 65_534, BEFORE + 65_537)
DAYS = st.lists(st.integers(0, 3_652_059) | NEAR, max_size=300) | st.lists(st.just(0) | NEAR, max_size=9)
PLACES = st.sets(st.integers(0, 2 * BLOCK - 1) | st.integers(5, 9), max_size=40)


@given(st.lists(st.lists(st.integers(1, 90_000) | st.integers(65_530, 65_540), max_size=4), max_size=5))
def test_numbers_of_entities_come_back(named: list[list[int]]) -> None:
    """However great the numbers are that articles name, they are read as they were written."""
    numbers = [number for one in named for number in one]
    names = Names(array("I", numbers), array("I", accumulate(map(len, named))))
    blob, ends = packed(names)
    assert unpacked(blob, ends) == names
    assert [[*names.of(place)] for place in range(len(named))] == named
    width = 2 if max(numbers, default=0) < 65_536 else 4
    assert len(blob) // width == len(numbers)
    assert [*array("I", ends)] == [width * end for end in names.ends]


@given(st.lists(st.tuples(PLACES, st.booleans()), min_size=1, max_size=4))
def test_sets_come_back(known: list[tuple[set[int], bool]]) -> None:
    """A set of few articles, of all but few, or of any is read as it was written, alone and with others."""
    database, every = index_of().reader(), (1 << 2 * BLOCK) - 1
    expected = {key: (every if inverted else 0) ^ of(some) for key, (some, inverted) in enumerate(known, 1)}
    database.execute("BEGIN")
    written = Blocks(database)
    written.change(0, 2 * BLOCK, expected, (), 0)
    written.write()
    assert blocks.read(database, 1, len(known)) == {key: some for key, some in expected.items() if some}
    assert blocks.union(database, expected) == reduce(or_, expected.values())
    written.change(0, 2 * BLOCK, {}, expected, 1 << 7)
    written.write()
    left = {key: some & ~(1 << 7) for key, some in expected.items()}
    assert blocks.read_each(database, left) == {key: some for key, some in left.items() if some}
    database.execute("ROLLBACK")


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
    read = [day and day + found.before for day in found.every()]
    dated = {article: day for article, day in expected.items() if day}
    assert {article: day for article, day in enumerate(read) if day} == dated
    assert [day + found.before for day in found.of(dated).values()] == [*dated.values()]
