"""A folder of texts into the archive: one line of report per file, and only once it is kept."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from store.article import Article, Source
from store.errors import FileRefused
from store.file_names import shown, source_name
from store.reading import content
from store.walking import Found, below
from store.wire.clean import NotText, decode
from store.wire.parse import parse

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.wire.gazetteer import Gazetteer

_BATCH: Final = 256
"""So many files at most are kept in one transaction: a segment's worth."""

_PATIENCE: Final = 2.0
"""Seconds after which the files read so far are kept, so that a report is never far behind."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file."""

    state: Literal["added", "unchanged", "replaced", "refused"]
    file: str
    """Its name as it was given or found, printable."""
    detail: str
    """The id of its article; of a refused file the reason."""
    notes: tuple[str, ...] = ()
    """What a reporter should know of a file that was taken in all the same."""

    def __str__(self) -> str:
        line = f"{self.state:<9}  {self.file}  {self.detail}"
        return f"{line}  ({'; '.join(self.notes)})" if self.notes else line


def ingest(paths: Iterable[Path], archive: Archive, gazetteer: Gazetteer, now: datetime) -> Iterator[Report]:
    """Take in files, and all files below folders, yielding a report on each once its text is on disk.

    Raises:
        ArchiveBusy: Another process was writing for too long; what was reported is kept.
        ArchiveError: The archive cannot be written; what was reported is kept.
    """
    waiting: list[tuple[Found, _Taken | FileRefused]] = []
    begun = time.monotonic()
    for found in below(paths, archive.folder):
        waiting.append((found, _tried(found, gazetteer, now)))
        if len(waiting) >= _BATCH or time.monotonic() - begun >= _PATIENCE:
            yield from _keep(waiting, archive)
            waiting, begun = [], time.monotonic()
    yield from _keep(waiting, archive)


def read(path: Path, gazetteer: Gazetteer, now: datetime) -> Article:
    """Return what the text of one file says; nothing is kept.

    Raises:
        FileRefused: The file is no readable text.
    """
    return _take(str(path), gazetteer, now).article


def seed_files() -> tuple[Path, ...]:
    """Return the wire texts that come with the program: of the wheel, else of the checkout."""
    here = Path(__file__).resolve().parent
    folder = next(f for f in (here / "seeds", here.parent / "seeds") if f.is_dir())
    return tuple(sorted(folder.glob("*.txt")))


def plant_seeds(archive: Archive, gazetteer: Gazetteer, now: datetime) -> None:
    """Take the seeds into an archive that does not exist yet; an emptied one stays empty."""
    if not archive.exists:
        for report in ingest(seed_files(), archive, gazetteer, now):
            if report.state == "refused":
                raise FileRefused(report.file, report.detail)


@dataclass(frozen=True, slots=True)
class _Taken:
    article: Article
    notes: tuple[str, ...]


def _tried(found: Found, gazetteer: Gazetteer, now: datetime) -> _Taken | FileRefused:
    """Read and understand one file, unless there is a reason not to."""
    if found.reason:
        return FileRefused(shown(found.path), found.reason)
    try:
        return _take(found.path, gazetteer, now)
    except FileRefused as error:
        return error


def _take(path: str, gazetteer: Gazetteer, now: datetime) -> _Taken:
    data = content(path)
    try:
        decoded = decode(data)
    except NotText as error:
        raise FileRefused(shown(path), error.reason) from error
    source = Source(
        file=source_name(path),
        sha256=hashlib.sha256(data).hexdigest(),
        imported=now.astimezone(UTC).replace(microsecond=0),
        encoding=decoded.encoding,
    )
    return _Taken(parse(decoded.text, source, gazetteer), decoded.notes)


def _keep(files: list[tuple[Found, _Taken | FileRefused]], archive: Archive) -> Iterator[Report]:
    """Keep what was read as one transaction, and then report on each file in order."""
    outcomes = iter(archive.add([taken.article for _, taken in files if isinstance(taken, _Taken)]))
    for found, taken in files:
        if isinstance(taken, _Taken):
            outcome = next(outcomes)
            yield Report(outcome.state, shown(found.path), outcome.id, taken.notes)
        else:
            yield Report("refused", shown(found.path), taken.reason)
