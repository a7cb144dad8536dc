"""Turnouts: a people that votes, and whom it votes out of office."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


def day_of(text: str) -> str | None:
    """Return the day that a text without a title is dated to."""
    return read(f"{text}\n").date.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PARIS - French voters threw President Nicolas Sarkozy out of office on Sunday.", "2012-05-06"),
        ("WARSAW - Poles turned President Bronislaw Komorowski out of office on Sunday.", "2015-05-24"),
        ("DAKAR - Senegalese on Sunday voted Abdoulaye Wade out of the presidential palace and handed it to "
         "Macky Sall, who took 65 percent in the run-off.", "2012-03-25"),
        ("PARIS - French voters threw bottles at President Nicolas Sarkozy on Sunday.", None),
        ("PARIS - French voters may throw President Nicolas Sarkozy out of office on Sunday.", None),
        ("WARSAW - Poles turned out in numbers on Sunday to hear President Bronislaw Komorowski.", None),
    ],
)  # fmt: skip
def test_whom_a_people_votes_out(text: str, value: str | None) -> None:
    """A president who is thrown out of office lost the vote that ended his rule, whoever follows him."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "COPENHAGEN - Danes voted on Thursday, and Prime Minister Helle Thorning-Schmidt lost.",
            "2015-06-18",
        ),
        ("ATHENS - Greeks voted on Sunday, and Prime Minister Antonis Samaras lost.", "2015-01-25"),
    ],
)
def test_a_people_by_its_name_in_the_plural(text: str, value: str) -> None:
    """Peoples whose name is no adjective vote like others."""
    assert day_of(text) == value
