"""The driver in a real terminal: one write a frame, and a whole screen whatever has happened to it."""

from __future__ import annotations

import os
import pty
import signal
import socket
import subprocess
from contextlib import suppress
from functools import partial

import pytest

from tests.little_app import HARMFUL, HARMLESS
from tests.terminal import Terminal, python
from tui.outlet import QUESTION


def started(*arguments: str) -> Terminal:
    """Return the little program in a terminal, painted."""
    terminal = Terminal(python("tests.little_app", *arguments), 60, 12)
    terminal.wait_for("READY")
    terminal.settle()
    return terminal


def test_real_program_shows_the_same_with_both_drivers() -> None:
    """A program in a real terminal shows the same after keys and after resizes, with both drivers."""
    seen = []
    for kind in ("stock", "desk"):
        with started(kind) as terminal:
            terminal.press("jjx")
            terminal.wait_for("typed x")
            terminal.resize(50, 10)
            terminal.settle()
            terminal.press("y")
            terminal.wait_for("typed xy")
            terminal.settle()
            seen.append(terminal.screen.looks())
    assert seen[0] == seen[1]


def test_one_frame_is_one_synchronised_write() -> None:
    """A key's frame arrives whole between the marks of synchronised output, and is short."""
    with started() as terminal:
        before = len(terminal.raw)
        terminal.press("j")
        terminal.wait_for(lambda _: len(terminal.raw) > before)
        terminal.settle()
        sent = terminal.raw[before:].removesuffix(QUESTION.encode())
    assert sent.startswith(b"\x1b[?2026h") and sent.endswith(b"\x1b[?2026l")
    assert sent.count(b"\x1b[?2026") == 2 and len(sent) < 250


def test_a_frame_is_written_at_once() -> None:
    """What a key changes leaves the program in one write, as a socket that keeps writes apart receives it."""
    (master, slave), (ours, theirs) = pty.openpty(), socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    command = python("tests.little_app")
    with subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=theirs.fileno(), start_new_session=True
    ) as program:
        ours.settimeout(20)
        while b"READY" not in ours.recv(1 << 20):
            pass
        os.write(master, b"\x1b[?2026;2$y")
        ours.settimeout(1)
        with suppress(TimeoutError):
            while ours.recv(1 << 20):
                pass
        os.write(master, b"j")
        written = []
        with suppress(TimeoutError):
            while True:
                written.append(ours.recv(1 << 20).removesuffix(QUESTION.encode()))
        program.kill()
    for end in (ours, theirs):
        end.close()
    for terminal in (master, slave):
        os.close(terminal)
    assert [(one[:8], one[-8:]) for one in written] == [(b"\x1b[?2026h", b"\x1b[?2026l")]


def test_a_storm_of_resizes() -> None:
    """After many changes of the size, one in the midst of another's frame, the screen is whole."""
    with started() as terminal:
        before = terminal.screen.looks()
        for size in [(20, 5), (100, 30), (61, 12), (10, 40), (60, 13)] * 6:
            terminal.resize(*size)
        terminal.resize(60, 12)
        terminal.wait_for(lambda _: terminal.screen.looks() == before)
        assert terminal.settle() and terminal.screen.looks() == before


def holds(terminal: Terminal, start: int, wanted: bytes, _text: str) -> bool:
    """Tell whether a terminal got something since a time."""
    return wanted in terminal.raw[start:]


def test_what_may_have_drawn_has_every_cell_sent_again() -> None:
    """The clipboard, modes and the bell go out as they are; after anything else every row comes again."""
    with started() as terminal:
        for sequence in (*HARMLESS, *HARMFUL):
            before = len(terminal.raw)
            terminal.press("w")
            terminal.wait_for(partial(holds, terminal, before, sequence.encode()))
            terminal.settle()
            sent = terminal.raw[before:].decode()
            assert sent.startswith(sequence)
            assert ("READY" in sent and "plain" in sent) == (sequence in HARMFUL), sequence
            assert len(sent) == len(sequence) or sequence in HARMFUL


@pytest.mark.parametrize("wrong", [b"\xe9a", b"\xffa", b"\xc3(", b"\xed\xa0\x80a"])
def test_wrong_bytes_do_not_end_the_program(wrong: bytes) -> None:
    """A byte that is no UTF-8 is typed as a replacement character, and the program goes on."""
    with started() as terminal:
        terminal.press(wrong)
        terminal.wait_for("�")
        terminal.press("z")
        terminal.wait_for(lambda text: "z" in text)


def test_suspended_and_resumed() -> None:
    """After ctrl+z and fg the screen is whole again, though the shell has written over it."""
    with started() as terminal:
        os.kill(terminal.pid, signal.SIGTSTP)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.settle()
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("READY")
        terminal.press("k")
        terminal.wait_for("typed k")
        assert "越共中央" in terminal.settle().replace(" ", "")


def test_a_frame_that_waits_is_dropped_at_the_end() -> None:
    """A program that ends sends a terminal that has fallen silent no frame any more, and asks it nothing."""
    with started() as terminal:
        terminal.answers = False
        for columns in range(41, 61):
            terminal.resize(columns, 12)
            terminal.listen(0.02)
        terminal.listen(0.8)
        before = len(terminal.raw)
        terminal.press("\x11")
        assert terminal.end() == 0
        terminal.settle()
        last = terminal.raw[before:]
    assert b"\x1b[?1049l" in last
    assert b"\x1b[?2026h" not in last and QUESTION.encode() not in last


def test_terminal_gone_ends_the_program() -> None:
    """A program whose terminal has gone does not stay behind as an orphan."""
    with started() as terminal:
        terminal.hang_up()
        assert terminal.end() != 0
