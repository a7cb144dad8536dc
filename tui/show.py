"""The one way out for foreign text: whatever a screen or a terminal gets has passed `show`."""

from __future__ import annotations

from typing import Final

from store.wire.clean import sanitise

_BREAKS: Final = str.maketrans("\n\t", "  ")


def show(text: str) -> str:
    """Return foreign text as one harmless line: no controls, no line ends, no tabs."""
    return sanitise(text).translate(_BREAKS)
