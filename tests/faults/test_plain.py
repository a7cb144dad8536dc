"""`newsdesk --plain` in a terminal: prompt, pages, interrupts, signals, a kiosk; no control sequence."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping

import pytest

from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

_CONTROL = re.compile(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
"""What a terminal would obey, but for the ends of lines."""

_READY = re.compile(r"\n>\s*\Z")

_ENDLESS = (
    "import sys, tui.plain.voice as v; from tui.__main__ import main\n"
    "v._KEPT = -100_000; sys.argv = ['newsdesk', '--plain']; main()"
)
"""A session that never stops after a page."""

DUMB = {"TERM": "dumb", "COLORTERM": ""}


def talked(room: Newsroom, *options: str, rows: int = 60, environment: Mapping[str, str] = DUMB) -> Terminal:
    """Return a session in a terminal."""
    command = python("tui", "--plain", *options)
    return Terminal(command, 100, rows, environment=room.environment(environment))


def wait(terminal: Terminal, said: str = "") -> str:
    """Return what the terminal shows once something was said and there is a prompt behind it."""
    return terminal.wait_for(lambda text: said in text and bool(_READY.search(f"\n{text.rstrip()}")))


def say(terminal: Terminal, line: str, said: str) -> str:
    """Type a line, and return what the terminal shows once it was answered."""
    terminal.press(f"{line}\n")
    return wait(terminal, said)


def is_cooked(terminal: Terminal) -> bool:
    """Tell whether the terminal echoes what is typed and reads by lines, as a shell wants it."""
    flags = termios.tcgetattr(terminal.fd)[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON)


@pytest.mark.parametrize("term", ["dumb", "xterm-256color", "vt100", "linux", "nonsense"])
def test_no_control_is_written(room: Newsroom, term: str) -> None:
    """Whatever the terminal is called, a session with line editing writes lines and a prompt, no more."""
    with talked(room, environment={"TERM": term}) as terminal:
        wait(terminal, "? lists the commands")
        say(terminal, "party:cpv", "2 texts: party CPV.")
        say(terminal, "1", "End of the text.")
        say(terminal, "i", "Considered, not chosen:")
        say(terminal, "nonsense", "No command nonsense")
        terminal.press("q\n")
        assert terminal.end() == 0 and is_cooked(terminal)
    assert not _CONTROL.search(terminal.raw), _CONTROL.findall(terminal.raw)


def test_long_answers_wait_for_enter(room: Newsroom) -> None:
    """An answer longer than the terminal stops after a page; an empty line goes on, another lets it go."""
    with talked(room, rows=12) as terminal:
        wait(terminal)
        assert "End of the text." not in say(terminal, "1", "Enter goes on.")
        for _ in range(20):
            if "End of the text." in terminal.text:
                break
            terminal.press("\n")
            terminal.settle(0.2)
        assert "End of the text." in terminal.text
        say(terminal, "1", "Enter goes on.")
        assert "Enter goes on." in say(terminal, "k", "This is the first text.")
        say(terminal, "", "Nothing follows.")


def test_interrupts_come_back_to_the_prompt(room: Newsroom) -> None:
    """ctrl+c lets a line go, and ends a long answer; ctrl+d ends the session with status 0."""
    room.run("demo", "3000", "--archive", str(room.archive))
    slowed = (
        "import time, tui.output as o; printed = o.print_lines\n"
        "o.print_lines = lambda lines: (printed(lines), time.sleep(0.01))\n"
    )
    with Terminal(
        [sys.executable, "-c", slowed + _ENDLESS], 100, 40, environment=room.environment(DUMB)
    ) as terminal:
        wait(terminal, "3,000 texts")
        terminal.press("half a line")
        terminal.wait_for("half a line")
        terminal.settle(0.3)  # a signal just before Python's select() is noticed with the next key only
        terminal.press("\x03")
        terminal.wait_for(lambda text: text.count("\n>") == 2)
        terminal.press("list\n")
        terminal.wait_for("25. ")
        terminal.press("\x03")
        wait(terminal, "Stopped.")
        assert "2999." not in terminal.text
        say(terminal, "who", "Parties, ")
        terminal.press("\x04")
        assert terminal.end() == 0 and is_cooked(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_end_it(room: Newsroom, number: signal.Signals) -> None:
    """SIGTERM and SIGHUP end a session while a line is edited, and the terminal is as it was."""
    with talked(room, environment={"TERM": "xterm"}) as terminal:
        wait(terminal)
        terminal.press("half a li")
        terminal.settle(0.3)
        os.kill(terminal.pid, number)
        assert terminal.end(10) == 128 + number and is_cooked(terminal)


def test_a_stalled_terminal_cannot_keep_it(room: Newsroom) -> None:
    """A terminal that takes nothing more does not keep a session from ending."""
    room.run("demo", "3000", "--archive", str(room.archive))
    command = [sys.executable, "-c", _ENDLESS]
    with Terminal(command, 100, 40, environment=room.environment(DUMB)) as terminal:
        wait(terminal, "3,000 texts")
        terminal.press("list\n")
        time.sleep(1.5)  # until the terminal is full
        os.kill(terminal.pid, signal.SIGTERM)
        until = time.monotonic() + 10
        while (status := terminal.ended()) is None and time.monotonic() < until:
            time.sleep(0.05)
        assert status == 128 + signal.SIGTERM


def test_a_dropped_line_ends_it(room: Newsroom) -> None:
    """When the terminal goes the session goes, even where SIGHUP is ignored, and what was marked is kept."""
    command = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *python("tui", "--plain")]
    with Terminal(command, 100, 40, environment=room.environment(DUMB)) as terminal:
        wait(terminal)
        say(terminal, "s", "Starred 1 text")
        terminal.hang_up()
        terminal.end(10)
    assert room.run("list", "is:starred").out.count("\n") == 1


def test_lines_are_edited_and_called_back(room: Newsroom) -> None:
    """With line editing an earlier line comes back by the arrow, and `/` has the filter edited."""
    pytest.importorskip("readline")
    with talked(room, environment={"TERM": "xterm"}) as terminal:
        wait(terminal)
        say(terminal, "party:cpp", "1 text: party CPP.")
        say(terminal, "0", "2 texts")
        terminal.press("\x1b[A\x1b[A\n")
        terminal.wait_for(lambda text: text.count("1 text: party CPP.") == 2)
        terminal.press("/\n")
        terminal.wait_for("> party:cpp")
        terminal.press(" date:2021\n")
        wait(terminal, "1 text: party CPP, date 2021.")
        terminal.press("/e\t\t\t/pas\t\t\n")
        wait(terminal, "Nothing matches")
        assert "passwd" not in terminal.text
    assert not [path for path in (room.folder / "home").rglob("*") if "history" in path.name]


def test_a_kiosk_stays_one(room: Newsroom) -> None:
    """In a kiosk no key of the terminal ends, stops or leaves a session, and no file is read."""
    room.run("list")
    room.write("home/.inputrc", '"x": "q\\n"\n')
    kiosk = python("tui", "--kiosk", "--plain", "--archive", str(room.archive))
    command = ("env", "-u", "NEWSDESK_ARCHIVE", *kiosk)
    with Terminal(command, 100, 40, environment=room.environment({"TERM": "xterm"})) as terminal:
        wait(terminal)
        for key in ("\x03", "\x1a", "\x1c", "\x03\x03", "\x18\x12", "\x1b!", "\x1b~", "\x1b*", "x\n"):
            terminal.press(key)
            terminal.settle(0.2)
        assert terminal.ended() is None
        say(terminal, "\x15who", "CPV with CPP")
        terminal.press("q\n")
        assert terminal.end() == 0


def test_a_kiosk_begins_again_where_nobody_types(room: Newsroom) -> None:
    """After a while without a line a kiosk forgets filter and lines, once until somebody types again."""
    room.run("list")
    script = (
        "import sys; from tui.__main__ import main; import tui.kiosk as k; k.IDLE = 1.5\n"
        f"sys.argv = ['newsdesk', '--kiosk', '--plain', '--archive', {str(room.archive)!r}]; main()"
    )
    command = ("env", "-u", "NEWSDESK_ARCHIVE", sys.executable, "-c", script)
    with Terminal(command, 100, 40, environment=room.environment({"TERM": "xterm"})) as terminal:
        wait(terminal)
        say(terminal, "party:cpp", "1 text: party CPP.")
        terminal.press("secret words")
        text = wait(terminal, "Nobody typed for a while")
        assert "2 texts" in text.partition("Nobody typed")[2]
        terminal.settle(2.0)
        assert terminal.text.count("Nobody typed") == 1
        terminal.press("\x1b[A\n")
        wait(terminal, "2. Party to continue")
        assert terminal.text.count("party CPP") == 1


def test_a_paste_is_no_more_than_a_line(room: Newsroom) -> None:
    """Much pasted at once, with the marks of a paste and controls among it, is one line, and refused."""
    pasted = b"\x1b[200~" + b"\x01x\x07\x1b[31m\xff" * 20_000 + b"\x1b[201~\n"
    with talked(room, environment={"TERM": "xterm"}) as terminal:
        wait(terminal)
        feeding = threading.Thread(target=terminal.press, args=(pasted,))
        feeding.start()
        terminal.wait_for(lambda text: "No command" in text or "more than the 8,000" in text, 60)
        feeding.join()
        terminal.press("\n\x15who\n")
        wait(terminal, "CPV with CPP")


def test_texts_that_arrive_are_told(room: Newsroom, record_property: Callable[[str, object], None]) -> None:
    """What another process imports while a session waits is told in a line when the reader asks next."""
    with talked(room) as terminal:
        wait(terminal)
        file = room.write(
            "in/new.txt", "Talks on trade\n\nHanoi (VNA) – The CPV held talks on June 3, 2024.\n"
        )
        assert room.run("import", str(file)).status == 0
        say(terminal, "w", "1 new text.")
        say(terminal, "gg", "1. Talks on trade. 3 June 2024.")
