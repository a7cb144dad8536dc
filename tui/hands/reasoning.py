"""Reasoning: the sentences behind what is shown."""

from __future__ import annotations

from textual import on

from tui.evidence import EvidencePanel
from tui.newsroom import Newsroom


class Reasoning(Newsroom):
    """Opens the panels of reasons and goes to their words."""

    @on(EvidencePanel.Pointed)
    def _on_reason(self, message: EvidencePanel.Pointed) -> None:
        self.viewer.point(message.words)

    def action_evidence(self) -> None:
        """Open the evidence of the date, or close it."""
        self.learn("evidence")
        if self.viewer.article is None and self.panel != "evidence":
            self.status.say(("No text is open, so there is no date to explain.", "muted"))
            return
        self.toggle_evidence()
        self.relight()
