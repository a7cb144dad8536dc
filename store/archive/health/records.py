"""What readers and correctors said, as the doctor sees it: files that read, about texts that are there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Final

from store.archive import backup, files
from store.archive.corrected import of_entity, understood
from store.archive.corrections import Corrections
from store.archive.health.findings import Case, broken, counted, note
from store.archive.health.house import OWN, SHARED, House
from store.archive.health.register import Register
from store.archive.health.salvage import merged
from store.archive.marks import Understanding
from store.archive.tables import Table, content, table_in
from store.errors import ArchiveError

CORRECTIONS: Final = "corrections.json"
READERS: Final = "readers"


class Records:
    """The corrections of an archive, and the files of its readers."""

    def __init__(self, house: House, register: Register) -> None:
        """Look at the records of a house in the light of its articles."""
        self._house = house
        self._register = register

    def watch(self) -> None:
        """Have the register remember what corrections are about; before the articles are noted in it."""
        standing = self._corrections().in_force
        self._register.watch(one.subject for one in standing if not of_entity(one.subject))
        subjects = {one.subject for one in standing if of_entity(one.subject)}
        self._register.unnamed = subjects - {one.new["id"] for one in standing if isinstance(one.new, dict)}

    def cases(self) -> Iterator[Case]:
        """Yield what is wrong with them; what is about a text that is not there is told, and kept."""
        corrections = self._house.folder / CORRECTIONS
        if corrections.exists() or corrections.is_symlink():
            yield from self._file(corrections, "correction", SHARED)
        folder, closed = self._house.folder / READERS, 0
        for name in files.names(folder, ".json"):
            path = folder / name
            try:
                yield from self._file(path, "mark", OWN)
            except PermissionError:
                closed += 1
        if closed:
            yield note(READERS, None, f"{counted(closed, 'file')} can be examined by their readers only")

    def _file(self, path: Path, thing: str, mode: int) -> Iterator[Case]:
        file = self._house.shown(path)
        try:
            data = content(path)
        except ArchiveError as error:
            if isinstance(error.__cause__, PermissionError):
                if mode == OWN:
                    raise error.__cause__ from None
                yield broken(file, None, "this account may not read it")
                return
            data = b""
        try:
            table = table_in(content(path), path)
        except ArchiveError as error:
            yield from self._damaged(path, error.reason, data, thing, mode)
            return
        yield from self._strange(file, table, thing)
        lost = self._orphans(table)
        if lost and self._register.is_whole:
            what = f"{counted(lost, thing)} of texts that the archive does not have; they are kept"
            yield note(file, None, what)
        if mode == SHARED:
            yield from self._gone()

    def _strange(self, file: str, table: Table, thing: str) -> Iterator[Case]:
        """Count the records that this newsdesk does not understand."""
        documents = table.values()
        strange = (
            understood(documents)[1] if thing == "correction" else Understanding().marks(documents).strange
        )
        if strange:
            yield note(file, None, f"{counted(strange, thing)} not understood; they are left out, and kept")

    def _orphans(self, table: Table) -> int:
        """Count the records about a text that no segment has."""
        about = (document.get("article", document.get("subject")) for document in table.values())
        return sum(isinstance(t, str) and not of_entity(t) and t not in self._register for t in about)

    def _gone(self) -> Iterator[Case]:
        """Tell of corrections whose words are gone from the text that they are about."""
        for one in self._corrections().in_force:
            if one.entity and not self._register.names_now(one.subject, one.entity, one.mention):
                what = f"is about words that text {one.subject} does not have any more; it is kept"
                yield note(CORRECTIONS, f"correction {one.number}", what)
            elif one.subject in self._register.unnamed and self._register.is_whole:
                what = f"is about {one.subject}, which no text names any more; it is kept"
                yield note(CORRECTIONS, f"correction {one.number}", what)

    def _corrections(self) -> Corrections:
        try:
            return Corrections.read(self._house.folder)
        except ArchiveError:
            return Corrections()

    def _damaged(self, path: Path, why: str, data: bytes, thing: str, mode: int) -> Iterator[Case]:
        """Tell of a file that is no table any more; put together what is left of it and in its backups."""
        file = self._house.shown(path)
        table, lost = merged(data, *self._older(path))
        remedy = f"{counted(len(table), thing)} kept or taken from the backups"
        if not table:
            yield broken(file, None, f"{why}; nothing of it is left, here or in the backups")
            return
        yield broken(file, None, why, remedy, partial(self._mend, path, table, remedy, mode))
        if lost:
            yield broken(file, None, f"{counted(lost, thing)} of it cannot be recovered")

    def _older(self, path: Path) -> Iterator[Table]:
        for _, state in backup.states(self._house.folder, path):
            try:
                yield table_in(content(state), state)
            except ArchiveError:
                continue

    def _mend(self, path: Path, table: Table, remedy: str, mode: int) -> str:
        with readers_lock(path) if mode == OWN else nullcontext():
            return f"{remedy}; {self._house.heal(path, table, mode)}"


@contextmanager
def readers_lock(path: Path) -> Iterator[None]:
    """Hold the lock of a reader's file; a new one belongs to the reader, also if root makes it."""
    lock = path.with_suffix(".lock")
    is_new = not lock.exists()
    with files.locked(lock, "newsdesk doctor", mode=OWN):
        if is_new and os.geteuid() == 0 and path.exists():
            os.chown(lock, path.stat().st_uid, path.stat().st_gid)
        yield
