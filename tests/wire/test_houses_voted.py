"""Votes for houses whose names have a word that elsewhere tells another kind, and days of history below."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

_CPRF = "The Communist Party of the Russian Federation chose Pavel Grudinin for the vote due on March 18."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SEOUL, April 11 -- South Korea's People Power Party lost Wednesday's National Assembly elections.",
         "2024-04-10"),
        ("SEOUL, April 11 -- South Korea's ruling party lost Wednesday's National Assembly elections.", None),
        ("MOSCOW, September 20 -- United Russia won Sunday's state elections in Tatarstan.", None),
        (f"MOSCOW, December 23. /TASS/. {_CPRF}\n\nVladimir Putin said on December 6 that he would run.",
         "2017-12-23"),
    ],
)  # fmt: skip
def test_a_house_tells_the_kind_of_vote(text: str, value: str | None) -> None:
    """A party's first day rules out older votes; a day below a dateline's by weeks is not the event's."""
    assert read(f"{text}\n").date.value == value
