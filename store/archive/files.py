"""Files of an archive: read whole, replaced whole and durably, locked against a second writer."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from store.errors import ArchiveBusy, ArchiveError

PATIENCE: Final = 10.0
"""Seconds that a writer waits for its turn."""

LOCK: Final = "lock"
"""The file of an archive that its writers lock; it is made with the archive, and never removed."""

DRAFT: Final = ".tmp"
"""What the name of a file ends with that is being written."""

Stamp = tuple[int, int, int]
"""Inode, size and time of change: another stamp is another content."""

_SHARED: Final = stat.S_ISGID | stat.S_IWGRP
"""The rights of a folder that a newsroom shares: what is made in it is its group's, to read and to write."""

_REASONS: Final = {
    errno.ENOSPC: "no room left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "is larger than this account may write",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.EISDIR: "is a folder",
    errno.ENOTDIR: "is no folder",
    errno.ENOLCK: "this disk knows no locks",
    errno.ENOTSUP: "this disk knows no locks",
}


def reason(error: OSError) -> str:
    """Say in a few words why the system refused."""
    return _REASONS.get(error.errno or 0, (error.strerror or "cannot be used").lower())


def stamp(path: Path) -> Stamp | None:
    """Return what tells this content of a file from another; None if there is no such file."""
    try:
        seen = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ArchiveError(str(path), reason(error)) from error
    return seen.st_ino, seen.st_size, seen.st_mtime_ns


def names(folder: Path, suffix: str) -> list[str]:
    """Return the names in a folder that end so, in order and without the hidden ones; none if it is missing.

    Raises:
        ArchiveError: The folder is there and cannot be listed.
    """
    try:
        return sorted(n for n in os.listdir(folder) if n.endswith(suffix) and n[0] != ".")
    except FileNotFoundError:
        return []
    except NotADirectoryError as error:
        guilty = next((f for f in (folder, *folder.parents) if os.path.lexists(f)), folder)
        raise ArchiveError(str(guilty), reason(error)) from error
    except OSError as error:
        raise ArchiveError(str(folder), reason(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably; leave one alone that is there."""
    if os.path.isdir(folder):
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o770, exist_ok=True)
        if _is_shared(folder.parent):
            folder.chmod(0o2770)
        sync_folder(folder.parent)
    except FileExistsError as error:
        raise ArchiveError(str(folder), "is no folder") from error
    except OSError as error:
        raise ArchiveError(str(folder), f"cannot be made: {reason(error)}") from error


def replace(path: Path, data: bytes, mode: int) -> None:
    """Put data in the place of a file: whoever looks, even after a power cut, finds the old or the new.

    The caller holds the lock: the name of the temporary file is fixed, and one left by a process
    that died is taken away here.
    """
    draft = path.with_name(f"{path.name}{DRAFT}")
    try:
        draft.unlink(missing_ok=True)
        _write(draft, data, mode)
        os.replace(draft, path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise ArchiveError(str(path), f"cannot be written: {reason(error)}") from error


def remove(path: Path) -> None:
    """Take a file away, durably."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise ArchiveError(str(path), f"cannot be removed: {reason(error)}") from error


def _write(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    with os.fdopen(descriptor, "wb") as file:
        _share(descriptor, path.parent, mode)
        file.write(data)
        file.flush()
        _sync(descriptor)


def sweep(folder: Path) -> list[str]:
    """Take away the drafts in a folder whose writers died, and return their names.

    The caller holds the lock of all that is written there, so that no draft is a living writer's.
    """
    left = names(folder, DRAFT)
    for name in left:
        with suppress(OSError):
            os.unlink(folder / name)
    return left


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    """Wait until the disk has what was written; on macOS fsync alone is content with the disk's own cache."""
    if sys.platform == "darwin":
        with suppress(OSError):  # not every file system knows it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _is_shared(folder: Path) -> bool:
    return folder.stat().st_mode & _SHARED == _SHARED


def make(path: Path, mode: int) -> None:
    """Make an empty file that somebody else will fill, with all the rights that it should have."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
        with os.fdopen(descriptor):
            _share(descriptor, path.parent, mode)
    except OSError as error:
        raise ArchiveError(str(path), f"cannot be made: {reason(error)}") from error


def _share(descriptor: int, folder: Path, mode: int) -> None:
    """Give a file of a shared folder all the rights of its mode, which this account's umask may have cut."""
    if _is_shared(folder) and stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
        with suppress(PermissionError):  # a colleague's file: they gave it what they could
            os.fchmod(descriptor, mode)


@contextmanager
def locked(path: Path, holder: str, patience: float = PATIENCE, mode: int = 0o660) -> Iterator[None]:
    """Hold a lock file, which is never removed: the kernel frees it when its holder dies.

    Raises:
        ArchiveBusy: Another process held it for all of `patience` seconds.
        ArchiveError: It cannot be written, or the disk has no locks.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    except OSError as error:
        where = path if os.access(path.parent, os.W_OK) else path.parent
        raise ArchiveError(str(where), f"cannot be written: {reason(error)}") from error
    try:
        _share(descriptor, path.parent, mode)
        _take(descriptor, path, patience)
        _sign(descriptor, f"{holder} (pid {os.getpid()}) since {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n")
        yield
        _sign(descriptor, "")
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path, patience: float) -> None:
    begun, pause = time.monotonic(), 0.001
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            waited = time.monotonic() - begun
            if waited >= patience:
                raise ArchiveBusy(_signature(descriptor), waited) from None
        except OSError as error:
            raise ArchiveError(str(path), f"cannot be locked: {reason(error)}") from error
        time.sleep(min(pause, max(0.0, patience - waited)))
        pause = min(2 * pause, 0.05)


def _sign(descriptor: int, line: str) -> None:
    """Leave word of who holds the lock; a full disk is no reason not to hold it."""
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, line.encode(), 0)


def _signature(descriptor: int) -> str:
    line = os.pread(descriptor, 200, 0).decode(errors="replace").partition("\n")[0]
    return line or "another process"
