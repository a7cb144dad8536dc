"""Reasoning: the sentences behind what is shown."""

from __future__ import annotations

from textual import on

from tui.hand import Hand
from tui.reason_panel import ReasonPanel
from tui.shape import REASONS


class Reasoning(Hand):
    """Opens the panels of reasons and goes to their words."""

    @on(ReasonPanel.Pointed)
    def _on_reason(self, message: ReasonPanel.Pointed) -> None:
        place, quote = message.words
        if place:
            self.viewer.point(place)
        elif not (quote and self.viewer.point_raw(quote)):
            self.status.say(("No words of this text stand behind that.", "muted"))

    def action_evidence(self) -> None:
        """Open the evidence of the date, or close it."""
        self.learn("evidence")
        self._reason("evidence", "so there is no date to explain")

    def action_why(self) -> None:
        """Show why the text is in the list, or close that."""
        self._reason("why", "so there is nothing to explain")

    def action_reasons(self) -> None:
        """Give the keyboard to the reasons on the page; where there are none, open the evidence."""
        if self.reason_shown and self.reason_shown != self.panel:
            self.give(self.reason_shown)
        elif self.panel not in REASONS:
            self.action_evidence()

    def _reason(self, name: str, otherwise: str) -> None:
        if self.viewer.article is None and self.panel != name:
            self.status.say((f"No text is open, {otherwise}.", "muted"))
            return
        self.toggle_reasons(name)
        self.explain_row(self.viewer.article)
        self.relight()
        self.tell()
