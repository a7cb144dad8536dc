"""A program of its own that writes down what becomes of a folder: `python -m tests.faults.recording ...`."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from tests.faults.programs import PROGRAMS

_HEARD: Final = frozenset(
    ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
)
"""Before each of these operations Python tells its audit hooks, which can then look once more."""


class Recorder:
    """Looks at a folder around every operation on files, and keeps what it sees as a journal.

    Between two looks lies at most one operation that changes names; what was written in between
    shows as another content. SQLite works below Python: of its files only the contents are seen.
    """

    def __init__(self, watched: Path, journal: Path) -> None:
        """Watch a folder; the journal is a folder too, of contents by their hash."""
        self._watched = str(watched)
        self._journal = journal
        self._lines = (journal / "instants").open("w", encoding="utf-8")
        self._is_looking = False
        self._seen: dict[str, Any] | None = None
        self._process = os.getpid()
        self._fsync = os.fsync

    def begin(self) -> None:
        """Have Python report its operations from now on, and the output go through the journal."""
        sys.addaudithook(self._hear)
        os.fsync = os.fdatasync = self._sync  # type: ignore[assignment]
        sys.stdout = io.TextIOWrapper(_Told(self.look), "utf-8", write_through=True)

    def look(self, synced: int | None = None, said: str = "") -> None:
        """Write down what the folder holds now, what has just become durable, and what was said."""
        if self._is_looking or os.getpid() != self._process:
            return
        self._is_looking = True
        seen = os.stat(self._watched)
        tree = {"": (seen.st_ino, seen.st_mtime_ns, None), **dict(self._entries(self._watched))}
        if tree != self._seen or synced or said:
            instant = {"tree": tree if tree != self._seen else None, "synced": synced, "said": said}
            self._lines.write(f"{json.dumps(instant)}\n")
            self._lines.flush()
            self._seen = tree
        self._is_looking = False

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in _HEARD and (event != "open" or self._concerns(arguments[0])):
            self.look()

    def _concerns(self, opened: object) -> bool:
        return isinstance(opened, int) or str(opened).startswith(self._watched)

    def _sync(self, descriptor: Any) -> None:
        self.look()
        self._fsync(descriptor)
        self.look(synced=os.fstat(descriptor).st_ino)

    def _entries(self, folder: str) -> Iterator[tuple[str, tuple[int, int, str | None]]]:
        """Yield each path below a folder with its inode, its time of change, and a file's content."""
        with os.scandir(folder) as found:
            for entry in found:
                name, seen = os.path.relpath(entry.path, self._watched), entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    yield name, (seen.st_ino, seen.st_mtime_ns, None)
                    yield from self._entries(entry.path)
                else:
                    yield name, (seen.st_ino, seen.st_mtime_ns, self._content(entry.path))

    def _content(self, path: str) -> str:
        with open(path, "rb") as file:
            data = file.read()
        name = hashlib.sha1(data).hexdigest()
        if not (self._journal / name).exists():
            (self._journal / name).write_bytes(data)
        return name


class _Told(io.RawIOBase):
    """Output that is part of the journal: what was said by which instant."""

    def __init__(self, look: Callable[..., None]) -> None:
        self._look = look

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._look(said=bytes(data).decode())
        return len(data)


def main(watched: str, journal: str, program: str, *arguments: str) -> None:
    """Run one of the programs, and keep the journal of what it did to a folder."""
    recorder = Recorder(Path(watched), Path(journal))
    recorder.look()
    recorder.begin()
    PROGRAMS[program](*arguments)
    recorder.look()


if __name__ == "__main__":
    main(*sys.argv[1:])
