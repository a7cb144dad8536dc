"""Later: modules that a start can do without, loaded when something of them is first wanted."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

_FIRST_KEYS: Final = (
    "store.grammar", "store.archive.meaning", "store.completion",
    "tui.pickers", "tui.offers", "tui.candidates",
)  # fmt: skip
"""What the first filter of a desk needs."""


class Later:
    """Stands in for a module until then; any thread may be the first to want it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> object:
        """Return what the module calls so."""
        return getattr(import_module(self._name), name)


def make_ready(archive: Path) -> None:
    """Load what a start can do without, so that the first filter need not wait for it."""
    for name in _FIRST_KEYS:
        import_module(name)
    import_module("store.archive.vocabulary").also_named(archive)
