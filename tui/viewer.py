"""ArticleViewer: one text as a page with numbered paragraphs and a paragraph cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.message import Message

from store.archive.marks import SILENT
from store.archive.marks import Mark as Said
from store.later import Later
from tui.keys import bindings
from tui.lines import Line, line
from tui.measure import MEASURE
from tui.panel import Panel
from tui.show import show

if TYPE_CHECKING:
    from store.article import Article
    from tui import landmarks, page
    from tui.page import Mark
else:
    landmarks, page = map(Later, ("tui.landmarks", "tui.page"))

_NARROW = 52
"""Columns below which the margin is three cells instead of five."""

_SHORTEST: Final = 24
"""The fewest cells of a line that a reader can ask for."""

_STEP: Final = 4
"""Cells by which lines become longer or shorter."""


class ArticleViewer(Panel):
    """The text under the Timeline's cursor."""

    NUMBER = "2"
    NAME = "Article"
    BINDINGS = bindings("panel")

    class Left(Message):
        """Another article is shown now; this one was left at a paragraph."""

        def __init__(self, article: str, paragraph: int) -> None:
            super().__init__()
            self.article = article
            self.paragraph = paragraph

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.marks: tuple[Mark, ...] = ()
        self.raw = False
        self.paragraph = 0
        self._widest = MEASURE
        self.now: Mark | None = None
        """The marked words that the reader stands on."""
        self._stood = 0
        self._said = SILENT
        self.is_being_read = False
        """Whether the keyboard was here since this article is shown."""
        self._lines: list[page.PageLine] = []

    def read(self, article: Article | None, marks: Sequence[Mark], said: Said = SILENT) -> None:
        """Show an article from its head, or nothing.

        Args:
            said: The tags and notes of the reader.
        """
        marks = tuple(sorted(marks, key=landmarks.reading_order))
        if (article, marks, said) == (self.article, self.marks, self._said):
            return
        other = article is None or self.article is None or article.id != self.article.id
        if other and self.article and self.is_being_read:
            self.post_message(self.Left(self.article.id, self.paragraph))
        self._said = said
        self.article, self.marks = article, marks
        if other:
            self.top = self.paragraph = 0
            self.raw, self.now, self.is_being_read = False, None, False
        self._typeset()
        if other and self.has_focus:
            self._begin()

    def on_focus(self) -> None:
        """Begin to read."""
        if not self.is_being_read:
            self._begin()

    def _begin(self) -> None:
        """Read, from the paragraph at which the text was left, unless the reader was led to another."""
        self.is_being_read = self.article is not None
        if self._said.place and not self.paragraph and self.now is None:
            self.go(self._said.place)

    def annotate(self, said: Said) -> None:
        """Show other tags and notes, at the same place of the text."""
        before, self._said = self._said, said
        if (said.tags, said.notes) != (before.tags, before.notes):
            self._typeset()

    def mark(self, marks: Sequence[Mark]) -> None:
        """Lay other words on the mark, at the same place of the text."""
        self.marks, self.now = tuple(sorted(marks, key=landmarks.reading_order)), None
        self._typeset()

    def widen(self, by: int) -> int:
        """Set longer or shorter lines, no longer than there is room for; return their cells."""
        room = self.size.width - self.margin - 1
        wanted = max(_SHORTEST, min(self._widest, room) + by * _STEP)
        self._widest = wanted if wanted < room else max(MEASURE, room)
        self.on_resize()
        return min(self._widest, room)

    def on_resize(self) -> None:
        """Wrap the text for the new width and keep the paragraph in sight."""
        self._typeset()
        if self.top:
            self._reveal(*page.extent(self._lines, self.paragraph))

    @property
    def margin(self) -> int:
        """Cells before the text: bar, paragraph number, space."""
        if self.size.width >= _NARROW:
            return 5
        return 3 if self.article is None or len(self.article.body) < 10 else 4

    def _typeset(self) -> None:
        columns = self.size.width
        if self.article is None or not columns:
            self._lines = []
        elif self.raw:
            self._lines = page.raw(self.article, columns, self.margin)
        else:
            self._lines = page.page(
                self.article, columns, self.margin, self.marks, self.now, self._said, self._widest
            )
        self.top = max(0, min(self.top, len(self._lines) - 1))
        self.refresh()

    def position(self) -> str:
        """Return `¶1-3 of 9`: the paragraphs in sight."""
        if self.article is None or self.raw:
            return "as received" if self.raw else ""
        window = self._lines[self.top : self.top + self.room]
        seen = [one.paragraph for one in window if one.paragraph is not None]
        if not seen:
            return ""
        span = f"{seen[0] + 1}–{seen[-1] + 1}" if seen[0] != seen[-1] else f"{seen[0] + 1}"
        return f"¶{span} of {len(self.article.body)}"

    def content_at(self, y: int) -> Line:
        """Return one line of the page: bar, number, text."""
        at = self.top + y
        if at >= len(self._lines):
            return ()
        one, margin = self._lines[at], self.margin
        here = one.paragraph is not None and one.paragraph == self.paragraph and self.has_focus
        if one.paragraph is None:
            left = margin if margin == 5 or not one.stands_out else 1
            return line((" " * left, "text"), *one.content)
        number = f"{one.paragraph + 1:>{margin - 3 if margin > 3 else 1}}" if one.first else ""
        gutter = line((f"{number:<{margin - 1}}", "number" if here else "faint"))
        return self.barred((*gutter, *one.content), here)

    def spots(self) -> list[tuple[int, int, int | None]]:
        """Return the head and the first line of each paragraph on the screen."""
        seen = enumerate(self._lines[self.top : self.top + self.room], 1 + self.gap)
        found = [(y, 0, one.paragraph) for y, one in seen if one.first and one.paragraph is not None]
        return [*super().spots(), *found]

    def stand_on(self, item: int) -> None:
        """Go to a paragraph."""
        self.go(item)

    def item_at(self, x: int, y: int) -> int | None:
        """Return the paragraph on a row of the content."""
        return self._lines[self.top + y].paragraph if self.top + y < len(self._lines) else None

    def _reveal(self, first: int, end: int) -> None:
        """Scroll so that lines are in sight, from their first if they are too many."""
        is_near_head = self.paragraph == 0 and first < min(self.top, self.room)
        self.reveal(0 if is_near_head else first, end - 1)
        self.refresh()

    def scroll_lines(self, by: int) -> None:
        """Scroll by lines; the cursor follows to a paragraph in sight."""
        self.top = max(0, min(self.top + by, len(self._lines) - self.room))
        window = self._lines[self.top : self.top + self.room]
        seen = [one.paragraph for one in window if one.paragraph is not None]
        near = [one.paragraph for one in window if one.first and one.paragraph is not None] or seen
        ahead = [paragraph for paragraph in near if (paragraph - self.paragraph) * by > 0]
        if near and self.paragraph not in near and (ahead or self.paragraph not in seen):
            self.paragraph = (ahead or near)[0 if by > 0 else -1]
        elif not near and any(one.paragraph is not None for one in self._lines[: self.top]):
            self.paragraph = max(one.paragraph or 0 for one in self._lines)
        self.refresh()

    def action_step(self, by: int) -> None:
        """Go to the next or previous paragraph; what is longer is read by thirds of a page."""
        if self.article is None:
            return
        first, end = page.extent(self._lines, self.paragraph)
        third = max(1, self.room // 3)
        if self.raw:
            self.scroll_lines(by)
        elif by > 0 and end > self.top + self.room:
            self.scroll_lines(third)
        elif by < 0 and first < self.top:
            self.scroll_lines(-third)
        elif 0 <= self.paragraph + by < len(self.article.body):
            self.go(self.paragraph + by)
        else:
            self.scroll_lines(by * third)

    def go(self, paragraph: int) -> None:
        """Put the cursor on a paragraph and bring it into sight."""
        if self.article is None or not self.article.body:
            return
        if self.raw:
            self.toggle_raw()
        self.paragraph = max(0, min(paragraph, len(self.article.body) - 1))
        self._reveal(*page.extent(self._lines, self.paragraph))

    def action_page(self, by: int) -> None:
        """Scroll one page."""
        self.scroll_lines(by * max(1, self.room - 1))

    def action_half(self, by: int) -> None:
        """Scroll half a page."""
        self.scroll_lines(by * max(1, self.room // 2))

    def action_top(self) -> None:
        """Go to the headline."""
        self.paragraph = 0
        self.scroll_lines(-len(self._lines))

    def action_bottom(self) -> None:
        """Go to the last paragraph and what follows it."""
        self.scroll_lines(len(self._lines))
        self.paragraph = len(self.article.body) - 1 if self.article and self.article.body else 0

    def toggle_raw(self) -> None:
        """Show the text as received, or cleaned again."""
        self.raw, self.top = not self.raw, 0
        self._typeset()

    def next_mark(self, by: int) -> tuple[int, int]:
        """Go to the next marked words, else the next mention; return which of how many it is."""
        if self.raw:
            self.toggle_raw()
        every = page.shown(self._lines, self.marks)
        every = every or page.shown(self._lines, landmarks.named(self.article))
        if not every:
            return 0, 0
        at_head = self.top == 0 and self.paragraph == 0
        at = landmarks.following(every, self._here, None if at_head else self.paragraph, by)
        self.point(every[at])
        return at + 1, len(every)

    def land(self) -> None:
        """Stand on the first words that are marked."""
        if first := page.shown(self._lines, self.marks):
            self.point(first[0])

    @property
    def pointed(self) -> str | None:
        """The entity at the words that the reader stands on, else the first one of the paragraph."""
        return landmarks.entity_at(self.article, self.paragraph, self._here)

    @property
    def _here(self) -> Mark | None:
        """The marked words that the reader stands on, unless the cursor has left them."""
        return self.now if self.paragraph == self._stood else None

    def point_raw(self, quote: str) -> bool:
        """Bring words that only the text as received has into sight; tell whether they stand on one line."""
        if not self.raw:
            self.toggle_raw()
        every = enumerate(self._lines)
        at = [i for i, one in every if show(quote) in "".join(text for text, _ in one.content)]
        self.top = max(0, min(at[0] - self.room // 3, len(self._lines) - self.room)) if at else 0
        self.refresh()
        return bool(at)

    def point(self, words: Mark) -> None:
        """Stand on some words and bring their line into sight."""
        self.now, self.raw = words, False
        if words[0] >= 0:
            self.paragraph = words[0]
        self._stood = self.paragraph
        self._typeset()
        every = enumerate(self._lines)
        lines = [i for i, one in every if one.source == words[0] and one.start <= words[1] < one.end]
        if lines:
            self._reveal(lines[0], lines[0] + 1)
