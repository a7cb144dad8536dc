"""Reading: the bytes of one file; only of a regular one, and never more than is bearable."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

from store.errors import FileRefused
from store.intake.file_names import shown

LARGEST: Final = 5_000_000
"""Bytes of the largest file that is taken for a wire text."""

HEAD: Final = 65_536
"""So many of the first bytes of a file tell its format."""

LONGEST: Final = 32_000_000
"""Bytes of the longest line that is taken for a document."""

_SETTLED: Final = 2_000_000_000
"""Nanoseconds after which a file can no longer change without its time telling: the coarsest of clocks."""

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


class Content(NamedTuple):
    """The bytes of a file, and what its description must still be for them to be the same."""

    data: bytes
    """One more than the largest text may have, where there are more."""
    size: int | None
    changed: int | None
    """None, as the size is, where the file was changed so lately that it may change again unnoticed."""


def content(path: str) -> Content:
    """Return the bytes of a file.

    Raises:
        FileRefused: It is no regular file, or it cannot be read.
    """
    now = time.time_ns()
    with _opened(path) as (descriptor, before):
        most = min(before.st_size, LARGEST) + 1  # for more, room would be made first
        data = os.read(descriptor, most)
        if len(data) != before.st_size or not data:  # the system may hand it over in parts, and it may grow
            data += _read(descriptor, most - len(data))
            if before.st_size < len(data) <= LARGEST:
                data += _read(descriptor, LARGEST + 1 - len(data))
        after = os.fstat(descriptor)
    still = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    whole = len(data) == min(after.st_size, LARGEST + 1)
    if still and whole and after.st_mtime_ns < now - _SETTLED:
        return Content(data, after.st_size, after.st_mtime_ns)
    return Content(data, None, None)


def head(path: str) -> bytes:
    """Return the first bytes of a file, which tell its format.

    Raises:
        FileRefused: It is no regular file, or it cannot be read.
    """
    with _opened(path) as (descriptor, _):
        return _read(descriptor, HEAD)


def lines(path: str) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a file that are not blank, with their numbers; None for one that is too long.

    Raises:
        FileRefused: It is no regular file, or it cannot be read.
    """
    number = 0
    with _opened(path) as (descriptor, _), open(descriptor, "rb", closefd=False) as file:
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) <= LONGEST:
                if not line.isspace():
                    yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST)
            yield number, None


def no_text(mode: int) -> str | None:
    """Say why a file of such a mode is no text; None of a regular file."""
    if stat.S_ISREG(mode):
        return None
    return "is a link" if stat.S_ISLNK(mode) else "is no regular file"


def reason(error: OSError) -> str:
    """Say in a few words why the system refused a file."""
    return _REASONS.get(error.errno or 0, (error.strerror or "cannot be read").lower())


@contextmanager
def _opened(path: str) -> Iterator[tuple[int, os.stat_result]]:
    """Open a regular file to be read, and describe it; nothing else is waited for or followed."""
    try:
        _check(path, os.lstat(path).st_mode)  # opening a device may already do something
        descriptor = os.open(path, _FLAGS)
        try:
            described = os.fstat(descriptor)
            _check(path, described.st_mode)
            yield descriptor, described
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileRefused(shown(path), reason(error)) from error


def _read(descriptor: int, most: int) -> bytes:
    """Return what is left of a file, or so many bytes of it: the system may hand it over in parts."""
    parts: list[bytes] = []
    while most and (part := os.read(descriptor, most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _check(path: str, mode: int) -> None:
    why = no_text(mode)
    if why:
        raise FileRefused(shown(path), why)
