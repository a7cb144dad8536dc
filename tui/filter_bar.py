"""FilterBar: what is filtered, as chips."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message

from store.archive.hits import Tally
from tui.keyboard import Keyboard
from tui.keys import hints
from tui.lines import Line, cells, line, spread
from tui.measure import clip, width
from tui.panel import Painted

_ALL = hints("party", "date", "entity", "filter")


class FilterBar(Painted):
    """Row 0: the whole truth about what is hidden."""

    keyboard = Keyboard()
    """The keys in force."""

    plain = False
    """Whether there is no colour, so that chips stand in brackets."""

    class Clicked(Message):
        """A chip was clicked."""

        def __init__(self, chip: int) -> None:
            super().__init__()
            self.chip = chip

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.chips: Sequence[tuple[str, str, bool]] = ()
        self.tally: Tally | None = None
        self._ends: list[tuple[int, int]] = []
        """The cells from which to which each chip on the bar goes."""

    def tell(self, chips: Sequence[tuple[str, str, bool]], tally: Tally) -> None:
        """Show the chips in force and what they leave."""
        self.chips, self.tally = chips, tally
        self.refresh()

    def line_at(self, y: int) -> Line:
        """Return name and chips at the left, counts at the right."""
        columns, right = self.size.width, self._counts()
        left = line((" newsdesk  ", "bold"))
        self._ends = []
        if not self.chips:
            left = line(*left, ("All texts ", "text"))
            for key, word in _ALL:
                hint = self.keyboard.in_force((("  ", "text"), (key, "key"), (f" {word}", "faint")))
                if cells((*left, *hint, *right)) + 2 <= columns:
                    left = line(*left, *hint)
        else:
            left = line(*left, *self._chips(columns - cells(left) - cells(right) - 2, cells(left)))
        return spread(left, line(*right, (" ", "text")), columns)

    def on_click(self, event: events.Click) -> None:
        """Name the chip that was clicked; the second half of a double click would hit the next one."""
        if event.button == 1 and event.chain == 1:
            for chip, (start, end) in enumerate(self._ends):
                if start <= event.x < end:
                    self.post_message(self.Clicked(chip))

    def _chips(self, room: int, x: int = 0) -> Line:
        """Return as many chips as there is room for, from a cell on, and how many more there are."""
        spans: list[tuple[str, str]] = []
        for number, chip in enumerate(self.chips):
            one, rest = self._chip(chip), len(self.chips) - number
            more = self._chip(("", f"+{rest}", False))
            free = room - cells(spans) - (cells(more) + 1 if rest > 1 else 0)
            if number == 0 and (kept := width(chip[1]) - cells(one) + free) > 1:
                one = self._chip((chip[0], clip(chip[1], kept), chip[2]))
            if cells(one) > free:
                return line(*spans, *more)
            self._ends.append((x + cells(spans), x + cells(spans) + cells(one)))
            spans += [*one, (" ", "text")]
        return line(*spans)

    def _chip(self, chip: tuple[str, str, bool]) -> Line:
        field, value, excluded = chip
        before, after = ("[", "]") if self.plain else (" ", " ")
        muted = " ".join(part for part in ("not" if excluded else "", field) if part)
        return line(
            (before, "chip"), (f"{muted} " if muted else "", "chip-muted"), (value, "chip"), (after, "chip")
        )

    def _counts(self) -> Line:
        tally = self.tally
        if tally is None:
            return ()
        unread = f" · {tally.unread:,} unread" if tally.unread else ""
        return line(
            (f"{tally.shown:,} of {tally.texts:,}{unread}", "muted"),
            (f" · {tally.starred:,} " if tally.starred else "", "muted"),
            ("★" if tally.starred else "", "warn"),
        )
