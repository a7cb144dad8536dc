"""Sliding: windows touch, do not overlap, and the way back leads to where one was."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.periods import NotAValue, canonical, resolve
from store.sliding import slid
from store.units import UNITS, Unit, ordinal, spelled
from tests.strategies import TODAY

days = st.dates(date(1500, 1, 1), date(2500, 12, 31))
units = st.sampled_from(UNITS)


@given(days, units, st.integers(0, 40), st.integers(-9, 9).filter(bool))
def test_there_and_back_again(day: date, unit: Unit, more: int, by: int) -> None:
    """What slides on and back is the same text again; in between it names other days."""
    value = spelled(ordinal(day, unit), ordinal(day, unit) + more, unit)
    moved = slid(value, by, TODAY)
    assert moved != value
    assert slid(moved, -by, TODAY) == value


points = st.one_of(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.integers(1900, 2100).map(str),
    st.tuples(st.integers(1900, 2100), st.integers(1, 4)).map(lambda one: f"{one[0]}-q{one[1]}"),
    st.sampled_from(["today", "yesterday", "may", "december"]),
)


@given(points, points)
def test_windows_touch_and_do_not_overlap(one: str, other: str) -> None:
    """However its ends are written, the window before one ends on the day before it, and so on."""
    try:
        value = canonical("date", f"{one}..{other}")
    except NotAValue:
        return
    here = resolve("date", value, TODAY)
    if here is None:
        return
    before, after = (resolve("date", slid(value, by, TODAY), TODAY) for by in (-1, 1))
    assert before and after
    assert before[1] + timedelta(days=1) == here[0]
    assert here[1] + timedelta(days=1) == after[0]
    assert resolve("date", slid(slid(value, -1, TODAY), 1, TODAY), TODAY) == here


@pytest.mark.parametrize(
    ("value", "before", "after"),
    [
        ("2021", "2020", "2022"),
        ("2021-05", "2021-04", "2021-06"),
        ("2021-Q1", "2020-Q4", "2021-Q2"),
        ("2021-05-18", "2021-05-17", "2021-05-19"),
        ("2016..2021", "2010..2015", "2022..2027"),
        ("2016-02..2016-04", "2015-11..2016-01", "2016-05..2016-07"),
        ("2018-Q1..2021-Q2", "2014-Q3..2017-Q4", "2021-Q3..2024-Q4"),
        ("2021-05-17..2021-05-23", "2021-05-10..2021-05-16", "2021-05-24..2021-05-30"),
        ("2020..2020-06", "2019-07..2019-12", "2020-07..2020-12"),
        ("today", "2026-11-20", "2026-11-22"),
        ("may", "2026-04", "2026-06"),
    ],
)
def test_by_its_own_width(value: str, before: str, after: str) -> None:
    """A month goes by a month, a range by its length, in the unit in which it is written."""
    assert (slid(value, -1, date(2026, 11, 21)), slid(value, 1, date(2026, 11, 21))) == (before, after)


@pytest.mark.parametrize(
    ("value", "by", "told"),
    [
        ("none", 1, "names no days"),
        ("today..2016", 1, "names no days"),
        ("2016..", -1, "open at one end"),
        ("..2016", 1, "open at one end"),
        ("0001", -1, "nothing before date:0001"),
        ("9999-12-31", 1, "nothing after date:9999-12-31"),
        ("0001..9999", 10**30, "nothing after"),
    ],
)
def test_what_cannot_slide_says_why(value: str, by: int, told: str) -> None:
    """A period without a width, and the ends of the calendar, are told in a sentence."""
    with pytest.raises(NotAValue, match=told):
        slid(value, by, TODAY)
