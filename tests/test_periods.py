"""Periods: the days that a date in a query means today."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.periods import NotAValue, canonical, resolve
from tests.strategies import PERIODS, TODAY


@pytest.mark.parametrize("text", sorted(PERIODS))
def test_a_period_has_its_first_and_last_day(text: str) -> None:
    """Both ends of a period are included, and an open end is the end of the calendar."""
    field, _, value = text.partition(":")
    first, last = map(date.fromisoformat, PERIODS[text])
    assert resolve(field, canonical(field, value.lower()), TODAY) == (first, last)


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "none"), ("date", "today..2016"), ("after", "9999-12-31"), ("before", "0001")],
)
def test_a_period_may_have_no_day(field: str, value: str) -> None:
    """Where no day is meant there is no interval."""
    assert resolve(field, canonical(field, value), TODAY) is None


@given(
    st.sampled_from(["date", "since", "before", "after"]),
    st.from_regex(r"[0-9qmayd.\-]{1,12}", fullmatch=True),
)
def test_a_normal_form_is_its_own(field: str, text: str) -> None:
    """What is a period keeps its normal form and can be resolved on any day."""
    try:
        normal = canonical(field, text)
    except NotAValue:
        return
    assert canonical(field, normal.lower()) == normal
    found = resolve(field, normal, TODAY)
    assert found is None or found[0] <= found[1]
