"""Room: whether a disk can hold what is about to be taken in."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.errors import ArchiveError, FileRefused
from store.intake.file_names import source_name
from store.intake.formats import format_of
from store.intake.reading import LARGEST, head
from store.intake.walking import Found, below

if TYPE_CHECKING:
    from store.archive.archive import Archive

FACTOR: Final = 3
"""Bytes of the archive for each byte of a text, at the least: what was understood of it, and the index."""


_UNITS: Final = ("bytes", "kB", "MB", "GB", "TB")


def survey(paths: Iterable[Path], archive: Archive) -> int:
    """Count the files that the paths mean, and make sure that there is room for them.

    Raises:
        ArchiveError: There is clearly too little; the sentence says how much is needed.
    """
    files = need = 0
    wanted = list(paths)
    for found in below(wanted, archive.folder):
        files += 1
        need += _need(found)
    room = _room(archive.folder)
    if need > room:  # what did not change needs none, but to look at that takes longer
        need = sum(_need(found) for found in below(wanted, archive.folder) if _is_new(found, archive))
    if need > room:
        why = f"no room left on the disk for this: {_size(need)} are needed at least, {_size(room)} are free"
        raise ArchiveError(str(archive.folder), f"{why}. Nothing was taken in")
    return files


def _need(found: Found) -> int:
    """Return the bytes that a file needs; one larger than any text needs some only if it holds documents."""
    if found.reason:
        return 0
    if found.size <= LARGEST:
        return found.size * FACTOR
    try:
        return found.size if format_of(head(found.path)) == "documents" else 0
    except FileRefused:
        return 0


def _is_new(found: Found, archive: Archive) -> bool:
    """Tell whether a file may have a text that the archive does not have."""
    seen = None if found.reason else archive.seen(source_name(found.path))
    if seen is None:
        return True
    return seen.size is not None and (seen.size, seen.changed) != (found.size, found.changed)


def _room(folder: Path) -> int:
    there = next(f for f in (folder, *folder.absolute().parents) if f.is_dir())
    return shutil.disk_usage(there).free


def _size(count: float) -> str:
    unit = 0
    while count >= 1000 and unit < len(_UNITS) - 1:
        count, unit = count / 1000, unit + 1
    return f"{count:.0f} {_UNITS[unit]}" if count >= 10 or not unit else f"{count:.1f} {_UNITS[unit]}"
