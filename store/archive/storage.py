"""A TinyDB storage whose tables are files: durable, and no dearer than the table that changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from store.archive import backup, files
from store.archive.held import Held
from store.archive.tables import Table, bytes_of, encoded, read_table

_NAME: Final = re.compile(r"\w[\w.-]*")


class TableFiles(Storage):
    """The tables of a folder, one file each: `FOLDER/<table>.json`, a TinyDB database of its own.

    It does what TinyDB asks of a storage and no more: two processes that write must hold a lock
    around the whole of each change, as Archive does, because TinyDB takes the next id before it
    reads the table that it is about to write.
    """

    def __init__(self, folder: Path | str, mode: int = 0o660) -> None:
        """Serve the tables of a folder, which is made when the first one is written."""
        self._folder = Path(folder)
        self._mode = mode

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables, each read when it is first asked for; None when there is none."""
        names = self._names()
        return cast(dict[str, Table], Tables(self._folder, names)) if names else None

    def write(self, data: MutableMapping[str, Table]) -> None:
        """Keep the tables that changed, and remove those that are gone."""
        if isinstance(data, Tables):
            changed, gone = data.changed, data.gone
        else:
            changed = dict(data)
            gone = set(self._names()) - set(data)
        for name, table in changed.items():
            self.keep(name, encoded(table))
        for name in gone:
            files.remove(self._kept(name))
        if isinstance(data, Tables):
            data.kept()

    def keep(self, name: str, documents: Mapping[str, bytes]) -> None:
        """Keep one table, whose documents are JSON already."""
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} cannot be the name of a table: it would name no file of its own")
        files.make_folder(self._folder)
        files.replace(self._kept(name), bytes_of(name, documents), self._mode)

    def _kept(self, name: str) -> Path:
        """Return the file of a table that is about to change, once its first state of the day is kept."""
        path = self._folder / f"{name}.json"
        if archive := backup.archive_of(path):
            backup.keep_first(archive, path, datetime.now(UTC).date())
        return path

    def _names(self) -> list[str]:
        return [name.removesuffix(".json") for name in files.names(self._folder, ".json")]


class Tables(MutableMapping[str, Table]):
    """The tables of a folder by name; remembers which were set or deleted."""

    def __init__(self, folder: Path, names: list[str]) -> None:
        """Know the tables by name; read none of them yet."""
        self._folder = folder
        self._names = dict.fromkeys(names)
        self._read: dict[str, Table] = {}
        self.changed: dict[str, Table] = {}
        self.gone: set[str] = set()

    def __getitem__(self, name: str) -> Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = read_table(self._folder / f"{name}.json")
        return self._read[name]

    def __setitem__(self, name: str, table: Table) -> None:
        self._names[name] = None
        self._read[name] = self.changed[name] = table
        self.gone.discard(name)

    def __delitem__(self, name: str) -> None:
        del self._names[name]
        self._read.pop(name, None)
        self.changed.pop(name, None)
        self.gone.add(name)

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._names))

    def __len__(self) -> int:
        return len(self._names)

    def kept(self) -> None:
        """Forget what changed: it is on disk now."""
        self.changed, self.gone = {}, set()


class Written:
    """Adds documents to the tables of a folder; the one written last need not be read to be added to.

    It is remembered as it was encoded, and taken for what its file holds only while that is the very same.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder; no table is remembered yet."""
        self._folder = folder
        self._storage = TableFiles(folder)
        self._held = Held()
        self._documents: Mapping[str, bytes] = {}

    def append(self, table: str, documents: Mapping[int, bytes]) -> None:
        """Add documents, each as JSON, under numbers of their own, as one write; the caller has the lock."""
        path = self._folder / f"{table}.json"
        there = self.known(table)
        if there is None:
            there = encoded(read_table(path)) if files.stamp(path) else {}
        added = {str(number): document for number, document in documents.items()}
        if there.keys() & added.keys():
            raise ValueError(f"{path} has one of the documents {', '.join(added)} already")
        kept = {**there, **added}
        self._storage.keep(table, kept)
        self._held.hold(path)
        self._documents = kept

    def known(self, table: str) -> Mapping[str, bytes] | None:
        """Return the documents of a table by number, each as JSON; None where its file must be read."""
        return self._documents if self._held.is_still(self._folder / f"{table}.json") else None


def append_documents(folder: Path, table: str, documents: Mapping[int, Mapping[str, Any]]) -> None:
    """Add documents under numbers of their own to a table, as one write; the caller holds the lock."""
    with TinyDB(folder, storage=TableFiles) as database:
        rows = [Document(dict(document), number) for number, document in documents.items()]
        database.table(table).insert_multiple(rows)


def change_documents(
    folder: Path, table: str, numbers: Iterable[int], change: Callable[[Table], None]
) -> None:
    """Change documents of a table in place, as one write; the caller holds the lock."""
    with TinyDB(folder, storage=TableFiles) as database:
        database.table(table).update(change, doc_ids=list(numbers))
