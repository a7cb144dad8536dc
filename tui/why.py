"""Why: what of the filter holds for the text under the cursor, a chip each, with the words that show it."""

from __future__ import annotations

from collections.abc import Sequence

from store.archive.whys import Why
from store.article import Article
from tui.page import Mark
from tui.reason_panel import ReasonPanel, Words
from tui.reasons import ReasonLine
from tui.why_lines import why_lines


class WhyPanel(ReasonPanel):
    """The reasons why a text is in the list."""

    NUMBER = "6"
    NAME = "Why"

    whys: Sequence[Why] = ()
    """A reason for each chip."""

    def explain(self, article: Article | None, whys: Sequence[Why]) -> None:
        """Show why an article is in the list."""
        self.whys = whys
        self.about(article)

    @property
    def length(self) -> int:
        """How many reasons there are."""
        return len(self.whys)

    def position(self) -> str:
        """Return what is explained."""
        return "this row"

    def lines(self, columns: int, here: int | None) -> Sequence[ReasonLine]:
        """Return each chip with a quote and what it says."""
        if self.article is None:
            return ()
        brackets = "[]" if self.app.has_class("-mono") else "  "
        return why_lines(self.article, self.whys, columns, here, brackets)

    def marks(self) -> list[Mark]:
        """Return all words for which the chips hold."""
        return list(dict.fromkeys(place for why in self.whys if why.holds for place in why.places))

    def words(self, reason: int) -> Words:
        """Return the first words that show why a chip holds."""
        return Words(next(iter(self.whys[reason].places), None))
