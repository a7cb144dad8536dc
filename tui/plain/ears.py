"""Ears: lines from stdin, edited where that is a terminal."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from types import FrameType, ModuleType
from typing import Final, NoReturn

PROMPT: Final = "> "

_LONGEST: Final = 100_000
"""Characters of a line that are taken in; what stands behind them is not."""

_MANNERS: Final = (
    "set bell-style none",
    "set enable-bracketed-paste off",
    "set enable-meta-key off",
    "set enable-keypad off",
    "set colored-stats off",
)
"""Has the editing of a line write no control sequence before a key asks for it, and never ring."""


class NobodyTypes(Exception):
    """So much time has passed without a line."""


class Ears:
    """Hears lines, one at a time."""

    def __init__(self, *, kiosk: bool) -> None:
        """Listen to stdin.

        Args:
            kiosk: Whether editing lines may read no file, be it only one with keys of one's own.
        """
        is_open = sys.stdin is not None and not sys.stdin.closed
        self.is_terminal = is_open and sys.stdout is not None and sys.stdin.isatty()
        if is_open:
            sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
        self._editing = _editing(kiosk=kiosk) if self.is_terminal else None

    def hear(self, before: str = "", patience: float = 0.0) -> str | None:
        """Return the next line without its end; None where there are no more.

        Args:
            before: What stands in the line already, to be edited; where lines cannot be edited, nothing.
            patience: Seconds to wait for a line; 0 means for ever.

        Raises:
            NobodyTypes: That time has passed.
        """
        signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, patience)
        try:
            return self._typed(before) if self.is_terminal else self._read()
        except (EOFError, OSError, ValueError):  # the end, the terminal has gone, stdin was closed
            return None
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def forget(self) -> None:
        """Forget the lines that could be called back."""
        if self._editing:
            self._editing.clear_history()

    def _typed(self, before: str) -> str:
        editing = self._editing
        if editing is None or not before:
            return input(PROMPT)
        editing.set_startup_hook(lambda: editing.insert_text(before))
        try:
            return input(PROMPT)
        finally:
            editing.set_startup_hook()

    def _read(self) -> str | None:
        if sys.stdin is None:
            return None
        line = part = sys.stdin.readline(_LONGEST)
        while part and not part.endswith("\n"):
            part = sys.stdin.readline(_LONGEST)
        return line.rstrip("\n") if line else None


def _ring(number: int, frame: FrameType | None) -> NoReturn:
    raise NobodyTypes


def _editing(*, kiosk: bool) -> ModuleType | None:
    """Return what edits lines and remembers them, as long as it runs; None where Python came without it."""
    if kiosk:
        os.environ["INPUTRC"] = os.devnull
    try:
        readline = import_module("readline")
    except ImportError:
        return None
    for manner in _MANNERS:
        readline.parse_and_bind(manner)
    readline.set_completer(lambda text, state: None)  # else it would name files
    return readline
