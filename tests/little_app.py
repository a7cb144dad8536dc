"""A little Textual program that the driver is tried with: `python -m tests.little_app [stock]`."""

from __future__ import annotations

import sys

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from tui.clipboard import sequence
from tui.driver import DeskDriver

_ROWS = (
    "READY tiếng Việt",
    "đồng chí Lê Hoài Trung",
    "越共中央 対外",
    "emoji 😀 here",
    "plain [brackets] /.",
    "",
)
HARMLESS = (
    *(sequence("hello, " * 200, where) for where in ({}, {"TMUX": "here"}, {"STY": "here"})),
    "\x1b]52;c;aGVsbG8=\x1b\\",
    "\x1b[?1000h\x1b[?1006h",
    "\x07",
)
"""What a program may write beside its frames, the screen being as it was."""

HARMFUL = (
    "\x1b[2J",
    "words",
    "\x1bc",
    "\x1b[?47h",
    "\x1bD",
    "\x1bPtmux;\x1b\x1b[2J\x1b\\",
    "\x1b]0;a title\x07",
)
"""What may have drawn something, or is not known."""

_PLAIN, _HERE = Style.parse("#d0d0d0 on #121212"), Style.parse("bold #ffffff on #005f87")


class Rows(Widget, can_focus=True):
    """Lines with a cursor that `j` moves; `w` writes past the frames; every other key is shown."""

    DEFAULT_CSS = "Rows {height: 1fr;}"
    cursor = 0
    typed = ""
    written = 0

    def render_line(self, y: int) -> Strip:
        """Return one row, padded."""
        text = f"typed {self.typed}" if y == len(_ROWS) else _ROWS[y] if y < len(_ROWS) else ""
        return Strip([Segment(text, _HERE if y == self.cursor else _PLAIN)]).adjust_cell_length(
            self.size.width, _PLAIN
        )

    def on_key(self, event: events.Key) -> None:
        """Move the cursor, or show what was typed."""
        if event.key == "j":
            self.cursor += 1
        elif event.key == "w":
            assert self.app._driver is not None
            self.app._driver.write((*HARMLESS, *HARMFUL)[self.written])
            self.written += 1
            return
        else:
            self.typed += event.character or ""
        self.refresh()


class LittleApp(App[None]):
    """One widget on the whole screen."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Make the rows."""
        yield Rows()


if __name__ == "__main__":
    LittleApp(driver_class=None if "stock" in sys.argv else DeskDriver).run()
