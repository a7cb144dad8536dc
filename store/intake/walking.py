"""Walking: what lies below the folders that are to be taken in, without opening any of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from store.intake.reading import no_text, reason

NO_FILES: Final = "is a folder without files"
"""The reason why nothing comes of a folder."""


_ARCHIVES: Final = "belongs to the archive"


class Found(NamedTuple):
    """One entry that is no folder, as the disk describes it."""

    path: str
    """As it was given or found."""
    size: int = 0
    changed: int = 0
    """When it was last changed, in nanoseconds."""
    reason: str | None = None
    """Why it cannot be a text, if that is known without opening it."""


def below(paths: Iterable[Path | str], archive: Path) -> Iterator[Found]:
    """Yield every file that the paths mean, in order; the archive's own folder is not looked into."""
    for path in paths:
        top = str(Path(path))
        nothing = True
        for found in _walk(top, archive):
            nothing = False
            yield found
        if nothing:
            yield Found(top, reason=NO_FILES)


def lies_in(path: str, folder: Path) -> bool:
    """Tell whether a path leads to a folder or into it, whatever links lie on the way."""
    kept = os.path.realpath(folder)
    return os.path.commonpath((os.path.realpath(path), kept)) == kept


def _walk(top: str, archive: Path) -> Iterator[Found]:
    if lies_in(top, archive):
        yield Found(top, reason=_ARCHIVES)
        return
    if not _is_folder(top):
        yield _looked_at(top)
        return
    waiting: list[tuple[str, os.DirEntry[str] | None]] = [(top, None)]
    while waiting:  # a list and no recursion: folders may be nested deeper than Python calls
        path, entry = waiting.pop()
        if entry and not entry.is_dir(follow_symlinks=False):
            yield _looked_at(path, entry)
        elif entry and _is_same(entry, archive):  # no link was followed: its own folder is the way into it
            yield Found(path, reason=_ARCHIVES)
        else:
            try:
                waiting += _entries(path)
            except OSError as error:
                yield Found(path, reason=reason(error))


def _entries(folder: str) -> list[tuple[str, os.DirEntry[str]]]:
    """Return the entries of a folder, the last first, named as a person would name them."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True)
    before = "" if folder == "." else folder
    return [(os.path.join(before, entry.name), entry) for entry in ordered]


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def _is_same(entry: os.DirEntry[str], folder: Path) -> bool:
    """Tell whether an entry is a folder, which may have been made only now."""
    try:
        there = folder.stat()
        return entry.inode() == there.st_ino and os.path.samestat(entry.stat(follow_symlinks=False), there)
    except OSError:
        return False


def _looked_at(path: str, entry: os.DirEntry[str] | None = None) -> Found:
    try:
        seen = entry.stat(follow_symlinks=False) if entry else os.lstat(path)
    except OSError as error:
        return Found(path, reason=reason(error))
    return Found(path, seen.st_size, seen.st_mtime_ns, no_text(seen.st_mode))
