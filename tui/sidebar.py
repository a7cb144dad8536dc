"""EntitySidebar: who and what the text names, here and in all texts found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from store.later import Later
from tui.found import Totals
from tui.keys import bindings
from tui.lines import Line
from tui.listing import Listing

if TYPE_CHECKING:
    from store.article import Article
    from tui import roll
    from tui.choices import How
    from tui.roll import Entry, RollLine
else:
    roll = Later("tui.roll")


class EntitySidebar(Listing):
    """Parties, people, organisations, places, events and contacts of one text."""

    NUMBER = "3"
    NAME = "Entities"
    BINDINGS = bindings("panel", "entities")

    run_in = False
    """Whether the kinds are run in, one row each, for want of room."""

    class Pointed(Message):
        """The cursor stands on an entity, or on none."""

        def __init__(self, entity: str | None) -> None:
            super().__init__()
            self.entity = entity

    class Chosen(Message):
        """An entity was chosen as a filter."""

        def __init__(self, entity: str, kind: str, how: How) -> None:
            super().__init__()
            self.entity = entity
            self.kind = kind
            self.how = how

    class Cited(Message):
        """A contact was chosen, which stands in a paragraph."""

        def __init__(self, paragraph: int) -> None:
            super().__init__()
            self.paragraph = paragraph

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.roll: list[Entry] = []
        self._totals = Totals({}, {}, {})
        self._lines: list[RollLine] = []

    def call(self, article: Article | None, totals: Totals) -> None:
        """Show what an article names; the cursor stays on the entity it was on, if that is named here too."""
        before = self.pointed
        self._totals = totals
        self.roll = roll.entries(article, totals.counts, totals.letters, totals.corrected) if article else []
        again = [i for i, entry in enumerate(self.roll) if entry.entity == before and before]
        self.cursor = again[0] if again else 0
        self.settle()

    @property
    def length(self) -> int:
        """How many entries there are."""
        return len(self.roll)

    @property
    def pointed(self) -> str | None:
        """The entity under the cursor."""
        return self.roll[self.cursor].entity if self.cursor < len(self.roll) else None

    def settle(self) -> None:
        """Lay the roll out for the size there is and keep the cursor in sight."""
        columns = self.size.width - 2
        chosen = self.cursor if self.has_focus else None
        if not self.roll:
            self._lines = []
        elif self.run_in:
            self._lines = roll.run_in(self.roll, columns, chosen)
        else:
            self._lines = roll.column(self.roll, columns, self._totals.names, chosen)
        self.top = max(0, min(self.top, len(self._lines) - 1))
        self._reveal()
        self.refresh()

    def on_resize(self) -> None:
        """Lay the roll out again."""
        self.settle()

    def _reveal(self) -> None:
        at = [i for i, one in enumerate(self._lines) if self.cursor in one.entries]
        if not at:
            return
        self.reveal(0 if self.cursor == 0 else at[0], at[-1])

    def position(self) -> str:
        """Return `7/12` while the keyboard is here."""
        return f"{self.cursor + 1}/{len(self.roll)}" if self.has_focus and self.roll else ""

    def spots(self) -> list[tuple[int, int, int | None]]:
        """Return the head and the beginning of each entry on the screen."""
        found: list[tuple[int, int, int | None]] = []
        for y, one in enumerate(self._lines[self.top : self.top + self.room], 1 + self.gap):
            places = roll.starts(one) if self.run_in else [0]
            found += [(y, x, entry) for x, entry in zip(places, one.entries, strict=False)]
        first = {entry: (y, x) for y, x, entry in reversed(found)}
        return [*super().spots(), *((y, x, entry) for entry, (y, x) in sorted(first.items()))]

    def item_at(self, x: int, y: int) -> int | None:
        """Return the entry on a row of the content, where several are run in the one at the cell."""
        if self.top + y >= len(self._lines):
            return None
        one = self._lines[self.top + y]
        begun = [entry for start, entry in zip(roll.starts(one), one.entries, strict=False) if start <= x]
        return next(iter(begun[-1:] if self.run_in else one.entries), None)

    def content_at(self, y: int) -> Line:
        """Return one line, the cursor's with its bar."""
        at = self.top + y
        if at >= len(self._lines):
            return ()
        one = self._lines[at]
        if y == self.room - 1 and not one.entries and at + 1 < len(self._lines):
            return ()  # a heading without anything below it
        here = self.has_focus and self.cursor in one.entries
        return self.barred(one.content, here)

    def moved(self, before: int) -> None:
        """Bring the entry into sight and name its entity."""
        self.settle()
        self.post_message(self.Pointed(self.pointed))

    def action_choose(self) -> None:
        """Filter by the entity under the cursor, or go to the sentence of a contact."""
        if not self.roll:
            return
        entry = self.roll[self.cursor]
        if entry.entity:
            self.post_message(self.Chosen(entry.entity, entry.kind, "only"))
        elif entry.paragraph is not None:
            self.post_message(self.Cited(entry.paragraph))

    def action_filter(self, how: How) -> None:
        """Filter by the entity under the cursor, or leave it out."""
        if self.roll and (entry := self.roll[self.cursor]).entity:
            self.post_message(self.Chosen(entry.entity, entry.kind, how))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor while the keyboard is here, and have its entity lit in the article."""
        super().watch_has_focus(has_focus)
        self.settle()
        self.post_message(self.Pointed(self.pointed if has_focus else None))
