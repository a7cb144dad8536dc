"""Units: the calendar in running numbers, without gaps and without overlaps."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.periods import canonical, resolve
from store.units import UNITS, Unit, bounds, ordinal, spelled
from tests.strategies import TODAY

days = st.dates(date(2, 1, 1), date(9998, 12, 31))
units = st.sampled_from(UNITS)


@given(days, units)
def test_a_day_lies_within_its_unit(day: date, unit: Unit) -> None:
    """The bounds of a day's unit enclose the day, and both ends have the same number."""
    first, last = bounds(ordinal(day, unit), unit)
    assert first <= day <= last
    assert ordinal(first, unit) == ordinal(day, unit) == ordinal(last, unit)


@given(days, units)
def test_units_touch(day: date, unit: Unit) -> None:
    """Each unit begins on the day after the last day of the one before."""
    number = ordinal(day, unit)
    assert bounds(number + 1, unit)[0] == bounds(number, unit)[1] + timedelta(days=1)


@given(days, units, st.integers(0, 40))
def test_what_is_spelled_means_these_days(day: date, unit: Unit, more: int) -> None:
    """The query text of a run of units is in normal form and means all their days and no others."""
    first = ordinal(day, unit)
    last = min(first + more, ordinal(date(9998, 12, 31), unit))
    value = spelled(first, last, unit)
    assert canonical("date", value.lower()) == value
    assert resolve("date", value, TODAY) == (bounds(first, unit)[0], bounds(last, unit)[1])


@pytest.mark.parametrize(
    ("first", "last", "unit", "value"),
    [
        ("2018-01-01", "2021-06-30", "quarter", "2018-Q1..2021-Q2"),
        ("2021-05-18", "2021-05-18", "month", "2021-05"),
        ("2021-05-18", "2021-05-18", "week", "2021-05-17..2021-05-23"),
        ("2021-05-18", "2021-05-18", "day", "2021-05-18"),
        ("2016-02-26", "2021-05-18", "year", "2016..2021"),
    ],
)
def test_the_normal_form_of_a_run(first: str, last: str, unit: Unit, value: str) -> None:
    """One unit is a point; more are a range; weeks are ranges of days."""
    start, end = (ordinal(date.fromisoformat(day), unit) for day in (first, last))
    assert spelled(start, end, unit) == value


@pytest.mark.parametrize("unit", UNITS)
def test_the_ends_of_the_calendar(unit: Unit) -> None:
    """The first and the last day have their units, and outside of them there is none."""
    assert bounds(ordinal(date.min, unit), unit)[0] == date.min
    assert bounds(ordinal(date.max, unit), unit)[1] == date.max
    for number in (ordinal(date.min, unit) - 1, ordinal(date.max, unit) + 1):
        with pytest.raises(ValueError):
            bounds(number, unit)
