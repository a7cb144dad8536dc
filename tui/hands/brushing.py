"""Brushing: time as a filter, brushed on the bars of When and slid along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from textual import events, on
from textual.worker import get_current_worker

from store.archive.hits import Bin
from store.errors import NewsError
from store.query import Query
from store.units import Unit
from tui.asking import Answer, opened_again
from tui.hand import Hand
from tui.newsroom import Newsroom
from tui.when import When
from tui.wording import count, period

_ROWS: Final = 12
"""Rows of a terminal from which there is room for the bars, the list and the text at once."""

_AHEAD: Final[tuple[Unit, ...]] = ("week", "day")


class Brushing(Hand):
    """Filters by what is brushed, and slides the dates in force."""

    many = 20_000
    """So many texts are counted by day ahead of being asked for: it takes longer than a key may."""

    _before: tuple[Query, str | None] | None = None
    """The filter before When got the keyboard, and the text that the cursor was on."""

    def action_panel(self, panel: str) -> None:
        """Give the keyboard to a panel; When takes it only where there is room for its bars."""
        if panel == "when" and self.app.size.height < _ROWS:
            self.status.say(
                (f"When needs a terminal of {_ROWS} rows.", "text"),
                (" d and / filter by date in fewer", "muted"),
            )
            return
        if panel == "when":
            self._begin()
        super().action_panel(panel)

    @on(events.DescendantFocus)
    def _on_focus_moved(self, event: events.DescendantFocus) -> None:
        """Begin to brush where When was clicked, and end where another panel has the keyboard."""
        if event.widget is not self.focused:
            return
        if event.widget is self.when:
            self._begin()
        elif not self.over:
            self._before = None
            self.when.end()

    def _begin(self) -> None:
        if self._before is None:
            row = self.timeline.current
            self._before = self.query_in_force, row.id if row else None
        if self.when.brush is None:
            self.when.begin()
            if self.answer.tally.texts >= self.many:
                self.call_after_refresh(self._have_counted)

    def _have_counted(self) -> None:
        count = partial(self._count_ahead, self.answer)
        self.run_worker(count, thread=True, exclusive=True, group="days")

    def _count_ahead(self, answer: Answer) -> None:
        """Count by week and day in a thread and over an archive of its own, before the bars get so fine."""
        try:
            other = Answer(opened_again(self.archive), answer.query, self.today)
            counted = {unit: other.over_time(unit) for unit in _AHEAD}
        except NewsError:
            return  # they are counted when they are wanted
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._take_counted, answer, counted)

    def _take_counted(self, answer: Answer, counted: Mapping[Unit, Sequence[Bin]]) -> None:
        if answer is self.answer:
            for unit, found in counted.items():
                self.when.histogram.know(unit, found)

    @on(When.Brushed)
    def _on_brushed(self) -> None:
        self.tell()

    @on(When.Applied)
    def _on_applied(self, message: When.Applied) -> None:
        """Filter by what is brushed; the keyboard stays, so that the period can be slid or taken back."""
        query = self.query_in_force.replacing("date", message.value)
        if query == self.query_in_force:
            self.when.draw()
        self.query_in_force = query
        self.tell()

    @on(When.Kept)
    def _on_kept(self) -> None:
        self.give("article" if self.nothing else "timeline")

    @on(When.Restored)
    def _on_restored(self) -> None:
        """Have the filter as it was before When got the keyboard, and the cursor where it was."""
        query, row = self._before or (self.query_in_force, None)
        if query == self.query_in_force:
            self._on_kept()
            return
        self.set_reactive(Newsroom.query_in_force, query)
        self.ask(keep=row)
        self.when.begin()
        self.tell()

    def action_slide(self, by: int) -> None:
        """Slide the brush, else the dates in force, on or back by its own width."""
        if self.panel == "when" and self.when.is_brushed:
            self.when.slide(by)
            return
        from store.periods import NotAValue  # the language of queries, which a start can do without
        from store.sliding import slid

        dates = self._dates()
        if not dates:
            self._tell_no_dates()
        elif "," in dates:
            self.status.say(
                (f"{self._in_force()} are several periods", "text"), (", which do not slide as one", "muted")
            )
        else:
            try:
                moved = slid(dates, by, self.today)
            except NotAValue as error:
                self.status.say(("! ", "error"), (error.reason, "text"))
                return
            if self._is_beyond(by):
                self._tell_end(by)
                return
            self.query_in_force = self.query_in_force.replacing("date", moved)
            if self.panel == "when":
                self.when.begin(applied=True)
            self.tell()

    def _is_beyond(self, by: int) -> bool:
        """Tell whether the dates in force lie beyond all texts, in the direction of a slide."""
        reach, windows = self.when.reach, self.answer.windows
        if self.answer.tally.shown or not (reach and windows):
            return False
        return windows[0][1] < reach[0] if by < 0 else windows[0][0] > reach[1]

    def _tell_end(self, by: int) -> None:
        side, key = ("earlier", ".") if by < 0 else ("later", ",")
        self.status.say(
            (f"No text is {side}", "text"), (" · ", "faint"), (key, "key"), (" slides back to them", "muted")
        )

    def _dates(self) -> str:
        """Return the values of the date filter with commas between; nothing if there is none."""
        chips = self.query_in_force.chips
        return ",".join(chip.value for chip in chips if chip.field == "date" and not chip.excluded)

    def _tell_no_dates(self) -> None:
        fields = [chip.field for chip in self.query_in_force.chips]
        half = next((field for field in ("since", "before", "after") if field in fields), None)
        why = (
            f"{half}: is open at one end, so nothing slides" if half else "No date filter, so nothing slides"
        )
        self.status.say(
            (f"{why}: ", "text"),
            ("4", "key"),
            (" brushes a period, ", "muted"),
            ("d", "key"),
            (" picks one", "muted"),
        )

    def tell(self) -> None:
        """Say in the status line what is brushed, while When has the keyboard."""
        if self.panel != "when" or self.over or self.archive.damaged:
            super().tell()
            return
        self.key_row.show_for("brush" if self.when.is_brushed else "when")
        if self.when.brush is None:
            self.status.say(("No text here has a date", "text"), (" · Esc goes back", "muted"))
        elif self.when.applied:
            self._tell_applied()
        else:
            self._tell_brushed()

    def _tell_applied(self) -> None:
        shown = self.answer.tally.shown
        self.status.say(
            (self._in_force(), "text"),
            (f" · {count(shown, 'text') if shown else 'no texts'} · ", "muted"),
            *((("Enter", "key"), (" reads them · ", "faint")) if shown else ()),
            ("Esc", "key"),
            (" restores the filter", "faint"),
        )

    def _tell_brushed(self) -> None:
        """Say both ends and the count; where they stand beside the bars, say what is not applied yet."""
        named, *told = self.when.chosen()
        if not self.when.tells_itself:
            end = (" applies" if self.when.is_brushed else " shows it", "faint")
            self.status.say(
                (named[0], "strong"), (" · ", "faint"), *told, (" · ", "faint"), ("Enter", "key"), end
            )
        elif self.when.is_brushed:
            still = (f" The list below is still {self._in_force()}", "muted")
            self.status.say(("Not applied yet.", "text"), still)
        else:
            self.status.say(
                ("v", "key"),
                (" begins a period here, ", "muted"),
                ("Enter", "key"),
                (" shows it alone", "muted"),
            )

    def _in_force(self) -> str:
        """Return the dates in force as the filter bar names them."""
        return ", ".join(map(period, self._dates().split(","))) if self._dates() else "all dates"
