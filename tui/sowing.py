"""Opening an archive for somebody who may be here for the first time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import ArchiveError

if TYPE_CHECKING:
    from store.archive.archive import Archive


def sown(folder: Path, reader: str | None = None, *, kiosk: bool = False) -> Archive:
    """Return the archive of a folder; one that does not exist yet gets the seeds first.

    Args:
        kiosk: Whether there must be an archive, and marks go nowhere else.

    Raises:
        ArchiveError: The archive cannot be read, or the seeds cannot be written to it, or are not to be.
        GazetteerError: The newsroom's gazetteer, by which the seeds are read, has a mistake.
        ArchiveBusy: Somebody else has been writing for too long.
    """
    from store.archive.archive import Archive

    archive = Archive(folder, reader, apart=not kiosk)
    if kiosk and not archive.exists:
        raise ArchiveError(str(folder), "there is no archive, and a kiosk makes none")
    if not archive.exists:
        _plant(archive)
    return archive


def _plant(archive: Archive) -> None:
    from datetime import UTC, datetime

    from store.archive import local_names
    from store.ingest import plant_seeds

    plant_seeds(archive, local_names.gazetteer(archive.folder), datetime.now(UTC))
