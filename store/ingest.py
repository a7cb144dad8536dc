"""A folder of texts into the archive: one line of report per file, and only once it is kept."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from store.article import Article, Source
from store.errors import FileRefused
from store.wire.clean import NotText, decode
from store.wire.parse import parse
from store.wire.safe import sanitise

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.wire.gazetteer import Gazetteer

LARGEST: Final = 5_000_000
"""Bytes of the largest file that is taken for a wire text."""

_BATCH: Final = 256
"""So many files at most are kept in one transaction: a segment's worth."""

_PATIENCE: Final = 2.0
"""Seconds after which the files read so far are kept, so that a report is never far behind."""

_FLAGS: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC

_REASONS: Final = {
    errno.ENOENT: "does not exist",
    errno.ENOTDIR: "does not exist",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "is a link",
    errno.ENXIO: "is no regular file",
    errno.ENAMETOOLONG: "has too long a name",
}


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file."""

    state: Literal["added", "unchanged", "replaced", "refused"]
    file: str
    """Its name as it was given or found, printable."""
    detail: str
    """The id of its article; of a refused file the reason."""
    notes: tuple[str, ...] = ()
    """What a reporter should know of a file that was taken in all the same."""

    def __str__(self) -> str:
        line = f"{self.state:<9}  {self.file}  {self.detail}"
        return f"{line}  ({'; '.join(self.notes)})" if self.notes else line


def ingest(paths: Iterable[Path], archive: Archive, gazetteer: Gazetteer, now: datetime) -> Iterator[Report]:
    """Take in files, and all files below folders, yielding a report on each once its text is on disk.

    Raises:
        ArchiveBusy: Another process was writing for too long; what was reported is kept.
        ArchiveError: The archive cannot be written; what was reported is kept.
    """
    waiting: list[tuple[Path, _Taken | FileRefused]] = []
    begun = time.monotonic()
    for path, reason in _below(paths, archive.folder):
        waiting.append((path, _tried(path, reason, gazetteer, now)))
        if len(waiting) >= _BATCH or time.monotonic() - begun >= _PATIENCE:
            yield from _keep(waiting, archive)
            waiting, begun = [], time.monotonic()
    yield from _keep(waiting, archive)


def read(path: Path, gazetteer: Gazetteer, now: datetime) -> Article:
    """Return what the text of one file says; nothing is kept.

    Raises:
        FileRefused: The file is no readable text.
    """
    return _take(path, gazetteer, now).article


def seed_files() -> tuple[Path, ...]:
    """Return the wire texts that come with the program: of the wheel, else of the checkout."""
    here = Path(__file__).resolve().parent
    folder = next(f for f in (here / "seeds", here.parent / "seeds") if f.is_dir())
    return tuple(sorted(folder.glob("*.txt")))


def plant_seeds(archive: Archive, gazetteer: Gazetteer, now: datetime) -> None:
    """Take the seeds into an archive that does not exist yet; an emptied one stays empty."""
    if not archive.exists:
        for report in ingest(seed_files(), archive, gazetteer, now):
            if report.state == "refused":
                raise FileRefused(report.file, report.detail)


def printable(path: Path) -> str:
    """Return a file's name with all that is no visible character written as an escape.

    Two names never become one, as they would if each bad character were replaced by the same sign.
    """
    name = os.fsencode(path).replace(b"\\", rb"\\").decode("utf-8", "backslashreplace")
    if name.isprintable() and sanitise(name) == name:
        return name
    return "".join(c if c.isprintable() and sanitise(c) == c else _escaped(c) for c in name)


def shown(path: Path) -> str:
    """Return a file's name as a message may show it."""
    return sanitise(printable(path))


@dataclass(frozen=True, slots=True)
class _Taken:
    article: Article
    notes: tuple[str, ...]


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _below(paths: Iterable[Path], archive: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield every file that the paths mean, in order, with the reason if it cannot be one."""
    kept = os.path.realpath(archive)
    for path in paths:
        found = False
        for entry in _walk(path, kept):
            found = True
            yield entry
        if not found:
            yield path, "is a folder without files"


def _walk(top: Path, archive: str) -> Iterator[tuple[Path, str | None]]:
    waiting = [top]  # a list and no recursion: folders may be nested deeper than Python calls
    while waiting:
        path = waiting.pop()
        is_folder = _is_folder(path)
        if (is_folder or path is top) and _lies_in(path, archive):
            yield path, "belongs to the archive"
            continue
        if not is_folder:
            yield path, None
            continue
        try:
            names = sorted(os.listdir(path), key=os.fsencode)
        except OSError as error:
            yield path, _reason(error)
            continue
        waiting += [path / name for name in reversed(names)]


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _lies_in(path: Path, folder: str) -> bool:
    """Tell whether a path leads to a folder or into it, whatever links lie on the way."""
    return os.path.commonpath((os.path.realpath(path), folder)) == folder


def _tried(path: Path, reason: str | None, gazetteer: Gazetteer, now: datetime) -> _Taken | FileRefused:
    """Read and understand one file, unless there is a reason not to."""
    if reason:
        return FileRefused(shown(path), reason)
    try:
        return _take(path, gazetteer, now)
    except FileRefused as error:
        return error


def _take(path: Path, gazetteer: Gazetteer, now: datetime) -> _Taken:
    data = _read(path)
    try:
        decoded = decode(data)
    except NotText as error:
        raise FileRefused(shown(path), error.reason) from error
    source = Source(
        file=printable(Path(os.path.abspath(path))),
        sha256=hashlib.sha256(data).hexdigest(),
        imported=now.astimezone(UTC).replace(microsecond=0),
        encoding=decoded.encoding,
    )
    return _Taken(parse(decoded.text, source, gazetteer), decoded.notes)


def _read(path: Path) -> bytes:
    """Return the bytes of a regular file of bearable size; nothing else is waited for or followed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # opening a device may already do something
            raise FileRefused(shown(path), _what(path.lstat().st_mode))
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            seen = os.fstat(descriptor)
            if not stat.S_ISREG(seen.st_mode):
                raise FileRefused(shown(path), _what(seen.st_mode))
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise FileRefused(shown(path), _reason(error)) from error
    if len(data) > LARGEST:
        raise FileRefused(shown(path), f"is larger than {LARGEST // 1_000_000} MB")
    return data


def _what(mode: int) -> str:
    return "is a link" if stat.S_ISLNK(mode) else "is no regular file"


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, (error.strerror or "cannot be read").lower())


def _keep(files: list[tuple[Path, _Taken | FileRefused]], archive: Archive) -> Iterator[Report]:
    """Keep what was read as one transaction, and then report on each file in order."""
    outcomes = iter(archive.add([taken.article for _, taken in files if isinstance(taken, _Taken)]))
    for path, taken in files:
        if isinstance(taken, _Taken):
            outcome = next(outcomes)
            yield Report(outcome.state, shown(path), outcome.id, taken.notes)
        else:
            yield Report("refused", shown(path), taken.reason)
