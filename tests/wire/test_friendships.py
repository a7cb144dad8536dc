"""Friendships: the years of two countries' relations, and years of something else."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

_MET = "HANOI (VNA) - A CPV delegation met the Komeito Party of Japan on November 12"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{_MET}. This year marks 50 years of Vietnam-Japan diplomatic relations.", "2023-11-12"),
        (f"{_MET}, as the 50th anniversary of diplomatic ties is kept.", "2023-11-12"),
        (f"{_MET}, looking towards the 75th anniversary of the Vietnam-China diplomatic ties.", "2024-11-12"),
        (f"{_MET}. Its leader has spent 50 years in diplomatic service.", None),
        (f"{_MET}. They spoke of many years of diplomatic ties.", None),
    ],
)
def test_the_years_of_relations_tell_the_year(text: str, value: str | None) -> None:
    """They are kept through the year in which they are full, or in the one before if they are ahead."""
    assert read(f"{text}\n").date.value == value
