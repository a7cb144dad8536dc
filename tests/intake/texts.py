"""Wire texts written for the checks of what is taken in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from store.archive.archive import Archive
from store.document import Document, to_document
from store.query import Query

NOW: Final = datetime(2026, 11, 21, 20, 0, 5, tzinfo=UTC)
TODAY: Final = NOW.date()
LONG_AGO: Final = 1_600_000_000_000_000_000
"""A time of change that no clock is near, in nanoseconds."""


def wire_text(number: int) -> str:
    """Return a short wire text that is no other's."""
    day = date(2001, 1, 1) + timedelta(number)
    return (
        f"Party official receives guest number {number}\n\n"
        f"Hanoi (VNA) – Le Hoai Trung of the Communist Party of Vietnam received guests of the Lao People’s "
        f"Revolutionary Party on {day:%B} {day.day}, {day.year}.\n\nVNA/.\n"
    )


def write_texts(folder: Path, numbers: Iterable[int]) -> None:
    """Write texts into folders of a hundred, as they were long ago."""
    for number in numbers:
        file = folder / f"{number // 100:03}" / f"{number:05}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        write_old(file, wire_text(number))


def write_old(file: Path, text: str | bytes) -> None:
    """Write a file that was last changed long ago."""
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    os.utime(file, ns=(LONG_AGO, LONG_AGO))


def documents(archive: Archive) -> dict[str, Document]:
    """Return the documents of all articles in lists, by id."""
    size = archive.tally(Query(), TODAY).texts
    return {r.id: to_document(archive.article(r.id)) for r in archive.window(Query(), 0, size, TODAY)}
