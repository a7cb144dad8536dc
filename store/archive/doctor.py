"""Doctor: what is wrong with an archive, in words, and its repair from backups and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
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
from store.archive.identity import account
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
    for case in _Visit(folder, gazetteer, tell).cases():
        yield case.finding


def repair(
    folder: Path, gazetteer: Gazetteer, tell: Tell | None = None, patience: float = files.PATIENCE
) -> list[Finding]:
    """Mend what can be mended, and return what was found and what became of it.

    Nothing is deleted: what is replaced is set aside first. The archive is locked meanwhile; but stale texts
    are read again one file at a time, and others may write in between. Where a newer newsdesk wrote a part
    of the archive, nothing is changed.

    Raises:
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: There is no archive, or it cannot be written.
    """
    visit = _Visit(folder, gazetteer, tell, patience)
    with visit.house.lock():
        newer_ones = [case.finding for case in newer(visit.house)]
        if newer_ones:
            return newer_ones
        waiting: list[Case] = []
        found = [_treated(case) for case in _at_once(visit.cases(), waiting)]
    for case in waiting:
        found += [_treated(case), *map(_treated, visit.letters())]
    return [*found, *_bring_in_step(folder, tell)]


class _Visit:
    """One visit of the doctor to an archive."""

    def __init__(
        self, folder: Path, gazetteer: Gazetteer, tell: Tell | None, patience: float = files.PATIENCE
    ) -> None:
        """See what the index says before anything is changed."""
        self._index = IndexHealth(_known(folder))
        lock = partial(files.locked, folder / files.LOCK, f"{account()} with newsdesk doctor", patience)
        day = datetime.now(UTC).date()
        self.house = House(folder, gazetteer, day, self._index.remembered, tell or _nobody, lock)
        self._register = Register(self.house.readings, {})

    def cases(self) -> Iterator[Case]:
        """Yield every case, each room in the light of those before it."""
        yield from Premises(self.house).cases()
        lettering = Lettering(self.house)
        self._register = Register(self.house.readings, lettering.letters)
        records = Records(self.house, self._register)
        records.watch()
        yield from Examination(self.house, self._register).cases()
        yield from Fitting(self.house, self._register).cases()
        yield from lettering.cases(self._register)
        yield from records.cases()
        yield from self._index.cases(self._register)

    def letters(self) -> Iterator[Case]:
        """Yield what parties lack letters now that more of them are known; mending that takes the lock."""
        for finding, cure, _ in Lettering(self.house).cases(self._register):
            yield Case(finding, cure and partial(self._locked, cure))

    def _locked(self, cure: Callable[[], str | None]) -> str | None:
        with self.house.lock():
            return cure()


def _known(folder: Path) -> Path:
    """Return the folder of an archive, if it is one."""
    if not (folder / backup.ARTICLES).exists() and not (folder / LETTERS).exists():
        files.names(folder, ".json")  # says it better where the folder cannot be read
        raise ArchiveError(str(folder), "is no archive: nothing was ever kept there")
    return folder


def _at_once(cases: Iterable[Case], waiting: list[Case]) -> Iterator[Case]:
    """Yield the cases whose cure is short; the others wait until the archive is unlocked again."""
    for case in cases:
        if case.is_long:
            waiting.append(case)
        else:
            yield case


def _treated(case: Case) -> Finding:
    if case.cure is None:
        return case.finding
    try:
        return case.finding.mended(case.cure())
    except ArchiveError as error:
        return case.finding.failed(error.reason)
    except ArchiveBusy as error:
        return case.finding.failed(str(error))
    except OSError as error:
        return case.finding.failed(files.reason(error))


def _bring_in_step(folder: Path, tell: Tell | None) -> Iterator[Finding]:
    """Have the index read what the repair changed, and tell if it cannot."""
    from store.archive.archive import Archive

    try:
        archive = Archive(folder)
        archive.catch_up(tell)
        archive.settle()
    except (ArchiveError, ArchiveBusy) as error:
        yield Finding("note", INDEX, None, f"is not in step yet: {error}")


def _nobody(done: int, total: int) -> None:
    """Hear nothing."""
