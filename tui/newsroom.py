"""Newsroom: the state of the page, which is one query, its answer, and the text under the cursor."""

from __future__ import annotations

import gc
from asyncio import TimerHandle, get_running_loop
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.reactive import var
from textual.worker import get_current_worker

from store.archive.archive import Archive
from store.archive.marks import Mark as Said
from store.errors import NewsError
from store.query import Query
from tui.asking import Answer, entity_marks
from tui.catching_up import Reading, catch_up, read_again
from tui.chores import Chores
from tui.later import make_ready
from tui.shape import REASONS, Over
from tui.status import HINTS, Hint, about_date, complaint, first_run

if TYPE_CHECKING:
    from store.article import Article
    from tui import choices, page

_LOOK: Final = 1.0
"""Seconds between two looks at whether another process changed the archive."""

_REST: Final = 0.08
"""Seconds that the cursor must rest before the article follows it."""


class Newsroom(Chores):
    """The page with its contents: asks the archive and feeds the panels."""

    query_in_force: var[Query] = var(Query(), init=False)
    """The question that the page answers."""

    offering: Callable[[], choices.Offer] | None = None
    """Gives what the open picker shows, with the counts there are now."""

    def __init__(
        self, archive: Archive, query: Query, today: date, *, mono: bool, kiosk: bool = False
    ) -> None:
        """Take what the page shows.

        Args:
            kiosk: Whether nothing but the desk is within reach.
        """
        super().__init__()
        self.kiosk = kiosk
        self.archive, self.today = archive, today
        self.mono = mono
        self.set_reactive(Newsroom.query_in_force, query)
        self.answer = Answer(archive, query, today)
        self.resting: TimerHandle | None = None
        self._is_held = False

    def on_mount(self) -> None:
        """Dress the panels, ask the first question, and watch for what others change."""
        self.filter_bar.plain = self.mono
        self.app.theme_changed_signal.subscribe(self, lambda _: self.call_after_refresh(self.dress))
        self.reshape()
        self.dress()
        self.ask(keep=None)
        self.set_interval(_LOOK, self.look)
        if self.archive.behind:
            self._catch_up()
        self.call_after_refresh(self._settle_memory)

    def _settle_memory(self) -> None:
        """Spare what the start has made from every later collection, and load what the first filter needs."""
        gc.freeze()
        gc.enable()
        if self.resting:
            self.rest()  # from now on, for the list is painted
        self.run_worker(make_ready, thread=True)
        if not self.kiosk:
            self._beside(read_again)

    def _catch_up(self) -> None:
        """Read in a thread what the lists do not know yet."""
        self._beside(catch_up)

    def _beside(self, reading: Reading) -> None:
        """Read texts of the archive in a thread, as long as the desk is open."""

        def read() -> None:
            tell = partial(self.app.call_from_thread, self._tell_reading)
            worker = get_current_worker()
            reading(self.archive.folder, tell, lambda: worker.is_cancelled)

        self.run_worker(read, thread=True)

    def _tell_reading(self, done: int, every: int, error: NewsError | None) -> None:
        """Say how far the reading has come, and show what it found."""
        self.look()
        if error:
            self.complain(error)
        elif done == every:
            self.tell()
        elif not self.over:
            told = f"Reading {done:,} of {every:,} files", "text"
            self.status.say(told, (" · texts appear as they are read", "muted"))

    def watch_query_in_force(self) -> None:
        """Ask anew, with the cursor on the same text if it is among the answers."""
        row = self.timeline.current
        self.ask(keep=row.id if row else None)

    def ask(self, keep: str | None) -> None:
        """Put the query to the archive and feed every panel.

        Args:
            keep: The id of the text that the cursor should stay on.
        """
        query = self.query_in_force
        self.answer = answer = Answer(self.archive, query, self.today)
        at = self.archive.position(query, keep, self.today) if keep else None
        self.timeline.order = query.sort
        chosen = self.timeline.chosen
        self.timeline.fill(answer.hits, at or 0)
        if chosen:
            self._show_keys(self.panel)
            self.announce((f"{chosen:,} no longer selected", "text"), (": the list is another", "muted"))
        self.when.span(answer.tally, answer.over_time, answer.windows)
        self.filter_bar.tell(answer.chips, answer.tally)
        if answer.tally.shown:
            self.rest()
        else:
            self.preview()
        self._face_nothing(answer.tally.shown == 0)
        if self.over == "picker" and self.offering:
            self.picker.recount(self.offering())

    def _face_nothing(self, nothing: bool) -> None:
        """Show the ways out where nothing matches, and the article again where something does."""
        if nothing:
            why = "No article can be read." if self.archive.damaged else self.answer.silence
            if self.archive.behind:
                why = "The archive is being read: its articles appear here."
            self.ways.offer(self.answer.ways_out(), self.answer.tally.texts, why)
        if nothing == self.nothing:
            return
        self.nothing = nothing
        if self.over is None and self.panel != "when":
            self.give("article" if nothing else "timeline")
        else:
            self.show()

    def look(self) -> None:
        """Take in what another process changed, without moving the cursor."""
        if self.doing or self.timeline.chosen:
            return  # what was selected is meant as it stands
        row, before = self.timeline.current, self.answer.tally.texts
        try:
            is_other = self.archive.refresh()
        except NewsError as error:  # the disk may come back; what was read stays on the page
            self.complain(error)
            return
        if is_other:
            self.ask(keep=row.id if row else None)
            if (more := self.answer.tally.texts - before) > 0 and not self.over:
                self.status.say((f"{more:,} new", "text"), (" from another process; cursor kept", "muted"))

    def lay_over(self, layer: Over | None) -> None:
        """Open a layer, which has the status line until it is closed, or close the one that is open."""
        super().lay_over(layer)
        self.tell()

    def rest(self) -> None:
        """Let the article follow the cursor once it rests: the list never waits for it."""
        if self.resting:
            self.resting.cancel()
        self.resting = get_running_loop().call_later(_REST, self.call_next, self.preview)

    def preview(self) -> None:
        """Show the text under the cursor in Article, Entities and Evidence."""
        if self.resting:
            self.resting.cancel()
        row = self.timeline.current
        article = self.text_of(row.id) if row else None
        self.evidence.explain(article)
        self.explain_row(article)
        self.sidebar.call(article, self.answer.totals(article))
        self.read(article)

    def read(self, article: Article | None) -> None:
        """Show a text as the page that is read, and say how its day is known if it is another."""
        before = self.viewer.article
        said = self.archive.mine.of(article.id) if article else Said()
        self.viewer.read(article, self._marks(article), said)
        self.timeline.repaint_head()
        is_held, self._is_held = self._is_held, False
        if (article is None or before is None or article.id != before.id) and not is_held:
            self.tell()

    def explain_row(self, article: Article | None) -> None:
        """Show, where that is open, why a text is in the list."""
        if self.reason_shown == "why":
            self.why.explain(article, self.answer.whys(article) if article else ())

    def text_of(self, article_id: str) -> Article | None:
        """Return a text, or say why it cannot be read."""
        try:
            return self.archive.article(article_id)
        except NewsError as error:
            self.complain(error)
            return None

    def _marks(self, article: Article | None) -> list[page.Mark]:
        """Return the words to mark: the entity pointed at, the evidence, or what the query found."""
        if article is None:
            return []
        if self.sidebar.has_focus:
            return entity_marks(article, self.sidebar.pointed)
        if self.reasons:
            return self.reasons.marks()
        return self.answer.hit_marks(article)

    def relight(self) -> None:
        """Mark other words of the same text."""
        self.viewer.mark(self._marks(self.viewer.article))

    def announce(self, *spans: tuple[str, str]) -> None:
        """Say something that the article which follows the cursor now leaves standing."""
        self.status.say(*spans)
        self._is_held = True

    def tell(self) -> None:
        """Say in the status line, unless a layer has it, how the day is known or what to try first."""
        article = self.viewer.article
        if self.over:
            return
        if self.archive.damaged:
            advice = "" if self.kiosk else " · newsdesk doctor says what can be done"
            self.complain(self.archive.damaged[0], advice)
        elif self.archive.is_partial:
            why = " · no index of all, and this account may not write one"
            self.status.say((f"The newest {self.answer.tally.texts:,} texts only", "text"), (why, "muted"))
        elif article is None:
            chips, tally = len(self.answer.chips), self.answer.tally
            force = f" · {chips} chip{'s' * (chips != 1)} in force" if chips else ""
            self.status.say((f"{tally.shown:,} of {tally.texts:,}", "text"), (force, "muted"))
        elif self.panel in REASONS and self.reasons and self.reasons.marks():
            words = "the words that fix the date" if self.panel == "evidence" else "what the filter found"
            corrects = (" · ", "faint"), ("C", "key"), (" corrects", "faint")
            way = corrects if self.panel == "evidence" and not self.kiosk else ()
            self.status.say(("Marked in the text: ", "muted"), (words, "text"), *way)
        elif left := [hint for hint in HINTS if hint not in self.archive.mine.marks.hints]:
            self.status.say(*first_run(left, next(iter(self.archive.letters.values()), ""), article))
        else:
            self.status.say(*about_date(article))

    def complain(self, error: NewsError, more: str = "") -> None:
        """Say in the status line what went wrong: which file and why, then the way to it."""
        self.status.say(*complaint(error, more))

    def learn(self, hint: Hint) -> None:
        """Take a first-run hint away for ever."""
        if hint not in self.archive.mine.marks.hints:
            try:
                self.archive.mine.learned(hint)
            except NewsError as error:
                self.complain(error)

    def opened(self) -> None:
        """Keep that the text under the cursor was read; no step back takes that away."""
        row = self.timeline.current
        if row and not row.read:
            self.when_at_rest(partial(self._keep_read, row.id))

    def _keep_read(self, article: str) -> None:
        try:
            self.archive.mine.mark([article], read=True, is_undoable=False)
        except NewsError as error:
            self.complain(error)
            return
        self.show_marks()
        self._told_apart()

    def _told_apart(self) -> bool:
        """Say where marks go if not into the archive, and tell whether they do."""
        folder = self.archive.mine.apart
        if folder is not None:
            self.announce(
                ("Kept for you alone", "text"), (f" · this archive is read-only: {folder}", "muted")
            )
        return folder is not None

    def show_marks(self) -> None:
        """Show what the reader says now; rows stay where they are, whatever the query says of them."""
        self.timeline.reread()
        if article := self.viewer.article:
            self.viewer.annotate(self.archive.mine.of(article.id))
        self.filter_bar.tell(self.answer.chips, self.archive.tally(self.query_in_force, self.today))
