"""Reading: an open desk, the keys pressed on it, and what its screen says."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import AsyncExitStack
from datetime import date
from types import TracebackType
from typing import Final

from textual.pilot import Pilot

from store.archive.archive import Archive
from store.query import Query
from tests.typed import typed
from tui.app import NewsdeskApp
from tui.desk import Desk
from tui.kiosk import IDLE

_PATIENCE: Final = 20.0
"""Seconds that a burst may take on a machine that has much else to do."""


class Reading:
    """One sitting at the desk."""

    app_type: type[NewsdeskApp] = NewsdeskApp
    """What is opened; tests/faults/alike.py has it keep its frames."""

    def __init__(
        self,
        archive: Archive,
        query: Query,
        today: date,
        size: tuple[int, int],
        *,
        mono: bool,
        kiosk: bool = False,
        idle: float = IDLE,
    ) -> None:
        self.app = self.app_type(archive, query, today, mono=mono, kiosk=kiosk, idle=idle)
        self._size = size
        self._stack = AsyncExitStack()
        self._pilot: Pilot[None] | None = None

    async def __aenter__(self) -> Reading:
        """Open the desk and let it paint."""
        self._pilot = await self._stack.enter_async_context(self.app.run_test(size=self._size))
        await self.settle()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the desk."""
        await self._stack.aclose()

    @property
    def desk(self) -> Desk:
        """The screen."""
        return self.app.desk

    @property
    def pilot(self) -> Pilot[None]:
        """What presses the keys."""
        assert self._pilot is not None
        return self._pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, then let the desk come to rest."""
        await self.pilot.press(*keys)
        await self.settle()

    async def burst(self, keys: Iterable[str], holds: Callable[[], bool]) -> None:
        """Press keys that come in one piece, and wait until what they do holds, or for a generous while."""
        for key in keys:
            self.app.post_message(typed(key))
        until = time.monotonic() + _PATIENCE
        await self.settle()
        while not holds() and time.monotonic() < until:
            await self.settle()
        await self.settle()  # what would undo it may come behind it

    async def settle(self) -> None:
        """Wait until the article has followed the cursor."""
        await self.pilot.pause()
        await self.pilot.pause(0.12)
        await self.pilot.pause()

    async def counted(self) -> None:
        """Wait until what is counted in threads is on the screen."""
        await self.pilot.pause(0.4)
        await self.app.workers.wait_for_complete()
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, rows)
        await self.settle()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen as plain text."""
        strips = self.desk._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def text(self) -> str:
        """The whole screen as plain text."""
        return "\n".join(self.rows)

    @property
    def status(self) -> str:
        """The status line."""
        return "".join(text for text, _ in self.desk.status.sentence)
