"""Going: to any text by party, year and row, and to anything on the screen by its label."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from textual import events, on

from store.later import Later
from store.query import Query
from tui.asking import Answer
from tui.hand import Hand
from tui.panel import Panel
from tui.shape import Over

if TYPE_CHECKING:
    from store.archive import letters
    from tui import labels, offers
    from tui.pickers import Picker
else:
    letters, labels, offers = map(Later, ("store.archive.letters", "tui.labels", "tui.offers"))

_SCROLLS: Final = {
    "down": "step(1)", "up": "step(-1)", "pagedown": "page(1)", "pageup": "page(-1)", "space": "page(1)",
    "home": "top", "end": "bottom", "ctrl+d": "half(1)", "ctrl+u": "half(-1)", "ctrl+n": "step(1)",
}  # fmt: skip
"""Keys that move in the list while its rows have labels."""


class _Place(NamedTuple):
    """Where the reader was."""

    query: Query
    row: str | None
    top: int
    panel: str


class Going(Hand):
    """Goes where a few letters say."""

    _origin: _Place | None = None
    """Where the reader was before going, as long as Esc goes back there."""
    _spots: tuple[tuple[Panel, int | None], ...] = ()
    """What the labels on the screen stand for; none while they stand on the rows of the list."""
    _typed = ""

    def action_go(self) -> None:
        """Offer where to go: first the party, then the year, then the text."""
        row = self.timeline.current
        everything = Answer(self.archive, Query(), self.today)
        if not everything.tally.shown:
            self.status.say(("No texts yet", "text"), (", so there is nowhere to go.", "muted"))
            return
        self._origin = _Place(self.query_in_force, row.id if row else None, self.timeline.top, self.panel)
        offer = offers.going(everything, courses=self.has_courses)
        if sum(one.field == "party" for one in offer.choices) < 2:
            self._go_on(Query())
            return
        self.offering = None
        self.picker.offer(offer)
        self.lay_over("picker")
        self.status.say(("Go: ", "text"), ("the letter of a party, or the digit of a year", "muted"))

    async def on_picker_picked(self, message: Picker.Picked) -> None:
        """Narrow to what was picked, and offer the next."""
        one = message.choice
        if message.about != "go":
            return
        if one.field == "party":
            self._go_on(Query().toggling("party", self.archive.term(one.value)))
        else:
            picked = self.query_in_force if self.picker.offered.choices[0].field == "date" else Query()
            self._go_to_rows(picked.replacing("date", one.value))

    def on_picker_emptied(self, message: Picker.Emptied) -> None:
        """Say that there is nothing to take away."""
        if message.about == "go":
            self.status.say(("x takes nothing away here.", "muted"))

    def on_picker_ended(self, message: Picker.Ended) -> None:
        """Stop where we are, or, at a second g, go to the first row of the panel."""
        if message.top:
            self.lay_over(None)
            self.query_one(f"#{self.panel}", Panel).action_top()
        else:
            self._origin = None
            self.give("timeline")

    def _go_on(self, query: Query) -> None:
        """Offer the years of a party, if there are several."""
        offer = offers.going_on(Answer(self.archive, query, self.today))
        if len(offer.choices) < 2:
            self._go_to_rows(query)
            return
        self.offering, self.query_in_force = None, query
        self.picker.offer(offer)
        self.lay_over("picker")
        self.key_row.show_for("go")
        self.status.say(("Go: ", "text"), ("the digit of a year · Enter stops here", "muted"))

    def _go_to_rows(self, query: Query) -> None:
        """Put labels on the rows of the list, if there are several."""
        self.offering, self.query_in_force = None, query
        self.timeline.go(0)
        if self.answer.tally.shown < 2:
            self._arrive(0)
            return
        self.panel, self._spots = "timeline", ()
        self.lay_over("labels")
        self.status.say(("Go: ", "text"), ("the letters before a text open it", "muted"))

    def _arrive(self, row: int) -> None:
        """Open a text of the list."""
        self._origin = None
        self.give("timeline")
        self.timeline.go(row)
        self.timeline.action_choose()

    def action_jump(self) -> None:
        """Put a label on everything on the screen."""
        panels = [panel for panel in self.query(Panel) if panel.display and panel.region.area]
        panels.sort(key=lambda panel: panel.id != self.panel)
        found = [(panel, spot) for panel in panels for spot in panel.spots()]
        found.sort(key=lambda one: one[1][2] is None)  # heads have the last labels: digits go there, too
        self._spots = tuple((panel, item) for panel, (*_, item) in found)
        self.lay_over("labels")
        for panel in panels:
            texts = {
                spot[:2]: labels.label(number, len(found))
                for number, (one, spot) in enumerate(found)
                if one is panel
            }
            panel.label(texts)
        self.status.say(("Jump: ", "text"), ("the letters of a label go there", "muted"))

    def lay_over(self, layer: Over | None) -> None:
        """Open a layer or close the one that is open; the labels are none that could have the keyboard."""
        before = self._origin if layer is None else None
        if layer is None:
            self._origin = None
        if layer != "labels":
            self._take_labels_off()
            if before:
                self._go_back(before)
            super().lay_over(layer)
            return
        self.over, self._typed = layer, ""
        self.show()
        self.set_focus(None)
        self.key_row.show_for("jump" if self._spots else "rows")
        if not self._spots:
            self.timeline.label_rows(partial(labels.label, count=self.timeline.length))

    def _go_back(self, before: _Place) -> None:
        """Have the filter, the text and the panel as they were before going."""
        self.panel, self.query_in_force = before.panel, before.query
        row = self.timeline.current
        at = self.archive.position(before.query, before.row, self.today) if before.row else None
        if at is not None and row:
            self.timeline.return_to(at, before.top)
            self.preview()

    def _take_labels_off(self) -> None:
        self.timeline.label_rows(None)
        for panel in self.query(Panel):
            panel.label({})

    @on(events.DescendantFocus)
    def _on_row_clicked(self, event: events.DescendantFocus) -> None:
        """Stop at the texts that are shown, where one of them was clicked."""
        if self.over == "labels" and not self._spots and event.widget is self.timeline:
            self._origin = None

    def on_resize(self, event: events.Resize) -> None:
        """Take the labels off the screen, on which everything has another place now."""
        if self.over == "labels" and self._spots:
            self.lay_over(None)

    async def on_key(self, event: events.Key) -> None:
        """Take the letters of a label, and what moves in the list; the rest closes the labels."""
        if self.over != "labels":
            return
        if event.key in ("escape", "ctrl+g", "question_mark", "f1", "ctrl+q"):
            return
        event.stop()
        event.prevent_default()
        typed = (event.character or "").lower()
        if not self._spots and event.key in _SCROLLS:
            await self.timeline.run_action(_SCROLLS[event.key])
        elif not self._spots and event.key == "enter":
            self._origin = None
            self.give("timeline")
        elif event.key == "backspace":
            self._typed = self._typed[:-1]
        elif typed in letters.PICKING:
            self._type(typed)
        else:
            self._refuse(f"No label has {event.character or event.key}.")

    def _type(self, typed: str) -> None:
        """Go where the letters typed so far lead, or show the labels that begin with them."""
        count = len(self._spots) or self.timeline.length
        self._typed += typed
        number, first = labels.at(self._typed, count), labels.begun(self._typed, count)
        if number is not None:
            self._go_to_label(number)
        elif first is None:
            self._refuse(f"No label is {self._typed}.")
        elif not self._spots:
            self.timeline.go(first)

    def _refuse(self, why: str) -> None:
        self._typed = ""
        self.status.say((why, "text"), (" Esc closes the labels", "muted"))

    def _go_to_label(self, number: int) -> None:
        if not self._spots:
            self._arrive(number)
            return
        panel, item = self._spots[number]
        self.give(panel.id or "timeline")
        if item is not None:
            panel.stand_on(item)
        if panel is self.timeline:
            self.preview()
