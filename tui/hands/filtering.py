"""Filtering: chips that come and go, and pickers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from textual import on
from textual.worker import get_current_worker

from store.errors import NewsError
from store.later import Later
from store.query import Query
from tui.asking import Answer, opened_again
from tui.filter_bar import FilterBar
from tui.hand import Hand
from tui.sidebar import EntitySidebar

if TYPE_CHECKING:
    from tui import offers
    from tui.choices import About, How, Offer
    from tui.pickers import Picker
    from tui.ways_out import WaysOut
else:
    offers = Later("tui.offers")

_SENTENCES: Final[dict[About, str]] = {
    "party": "A letter shows only that party. A second letter narrows to texts with both.",
    "date": "A digit shows only that year; letters go by the text under the cursor.",
    "entity": "A letter shows only what names it; / finds the others by a part of the name.",
}

_KEYLESS: Final = "Enter shows only that party; / finds one by a part of its name."
"""What is said where no party has a letter, as among those that nobody knows."""


class Filtering(Hand):
    """Makes another query of what was picked, chosen or left out."""

    @on(EntitySidebar.Chosen)
    def _on_chosen(self, message: EntitySidebar.Chosen) -> None:
        self.query_in_force = self._with(message.kind, self.archive.term(message.entity), message.how)

    def on_ways_out_left_out(self, message: WaysOut.LeftOut) -> None:
        """Leave a part of the filter out."""
        self.query_in_force = self.query_in_force.without(message.chip)

    @on(FilterBar.Clicked)
    def _on_chip_clicked(self, message: FilterBar.Clicked) -> None:
        """Take a chip away; where a layer is open the bar stands for what it will make."""
        if self.over is None and message.chip < len(self.query_in_force.chips):
            self.query_in_force = self.query_in_force.without(message.chip)

    async def on_picker_picked(self, message: Picker.Picked) -> None:
        """Filter by what was picked; the same pick again takes it back."""
        if message.about == "go":
            return
        one = message.choice
        self.give("timeline")
        if one.field == "range":
            await self._type_range()
        elif one.field == "none":
            self.query_in_force = offers.emptied(self.query_in_force, "date")
        elif one.field == "date":
            self.query_in_force = self._with("date", one.value, message.how)
        else:
            self.query_in_force = self._with(one.field, self.archive.term(one.value), message.how)

    def _with(self, field: str, value: str, how: How) -> Query:
        """Return the query in force with one more value of a field, or without it if it stands."""
        return offers.picked(self.query_in_force, field, value, how)

    async def _type_range(self) -> None:
        """Have the date typed in the filter line, behind the rest of the filter."""
        before = next(iter(self.query_in_force.values("date")), "")
        rest = str(offers.undated(self.query_in_force))
        await self.run_action("prompt")
        self.prompt.value = f"{rest} date:{before}".lstrip()
        self.prompt.action_end()
        told = (("2016..2021", "key"), ("  2021-05..2021-08  2016..  may..june", "muted"))
        self.status.say(("From … to …: ", "text"), *told)

    def on_picker_emptied(self, message: Picker.Emptied) -> None:
        """Take every condition on what is picked away."""
        if message.about == "go":
            return
        self.give("timeline")
        self.query_in_force = offers.emptied(self.query_in_force, message.about)

    def action_pick(self, about: About) -> None:
        """Offer parties, dates, or people, places and offices; the same key again closes the picker."""
        if self.over == "picker" and self.picker.offered.about == about:
            self.lay_over(None)
            return
        if about == "party":
            self.learn("party")
        self._open_picker(about)
        offered = self.picker.offered.choices
        is_keyless = about == "party" and offered and not any(choice.key for choice in offered)
        self.status.say((_KEYLESS if is_keyless else _SENTENCES[about], "muted"))

    def _open_picker(self, about: About) -> None:
        """Lay a picker over the Timeline's column."""
        offering = {"party": self._offer_parties, "date": self._offer_dates}.get(about, self._offer_entities)
        self.offering = offering
        self.picker.offer(offering())
        self.lay_over("picker")

    def _offer_parties(self) -> Offer:
        return offers.parties(self.answer, courses=self.has_courses)

    def _offer_dates(self) -> Offer:
        row = self.timeline.current
        return offers.dates(self.answer, row.date if row else None, courses=self.has_courses)

    def _offer_entities(self) -> Offer:
        """Return what can be shown at once, and have the rest counted meanwhile."""
        count = partial(self._count_entities, self.query_in_force, courses=self.has_courses)
        self.run_worker(count, thread=True, exclusive=True, group="entities")
        return offers.known_entities(self.answer)

    def _count_entities(self, query: Query, *, courses: bool) -> None:
        """Count all entities, in a thread and over an archive of its own."""
        try:
            archive = opened_again(self.archive)
            counted = offers.entities(Answer(archive, query, self.today), courses=courses)
        except NewsError as error:
            self.app.call_from_thread(self._offer_counted, query, error)
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._offer_counted, query, counted)

    def _offer_counted(self, query: Query, counted: Offer | NewsError) -> None:
        """Show what was counted, unless the picker was closed or the filter is another by now."""
        if self.over == "picker" and self.picker.offered.about == "entity" and query == self.query_in_force:
            if isinstance(counted, NewsError):
                self.complain(counted)
                counted = self.picker.offered._replace(is_whole=True)
            self.picker.recount(counted)

    def action_clear(self) -> None:
        """Take the whole filter away."""
        self.query_in_force = self.query_in_force.cleared()

    def action_drop(self) -> None:
        """Take the last chip away."""
        self.query_in_force = self.query_in_force.dropping_last()
