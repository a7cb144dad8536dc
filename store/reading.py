"""Reading: the bytes of one file; only of a regular one, and never more than is bearable."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from store.errors import FileRefused
from store.file_names import shown

LARGEST: Final = 5_000_000
"""Bytes of the largest file that is taken for a wire text."""

_FLAGS: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

_REASONS: Final = {
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "does not exist",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "is a link",
    errno.ENXIO: "is no regular file",
    errno.ENAMETOOLONG: "has too long a name",
}


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a regular file to be read; nothing else is waited for or followed.

    Raises:
        FileRefused: It is no regular file, or it cannot be read.
    """
    try:
        _check(path, os.lstat(path).st_mode)  # opening a device may already do something
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            _check(path, os.fstat(descriptor).st_mode)
            yield file
    except OSError as error:
        raise FileRefused(shown(path), reason(error)) from error


def content(path: str) -> bytes:
    """Return the bytes of a file that may be a wire text.

    Raises:
        FileRefused: It is no regular file, cannot be read, or is too large.
    """
    with opened(path) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileRefused(shown(path), f"is larger than {LARGEST // 1_000_000} MB")
    return data


def no_text(mode: int) -> str | None:
    """Say why a file of such a mode is no text; None of a regular file."""
    if stat.S_ISREG(mode):
        return None
    return "is a link" if stat.S_ISLNK(mode) else "is no regular file"


def reason(error: OSError) -> str:
    """Say in a few words why the system refused a file."""
    return _REASONS.get(error.errno or 0, (error.strerror or "cannot be read").lower())


def _check(path: str, mode: int) -> None:
    why = no_text(mode)
    if why:
        raise FileRefused(shown(path), why)
