from __future__ import annotations

import os
import signal
import termios
import time

import pytest

from tests.newsdesk import Newsroom
from tests.terminal import BASE, Terminal, opened, python

pytestmark = pytest.mark.usefixtures("planted")


def is_cooked(terminal: Terminal) -> bool:
    """Tell whether the terminal echoes what is typed and reads by lines, as a shell wants it."""
    flags = termios.tcgetattr(terminal.fd)[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_end_it_and_give_the_terminal_back(room: Newsroom, number: signal.Signals) -> None:
    """SIGTERM and SIGHUP end the dashboard at once, the screen left, the cursor shown, the line cooked."""
    with opened(room) as terminal:
        assert not is_cooked(terminal)
        before = len(terminal.raw)
        os.kill(terminal.pid, number)
        assert terminal.end(5) == 128 + number
        assert is_cooked(terminal)
        terminal.settle(0.1)
        left = terminal.raw[before:]
    assert b"\x1b[?1049l" in left and b"\x1b[?25h" in left and b"\x1b[<u" in left


def test_stalled_terminal_cannot_keep_it(room: Newsroom) -> None:
    """A terminal that takes nothing more does not keep the dashboard from ending."""
    with opened(room) as terminal:
        for _ in range(60):
            terminal.press("z2j1k")
            time.sleep(0.005)
        os.kill(terminal.pid, signal.SIGTERM)
        until = time.monotonic() + 5
        while (status := terminal.ended()) is None and time.monotonic() < until:
            time.sleep(0.02)
        assert status == 128 + signal.SIGTERM


def test_no_orphan_under_nohup(room: Newsroom) -> None:
    """Though SIGHUP is ignored at the start, as under nohup, a dropped line ends the dashboard."""
    command = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *python("tui")]
    with Terminal(command, environment=room.environment()) as terminal:
        terminal.wait_for(BASE)
        terminal.hang_up()
        assert terminal.end(5) == 128 + signal.SIGHUP


@pytest.mark.parametrize("key", ["\x11", "q"])
def test_quitting_is_status_0(room: Newsroom, key: str) -> None:
    """ctrl+q, and q at the base, end the dashboard with status 0 and give the terminal back."""
    with opened(room) as terminal:
        terminal.press(key)
        assert terminal.end(5) == 0
        assert is_cooked(terminal)


def test_wrong_bytes_typed(room: Newsroom) -> None:
    """Bytes that are no UTF-8 do not end the dashboard."""
    with opened(room) as terminal:
        terminal.press(b"\xe9\xff")
        terminal.settle()
        terminal.press("?")
        terminal.wait_for(lambda text: "Help" in text or "help" in text)


def test_environment_cannot_make_it_write_files(room: Newsroom) -> None:
    """What Textual's own variables would do, write logs and screenshots, does not happen."""
    log = room.folder / "textual.log"
    hostile = {
        "TEXTUAL_LOG": str(log), "TEXTUAL_SCREENSHOT": "1", "TEXTUAL_SCREENSHOT_LOCATION": str(room.folder),
        "TEXTUAL_DRIVER": "no.such:Driver", "COLUMNS": "30", "LINES": "5",
    }  # fmt: skip
    with opened(room, hostile) as terminal:
        time.sleep(1.2)
        assert max(map(len, terminal.settle().splitlines())) > 70
        terminal.press("\x11")
        assert terminal.end(5) == 0
    assert not log.exists() and not list(room.folder.glob("*.svg"))


def test_query_with_a_mistake_opens_no_screen(room: Newsroom) -> None:
    """A mistake in the query is told with a caret before the screen is taken, status 2."""
    with Terminal(python("tui", "open", "party:cqv"), environment=room.environment()) as terminal:
        assert terminal.end() == 2
        terminal.settle(0.1)
    assert b"^^^" in terminal.raw and b"?1049h" not in terminal.raw


def test_dumb_terminal_is_one_sentence(room: Newsroom) -> None:
    """A terminal that cannot place a cursor is told so, status 2."""
    environment = {**room.environment(), "TERM": "dumb"}
    with Terminal(python("tui"), environment=environment) as terminal:
        assert terminal.end() == 2
        terminal.settle(0.1)
    assert b"TERM=dumb" in terminal.raw and b"\x1b" not in terminal.raw


def test_idle_costs_no_byte(room: Newsroom) -> None:
    """Once the dashboard has been painted and nothing is pressed, nothing is sent."""
    with opened(room) as terminal:
        terminal.settle(1)
        before = len(terminal.raw)
        terminal.settle(2)
        assert len(terminal.raw) == before
