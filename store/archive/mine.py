"""Mine: what the reader of an open archive says of its texts, and has said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from store.archive import sayings
from store.archive.files import Stamp
from store.archive.marks import Mark, Marks, Note, View
from store.archive.moment import Moment
from store.archive.readers import Reader
from store.errors import ArchiveError, ArticleUnknown


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
    def apart(self) -> Path | None:
        """The folder that marks go to because the archive cannot be written; None where they are in it."""
        return self._reader.folder if self._reader.is_apart else None

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

    def before(self, ids: Iterable[str]) -> dict[str, Mark]:
        """Return what `restore` needs to take back whatever is said of some articles now."""
        moment = self._moment()
        return {i: self.marks.articles.get(i, Mark()) for article in ids for i in moment.lineage(article)}

    def mark(
        self,
        ids: Iterable[str],
        read: bool | None = None,
        starred: bool | None = None,
        tags: Sequence[str] = (),
        untags: Sequence[str] = (),
        notes: Sequence[Note] = (),
        unnotes: Sequence[Note] = (),
    ) -> None:
        """Say the same of several articles; what is left out stays as it is.

        Raises:
            ArticleUnknown: One of the ids is none of this archive; nothing is said then.
            MarkRefused: A tag or a note cannot be kept; nothing is said then.
            ArchiveError: The reader's file cannot be read or written.
            ArchiveBusy: Another desk of this reader was writing for too long.
        """
        wanted = self._known(ids)
        if not wanted:
            return
        if untags or unnotes:
            older = self.before(wanted).keys() & self.marks.articles.keys() - {*wanted}
            self._take(self._reader.mark(sorted(older), untags=untags, unnotes=unnotes))
        if read is not None or starred is not None or tags or untags or notes or unnotes:
            self._take(self._reader.mark(wanted, read, starred, tags, untags, notes, unnotes))

    def note(self, article_id: str, text: str, paragraph: int | None = None) -> Note:
        """Write a note on a paragraph of an article, or on the whole of it, and return it.

        Raises:
            ArticleUnknown: There is no such article.
            MarkRefused: The note cannot be kept.
        """
        written = sayings.note(text, paragraph)
        self.mark([article_id], notes=[written])
        return written

    def restore(self, before: Mapping[str, Mark]) -> None:
        """Say of articles exactly what was said when `before` was asked."""
        self._take(self._reader.restore(before))

    def stand(self, article_id: str, paragraph: int | None) -> None:
        """Say at which paragraph of an article the reader is; what is known already costs nothing."""
        if self.of(article_id).place != paragraph:
            self._take(self._reader.stand(article_id, paragraph))

    def learned(self, hint: str) -> None:
        """Say that this reader no longer needs a hint."""
        if hint not in self.marks.hints:
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
        if view != self.marks.last:
            self._take(self._reader.leave(view))

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        wanted = tuple(ids)
        for article_id in wanted:
            if self._moment().place(article_id) is None:
                raise ArticleUnknown(article_id)
        return wanted

    def _take(self, marks: Marks) -> None:
        self.marks = marks
        self._taken(marks)
