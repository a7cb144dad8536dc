"""Disks as a power cut can leave them: what was synced, and any part of what was not."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

_PAGE: Final = 4096

_OWN_WAYS: Final = "index."
"""So begin the names of files that SQLite writes below Python, whose syncs nobody sees."""


class Seen(NamedTuple):
    """One entry of a watched folder at one instant."""

    inode: int
    mtime: int
    content: str | None
    """The name of its content in the journal; None of a folder."""


class Instant(NamedTuple):
    """What a recorder saw: all entries, the inode that has just become durable, and what was said."""

    tree: Mapping[str, Seen]
    synced: int | None
    said: str


_Version = tuple[int, str]
"""The time of change and the content of a file."""


@dataclass
class _File:
    synced: _Version | None = None
    since: list[_Version] = field(default_factory=list)


@dataclass
class _Folder:
    durable: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    since: list[dict[str, int | None]] = field(default_factory=list)
    """Operations on names since the folder was synced, in order."""


def instants(journal: Path) -> Iterator[Instant]:
    """Yield the instants of a journal; what was said while nothing changed is one of them."""
    waiting: Instant | None = None
    tree: dict[str, Seen] = {}
    for line in (journal / "instants").read_text("utf-8").splitlines():
        found = json.loads(line)
        is_same = found["tree"] is None
        tree = tree if is_same else {path: Seen(*seen) for path, seen in found["tree"].items()}
        if waiting and is_same and found["said"] and waiting.said:
            waiting = waiting._replace(said=waiting.said + found["said"])
            continue
        if waiting:
            yield waiting
        waiting = Instant(tree, found["synced"], found["said"])
    if waiting:
        yield waiting


class Disk:
    """What is on a disk for sure, and what else may be, after the instants that it followed."""

    def __init__(self, journal: Path) -> None:
        """Begin with an empty folder, which is durable itself."""
        self._journal = journal
        self._objects: dict[int, _File | _Folder] = {0: _Folder()}
        self._paths: dict[str, int] = {"": 0}
        self._inodes: dict[int, int] = {}
        self._index: list[Mapping[str, Seen]] = [{}]

    def follow(self, instant: Instant) -> None:
        """Take in the next instant.

        Raises:
            ValueError: It is more than one operation away from the last.
        """
        index = {p: s for p, s in instant.tree.items() if Path(p).name.startswith(_OWN_WAYS)}
        ours = {p: s for p, s in instant.tree.items() if p not in index}
        self._inodes = {ours[""].inode: 0, **self._inodes}
        paths = {path: self._number(seen) for path, seen in ours.items()}
        self._inodes = {seen.inode: paths[path] for path, seen in ours.items()}
        self._rename(paths)
        for path, seen in ours.items():
            self._write(self._objects[paths[path]], seen)
        if instant.synced in self._inodes:
            self._sync(self._objects[self._inodes[instant.synced]])
        if index != self._index[-1]:
            self._index.append(index)

    def build(self, place: Path, chance: Random) -> None:
        """Make a folder that holds what the disk may have after a power cut at this instant."""
        fate = Fate(chance, chance.choice(("lost", "kept", "any", "any", "any")))
        self._lay_folder(0, place, fate)
        self._lay_index(place, fate, chance.choice(self._index[-3:]))

    def _number(self, seen: Seen) -> int:
        """Return the number of a file or folder, a new one for one that was not there before."""
        if seen.inode not in self._inodes:
            self._inodes[seen.inode] = len(self._objects)
            self._objects[len(self._objects)] = _Folder() if seen.content is None else _File()
        return self._inodes[seen.inode]

    def _rename(self, paths: dict[str, int]) -> None:
        """Note what changed in the names of the folders, which one operation must explain."""
        changes: dict[int, dict[str, int | None]] = {}
        for path in sorted(paths.keys() | self._paths.keys()):
            if paths.get(path) != self._paths.get(path):
                parent, _, name = path.rpartition("/")
                changes.setdefault(self._paths[parent], {})[name] = paths.get(path)
        self._paths = paths
        if len(changes) > 1 or any(len(c) - (None in c.values()) > 1 for c in changes.values()):
            raise ValueError(f"more than one operation between two looks: {changes}")
        for number, change in changes.items():
            folder = self._objects[number]
            assert isinstance(folder, _Folder)
            folder.names = _changed(folder.names, change)
            folder.since.append(change)

    def _write(self, file: _File | _Folder, seen: Seen) -> None:
        if isinstance(file, _File) and seen.content is not None:
            last = file.since[-1] if file.since else file.synced
            if last is None or last[1] != seen.content:
                file.since.append((seen.mtime, seen.content))

    def _sync(self, durable: _File | _Folder) -> None:
        if isinstance(durable, _Folder):
            durable.durable = durable.names
        elif durable.since:
            durable.synced = durable.since[-1]
        durable.since = []

    def _lay_folder(self, number: int, place: Path, fate: Fate) -> None:
        folder = self._objects[number]
        assert isinstance(folder, _Folder)
        place.mkdir()
        names = folder.durable
        for change in folder.since[: fate.reached(len(folder.since))]:
            names = _changed(names, change)
        for name, inner in names.items():
            found = self._objects[inner]
            if isinstance(found, _Folder):
                self._lay_folder(inner, place / name, fate)
            else:
                self._lay_file(found, place / name, fate)

    def _lay_file(self, file: _File, path: Path, fate: Fate) -> None:
        old = self._content(file.synced) if file.synced else b""
        contents = [old, *map(self._content, file.since)]
        mtime, data = fate.content(contents)
        times = [file.synced[0] if file.synced else 0, *(version[0] for version in file.since)]
        _lay(path, times[mtime], data)

    def _lay_index(self, place: Path, fate: Fate, index: Mapping[str, Seen]) -> None:
        """Lay the files of an index as they were together at one instant, the last pages of its log torn.

        SQLite syncs the log before it changes the file by it, so that only a log that goes beyond what
        the file had seen when the log was last shorter may be torn, and nothing else.
        """
        for path, seen in index.items():
            if (place / path).parent.is_dir() and not path.endswith("-shm"):
                data = self._content((seen.mtime, seen.content or ""))
                known = self._safe_log(index, path, data) if path.endswith("-wal") else len(data)
                _lay(place / path, seen.mtime, fate.torn(data, known))

    def _safe_log(self, index: Mapping[str, Seen], path: str, log: bytes) -> int:
        """Return how much of a log was there before, with the same file below it."""
        file = path.removesuffix("-wal")
        for older in reversed(self._index[: self._index.index(index)]):
            if path in older and file in older and older[file].content == index[file].content:
                before = self._content((0, older[path].content or ""))
                if before != log and log.startswith(before):
                    return len(before)
        return len(log)

    def _content(self, version: _Version) -> bytes:
        return (self._journal / version[1]).read_bytes()


class Fate:
    """What a power cut spares."""

    def __init__(self, chance: Random, of_unsynced: str) -> None:
        """Say what happens to all that was not synced: it is lost, kept, or any of that piece by piece."""
        self._chance = chance
        self._of_unsynced = of_unsynced

    def reached(self, operations: int) -> int:
        """Return how many of some unsynced operations on names, in their order, reached the disk."""
        return {"lost": 0, "kept": operations}.get(self._of_unsynced, self._chance.randint(0, operations))

    def content(self, contents: Sequence[bytes]) -> tuple[int, bytes]:
        """Return a content that may be found for these, the first of them synced; and of whose time it is."""
        last = len(contents) - 1
        fate = self._of_unsynced if self._of_unsynced != "any" else self._chance.choice(_FATES)
        if fate == "lost" or not last:
            return 0, contents[0]
        if fate == "kept":
            return last, contents[last]
        if fate == "zeroed":
            return last, _paged(contents, lambda page: self._chance.choice((0, -1)), len(contents[-1]))
        size = len(self._chance.choice(contents))
        return last, _paged(contents, lambda page: self._chance.randint(-1, last), size)

    def torn(self, data: bytes, safe: int) -> bytes:
        """Return a content of which what lies beyond a safe part is lost, zeros, or there."""
        if safe == len(data) or self._of_unsynced == "kept":
            return data
        if self._of_unsynced == "lost":
            return data[:safe]
        later = _paged([data[safe:]], lambda page: self._chance.choice((0, 0, -1)), len(data) - safe)
        return data[:safe] + later[: self._chance.randint(0, len(later))]


_FATES: Final = ("lost", "kept", "zeroed", "torn")


def _paged(contents: Sequence[bytes], chosen: Callable[[int], int], size: int) -> bytes:
    """Return a content of a size whose pages each come from one of several, or, for -1, are zeros."""
    pages = []
    for start in range(0, size, _PAGE):
        choice = chosen(start)
        page = contents[choice][start : start + _PAGE] if choice >= 0 else b""
        pages.append(page.ljust(_PAGE, b"\0"))
    return b"".join(pages)[:size]


def _changed(names: Mapping[str, int], change: Mapping[str, int | None]) -> dict[str, int]:
    """Return the names of a folder after an operation."""
    return {name: number for name, number in {**names, **change}.items() if number is not None}


def _lay(path: Path, mtime: int, data: bytes) -> None:
    path.write_bytes(data)
    os.utime(path, ns=(mtime, mtime))
