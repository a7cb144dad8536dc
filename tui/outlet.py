"""The way out to the terminal, which may be slower than what is painted."""

from __future__ import annotations

import os
import signal
import termios
import time
from asyncio import AbstractEventLoop, TimerHandle
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from select import select
from threading import Thread
from typing import Final, TextIO

from tui.launch import WRITING
from tui.pacing import Pace

QUESTION: Final = "\x1b[5n"
"""Asks a terminal how it is: it answers when it has come so far in what it was sent."""

ANSWER: Final = "\x1b[0n"
"""What every terminal says to that."""

_FAREWELL: Final = 1.0
"""Seconds to wait at the end for answers, which would else be typed into the shell."""

_STEP: Final = 0.01


class Outlet:
    """Writes in a thread of its own, so that nothing waits for a terminal, and knows whether it keeps up."""

    def __init__(self, file: TextIO, loop: AbstractEventLoop, resume: Callable[[], None]) -> None:
        """Take what shall be called in the loop when there is room again after there was none."""
        self._file = file
        self._loop = loop
        self._resume = resume
        self._pace = Pace()
        self._texts: SimpleQueue[str | None] = SimpleQueue()
        self._put = self._written = 0
        self._is_wanted = False
        """Whether somebody waits for room."""
        self._asks = True
        self._timer: TimerHandle | None = None
        self._heard: deque[float] = deque()
        self._thread = Thread(target=self._run, name="newsdesk-outlet", daemon=True)
        self._thread.start()

    def write(self, text: str, *, is_frame: bool = False) -> None:
        """Send something, sooner or later."""
        size = len(text.encode(errors="replace"))
        is_heard = self._asks and (is_frame or not self._echoes())
        if is_heard and self._pace.sends(size, time.monotonic(), is_frame=is_frame):
            text += QUESTION
        self._put += 1
        self._texts.put(text)

    def has_room(self) -> bool:
        """Tell whether what is written now arrives at once; if not, `resume` is called when it would."""
        self._is_wanted = True  # before it is asked: the thread may become ready meanwhile
        if self._put != self._written:
            return False
        if wait := self._pace.wait(time.monotonic()):
            if self._timer:
                self._timer.cancel()
            self._timer = self._loop.call_later(wait, self._try_again)
            return False
        self._is_wanted = False
        return True

    def hears_answer(self) -> None:
        """Take the answer to a question, in the thread that reads what is typed."""
        self._heard.append(time.monotonic())
        self._loop.call_soon_threadsafe(self._take_answers)

    def close(self) -> None:
        """Write what there is, and end the thread."""
        self._texts.put(None)
        self._thread.join()

    def await_answers(self) -> None:
        """Ask nothing any more, and wait a moment for what is still to be answered, while that is read."""
        self._asks = False
        until = time.monotonic() + _FAREWELL
        while (now := time.monotonic()) < until and self._pace.awaits(now):
            time.sleep(_STEP)
            self._take_answers()

    def _echoes(self) -> bool:
        """Tell whether the terminal would show an answer: it is not taken yet, or is given back."""
        with suppress(termios.error):
            return bool(termios.tcgetattr(self._file.fileno())[3] & termios.ECHO)
        return False

    def _take_answers(self) -> None:
        while self._heard:
            self._pace.hears(self._heard.popleft())
        self._try_again()

    def _try_again(self) -> None:
        if self._is_wanted:
            self._resume()

    def _run(self) -> None:
        """Write until there is nothing more to come, or nobody to read it."""
        descriptor = self._file.fileno()
        while (text := self._texts.get()) is not None:
            try:
                _write(descriptor, text.encode(self._file.encoding, self._file.errors or "strict"))
            except OSError:
                os.kill(os.getpid(), signal.SIGHUP)
                return
            self._written += 1
            if self._is_wanted:
                self._loop.call_soon_threadsafe(self._try_again)


def _write(descriptor: int, data: bytes) -> None:
    """Write all of it, also where another program has left the terminal so that it makes nobody wait."""
    left = memoryview(data)
    while left:
        try:
            with WRITING:
                left = left[os.write(descriptor, left) :]
        except BlockingIOError:
            select([], [descriptor], [])
