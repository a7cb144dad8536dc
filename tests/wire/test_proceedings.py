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


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Delegates sang at the 12th National Congress of the Party in the capital on Tuesday", "2016-01-26"),
        ("Delegates on Tuesday began voting for leaders at the Party's 12th National Congress", "2016-01-26"),
        ("A nurse was elected on Tuesday with few votes at the Party's 12th National Congress", "2016-01-26"),
        ("He told delegates on Wednesday, opening the Party's 12th National Congress, to sing", "2016-01-20"),
        ("Delegates sang on Thursday as the Party's 12th National Congress wound up", "2016-01-28"),
        ("Delegates sang on Friday, the third day of the Party's 12th National Congress", "2016-01-22"),
        ("He read a report to the Party's 12th National Congress, which opened here Wednesday", "2016-01-20"),
    ],
)
def test_what_is_done_at_a_congress_on_a_weekday_has_its_day(lead: str, day: str) -> None:
    """Wherever the weekday stands, and on whichever of its days, if the lead counts them."""
    assert read(f"Hanoi (VNA) – {lead}.\n").date.value == day


@pytest.mark.parametrize(
    "lead",
    [
        "The chairman on Tuesday presented a plan that was adopted at the Party's 12th National Congress",
        "Officials on Tuesday opened a show of gifts made at the 12th National Congress of the Party",
        "Readers asked on Tuesday about the 12th National Congress of the Party, which opened on Wednesday",
        "The chair, elected last year, told on Tuesday of bells heard at the Party's 12th National Congress",
        "Members of the Party elected on Tuesday those who are to sing at its 12th National Congress",
        "A branch on Tuesday endorsed three candidates for the vote at the Party's 12th National Congress",
        "Singers were praised on Tuesday, on the ninetieth day of the 12th National Congress of the Party",
    ],
)
def test_what_was_done_at_a_congress_before_gives_no_day(lead: str) -> None:
    """What is told of on a weekday need not have been done on it."""
    assert read(f"Hanoi (VNA) – {lead}.\n").date.value is None
