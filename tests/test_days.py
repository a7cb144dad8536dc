"""Partial dates mean intervals of days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.days import MONTHS, WEEKDAYS, interval, month_interval, overlaps


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-Q1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021-q4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-05-18", date(2021, 5, 18), date(2021, 5, 18)),
    ],
)
def test_interval_of_a_partial_date(text: str, first: date, last: date) -> None:
    """A year, quarter, month or day means its first to its last day."""
    assert interval(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "2021-5",
        "2021-13",
        "2021-00",
        "2021-02-29",
        "2021-Q5",
        "2021-05-18T00",
        "0000",
        "2021-Q1-01",
        " 2021",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """What is no day, month, quarter or year of the calendar is an error."""
    with pytest.raises(ValueError):
        interval(text)


@given(st.dates())
def test_smaller_dates_lie_within_larger(day: date) -> None:
    """A day lies in its month, the month in its quarter, the quarter in its year."""
    year, quarter = f"{day.year:04}", (day.month + 2) // 3
    inner = [day.isoformat(), f"{year}-{day.month:02}", f"{year}-Q{quarter}", year]
    for small, large in pairwise(inner):
        assert interval(large)[0] <= interval(small)[0] <= interval(small)[1] <= interval(large)[1]


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_overlapping_is_sharing_a_day(a: date, b: date, c: date, d: date) -> None:
    """Two intervals overlap when the later start is no later than the earlier end, either way round."""
    one, other = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    assert overlaps(one, other) == overlaps(other, one) == (max(one[0], other[0]) <= min(one[1], other[1]))


def test_names_are_in_the_calendars_order() -> None:
    """Month and weekday names stand where the calendar counts them."""
    assert (MONTHS[4], WEEKDAYS[date(2021, 5, 18).weekday()]) == ("May", "Tuesday")
    assert month_interval(2021, 11, months=2) == (date(2021, 11, 1), date(2021, 12, 31))
