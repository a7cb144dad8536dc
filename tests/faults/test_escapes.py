"""Raw bytes of a terminal over hostile archives: no text is a control sequence, and no markup is obeyed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.faults.processes import HANGS
from tests.faults.tampering import MARK, PAYLOADS, STEERING, lay, tamper
from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

_SENT: Final = re.compile(
    rb"\x1b\[[\d;:]*[ABCDEGHKXm]|\x1b\[2J|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"
    rb"|\x1b\[\?\d+\$p|\x1b\[[<>]\d*u|\x1b\[5n|\x1b\]22;\w*\x07|\x1b\(B\x0f|\x1b\[\?6l|\x1b\[4l|\x1b\[r|\x18"
    rb"|\r\n|\r|\n|\x08"
)
"""All that the program itself sends a terminal."""

_STEERS: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""What steers a terminal, reorders or hides."""

_WALK: Final = (
    "\r", *"JJJJJJJJ", "2", "jjj", "z", "z", "R", " ", "R", "i", "jj", "\x07", "w", "j", "\x07", "3", "jjjj",
    "z", "z", "\x07", "4", "l+", "\x07", "1", "p", "/x", "\x07\x07", "e", "/pwn", "\x07\x07", "d", "\x07",
    "g", "\x07", "gc", "\x07\x07", "f", "\x07", "V", "jj", "\x07", "Va", "\x07", "0", "/", "\x1b[A", "\x1b[A",
    "\x07", "/tag:", "\t", "\t", "\x07", "/pwn \"", "\x07", "/party:pwn", "\x07", "?", "pwn", "\x07", "t",
    "\t", "\x07", "a", "\x07", "C", "j", "b", "\x07", "\x07", "3", "C", "m", "\x07\x07\x07", "1", "A", "s",
    "\x07", "X", "u", "U", "\x10", "pwn", "\x1b", "G", "K", "K", "K", "K", "\x0c", "H", "L", "n", "*", "0",
)  # fmt: skip
"""Keys that show each thing that an archive says, at one place or another."""


def _is_clean(raw: bytes) -> None:
    """Assert that nothing was sent but what the program itself sends, and letters."""
    for payload in STEERING:
        assert (payload + MARK).encode("utf-8", "surrogatepass") not in raw, payload
    rest = _SENT.sub(b"", raw).decode("utf-8", "surrogateescape")
    found = _STEERS.search(rest)
    assert not found, ascii(rest[max(0, found.start() - 80) : found.end() + 80]) if found else ""


def _walk(terminal: Terminal) -> None:
    """Walk through the desk."""
    terminal.wait_for("? help", HANGS)
    terminal.settle(1)
    for keys in _WALK:
        terminal.press(keys)
        terminal.settle(0.06)


@pytest.mark.parametrize("tampered", [False, True], ids=["imported", "tampered"])
def test_the_desk(tmp_path: Path, tampered: bool) -> None:
    """All over the desk, at two sizes, in a kiosk too, payloads are letters and signs."""
    room = Newsroom(tmp_path)
    lay(room)
    if tampered:
        tamper(room, "ann")
    environment = room.environment()
    del environment["NEWSDESK_ARCHIVE"]
    for columns, rows, kiosk in ((120, 40, False), (200, 60, True)):
        options = ["--archive", str(room.archive), "--reader", "ann", *(["--kiosk"] if kiosk else [])]
        with Terminal(python("tui", *options), columns, rows, environment) as terminal:
            _walk(terminal)
            for word, shown in (("quit", "[@click=app.quit]x"), ("red", "[red]x[/]")):
                terminal.press(f"\x07\x07\x07\x070/{word}\r")
                terminal.wait_for(f"{shown}", HANGS)
            terminal.press("\x07\x07\x07Q")
            assert terminal.end(HANGS) == 0, terminal.raw[-600:]
        _is_clean(terminal.raw)


def test_the_lines(tmp_path: Path) -> None:
    """What the commands and the line-by-line mode print over a tampered archive holds no control."""
    room = Newsroom(tmp_path)
    lay(room)
    tamper(room, "ann")
    ids = [line.split()[-1] for line in room.run("list").lines]
    assert len(ids) >= len(PAYLOADS)
    printed = [
        room.run("list"),
        room.run("list", "pwn"),
        room.run("list", "party:nosuch"),
        room.run("doctor"),
    ]
    for done in (*printed, *(room.run("show", name) for name in ids[::7])):
        assert "Traceback" not in done.err
        _is_clean((done.out + done.err).encode("utf-8", "surrogateescape"))
