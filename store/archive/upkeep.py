"""Upkeep of the index: which files of articles it has not read yet, and the reading of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

from store.archive.errata import Errata
from store.archive.hits import Sighting
from store.archive.index import Index
from store.archive.shelves import Seal, Shelves, shown
from store.errors import ArchiveBusy, ArchiveError, DocumentError, IndexDamaged

if TYPE_CHECKING:
    from store.archive.ahead import Ahead
    from store.archive.cataloguing import Catalogue
    from store.archive.contents import Contents
    from store.archive.corrections import Replaced
    from store.archive.drafts import Draft
    from store.archive.entries import Entry
    from store.archive.hits import Arrival

LITTLE: Final = 8
"""So many files are read at once by whoever notices that they changed."""

NEWEST: Final = 80
"""So many files are indexed in memory where there is no index and none may be written: 10,000 articles."""

_REST: Final = 30.0
"""Seconds after which it is tried again to write the index: a disk that was full may have room by then."""

_TURN: Final = 64
"""So many files are indexed in one transaction; between two of them others may write."""

Tell = Callable[[int, int], None]
"""Is told how many files of how many have been read."""


class Upkeep:
    """Keeps an index in step with the shelves, for as long as a desk is open."""

    def __init__(self, shelves: Shelves, errata: Errata, index: Index) -> None:
        """Take what is kept, what people corrected of it, and what is derived from both."""
        self._shelves = shelves
        self._errata = errata
        self.index = index
        self._kept = index
        self._ahead: Ahead | None = None
        self._again = 0.0
        self._behind: tuple[object, Mapping[str, Seal | None]] | None = None
        self._damaged: tuple[object, tuple[ArchiveError, ...]] | None = None

    def behind(self) -> Mapping[str, Seal | None]:
        """Return the files that the index has read in another state, or not at all; None for those gone.

        Those are among them of whose articles people have corrected something else since.
        """
        state = self._shelves.seals, self.index.generation(), self._errata.version
        if self._behind is None or self._behind[0] != state:
            self._behind = state, self._compared()
        return self._behind[1]

    def _compared(self) -> dict[str, Seal | None]:
        known, seals = self.index.seals(), self._shelves.seals
        gone: dict[str, Seal | None] = dict.fromkeys(known.keys() - seals.keys())
        stale = self._errata.stale(self.index.reader(), self.index.generation())
        return gone | {name: s for name, s in seals.items() if known.get(name) != s or name in stale}

    def damaged(self) -> tuple[ArchiveError, ...]:
        """Return the files of articles that the index had to leave out, each with the reason."""
        state = self.index.generation()
        if self._damaged is None or self._damaged[0] != state:
            rows = self.index.reader().execute(_DAMAGED)
            self._damaged = state, tuple(ArchiveError(shown(name), damage) for name, damage in rows)
        return self._damaged[1]

    def catch_up(self, tell: Tell | None = None) -> None:
        """Read what the index has not read yet, in turns, so that others can write in between.

        Raises:
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The index cannot be written.
        """
        if self.worn:
            self._make_anew(tell)
        from store.archive.ahead import reading_ahead  # most starts have nothing to read

        behind = list(self.behind())
        with reading_ahead(self._shelves.folder, behind) as self._ahead:
            for start in range(0, len(behind), _TURN):
                with self._shelves.writing():
                    self._shelves.refresh()
                    names = behind[start : start + _TURN]
                    self.read({name: self._shelves.seals.get(name) for name in names})
                if tell:
                    tell(min(start + _TURN, len(behind)), len(behind))
        self._ahead = None

    @property
    def worn(self) -> int:
        """How many files are to be read anew because too much in the index is dead."""
        return len(self._shelves.seals) if self.index.is_worn else 0

    def _make_anew(self, tell: Tell | None) -> None:
        """Make an index anew beside the old one, unless somebody else is about to."""
        from store.archive import succession

        fresh = succession.heir(self.index)
        maker = Upkeep(self._shelves, self._errata, fresh)
        try:
            with self._shelves.renewing(succession.LOCK):
                with self._shelves.writing():
                    fresh.throw_away()
                maker.catch_up(tell)
                with self._shelves.writing():
                    self._shelves.refresh()
                    maker.read(maker.behind())
                    succession.succeed(fresh, self.index)
        except ArchiveBusy:  # whoever opens the archive next tries again
            fresh.close()

    def keep_step(self) -> None:
        """Read the little that changed, unless somebody else is about to, or nobody may write here now."""
        if not self.index.is_kept:
            self._return()
        if monotonic() < self._again:
            self._remember()
            return
        behind = self.behind()
        if not behind or (len(behind) > LITTLE and self.index.is_there):
            return
        try:
            with self._shelves.writing(patience=0):
                self._shelves.refresh()
                behind = self.behind()
                self.read(behind if len(behind) <= LITTLE else {})
        except ArchiveBusy:
            return
        except ArchiveError:
            self._again = monotonic() + _REST
            self._remember()

    def read(self, behind: Mapping[str, Seal | None]) -> None:
        """Index files as they are now; only while writing. If there is no index, one is made that knows none.

        Raises:
            ArchiveError: The index cannot be written.
        """
        if not behind and self.index.is_there:
            return
        try:
            self._index(behind)
        except IndexDamaged:
            self.index.renew()
            self._index(self.behind())

    def _index(self, behind: Mapping[str, Seal | None]) -> None:
        with self.index.writing() as catalogue:
            for name, seal in behind.items():
                self._read(catalogue, name, seal)
            for entity, *place in catalogue.nameless():
                self._name(catalogue, entity, *place)

    def _name(self, catalogue: Catalogue, entity: str, name: str, number: str) -> None:
        """Have an entity called as an article calls it that is still there; unless that was changed, too."""
        with suppress(ArchiveError, DocumentError, KeyError):
            document = self._shelves.document(name, number)
            for named in self._errata.entry(document, number, catalogue.replaced).named:
                if named.id == entity:
                    catalogue.call(named, name, number)

    def entries(self, drafts: Sequence[Draft], replaced: Replaced) -> list[Entry]:
        """Return what the index will keep of articles that are not kept yet.

        Args:
            replaced: Returns the id of the article whose place a kept article took.
        """
        if not self._errata.is_needed:
            return [draft.entry for draft in drafts]
        return [self._errata.entry(draft.document(), "", replaced) for draft in drafts]

    def note(
        self,
        renamed: set[str],
        appended: list[tuple[str, int, list[Entry]]],
        arrivals: Sequence[Arrival],
        drafts: Sequence[Draft],
    ) -> None:
        """Index what was just written; only while writing.

        Args:
            renamed: Segments in which articles got other names of their source.
            appended: Segments, from which place on they have new articles, and these.
            drafts: The new articles.

        Raises:
            ArchiveError: The index cannot be written.
        """
        from store.archive.contents import contents

        try:
            with self.index.writing() as catalogue:
                for name in renamed:
                    self._read(catalogue, name, self._shelves.seals[name])
                for name, first, entries in appended:
                    if name not in renamed:
                        catalogue.take(name, *self._shelves.seals[name], contents(entries), first)
                said = self._errata.said((draft.document() for draft in drafts), catalogue.replaced)
                for name, _, _ in appended:
                    if name not in renamed:
                        catalogue.correct(name, said, more=True)
                catalogue.sight(Sighting(a.draft.files[0], a.size, a.changed) for a in arrivals)
        except IndexDamaged:  # the texts are kept, and known to the one that is made anew
            self.index.renew()
            self._index(self.behind())

    def sight(self, sightings: Iterable[Sighting]) -> None:
        """Remember how files were that have not changed; only while writing.

        Raises:
            ArchiveError: The index cannot be written.
        """
        with self.index.writing() as catalogue:
            catalogue.sight(sightings)

    def give_initials(self) -> None:
        """Give letters for good to what most texts name now; nobody need wait where none are lacking.

        Raises:
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The letters cannot be written.
        """
        from store.archive.letters import foremost  # only a writer needs it

        named = foremost(self.index.reader())
        if self._shelves.lacking(named):
            with self._shelves.writing():
                self._shelves.refresh()
                self._shelves.give_initials(named)

    def _return(self) -> None:
        """Read the index that is kept, once there is one."""
        self._kept.renew()
        if self._kept.is_there:
            self.index = self._kept

    def _remember(self) -> None:
        """Index the newest articles in memory, where there is no index that we can read."""
        if self.index.is_kept and self.index.is_there:
            return
        if self.index.is_kept:
            self.index = Index(None)
        newest, behind = list(self._shelves.seals)[-NEWEST:], self.behind()
        self.read({name: behind[name] for name in newest if name in behind})

    def _read(self, catalogue: Catalogue, name: str, seal: Seal | None) -> None:
        if seal is None:
            catalogue.drop(name)
            catalogue.correct(name, {})
            return
        try:
            found, said = self._contents(catalogue, name, seal)
        except (ArchiveError, DocumentError) as error:
            why = error.reason if isinstance(error, ArchiveError) else f"has a wrong document: {error}"
            catalogue.leave_out(name, *seal, f"{why}; its articles are left out")
            catalogue.correct(name, {})
        else:
            catalogue.take(name, *seal, found)
            catalogue.correct(name, said)

    def _contents(self, catalogue: Catalogue, name: str, seal: Seal) -> tuple[Contents, dict[str, str]]:
        """Return what the index takes of a file's articles, and which corrections had a say in them."""
        from store.archive.contents import contents
        from store.archive.entries import entry

        found = self._ahead.contents(name, seal) if self._ahead else None
        if not self._errata.is_needed:
            return found or contents(self._shelves.each(name, entry)), {}
        if found and not self._errata.may_concern(found):
            return found, self._errata.asked(name)
        table = self._shelves.table(name)
        pairs = ((document.get("id"), document.get("replaces")) for document in table.values())
        replaced = known_first(pairs, catalogue.replaced)
        entries = [self._errata.entry(document, number, replaced) for number, document in table.items()]
        return contents(entries), self._errata.asked(name) | self._errata.said(table.values(), replaced)


_DAMAGED: Final = """
SELECT name, damage FROM segments WHERE damage IS NOT NULL ORDER BY CAST(name AS INTEGER)"""


def known_first(pairs: Iterable[tuple[object, object]], else_ask: Replaced) -> Replaced:
    """Return what tells the article that another replaced, from pairs that the index may not know yet."""
    known = {one: other for one, other in pairs if isinstance(one, str) and isinstance(other, str)}
    return lambda article: known.get(article) or else_ask(article)
