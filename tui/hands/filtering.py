"""Filtering: chips that come and go, and pickers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.newsroom import Newsroom
from tui.sidebar import EntitySidebar

if TYPE_CHECKING:
    from tui.pickers import Picker
    from tui.ways_out import WaysOut


class Filtering(Newsroom):
    """Makes another query of what was picked, chosen or left out."""

    @on(EntitySidebar.Chosen)
    def _on_chosen(self, message: EntitySidebar.Chosen) -> None:
        term = self.archive.term(message.entity)
        self.query_in_force = self.query_in_force.toggling(message.kind, term)

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

    def action_clear(self) -> None:
        """Take the whole filter away."""
        self.query_in_force = self.query_in_force.cleared()

    def action_drop(self) -> None:
        """Take the last chip away."""
        self.query_in_force = self.query_in_force.dropping_last()
