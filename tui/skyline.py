"""The skyline of the When band: texts over time as bars, exact dates below, inferred ones on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from tui.lines import Line, inked, line

if TYPE_CHECKING:
    from store.archive.hits import Bin

Unit = Literal["day", "week", "month", "quarter", "year"]
"""How long one bar is."""

UNITS: Final[tuple[Unit, ...]] = ("day", "week", "month", "quarter", "year")

_BLOCKS: Final = " ▁▂▃▄▅▆▇█"

_MONTHS: Final[Mapping[str, int]] = {"month": 1, "quarter": 3, "year": 12}


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


def ordinal(day: date, unit: Unit) -> int:
    """Return a number that grows by one from each bin of this unit to the next."""
    if unit == "day":
        return day.toordinal()
    if unit == "week":
        return (day.toordinal() - 1) // 7
    return (day.year * 12 + day.month - 1) // _MONTHS[unit]


def scale(earliest: date, latest: date, bins: int) -> Scale:
    """Return the finest scale that shows all days in at most `bins` bins; the latest years if none does."""
    for unit in UNITS:
        first, last = ordinal(earliest, unit), ordinal(latest, unit)
        if last - first < bins:
            return Scale(unit, first, last - first + 1)
    last = ordinal(latest, "year")
    return Scale("year", last - bins + 1, bins)


def heights(found: Sequence[Bin], within: Scale) -> list[tuple[int, int]]:
    """Return (exact, inferred) for every bin of a scale, gaps as zeros."""
    counts = [(0, 0)] * within.bins
    for one in found:
        at = within.at(one.start)
        if 0 <= at < within.bins:
            exact, inferred = counts[at]
            counts[at] = (exact + one.exact, inferred + one.inferred)
    return counts


def bars(counts: Sequence[tuple[int, int]], rows: int, each: int, plain: bool) -> list[Line]:
    """Return the bars, top row first.

    Args:
        rows: How many rows high they may be.
        each: Cells a bin.
        plain: Whether inferred dates are drawn hatched, because there is no colour.
    """
    full = max(max((exact + inferred for exact, inferred in counts), default=0), rows + 1)
    return [
        line(*(_cell(one, full, rows, row, each, plain) for one in counts)) for row in range(rows - 1, -1, -1)
    ]


def _cell(one: tuple[int, int], full: int, rows: int, row: int, each: int, plain: bool) -> tuple[str, str]:
    exact, inferred = one
    solid = _eighths(exact, full, rows) - 8 * row
    total = (
        max(_eighths(exact + inferred, full, rows), _eighths(exact, full, rows) + (inferred > 0)) - 8 * row
    )
    solid, total = min(8, max(0, solid)), min(8, max(0, total))
    if total == 0:
        return " " * each, "text"
    if solid >= total:
        return _BLOCKS[total] * each, "bar"
    if plain:
        return ("▒" if solid == 0 else _BLOCKS[solid]) * each, "barinf" if solid == 0 else "bar"
    if solid and total == 8:
        return _BLOCKS[solid] * each, "both"
    return _BLOCKS[total] * each, "bar" if solid > total // 2 else "barinf"


def _eighths(count: int, full: int, rows: int) -> int:
    return max(1, round(count * rows * 8 / full)) if count else 0


def axis(within: Scale, each: int, columns: int) -> Line:
    """Return the hairline below the bars, with each year at its January where its label fits."""
    chars, inks = ["─"] * columns, ["rule"] * columns
    free = 0
    for at, label in _labels(within):
        cell = at * each
        if cell >= free and cell + len(label) <= columns:
            chars[cell : cell + len(label) + 1] = [*label, *([" "] if cell + len(label) < columns else [])]
            inks[cell : cell + len(label)] = ["muted"] * len(label)
            free = cell + len(label) + 1
    return inked("".join(chars), inks, 0, columns)


def _labels(within: Scale) -> list[tuple[int, str]]:
    """Return the years that begin on the scale; one begun before stands at its start if there is room."""
    first, last = _year(within, 0), _year(within, within.bins - 1)
    labels = [(at, str(year)) for year in range(first, last + 1) if (at := within.january(year)) >= 0]
    if not labels or labels[0][0] > len(str(first)):
        labels.insert(0, (0, str(first)))
    return labels


def _year(within: Scale, at: int) -> int:
    number = within.first + at
    if within.unit == "day":
        return date.fromordinal(number).year
    if within.unit == "week":
        return date.fromordinal(min(number * 7 + 7, date.max.toordinal())).year
    return number * _MONTHS[within.unit] // 12
