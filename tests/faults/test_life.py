"""The life of the desk: what ends it, what does not, and what it leaves behind."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import psutil
import pytest

from tests.faults.processes import members
from tests.newsdesk import Newsroom
from tests.terminal import BASE, Terminal, opened, python

PATIENCE: Final = 8.0
"""Seconds after which nothing may be left once the terminal has gone."""

_OFF: Final = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[<u", b"\x1b[?1004l", b"\x1b[?7h")
"""What gives back the screen, the cursor, pastes, keys, the focus and the wrapping of lines."""

_PY: Final = shlex.join(python("tui"))


_TAKES: Final = """
import os, signal, time, tty
from threading import Thread
from tui.launch import TAKING, WRITING, _end_on_signals

def paint():
    while True:
        with WRITING:
            os.write(2, b"frame")
        time.sleep(0.0001)

_end_on_signals(None)
Thread(target=paint, daemon=True).start()
os.kill(os.getpid(), signal.SIGTERM)
while True:
    with TAKING:
        tty.setraw(0)
    time.sleep(0.0001)
"""
"""A process that takes the terminal and paints again and again while a signal ends it."""


def cooked(terminal: Terminal) -> bool:
    """Tell whether the terminal is as a shell wants it."""
    flags = termios.tcgetattr(terminal.fd)[3]
    return all(flags & flag for flag in (termios.ECHO, termios.ICANON, termios.ISIG, termios.IEXTEN))


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def stall(terminal: Terminal) -> None:
    """Press keys and read nothing, until the desk can write no more."""
    for _ in range(80):
        terminal.press("z2j1k?\x1b[27uG")
        time.sleep(0.005)


def idle(terminal: Terminal) -> None:
    """Do nothing."""


def rests(pid: int) -> bool:
    """Tell whether a process uses next to no CPU for a second."""
    before = psutil.Process(pid).cpu_times()
    time.sleep(1)
    after = psutil.Process(pid).cpu_times()
    return bool(after.user + after.system - before.user - before.system < 0.1)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT])
@pytest.mark.parametrize("before", [idle, stall])
def test_signals(room: Newsroom, number: signal.Signals, before: Callable[[Terminal], None]) -> None:
    """A signal ends the desk with its status, also where nobody reads, and the terminal is given back."""
    with opened(room) as terminal:
        before(terminal)
        begun = len(terminal.raw)
        os.kill(terminal.pid, number)
        until(lambda: (found := terminal.ended()) is not None and found == 128 + number)
        assert cooked(terminal)
        assert members(terminal.pid) == []
        terminal.settle(0.1)
        left = terminal.raw[begun:]
    assert before is stall or all(mode in left for mode in _OFF)


def test_a_signal_while_the_terminal_is_taken(room: Newsroom) -> None:
    """A desk that is just taking the terminal does not take it again after it was given back."""
    for _ in range(5):
        with Terminal([sys.executable, "-c", _TAKES], environment=room.environment()) as terminal:
            assert terminal.end() == 128 + signal.SIGTERM
            assert cooked(terminal)
            terminal.settle(0.1)
            assert terminal.raw.endswith(b"\x1b[?25h")


@pytest.mark.parametrize("before", [idle, stall])
def test_hang_up(room: Newsroom, before: Callable[[Terminal], None]) -> None:
    """A stalled desk uses no CPU, and a dropped line ends it, stalled or not."""
    with opened(room) as terminal:
        before(terminal)
        until(lambda: rests(terminal.pid), 60)
        terminal.hang_up()
        until(lambda: not members(terminal.pid), PATIENCE)


def test_hang_up_while_texts_are_read_again(room: Newsroom) -> None:
    """The process that reads texts again beside the desk ends with it, whatever ends the desk."""
    assert room.run("demo", "1500", "--archive", str(room.archive)).status == 0
    country = 'id = "place:laos"\nname = "Laos"\nkind = "country"\ncountry = "LA"\n'  # it touches all texts
    for number, end in enumerate((signal.SIGHUP, signal.SIGTERM, signal.SIGKILL, None)):
        room.write("archive/gazetteer/own.toml", f'[[places]]\n{country}demonyms = ["Lao {number}"]\n')
        with opened(room) as terminal:
            pid = terminal.pid
            until(lambda pid=pid: len(members(pid)) > 1)  # type: ignore[misc]
            if end is None:
                terminal.hang_up()
            else:
                os.kill(pid, end)
            until(lambda pid=pid: not members(pid), PATIENCE)  # type: ignore[misc]
    assert room.run("doctor").status == 0


def test_what_was_marked_is_kept(room: Newsroom) -> None:
    """A star that was shown survives the line, and so does the place where the desk had rested."""
    with opened(room) as terminal:
        terminal.press("js")
        terminal.wait_for("★")
        kept = next(iter((room.archive / "readers").glob("*.json")))
        until(lambda: '"view":""' in kept.read_text("utf-8"))
        terminal.hang_up()
        until(lambda: not members(terminal.pid), PATIENCE)
    with Terminal(python("tui"), environment=room.environment()) as terminal:
        terminal.wait_for("★")
        terminal.wait_for(lambda text: " 2/" in text)


@pytest.mark.parametrize(
    ("columns", "rows"), [(1, 1), (1, 50), (2, 2), (20, 5), (19, 4), (80, 1), (1000, 300)]
)
def test_sizes(room: Newsroom, columns: int, rows: int) -> None:
    """A terminal of any size opens the desk, gets keys heard, grows, shrinks and is given back."""
    with Terminal(python("tui"), columns, rows, environment=room.environment()) as terminal:
        until(lambda: bool(terminal.settle()) and b"\x1b[?1049h" in terminal.raw)
        terminal.press("j?")
        terminal.settle()
        terminal.resize(80, 24)
        terminal.wait_for("Help")
        terminal.resize(columns, rows)
        terminal.settle()
        terminal.press("\x11")
        assert terminal.end() == 0
        assert cooked(terminal)


def test_a_terminal_without_a_size(room: Newsroom) -> None:
    """Where nobody knows the size, 80 columns are taken for it."""
    with opened(room) as terminal:
        terminal._set_size(0, 0)
        os.kill(terminal.pid, signal.SIGWINCH)
        terminal.settle()
        terminal.press("?")
        terminal.wait_for("Help")


@pytest.mark.parametrize("term", ["linux", "screen", "tmux", "vt100", "ansi", "", "no-such-terminal"])
def test_names_of_terminals(room: Newsroom, term: str) -> None:
    """The desk opens in whatever calls itself a terminal."""
    with opened(room, {"TERM": term}) as terminal:
        terminal.press("\x11")
        assert terminal.end() == 0


LOCALES: Final = (
    {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "en_US.ISO-8859-1"}, {"LC_ALL": "xx_YY"}, {"LANG": ""},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"},
)  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_locales(room: Newsroom, locale: Mapping[str, str]) -> None:
    """The desk opens in any locale, and takes letters that the locale has not."""
    with opened(room, locale) as terminal:
        terminal.press("/Hà Nội\xe9\x1b")
        terminal.settle()
        terminal.press("\x11")
        assert terminal.end() == 0


NOWHERE: Final = (
    "{} </dev/null", "{} <&-", "echo q | {}", "{} 2>&1 | cat", "nohup {} </dev/null >/dev/null 2>&1",
    "{} 2>/dev/null",
    "{} 2>&-",
)  # fmt: skip


@pytest.mark.parametrize("command", NOWHERE)
def test_no_terminal(room: Newsroom, command: str) -> None:
    """Without a terminal to read from and to paint on, the desk ends with status 2, and says why."""
    shell = command.format(_PY).replace("| cat", "| (cat; exit 2)")
    with Terminal(["sh", "-c", shell], environment=room.environment()) as terminal:
        assert terminal.end() == 2
        terminal.settle(0.1)
    assert b"\x1b" not in terminal.raw
    assert "2>/" in command or "2>&-" in command or "nohup" in command or b"needs a terminal" in terminal.raw


@pytest.mark.parametrize("command", ["{} >/dev/null", "{} | cat", "{} >&-"])
def test_other_output_elsewhere(room: Newsroom, command: str) -> None:
    """The desk paints on stderr, so stdout may go anywhere."""
    with Terminal(["sh", "-c", command.format(_PY)], environment=room.environment()) as terminal:
        terminal.wait_for(BASE)
        terminal.press("\x11")
        assert terminal.end() == 0


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_stopped_and_continued(room: Newsroom, number: signal.Signals) -> None:
    """A desk that is stopped, told or not, is whole again afterwards, and hears keys."""
    with opened(room) as terminal:
        for _ in range(3):
            os.kill(terminal.pid, number)
            os.waitpid(terminal.pid, os.WUNTRACED)
            assert cooked(terminal) or number == signal.SIGSTOP
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.settle()
        terminal.press("?")
        terminal.wait_for("Help")
        assert psutil.Process(terminal.pid).num_threads() < 12
        terminal.press("\x11")
        assert terminal.end() == 0
        assert cooked(terminal)


@pytest.mark.parametrize("before", [idle, stall])
def test_hang_up_while_stopped(room: Newsroom, before: Callable[[Terminal], None]) -> None:
    """A desk that is stopped when the line drops does not stay."""
    with opened(room) as terminal:
        before(terminal)
        os.kill(terminal.pid, signal.SIGTSTP)
        until(lambda: psutil.Process(terminal.pid).status() == psutil.STATUS_STOPPED)
        terminal.hang_up()
        until(lambda: not members(terminal.pid), PATIENCE)


def test_the_shell_above_is_killed(room: Newsroom, tmp_path: Path) -> None:
    """Where the shell that opened the desk is killed, the desk goes with the terminal at the latest."""
    told = tmp_path / "shell"
    inner = f"echo $$ >{shlex.quote(str(told))}; {_PY}; true"
    command = f"sh -c {shlex.quote(inner)}; sleep 1000"
    with Terminal(["sh", "-c", command], environment=room.environment()) as terminal:
        terminal.wait_for(BASE)
        os.kill(int(told.read_text()), signal.SIGKILL)
        terminal.settle()
        terminal.hang_up()
        until(lambda: not members(terminal.pid), PATIENCE)
