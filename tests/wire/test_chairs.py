"""Chairs: who has the chair of an alliance now tells the year, not who will have it or had it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from store.wire.chairs import _terms
from tests.wire.scoring import read
from tests.wire.test_data import COUNTRIES


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Laos, being this year's ASEAN chair, is busy with summits.", "2024-09-10"),
        ("Malaysia will take the ASEAN chair next year.", None),
        ("It thanked them for support when Laos held the ASEAN chair.", None),
        ("The chair of the EU affairs committee of Hungary spoke.", None),
        ("Laos was the ASEAN chair in 2024.", None),
        ("Hungary, which holds the rotating EU presidency, sent a guest.", "2024-09-10"),
    ],
)
def test_who_has_the_chair_tells_the_year(text: str, value: str | None) -> None:
    """A chair that is held now and a weekday agree on the year; other chairs say nothing."""
    assert read(f"(AFP) - The Golkar Party met Fidesz on Tuesday, September 10. {text}\n").date.value == value


def test_each_chair_is_one_country_s_at_a_time() -> None:
    """Countries are known, and no alliance has two chairs at once."""
    held = sorted((body, *span) for (body, code), spans in _terms().items() for span in spans)
    assert all(code in COUNTRIES for _, code in _terms())
    assert all(one[0] != two[0] or one[2] < two[1] for one, two in pairwise(held))
