"""Walking: what lies below the folders that are to be taken in, without opening any of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store.reading import no_text, reason


class Found(NamedTuple):
    """One entry that is no folder, as the disk describes it."""

    path: str
    """As it was given or found."""
    size: int = 0
    mtime: int = 0
    """When it was last changed, in nanoseconds."""
    reason: str | None = None
    """Why it cannot be a text, if that is known without opening it."""


def below(paths: Iterable[Path | str], archive: Path) -> Iterator[Found]:
    """Yield every file that the paths mean, in order; the archive's own folder is not looked into."""
    kept = os.path.realpath(archive)
    for path in paths:
        nothing = True
        for found in _walk(str(Path(path)), kept):
            nothing = False
            yield found
        if nothing:
            yield Found(str(Path(path)), reason="is a folder without files")


def lies_in(path: str, folder: str) -> bool:
    """Tell whether a path leads to a real folder or into it, whatever links lie on the way."""
    return os.path.commonpath((os.path.realpath(path), folder)) == folder


def _walk(top: str, archive: str) -> Iterator[Found]:
    waiting: list[str | os.DirEntry[str]] = [top]
    while waiting:  # a list and no recursion: folders may be nested deeper than Python calls
        entry = waiting.pop()
        path = entry if isinstance(entry, str) else entry.path
        is_folder = _is_folder(entry)
        if (is_folder or entry is top) and lies_in(path, archive):
            yield Found(path, reason="belongs to the archive")
        elif is_folder:
            try:
                waiting += _entries(path)
            except OSError as error:
                yield Found(path, reason=reason(error))
        else:
            yield _looked_at(entry, path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return the entries of a folder, the last first; those of the current folder without its dot."""
    with os.scandir(None if folder == "." else folder) as entries:
        return sorted(entries, key=lambda entry: os.fsencode(entry.name), reverse=True)


def _is_folder(entry: str | os.DirEntry[str]) -> bool:
    try:
        if isinstance(entry, str):
            return stat.S_ISDIR(os.lstat(entry).st_mode)
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _looked_at(entry: str | os.DirEntry[str], path: str) -> Found:
    try:
        seen = os.lstat(entry) if isinstance(entry, str) else entry.stat(follow_symlinks=False)
    except OSError as error:
        return Found(path, reason=reason(error))
    return Found(path, seen.st_size, seen.st_mtime_ns, no_text(seen.st_mode))
