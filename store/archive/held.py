"""Held: the file that was written last, known again by what the system says of it."""

from __future__ import annotations

import os
import weakref
from contextlib import suppress
from pathlib import Path


class Held:
    """Tells whether a file is as it was written: it is held open, so that no other can get its inode."""

    def __init__(self) -> None:
        """Hold none yet."""
        self._facts: tuple[object, ...] | None = None
        self._close: weakref.finalize[..., Held] | None = None

    def hold(self, path: Path) -> None:
        """Hold a file that was just written, instead of the one before."""
        self._facts = None
        if self._close:
            self._close()
        with suppress(OSError):  # without it the file is read again
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
            self._close = weakref.finalize(self, os.close, descriptor)
            self._facts = path, *_facts(os.fstat(descriptor))

    def is_still(self, path: Path) -> bool:
        """Tell whether a file is the one that is held, and nobody has written to it since."""
        with suppress(OSError):
            return self._facts == (path, *_facts(os.stat(path)))
        return False


def _facts(seen: os.stat_result) -> tuple[int, ...]:
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns
