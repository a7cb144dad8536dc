"""Below: the days that a text prints below its lead, and those that are still ahead."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Xi Jinping came to Ha Noi on Sunday. It is his first trip since the 19th National Congress of the "
         "Communist Party of China closed late last month.\nThe talks were on November 12.", "2017-11-12"),
        ("Xi Jinping came to Ha Noi on Sunday. It is his first trip since the 19th National Congress of the "
         "Communist Party of China closed late last month.\n\nXi will be in Laos on November 12.", "2017-11"),
        ("Keir Starmer has been elected the new leader of the Labour Party.\n\nThe result was announced by "
         "email on Saturday.", "2020-04-04"),
        ("Keir Starmer has been elected the new leader of the Labour Party.\n\nThe result was announced by "
         "email on Tuesday.", None),
        ("Mallikarjun Kharge was on Wednesday elected president of the Congress.\n\nHe will take over from "
         "Sonia Gandhi on October 26.", "2022-10-19"),
        ("Spain's Socialists signed a paper with Podemos on Tuesday, two days after a general election.\n\n"
         "The two parties failed to agree after the April vote.", "2019-11-12"),
        ("Joko Widodo was elected president of Indonesia on Monday.", None),
        ("Joko Widodo was sworn in as president of Indonesia on Monday.", "2014-10-20"),
    ],
)  # fmt: skip
def test_what_is_printed_below_a_lead_tells_its_day(text: str, value: str | None) -> None:
    """A day of the lead's weekday in the month that is told is the event's; one that is ahead never is."""
    assert read(f"CITY (AP) - {text}\n").date.value == value
