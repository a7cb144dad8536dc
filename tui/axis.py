"""The axis of the When band: a hairline with years, and the signs of what is chosen along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from store.days import Interval
from store.units import bounds, ordinal
from tui.brush import Brush
from tui.lines import Line, inked
from tui.skyline import Scale
from tui.wording import month_year, short_month

_DRAWN: Final = {"window": ("├", "─", "┤", "┴", "muted"), "brush": ("┣", "━", "┫", "┻", "accent")}
"""Left end, stroke, right end, both ends in one cell; and the ink of all."""


class Stretch(NamedTuple):
    """A run of bins that the axis marks; it may begin or end off the scale."""

    first: int
    last: int
    kind: Literal["window", "brush"]
    """The dates in force, or what is being brushed."""


def axis(
    within: Scale,
    each: int,
    columns: int,
    marked: Sequence[Stretch] = (),
    more: tuple[bool, bool] = (False, False),
) -> Line:
    """Return the hairline below the bars, with each year at its January where its label fits.

    Args:
        each: Cells a bin.
        marked: What is marked; the later lies over the earlier.
        more: Whether there are texts before the scale, and after it.
    """
    chars, inks = ["─"] * columns, ["rule"] * columns
    signs = {cell for one in marked for cell in _draw(one, each, chars, inks)}
    for cell, sign, there in ((0, "‹", more[0]), (min(within.bins * each, columns) - 1, "›", more[1])):
        if there and cell not in signs:
            chars[cell], inks[cell] = sign, "muted"
            signs.add(cell)
    free = 2 * (0 in signs)
    for cell, label in _labels(within, each, free):
        end = cell + len(label)
        if cell < free or end > columns or signs.intersection(range(cell, end)):
            continue
        in_brush, is_chosen = inks[cell] == "accent", inks[cell] != "rule"
        for gap in (cell - 1, end) if in_brush else (end,):
            if 0 <= gap < columns and gap not in signs:
                chars[gap] = " "
        chars[cell:end], inks[cell:end] = label, ["bold" if is_chosen else "muted"] * len(label)
        free = end + 1
    return inked("".join(chars), inks, 0, columns)


def _draw(one: Stretch, each: int, chars: list[str], inks: list[str]) -> Iterator[int]:
    """Draw a stretch over the hairline; yield the cells of its ends."""
    left, stroke, right, single, ink = _DRAWN[one.kind]
    start, end = one.first * each, one.last * each + each - 1
    for cell in range(max(0, start), min(end + 1, len(chars))):
        at_end = single if start == end else left if cell == start else right if cell == end else ""
        chars[cell], inks[cell] = at_end or stroke, ink
        if at_end:
            yield cell


def _labels(within: Scale, each: int, start: int) -> list[tuple[int, str]]:
    """Return the years that begin on the scale, and among days the months, each with its cell.

    Args:
        start: The cell for what has begun before, which stands there if it leaves room for the next.
    """
    first, last = within.year(0), within.year(within.bins - 1)
    labels = [(at, str(year)) for year in range(first, last + 1) if (at := within.january(year)) >= 0]
    name = str(first)
    if within.unit == "day":
        labels = sorted([*labels, *_months(within)])
        name = month_year(bounds(within.first, "day")[0])
    cells = [(at * each, label) for at, label in labels]
    has_room = not cells or cells[0][0] > start + len(name)
    return [(start, name), *cells] if has_room else cells


def _months(within: Scale) -> Iterator[tuple[int, str]]:
    """Yield the months but January that begin among the days of a scale."""
    first, last = (bounds(within.first + at, "day")[0] for at in (0, within.bins - 1))
    for number in range(ordinal(first, "month"), ordinal(last, "month") + 1):
        begins = bounds(number, "month")[0]
        if begins >= first and begins.month > 1:
            yield within.at(begins), short_month(begins.month)


def marked(within: Scale, brush: Brush | None, windows: Sequence[Interval] | None) -> list[Stretch]:
    """Return what the axis marks: a brush with an anchor alone, else the dates in force and the cursor."""
    brushed = [Stretch(within.at(brush.days[0]), within.at(brush.days[1]), "brush")] if brush else []
    if brush and brush.anchor is not None:
        return brushed
    return [
        *(Stretch(within.at(first), within.at(last), "window") for first, last in windows or ()),
        *brushed,
    ]
