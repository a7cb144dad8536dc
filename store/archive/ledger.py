"""One reader's file in one folder: read whole, and changed under a lock of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import files
from store.archive.held import Held
from store.archive.marks import About, Said, key
from store.archive.tables import Table, read_table

if TYPE_CHECKING:
    from store.archive.history import Plan

_MODE: Final = 0o600

_LONGEST_NUMBER: Final = 18
"""Digits that a number of our own may have; a longer one was never given by us, nor comes near ours."""


class Ledger:
    """The documents that one reader keeps in one folder.

    What was written last is remembered, for a desk writes every second. It is taken as it is only while the
    very same file lies there: it is held open, so that no other file can get its inode.
    """

    def __init__(self, folder: Path, name: str, holder: str, patience: float) -> None:
        """Name the folder, the file without its suffix, and who would write; nothing is read or made yet."""
        self.folder = folder
        self.path = folder / f"{name}.json"
        self._name = name
        self._holder = holder
        self._patience = patience
        self._table: Table = {}
        self._numbers: dict[About, str] = {}
        self._free = 1
        self._held = Held()

    def read(self) -> Table:
        """Return the documents by number; none if there is no file.

        Raises:
            ArchiveError: The file is there and cannot be read.
        """
        return read_table(self.path) if files.stamp(self.path) else {}

    def change(self, plan: Plan, below: Mapping[About, Said] | None = None) -> Table:
        """Change documents by what they are about, adding those that are missing; return all of them.

        Args:
            plan: Is asked what changes once nobody else can write.
            below: What is said elsewhere of some things, over which the documents lie.

        Raises:
            ArchiveError: The file cannot be read or written; it is left as it is.
            ArchiveBusy: Another desk of this reader was writing for too long.
        """
        with self._locked():
            self._catch_up()
            free, numbers, changed = self._free, dict[About, str](), Table()

            def find(about: About) -> Said:
                own = self._table.get(self._numbers.get(about, ""), {})
                return {**below.get(about, {}), **own} if below else own

            for about, fields in plan(find).items():
                number = self._numbers.get(about) or numbers.setdefault(about, str(free))
                free += number == str(free)
                changed[number] = {about[0]: about[1], **self._table.get(number, {}), **fields}
            if any(self._table.get(number) != document for number, document in changed.items()):
                table = {**self._table, **changed}
                for number in changed if below is None else ():
                    if _says_nothing(changed[number]):
                        del table[number]
                self._write(table)
                self._numbers.update(numbers)
                self._free = free
        return self._table

    def move(self, take: Callable[[Table], None]) -> None:
        """Give all documents to another place, and keep none of them once it has them."""
        with self._locked():
            self._catch_up()
            take(self._table)
            self._write({})
            self._numbers, self._free = {}, 1

    @contextmanager
    def _locked(self) -> Iterator[None]:
        files.make_folder(self.folder)
        lock = self.folder / f"{self._name}.lock"
        with files.locked(lock, self._holder, self._patience, _MODE):
            yield

    def _catch_up(self) -> None:
        """Read the documents again if the file is not the one that was written last."""
        if self._held.is_still(self.path):
            return
        self._table = self.read()
        self._numbers = {about: number for number, d in self._table.items() if (about := key(d))}
        self._free = 1 + max((int(n) for n in self._table if len(n) <= _LONGEST_NUMBER), default=0)

    def _write(self, table: Table) -> None:
        from store.archive.storage import TableFiles  # TinyDB: only a writer needs it

        storage = TableFiles(self.folder, _MODE)
        tables = storage.read() or {}
        tables[self._name] = table
        storage.write(tables)
        self._table = table
        self._held.hold(self.path)


def _says_nothing(document: Said) -> bool:
    """Tell whether a document of an article says no more than that nothing was said of it."""
    return "article" in document and not any(
        value not in (None, []) for field, value in document.items() if field != "article"
    )


def laid(below: Table, above: Table) -> list[Said]:
    """Return the documents of two tables as one: of what both are about, the fields above count."""
    found: dict[About, Said] = {}
    strange = []
    for document in (*below.values(), *above.values()):
        about = key(document)
        if about is None:
            strange.append(document)
        else:
            found[about] = {**found.get(about, {}), **document}
    return [*found.values(), *strange]
