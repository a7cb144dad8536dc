"""Reading: the article follows the cursor, and is read by paragraph and mention."""

from __future__ import annotations

from textual import events, on

from tui.hand import Hand
from tui.sidebar import EntitySidebar
from tui.timeline import Timeline


class Reading(Hand):
    """Opens texts and moves in them."""

    @on(Timeline.Moved)
    def _on_moved(self, message: Timeline.Moved) -> None:
        """Let the article follow once the cursor rests."""
        message.stop()
        self.rest()

    @on(events.Key)
    def _on_any_key(self) -> None:
        """Show the text under the cursor now if it is not there yet: a key of the page may be about it."""
        row, shown = self.timeline.current, self.viewer.article
        is_to_come = self.resting is not None and not self.resting.cancelled()
        if is_to_come and row and (shown is None or shown.id != row.id):
            self.preview()

    @on(Timeline.Opened)
    def _on_opened(self) -> None:
        """Give the keyboard to the article, which is read now."""
        self.preview()
        self.give("article")
        self.relight()
        self._land()
        self.opened()

    @on(EntitySidebar.Pointed)
    def _on_pointed(self) -> None:
        self.relight()

    @on(EntitySidebar.Cited)
    def _on_cited(self, message: EntitySidebar.Cited) -> None:
        self.give("article")
        self.viewer.go(message.paragraph)

    def action_text(self, by: int) -> None:
        """Read the next or previous text."""
        before = self.timeline.cursor
        self.timeline.go(before + by)
        if self.timeline.cursor != before:
            self._turn_page()
            if self.panel == "article":
                self._land()
            self.opened()

    def _turn_page(self) -> None:
        """Show the text under the cursor at once, and what it names and rests on once the cursor rests."""
        row = self.timeline.current
        if row is None or self.reasons or self.sidebar.has_focus:
            self.preview()  # where the words to mark come from
        else:
            self.read(self.text_of(row.id))
            self.rest()

    def _land(self) -> None:
        """Stand on the first words for which the filter found the text."""
        if self.query_in_force.terms:
            self.viewer.land()

    def action_here(self) -> None:
        """Filter by the name under the cursor, in Entities or in the text; again to take that back."""
        entity = self.sidebar.pointed if self.panel == "entities" else self.viewer.pointed
        article = self.viewer.article
        kinds = {one.id: one.kind for one in article.entities} if article else {}
        if entity is None or entity not in kinds:
            self.status.say(("No name stands under the cursor; n goes to the next one.", "muted"))
            return
        term = self.archive.term(entity)
        self.query_in_force = self.query_in_force.toggling(kinds[entity], term)

    def action_mention(self, by: int) -> None:
        """Go to the next or previous marked words, else mention."""
        at, every = self.viewer.next_mark(by)
        if every:
            what = "hits" if self.viewer.marks and not self.reasons else "mentions"
            self.status.say((f"{at} of {every}", "text"), (f" {what} in this text", "muted"))
        else:
            self.status.say(("Nothing is mentioned in this text", "muted"))

    def action_measure(self, by: int) -> None:
        """Set the article in longer or shorter lines, until newsdesk is closed."""
        cells = self.viewer.widen(by)
        self.status.say(("Lines of ", "muted"), (f"{cells} letters", "text"), (" at most", "muted"))

    def action_raw(self) -> None:
        """Show the text as it was received, or cleaned again."""
        self.viewer.toggle_raw()
