"""Opening the dashboard: what must be settled before Textual is imported, and what ends the process."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Lock, RLock, Thread
from typing import Any, Final

from tui.complaints import MISUSED, complain
from tui.options import Options

_STDIN: Final = 0
_STDERR: Final = 2

_DEADLY: Final = (signal.SIGHUP, signal.SIGTERM)

_INTERRUPTING: Final = (signal.SIGINT, signal.SIGQUIT)
"""What ends the desk in the same way; before it opens, they end whatever goes on."""

_KEPT: Final = ("TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM")
"""What a person may set; the other variables of Textual write files or import modules."""

_LEAVE: Final = (
    "\x18\x1b[?2026l\x1b[m\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?1004l\x1b[?2004l"
    "\x1b[?2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Ends a sequence cut short, then takes back every mode the screen was set to."""

_SIZES: Final = ("COLUMNS", "LINES")
"""A size from the environment would hide every later resize."""

TAKING: Final = RLock()
"""Held by whoever takes the terminal: twice where a program that was stopped while it did goes on."""

WRITING: Final = Lock()
"""Held by whoever writes to the terminal. The signal that ends the process takes both for good."""

_UNDER_WAY: Final = 1.0
"""Seconds to wait for what is under way there, which may hang."""

_TURN: Final = 0.0005
"""Seconds after which a thread makes way: the one that writes a frame waits for it at every key."""


def open_desk(options: Options, at_end: Callable[[], object] | None = None) -> int:
    """Open the dashboard and return the exit status once it is closed.

    Args:
        at_end: Is called as well where a signal ends the process, which then does not come back here.
    """
    if options.plain:
        from tui.plain.running import run as talk

        return talk(options)
    if complaint := hindrance():
        complain(complaint)
        return MISUSED
    _tidy_environment()
    _end_on_signals(at_end)
    sys.setswitchinterval(_TURN)
    sys.modules["ssl"] = None  # type: ignore[assignment]  # asyncio would load OpenSSL for connections never made
    from tui.app import run

    del sys.modules["ssl"]
    return run(options)


def hindrance() -> str | None:
    """Return why no screen can be opened here, if so."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stderr)):
        return "the dashboard needs a terminal; newsdesk --plain, list and show work without one"
    if os.environ.get("TERM") == "dumb":
        return "this terminal (TERM=dumb) has no screen to draw on; newsdesk --plain needs none"
    return None


def take_interrupts() -> None:
    """Have SIGINT and SIGQUIT, too, give the terminal back: the keys that send them are the desk's now."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTING)


def _is_terminal(stream: Any) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _tidy_environment() -> None:
    """Leave Textual only the settings that this program stands for."""
    for name in list(os.environ):
        if (name.startswith("TEXTUAL") and name not in _KEPT) or name in _SIZES:
            del os.environ[name]
    os.environ["TEXTUAL_FPS"] = "240"
    os.environ["TEXTUAL_ANIMATIONS"] = "none"


def _end_on_signals(at_end: Callable[[], object] | None) -> None:
    """Block the signals that end a program, and have one thread wait for them.

    Python's own handlers run between two steps of the main thread, which may hang on a stalled terminal.
    """
    for number in _DEADLY:
        signal.signal(number, signal.SIG_DFL)  # nohup has them ignored, and an orphan would spin
    with suppress(termios.error):  # the terminal has gone meanwhile: the signals stay as deadly as they are
        before = termios.tcgetattr(sys.stdin.fileno())
        signal.pthread_sigmask(signal.SIG_BLOCK, _DEADLY)
        Thread(target=_await_end, args=(before, at_end), name="newsdesk-end", daemon=True).start()


def _await_end(before: list[Any], at_end: Callable[[], object] | None) -> None:
    """Wait for the end, put the terminal back without ever blocking, and go."""
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGTTOU, *_INTERRUPTING))
    number = signal.sigwait((*_DEADLY, *_INTERRUPTING))
    with suppress(OSError, termios.error):
        terminal = os.open(os.ttyname(_STDERR), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
        for lock in (TAKING, WRITING):
            lock.acquire(timeout=_UNDER_WAY)
        _let_go()
        termios.tcsetattr(terminal, termios.TCSANOW, before)
        os.write(terminal, _LEAVE.encode())  # only now: it fails where another write hangs
    if at_end:
        at_end()
    os._exit(128 + number)


def _let_go() -> None:
    """Keep the other threads, which may just be taking the terminal or painting, from doing so afterwards."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (_STDIN, _STDERR):
        os.dup2(nothing, descriptor)
