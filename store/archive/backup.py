"""Backups: each day's first state of what changed, for seven days; and what a repair set aside, for ever."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from store.archive import files
from store.errors import ArchiveError

BACKUP: Final = "backup"
"""The folder of an archive that has a folder for each day on which something changed."""

ARTICLES: Final = "articles"
"""The folder of an archive that has its segments; who changes one holds the lock of them all."""

DAMAGED: Final = "damaged"
"""The folder of a day that has the files which a repair replaced, as they were."""

_DAYS: Final = 7
"""So many days of an archive's life are kept; days on which nothing changed are none of them."""

_NO_LINKS: Final = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS}
"""What the system says where a file can have no second name: then it is copied."""


def archive_of(path: Path) -> Path | None:
    """Return the archive that a file belongs to: the folder with the lock, above it or one higher."""
    return next((f for f in (path.parent, path.parent.parent) if (f / files.LOCK).exists()), None)


def keep_first(archive: Path, path: Path, day: date) -> None:
    """Keep a file as it is now, unless the day's first state of it is kept already.

    Its owner and rights stay its own. The caller holds the lock of the file. A backup never stops a write:
    where none can be kept, `doctor` says so, and a full disk is told by the write itself. The day's first
    change also takes away what is too old, and that of a segment the drafts of dead processes beside it.
    """
    today = archive / BACKUP / day.isoformat()
    kept = today / path.relative_to(archive)
    if os.path.lexists(kept) or not is_file(path):
        return
    is_first, is_first_segment = not today.exists(), path.parent.name == ARTICLES and not kept.parent.exists()
    with suppress(OSError, ArchiveError):
        files.make_folder(kept.parent)
        _name_again(path, kept)
    if is_first:
        for old in days(archive)[_DAYS:]:
            _forget(archive / BACKUP / old)
    if is_first_segment:
        files.sweep(path.parent)


def days(archive: Path) -> list[str]:
    """Return the days of which something is kept, the newest first."""
    try:
        found = os.listdir(archive / BACKUP)
    except OSError:
        return []
    return sorted(filter(is_day, found), reverse=True)


def is_day(name: str) -> bool:
    """Tell whether a folder has the name of a day, such as 2026-11-21."""
    try:
        return date.fromisoformat(name).isoformat() == name
    except ValueError:
        return False


def states(archive: Path, path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the kept states of a file with their days, the newest first."""
    for day in days(archive):
        kept = archive / BACKUP / day / path.relative_to(archive)
        if is_file(kept):
            yield day, kept


def set_aside(archive: Path, path: Path, day: date) -> Path:
    """Keep what is to be replaced among the damaged files of a day, under a name of its own; return that.

    A file also stays where it is until another takes its place, so that it is never missing.

    Raises:
        ArchiveError: It cannot be kept; then it must not be replaced.
    """
    kept = _free(archive / BACKUP / day.isoformat() / DAMAGED / path.relative_to(archive))
    files.make_folder(kept.parent)
    try:
        if is_file(path):
            _name_again(path, kept)
        else:
            os.rename(path, kept)
            files.sync_folder(kept.parent)
            files.sync_folder(path.parent)
    except OSError as error:
        raise ArchiveError(str(path), f"cannot be set aside: {files.reason(error)}") from error
    return kept


def _free(path: Path) -> Path:
    """Return a name that nothing has yet: this one, or with a number behind it."""
    names = (path, *(path.with_name(f"{path.name}.{n}") for n in range(2, 10_000)))
    return next(name for name in names if not os.path.lexists(name))


def is_file(path: Path) -> bool:
    """Tell whether a name is that of a regular file, and neither of a link nor of nothing."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _name_again(path: Path, kept: Path) -> None:
    """Give a file a second name, durably; it is written by replacing, so the second keeps what it has."""
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        files.replace(kept, path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
        return
    files.sync_folder(kept.parent)


def _forget(day: Path) -> None:
    """Take away what was kept on a day, but for what a repair set aside."""
    with suppress(OSError):
        for entry in os.scandir(day):
            if entry.name == DAMAGED:
                continue
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path, ignore_errors=True)
            else:
                os.unlink(entry.path)
        day.rmdir()
