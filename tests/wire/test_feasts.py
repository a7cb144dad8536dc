"""Feasts: a day that has a name is read as its month and day, where something happened on it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("feast", "page", "day"),
    [
        ("New Year's Day", "January 2, 2024", "2024-01-01"),
        ("New Year’s Eve", "January 2, 2024", "2023-12-31"),
        ("May Day", "May 2, 2023", "2023-05-01"),
        ("Christmas Eve", "December 26, 2023", "2023-12-24"),
        ("Boxing Day", "December 28, 2023", "2023-12-26"),
    ],
)
def test_a_named_day_is_a_day_and_a_month_whose_year_the_page_tells(feast: str, page: str, day: str) -> None:
    """The name stands for month and day; the year comes from the page as for any day without one."""
    text = f"{page}\n\nOld rivals meet\n\nThe Labour Party met the Liberal Democrats in London on {feast}.\n"
    assert read(text).date.value == day


@pytest.mark.parametrize(
    "told",
    [
        "will meet the Liberal Democrats on New Year's Day",
        "met the Liberal Democrats after the rally held on May Day 2019",
        "met the marchers who had been beaten on Christmas Day's march",
    ],
)
def test_a_feast_of_something_else_is_no_day_of_the_event(told: str) -> None:
    """What is planned, another year's or only named after the feast gives no day."""
    found = read(f"Old rivals meet\n\nThe Labour Party {told} in London.\n").date
    assert (found.value, found.month_day) == (None, None)
