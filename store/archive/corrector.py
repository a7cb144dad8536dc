"""Correcting in an open archive: one transaction, after which lists and articles say what holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.archive.errata import Errata
from store.archive.identity import account
from store.archive.moment import Moment
from store.archive.shelves import Shelves
from store.archive.upkeep import LITTLE, Upkeep
from store.errors import ArticleUnknown, CorrectionRefused, NewsError
from store.later import Later

if TYPE_CHECKING:
    from store import article
    from store.archive import change
    from store.archive.amending import Amendment
    from store.archive.change import Change
    from store.archive.corrected import Correction
    from store.archive.corrections import Corrections, Done
    from store.article import Entity
    from store.document import Document
else:
    article, change = map(Later, ("store.article", "store.archive.change"))


class Corrector:
    """Corrects in the name of the account."""

    def __init__(
        self,
        folder: Path,
        shelves: Shelves,
        upkeep: Upkeep,
        errata: Errata,
        moment: Callable[[], Moment],
        refresh: Callable[[], object],
    ) -> None:
        """Take the archive that is corrected."""
        self.who = account()
        """In whose name: that of the account."""
        self._folder = folder
        self._shelves = shelves
        self._upkeep = upkeep
        self._errata = errata
        self._moment = moment
        self._refresh = refresh

    @property
    def corrections(self) -> Corrections:
        """All corrections, those taken back too."""
        return self._errata.now

    def correct(self, asked: Amendment) -> Correction:
        """Keep a correction, and return it.

        Raises:
            ArticleUnknown: It is about an article that is not there.
            CorrectionRefused: It cannot be made, and why; nothing is kept.
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The archive cannot be written; what was kept before is untouched.
        """
        from store.archive import amending, local_names  # nothing else needs them

        with self._writing():
            known = self._entity(asked.subject) if ":" in asked.subject else self._document(asked.subject)
            if isinstance(known, article.Entity) and _is_confirmation(asked.field, known):
                # What cannot be added to the gazetteer is said before anything is kept.
                local_names.with_party(self._folder, known, self.who, datetime.now(UTC))
            kept = amending.correct(self._folder, asked, known, self.who, replaced=self._moment().replaced)
            self._give_letters(asked, known)
            self._list(kept.records[-1], known)
        return kept.records[-1]

    @property
    def undoable(self) -> Change | None:
        """The correction that this account made last and that is in force."""
        return self._change(self.corrections.undoable(self.who))

    @property
    def redoable(self) -> Change | None:
        """The correction that this account took back last, if it corrected nothing since."""
        return self._change(self.corrections.redoable(self.who))

    def undo(self) -> None:
        """Take back what `undoable` is.

        Raises:
            As `take_back` does.
        """
        if done := self.corrections.undoable(self.who):
            self.take_back(done[0].number)

    def redo(self) -> None:
        """Make again what `redoable` is.

        Raises:
            CorrectionRefused: It is in force by now, or it would close a ring.
            GazetteerError: The newsroom's list of confirmed parties has a mistake; nothing is kept.
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The archive cannot be written.
        """
        from store.archive import amending, local_names

        if done := self.corrections.redoable(self.who):
            one = done[0]
            with self._writing():
                if _lists(one):
                    local_names.check(self._folder)
                amending.redo(self._folder, one.number, self.who)
                self._list(one, self._moment().names.entity(one.subject))

    def take_back(self, number: int) -> None:
        """Take a correction back, whoever made it.

        Raises:
            CorrectionRefused: There is no such correction, or it was taken back.
            GazetteerError: The newsroom's list of confirmed parties has a mistake; nothing is kept.
            ArchiveBusy: Another process was writing for too long.
            ArchiveError: The archive cannot be written.
        """
        from store.archive import amending, local_names

        with self._writing():
            listed = [c.subject for c in self.corrections.records if c.number == number and _lists(c)]
            if listed:
                local_names.check(self._folder)  # what it refuses is said before anything is kept
            amending.undo(self._folder, number, self.who)
            for party in listed:
                local_names.retract(self._folder, party)

    def about(self, article_id: str) -> tuple[Correction, ...]:
        """Return the corrections that have a say in an article, in order; none where it cannot be read."""
        if not self._errata.is_needed:
            return ()
        try:
            document = self._document(article_id)
            return self.corrections.knowing(self._moment().replaced).about(document)
        except (NewsError, AttributeError, KeyError, TypeError, ValueError):
            return ()

    def told(self, one: Correction) -> str:
        """Return what a correction did, in a few words."""
        from store.archive.corrected import of_entity, told

        entity = one.entity or (one.subject if of_entity(one.subject) else "")
        known = self._moment().names.entity(entity)
        return told(one, known.name if known else entity.partition(":")[2].lstrip("?-").replace("-", " "))

    def _change(self, done: Done | None) -> Change | None:
        return change.Change(done[1], self.told(done[0])) if done else None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Keep every other writer out, and then have the lists say what holds; of many files later."""
        with self._shelves.writing():
            self._refresh()
            yield
            self._errata.refresh()
            behind = self._upkeep.behind()
            if len(behind) <= LITTLE:
                self._upkeep.read(behind)
        self._refresh()

    def _document(self, article_id: str) -> Document:
        place = self._moment().place(article_id)
        if place is None:
            raise ArticleUnknown(article_id)
        return self._shelves.document(*place)

    def _entity(self, entity_id: str) -> Entity:
        found = self._moment().names.entity(entity_id)
        if found is None:
            raise CorrectionRefused(f"No text names {entity_id}")
        return found

    def _list(self, one: Correction, known: Document | Entity | None) -> None:
        """Add a party to the newsroom's gazetteer that a correction confirms."""
        if isinstance(known, article.Entity) and _is_confirmation(one.field, known):
            from store.archive import local_names

            local_names.confirm(self._folder, known, one.who, one.when)

    def _give_letters(self, asked: Amendment, known: Document | Entity) -> None:
        """Give a letter to what is a confirmed party by now, and was none."""
        into = [asked.new] if isinstance(asked.new, article.Entity) else []
        if isinstance(known, article.Entity) and asked.field == "confirmed":
            into = [known._replace(confirmed=True)]
        if isinstance(known, article.Entity) and asked.new == "party":
            into = [known]
        self._shelves.give_letters(e for e in into if e.kind == "party" or asked.new == "party")


def _lists(one: Correction) -> bool:
    """Tell whether a correction has put a party into the newsroom's gazetteer."""
    return one.field == "confirmed" and one.entity is None


def _is_confirmation(field: str, known: Entity) -> bool:
    return field == "confirmed" and known.kind == "party" and known.id.startswith("party:")
