"""One reader's own file: what they read and starred, and which hints they no longer need."""

from __future__ import annotations

import os
import pwd
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from store.archive import files
from store.archive.tables import Table, read_table

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9_-]+")

_MODE: Final = 0o600


class Mark(NamedTuple):
    """What a reader said of one article; None where they said nothing."""

    read: bool | None = None
    starred: bool | None = None


class Marks(NamedTuple):
    """All that one reader said."""

    articles: Mapping[str, Mark] = MappingProxyType({})
    hints: frozenset[str] = frozenset()


def account() -> str:
    """Return the name of the account that the system says we are, whatever the environment claims."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid-{os.getuid()}"


def safe_name(reader: str) -> str:
    """Return a file name for a reader: no other reader has it, and it leads nowhere else."""
    plain = _UNSAFE.sub("-", reader)[:64].strip("-")
    if plain and plain == reader:
        return plain
    import hashlib  # loads OpenSSL; few names need it

    mark = hashlib.sha256(reader.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{plain or 'reader'}-{mark}"


class Reader:
    """The file of one reader; each change is kept when it is made, and merged with what other desks kept."""

    def __init__(self, folder: Path, name: str, patience: float = files.PATIENCE) -> None:
        """Name the folder of all readers and this one's name; nothing is read or made yet."""
        self._folder = folder
        self._name = name
        self._patience = patience
        self._table = safe_name(name)

    @property
    def path(self) -> Path:
        """The reader's file."""
        return self._folder / f"{self._table}.json"

    def stamp(self) -> files.Stamp | None:
        """Return what tells this state of the file from another; None if there is no file."""
        return files.stamp(self.path)

    def marks(self) -> Marks:
        """Return what the reader said so far.

        Raises:
            ArchiveError: The file is there and cannot be read.
        """
        if files.stamp(self.path) is None:
            return Marks()
        return _marks(read_table(self.path))

    def mark(self, articles: Iterable[str], read: bool | None, starred: bool | None) -> Marks:
        """Say of articles that they are read or starred, or not, and return all that is said now."""
        said = {k: v for k, v in (("read", read), ("starred", starred)) if v is not None}
        return self._change([({"article": a}, said) for a in articles])

    def learn(self, hint: str) -> Marks:
        """Say that a hint is no longer needed, and return all that is said now."""
        return self._change([({"hint": hint}, {})])

    def _change(self, changes: list[tuple[dict[str, str], dict[str, bool]]]) -> Marks:
        """Lay facts over the documents that hold a key, and add those that are missing, as one write."""
        from store.archive.storage import TableFiles  # TinyDB: only a writer needs it

        files.make_folder(self._folder)
        with files.locked(self._folder / f"{self._table}.lock", self._name, self._patience, _MODE):
            storage = TableFiles(self._folder, _MODE)
            tables = storage.read() or {}
            try:
                table: Table = tables[self._table]
            except KeyError:
                table = {}
            known = {_key(document): number for number, document in table.items()}
            free = max(map(int, table), default=0) + 1
            for key, said in changes:
                number = known.setdefault(next(iter(key.items())), str(free))
                free += number == str(free)
                table[number] = {**key, **table.get(number, {}), **said}
            tables[self._table] = table
            storage.write(tables)
        return _marks(table)


def _marks(table: Table) -> Marks:
    articles: dict[str, Mark] = {}
    hints = set()
    for document in table.values():
        article, hint = document.get("article"), document.get("hint")
        if isinstance(article, str):
            articles[article] = Mark(_said(document.get("read")), _said(document.get("starred")))
        elif isinstance(hint, str):
            hints.add(hint)
    return Marks(articles, frozenset(hints))


def _key(document: Mapping[str, object]) -> tuple[str, object]:
    name = "article" if "article" in document else "hint"
    return name, document.get(name)


def _said(value: object) -> bool | None:
    return value if isinstance(value, bool) else None
