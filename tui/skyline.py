"""The skyline of the When band: texts over time as bars, exact dates below, inferred ones on top."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import accumulate, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from store.units import Unit, bounds, ordinal
from tui.lines import Line, line

if TYPE_CHECKING:
    from store.archive.hits import Bin

State = Literal["plain", "brushed", "outside"]
"""How a bin is drawn: as it is, within the brush, or outside of what is chosen."""

_BLOCKS: Final = " ▁▂▃▄▅▆▇█"

_INKS: Final[dict[State, tuple[str, str, str]]] = {
    "plain": ("bar", "barinf", "both"),
    "brushed": ("accent", "accent2", "brushed"),
    "outside": ("rule", "rule", "rule"),
}
"""The inks of exact dates, of inferred ones, and of a cell that has both."""


class Scale(NamedTuple):
    """Which bins there are: how long each is, where they begin, and how many."""

    unit: Unit
    first: int
    bins: int

    def at(self, day: date) -> int:
        """Return the number of the bin that a day falls into."""
        return ordinal(day, self.unit) - self.first

    def january(self, year: int) -> int:
        """Return the number of the bin in which a year begins."""
        return self.at(date(year, 1, 1))

    def year(self, at: int) -> int:
        """Return the year in which a bin ends."""
        return bounds(self.first + at, self.unit)[1].year


class Histogram:
    """The texts of every stretch of time of one unit, and of any run of them without counting anew."""

    def __init__(self, unit: Unit, found: Sequence[Bin]) -> None:
        """Take the bins that have texts, oldest first."""
        self.unit = unit
        self.found = found
        self.numbers = [ordinal(one.start, unit) for one in found]
        self._exact = [*accumulate((one.exact for one in found), initial=0)]
        self._inferred = [*accumulate((one.inferred for one in found), initial=0)]

    @property
    def first(self) -> int:
        """The first stretch that has texts."""
        return self.numbers[0]

    @property
    def last(self) -> int:
        """The last stretch that has texts."""
        return self.numbers[-1]

    @property
    def span(self) -> int:
        """How many bins show them all."""
        return self.last - self.first + 1

    def count(self, first: int, last: int) -> tuple[int, int]:
        """Return (exact, inferred) of a run of stretches, both ends included."""
        start, end = bisect_left(self.numbers, first), bisect_right(self.numbers, last)
        return self._exact[end] - self._exact[start], self._inferred[end] - self._inferred[start]

    def heights(self, within: Scale) -> list[tuple[int, int]]:
        """Return (exact, inferred) for every bin of a scale, gaps as zeros."""
        counts = [(0, 0)] * within.bins
        start = bisect_left(self.numbers, within.first)
        end = bisect_left(self.numbers, within.first + within.bins)
        for number, one in zip(self.numbers[start:end], self.found[start:end], strict=True):
            counts[number - within.first] = one.exact, one.inferred
        return counts

    def least(self, unit: Unit) -> int:
        """Return how many bins of a finer unit are needed at least, whatever lies where within these."""
        ends, begins = bounds(self.first, self.unit)[1], bounds(self.last, self.unit)[0]
        return ordinal(begins, unit) - ordinal(ends, unit) + 1


class Histograms:
    """The texts of one answer by every unit, each counted when first wanted, and once."""

    def __init__(self) -> None:
        self._ask: Callable[[Unit], Sequence[Bin]] = lambda unit: ()
        self._now: dict[Unit, Histogram] = {}
        self._before: dict[Unit, Histogram] = {}

    def renew(self, ask: Callable[[Unit], Sequence[Bin]]) -> None:
        """Take another answer, which gives its bins by unit; of bins that stayed nothing is made anew."""
        self._ask, self._now, self._before = ask, {}, {**self._before, **self._now}

    def know(self, unit: Unit, found: Sequence[Bin]) -> None:
        """Take bins that were counted ahead."""
        self._now.setdefault(unit, Histogram(unit, found))

    def __call__(self, unit: Unit) -> Histogram:
        """Return the texts by a unit."""
        if unit not in self._now:
            found, before = self._ask(unit), self._before.get(unit)
            self._now[unit] = before if before and before.found is found else Histogram(unit, found)
        return self._now[unit]


def fitting(ask: Callable[[Unit], Histogram], bins: int) -> Unit:
    """Return the finest unit that shows all texts in at most `bins` bins; the year if none does.

    Few units are asked for: those that are known not to fit are passed over, since days cost the most.
    """
    years = ask("year")
    if years.span > bins:
        return "year"
    if years.least("month") <= bins and (months := ask("month")).span <= bins:
        for unit in ("day", "week"):
            if months.least(unit) <= bins and ask(unit).span <= bins:
                return unit
        return "month"
    return "quarter" if years.least("quarter") <= bins and ask("quarter").span <= bins else "year"


def bars(
    counts: Sequence[tuple[int, int]], rows: int, each: int, plain: bool, states: Sequence[State] = ()
) -> list[Line]:
    """Return the bars, top row first.

    Args:
        rows: How many rows high they may be.
        each: Cells a bin.
        plain: Whether inferred dates are drawn hatched, because there is no colour.
        states: How each bin is drawn; all as they are if none is given.
    """
    full = max(max((exact + inferred for exact, inferred in counts), default=0), rows + 1)
    inks = [_INKS[state] for state in states or ["plain"] * len(counts)]
    return [
        merged(
            (_cell(one, full, rows, row, plain, dress), each) for one, dress in zip(counts, inks, strict=True)
        )
        for row in range(rows - 1, -1, -1)
    ]


def merged(cells: Iterable[tuple[tuple[str, str], int]]) -> Line:
    """Return (text and ink, how often) as a line in which neighbours of one ink are one span."""
    runs = groupby(((text * times, ink) for (text, ink), times in cells), key=itemgetter(1))
    return line(*(("".join(text for text, _ in run), ink) for ink, run in runs))


def _cell(
    one: tuple[int, int], full: int, rows: int, row: int, plain: bool, inks: tuple[str, str, str]
) -> tuple[str, str]:
    exact, inferred = one
    certain, guessed, both = inks
    solid = _eighths(exact, full, rows) - 8 * row
    total = (
        max(_eighths(exact + inferred, full, rows), _eighths(exact, full, rows) + (inferred > 0)) - 8 * row
    )
    solid, total = min(8, max(0, solid)), min(8, max(0, total))
    if total == 0:
        return " ", "text"
    if solid >= total:
        return _BLOCKS[total], certain
    if plain:
        return ("▒", guessed) if solid == 0 else (_BLOCKS[solid], certain)
    if solid and total == 8 and both != certain:
        return _BLOCKS[solid], both
    return _BLOCKS[total], certain if solid > total // 2 else guessed


def _eighths(count: int, full: int, rows: int) -> int:
    return max(1, round(count * rows * 8 / full)) if count else 0
