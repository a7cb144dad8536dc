"""A terminal for tests: a real pty, a real process, and the screen that a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Final, Self

import pyte

from tests.newsdesk import Newsroom

_UNKNOWN: Final = re.compile(rb"\x1b\[[<>=][0-9;]*[a-z]|\x1b\[\?[0-9;]*\$p")
"""What Textual writes and pyte does not know: the kitty keyboard, and questions about modes."""

_UNFINISHED: Final = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*)?$")
_SYNC_QUERY: Final = b"\x1b[?2026$p"
_QUESTION: Final = b"\x1b[5n"
_ANSWER: Final = b"\x1b[0n"


class Screen(pyte.Screen):
    """A screen that can also be asked for its styles."""

    def erase_in_display(self, how: int = 0, *args: object, **options: object) -> None:
        """Erase as terminals do, in the current background: pyte leaves cells where nothing stood."""
        super().erase_in_display(how, *args, **options)
        if how == 2:
            for y in range(self.lines):
                self.buffer[y].update(dict.fromkeys(range(self.columns), self.cursor.attrs))

    def looks(self) -> list[list[tuple[str, ...]]]:
        """Return what is to be seen in each cell; the ink of a blank is not."""
        return [self.look_of_row(y) for y in range(self.lines)]

    def look_of_row(self, y: int) -> list[tuple[str, ...]]:
        """Return what is to be seen in the cells of one row."""
        return [_look(self.buffer[y][x]) for x in range(self.columns)]


def _look(cell: pyte.screens.Char) -> tuple[str, ...]:
    ground = (cell.bg, str(cell.underscore), str(cell.reverse), str(cell.strikethrough))
    if cell.data.strip(" "):
        return (cell.data, *ground, cell.fg, str(cell.bold), str(cell.italics))
    return ("" if cell.data == "" else " ", *(ground if cell.underscore or cell.reverse else ground[:1]))


class Terminal:
    """One program in a pty of its own; used as a context, which ends it."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        self.raw = b""
        self.answers = True
        """Whether it says how it is when it is asked."""
        self._stream = pyte.ByteStream(self.screen)
        self._tail = b""
        ours = {
            k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")
        }  # of pytest's own terminal
        full = {**ours, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(environment or {})}
        self._has_ended = False
        opened, opens = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.close(opens)
            os.read(opened, 1)  # until the terminal has its size
            os.execvpe(command[0], list(command), full)
        self._set_size(columns, rows)
        os.close(opened)
        os.close(opens)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()
        if not self._has_ended:  # else another process may have its number by now
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str | bytes) -> None:
        """Send keys as the terminal would."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def scribble(self, text: str) -> None:
        """Have another program write to the terminal."""
        self._stream.feed(text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size and tell the program."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)
        os.kill(self.pid, signal.SIGWINCH)

    def hang_up(self) -> None:
        """Close the terminal, as a dropped line does."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = 20) -> str:
        """Return the screen once it shows the text, or fail with the screen as it is."""
        shows = wanted if callable(wanted) else lambda text: wanted in text
        until = time.monotonic() + seconds
        while not shows(self.text):
            left = until - time.monotonic()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"{wanted!r} is not on the screen:\n{self.text}\n{self.raw[-2000:]!r}")
        return self.text

    def settle(self, quiet: float = 0.4) -> str:
        """Return the screen once nothing has come for a while."""
        while self._read(quiet):
            pass
        return self.text

    def listen(self, seconds: float) -> int:
        """Take in what the program writes in so many seconds; return how many bytes it is."""
        before, until = len(self.raw), time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and self._read(left):
            pass
        return len(self.raw) - before

    def end(self, seconds: float = 20) -> int:
        """Return the exit status of the program once it has ended; minus the signal that killed it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.fd >= 0:
                self._read(0.02)
            else:
                time.sleep(0.02)
            if (status := self.ended()) is not None:
                return status
        raise AssertionError(f"the program has not ended:\n{self.text}")

    def ended(self) -> int | None:
        """Return the exit status if the program has ended, without reading what it writes."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        self._has_ended = bool(pid)
        return os.waitstatus_to_exitcode(status) if pid else None

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Take in what the program wrote; False when nothing came in time or it has ended."""
        if not select.select([self.fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        if not data:
            return False
        cut = self.raw[-len(_QUESTION) + 1 :]  # a question may come in two pieces
        self.raw += data
        if self.answers and (asked := (cut + data).count(_QUESTION)):
            os.write(self.fd, _ANSWER * asked)
        if _SYNC_QUERY in data:
            os.write(self.fd, b"\x1b[?2026;2$y")
        data = _UNKNOWN.sub(b"", self._tail + data)
        begun = _UNFINISHED.search(data)
        self._tail = data[begun.start() :] if begun else b""
        self._stream.feed(data[: begun.start()] if begun else data)
        return True


def python(module: str, *arguments: str) -> list[str]:
    """Return the command that runs a module with the Python of the tests."""
    return [sys.executable, "-m", module, *arguments]


BASE: Final = "All texts"
"""What the filter bar says when the dashboard is open."""


def opened(room: Newsroom, environment: Mapping[str, str] | None = None) -> Terminal:
    """Return the dashboard in a terminal of 80x24, painted."""
    terminal = Terminal(python("tui"), environment=room.environment(environment))
    terminal.wait_for(BASE)
    terminal.settle()
    return terminal
