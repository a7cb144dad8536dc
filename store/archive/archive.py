"""Archive: the one door to everything kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from store.archive import files, index
from store.archive.hits import Bin, Facet, Group, Outcome, Row, Tally, Unit
from store.archive.index import Hits, Index
from store.archive.readers import Marks, Reader, account
from store.archive.shelves import Shelves
from store.archive.vocabulary import Names
from store.article import Article, Kind
from store.errors import ArchiveError, ArticleAmbiguous, ArticleUnknown

if TYPE_CHECKING:
    from store.query import Query

_OPENED: Final = 32
"""So many articles are kept in memory as they were read: a desk goes back and forth."""


class Archive:
    """The articles of one folder, as one reader sees them.

    Opening makes nothing: a missing folder is an empty archive. Reading takes no lock and shows the
    state of the last `refresh`; writing waits its turn, and is on disk when it returns.
    """

    def __init__(self, folder: Path, reader: str | None = None, patience: float = files.PATIENCE) -> None:
        """Open an archive for a reader, who is the owner of the account unless named.

        Args:
            patience: Seconds to wait for another writer before giving up.
        """
        self.folder = folder
        self._reader = Reader(folder / "readers", reader or account(), patience)
        self._shelves = Shelves(folder, account(), patience)
        self._opened: dict[tuple[str, files.Stamp | None], Article] = {}
        self._shown: tuple[int, files.Stamp | None] | None = None
        self._marks_damage: tuple[ArchiveError, ...] = ()
        self.refresh()

    @property
    def exists(self) -> bool:
        """Tell whether this archive has ever been written, be it empty now."""
        return self._shelves.exists

    @property
    def damaged(self) -> tuple[ArchiveError, ...]:
        """The files that are left out because they cannot be read, each named with the reason."""
        return (*self._shelves.damaged, *self._marks_damage)

    @property
    def vocabulary(self) -> Names:
        """What names mean here: names, short names, aliases, letters and ids."""
        return self._names

    @property
    def hints(self) -> frozenset[str]:
        """The hints that this reader no longer needs."""
        return self._marks.hints

    def refresh(self) -> bool:
        """Take in what other processes changed; tell whether anything did."""
        self._shelves.refresh()
        before, now = self._shown, (self._shelves.version, self._reader.stamp())
        if now == before:
            return False
        if before is None or before[1] != now[1]:
            self._read_marks()
        if before is None or before[0] != now[0]:
            self._index = Index(self._shelves.entries(), self._marks, self._shelves.letters)
            self._names = Names(self._index.entities, self._index.letters, self._index.counts)
        else:
            self._index.lay(self._marks)
        self._shown = now
        return True

    def window(self, query: Query, start: int, size: int, today: date) -> tuple[Row, ...]:
        """Return some rows of the list that a query finds, from a place in it on."""
        return tuple(entry.row() for entry in self._hits(query, today)[start : start + size])

    def listing(self, query: Query, today: date) -> Callable[[int, int], tuple[Row, ...]]:
        """Return what gives (start, size) of the list as it is now, whatever is marked meanwhile."""
        hits = self._hits(query, today)
        return lambda start, size: tuple(entry.row() for entry in hits[start : start + size])

    def tally(self, query: Query, today: date) -> Tally:
        """Count what a query finds."""
        return self._index.tally(self._hits(query, today))

    def groups(self, query: Query, today: date) -> tuple[Group, ...]:
        """Count what a query finds by year, in the order of the list; "No date" is the last."""
        return index.groups(self._hits(query, today))

    def histogram(self, query: Query, unit: Unit, today: date) -> tuple[Bin, ...]:
        """Count what a query finds by stretches of time, oldest first, without the empty ones."""
        return index.histogram(self._hits(query, today), unit)

    def facets(self, query: Query, kind: Kind, today: date) -> tuple[Facet, ...]:
        """Return all entities of a kind, each with the number of texts found that name it.

        Parties stand in the order in which they got their letters; others by count, the rarer first
        among equals, then by name.
        """
        return self._index.facets(self._hits(query, today), kind)

    def position(self, query: Query, article_id: str, today: date) -> int | None:
        """Return where an article stands in the list that a query finds."""
        return index.position(self._hits(query, today), article_id)

    def article(self, article_id: str) -> Article:
        """Return an article by its id, also one that another has replaced.

        Raises:
            ArticleUnknown: There is none of this id.
            ArchiveError: Its file can no longer be read.
        """
        entry = self._index.by_id.get(article_id)
        if entry is None:
            raise ArticleUnknown(article_id)
        key = article_id, self._shelves.stamp(entry)
        article = self._opened.pop(key, None) or self._shelves.article(entry)
        while len(self._opened) >= _OPENED:
            self._opened.pop(next(iter(self._opened)))
        self._opened[key] = article
        return article

    def find(self, prefix: str) -> str:
        """Return the id that begins so.

        Raises:
            ArticleUnknown: No id begins so.
            ArticleAmbiguous: More than one does.
        """
        wanted = prefix.lower()
        found = sorted(i for i in self._index.by_id if wanted and i.startswith(wanted))
        if not found:
            raise ArticleUnknown(prefix)
        if len(found) > 1:
            raise ArticleAmbiguous(prefix, found)
        return found[0]

    def term(self, entity_id: str) -> str:
        """Return a short value that names just this entity in a query."""
        return self._names.term(entity_id)

    def add(self, articles: Sequence[Article]) -> tuple[Outcome, ...]:
        """Keep articles, as one transaction: when this returns they are on disk.

        Raises:
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The disk refused; what was kept before is untouched.
        """
        if not articles:
            return ()
        from store.archive.arrivals import Arrivals  # only a writer needs it

        with self._shelves.writing():
            self.refresh()
            arrivals = Arrivals(self._index.by_id, self._index.live)
            outcomes = tuple(map(arrivals.decide, articles))
            self._shelves.keep(arrivals.new, arrivals.also)
        self.refresh()
        return outcomes

    def mark(self, ids: Iterable[str], read: bool | None = None, starred: bool | None = None) -> None:
        """Say of articles that they are read or starred, or not; None leaves that as it is.

        Raises:
            ArticleUnknown: One of the ids is none of this archive; nothing is marked then.
        """
        wanted = tuple(ids)
        for article_id in wanted:
            if article_id not in self._index.by_id:
                raise ArticleUnknown(article_id)
        if wanted and (read is not None or starred is not None):
            self._take_marks(self._reader.mark(wanted, read, starred))

    def learned(self, hint: str) -> None:
        """Say that this reader no longer needs a hint."""
        if hint not in self._marks.hints:
            self._take_marks(self._reader.learn(hint))

    def _hits(self, query: Query, today: date) -> Hits:
        return self._index.hits(query, self._names, today)

    def _take_marks(self, marks: Marks) -> None:
        self._marks = marks
        self._index.lay(marks)
        self._shown = (self._shown or (0, None))[0], self._reader.stamp()

    def _read_marks(self) -> None:
        self._marks, self._marks_damage = Marks(), ()
        try:
            self._marks = self._reader.marks()
        except ArchiveError as error:
            self._marks_damage = (ArchiveError(f"readers/{self._reader.path.name}", error.reason),)
