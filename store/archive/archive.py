"""Archive: the one door to everything kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from store.archive import files
from store.archive.corrector import Corrector
from store.archive.errata import Errata
from store.archive.hits import Arrival, Bin, Courses, Facet, Group, Outcome, Row, Seen, Sighting, Tally, Topic
from store.archive.identity import account
from store.archive.index import Index
from store.archive.marks import Marks
from store.archive.mine import Mine
from store.archive.moment import Moment, Place
from store.archive.orders import Order
from store.archive.readers import Reader
from store.archive.shelves import Shelves, shown
from store.archive.trust import Trusted, trusting
from store.archive.upkeep import Tell, Upkeep
from store.archive.vocabulary import Names
from store.errors import ArchiveError, ArticleAmbiguous, ArticleUnknown, DocumentError
from store.units import Unit

if TYPE_CHECKING:
    from store.article import Article
    from store.query import Query

_OPENED: Final = 32
"""So many articles are kept in memory as they were read: a desk goes back and forth."""


class Archive:
    """The articles of one folder, as one reader sees them.

    A missing folder is an empty archive. Reading waits for nobody and shows the state of the last
    `refresh`; writing waits its turn, and is on disk when it returns.
    """

    def __init__(
        self, folder: Path, reader: str | None = None, patience: float = files.PATIENCE, apart: bool = True
    ) -> None:
        """Open an archive for a reader, who is the owner of the account unless named.

        Args:
            patience: Seconds to wait for another writer before giving up.
            apart: Whether marks may go to a folder of the account where the archive cannot be written.
        """
        self.folder = folder
        moment = cast(Moment, Trusted(lambda: self._moment, self.mend))
        self.vocabulary = cast(Names, Trusted(lambda: self._moment.names, self.mend))
        """What names mean here: names, short names, aliases, letters and ids."""
        self.mine = Mine(
            Reader(folder / "readers", reader or account(), patience, apart), lambda: moment, self._lay_marks
        )
        """What this reader says of the texts, and where they were."""
        self.mark = self.mine.mark
        """Says of articles that they are read or starred, or not."""
        self._shelves = Shelves(folder, account(), patience)
        self._errata = Errata(folder)
        self._upkeep = Upkeep(self._shelves, self._errata, Index(folder / "index.sqlite"))
        parts = self._shelves, self._upkeep, self._errata
        self.corrector = Corrector(folder, *parts, lambda: moment, self.refresh)
        """Corrects what was understood of the texts, and takes that back."""
        self._opened: dict[tuple[str, files.Stamp | None, int], Article] = {}
        self._shown: tuple[object, object, object] | None = None
        self.refresh()

    @property
    def exists(self) -> bool:
        """Tell whether this archive has ever been written, be it empty now."""
        return self._shelves.exists

    @property
    @trusting
    def damaged(self) -> tuple[ArchiveError, ...]:
        """The files that are left out because they cannot be read, each named with the reason."""
        return (*self._upkeep.damaged(), *self._shelves.damaged, *self._errata.damaged, *self.mine.damaged)

    @property
    @trusting
    def behind(self) -> int:
        """How many files of articles are to be read: the lists do not know them, or the index is worn."""
        return len(self._upkeep.behind()) or self._upkeep.worn

    @property
    def is_partial(self) -> bool:
        """Tell whether only the newest texts are listed: no index of all can be read, and none be written."""
        return not self._upkeep.index.is_kept and self.behind > 0

    @property
    def letters(self) -> Mapping[str, str]:
        """The letters that pick each party, in order of age."""
        return self._shelves.letters

    @property
    def initials(self) -> Mapping[str, str]:
        """The letters that pick other entities than parties, in order of age."""
        return self._shelves.initials

    @trusting
    def refresh(self) -> bool:
        """Take in what other processes changed; tell whether anything did."""
        self._look()
        self._upkeep.keep_step()
        return self._take_in()

    def _look(self) -> None:
        """See what is on disk now."""
        self._shelves.glance()
        self._errata.refresh()
        self._upkeep.index.renew()

    def _take_in(self) -> bool:
        """Answer from what is known now of the disk; tell whether it is something else than before."""
        indexed = self._upkeep.index.generation(), self._errata.version
        before, now = self._shown, (indexed, self._shelves.letters, self.mine.stamp())
        if now == before:
            return False
        if before is None or before[2] != now[2]:
            self.mine.read()
        if before is None or before[:2] != now[:2]:
            known = self._upkeep.index.reader(), self._shelves.letters, self.mine.marks
            self._moment = Moment(*known, self.folder)
        else:
            self._moment.lay(self.mine.marks)
        self._shown = now
        return True

    def mend(self) -> None:
        """Have the index made anew, which cannot be made sense of; what stops that is raised."""
        self._upkeep.index.distrust()
        self.refresh()
        if self._upkeep.index.is_kept:
            self.catch_up()

    def catch_up(self, tell: Tell | None = None) -> None:
        """Have the lists know all files of articles; `tell` hears how many of how many were read.

        Raises:
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The index cannot be written.
        """
        if self.behind:
            self._upkeep.catch_up(tell)
            self.refresh()

    def window(self, query: Query, start: int, size: int, today: date) -> tuple[Row, ...]:
        """Return some rows of the list that a query finds, from a place in it on."""
        return self.listing(query, today)(start, size)

    @trusting
    def listing(self, query: Query, today: date) -> Callable[[int, int], tuple[Row, ...]]:
        """Return what gives (start, size) of the list as it is now, whatever is marked meanwhile."""
        return partial(self._rows, self._moment, self._moment.order(query, today), query, today)

    @trusting
    def ids(self, query: Query, today: date) -> Callable[[int, int], tuple[str, ...]]:
        """Return what gives the ids of (start, size) of the list as it is now, until the next `refresh`."""
        return partial(self._moment.ids, self._moment.order(query, today))

    @trusting
    def tally(self, query: Query, today: date) -> Tally:
        """Count what a query finds."""
        return self._moment.tally(self._moment.hits(query, today))

    @trusting
    def groups(self, query: Query, today: date) -> tuple[Group, ...]:
        """Count what a query finds under each heading of its list, in order; "No date" is the last year."""
        return self._moment.order(query, today).groups()

    @trusting
    def histogram(self, query: Query, unit: Unit, today: date) -> tuple[Bin, ...]:
        """Count what a query finds by stretches of time, oldest first, without the empty ones."""
        return self._moment.histogram(self._moment.hits(query, today), unit)

    @trusting
    def facets(self, query: Query, kind: Topic, today: date) -> tuple[Facet, ...]:
        """Return all entities of a kind, each with the number of texts found that name it.

        Parties stand in the order of their letters; others by count, the rarer first among equals, then by
        name.
        """
        return tuple(self._moment.facets(self._moment.hits(query, today), kind))

    @trusting
    def counts(self, query: Query, ids: Collection[str], today: date) -> Mapping[str, int]:
        """Return in how many of the texts found each of some entities is named."""
        return self._moment.naming(self._moment.hits(query, today), ids)

    @trusting
    def courses(self, query: Query, ids: Collection[str], most: int, today: date) -> Courses:
        """Count the texts found that name each of some entities over time, in at most so many stretches."""
        return self._moment.courses(self._moment.hits(query, today), ids, most)

    @trusting
    def position(self, query: Query, article_id: str, today: date) -> int | None:
        """Return where an article stands in the list that a query finds."""
        return self._moment.position(self._moment.order(query, today), article_id)

    @trusting
    def article(self, article_id: str) -> Article:
        """Return an article by its id, also one that another has replaced.

        Raises:
            ArticleUnknown: There is none of this id.
            ArchiveError: Its file can no longer be read.
        """
        if (place := self._moment.place(article_id)) is None:
            raise ArticleUnknown(article_id)
        key = article_id, self._shelves.stamp(place.segment), self._errata.version
        article = self._opened.pop(key, None) or self._read(article_id, place)
        while len(self._opened) >= _OPENED:
            self._opened.pop(next(iter(self._opened)))
        self._opened[key] = article
        return article

    @trusting
    def find(self, prefix: str) -> str:
        """Return the id that begins so.

        Raises:
            ArticleUnknown: No id begins so.
            ArticleAmbiguous: More than one does.
        """
        if not (found := self._moment.beginning(prefix.lower())):
            raise ArticleUnknown(prefix)
        if len(found) > 1:
            raise ArticleAmbiguous(prefix, found)
        return found[0]

    def term(self, entity_id: str) -> str:
        """Return a short value that names just this entity in a query."""
        return self.vocabulary.term(entity_id)

    @trusting
    def seen(self, file: str) -> Seen | None:
        """Return what is known of a source's file: the article in lists that it holds, if it holds one."""
        return self._moment.seen(file)

    def add(self, articles: Sequence[Article]) -> tuple[Outcome, ...]:
        """Keep articles as one transaction, as `keep` does their drafts; what is raised is as of it."""
        from store.archive.drafts import draft_of

        return self.keep([Arrival(draft_of(article)) for article in articles])

    @trusting
    def keep(self, arrivals: Sequence[Arrival]) -> tuple[Outcome, ...]:
        """Keep drafts of articles, as one transaction: when this returns they are on disk.

        Raises:
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The disk refused; what was kept before is untouched.
        """
        if not arrivals:
            return ()
        from store.archive.keeping import Keeper  # only a writer needs it

        with self._shelves.writing():
            self._look()
            self._upkeep.read(self._upkeep.behind())
            self._take_in()
            outcomes = Keeper(self._shelves, self._upkeep, self._moment).keep(arrivals)
            self._take_in()
        return outcomes

    @trusting
    def settle(self) -> None:
        """Give letters to what most texts name, once an import is over; what is raised is as of `keep`."""
        self._upkeep.give_initials()

    def sighted(self, sightings: Sequence[Sighting]) -> None:
        """Remember how unchanged files are now, lest they be read again; what is raised is as of `keep`."""
        if sightings:
            with self._shelves.writing():
                self._upkeep.sight(sightings)

    def _read(self, article_id: str, place: Place) -> Article:
        from store.document import from_document  # a list needs none

        try:
            kept = self._shelves.document(*place)
            return from_document(self._errata.lay(kept, self._moment.replaced))
        except (DocumentError, KeyError) as error:
            raise ArchiveError(shown(place.segment), f"article {article_id}: {error}") from error

    @trusting
    def _rows(self, moment: Moment, order: Order, query: Query, today: date, *place: int) -> tuple[Row, ...]:
        """Return rows of a list as it was at a moment; once that is past, those that there are now."""
        found = order if moment is self._moment else self._moment.order(query, today)
        return self._moment.rows(found, *place)

    def _lay_marks(self, marks: Marks) -> None:
        self._moment.lay(marks)
        assert self._shown is not None
        self._shown = (*self._shown[:2], self.mine.stamp())
