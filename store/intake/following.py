"""Following: what arrives in a folder, taken in once nobody writes to it any more."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from store.errors import ArchiveBusy, FileRefused, GazetteerError, WorkersLost
from store.intake.bell import Heard, bell
from store.intake.dated import NEVER_TOLD, Terms
from store.intake.file_names import shown, source_name
from store.intake.reading import no_text
from store.intake.reports import Report
from store.intake.river import River
from store.intake.walking import NO_FILES, Found, below, lies_in

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.wire.gazetteer import Gazetteer

STILL: Final = 1.0
"""Seconds for which a file must not change before it is read."""

_PAUSE: Final = 1.0
"""Seconds before what could not be done is tried again."""

_LOOK: Final = 60.0
"""Seconds between two looks at the whole folder, in case that an arrival was not heard."""

_SHARE: Final = 50
"""So many times as long as the last look took does the next one wait at least."""

_Stamp = tuple[int, int]
"""Size and time of change."""

Told = tuple[Report, ...] | str
"""The reports of one transaction, or a sentence on how it goes."""


class _Pending(NamedTuple):
    """A file that may still be written to."""

    stamp: _Stamp
    since: float


class Following:
    """A folder whose files are taken in, those that are there and then those that arrive."""

    def __init__(
        self,
        folder: Path,
        archive: Archive,
        gazetteer: Callable[[], Gazetteer],
        jobs: int = 1,
        terms: Terms = NEVER_TOLD,
    ) -> None:
        """Name the folder.

        Args:
            gazetteer: Returns what is known by name now; the newsroom may add to it meanwhile.

        Raises:
            FileRefused: It is none, or belongs to the archive.
            GazetteerError: The newsroom's own gazetteer has a mistake.
        """
        self._folder = str(folder)
        self._archive = archive
        self._asked_gazetteer = gazetteer
        self._gazetteer = gazetteer()
        self._mistake = ""
        self._jobs = jobs
        self._terms = terms
        self._pending: dict[str, _Pending] = {}
        self._asked: dict[str, tuple[_Stamp, bool]] = {}
        """The files that are being read, by the names that reports give them, and whether they were known."""
        self._done: dict[str, _Stamp] = {}
        """The files of which the archive keeps no trace: refused ones, and those that hold many texts."""
        self._look_at = 0.0
        if lies_in(self._folder, archive.folder):
            raise FileRefused(shown(folder), "belongs to the archive")
        if _identity(self._folder) is None:
            there = os.path.lexists(self._folder)
            raise FileRefused(shown(folder), "is no folder" if there else "does not exist")

    def told(self) -> Generator[Told, None, None]:
        """Take in what is there and what arrives, for ever, telling of each transaction once it is on disk.

        Raises:
            ArchiveError: The archive cannot be written; what was reported is kept.
        """
        while True:
            yield from self._while_there()
            if _identity(self._folder) is None:
                yield f"{shown(self._folder)} is gone; it is followed again when it comes back"
                while _identity(self._folder) is None:
                    time.sleep(_PAUSE)
                yield f"{shown(self._folder)} is back"

    def _while_there(self) -> Iterator[Told]:
        """Follow the folder until another stands in its place, or none."""
        followed = _identity(self._folder)
        with closing(bell(self._folder)) as heard:
            yield from self._hear(next(heard))
            self._look_at = 0.0
            while _identity(self._folder) == followed:
                yield from self._take()
                yield from self._hear(next(heard))

    def _hear(self, heard: Heard) -> Iterator[str]:
        """Note what may have arrived."""
        if heard.trouble:
            yield f"{shown(self._folder)} cannot be watched ({heard.trouble}); this looks every few seconds"
        if heard.everywhere:
            self._look_at = 0.0
        for path in heard.paths:
            if not lies_in(path, self._archive.folder):
                self._pending.setdefault(path, _Pending((-1, -1), 0.0))

    def _take(self) -> Iterator[Told]:
        """Take in what is ready; what could not be taken is ready again later."""
        if not self._pending and time.monotonic() < self._look_at:
            return
        yield from self._look_up()
        river = River(self._archive, self._gazetteer, datetime.now(UTC), self._jobs, self._terms)
        try:
            self._archive.refresh()
            self._archive.catch_up()
            for reports in river.batches(self._ready()):
                if fresh := tuple(filter(self._is_news, reports)):
                    yield fresh
        except ArchiveBusy as error:
            yield from self._try_again(f"{error.holder} is writing to the archive; this waits for it")
        except WorkersLost as error:
            self._jobs = 1
            yield from self._try_again(f"{error} It goes on with one process")

    def _look_up(self) -> Iterator[str]:
        """Take in what became known by name; a mistake is told once, and the names stay as they were."""
        try:
            self._gazetteer, self._mistake = self._asked_gazetteer(), ""
        except GazetteerError as error:
            if str(error) != self._mistake:
                self._mistake = str(error)
                yield f"{error}; until it is mended names are read as before"

    def _try_again(self, why: str) -> Iterator[str]:
        self._asked.clear()
        self._look_at = 0.0
        yield why
        time.sleep(_PAUSE)

    def _is_news(self, report: Report) -> bool:
        """Tell whether a report is worth a line, and remember what the archive will not."""
        asked = self._asked.pop(report.file, None)
        if asked is None:
            return True
        stamp, was_known = asked
        if report.state == "refused" or report.counts:
            self._done[report.file] = stamp
        return not (report.state == "unchanged" and was_known)

    def _ready(self) -> Iterator[Found]:
        """Yield the files to be read now."""
        now = time.monotonic()
        if now >= self._look_at:
            yield from self._settled(below([self._folder], self._archive.folder))
            looked = time.monotonic()
            self._look_at = looked + max(_LOOK, _SHARE * (looked - now))
        for path in list(self._pending):
            yield from self._settled(self._looked_at(path))

    def _settled(self, found: Iterable[Found]) -> Iterator[Found]:
        """Yield those files that are news and that nobody writes to."""
        for one in found:
            if one.reason == NO_FILES:
                continue
            name = shown(one.path)
            stamp = one.size, one.changed
            seen = None if one.reason else self._archive.seen(source_name(one.path))
            if self._done.get(name) == stamp or (seen and (seen.size, seen.changed) == stamp):
                self._pending.pop(one.path, None)
            elif one.reason or self._is_still(one):
                self._pending.pop(one.path, None)
                self._asked[name] = stamp, seen is not None
                yield one

    def _is_still(self, found: Found) -> bool:
        """Tell whether a file was not changed for a while, by its own time or before our eyes."""
        stamp = found.size, found.changed
        if found.changed / 1e9 <= time.time() - STILL:
            return True
        now = time.monotonic()
        before = self._pending.get(found.path)
        if before is None or before.stamp != stamp:
            self._pending[found.path] = _Pending(stamp, now)
            return False
        return now - before.since >= STILL

    def _looked_at(self, path: str) -> Iterator[Found]:
        """Yield a file as it is now, or the files below a folder that arrived; nothing if it has gone."""
        try:
            seen = os.lstat(path)
        except OSError:
            self._pending.pop(path, None)
            return
        if stat.S_ISDIR(seen.st_mode):
            self._pending.pop(path, None)
            yield from (f for f in below([path], self._archive.folder) if f.path != path)
        else:
            yield Found(path, seen.st_size, seen.st_mtime_ns, no_text(seen.st_mode))


def _identity(folder: str) -> tuple[int, int] | None:
    """Return what tells this folder from another in its place; None while there is none."""
    try:
        seen = os.lstat(folder)
    except OSError:
        return None
    return (seen.st_dev, seen.st_ino) if stat.S_ISDIR(seen.st_mode) else None
