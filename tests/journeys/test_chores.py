"""Chores: while a thread works the desk is read on, and what would get into its way waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest

from store.archive.archive import Archive
from store.query import Query
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


def waiting(done: Event) -> None:
    """Take as long as a large change of marks."""
    assert done.wait(9)


@pytest.mark.parametrize("key", ["s", "m", "t", "a", "u", "C"])
async def test_nothing_else_is_written_meanwhile(desk: Desk, archive: Archive, key: str) -> None:
    """A key that would write says what is going on, and nothing is asked or changed."""
    done = Event()
    async with desk() as reading:
        await reading.press("s")
        reading.desk.do(partial(waiting, done), lambda: None, "tagging 900 texts", texts=900)
        await reading.press("j", key)
        assert reading.status == "Still tagging 900 texts"
        assert reading.desk.over is None
        done.set()
        await reading.app.workers.wait_for_complete()
        await reading.press(key)
        assert reading.desk.over or reading.status != "Still tagging 900 texts"


async def test_a_text_that_is_opened_meanwhile_is_read(desk: Desk, archive: Archive) -> None:
    """Reading goes on; that a text was read is kept as soon as the thread is ready."""
    done = Event()
    async with desk() as reading:
        reading.desk.do(partial(waiting, done), lambda: None, "tagging 900 texts", texts=900)
        await reading.press("enter", "j", "J")
        assert reading.desk.viewer.article
        assert archive.tally(Query(), TODAY).unread == 2
        done.set()
        await reading.app.workers.wait_for_complete()
        await reading.settle()
        assert archive.tally(Query(), TODAY).unread == 0
        assert "2 of 2 ·" not in reading.rows[0]
