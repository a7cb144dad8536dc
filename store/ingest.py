"""Texts into the archive: one line of report per file, and only once it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import FileRefused
from store.intake.dated import NEVER_TOLD, Terms
from store.intake.reports import Report
from store.intake.river import River
from store.intake.understanding import read
from store.intake.walking import below

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.wire.gazetteer import Gazetteer

__all__ = ["Report", "ingest", "plant_seeds", "read", "seed_files"]


def ingest(
    paths: Iterable[Path],
    archive: Archive,
    gazetteer: Gazetteer,
    now: datetime,
    jobs: int = 1,
    terms: Terms = NEVER_TOLD,
) -> Iterator[Report]:
    """Take in files, and all files below folders, yielding a report on each once its text is on disk.

    Raises:
        ArchiveBusy: Another process was writing for too long; what was reported is kept.
        ArchiveError: The archive cannot be written; what was reported is kept.
        WorkersLost: The system ended a process that helped; what was reported is kept.
    """
    for reports in River(archive, gazetteer, now, jobs, terms).batches(below(paths, archive.folder)):
        yield from reports


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
