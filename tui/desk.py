"""Desk: the screen of newsdesk; it hears the panels and the keys, and changes the state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from store.archive.archive import Archive
from store.errors import QueryError
from store.query import Query
from tui.evidence import EvidencePanel
from tui.keys import bindings
from tui.newsroom import Newsroom
from tui.panel import Panel
from tui.sidebar import EntitySidebar
from tui.timeline import Timeline

if TYPE_CHECKING:
    from tui.help import Help
    from tui.pickers import Picker
    from tui.ways_out import WaysOut

_UNDER: Final = frozenset({"text", "mention", "clear", "drop", "evidence", "raw", "star", "read", "zoom"})
"""Actions on what a layer lies over."""


class Desk(Newsroom):
    """Facts come up from the panels here, and become another query or another place."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("desk")

    def __init__(self, archive: Archive, query: Query, today: date, *, mono: bool) -> None:
        super().__init__(archive, query, today, mono=mono)
        self._before_prompt = query
        self._mistake: QueryError | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave alone what lies under a layer; only keys that open, close or leave one are heard there."""
        return self.over is None or action not in _UNDER

    @on(Timeline.Moved)
    def _on_moved(self) -> None:
        """Let the article follow once the cursor rests, unless it is there already."""
        if self.resting:
            self.resting.stop()
        row, shown = self.timeline.current, self.viewer.article
        if row is None or shown is None or row.id != shown.id:
            self.rest()

    @on(Timeline.Opened)
    def _on_opened(self) -> None:
        """Give the keyboard to the article, which is read now."""
        self.preview()
        self.give("article")
        self.mark(read=True)

    @on(EntitySidebar.Pointed)
    def _on_pointed(self) -> None:
        self.relight()

    @on(EntitySidebar.Cited)
    def _on_cited(self, message: EntitySidebar.Cited) -> None:
        self.give("article")
        self.viewer.go(message.paragraph)

    @on(EntitySidebar.Chosen)
    def _on_chosen(self, message: EntitySidebar.Chosen) -> None:
        term = self.archive.term(message.entity)
        self.query_in_force = self.query_in_force.toggling(message.kind, term)

    @on(EvidencePanel.Pointed)
    def _on_reason(self, message: EvidencePanel.Pointed) -> None:
        self.viewer.point(message.words)

    def on_ways_out_left_out(self, message: WaysOut.LeftOut) -> None:
        """Leave a part of the filter out."""
        self.query_in_force = self.query_in_force.without(message.chip)

    def on_picker_picked(self, message: Picker.Picked) -> None:
        """Filter by what was picked; the same pick again takes it back."""
        query, field, value = self.query_in_force, message.field, message.value
        if message.how == "either":
            query = query.widening(field, value)
        elif message.how == "leave out":
            query = query.excluding(field, value)
        elif field == "date":
            query = query.replacing(field, None if value in query.values(field) else value)
        else:
            query = query.toggling(field, value)
        self.give("timeline")
        self.query_in_force = query

    def on_picker_emptied(self, message: Picker.Emptied) -> None:
        """Take every condition on the field away."""
        self.give("timeline")
        self.query_in_force = self.answer.without_field(message.field)

    def on_picker_refused(self, message: Picker.Refused) -> None:
        """Say why a key picked nothing."""
        self.status.say((message.reason, "muted"))

    @on(Input.Changed, "#prompt")
    def _on_typed(self, message: Input.Changed) -> None:
        """Follow the text while it is typed; a mistake leaves the last valid filter in force."""
        if self.over != "prompt":
            return
        try:
            query = Query.parse(message.value, self.archive.vocabulary)
        except QueryError as error:
            self._mistake = error
            self.prompt.point_out(error.column, error.length)
            first, _, rest = error.reason.partition(". ")
            takes = ((" · Enter", "key"), (" takes ", "muted"), (error.suggestion, "strong"))
            offer = takes if error.suggestion else ()
            self.status.say(("! ", "error"), (first, "text"), *offer, (f" · {rest}" if rest else "", "muted"))
            return
        self._mistake = None
        self.prompt.point_out(0, 0)
        self.query_in_force = query
        tally = self.answer.tally
        self.status.say((f"{tally.shown:,} of {tally.texts:,}", "text"), (" texts match", "muted"))

    @on(Input.Submitted, "#prompt")
    def _on_entered(self) -> None:
        """Keep the filter as typed; of a mistake take the suggestion, or leave it there to be mended."""
        if self._mistake is None:
            self._leave_prompt()
        elif self._mistake.suggestion is not None:
            self.prompt.value = self._mistake.suggestion
            self.prompt.action_end()

    def on_prompt_left(self) -> None:
        """Go back to the filter as it was."""
        self._leave_prompt()
        self.query_in_force = self._before_prompt

    def _leave_prompt(self) -> None:
        self.give("article" if self.nothing else "timeline")

    async def on_help_ran(self, message: Help.Ran) -> None:
        """Close the help and do what the key does."""
        self.lay_over(None)
        if message.key.action:
            heard = self if message.key.scope == "desk" else self.query_one(f"#{self.panel}", Panel)
            await heard.run_action(message.key.action)

    async def on_help_turned(self, message: Help.Turned) -> None:
        """Show a page of the manual; its widgets are loaded only now, since few starts need them."""
        from tui.manual_page import ManualPage

        for old in self.query("#manual"):
            await old.remove()
        await self.columns.mount(ManualPage(message.page, id="manual"))
        self.lay_over("manual")
        self.status.say((message.page.title, "text"), (" · q goes back to the keys", "muted"))

    def action_pick(self, field: str) -> None:
        """Offer the parties or the years; the same key again closes the picker."""
        if self.over == "picker" and self.picker.field == field:
            self.lay_over(None)
            return
        if field == "party":
            self.learn("party")
            key, name = "p", "Party"
            sentence = "A letter shows only that party. A second letter narrows to texts with both."
        else:
            key, name = "d", "Date"
            sentence = "A digit shows only that year, as far as the day is known."
        self.picker.offer(field, key, name, self.answer.choices(field))
        self.lay_over("picker")
        self.status.say((sentence, "muted"))

    def action_prompt(self) -> None:
        """Edit the filter as text."""
        self._before_prompt, self._mistake = self.query_in_force, None
        text = str(self.query_in_force)
        self.prompt.value = f"{text} " if text else ""
        self.prompt.point_out(0, 0)
        self.lay_over("prompt")
        self.prompt.action_end()
        self.status.say(('party:cpv  date:2016..2021  person:trung  words  "a phrase"  -not', "muted"))

    def action_clear(self) -> None:
        """Take the whole filter away."""
        self.query_in_force = self.query_in_force.cleared()

    def action_drop(self) -> None:
        """Take the last chip away."""
        self.query_in_force = self.query_in_force.dropping_last()

    def action_evidence(self) -> None:
        """Open the evidence of the date, or close it."""
        self.learn("evidence")
        if self.viewer.article is None and self.panel != "evidence":
            self.status.say(("No text is open, so there is no date to explain.", "muted"))
            return
        self.toggle_evidence()
        self.relight()

    def action_raw(self) -> None:
        """Show the text as it was received, or cleaned again."""
        self.viewer.toggle_raw()

    def action_star(self) -> None:
        """Set or take away the star."""
        if row := self.timeline.current:
            self.mark(starred=not row.starred)

    def action_read(self) -> None:
        """Mark the text as read, or as unread."""
        if row := self.timeline.current:
            self.mark(read=not row.read)

    def action_text(self, by: int) -> None:
        """Read the next or previous text."""
        before = self.timeline.cursor
        self.timeline.go(before + by)
        if self.timeline.cursor != before:
            self.preview()
            self.mark(read=True)

    def action_mention(self, by: int) -> None:
        """Go to the next or previous marked words, else mention."""
        at, every = self.viewer.next_mark(by)
        if every:
            self.status.say((f"{at} of {every}", "text"), (" mentions in this text", "muted"))
        else:
            self.status.say(("Nothing is mentioned in this text", "muted"))

    def action_help(self) -> None:
        """Show every key; the same key again closes the help."""
        self.learn("help")
        if self.over == "help":
            self.lay_over(None)
            return
        self.help.open(self.query_one(f"#{self.panel}", Panel).NAME)
        self.lay_over("help")
        self.status.say((self.help.HELP, "muted"))

    def action_close(self) -> None:
        """Close the top layer; where there is none, quit."""
        if not self._went_back():
            self.app.exit()

    def action_back(self) -> None:
        """Go one step back, and never further than to the Timeline."""
        self._went_back()

    def _went_back(self) -> bool:
        """Close the top layer and tell whether there was one."""
        if self.over == "manual":
            self.lay_over("help")
            self.status.say((self.help.HELP, "muted"))
            return True
        if self.over:
            self.lay_over(None)
        elif self.reason or self.panel == "evidence":
            self.close_evidence()
        elif self.viewer.raw:
            self.viewer.toggle_raw()
        elif self.zoomed:
            self.action_zoom()
        elif self.panel != "timeline" and not self.nothing:
            self.give("timeline")
        else:
            return False
        self.relight()
        self.tell()
        return True

    def action_quit(self) -> None:
        """Quit at once; everything is kept already."""
        self.app.exit()
