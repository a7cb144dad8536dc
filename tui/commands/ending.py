"""Ending: a command that takes long ends cleanly when it is told to, not only by ctrl+c."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


@contextmanager
def ends_on_terminate() -> Iterator[None]:
    """Have SIGTERM end what runs, as an exit with the status that a shell reports for it."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
