"""The numbers beside the bars of When: what is brushed, or what was found."""

from __future__ import annotations

from store.archive.hits import Tally
from tui.brush import Brush
from tui.lines import Line, cells, line
from tui.skyline import Histogram
from tui.wording import count, month_year, period

WAYS: Line = line(("Enter", "key"), (" apply   ", "faint"), ("Esc", "key"), (" cancel", "faint"))
"""What can be done with a brush."""

_SLIDES: Line = line((",", "key"), (" earlier   ", "faint"), (".", "key"), (" later", "faint"))


def brushed(brush: Brush, bars: Histogram) -> Line:
    """Return both ends of what is brushed, and then how many texts of how many it holds."""
    exact, inferred = bars.count(brush.first, brush.last)
    every = sum(bars.count(bars.first, bars.last))
    told = f"{exact + inferred:,} of {count(every, 'text')}"
    guessed = f", {inferred:,} inferred" if inferred else ""
    return line(
        (period(brush.value), "bold"), (f"{told}{guessed}", "text"), ("~" if inferred else "", "warn")
    )


def found(tally: Tally, y: int, room: int, *, slides: bool) -> Line:
    """Return one row of what is known of the texts found, as far as whole numbers fit.

    Args:
        slides: Whether there are dates in force, which can be slid.
    """
    told: Line = ()
    if y == 0:
        told = line((count(tally.shown, "text"), "text"))
        if tally.earliest and tally.latest:
            first, last = month_year(tally.earliest), month_year(tally.latest)
            whole = line(*told, (f"  {first if first == last else f'{first} – {last}'}", "muted"))
            told = whole if cells(whole) <= room else told
    elif y == 1 and tally.inferred:
        told = line((f"{count(tally.inferred, 'date')} inferred", "muted"), ("~", "warn"))
    elif y == 2 and tally.undated:
        told = line((f"{tally.undated:,} without a date", "muted"))
    elif y == 2 and slides:
        told = _SLIDES
    return told if cells(told) <= room else ()
