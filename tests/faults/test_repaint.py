"""ctrl+l in a real terminal: what something else wrote over the screen goes, whatever lies over the page."""

from __future__ import annotations

import pytest

from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

LAYERS = {
    "the page": "",
    "the help": "?",
    "a picker": "p",
    "the views": "V",
    "the filter line": "/party:cpv",
    "a line for words": "ttaiwan",
    "the form": "C",
    "a prefix": "g",
    "labels": "f",
    "the reasons": "w",
    "When": "4",
    "the palette": "\x10",
}
"""What can lie over the page, and the keys that open it."""

GARBLED = (
    "\x1b[3;5H\x1b[7mBroadcast message\x1b[2;8r\x1b[?7h\x1b[?6h\x1b[4h\x1b(0\x1b[?25h\x1b[31;44m\x1b[5;5H"
)
"""What another program may leave: words, a style, margins, modes, other letters, and a cursor."""


@pytest.mark.parametrize("keys", LAYERS.values(), ids=LAYERS)
def test_a_garbled_screen_is_mended(room: Newsroom, keys: str) -> None:
    """With anything open, ctrl+l brings back every cell and changes nothing else."""
    with Terminal(python("tui"), environment=room.environment()) as terminal:
        terminal.wait_for("All texts")
        terminal.press(keys)
        terminal.settle()
        before = terminal.screen.looks()
        terminal.scribble(GARBLED)
        assert terminal.screen.looks() != before
        terminal.press("\x0c")
        terminal.wait_for(lambda _: terminal.screen.looks() == before)
        assert terminal.screen.cursor.hidden
        assert terminal.settle() and terminal.screen.looks() == before
