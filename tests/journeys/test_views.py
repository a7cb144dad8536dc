"""Views: saved under a letter and recalled, the way back through a session, and the place left last time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.marks import View
from store.archive.readers import Reader
from store.query import Query
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading
from tests.newsdesk import Newsroom

Desk = Callable[..., Reading]
Keep = Callable[[str, str], None]


def again(archive: Archive, size: tuple[int, int] = (80, 24)) -> Reading:
    """Return the desk as the same reader opens it the next time, without a query."""
    reading = Reading(Archive(archive.folder, "tester"), Query(), TODAY, size, mono=False)
    reading.desk.reopen()
    return reading


async def kept(reading: Reading) -> View | None:
    """Wait until the desk has kept its place; return it."""
    for _ in range(60):
        await asyncio.sleep(0.1)
        await reading.pilot.pause()
        last = Archive(reading.desk.archive.folder, "tester").mine.last
        if last and last == reading.desk._kept_place and not reading.desk._is_keeping:
            return last
    return None


async def test_story_13_my_view(desk: Desk, archive: Archive) -> None:
    """V B, then V b after a restart: query, order, panel and row are back, and list prints the same texts."""
    async with desk(query="party:cpv sort:date") as reading:
        await reading.press("J", "2", "V", "B")
        row = reading.desk.timeline.current
        assert "Saved as view b" in reading.status and row is not None
    async with again(archive) as reading:
        await reading.press("V", "b")
        assert str(reading.desk.query_in_force) == "party:cpv sort:date"
        assert reading.desk.viewer.has_focus
        assert reading.desk.timeline.current == row
        assert "View b: CPV" in reading.status
        shown = [reading.desk.timeline._row(n).id for n in range(2)]
        done = Newsroom(archive.folder.parent).run("list", str(reading.desk.query_in_force))
        assert [printed.split()[-1] for printed in done.lines] == shown


async def test_the_list_shows_letter_filter_and_count(desk: Desk) -> None:
    """V lists what is saved with how many texts it finds now, V again closes the list."""
    async with desk(query="party:cpp") as reading:
        before = reading.text
        await reading.press("V", "P", "0", "V", "A", "V")
        await reading.pilot.app.workers.wait_for_complete()
        await reading.settle()
        rows = [" ".join(row[:30].strip("▌ ").split()) for row in reading.rows[4:6]]
        assert rows == ["a All texts 2", "p CPP 1"]
        await reading.press("V")
        assert reading.desk.over is None
        await reading.press("V", "p", "1")
        assert reading.rows[:-2] == before.splitlines()[:-2]


async def test_a_view_can_be_forgotten(desk: Desk, archive: Archive) -> None:
    """Delete takes the view under the cursor away, and says which filter it had."""
    async with desk(query="party:cpp") as reading:
        await reading.press("V", "P", "V", "delete")
        assert "View p is gone: party:cpp" in reading.status
        assert "No view is saved yet." in reading.text
    assert not Archive(archive.folder, "tester").mine.views


async def test_what_cannot_be_opened_leaves_the_page_alone(desk: Desk, archive: Archive) -> None:
    """A view of a newer newsdesk, and one that names something gone, get a sentence; nothing changes."""
    archive.mine.save_view("n", View("party:cpv", format=9))
    archive.mine.save_view("g", View("party:gone"))
    async with desk(query="party:cpv") as reading:
        await reading.press("V", "n")
        assert "A newer newsdesk saved the view n" in reading.status
        await reading.press("N")
        assert reading.status.startswith("! A newer newsdesk keeps the view n")
        await reading.press("g")
        assert "The view g cannot be opened: party:gone unknown" in reading.status
        assert reading.desk.over == "views" and str(reading.desk.query_in_force) == "party:cpv"
    assert Archive(archive.folder, "tester").mine.views["n"].is_newer


async def test_h_and_l_go_back_and_forward(desk: Desk) -> None:
    """H brings the filter before with its cursor, L the one behind; at the ends they say so."""
    async with desk() as reading:
        await reading.press("j", "p", "c", "p", "p")
        assert str(reading.desk.query_in_force) == "party:cpv party:cpp"
        await reading.press("H")
        assert str(reading.desk.query_in_force) == "party:cpv" and "CPV · L goes forward" in reading.status
        await reading.press("H")
        assert not reading.desk.query_in_force.terms and reading.desk.timeline.cursor == 1
        await reading.press("H")
        assert "first filter of this session" in reading.status
        await reading.press("L", "L", "L")
        assert str(reading.desk.query_in_force) == "party:cpv party:cpp"
        assert "no filter further on" in reading.status


async def test_what_is_typed_is_one_step(desk: Desk) -> None:
    """A filter typed letter by letter is one stop, one given up is none."""
    async with desk() as reading:
        await reading.press("slash", *"party:cpp", "enter", "slash", *" viet", "escape", "H")
        assert not reading.desk.query_in_force.terms
        await reading.press("L")
        assert str(reading.desk.query_in_force) == "party:cpp"
        await reading.press("L")
        assert "no filter further on" in reading.status


@pytest.mark.parametrize(
    ("keys", "panel", "paragraph"),
    [
        (("j",), "timeline", 0),
        (("2", "j", "j"), "article", 2),
        (("3",), "entities", 0),
        (("i",), "evidence", 0),
    ],
)
async def test_the_desk_opens_where_it_was_left(
    archive: Archive, keys: tuple[str, ...], panel: str, paragraph: int
) -> None:
    """Filter, panel, row and paragraph are there again, though the desk was closed within the second."""
    async with again(archive) as reading:
        await reading.press("p", "c", *keys)
        row = reading.desk.timeline.current
        await reading.press("Q")
    async with again(archive) as reading:
        assert str(reading.desk.query_in_force) == "party:cpv"
        assert reading.desk.timeline.current == row
        assert reading.app.focused is not None and reading.app.focused.id == panel
        assert reading.desk.viewer.paragraph == paragraph


async def test_the_place_is_kept_while_the_reader_rests(archive: Archive) -> None:
    """A desk that is never closed in order has kept its place, and its own page is not fed anew for that."""
    async with again(archive) as reading:
        await reading.press("p", "c", "s")
        last = await kept(reading)
        assert last is not None and last.query == "party:cpv"
        before = reading.desk.answer
        reading.desk.look()
        assert reading.desk.answer is before
        assert Archive(archive.folder, "tester").mine.marks.articles


async def test_nothing_is_kept_for_a_query_of_the_command_line(desk: Desk, archive: Archive) -> None:
    """A desk that was opened on a query neither returns to the place left last time nor changes it."""
    archive.mine.leave(View("party:cpv"))
    async with desk(query="party:cpp") as reading:
        assert str(reading.desk.query_in_force) == "party:cpp"
        await reading.press("0", "Q")
    last = Archive(archive.folder, "tester").mine.last
    assert last is not None and last.query == "party:cpv"


@pytest.mark.parametrize("view", [View("party:gone"), View("x", "article", "0" * 12, 7), View("", "nowhere")])
async def test_a_place_that_is_gone(archive: Archive, view: View) -> None:
    """Where filter, text or panel are no more the desk opens all the same, and its keys work."""
    archive.mine.leave(view)
    async with again(archive) as reading:
        assert str(reading.desk.query_in_force) == view.query
        assert reading.app.focused is not None
        await reading.press("0", "1", "j")
        assert reading.desk.timeline.cursor == 1


@pytest.mark.parametrize("view", [View("((", None), View("party:cpv", format=9)])
async def test_a_place_that_is_not_understood(archive: Archive, view: View) -> None:
    """A newer place, or one with a mistake, is left alone: the desk opens on all texts."""
    Reader(archive.folder / "readers", "tester").leave(view)
    async with again(archive) as reading:
        assert not reading.desk.query_in_force.terms


async def test_a_place_that_cannot_be_kept_is_told_once(archive: Archive, tmp_path: Path) -> None:
    """Where the reader's file cannot be written that is said, and the desk goes on without."""
    async with again(archive) as reading:
        (archive.folder / "readers").mkdir(exist_ok=True)
        (archive.folder / "readers" / "tester.json").write_bytes(b"{")
        await reading.press("p", "c")
        for _ in range(40):
            await asyncio.sleep(0.1)
            await reading.pilot.pause()
            if reading.status.startswith("!"):
                break
        assert "tester.json" in reading.status
        await reading.press("j", "p", "p")
        assert "party:cpp" in str(reading.desk.query_in_force)
