"""What a start of the desk can do without, but its first keys cannot: it is loaded behind the first frame."""

from __future__ import annotations

from importlib import import_module
from typing import Final

_FIRST_TEXT: Final = ("store.document", "tui.roll", "tui.page", "tui.landmarks", "tui.reasons")
"""What the first text that is shown needs, a moment after the list."""

_FIRST_KEYS: Final = (
    "store.grammar", "store.archive.meaning", "store.archive.vocabulary", "store.completion",
    "tui.pickers", "tui.offers", "tui.candidates",
)  # fmt: skip
"""What the first filter of a desk needs."""


def make_ready() -> None:
    """Load what a start can do without, so that neither the first text nor the first filter waits for it."""
    for name in (*_FIRST_TEXT, *_FIRST_KEYS):
        import_module(name)
