"""Mine: what the reader of an open archive says of its texts, and has said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from store.archive.files import Stamp
from store.archive.marks import LONGEST_QUERY, Mark, Marks, Note, View
from store.archive.moment import Moment
from store.archive.readers import Reader
from store.errors import ArchiveError, ArticleUnknown
from store.later import Later

if TYPE_CHECKING:
    from store.archive import history, sayings
    from store.archive.change import Change
else:
    history, sayings = map(Later, ("store.archive.history", "store.archive.sayings"))


class Mine:
    """The marks, notes, places and views of one reader, kept when they are made."""

    def __init__(self, reader: Reader, moment: Callable[[], Moment], taken: Callable[[Marks], None]) -> None:
        """Take the reader, what they see, and what is to hear of all that they said when that changes."""
        self._reader = reader
        self._moment = moment
        self._taken = taken
        self.marks = Marks()
        """All that was said, as far as it is known."""
        self.damaged: tuple[ArchiveError, ...] = ()
        """The reader's file, if it cannot be read, with the reason."""

    def stamp(self) -> tuple[Stamp | None, Stamp | None]:
        """Return what tells this state of the reader's files from another."""
        return self._reader.stamp()

    def read(self) -> None:
        """Take in what other desks of this reader said."""
        self.marks, self.damaged = Marks(), ()
        try:
            self.marks = self._reader.marks()
        except ArchiveError as error:
            self.damaged = (ArchiveError(f"readers/{self._reader.path.name}", error.reason),)

    @property
    def reader(self) -> str:
        """Who says this."""
        return self._reader.name

    @property
    def apart(self) -> Path | None:
        """The folder that marks go to because the archive cannot be written; None where they are in it."""
        return self._reader.folder if self._reader.is_apart else None

    @property
    def may_be_apart(self) -> bool:
        """Tell whether marks may go to the account's own folder where the archive cannot be written."""
        return self._reader.may_be_apart

    @property
    def can_keep(self) -> bool:
        """Tell whether what is said can be kept anywhere; else what nobody asked for is left out."""
        return self._reader.can_keep

    @property
    def views(self) -> Mapping[str, View]:
        """The saved views by name."""
        return self.marks.views

    @property
    def last(self) -> View | None:
        """Where the reader was when they left the desk."""
        return self.marks.last

    def tags(self) -> Mapping[str, int]:
        """Return the tags in use, each with the number of texts that have it."""
        return self.marks.tags()

    def of(self, article_id: str) -> Mark:
        """Return what was said of an article, and of what it replaced."""
        return self._moment().mark(article_id) or self.marks.articles.get(article_id, Mark())

    def mark(
        self,
        ids: Iterable[str],
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] = (),
        untags: Sequence[str] = (),
        notes: Sequence[Note] = (),
        unnotes: Sequence[Note] = (),
        is_undoable: bool = True,
    ) -> None:
        """Say the same of several articles; what is left out stays as it is.

        Args:
            is_undoable: Whether `undo` takes it back; what is not was not asked for.

        Raises:
            ArticleUnknown: One of the ids is none of this archive; nothing is said then.
            MarkRefused: A tag or a note cannot be kept; nothing is said then.
            ArchiveError: The reader's file cannot be read or written.
            ArchiveBusy: Another desk of this reader was writing for too long.
        """
        wanted = self._known(ids)
        if not wanted or not (is_undoable or self.can_keep):
            return
        if read is None and starred is None and not (tags or untags or notes or unnotes):
            return
        older = self._moment().older(wanted) if untags or unnotes else {}
        self._take(self._reader.mark(wanted, read, starred, tags, untags, notes, unnotes, older, is_undoable))

    def note(self, article_id: str, text: str, paragraph: int | None = None) -> Note:
        """Write a note on a paragraph of an article, or on the whole of it, and return it.

        Raises:
            ArticleUnknown: There is no such article.
            MarkRefused: The note cannot be kept.
        """
        written = sayings.note(text, paragraph)
        self.mark([article_id], notes=[written])
        return written

    @property
    def undoable(self) -> Change | None:
        """The newest change of tags, notes, stars and what was marked as read."""
        return history.latest(self.marks.history)[0]

    @property
    def redoable(self) -> Change | None:
        """The change that was taken back last, if nothing was changed since."""
        return history.latest(self.marks.history)[1]

    def undo(self) -> None:
        """Take back what `undoable` is.

        Raises:
            ArchiveError: The reader's file cannot be read or written.
            ArchiveBusy: Another desk of this reader was writing for too long.
        """
        self._take(self._reader.undo())

    def redo(self) -> None:
        """Make again what `redoable` is.

        Raises:
            As `undo` does.
        """
        self._take(self._reader.redo())

    def stand(self, article_id: str, paragraph: int | None) -> None:
        """Say at which paragraph of an article the reader is; what is known already costs nothing."""
        if self.of(article_id).place != paragraph and self.can_keep:
            self._take(self._reader.stand(article_id, paragraph))

    def asked(self, query: str) -> None:
        """Remember a filter that was typed; a longer one than a view can have is not."""
        is_new = query and len(query) <= LONGEST_QUERY and self.marks.asked[-1:] != (query,)
        if is_new and self.can_keep:
            self._take(self._reader.ask(query))

    def learned(self, hint: str) -> None:
        """Say that this reader no longer needs a hint."""
        if hint not in self.marks.hints and self.can_keep:
            self._take(self._reader.learn(hint))

    def save_view(self, name: str, view: View) -> None:
        """Save a view in place of what had its name.

        Raises:
            MarkRefused: The name or the filter cannot be kept, or a newer newsdesk saved a view so named.
        """
        self._take(self._reader.save_view(name, view))

    def drop_view(self, name: str) -> None:
        """Take a saved view away.

        Raises:
            MarkRefused: A newer newsdesk saved it.
        """
        self._take(self._reader.drop_view(name))

    def leave(self, view: View) -> None:
        """Say where the reader is, so that the next desk opens there."""
        if view != self.marks.last and self.can_keep:
            self._take(self._reader.leave(view))

    def learn_of(self, before: Marks, now: Marks) -> None:
        """Take in what was kept beside, in a thread; not if anything else was said since `before`."""
        if self.marks is before:
            self._take(now)

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        wanted = tuple(dict.fromkeys(ids))
        for strange in self._moment().strange(wanted):
            raise ArticleUnknown(strange)
        return wanted

    def _take(self, marks: Marks) -> None:
        self.marks = marks
        self._taken(marks)
