"""Doctor: what is wrong with an archive, in words, and its repair from backups and sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.archive import backup, files
from store.archive.health.findings import Case, Finding
from store.archive.health.fitting import Fitting
from store.archive.health.house import House, Tell
from store.archive.health.index import FILE as INDEX
from store.archive.health.index import IndexHealth
from store.archive.health.lettering import FILE as LETTERS
from store.archive.health.lettering import Lettering
from store.archive.health.premises import Premises
from store.archive.health.records import Records
from store.archive.health.register import Register
from store.archive.health.segments import Examination, newer
from store.archive.readers import account
from store.errors import ArchiveBusy, ArchiveError

if TYPE_CHECKING:
    from store.wire.gazetteer import Gazetteer


def examine(folder: Path, gazetteer: Gazetteer, tell: Tell | None = None) -> Iterator[Finding]:
    """Yield what is wrong with an archive, and what a repair would do about it; nothing is changed.

    Args:
        tell: Hears how many files of articles of how many were looked at.

    Raises:
        ArchiveError: There is no archive, or its folder cannot be read.
    """
    index = IndexHealth(_known(folder))
    house = House(folder, gazetteer, _today(), index.remembered, tell or _nobody)
    for case in _cases(house, index):
        yield case.finding


def repair(
    folder: Path, gazetteer: Gazetteer, tell: Tell | None = None, patience: float = files.PATIENCE
) -> list[Finding]:
    """Mend what can be mended, and return what was found and what became of it.

    Nothing is deleted: what is replaced is set aside first. The archive stays locked meanwhile. Where a newer
    newsdesk wrote a part of the archive, nothing is changed.

    Raises:
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: There is no archive, or it cannot be written.
    """
    index = IndexHealth(_known(folder))
    house = House(folder, gazetteer, _today(), index.remembered, tell or _nobody)
    with files.locked(folder / files.LOCK, f"{account()} with newsdesk doctor", patience):
        strange = [case.finding for case in newer(house)]
        found = strange or [_treated(case) for case in _cases(house, index)]
    return found if strange else [*found, *_bring_in_step(folder, tell)]


def _known(folder: Path) -> Path:
    """Return the folder of an archive, if it is one."""
    if not (folder / backup.ARTICLES).exists() and not (folder / LETTERS).exists():
        files.names(folder, ".json")  # says it better where the folder cannot be read
        raise ArchiveError(str(folder), "is no archive: nothing was ever kept there")
    return folder


def _cases(house: House, index: IndexHealth) -> Iterator[Case]:
    """Yield every case, each room in the light of those before it."""
    yield from Premises(house).cases()
    lettering = Lettering(house)
    register = Register(house.gazetteer.hash, lettering.letters)
    records = Records(house, register)
    records.watch()
    yield from Examination(house, register).cases()
    yield from Fitting(house, register).cases()
    yield from lettering.cases(register)
    yield from records.cases()
    yield from index.cases(register)


def _treated(case: Case) -> Finding:
    if case.cure is None:
        return case.finding
    try:
        return case.finding.mended(case.cure())
    except (ArchiveError, OSError) as error:
        why = error.reason if isinstance(error, ArchiveError) else files.reason(error)
        return case.finding.failed(why)


def _bring_in_step(folder: Path, tell: Tell | None) -> Iterator[Finding]:
    """Have the index read what the repair changed, and tell if it cannot."""
    from store.archive.archive import Archive

    try:
        Archive(folder).catch_up(tell)
    except (ArchiveError, ArchiveBusy) as error:
        yield Finding("note", INDEX, None, f"is not in step yet: {error}")


def _today() -> date:
    return datetime.now(UTC).date()


def _nobody(done: int, total: int) -> None:
    """Hear nothing."""
