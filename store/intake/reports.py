"""Reports: what became of each file that was to be taken in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from store.archive.hits import Outcome

State = Literal["added", "replaced", "unchanged", "refused"]
"""What became of a file; of one with many texts the first of these that became of any of them."""

STATES: Final[tuple[State, ...]] = ("added", "replaced", "unchanged", "refused")

_NAMED: Final = 5
"""So many refused lines of one file are named."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the texts of a file that holds many."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    refused: int = 0

    def __str__(self) -> str:
        told = [f"{getattr(self, state)} {state}" for state in STATES if getattr(self, state)]
        return ", ".join(told) or "no texts"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file."""

    state: State
    file: str
    """Its name as it was given or found, printable."""
    detail: str
    """The id of its article; of a refused file the reason; of one with many texts how many."""
    notes: tuple[str, ...] = ()
    """What a reporter should know of a file that was taken in all the same."""
    counts: Counts | None = None
    """Of a file that holds many texts."""

    @property
    def complete(self) -> bool:
        """Tell whether nothing of the file was refused."""
        return self.state != "refused" and not (self.counts and self.counts.refused)

    def __str__(self) -> str:
        line = f"{self.state:<9}  {self.file}  {self.detail}"
        return f"{line}  ({'; '.join(self.notes)})" if self.notes else line


class Tally:
    """Counts what becomes of the texts of one file, and in the end reports on it."""

    def __init__(self, file: str) -> None:
        """Begin to count for a file of this name."""
        self._file = file
        self._states: Counter[State] = Counter()
        self._notes: list[str] = []

    def count(self, outcome: Outcome) -> None:
        """Count a text that is kept."""
        self._states[outcome.state] += 1

    def skip(self) -> None:
        """Count a text that was kept before."""
        self._states["unchanged"] += 1

    def refuse(self, line: int | None, reason: str) -> None:
        """Count a line that is refused, or the rest of the file."""
        self._states["refused"] += 1
        if self._states["refused"] <= _NAMED:
            self._notes.append(f"line {line}: {reason}" if line else reason)

    def report(self) -> Report:
        """Return what became of the file."""
        counts = Counts(**{state: self._states[state] for state in STATES})
        unnamed = counts.refused - _NAMED
        notes = (*self._notes, f"{unnamed} more lines refused") if unnamed > 0 else tuple(self._notes)
        state: State = next((s for s in STATES if self._states[s]), "refused")
        if state == "refused":
            return Report(state, self._file, notes[0] if notes else "holds no texts", notes[1:], counts)
        return Report(state, self._file, _detail(counts), notes, counts)


def _detail(counts: Counts) -> str:
    told = str(counts)
    number, _, state = told.partition(" ")
    return told if "," in state else f"{number} text{'' if number == '1' else 's'}"
