"""WaysOut: what stands in the Article's place when nothing matches: every way out, with its count."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from tui.lines import Line, line
from tui.listing import Listing
from tui.measure import clip, width, wrap
from tui.wording import count

_ABOVE = 4
"""Lines before the first way out, where there is no sentence on why."""


class WaysOut(Listing):
    """The chips that could be left out, the one that brings most texts first."""

    NUMBER = "2"
    NAME = "Article"

    class LeftOut(Message):
        """A chip shall be left out."""

        def __init__(self, chip: int) -> None:
            super().__init__()
            self.chip = chip

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.ways: Sequence[tuple[int, str, int]] = ()
        self.texts = 0
        self.why = ""

    def offer(self, ways: Sequence[tuple[int, str, int]], texts: int, why: str = "") -> None:
        """Show (chip, its value, texts without it), or that the archive has no texts.

        Args:
            texts: How many texts the archive has at all.
            why: A sentence on why nothing is found, where there is more to say than that.
        """
        self.ways, self.texts, self.why = ways, texts, why
        self.cursor = self.top = 0
        self.refresh()

    @property
    def length(self) -> int:
        """How many ways there are."""
        return len(self.ways)

    def moved(self, before: int) -> None:
        """Bring the cursor's way into sight, with what stands above the first as long as there is room."""
        self.top = max(0, self.cursor + self._above + 1 - self.room)
        self.refresh()

    def content_at(self, y: int) -> Line:
        """Return the sentence, the ways out, or the keys that always help."""
        if not self.texts:
            return self._no_texts(y)
        y += self.top
        if y == 1:
            chips = "the filter" if len(self.ways) == 1 else f"{len(self.ways)} chips"
            return line(("    ", "text"), (f"Nothing matches {chips}.", "bold"))
        told, above = self._told, self._above
        if 0 <= y - 2 < len(told):
            return line((f"    {told[y - 2]}", "text"))
        if y == above - 1:
            return line(("    Leave one out, and there is:", "muted"))
        at = y - above
        if 0 <= at < len(self.ways):
            return self._way(at)
        return {
            len(self.ways) + 1: line(
                ("    ", "text"), ("Enter", "key"), (" leaves out the marked chip", "muted")
            ),
            len(self.ways) + 2: line(
                ("    ", "text"),
                ("Backspace", "key"),
                (" drops the last, ", "muted"),
                ("0", "key"),
                (" clears all", "muted"),
            ),
        }.get(at, ())

    def item_at(self, x: int, y: int) -> int | None:
        """Return the way out on a row of the content."""
        at = y + self.top - self._above
        return at if self.texts and 0 <= at < len(self.ways) else None

    @property
    def _told(self) -> list[str]:
        """The sentence on why nothing is found, in lines."""
        room = max(20, self.size.width - 6)
        return [self.why[start:end] for start, end in wrap(self.why, room)] if self.why else []

    @property
    def _above(self) -> int:
        """Lines before the first way out."""
        return _ABOVE + len(self._told)

    def _way(self, at: int) -> Line:
        ink = "bold" if at == self.cursor else "muted"
        counts = [count(texts, "text") for _, _, texts in self.ways]
        room = self.size.width - len("▌   without     ") - max(map(len, counts)) - 1
        values = [clip(value, room) for _, value, _ in self.ways]
        gap = " " * (max(map(width, values)) - width(values[at]) + 4)
        content = line((f"   without {values[at]}{gap}{counts[at]}", ink))
        return self.barred(content, at == self.cursor)

    def _no_texts(self, y: int) -> Line:
        if self.why:
            return line(("    ", "text"), (self.why, "bold")) if y == 1 else ()
        return {
            1: line(("    ", "text"), ("No articles yet.", "bold")),
            3: line(("    ", "text"), ("newsdesk import DIR", "key")),
            4: line(("    reads a folder of wire texts.", "muted")),
        }.get(y, ())

    def action_choose(self) -> None:
        """Leave out the chip under the cursor."""
        if self.ways:
            self.post_message(self.LeftOut(self.ways[self.cursor][0]))
