"""Marking: what the reader says of the text under the cursor, or of exactly the texts selected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from store.archive.hits import Row
from store.archive.marks import Note
from store.errors import MarkRefused, NewsError
from store.later import Later
from tui.chores import DONE, FEW, WAY_BACK
from tui.hand import Hand
from tui.keys import BY_ID
from tui.selection import runs
from tui.timeline import Timeline
from tui.viewer import ArticleViewer
from tui.wording import capitalised, count

if TYPE_CHECKING:
    from store.archive import sayings
    from tui import tagging
else:
    sayings, tagging = map(Later, ("store.archive.sayings", "tui.tagging"))


class Marking(Hand):
    """Stars, tags and notes, and marks as read."""

    _page_read: ArticleViewer | None = None

    def action_star(self) -> None:
        """Set or take away the star; of several texts, set it unless all have it."""
        value = not all(row.starred for row in self._meant())
        self._mark("star", "Star" if value else "Unstar", starred=value)

    def action_read(self) -> None:
        """Mark as read, or as unread; several texts as read unless all are."""
        value = not all(row.read for row in self._meant())
        self._mark("read", "Mark as read" if value else "Mark as unread", read=value)

    def action_tag(self) -> None:
        """Ask for a tag, which is given, or taken away where it is there or has a minus."""
        chosen = self.timeline.chosen
        if not self._is_free():
            return
        self.ask_line(
            f"Tag {chosen:,} selected:" if chosen else "Tag:",
            "",
            self._tag,
            hint="-name takes a tag away" if chosen or self._tags() else "",
            names=self.archive.mine.tags(),
        )

    def _tag(self, typed: str) -> None:
        try:
            tag, said = tagging.tag_said(typed, () if self.timeline.chosen else self._tags())
        except MarkRefused as error:
            self.complain(error)
            return
        self._mark("tag", f"Tag {tag}" if "tags" in said else f"Take {tag} from", **said)

    def _tags(self) -> tuple[str, ...]:
        row = self.timeline.current
        return row.tags if row else ()

    def _meant(self) -> Iterator[Row]:
        """Yield the row under the cursor, or the first of those selected."""
        chosen = self.timeline.selection.rows(self.timeline.cursor)
        if not chosen and (row := self.timeline.current):
            yield row
        left = FEW
        for first, many in runs(chosen):
            yield from self.timeline.hits.fetch(first, min(many, left))
            left -= many
            if left <= 0:
                return

    def _mark(self, verb: str, told: str, **said: bool | tuple[str, ...]) -> None:
        """Say something of the text under the cursor, or, once it is confirmed, of those selected.

        Args:
            verb: The id of the key, which confirms it.
        """
        if not self._is_free():
            return
        key, chosen = BY_ID[verb], self.timeline.chosen
        if not chosen:
            self._keep(said)
            return
        asked = f"{told} {chosen:,} selected? {self.status.keyboard.shown(key)} again = yes, Esc = no"
        samples = [row.headline for row, _ in zip(self._meant(), range(2), strict=False)]
        self.ask_sure(asked, self.status.keyboard.keys(key), samples, partial(self._keep, said))

    def _is_free(self) -> bool:
        """Tell whether there is a text to mark, and no thread is marking others."""
        return not self.is_busy() and self.timeline.current is not None

    def _keep(self, said: dict[str, bool | tuple[str, ...]]) -> None:
        """Keep what is said of the texts meant, and show it."""
        timeline, mine = self.timeline, self.archive.mine
        chosen = timeline.selection.rows(timeline.cursor) or 1 << timeline.cursor
        many, before = chosen.bit_count(), mine.undoable
        ids = timeline.hits.ids

        def work() -> None:
            texts = [one for first, length in runs(chosen) for one in ids(first, length)]
            mine.mark(texts, **said)  # type: ignore[arg-type]

        def then() -> None:
            self.show_marks()
            now = mine.undoable
            if now is None or now == before:
                self.announce(("Nothing changed", "text"), (": they are so already", "muted"))
            elif not self._told_apart():
                self.announce(DONE, (capitalised(now.told), "text"), *WAY_BACK)

        self.do(work, then, f"marking {count(many, 'text')}", texts=many)

    def action_note(self) -> None:
        """Ask for a note on the paragraph under the cursor, or, outside the article, on the whole text."""
        article = self.viewer.article
        if article is None or not self._is_free():
            return
        paragraph = self.viewer.paragraph if self.panel == "article" and article.body else None
        there = [n for n in self.archive.mine.of(article.id).notes if n.paragraph == paragraph][-1:]
        place = "this text" if paragraph is None else f"¶{paragraph + 1}"
        self.ask_line(
            f"Note on {place}:",
            there[0].text if there else "",
            partial(self._note, article.id, paragraph, tuple(there)),
            hint="empty takes it away" if there else "",
        )

    def _note(self, article: str, paragraph: int | None, there: tuple[Note, ...], typed: str) -> None:
        """Keep a note in place of the one that was there; an empty one takes that away."""
        if typed.strip() == (" ".join(there[0].text.split()) if there else ""):
            self.tell()
            return
        try:
            notes = (sayings.note(typed, paragraph),) if typed.strip() else ()
        except MarkRefused as error:
            self.complain(error)
            return
        keep = partial(self.archive.mine.mark, [article], notes=notes, unnotes=there)
        told = "Note kept" if notes else "Note taken away"
        self.do(keep, partial(self._noted, told), "keeping a note")

    def _noted(self, told: str) -> None:
        self.show_marks()
        if not self._told_apart():
            self.announce(DONE, (told, "text"), *WAY_BACK)

    @on(Timeline.Selected)
    def _on_selected(self) -> None:
        """Say how many rows are selected, and what can be done to them."""
        self._show_keys(self.panel)
        self.tell()

    def tell(self) -> None:
        """Say how many rows are selected, wherever the cursor goes."""
        if self.over or not (chosen := self.timeline.chosen):
            super().tell()
            return
        way = (("  s", "key"), (" star  ", "faint"), ("m", "key"), (" read  ", "faint"))
        more = (("t", "key"), (" tag  ", "faint"), ("X", "key"), (" none", "faint"))
        self.status.say((f"{chosen:,} selected", "text"), *way, *more)

    def action_only(self, what: str) -> None:
        """Show only what is starred or unread, or again all."""
        self.query_in_force = self.query_in_force.toggling("is", what)

    def on_article_viewer_left(self, message: ArticleViewer.Left) -> None:
        """Keep the paragraph at which a text was left."""
        self.when_at_rest(partial(self._leave_off, message.article, message.paragraph))

    def on_mount(self) -> None:
        """Remember the article, which is gone before the desk is."""
        self._page_read = self.viewer

    def on_unmount(self) -> None:
        """Keep the paragraph at which the reader stands."""
        page = self._page_read
        if page and page.article and page.is_being_read:
            self._leave_off(page.article.id, page.paragraph)

    def _leave_off(self, article: str, paragraph: int) -> None:
        with suppress(NewsError):  # what stops it is said when a mark is
            self.archive.mine.stand(article, paragraph or None)
