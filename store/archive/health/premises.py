"""The premises of an archive: what lies about in its folders, and who may do what with it."""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from store.archive import backup, files
from store.archive.health.findings import Case, broken, note
from store.archive.health.house import OWN, House
from store.archive.health.lettering import FILE as LETTERS
from store.archive.health.records import CORRECTIONS, READERS, readers_lock

_ROOMS: Final = {backup.ARTICLES, READERS, backup.BACKUP, "gazetteer"}
_FILES: Final = {files.LOCK, LETTERS, CORRECTIONS}
_INDEX: Final = re.compile(r"index\.(lock|sqlite(\.new)?(-wal|-shm|-journal)?)")
_SEGMENT: Final = re.compile(r"[0-9]+\.json")
_READER: Final = re.compile(r"[^.].*\.(json|lock)")

_FRESH: Final = 60
"""Seconds for which a draft may be a living writer's."""

_GROUP: Final = stat.S_IRGRP | stat.S_IWGRP
_SHARED_FOLDER: Final = stat.S_ISGID | stat.S_IRWXG


class Premises:
    """The folders of an archive."""

    def __init__(self, house: House) -> None:
        """Look around in a house."""
        self._house = house
        self._is_shared = _mode(house.folder) & _SHARED_FOLDER == _SHARED_FOLDER

    def cases(self) -> Iterator[Case]:
        """Yield what does not belong here, what was left behind, and rights that do not fit."""
        for folder in (self._house.folder, *(self._house.folder / room for room in sorted(_ROOMS))):
            for entry in _entries(folder):
                yield from self._entry(folder, entry)
        yield from self._backups()

    def _entry(self, folder: Path, entry: os.DirEntry[str]) -> Iterator[Case]:
        path, file = folder / entry.name, self._house.shown(folder / entry.name)
        if entry.name.endswith(f".json{files.DRAFT}"):
            yield from self._draft(path, file)
        elif not self._is_known(folder, entry):
            yield note(file, None, "is no file of newsdesk; it is left alone")
        elif entry.is_dir(follow_symlinks=False) == (entry.name in _ROOMS or backup.is_day(entry.name)):
            yield from self._rights(path, file, entry.is_dir())

    def _is_known(self, folder: Path, entry: os.DirEntry[str]) -> bool:
        room, name = folder.name, entry.name
        if folder == self._house.folder:
            return name in _FILES or name in _ROOMS or bool(_INDEX.fullmatch(name))
        if room == backup.BACKUP:
            return backup.is_day(name) and entry.is_dir()
        return room == "gazetteer" or bool((_READER if room == READERS else _SEGMENT).fullmatch(name))

    def _draft(self, path: Path, file: str) -> Iterator[Case]:
        """Tell of the draft of a writer that died; one that is young may be a living writer's."""
        try:
            age = time.time() - path.lstat().st_mtime
        except OSError:
            return  # its writer has just finished
        if age > _FRESH:
            what = "was left by a process that died while it wrote"
            yield note(file, None, what, "taken away", partial(self._sweep, path))

    def _sweep(self, path: Path) -> None:
        if path.parent.name != READERS:
            files.remove(path)
            return
        with readers_lock(path.with_name(path.name.removesuffix(files.DRAFT))):
            files.remove(path)

    def _rights(self, path: Path, file: str, is_folder: bool) -> Iterator[Case]:
        if not is_folder and not backup.is_file(path):
            return  # a pipe or a link in its place is told of where the file is examined
        mode = _mode(path)
        wanted = self._wanted(path, mode, is_folder)
        if wanted == mode:
            return
        remedy = f"mode {wanted:o}" if _is_ours(path) else None
        cure = partial(_set_mode, path, wanted) if remedy else None
        if mode & 0o600 != 0o600:
            yield broken(file, None, f"its owner may not read or write it (mode {mode:o})", remedy, cure)
        elif path.parent.name == READERS:
            yield note(file, None, f"others than its reader may open it (mode {mode:o})", remedy, cure)
        else:
            yield note(file, None, f"colleagues may not read and write it (mode {mode:o})", remedy, cure)

    def _wanted(self, path: Path, mode: int, is_folder: bool) -> int:
        """Return the mode that something should have, with as much of its own as fits."""
        if is_folder:
            return mode | 0o700 | (_SHARED_FOLDER if self._is_shared else 0)
        if path.parent.name == READERS and path.parent.parent == self._house.folder:
            return OWN
        return mode | OWN | (_GROUP if self._is_shared else 0)

    def _backups(self) -> Iterator[Case]:
        folder = self._house.folder / backup.BACKUP
        if folder.exists() and not folder.is_dir():
            yield broken(backup.BACKUP, None, "is no folder, so no backups can be kept")
        elif folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            yield note(backup.BACKUP, None, "this account may not write it, and keeps no backups")
        for path in sorted(folder.glob(f"*/{READERS}/*.json")) if folder.is_dir() else ():
            mode = _mode(path)
            if mode & 0o077:
                remedy = f"mode {OWN:o}" if _is_ours(path) else None
                cure = partial(_set_mode, path, OWN) if remedy else None
                what = f"others than its reader may open it (mode {mode:o})"
                yield note(self._house.shown(path), None, what, remedy, cure)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []  # it is not there, or told of by its rights


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except OSError:
        return 0


def _is_ours(path: Path) -> bool:
    return os.geteuid() in (0, path.lstat().st_uid)


def _set_mode(path: Path, mode: int) -> None:
    from store.errors import ArchiveError

    try:
        path.chmod(mode)
    except OSError as error:
        raise ArchiveError(str(path), f"its mode cannot be set: {files.reason(error)}") from error
