"""Ways out of the kiosk from inside: every key, every click, the environment, and what texts say."""

from __future__ import annotations

import os
import re
import signal
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import psutil
import pytest

from tests.faults.fingers import FEW, clicks, every_key
from tests.faults.locked_room import READER, Room, build, children
from tests.newsdesk import ROOT, Newsroom
from tests.terminal import Terminal

_BACK: Final = b"\x07"
"""ctrl+g, which goes one step back and never quits."""

HANGS: Final = 90.0
"""Seconds after which a kiosk is taken for one that hangs; no measure of speed."""

_LAYERS: Final = (
    b"p", b"e", b"g", b"f", b"/", b"V", b"a", b"?", b"?hand\r", b"As", b"4v", b"y",
)  # fmt: skip
"""What opens each layer, or gives the keyboard to another panel."""

_OURS: Final = re.compile(
    rf"(archive/readers(/{READER}\.(json|lock)(\.tmp)?)?"
    rf"|archive/backup(/[\d-]+(/readers(/{READER}\.json)?)?)?"
    r"|archive/index\.(sqlite(-wal|-shm)?|lock)|archive/lock)"
)
"""What a kiosk may write."""

_ACTS: Final = {"open", "os.mkdir", "os.rename", "os.remove", "os.link", "os.truncate"}
"""What a kiosk may do to what it may write."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """A room that every check uses, so that all of them leave it as it was."""
    return build(tmp_path_factory.mktemp("kiosk"))


@pytest.fixture
def room(built: Room) -> Iterator[Room]:
    """The room, which after the check must be as before but for what the reader said."""
    built.notes.unlink(missing_ok=True)  # of a check before, which has answered for them
    yield built
    assert not built.sprung.exists()
    assert {name for name in built.changed() if not _OURS.fullmatch(name)} == set()
    acts = {(act, _within(built, about)) for act, about in built.acts()}
    assert {(act, place) for act, place in acts if act not in _ACTS or not _is_ours(place)} == set()


def _within(room: Room, about: str) -> str:
    return os.path.relpath(about, room.folder) if os.path.isabs(about) else about


def _is_ours(place: str) -> bool:
    """Tell whether an act was about what a kiosk may write, or about a file that was open already."""
    return place.isdecimal() or bool(_OURS.fullmatch(place)) or place == "../../../../dev/null"


def _ready(terminal: Terminal) -> None:
    terminal.wait_for("? help", HANGS)
    terminal.settle()


def _send(terminal: Terminal, data: bytes) -> None:
    """Send keys, reading what comes back, until the kiosk has taken them all."""
    for start in range(0, len(data), 512):
        terminal.press(data[start : start + 512])
        while terminal._read(0.001):
            pass
    terminal.settle(0.3)


def _is_alone(terminal: Terminal) -> None:
    """Assert that the kiosk runs, by itself, as the same reader, and speaks to nobody."""
    assert terminal.ended() is None, terminal.text
    assert children(terminal) == []
    here = psutil.Process(terminal.pid)
    assert here.net_connections("inet") == []
    read = {Path(one.path).name for one in here.open_files() if "/readers/" in one.path}
    assert read <= {f"{READER}.{end}" for end in ("json", "json.tmp", "lock")}  # a slow disk writes for long


def _leave(terminal: Terminal) -> None:
    terminal.press(_BACK * 6)
    terminal.settle()
    terminal.press("Q")
    assert terminal.end(HANGS) == 0, terminal.text


def test_every_key(room: Room) -> None:
    """Every key that a terminal can send, pressed at the base, leads nowhere out."""
    keys = every_key()
    with room.opened() as terminal:
        _ready(terminal)
        for part in _parts(keys, 200):
            _send(terminal, b"".join(key + _BACK * 2 for key in part))
            assert "Search for commands" not in terminal.text
            _is_alone(terminal)
        _leave(terminal)


def _parts(keys: list[bytes], size: int) -> Iterable[list[bytes]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


@pytest.mark.parametrize("number", range(len(_LAYERS)))
def test_every_second_key(room: Room, number: int) -> None:
    """Every key pressed after one that opens something leads nowhere out."""
    opening = _LAYERS[number]
    keys = [key for key in every_key() if len(key) == 1 or key in FEW]
    with room.opened() as terminal:
        _ready(terminal)
        for part in _parts(keys, 200):
            _send(terminal, b"".join(opening + key + _BACK * 3 for key in part))
        _is_alone(terminal)
        _leave(terminal)


@pytest.mark.parametrize("opening", [b"", b"2", b"4", b"?", b"?hand\r", b"p", b"e", b"V", b"a", b"/", b"f"])
def test_every_click(room: Room, opening: bytes) -> None:
    """A click on any cell, with any button and modifier, leads nowhere out."""
    with room.opened("--mouse") as terminal:
        _ready(terminal)
        _send(terminal, opening)
        if opening:
            _send(terminal, clicks(80, 24, 17, (0, 2, 16)))
        else:
            _send(terminal, clicks(80, 24, 1, (0,)))
            _send(terminal, clicks(80, 24, 23, (1, 2, 4, 8, 16, 32, 35, 64, 65)))
        _is_alone(terminal)
        _leave(terminal)


_LINES: Final = (
    "!sh", "| sh", "> sprung", ":!touch sprung", "open /etc/passwd", "e /etc/passwd", "export x", "C",
    "correct", "import /etc", "archive /etc", "reader bob", "--archive /etc", "list", "$(touch sprung)",
    "`touch sprung`", "import os", "help()", "\t\t", "y", "yt", "c", "u", "U", "s", "t x", "a note", "?",
    "d 1", "p c", "0",
)  # fmt: skip
"""What might be taken for a command where answers come line by line."""


def test_every_line(room: Room) -> None:
    """In a kiosk that answers line by line no line leads out, and no key of a terminal does."""
    with room.opened("--plain") as terminal:
        terminal.wait_for("\n>", HANGS)
        for line in _LINES:
            _send(terminal, line.encode() + b"\r")
        _send(terminal, b"".join(key for key in every_key() if key not in b"\x04") + b"\x15\r")
        _is_alone(terminal)
        terminal.press("\x15\x0b\r")
        terminal.settle()
        terminal.press("q\r")
        assert terminal.end(HANGS) == 0, terminal.text


_PASTES: Final = (
    b"; touch sprung\n", b"$(touch sprung)", b"`touch sprung`", b"|touch sprung", b"!touch sprung\r",
    b":!sh\r", b"\x1b[201~\x1bx:x\r", b"../../../../etc/passwd\r", b"file:///etc/passwd\r",
    b"\x03\x1a\x1c\x04", b"\x00" * 9,
)  # fmt: skip


@pytest.mark.parametrize("opening", [b"", b"/", b"t", b"a", b"?", b"p/", b"dr"])
def test_what_is_pasted(room: Room, opening: bytes) -> None:
    """What would be a command to a shell, an editor or a pager is text to be pasted, or nothing."""
    with room.opened() as terminal:
        _ready(terminal)
        marked = [b"\x1b[200~" + paste + b"\x1b[201~\r" for paste in _PASTES]
        _send(terminal, b"".join(opening + paste + _BACK * 4 for paste in (*marked, *_PASTES)))
        _is_alone(terminal)
        _leave(terminal)


def test_it_cannot_be_stopped(room: Room) -> None:
    """What ctrl+z sends where a terminal still takes it for a signal changes nothing."""
    with room.opened() as terminal:
        _ready(terminal)
        os.kill(terminal.pid, signal.SIGTSTP)
        _send(terminal, b"j")
        assert psutil.Process(terminal.pid).status() != psutil.STATUS_STOPPED
        _leave(terminal)


def test_no_home(room: Room) -> None:
    """It works with a home that is not there."""
    with room.opened(environment={"HOME": "/nonexistent", "TMPDIR": "/nonexistent"}) as terminal:
        _ready(terminal)
        _send(terminal, b"jsj2jd1" + _BACK)
        _leave(terminal)


@pytest.mark.parametrize("kiosk", [True, False], ids=["kiosk", "desk"])
def test_an_account_that_may_write_nothing(room: Room, kiosk: bool) -> None:
    """Where nothing may be written all can be read; marks are refused with a sentence, nothing is left."""
    with room.sealed():
        before = room.state()
        with room.opened(kiosk=kiosk, powerless=True, environment=_PLAIN) as terminal:
            _ready(terminal)
            _send(terminal, b"\rjjJKp" + _BACK + b"0/hanoi\r\r" + _BACK * 3 + b"0")
            assert not re.search("not kept|cannot|denied", terminal.text, re.I), terminal.text
            for key in (b"s", b"m", b"ttag\r", b"anote\r", b"VB"):
                _send(terminal, key)
                told = "Not kept: this archive is read-only" if kiosk else "permission denied"
                assert told in terminal.text, (key, terminal.text)
                _send(terminal, _BACK * 2)
            _leave(terminal)
        assert room.state() == before


_PLAIN: Final = {"PYTHONPATH": str(ROOT), "PYTHONINSPECT": "", "TEXTUAL": "", "TMUX": "", "STY": ""}
"""What a desk is not given that is no kiosk."""


def test_an_unexpected_error_writes_nothing(room: Room) -> None:
    """What nobody foresaw is one line, and no log is written where a reader could use it."""
    broken = room.archive / "letters.json"
    kept = broken.read_bytes()
    mode = stat.S_IMODE(room.archive.stat().st_mode)
    try:
        with room.opened("--now", "0001-01-01", "since:6m") as terminal:
            status = terminal.end(HANGS)
            assert status != 0 and "Traceback" not in terminal.text
    finally:
        broken.write_bytes(kept)
        room.archive.chmod(mode)


_WHO: Final = (
    (("--archive", "/etc"), "--archive"),
    (("--archive=/etc",), "--archive"),
    (("--reader", "bob"), "--reader"),
    (("--reader=bob",), "--reader"),
    (("import", "/etc"), "--kiosk"),
    (("mark", "x", "--read"), "--kiosk"),
    (("doctor",), "--kiosk"),
    (("list",), "--kiosk"),
    (("demo",), "--kiosk"),
    (("follow", "."), "--kiosk"),
    (("parse", "/etc/passwd"), "--kiosk"),
    (("show", "x"), "--kiosk"),
)


@pytest.mark.parametrize(("added", "told"), _WHO)
def test_what_is_added_to_the_command_line(room: Room, added: tuple[str, ...], told: str) -> None:
    """A second archive or reader, and every other command, is refused with a sentence, status 2."""
    with room.opened(*added) as terminal:
        assert terminal.end(HANGS) == 2
        terminal.settle(0.1)
        assert told in terminal.text and b"\x1b[?1049h" not in terminal.raw


@pytest.mark.parametrize("name", ["NEWSDESK_ARCHIVE", "NEWSDESK_READER", "NEWSDESK_X"])
def test_the_environment_names_nothing(room: Room, name: str) -> None:
    """A variable that would choose for the reader is refused with a sentence that names it, status 2."""
    with room.opened(environment={name: "/etc"}) as terminal:
        assert terminal.end(HANGS) == 2
        terminal.settle(0.1)
        assert f"{name} is set" in terminal.text


def test_an_archive_that_does_not_exist(tmp_path: Path) -> None:
    """A kiosk plants no seeds: where there is no archive it says so, status 3, and makes nothing."""
    room = Room(tmp_path / "room", tmp_path / "notes")
    (room.folder / "cwd").mkdir(parents=True)
    with room.opened() as terminal:
        assert terminal.end(HANGS) == 3
        terminal.settle(0.1)
        assert "a kiosk makes none" in terminal.text
    assert not room.archive.exists() and room.acts() == set()
    assert Newsroom(tmp_path).run("--kiosk", "--archive", str(room.archive)).status == 2


def test_it_sends_nothing_until_its_time_is_over(room: Room) -> None:
    """An idle kiosk sends no byte and takes no time of the processor."""
    with room.opened() as terminal:
        _ready(terminal)
        terminal.press("p")
        terminal.settle(1.5)
        before, used = len(terminal.raw), sum(psutil.Process(terminal.pid).cpu_times()[:2])
        time.sleep(3)
        terminal.settle(0.1)
        assert len(terminal.raw) == before
        assert sum(psutil.Process(terminal.pid).cpu_times()[:2]) - used < 0.2
        _leave(terminal)
