"""The axis of When: years never cut, and what is chosen marked from end to end."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.units import UNITS, Unit, bounds, ordinal
from tests.tui.samples import plain
from tui.axis import Stretch, axis
from tui.lines import Line, cells
from tui.skyline import Scale

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
scales = st.builds(
    lambda day, unit, bins: Scale(unit, ordinal(day, unit), bins),
    days,
    st.sampled_from(UNITS),
    st.integers(5, 70),
)
edges = st.tuples(st.booleans(), st.booleans())


@settings(max_examples=150)
@given(scales, st.sampled_from([1, 2]), edges)
def test_labels_are_never_cut(within: Scale, each: int, more: tuple[bool, bool]) -> None:
    """The axis has its full width, on it only hairline, whole months, and whole years at their January."""
    columns, begun = within.bins * each, 2 * more[0]
    line = axis(within, each, columns, more=more)
    text = plain(line)
    assert cells(line) == columns
    month = r"(?:[A-Z][a-z]{2}(?: \d{4})?)" if within.unit == "day" else r"(?!)"
    assert re.fullmatch(rf"‹?(─|(\d{{4}}|{month})( |(?=$)|(?=›)))*›?", text), text
    assert (text[0] == "‹", text[-1] == "›") == more
    for label in re.finditer(r"(?<![a-z] )\d{4}", text):
        january = within.january(int(label[0]))
        assert label.start() == (january * each if january >= 0 else begun)


@given(
    scales,
    st.sampled_from([1, 2]),
    st.integers(-9, 80),
    st.integers(0, 80),
    st.sampled_from(["window", "brush"]),
)
def test_a_stretch_is_marked_from_end_to_end(
    within: Scale, each: int, first: int, more: int, kind: str
) -> None:
    """Both ends of a stretch stand at their bins where the scale has them, and no label covers them."""
    columns, last = within.bins * each, first + more
    one = Stretch(first, last, "brush" if kind == "brush" else "window")
    text = plain(axis(within, each, columns, [one]))
    left, right, alone = ("┣", "┫", "┻") if kind == "brush" else ("├", "┤", "┴")
    start, end = first * each, last * each + each - 1
    assert text.count(left) == (0 <= start < columns and start != end)
    assert text.count(right) == (0 <= end < columns and start != end)
    assert text.count(alone) == (0 <= start == end < columns)
    for cell, sign in ((start, left), (end, right)):
        assert start == end or not 0 <= cell < columns or text[cell] == sign


def ink_of(line: Line, label: str) -> str:
    """Return the ink in which a label stands."""
    return next(ink for text, ink in line if label in text)


def test_the_picture_of_a_brush() -> None:
    """Years inside a brush are bold with a gap on both sides; what its ends would cut is dropped."""
    within = Scale("month", ordinal(date(2016, 2, 1), "month"), 64)
    line = axis(within, 1, 66, [Stretch(24, 62, "brush")])
    assert plain(line) == "2016 ──────2017 ────────┣━━━━━━━━━ 2019 ━━━━━━ 2020 ━━━━━━━━━━┫───"
    assert (ink_of(line, "2017"), ink_of(line, "2019"), ink_of(line, "━")) == ("muted", "bold", "accent")


def test_the_dates_in_force_are_marked_lightly() -> None:
    """What is in force has light ends in muted, and a cursor in it is heavy; only what is here is heavy."""
    within = Scale("month", ordinal(date(2016, 2, 1), "month"), 64)
    line = axis(within, 1, 66, [Stretch(11, 22, "window"), Stretch(14, 14, "brush")])
    assert plain(line) == "2016 ──────├──┻───────┤2018 ───────2019 ───────2020 ───────2021 ──"
    assert (ink_of(line, "├"), ink_of(line, "┻")) == ("muted", "accent")


@pytest.mark.parametrize(
    ("day", "unit", "bins", "drawn"),
    [
        ("2016-02-01", "month", 64, "2016 ──────2017 ───────"),
        ("2016-11-01", "month", 20, "──2017 ───────2018 ───"),
        ("2010-01-01", "quarter", 60, "2010 ───2012 ───2014 ───"),
        ("2021-03-20", "day", 40, "Mar 2021 ───Apr ──────────────────────────"),
        ("2020-12-20", "day", 40, "Dec 2020 ───2021 ──────────"),
    ],
)
def test_where_labels_stand(day: str, unit: Unit, bins: int, drawn: str) -> None:
    """A year that begins the scale is named there if the next has room; among days months are named."""
    text = plain(axis(Scale(unit, ordinal(date.fromisoformat(day), unit), bins), 1, bins + 2))
    assert text.startswith(drawn[: bins + 2])


@pytest.mark.parametrize("unit", UNITS)
def test_the_ends_of_the_calendar_have_an_axis(unit: Unit) -> None:
    """The first and the last bins of the calendar can be drawn, whatever is chosen."""
    for first in (ordinal(date.min, unit), ordinal(date.max, unit) - 9):
        within = Scale(unit, first, 10)
        assert bounds(within.first, unit)
        assert cells(axis(within, 1, 10, [Stretch(-99, 99, "window")])) == 10
