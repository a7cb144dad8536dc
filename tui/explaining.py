"""Explaining: the panels of reasons, of which one is open at a time."""

from __future__ import annotations

from tui.front_page import FrontPage
from tui.reason_panel import ReasonPanel
from tui.shape import REASONS


class Explaining(FrontPage):
    """The page with reasons that open and close."""

    _came_from = "timeline"

    @property
    def reasons(self) -> ReasonPanel | None:
        """The panel of reasons that has the keyboard or was opened."""
        name = self.panel if self.panel in REASONS else self.reason
        return self._reasons_of(name) if name else None

    def _reasons_of(self, name: str) -> ReasonPanel:
        return self.why if name == "why" else self.evidence

    def toggle_reasons(self, name: str) -> None:
        """Open a panel of reasons and give it the keyboard, or close it."""
        if self.panel == name:
            self.close_reasons()
            return
        if self.panel not in REASONS:
            self._came_from = self.panel
        self.reason = name
        self.place(self._reasons_of(name))
        self.reshape()
        self.give(name)

    def close_reasons(self) -> None:
        """Close the reasons and give the keyboard back to where it came from."""
        self.give(self._came_from)
