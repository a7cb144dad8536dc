"""A TinyDB storage whose tables are files: durable, and no dearer than the table that changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast

from orjson import Fragment
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

    def __init__(self, folder: Path | str, mode: int = 0o660, written: Written | None = None) -> None:
        """Serve the tables of a folder, which is made when the first one is written.

        Args:
            written: Remembers the table that is written last, for who does nothing but add to it.
        """
        self._folder = Path(folder)
        self._mode = mode
        self._written = written

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables, each read when it is first asked for; None when there is none."""
        names = self._names()
        return cast(dict[str, Table], Tables(self._folder, names, self._written)) if names else None

    def write(self, data: MutableMapping[str, Table]) -> None:
        """Keep the tables that changed, and remove those that are gone."""
        if isinstance(data, Tables):
            changed, gone = data.changed, data.gone
        else:
            changed = dict(data)
            gone = set(self._names()) - set(data)
        for name, table in changed.items():
            if not _NAME.fullmatch(name):
                raise ValueError(f"{name!r} cannot be the name of a table: it would name no file of its own")
            files.make_folder(self._folder)
            documents = encoded(table)
            files.replace(self._kept(name), bytes_of(name, documents), self._mode)
            if self._written:
                self._written.remember(self._folder / f"{name}.json", documents)
        for name in gone:
            files.remove(self._kept(name))
        if isinstance(data, Tables):
            data.kept()

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

    def __init__(self, folder: Path, names: list[str], written: Written | None) -> None:
        """Know the tables by name; read none of them yet."""
        self._folder = folder
        self._written = written
        self._names = dict.fromkeys(names)
        self._read: dict[str, Table] = {}
        self.changed: dict[str, Table] = {}
        self.gone: set[str] = set()

    def __getitem__(self, name: str) -> Table:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            path = self._folder / f"{name}.json"
            self._read[name] = (self._written and self._written.table(path)) or read_table(path)
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
    """The table that was written last, so that it need not be understood to be added to.

    It is remembered as it was encoded, and taken for what its file holds only while that is the very same.
    """

    def __init__(self) -> None:
        """Remember none yet."""
        self._held = Held()
        self._documents: Mapping[str, bytes] = {}

    def remember(self, path: Path, documents: Mapping[str, bytes]) -> None:
        """Remember what was just written to a file."""
        self._held.hold(path)
        self._documents = documents

    def table(self, path: Path) -> Table | None:
        """Return what a file holds, for nothing but to be written again; None where it must be read."""
        if not self._held.is_still(path):
            return None
        return {number: Fragment(document) for number, document in self._documents.items()}


def append_documents(
    folder: Path, table: str, documents: Mapping[int, Mapping[str, Any]], written: Written | None = None
) -> None:
    """Add documents under numbers of their own to a table, as one write; the caller holds the lock."""
    with TinyDB(folder, storage=TableFiles, written=written) as database:
        rows = [Document(dict(document), number) for number, document in documents.items()]
        database.table(table).insert_multiple(rows)


def change_documents(
    folder: Path, table: str, numbers: Iterable[int], change: Callable[[Table], None]
) -> None:
    """Change documents of a table in place, as one write; the caller holds the lock."""
    with TinyDB(folder, storage=TableFiles) as database:
        database.table(table).update(change, doc_ids=list(numbers))
