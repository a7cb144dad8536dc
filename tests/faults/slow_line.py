"""A line between a terminal and a program, as slow as it is told, which takes in more than it carries."""

from __future__ import annotations

import os
import socket
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from select import select
from threading import Thread
from typing import Final

from tests.terminal import Terminal

_PIECE: Final = 256
"""Bytes that travel together."""


@dataclass(frozen=True)
class Line:
    """What a line can do, in each direction."""

    rate: float
    """Bytes a second."""

    delay: float
    """Seconds that each byte takes beside that."""

    buffer: int
    """Bytes that wait in front of it before whoever sends more is made to wait."""


@dataclass
class Way:
    """One direction of a line."""

    line: Line
    source: int
    sink: int
    carried: int = 0
    """Bytes that were taken in so far."""

    _free_at: float = 0.0
    """When all that was taken in will have left."""

    _travelling: deque[tuple[float, bytes]] = field(default_factory=deque)
    _is_open: bool = True

    def waiting(self, now: float) -> float:
        """Return how many bytes were taken in and have not left yet."""
        return max(0.0, self._free_at - now) * self.line.rate

    def run(self) -> None:
        """Carry until both the source and what comes from it have ended, or nobody is there to take it."""
        with suppress(OSError):
            while self._is_open or self._travelling:
                self._deliver(time.monotonic())
                self._take(time.monotonic())

    def _deliver(self, now: float) -> None:
        while self._travelling and self._travelling[0][0] <= now:
            os.write(self.sink, self._travelling.popleft()[1])

    def _take(self, now: float) -> None:
        """Wait until something arrives or can be taken in, and take it in."""
        until = self._travelling[0][0] if self._travelling else now + 0.2
        if not self._is_open or self.waiting(now) >= self.line.buffer:
            time.sleep(min(0.005, max(0.0, until - now)))
            return
        if not select([self.source], [], [], max(0.0, until - now))[0]:
            return
        try:
            data = os.read(self.source, _PIECE)
        except OSError:
            data = b""
        self._is_open = bool(data)
        now = time.monotonic()
        self.carried += len(data)
        self._free_at = max(now, self._free_at) + len(data) / self.line.rate
        if data:
            self._travelling.append((self._free_at + self.line.delay, data))


class SlowTerminal(Terminal):
    """A terminal at the far end of a slow line."""

    def __init__(
        self,
        line: Line,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(command, columns, rows, environment)
        self.heard_at = 0.0
        """When something was last taken in."""
        self.near = self.fd
        here, there = socket.socketpair()
        self.fd, self._host = here.detach(), there.detach()
        self.down = Way(line, self.near, self._host)
        self.up = Way(line, self._host, self.near)
        self._ways = [Thread(target=way.run, daemon=True) for way in (self.down, self.up)]
        for way in self._ways:
            way.start()

    def read_for(self, seconds: float) -> None:
        """Take in, and answer, what comes in so many seconds."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if self._read(left):
                self.heard_at = time.monotonic()

    def hang_up(self) -> None:
        """Close the terminal; the line ends with it."""
        if self.fd < 0:
            return
        super().hang_up()
        for end in (self.near, self._host):
            os.close(end)
