"""The table of figures: one line each, with the floor beside it and whether the goal is met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HEADING: Final = (
    f"{'figure (medians of interleaved runs)':<52}{'newsdesk':>14}{'floor':>12}{'ratio':>9}{'goal':>9}"
)
"""What stands above the lines."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    unit: str
    floor: float | None = None
    most: float = 0
    """The goal: of the ratio where there is a floor, else of the figure itself."""
    least: float = 0
    """The goal of what should be much, in the place of `most`: of the figure itself."""

    @property
    def ratio(self) -> float | None:
        """How many times the floor; None where there is none."""
        return self.ours / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        if self.least:
            return self.ours >= self.least
        return (self.ours if self.ratio is None else self.ratio) <= self.most

    def __str__(self) -> str:
        floor = f"{self.floor:,.1f}" if self.floor is not None else "-"
        ratio = _times(self.ratio) if self.ratio is not None else "-"
        goal = f">={self.least:g}" if self.least else f"{'x' if self.ratio is not None else ''}{self.most:g}"
        verdict = "met" if self.met else "MISSED"
        ours = f"{self.ours:,.1f} {self.unit}"
        return f"{self.name:<52}{ours:>14}{floor:>12}{ratio:>9}{goal:>9}  {verdict}"


def _times(ratio: float) -> str:
    return f"x{ratio:.2f}" if ratio >= 0.1 else f"x{ratio:.5f}"
