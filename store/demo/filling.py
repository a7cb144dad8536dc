"""Filling: generated articles into an archive, or into a folder as the files of agencies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.demo.generator import documents, texts
from store.errors import FileRefused

if TYPE_CHECKING:
    from store.archive.archive import Archive

_BATCH: Final = 256
"""So many articles are kept in one transaction: a segment's worth."""


def fill(archive: Archive, count: int) -> Iterator[int]:
    """Keep generated articles in an archive; yield, after each transaction, how many it has taken in.

    Raises:
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: The disk refused; what was kept before is untouched.
    """
    from store.archive.hits import Arrival

    waiting = documents(count)
    while batch := [Arrival(document) for document in islice(waiting, _BATCH)]:
        archive.keep(batch)
        yield len(batch)


def write(folder: Path, count: int) -> Iterator[int]:
    """Write generated articles as wire texts below a folder, a folder a month; yield 1 after each.

    Raises:
        FileRefused: The disk refused a file; those before it are written.
    """
    made: set[Path] = set()
    for name, text in texts(count):
        path = folder / name
        try:
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise FileRefused(str(path), (error.strerror or "cannot be written").lower()) from error
        yield 1
