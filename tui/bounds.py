"""Bounds: what Textual offers beyond the screen, none of which this app does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from textual.app import App

_OURS: Final = frozenset(
    {"command_palette", "repaint", "help_quit", "quit", "focus_next", "focus_previous", "bell"}
)
"""Actions of the app that a key may ask for."""


class Bounds(App[None]):
    """An app that opens no browser, writes no file, and never stops for a shell, whatever asks for it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave alone what Textual could do besides."""
        return action in _OURS

    def open_url(self, *what: object, **how: object) -> None:
        """Open nothing."""

    def deliver_text(self, *what: object, **how: object) -> None:
        """Write nothing."""

    def deliver_binary(self, *what: object, **how: object) -> None:
        """Write nothing."""

    def save_screenshot(self, *what: object, **how: object) -> str:
        """Write nothing, to no file."""
        return ""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Keep the terminal."""
        yield

    def action_suspend_process(self) -> None:
        """Go on."""
