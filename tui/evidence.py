"""Evidence: the words that decided the date, what they say, and the rivals they beat."""

from __future__ import annotations

from textual.message import Message

from store.article import Article, Evidence
from tui.lines import Line
from tui.listing import Listing
from tui.page import Mark
from tui.reasons import ReasonLine, reasons


class EvidencePanel(Listing):
    """The reasons for one text's date, each with its sentence."""

    NUMBER = "i"
    NAME = "Evidence"

    class Pointed(Message):
        """A reason was chosen whose words stand in the text."""

        def __init__(self, words: Mark) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self._lines: list[ReasonLine] = []

    def explain(self, article: Article | None) -> None:
        """Show the reasons for an article's date; the cursor stays if it is the same article."""
        if article is None or self.article is None or article.id != self.article.id:
            self.cursor = self.top = 0
        self.article = article
        self.cursor = max(0, min(self.cursor, self.length - 1))
        self._settle()

    @property
    def items(self) -> tuple[Evidence, ...]:
        """The evidence, then what was rejected."""
        return (*self.article.date.evidence, *self.article.date.rejected) if self.article else ()

    @property
    def length(self) -> int:
        """How many reasons there are."""
        return len(self.items)

    def marks(self) -> list[Mark]:
        """Return the words in the text that decided."""
        if self.article is None:
            return []
        return [words for item in self.article.date.evidence if (words := find(self.article, item))]

    def on_resize(self) -> None:
        """Wrap the reasons for the new width."""
        self._settle()

    def _settle(self) -> None:
        columns = self.size.width - 2
        here = self.cursor if self.has_focus else None
        self._lines = reasons(self.article, columns, here) if self.article and columns > 0 else []
        at = [i for i, one in enumerate(self._lines) if one.reason == self.cursor]
        if at and self.cursor == 0:
            self.top = 0
        elif at and at[0] < self.top:
            self.top = at[0]
        elif at and at[-1] >= self.top + self.room:
            self.top = at[-1] - self.room + 1
        self.refresh()

    def position(self) -> str:
        """Return what is explained."""
        return "date"

    def content_at(self, y: int) -> Line:
        """Return one line, with the bar on the reason under the cursor."""
        at = self.top + y
        if at >= len(self._lines):
            return ()
        one = self._lines[at]
        return self.barred(one.content, self.has_focus and one.reason == self.cursor)

    def moved(self, before: int) -> None:
        """Bring the reason into sight."""
        self._settle()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the cursor while the keyboard is here."""
        super().watch_has_focus(has_focus)
        self._settle()

    def action_choose(self) -> None:
        """Go to the words of the reason under the cursor."""
        if self.article and self.items and (words := find(self.article, self.items[self.cursor])):
            self.post_message(self.Pointed(words))


def find(article: Article, item: Evidence) -> Mark | None:
    """Return where the words of a piece of evidence stand in the article, if they do."""
    if item.paragraph is None:
        return None
    start = article.paragraph(item.paragraph).find(item.quote)
    return (item.paragraph, start, start + len(item.quote)) if start >= 0 and item.quote else None
