"""Upkeep of the index: which files of articles it has not read yet, and the reading of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from store.archive.cataloguing import Catalogue
from store.archive.entries import Entry, entry
from store.archive.hits import Arrival, Sighting
from store.archive.index import Index
from store.archive.shelves import Seal, Shelves, shown
from store.archive.tables import Table
from store.errors import ArchiveBusy, ArchiveError, DocumentError

LITTLE: Final = 4
"""So many files are read at once by whoever notices that they changed."""

NEWEST: Final = 40
"""So many files are indexed in memory where there is no index and none may be written: 10,000 articles."""

_TURN: Final = 8
"""So many files are indexed in one transaction; between two of them others may write."""

Tell = Callable[[int, int], None]
"""Is told how many files of how many have been read."""


class Upkeep:
    """Keeps an index in step with the shelves, for as long as a desk is open."""

    def __init__(self, shelves: Shelves, index: Index) -> None:
        """Take what is kept and what is derived from it."""
        self._shelves = shelves
        self.index = index
        self._may_write = True

    def behind(self) -> dict[str, Seal | None]:
        """Return the files that the index has read in another state, or not at all; None for those gone."""
        known, seals = self.index.seals(), self._shelves.seals
        gone: dict[str, Seal | None] = dict.fromkeys(known.keys() - seals.keys())
        return gone | {name: seal for name, seal in seals.items() if known.get(name) != seal}

    def damaged(self) -> tuple[ArchiveError, ...]:
        """Return the files of articles that the index had to leave out, each with the reason."""
        sought = "SELECT name, damage FROM segments WHERE damage IS NOT NULL ORDER BY CAST(name AS INTEGER)"
        rows = self.index.reader().execute(sought)
        return tuple(ArchiveError(shown(name), damage) for name, damage in rows)

    def catch_up(self, tell: Tell | None = None) -> None:
        """Read what the index has not read yet, in turns, so that others can write in between.

        Raises:
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The index cannot be written.
        """
        behind = list(self.behind())
        for start in range(0, len(behind), _TURN):
            with self._shelves.writing():
                self._shelves.refresh()
                names = behind[start : start + _TURN]
                self.read({name: self._shelves.seals.get(name) for name in names})
            if tell:
                tell(min(start + _TURN, len(behind)), len(behind))

    def keep_step(self) -> None:
        """Read the little that changed, unless somebody else is about to, or nobody may write here."""
        behind = self.behind()
        if not self._may_write:
            self._remember()
        if not self._may_write or not behind or len(behind) > LITTLE:
            return
        try:
            with self._shelves.writing(patience=0):
                self._shelves.refresh()
                self.read(self.behind())
        except ArchiveBusy:
            return
        except ArchiveError:
            self._may_write = False
            self._remember()

    def read(self, behind: Mapping[str, Seal | None]) -> None:
        """Index files as they are now; only while writing.

        Raises:
            ArchiveError: The index cannot be written.
        """
        if behind:
            with self.index.writing() as catalogue:
                for name, seal in behind.items():
                    self._read(catalogue, name, seal)

    def note(
        self, renamed: set[str], appended: list[tuple[str, int, list[Entry]]], arrivals: Sequence[Arrival]
    ) -> None:
        """Index what was just written; only while writing.

        Args:
            renamed: Segments in which articles got other names of their source.
            appended: Segments, from which place on they have new articles, and these.

        Raises:
            ArchiveError: The index cannot be written.
        """
        with self.index.writing() as catalogue:
            for name in renamed:
                self._read(catalogue, name, self._shelves.seals[name])
            for name, first, entries in appended:
                if name not in renamed:
                    catalogue.take(name, *self._shelves.seals[name], entries, first)
            catalogue.sight(Sighting(a.document["source"]["file"], a.size, a.changed) for a in arrivals)

    def sight(self, sightings: Iterable[Sighting]) -> None:
        """Remember how files were that have not changed; only while writing.

        Raises:
            ArchiveError: The index cannot be written.
        """
        with self.index.writing() as catalogue:
            catalogue.sight(sightings)

    def _remember(self) -> None:
        """Index the newest articles in memory, where there is no index that we can read."""
        if self.index.is_kept and self.index.is_there:
            return
        if self.index.is_kept:
            self.index = Index(None)
        newest = list(self._shelves.seals)[-NEWEST:]
        known = self.index.seals()
        self.read({n: self._shelves.seals[n] for n in newest if known.get(n) != self._shelves.seals[n]})

    def _read(self, catalogue: Catalogue, name: str, seal: Seal | None) -> None:
        if seal is None:
            catalogue.drop(name)
            return
        try:
            entries = entries_of(self._shelves.table(name))
        except (ArchiveError, DocumentError) as error:
            why = error.reason if isinstance(error, ArchiveError) else f"has a wrong document: {error}"
            catalogue.leave_out(name, *seal, f"{why}; its articles are left out")
        else:
            catalogue.take(name, *seal, entries)


def entries_of(table: Table) -> list[Entry]:
    """Return what the index keeps of each document of a segment, in order.

    Raises:
        DocumentError: A document has a field that is missing or wrong.
    """
    return [entry(document, number) for number, document in table.items()]
