"""Steps: the newest thing that a reader did, be it a mark or a correction, and the one taken back last."""

from __future__ import annotations

from typing import Protocol

from store.archive.archive import Archive
from store.archive.change import Change


class Source(Protocol):
    """What keeps changes in order, and takes them back in order."""

    @property
    def undoable(self) -> Change | None:
        """The newest change."""

    @property
    def redoable(self) -> Change | None:
        """The change that was taken back last."""

    def undo(self) -> None:
        """Take back what is undoable."""

    def redo(self) -> None:
        """Make again what is redoable."""


def back(archive: Archive, *, kiosk: bool) -> tuple[Change, Source] | None:
    """Return the newest change, and what takes it back; None where there is nothing to take back.

    Args:
        kiosk: Whether the reader's marks are all that can be changed.
    """
    found = [(one.undoable, one) for one in _sources(archive, kiosk) if one.undoable]
    return max(found, key=lambda pair: pair[0].at) if found else None


def again(archive: Archive, *, kiosk: bool) -> tuple[Change, Source] | None:
    """Return the change that was taken back last, and what makes it again; None if more was done since.

    Args:
        kiosk: Whether the reader's marks are all that can be changed.
    """
    found = [(one.redoable, one) for one in _sources(archive, kiosk) if one.redoable]
    since = [one.undoable.at for one in _sources(archive, kiosk) if one.undoable]
    last = max(found, key=lambda pair: pair[0].at) if found else None
    return None if last is None or any(at > last[0].at for at in since) else last


def _sources(archive: Archive, kiosk: bool) -> tuple[Source, ...]:
    return (archive.mine,) if kiosk else (archive.mine, archive.corrector)
