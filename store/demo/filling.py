"""Filling: generated articles into an archive, or into a folder as the files of agencies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.demo.generator import batches, texts
from store.document import Document
from store.errors import FileRefused

if TYPE_CHECKING:
    from store.archive.archive import Archive

_BATCH: Final = 1024
"""So many articles are kept in one transaction: as many as four segments hold."""

_MANY: Final = 5_000
"""For so many articles a second process is worth its start."""


def fill(archive: Archive, count: int) -> Iterator[int]:
    """Keep generated articles in an archive; yield, after each transaction, how many it has taken in.

    Raises:
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: The disk refused; what was kept before is untouched.
    """
    from store.archive.drafts import draft
    from store.archive.hits import Arrival

    for batch in _batches(count):
        archive.keep([Arrival(draft(document)) for document in batch])
        yield len(batch)
    archive.settle()


def _batches(count: int) -> Iterator[list[Document]]:
    if count >= _MANY and (os.cpu_count() or 1) > 1:
        from store.demo.ahead import batches_ahead

        return batches_ahead(count, _BATCH)
    return batches(count, _BATCH)


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
