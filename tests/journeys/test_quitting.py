"""Quitting: what was still to come of the page when the reader quits hinders nobody, and changes nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from textual.css.query import NoMatches

from store.archive.archive import Archive
from store.archive.marks import Mark
from store.query import Query
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading
from tests.typed import typed
from tui.desk import Desk as Page
from tui.timeline import Timeline

Desk = Callable[..., Reading]

DUE: dict[str, Callable[[Page], object]] = {
    "a panel is to be made": lambda page: page.toggle_reasons("why"),
    "a line for words is to be made": lambda page: page.action_tag(),
    "a panel is missed": lambda page: page.query_one("#gone"),
}


@pytest.mark.parametrize("due", DUE.values(), ids=DUE)
async def test_what_is_still_due_is_passed_over(desk: Desk, due: Callable[[Page], object]) -> None:
    """A desk that is quit while something is still to be done on its page ends well."""
    async with desk(120, 40) as reading:
        reading.desk.call_next(due, reading.desk)
        reading.desk.action_quit()
        await reading.settle()
    assert reading.app.return_code == 0


async def test_a_page_taken_down_from_outside_ends_as_well(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that is to follow the cursor while the desk is closed unasked is passed over."""
    async with desk() as reading:
        page, done = reading.desk, list[str]()

        def follow(_: Timeline) -> None:
            page.call_next(done.append, "late")
            page.call_next(page.preview)

        monkeypatch.setattr(Timeline, "on_unmount", follow, raising=False)
    assert done == ["late"]


async def test_a_panel_missed_by_a_page_that_stays_is_told(desk: Desk) -> None:
    """As long as nobody closes the desk, what is missed on its page is an error."""
    with pytest.raises(NoMatches):
        async with desk() as reading:
            reading.desk.call_next(DUE["a panel is missed"], reading.desk)
            await reading.settle()


async def test_an_error_of_another_kind_is_told(desk: Desk) -> None:
    """What fails for another reason while the reader quits is no less an error."""
    with pytest.raises(ZeroDivisionError):
        async with desk() as reading:
            reading.desk.call_next(lambda: 1 // 0)
            reading.desk.action_quit()
            await reading.settle()


async def test_an_error_in_a_thread_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails in a thread, such as the one that hears the terminal, ends the desk as any error does."""
    with pytest.raises(ZeroDivisionError):
        async with desk() as reading:
            monkeypatch.setattr(threading, "excepthook", reading.app.heed)
            failing = threading.Thread(target=lambda: 1 // 0)
            failing.start()
            failing.join()
            await reading.settle()


async def test_keys_behind_the_one_that_quits(desk: Desk, archive: Archive) -> None:
    """What is typed behind `Q` in the same breath does nothing any more."""
    async with desk() as reading:
        for key in "Qstx":
            reading.app.post_message(typed(key))
        await reading.settle()
    assert reading.app.return_code == 0
    again = Archive(archive.folder, "tester")
    assert [again.mine.of(row.id) for row in again.window(Query(), 0, 9, TODAY)] == [Mark(), Mark()]
