"""ReasonPanel: reasons under a cursor, each with the words of the text that it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from tui.lines import Line
from tui.listing import Listing

if TYPE_CHECKING:
    from store.article import Article
    from tui.page import Mark
    from tui.reasons import ReasonLine


class Words(NamedTuple):
    """What a reason stands on: words in a paragraph, or words that only the text as received has."""

    place: Mark | None
    quote: str = ""


class ReasonPanel(Listing):
    """Reasons for something about one text, each over a few lines."""

    class Pointed(Message):
        """A reason was chosen; the article shows its words."""

        def __init__(self, words: Words) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, classes="reason")
        self.article: Article | None = None
        self._lines: Sequence[ReasonLine] = ()

    def lines(self, columns: int, here: int | None) -> Sequence[ReasonLine]:
        """Return the lines, from the cell after the bar; `here` is the reason under the cursor."""
        raise NotImplementedError

    def marks(self) -> list[Mark]:
        """Return the words in the text that the reasons stand on."""
        raise NotImplementedError

    def words(self, reason: int) -> Words:
        """Return what one reason stands on."""
        raise NotImplementedError

    def about(self, article: Article | None) -> None:
        """Take another article, or the same again; the cursor stays if it is the same."""
        if article is None or self.article is None or article.id != self.article.id:
            self.cursor = self.top = 0
        self.article = article
        self.cursor = max(0, min(self.cursor, self.length - 1))
        self._settle()

    def on_resize(self) -> None:
        """Wrap the reasons for the new width."""
        self._settle()

    def _settle(self) -> None:
        columns = self.size.width - 2
        here = self.cursor if self.has_focus else None
        self._lines = self.lines(columns, here) if self.article and columns > 0 else ()
        at = [i for i, one in enumerate(self._lines) if one.reason == self.cursor]
        if at:
            self.reveal(0 if self.cursor == 0 else at[0], at[-1])
        self.refresh()

    def content_at(self, y: int) -> Line:
        """Return one line, with the bar on the reason under the cursor."""
        at = self.top + y
        if at >= len(self._lines):
            return ()
        one = self._lines[at]
        return self.barred(one.content, self.has_focus and one.reason == self.cursor)

    def spots(self) -> list[tuple[int, int, int | None]]:
        """Return the head and the first line of each reason on the screen."""
        seen = [*enumerate(self._lines[self.top : self.top + self.room], 1 + self.gap)]
        first = {one.reason: y for y, one in reversed(seen) if one.reason is not None}
        return [*super().spots(), *((y, 0, reason) for reason, y in sorted(first.items()))]

    def item_at(self, x: int, y: int) -> int | None:
        """Return the reason on a row of the content."""
        return self._lines[self.top + y].reason if self.top + y < len(self._lines) else None

    def moved(self, before: int) -> None:
        """Bring the reason into sight."""
        self._settle()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor while the keyboard is here."""
        super().watch_has_focus(has_focus)
        self._settle()

    def action_choose(self) -> None:
        """Go to the words of the reason under the cursor."""
        if self.article and self.length:
            self.post_message(self.Pointed(self.words(self.cursor)))
