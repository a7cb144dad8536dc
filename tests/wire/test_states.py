"""States: the days that countries count from, and since when two of them have relations."""

from __future__ import annotations

from datetime import date

import pytest

from store.wire.states import _TIES, NATIONAL_DAYS, NATIONS, _read, ties
from tests.wire.test_data import COUNTRIES


def test_every_state_is_a_country_with_a_day() -> None:
    """Codes are of ISO 3166 in order, each once; days are days of the calendar."""
    assert [*NATIONS] == sorted(NATIONS) and COUNTRIES.issuperset(NATIONAL_DAYS)
    assert all(1750 < date.fromisoformat(day).year < 2015 for day in NATIONS.values())


def test_ties_are_told_once_and_in_order() -> None:
    """Each pair stands once, the others of a country by their days."""
    pairs = [frozenset((one, other)) for one, table in _TIES.items() for other in _read(table)]
    assert len(set(pairs)) == len(pairs) and all(len(pair) == 2 and pair <= COUNTRIES for pair in pairs)
    for table in _TIES.values():
        days = [date.fromisoformat(day) for day in _read(table).values()]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("VN", "JP", date(1973, 9, 21)),
        ("JP", "VN", date(1973, 9, 21)),
        ("VN", "XK", None),
        ("VN", "VN", None),
    ],
)
def test_ties_are_found_from_either_side(one: str, other: str, day: date | None) -> None:
    """The order of two countries does not matter; what we do not know is none."""
    assert ties(one, other) == day
