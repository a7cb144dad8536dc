"""The driver that sends a terminal only the cells that changed."""

from __future__ import annotations

import os
import re
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Mapping
from selectors import EVENT_READ, SelectSelector
from types import FrameType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver

from tui.ears import Ears
from tui.glyphs import Glyphs
from tui.grid import Cells
from tui.launch import TAKING
from tui.outlet import Outlet

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

_FRAME: Final = re.compile(r"\n*\x1b\[\d+;\d+H")
"""How every repaint begins; whatever begins otherwise is sent as it is."""

_HARMLESS: Final = re.compile(
    "(?:"
    r"\x1b\[\?(?:7|25|100[0346]|101[56]|1049|2004|2026|2048)[hl]"  # modes; who changes screens says so
    r"|\x1b\[\?\d+\$p"  # questions about modes
    r"|\x1b\[[<>]\d*u"  # how keys are reported
    r"|\x1b\](?:22|52);[^\x07\x1b]*(?:\x07|\x1b\\)"  # the pointer's shape, the clipboard
    r"|\x1bP(?:tmux;\x1b)?(?:\x1b\]52;)?[\w;+/=]*(?:\x07|\x1b\x1b\\)?\x1b\\"  # through tmux, screen
    r"|\x07)*"
)
"""What leaves every cell and the cursor as they are; after anything else every cell is sent again."""

_MEND: Final = "\x18\x1b(B\x0f\x1b[?6l\x1b[4l\x1b[r\x1b[?7l\x1b[?25l\x1b[m"
"""Ends a sequence cut short, then sets letters, margins and modes as frames need them."""

_READ_SIZE: Final = 4096
_CALM: Final = 0.15
"""Seconds that Textual has to repaint after a resize or a suspension, before the driver does."""


class DeskDriver(LinuxDriver):
    """Sends only changed cells, each frame in one write, and survives any byte that is typed."""

    GLYPHS: ClassVar[Glyphs] = "every"
    """What the terminal draws as wide as we think."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._cells = Cells(0, 0, self.GLYPHS)
        self._synchronises = False
        self._is_stale = False
        self._has_screen = False
        """Whether the terminal shows our screen; what is sent to it else would stand in the shell's."""
        self._stop, self._stopper = os.pipe()
        self._before = ""
        """What must be sent with the next frame."""
        self._outlet: Outlet | None = None
        self._erases_in_colour = not os.environ.get("TERM", "").startswith("screen")

    def write(self, data: str) -> None:
        """Send a frame as the cells it changes, and anything else as it is."""
        if data in (SYNC_START, SYNC_END):
            self._synchronises = True  # Textual knows now that the terminal can
        elif _FRAME.match(data):
            self._write_frame(data)
        elif self._outlet:
            self._outlet.write(data)
            if not _HARMLESS.fullmatch(data):
                self._distrust()

    def repaint(self) -> None:
        """Send every cell again, in the modes that it needs: something else has written to the terminal."""
        self._is_stale, self._before = True, _MEND
        self._write_frame("")

    def start_application_mode(self) -> None:
        """Take the terminal, whose screen is unknown, at the start and after a suspension."""
        assert self._file is not None  # else no desk is opened
        self._outlet = Outlet(self._file, self._loop, self._send)
        self._has_screen = True
        with TAKING:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        super().close()  # of Textual's own thread, which writes however much waits already
        self._heed_resizes()
        self._distrust()

    def stop_application_mode(self) -> None:
        """Give the terminal back, and paint nothing on it any more."""
        self._has_screen = False
        if self._outlet:
            self._outlet.await_answers()
            self._outlet.write("\x1b[m")  # frames leave the style in force
        super().stop_application_mode()

    def close(self) -> None:
        """Wait until everything is written."""
        if self._outlet:
            self._outlet.close()
        self._outlet = None

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again; first leave it where the program was stopped without being told."""
        if self._outlet:
            self.suspend_application_mode()
        super()._sigcont_application()

    def process_message(self, message: Message) -> None:
        """Pass a message on; after a resize the terminal may show anything."""
        if isinstance(message, events.Resize):
            self._distrust()
        super().process_message(message)

    def _run_input_thread(self) -> None:
        """Hear the terminal; an error here is one of any thread, where Textual would end with status 0."""
        self.run_input_thread()

    def run_input_thread(self) -> None:
        """Turn typed bytes into messages until the application or the terminal ends."""
        ears = Ears(self._hear_answer, mouse=self._mouse)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with SelectSelector() as selector:
            for readable in (self.fileno, self._stop):
                selector.register(readable, EVENT_READ)
            while not self.exit_event.is_set():
                heard = selector.select(ears.patience())
                if any(key.fd == self._stop for key, _ in heard):
                    os.read(self._stop, 1)
                    break
                if not heard:
                    self._process(ears.pause())
                elif not self._read_input(ears, decode):
                    return

    def _enable_mouse_support(self) -> None:
        """Have clicks and the wheel told, but no motion: nothing follows the pointer here."""
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")

    def disable_input(self) -> None:
        """Wake the thread that waits for input, and end it."""
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._stopper, b".")
        super().disable_input()

    def _hear_answer(self) -> None:
        if self._outlet:
            self._outlet.hears_answer()

    def _read_input(self, ears: Ears, decode: Callable[[bytes], str]) -> bool:
        """Read what was typed; False when the terminal is gone, which ends the program as a hang-up."""
        try:
            data = os.read(self.fileno, _READ_SIZE)
        except OSError:
            data = b""
        if not data:
            os.kill(os.getpid(), signal.SIGHUP)
            return False
        if text := decode(data):
            self._process(ears.feed(text))
        return True

    def _process(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _heed_resizes(self) -> None:
        """Note every change of the terminal's size, even one that Textual never gets to see."""
        told = signal.getsignal(signal.SIGWINCH)

        def note(number: int, frame: FrameType | None) -> None:
            self._distrust()
            if callable(told):
                told(number, frame)

        signal.signal(signal.SIGWINCH, note)

    def _distrust(self) -> None:
        """Send the whole screen with the next frame, or without one if Textual sees nothing to repaint."""
        self._is_stale = True
        self._loop.call_soon_threadsafe(self._loop.call_later, _CALM, self._repaint)

    def _repaint(self) -> None:
        if self._is_stale and self._cells.height:
            self._write_frame("")

    def _write_frame(self, frame: str) -> None:
        size = self._app.size
        if (self._cells.width, self._cells.height) != size:
            self._cells = Cells(size.width, size.height, self.GLYPHS, self._erases_in_colour)
        self._cells.paint(frame)
        self._send()

    def _send(self) -> None:
        """Send what the frames have changed; while the line is full, newer ones may still replace them."""
        if self._outlet is None or not self._has_screen or not self._outlet.has_room():
            return
        if self._is_stale:
            self._is_stale = False
            self._cells.forget()
        before, self._before = self._before, ""
        changes = before + self._cells.changes()
        if changes:
            changes = f"{SYNC_START}{changes}{SYNC_END}" if self._synchronises else changes
            self._outlet.write(changes, is_frame=True)


class NarrowDriver(DeskDriver):
    """Stands in for the signs that an East Asian terminal draws two cells wide."""

    GLYPHS = "narrow"


class AsciiDriver(DeskDriver):
    """Sends nothing but ASCII."""

    GLYPHS = "ascii"


DRIVERS: Final[Mapping[Glyphs, type[DeskDriver]]] = {
    "every": DeskDriver,
    "narrow": NarrowDriver,
    "ascii": AsciiDriver,
}
"""The driver for a terminal that draws so much."""
