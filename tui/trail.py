"""Trail: the filters of one session in the order in which they were in force."""

from __future__ import annotations

from typing import NamedTuple

from store.query import Query


class Stop(NamedTuple):
    """A filter, and the text under the cursor when it was left."""

    query: Query
    row: str | None = None


class Trail:
    """The way to the filter in force, back and forward."""

    def __init__(self, query: Query) -> None:
        """Begin with the filter of the start."""
        self._stops = [Stop(query)]
        self._at = 0

    @property
    def here(self) -> Stop:
        """Where the reader is."""
        return self._stops[self._at]

    def stand(self, row: str | None) -> None:
        """Remember the text under the cursor."""
        self._stops[self._at] = self.here._replace(row=row)

    def note(self, query: Query) -> None:
        """Go on to another filter; what was ahead after steps back is forgotten."""
        if query != self.here.query:
            self._at += 1
            self._stops[self._at :] = [Stop(query)]

    def step(self, by: int) -> Stop | None:
        """Go one step back or forward; None where there is none."""
        if not 0 <= self._at + by < len(self._stops):
            return None
        self._at += by
        return self.here
