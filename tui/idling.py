"""Idling: something that is done once nobody has touched the desk for a while."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from textual.app import App
from textual.timer import Timer


class Idling:
    """A time without a touch, after which something is done, once until the next touch.

    Its one timer is set for the whole time, and again for what is left of it when it rings too early: a touch
    costs a glance at the clock, and an idle desk wakes once.
    """

    def __init__(self, app: App[None], seconds: float, then: Callable[[], None]) -> None:
        """Take what to do, and after how long."""
        self._app = app
        self._seconds = seconds
        self._then = then
        self._touched = 0.0
        self._timer: Timer | None = None

    def touch(self) -> None:
        """Begin anew."""
        self._touched = monotonic()
        if self._timer is None:
            self._set(self._seconds)

    def _set(self, seconds: float) -> None:
        self._timer = self._app.set_timer(seconds, self._ring)

    def _ring(self) -> None:
        self._timer = None
        left = self._touched + self._seconds - monotonic()
        if left > 0:
            self._set(left)
        else:
            self._then()
