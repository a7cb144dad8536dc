"""Evidence: the words that decided the date, what they say, and the rivals they beat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.later import Later
from tui.reason_panel import ReasonPanel, Words

if TYPE_CHECKING:
    from store import finding
    from store.article import Article, Evidence
    from tui import reasons
    from tui.page import Mark
    from tui.reasons import ReasonLine
else:
    finding, reasons = map(Later, ("store.finding", "tui.reasons"))


class EvidencePanel(ReasonPanel):
    """The reasons for one text's date, each with its sentence."""

    NUMBER = "6"
    NAME = "Evidence"

    def explain(self, article: Article | None) -> None:
        """Show the reasons for an article's date."""
        self.about(article)

    @property
    def items(self) -> tuple[Evidence, ...]:
        """The evidence, then what was rejected, in the order in which they are shown."""
        return (*self.article.date.evidence, *reasons.ranked(self.article.date)) if self.article else ()

    @property
    def length(self) -> int:
        """How many reasons there are."""
        return len(self.items)

    def position(self) -> str:
        """Return what is explained."""
        return "date"

    def lines(self, columns: int, here: int | None) -> Sequence[ReasonLine]:
        """Return the evidence under Day and Year, then the rivals."""
        return reasons.reasons(self.article, columns, here) if self.article else ()

    def marks(self) -> list[Mark]:
        """Return the words in the text that decided."""
        if self.article is None:
            return []
        found = (finding.evidenced(self.article, item) for item in self.article.date.evidence)
        return [words for words in found if words]

    def words(self, reason: int) -> Words:
        """Return the words that a piece of evidence quotes."""
        item = self.items[reason]
        return Words(finding.evidenced(self.article, item) if self.article else None, item.quote)
