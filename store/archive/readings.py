"""Readings: by which states of the gazetteer the texts of an archive were read, and which of them are stale.

What the newsroom's files said is remembered for each state by which texts were read. So it can be told what
has changed since, and to which texts that may matter. Where a state is forgotten, its texts count as stale.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import files
from store.archive.identity import account
from store.archive.local_names import FOLDER
from store.errors import ArchiveError, GazetteerError
from store.version import VERSION

if TYPE_CHECKING:
    from store.document import Document
    from store.wire.gazetteer import Gazetteer
    from store.wire.reach import Reach

_STATES: Final = ".states"
"""The folder beside the newsroom's files that has what they said, in one file for each state."""

_HASH: Final = re.compile("[0-9a-f]{12}")
_MODE: Final = 0o660

_MOST: Final = 50
"""So many states are remembered: the texts of one that is forgotten are read again at the next change."""


class Readings:
    """Tells of each text whether it may read otherwise now than when it was read."""

    def __init__(self, archive: Path, now: Gazetteer) -> None:
        """Compare with a state of the gazetteer; what others were is looked up as texts ask for it."""
        self._archive = archive
        self._now = now
        self._reaches: dict[str, Reach | None] = {}
        self._lasting: set[str] = set()

    @property
    def states(self) -> frozenset[str]:
        """The hashes of the states by which the texts asked for so far were read that are not stale."""
        return frozenset((self._now.hash, *self._lasting))

    def why(self, document: Document) -> str | None:
        """Say why an article is stale; None if it reads now as it was read."""
        newsdesk, state = document["read_by"]["newsdesk"], document["read_by"]["gazetteer"]
        if newsdesk != VERSION:
            return f"read by newsdesk {newsdesk}"
        if state == self._now.hash:
            return None
        if state not in self._reaches:
            self._reaches[state] = self._reach(state)
        reach = self._reaches[state]
        if reach is None:
            return "read by a gazetteer that is not remembered"
        if cause := reach.cause(document):
            return f"since {reach.told(cause)}"
        self._lasting.add(state)
        return None

    def _reach(self, state: str) -> Reach | None:
        """Return what changed since a state; None if nobody can tell."""
        from store.wire.gazetteer import load
        from store.wire.reach import Reach

        try:
            before = load(_remembered(self._archive, state))
        except (ArchiveError, GazetteerError):
            return None
        return Reach(before, self._now) if before.hash == state else None


def remember(archive: Path, gazetteer: Gazetteer) -> None:
    """Remember what the newsroom's files say by which texts are about to be read.

    Raises:
        ArchiveBusy: Another process was writing for too long.
        ArchiveError: It cannot be written.
    """
    path = _file(archive, gazetteer.hash)
    if not gazetteer.own or not (archive / FOLDER).is_dir() or files.stamp(path):
        return
    import orjson

    with files.locked(archive / files.LOCK, account()):
        files.make_folder(path.parent)
        files.replace(path, orjson.dumps(gazetteer.own), _MODE)


def forget(archive: Path, wanted: Collection[str]) -> None:
    """Forget the states by which no text of the archive was read, and the oldest where there are too many.

    Raises:
        ArchiveError: They cannot be removed.
    """
    folder = archive / FOLDER / _STATES
    kept = [folder / name for name in files.names(folder, ".json")]
    kept.sort(key=lambda path: files.stamp(path) or (0, 0, 0), reverse=True)
    for path in [p for p in kept if p.stem not in wanted] + [p for p in kept if p.stem in wanted][_MOST:]:
        files.remove(path)


def _remembered(archive: Path, state: str) -> tuple[tuple[str, str], ...]:
    """Return name and text of the newsroom's files as they were in a state; of one that is unknown none."""
    from store.archive.tables import content

    path = _file(archive, state)
    if not _HASH.fullmatch(state) or not files.stamp(path):
        return ()
    import orjson

    try:
        return tuple((str(name), str(text)) for name, text in orjson.loads(content(path)))
    except (ValueError, TypeError) as error:
        raise ArchiveError(str(path), "is damaged") from error


def _file(archive: Path, state: str) -> Path:
    return archive / FOLDER / _STATES / f"{state}.json"
