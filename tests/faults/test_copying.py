"""Copying to a real terminal, through a real tmux, screen and ssh: what arrives there, and what is kept."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.faults.processes import HANGS
from tests.faults.sshd import Sshd
from tests.journeys.test_copying import CITED
from tests.newsdesk import ROOT, Newsroom
from tests.terminal import Terminal, python

_OSC_52: Final = re.compile(rb"\x1b\]52;c?;([A-Za-z0-9+/]*=*)\x07")

_ALONE: Final = {"TMUX": "", "STY": "", "SSH_TTY": ""}
"""No multiplexer and no ssh, wherever the tests are run."""

_STATUS: Final = 2
"""Rows at the bottom that say what was copied."""


@pytest.fixture
def sockets() -> Iterator[Path]:
    """Return a folder whose path is short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="nd") as folder:
        yield Path(folder)


def found(name: str) -> str:
    """Return the path of a program."""
    path = shutil.which(name)
    assert path, f"{name} is not installed; .ci/run installs it"
    return path


def clips(terminal: Terminal) -> list[str]:
    """Return what the terminal was told to put into its clipboard."""
    return [b64decode(told).decode() for told in _OSC_52.findall(terminal.raw)]


def copied(terminal: Terminal) -> list[str]:
    """Copy a cited paragraph and return what the terminal was told; nothing else of its screen changes."""
    terminal.wait_for("All texts", HANGS)
    terminal.press("2")
    terminal.wait_for("━ 2 Article")
    before = terminal.settle().splitlines()[:-_STATUS]
    terminal.press("yp")
    terminal.wait_for("Copied ¶1 with citation")
    assert terminal.settle().splitlines()[: len(before)] == before
    return clips(terminal)


def test_a_terminal(room: Newsroom) -> None:
    """A terminal is told the citation once, and the clip file, which only its owner reads, has it, too."""
    with Terminal(python("tui"), environment=room.environment(_ALONE)) as terminal:
        assert copied(terminal) == [CITED]
        (kept,) = (room.folder / "home").rglob("clip.txt")
        assert kept.read_text("utf-8") == CITED and kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("inside", [True, False], ids=["inside", "behind ssh"])
@pytest.mark.parametrize(
    ("option", "buffer"),
    [("set -s set-clipboard on", True), ("set -g allow-passthrough on", False), ("", None)],
    ids=["set-clipboard", "allow-passthrough", "neither"],
)
def test_tmux(room: Newsroom, sockets: Path, option: str, buffer: bool | None, inside: bool) -> None:
    """tmux takes it or passes it on as its options say; its screen stays whole, and the file has it anyway.

    Behind an ssh line nothing but TERM tells of it.
    """
    conf = room.write("tmux.conf", f"set -g default-terminal tmux-256color\nset -g status off\n{option}\n")
    server = [found("tmux"), "-S", str(sockets / "tmux"), "-f", str(conf)]
    unset = [] if inside else ["env", "-u", "TMUX", "-u", "TMUX_PANE"]
    environment = room.environment({**_ALONE, "LC_ALL": "C.UTF-8"})
    with Terminal(
        [*server, "-u", "new", shlex.join([*unset, *python("tui")])], 80, 24, environment
    ) as terminal:
        try:
            told = copied(terminal)
            shown = subprocess.run([*server, "show-buffer"], capture_output=True, text=True).stdout
        finally:
            subprocess.run([*server, "kill-server"], check=False)
    assert shown == (CITED if buffer else "")
    assert set(told) == ({CITED} if buffer is not None else set())
    assert [path.read_text("utf-8") for path in (room.folder / "home").rglob("clip.txt")] == [CITED]


@pytest.mark.parametrize("inside", [True, False], ids=["inside", "behind ssh"])
def test_screen(room: Newsroom, sockets: Path, monkeypatch: pytest.MonkeyPatch, inside: bool) -> None:
    """GNU screen passes it on in pieces, of which none stays on its screen."""
    monkeypatch.setenv("SCREENDIR", str(sockets))
    name, unset = sockets.name, [] if inside else ["env", "-u", "STY"]
    command = [found("screen"), "-c", "/dev/null", "-U", "-S", name, *unset, *python("tui")]
    environment = room.environment({**_ALONE, "LC_ALL": "C.UTF-8"})
    with Terminal(command, 80, 24, environment) as terminal:
        try:
            assert copied(terminal) == [CITED]
        finally:
            subprocess.run([found("screen"), "-S", name, "-X", "quit"], check=False, capture_output=True)


def test_ssh(room: Newsroom, tmp_path: Path) -> None:
    """Over a real ssh line the terminal at its near end is told, and asked for no mouse."""
    variables = {"HOME": room.folder / "home", "NEWSDESK_ARCHIVE": room.archive, "PYTHONPATH": ROOT}
    given = [f"{name}={value}" for name, value in variables.items()]
    with (
        Sshd(tmp_path / "sshd") as host,
        host.session(command=[shlex.join(["env", *given, *python("tui")])]) as terminal,
    ):
        assert copied(terminal) == [CITED]
        assert b"\x1b[?1000h" not in terminal.raw


@pytest.mark.parametrize(
    ("options", "tty", "hears"),
    [
        ((), "", True),
        ((), "/dev/pts/9", False),
        (("--mouse",), "/dev/pts/9", True),
        (("--no-mouse",), "", False),
    ],
)
def test_the_mouse(room: Newsroom, options: tuple[str, ...], tty: str, hears: bool) -> None:
    """It is asked for on this machine, over ssh only with --mouse; and never told of mere motion.

    A report that comes though nobody asked does nothing, nor does one that makes no sense.
    """
    environment = room.environment({**_ALONE, "SSH_TTY": tty})
    with Terminal(python("tui", *options), environment=environment) as terminal:
        terminal.wait_for("All texts")
        terminal.settle()
        assert (b"\x1b[?1000h" in terminal.raw) is hears
        assert b"\x1b[?1002h" not in terminal.raw and b"\x1b[?1003h" not in terminal.raw
        terminal.press("\x1b[<0;12;12M\x1b[<0;12;12m")
        terminal.wait_for("Fri 26 Feb 2016~" if hears else "Tue 18 May 2021~")
        terminal.press("\x1b[<35;20;12M\x1b[<64;999;999M\x1b[<0;;M\x1b[M   \x1b[<0;-1;0m")
        terminal.settle()
        assert ("Fri 26 Feb 2016~" in terminal.text) is hears
        terminal.press("Q")
        assert terminal.end() == 0


def test_a_link(room: Newsroom) -> None:
    """A link opens its text at its paragraph, wherever that was left; what leads nowhere is told."""
    for words, shown in (("313c55bac6fe#p5", "▌5 "), ("313c#p1", "▌1 "), ("3A279DDD5D54#p2", "▌2 ")):
        with Terminal(python("tui", "open", words), environment=room.environment(_ALONE)) as terminal:
            terminal.wait_for("━ 2 Article")
            terminal.wait_for(shown)
            terminal.press("Q")
            assert terminal.end() == 0
    for words, complaint in (
        ("313c55bac6fe#p99", "has 9 paragraphs, and no ¶99"),
        ("ffffffffffff#p1", "No article ffffffffffff"),
        ("3#p1", "is the beginning of 2 ids"),
    ):
        with Terminal(python("tui", "open", words), environment=room.environment(_ALONE)) as terminal:
            assert terminal.end() == 1
            terminal.settle(0.1)
            assert complaint in " ".join(terminal.text.split())
            assert b"\x1b[?1049h" not in terminal.raw
