"""Selecting: the next mark is for exactly the rows selected, and one step takes all of it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.archive.archive import Archive
from store.query import Query
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]
KeepMany = Callable[[int], None]


def tagged(archive: Archive, query: str) -> int:
    """Return how many texts another desk finds."""
    again = Archive(archive.folder, "tester")
    return again.tally(Query.parse(query, again.vocabulary), TODAY).shown


async def test_all_shown_are_tagged_and_taken_back(desk: Desk, archive: Archive, keep_many: KeepMany) -> None:
    """Story 11: `A t` name `Enter t` tags just the rows shown, and one `u` restores."""
    keep_many(30)
    async with desk(query="-date:2010") as reading:
        await reading.press("A")
        assert reading.status.startswith("2 selected")
        assert reading.text.count("■") == 2
        await reading.press("t", *"old", "enter")
        assert "Tag old 2 selected? t again = yes, Esc = no" in reading.rows[-2]
        assert reading.rows[-2].count("“") == 2
        assert tagged(archive, "has:tag") == 0
        await reading.press("t")
        assert reading.status == "✓ Tagged 2 texts old · u takes it back"
        assert (tagged(archive, "tag:old"), tagged(archive, "tag:old date:2010")) == (2, 0)
        await reading.press("u")
        assert reading.status == "Took back: tagged 2 texts old · U makes it again"
        assert tagged(archive, "has:tag") == 0


async def test_many_are_marked_in_a_thread(desk: Desk, archive: Archive, keep_many: KeepMany) -> None:
    """Hundreds of texts are marked, taken back and made again as one, and meanwhile nothing else is."""
    keep_many(300)
    async with desk() as reading:
        await reading.press("A", "s", "s")
        await reading.app.workers.wait_for_complete()
        await reading.settle()
        assert reading.status == "✓ Starred 302 texts · u takes it back"
        assert "302 ★" in reading.rows[0]
        for key, left in (("u", 0), ("U", 302), ("u", 0)):
            await reading.press(key)
            await reading.app.workers.wait_for_complete()
            await reading.settle()
            assert tagged(archive, "is:starred") == left


async def test_rows_are_selected_one_by_one_and_by_range(
    desk: Desk, archive: Archive, keep_many: KeepMany
) -> None:
    """`x` selects a row, `v` and j a range; the next verb is for those and for none between."""
    keep_many(10)
    async with desk(query="date:2010") as reading:
        await reading.press("x", "j", "j", "v", "j", "j", "j", "v", "j", "j")
        assert reading.desk.timeline.chosen == 5
        assert "■ 5" in reading.text or "5 selected" in reading.text
        await reading.press("s", "s")
        starred = [row.starred for row in archive.window(Query(), 0, 20, TODAY) if row.date.earliest]
        assert sum(starred) == 5
        rows = archive.window(reading.desk.query_in_force, 0, 20, TODAY)
        assert [i for i, row in enumerate(rows) if row.starred] == [0, 2, 3, 4, 5]
        await reading.press("g", "g", "x")
        assert reading.desk.timeline.chosen == 4
        await reading.press("s", "s")
        assert "1 ★" in reading.rows[0]


async def test_a_tag_is_taken_from_all_selected(desk: Desk, archive: Archive) -> None:
    """With a minus the tag is taken away; where all have it already, that is said and nothing changes."""
    async with desk() as reading:
        await reading.press("A", "t", "b", "enter", "t", "t", "b", "enter", "t")
        assert reading.status == "Nothing changed: they are so already"
        await reading.press("t", "minus", "b", "enter")
        assert "Take b from 2 selected? t again" in reading.rows[-2]
        await reading.press("t")
        assert reading.status.startswith("✓ Took b from 2 texts")
        assert tagged(archive, "has:tag") == 0
        await reading.press("u")
        assert tagged(archive, "tag:b") == 2


@pytest.mark.parametrize("key", ["escape", "ctrl+g", "q", "s", "j", "T"])
async def test_every_other_key_says_no(desk: Desk, archive: Archive, key: str) -> None:
    """Only the same key says yes; after a no all is as it was, and the rows are still selected."""
    async with desk() as reading:
        await reading.press("A", "m", key)
        assert reading.desk.over is None
        assert reading.status.startswith("Nothing was changed")
        assert reading.desk.timeline.chosen == 2
        assert reading.desk.timeline.cursor == 0
        assert tagged(archive, "is:read") == tagged(archive, "is:starred") == 0


@pytest.mark.parametrize("key", ["escape", "X", "q"])
async def test_a_selection_ends(desk: Desk, key: str) -> None:
    """Esc, q and X select nothing, and the keys of the Timeline are shown again."""
    async with desk() as reading:
        before = reading.rows
        await reading.press("A")
        assert "select none" in reading.rows[-1] or "range" in reading.rows[-1]
        await reading.press(key)
        assert reading.desk.timeline.chosen == 0
        assert reading.rows == before


async def test_another_filter_ends_a_selection(desk: Desk) -> None:
    """A changed filter empties the selection and says so; the mark after it is for one text."""
    async with desk() as reading:
        await reading.press("A", "d", "2")
        assert reading.status == "2 no longer selected: the list is another"
        assert "■" not in reading.text
        await reading.press("s")
        assert "1 ★" in reading.rows[0]


async def test_an_empty_list_has_nothing_to_select(desk: Desk) -> None:
    """Where nothing matches, no key selects, asks or marks anything."""
    async with desk(query="tag:none") as reading:
        await reading.press("1", "A", "x", "v", "X", "s", "m", "t", "a", "u", "U")
        assert reading.desk.over is None
        assert reading.desk.timeline.chosen == 0


async def test_a_burst_tags_all_shown(desk: Desk, archive: Archive) -> None:
    """The keys of story 11 in one piece do what they do one by one."""
    async with desk() as reading:
        await reading.burst(["A", "t", *"old", "enter", "t"], lambda: tagged(archive, "tag:old") == 2)
        assert tagged(archive, "tag:old") == 2
