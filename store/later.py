"""Later: modules that a start can do without, loaded when something of them is first wanted."""

from __future__ import annotations

from importlib import import_module


class Later:
    """Stands in for a module until then; any thread may be the first to want it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> object:
        """Return what the module calls so."""
        return getattr(import_module(self._name), name)
