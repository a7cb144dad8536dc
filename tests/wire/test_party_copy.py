"""What agencies print of parties that visit each other, and what tells its year."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The 7 th Theoretical Workshop between the Communist Party of Vietnam (CPV) and the Communist "
            "Party of China (CPC) opened in Jiangsu province, China on Nov. 28.",
            "2011-11-28",
        ),
        (
            "The seventh theoretical workshop between the Communist Party of Vietnam (CPV) and the Lao "
            "People's Revolutionary Party (LPRP) opened in Quang Binh province on July 30.",
            "2019-07-30",
        ),
        (
            "The Japanese Communist Party on October 13 held its 10th theoretical exchange meeting with the "
            "Communist Party of Vietnam at its head office in Tokyo.",
            "2022-10-13",
        ),
        (
            "HAVANA, Oct 23 (Prensa Latina) The VI Theoretical Seminar between the Communist Parties of Cuba "
            "and China was held here today.",
            "2024-10-23",
        ),
        ("The seventh theoretical workshop opened in Hanoi on July 30.", None),
        (
            "The seventh theoretical workshop of the Communist Party of India opened in Delhi on July 30.",
            None,
        ),
    ],
)
def test_what_two_parties_hold_together_is_told_by_whose_it_is(text: str, value: str | None) -> None:
    """Workshops of one name and number are several pairs': the two countries named say which it is."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Hanoi (VNA) - The Communist Party of Vietnam Central Committee has sent a congratulatory "
            "message to the Japanese Communist Party on its 27th Congress.",
            "2017-01",
        ),
        (
            "Hanoi (VNA) - The Communist Party of Vietnam sent a letter to the Japanese Communist Party on "
            "the decisions of its 27th Congress.",
            None,
        ),
    ],
)
def test_a_greeting_to_a_congress_is_sent_while_it_meets(text: str, value: str | None) -> None:
    """A message on a congress has its days; a letter on its decisions may follow much later."""
    assert read(f"{text}\n").date.value == value
