"""The way out to a terminal: everything arrives, and nothing is asked whose answer nobody would read."""

from __future__ import annotations

import asyncio
import os
import pty
import tty
from collections.abc import Callable

import pytest

from tui.outlet import QUESTION, Outlet


def _sent(use: Callable[[Outlet], None], *, is_raw: bool = True) -> str:
    """Return what a terminal gets of an outlet that is used so."""

    async def run() -> None:
        outlet = Outlet(file, asyncio.get_running_loop(), lambda: None)
        use(outlet)
        outlet.close()

    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as file:
        if is_raw:
            tty.setraw(slave)
        asyncio.run(run())
        told = os.read(master, 4096).decode()
    os.close(master)
    return told


def _start(outlet: Outlet) -> None:
    outlet.write("modes")
    outlet.write("frame", is_frame=True)


def _end(outlet: Outlet) -> None:
    outlet.await_answers()
    outlet.write("modes")
    outlet.write("frame", is_frame=True)


@pytest.mark.parametrize(
    ("use", "is_raw", "told"),
    [
        (_start, True, f"modes{QUESTION}frame"),
        (_start, False, f"modesframe{QUESTION}"),
        (_end, True, "modesframe"),
    ],
    ids=["behind the first thing", "not while the terminal would show the answer", "not at the end"],
)
def test_when_a_terminal_is_asked(use: Callable[[Outlet], None], is_raw: bool, told: str) -> None:
    """A terminal is asked once somebody reads what it answers, and no more once nobody does."""
    assert _sent(use, is_raw=is_raw) == told
