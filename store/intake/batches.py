"""Batches: what is kept as one transaction, and reported on only then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, NamedTuple

from store.archive.hits import Arrival, Outcome, Sighting
from store.intake.reports import Report, Tally

if TYPE_CHECKING:
    from store.archive.archive import Archive

_MOST: Final = 256
"""So many files at most are kept in one transaction: two segments' worth."""

_PATIENCE: Final = 2.0
"""Seconds after which the files read so far are kept, so that a report is never far behind."""

_MOST_BYTES: Final = 32_000_000
"""Bytes of documents that wait at most."""


class Waiting(NamedTuple):
    """A file, or a text of a file with many, that waits for the next transaction."""

    settled: Report | Tally | None = None
    """What can be reported without anything being kept."""
    name: str = ""
    arrival: Arrival | None = None
    notes: tuple[str, ...] = ()
    tally: Tally | None = None
    """Of the file that holds this text, if it holds many."""
    sighting: Sighting | None = None
    """Of a file that was read and had not changed."""

    def told(self, outcome: Outcome | None) -> Report | None:
        """Return what became of the file; None of one text of many."""
        if isinstance(self.settled, Tally):
            return self.settled.report()
        if outcome is None:
            return self.settled
        if self.tally:
            self.tally.count(outcome)
            return None
        return Report(outcome.state, self.name, outcome.id, self.notes)


class Batch:
    """What is kept as one transaction, and reported on only then."""

    def __init__(self, archive: Archive) -> None:
        """Begin with nothing."""
        self._archive = archive
        self._waiting: list[Waiting] = []
        self._weight = 0
        self._begun = time.monotonic()

    def add(self, waiting: Waiting) -> None:
        """Take in one more."""
        self._waiting.append(waiting)
        if waiting.arrival:
            self._weight += len(waiting.arrival.draft.written)

    @property
    def is_due(self) -> bool:
        """Tell whether it is time to keep these."""
        is_large = len(self._waiting) >= _MOST or self._weight >= _MOST_BYTES
        return is_large or time.monotonic() - self._begun >= _PATIENCE

    def kept(self) -> tuple[Report, ...]:
        """Keep all, return the reports in order, and begin anew."""
        waiting, self._waiting, self._weight = self._waiting, [], 0
        self._archive.sighted([w.sighting for w in waiting if w.sighting])
        outcomes = iter(self._archive.keep([w.arrival for w in waiting if w.arrival]))
        reports = [w.told(next(outcomes) if w.arrival else None) for w in waiting]
        self._begun = time.monotonic()
        return tuple(report for report in reports if report)
