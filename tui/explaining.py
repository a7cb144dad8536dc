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

    def give(self, panel: str) -> None:
        """Close every layer and give the keyboard to a panel; reasons are opened for that."""
        if panel in REASONS:
            if self.panel not in REASONS:
                self._came_from = self.panel
            self.docked = panel
            self.place(self._reasons_of(panel))
        super().give(panel)

    def toggle_reasons(self, name: str) -> None:
        """Open a panel of reasons and give it the keyboard, or close it."""
        if self.panel == name:
            self.close_reasons()
        else:
            self.give(name)

    def close_reasons(self) -> None:
        """Close the reasons and give the keyboard back to where it came from."""
        self.docked = "evidence"
        self.give(self._came_from)
