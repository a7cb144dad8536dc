"""Newly: who is new in an office or dead, and weekdays that are another's."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tokyo, Oct. 10 (Kyodo) -- New LDP President Sanae Takaichi met reporters Friday.", "2025-10-10"),
        ("Tokyo, Oct. 10 (Kyodo) -- LDP President Sanae Takaichi met reporters of a new paper.", None),
        ("OTTAWA, April 20 (CP) -- New Democratic Party leader Tom Mulcair met reporters.", None),
        ("HANOI (VNA) - Guests came on July 22 to mourn Nguyen Phu Trong, who died on Friday.", "2024-07-22"),
        ("HANOI (VNA) - A street named for Nguyen Phu Trong, who died, was opened on July 22.", None),
        ("Tuesday, May 20 11:58\nNationals left Sussan Ley's Liberal Party this morning.\n", "2025-05-20"),
        ("KPL -- Thongloun Sisoulith, President of Laos, met guests on Tuesday, 10 September.", None),
    ],
)  # fmt: skip
def test_an_office_taken_not_long_ago_tells_the_year(text: str, value: str | None) -> None:
    """Who is new in an office is so for months; who holds it still tells no year, as the next may fit too."""
    assert read(f"{text}\n").date.value == value


def test_a_weekday_between_commas_is_anothers() -> None:
    """The lead's own day is `today`, where a clause between commas tells of an older Wednesday."""
    told = "of the Move Forward Party, which a court dissolved on Wednesday, chose a new leader today"
    assert read(f"BANGKOK, Aug 9, 2024 (TNA) -- Lawmakers {told}.\n").date.value == "2024-08-09"
