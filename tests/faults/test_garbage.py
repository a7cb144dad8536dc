"""What a terminal or a network may send that nobody typed, into every place where something is typed."""

from __future__ import annotations

import os
import re
import select
import time
from typing import Final

import psutil
import pytest

from tests.newsdesk import Newsroom
from tests.terminal import Terminal, opened

PLACES: Final = {
    "the list": ("", "All texts"),
    "the filter line": ("/", "Tab"),
    "a tag": ("t", "Tag"),
    "a note": ("a", "Note"),
    "the form": ("C", "Correct"),
    "the help": ("?", "Help"),
    "a picker": ("p", "letter"),
    "the palette": ("\x10", ""),
}
"""Where something can be typed: the keys that lead there, and what stands there."""

GARBAGE: Final = (
    b"\x1b[1;", b"\x1b[", b"\x1bO", b"\x1b]0;owned\x07", b"\x1b]0;never ended", b"\x1bP1;2q", b"\x1b[M",
    b"\x1b[<0;1",
    b"\x1b[<0;5;5M\x1b[<0;5;5m\x1b[<64;9;9M", b"\x1b[<0;999999;999999M", b"\x1b[M !!", b"\x1b[I\x1b[O\x1b[I",
    b"\x1b[?62;22c\x1b[>0;276;0c", b"\x1b[24;80R", b"\x1b[?1004;1$y\x1b[?2048;2$y", b"\x1b[48;9999;9999;1;1t",
    b"\x1b]11;rgb:1212/1212/1212\x1b\\", b"\x1b[97;1:3u\x1b[99999999999u\x1b[1114112u\x1b[55296u", 
    b"\x1b[0n\x1b[0n",
    b"\x80\xff\xfe\xe9\xc3", b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80\xed\xa0\x80", b"\x00\x00\x00",
    b"\x1b[200~\x1b]0;owned\x07\x9b2J\x1b[2J\x00\x08\x7f\x1b[201~", b"\xc2\x9b2J\xc2\x9d0;owned\xc2\x9c",
)  # fmt: skip
"""Cut sequences, answers that nobody asked for, clicks without a mouse, bytes that are no letters."""

NO_MOUSE: Final = {"SSH_TTY": "/dev/pts/0"}

_OWN: Final = re.compile(
    r"\x1b\[[0-9;]*[A-HJKXmnst]|\x1b\[\?[0-9;]+(?:[hl]|\$p)|\x1b\[[<>]?[0-9]*u|\x1b\[5n|\x1b\]22;\w*\x07|[\r\x08]"
)
"""Every control that the desk sends by itself."""


def controls(raw: bytes) -> set[str]:
    """Return the controls that are none of the desk's own."""
    return set(re.findall(r"[\x00-\x1f\x7f-\x9f][^\x1b]{0,8}", _OWN.sub("", raw.decode())))


def send(terminal: Terminal, data: bytes) -> None:
    """Send much, and take in meanwhile what comes."""
    left = memoryview(data)
    while left:
        readable, writable, _ = select.select([terminal.fd], [terminal.fd], [], 60)
        assert readable or writable
        if readable:
            terminal.settle(0)
        if writable:
            left = left[os.write(terminal.fd, left[:1024]) :]


@pytest.mark.parametrize(("keys", "shown"), PLACES.values(), ids=PLACES)
def test_garbage(room: Newsroom, keys: str, shown: str) -> None:
    """Wherever it comes, nothing crashes, no control comes back, and after a pause a key is a key."""
    with opened(room, NO_MOUSE) as terminal:
        terminal.press(keys)
        terminal.wait_for(shown)
        for garbage in GARBAGE:
            terminal.press(garbage)
            terminal.settle(0.05)
            assert terminal.ended() is None, garbage
        time.sleep(2.2)  # what never ended has ended
        terminal.settle(0.1)
        terminal.press("\x11")
        assert terminal.end() == 0
        assert controls(terminal.raw) == set()


def test_it_does_nothing(room: Newsroom) -> None:
    """What is no key changes nothing on the screen."""
    with opened(room, NO_MOUSE) as terminal:
        before = terminal.text
        for garbage in GARBAGE:
            if garbage.isascii():
                terminal.press(garbage)
                terminal.settle(0.1)
        assert terminal.settle(2.5) == before


@pytest.mark.parametrize(("keys", "shown"), PLACES.values(), ids=PLACES)
def test_a_paste_of_a_megabyte(room: Newsroom, keys: str, shown: str) -> None:
    """A paste that is marked as one costs little anywhere, and where a line takes a part it says how much."""
    pasted = b"\x1b[200~" + b"lorem \x07\x1b]0;owned\x07 ipsum\r\n" * 40_000 + b"\x1b[201~"
    with opened(room, NO_MOUSE) as terminal:
        terminal.press(keys)
        terminal.wait_for(shown)
        terminal.listen(1.5)  # until what the place itself needs is loaded
        before = psutil.Process(terminal.pid).memory_info().rss
        send(terminal, pasted)
        if shown in ("Tab", "Tag", "Note"):
            terminal.wait_for("letters pasted")
        terminal.settle(1)
        grown = psutil.Process(terminal.pid).memory_info().rss - before
        assert grown < 20_000_000, grown
        terminal.press("\x11")
        assert terminal.end() == 0
        assert controls(terminal.raw) == set()


def test_a_megabyte_that_is_not_marked(room: Newsroom) -> None:
    """What comes as if typed is taken as far as a person could type it; the rest is left out, and told."""
    with opened(room, NO_MOUSE) as terminal:
        send(terminal, b"jk" * 500_000)
        terminal.wait_for("left out", seconds=120)
        assert "2,000 keys" in terminal.text
        assert psutil.Process(terminal.pid).memory_info().rss < 120_000_000
        terminal.press("\x11")
        assert terminal.end() == 0


def test_a_storm_of_sizes(room: Newsroom) -> None:
    """After two hundred sizes in a row the screen is that of the last, and whole."""
    with opened(room, NO_MOUSE) as terminal:
        before = terminal.screen.looks()
        for number in range(200):
            terminal.resize(1 + number * 7 % 200, 1 + number * 3 % 60)
            terminal.settle(0.005)
        terminal.resize(80, 24)
        terminal.wait_for(lambda _: terminal.screen.looks() == before)
        terminal.press("\x11")
        assert terminal.end() == 0
