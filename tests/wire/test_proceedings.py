"""Proceedings: a lead that tells of a congress itself is dated by its days."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        (
            "Delegates sang as the 12th National Congress of the Party closed in Hanoi on Thursday",
            "2016-01-28",
        ),
        ("The 12th National Congress of the Party wrapped up in Hanoi on Thursday with a song", "2016-01-28"),
        ("Delegates rose on Tuesday at the 12th National Congress of the Party", "2016-01-26"),
        ("Delegates rose when the Party's 12th National Congress opened in Hanoi on Thursday", "2016-01"),
    ],
)
def test_what_happens_at_a_congress_happens_on_one_of_its_days(lead: str, day: str) -> None:
    """Its first or its last day, or the one of the weekday; any other leaves the month."""
    assert read(f"Hanoi (VNA) – {lead}.\n").date.value == day


@pytest.mark.parametrize(
    "lead",
    [
        "Leaders of the Lao People's Revolutionary Party met on Tuesday before the 12th National Congress of "
        "the Communist Party of Vietnam closed",
        "Guests asked on Tuesday at a seminar how the 12th National Congress of the Communist Party of "
        "Vietnam is to be carried out",
    ],
)
def test_a_congress_that_is_only_spoken_of_gives_no_day(lead: str) -> None:
    """What happens before it, or is about it, is on no day of its own."""
    assert read(f"Hanoi (VNA) – {lead}.\n").date.value is None
