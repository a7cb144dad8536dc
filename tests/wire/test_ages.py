"""Ages: how many years lie since something dated began, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

_PAP = "members of the People's Action Party (PAP) in Singapore on August 7"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"Cadres of HCM City met {_PAP}, two days before the island state turns 60.", "2025-08-07"),
        (f"Nguyen Van A, who turned 60 in hospital, met {_PAP}.", None),
        (f"The budget of HCM City turned 60 days old; cadres met {_PAP}.", None),
        ("The DUP met on Monday, 25 years to the day after the Good Friday Agreement.", "2023-04-10"),
        ("Five years after the deal on Good Friday shopping hours the FDP met on April 10.", None),
        ("Merkel spoke on Saturday, 30 years to the day after the fall of the Berlin Wall.", "2019-11-09"),
        ("Guests of the Prosperity Party came on November 28. The party marks its fifth birthday on Sunday.",
         None),
        ("The PCC went on August 13 to where Fidel Castro was born 95 years ago.", "2021-08-13"),
        ("The PCC went on August 13 to where Jose Perez was born 95 years ago.", None),
    ],
)  # fmt: skip
def test_an_age_tells_the_year(text: str, value: str | None) -> None:
    """So many years from the first day of what is meant, and of nobody else, is the year of the event."""
    assert read(f"CITY (AP) - {text}\n").date.value == value
