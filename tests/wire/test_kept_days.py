"""Kept days: anniversaries of states and of what a text counts from, and years of friendship."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on September 2, the 75th birthday of the Socialist Republic of Vietnam.", "2020-09-02"),
        ("on October 2 for the 60th founding anniversary of the People's Republic of China.", "2009-10-02"),
        ("on July 1, the 15th anniversary of Hong Kong's return to China.", "2012-07-01"),
        ("on December 18 before the 20th anniversary of Macao's return to the motherland.", "2019-12-18"),
        ("on March 28 before the 50th anniversary of the Carnation Revolution.", "2024-03-28"),
    ],
)
def test_what_an_anniversary_is_of(text: str, day: str) -> None:
    """A state is as old as its first day, and what was returned is counted from its return."""
    assert day_of(f"Hanoi (VNA) – Delegates of several parties gathered {text}") == day


def test_ties_of_a_state_are_not_its_birth() -> None:
    """An anniversary of relations with a republic is not the republic's own."""
    told = "the 30th anniversary of the Republic of Korea's ties with its neighbour"
    assert day_of(f"Hanoi (VNA) – Delegates gathered on December 2 for {told}.") is None


def test_a_year_of_friendship_is_kept_in_its_year() -> None:
    """A year of friendship named in a lead is that of the event, unless it is only launched."""
    text = (
        "Hanoi (VNA) – Officials met on June 9 for {} the Vietnam-Laos Solidarity and Friendship Year 2022."
    )
    assert day_of(text.format("a concert of")) == "2022-06-09"
    assert day_of(text.format("plans for")) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Lao People's Revolutionary Party held talks on May 19, the 128th birthday of the late leader"
         " Ho Chi Minh", "2018-05-19"),
        ("A bust of Karl Marx was unveiled by the Communist Party of Austria on May 5, the 205th anniversary"
         " of his birth", "2023-05-05"),
        ("Officials paid their last respects to Fidel Castro at the Cuban Embassy on November 28",
         "2016-11-28"),
        ("An official signed the condolence book at the embassy on July 11 for Abe Shinzo", "2022-07-11"),
        ("Barack Obama left Hanoi on May 24 after meetings with the leaders", "2016-05-24"),
        ("An official spoke on August 4, two days after Nancy Pelosi visited Taiwan", "2022-08-04"),
        ("An official spoke on August 5, two days after Nancy Pelosi visited Taiwan", "2022-08-05"),
    ],
)  # fmt: skip
def test_who_is_remembered_or_was_there(text: str, day: str) -> None:
    """A life, a death and a visit tell the year of a printed day, whoever else is named beside them."""
    assert day_of(f"Hanoi (VNA) – {text}.") == day


def test_months_after_a_death_and_an_election_it_is_neither_day() -> None:
    """What a text counts from is not the day it tells of, though its weekday is the same."""
    text = "the party met, six months after Chea Sim's death and Hun Sen's election as its president."
    assert day_of(f"PHNOM PENH (AKP) – On Saturday the Cambodian People's Party {text}") is None


def test_what_is_to_be_convened_is_ahead() -> None:
    """`Proposed that the congress be convened on` prints no day of the event."""
    text = "Bo Xilai was expelled from the Communist Party on Friday and it was proposed that a congress be"
    assert day_of(f"BEIJING (Xinhua) -- {text} convened on November 8.") == "2012-09-28"


def test_his_party_is_that_of_who_is_named() -> None:
    """`His party's victory in Sunday's election` is a vote which that party won."""
    text = (
        "Democratic Party of Japan leader Yukio Hatoyama spoke on Tuesday of his party's big win in Sunday's"
    )
    assert day_of(f"TOKYO (Kyodo) - {text} general election.") == "2009-09-01"


def test_the_anniversary_of_a_death_is_counted_from_it() -> None:
    """`Death anniversary of NAME` and `anniversary of the death of NAME` are of the day on which he died."""
    assert day_of("KARACHI (APP) – Workers of the PPP gathered on December 27, the tenth death anniversary of"
                  " Benazir Bhutto.") == "2017-12-27"  # fmt: skip
    assert day_of("CARACAS (AVN) – The PSUV remembered him on March 5, the second anniversary of the death of"
                  " Hugo Chavez.") == "2015-03-05"  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "Wednesday, two days before Fidel Castro's funeral.",
        "Monday in memory of Fidel Castro, who died three days before the talks.",
    ],
)
def test_days_before_something_else_are_not_counted_from_a_death(told: str) -> None:
    """A funeral is not the day of a death, and `days before the talks` says nothing of those behind it."""
    assert day_of(f"HAVANA (AP) - The party spoke on {told}") is None


def test_the_words_for_a_death_are_those_of_the_text() -> None:
    """What is shown of a death that is counted from stands in the text as it is shown."""
    text = "HANOI (VNA) - The party met on November 10, a year after Fidel Castro's passing."
    shown = [e.quote for e in read(f"{text}\n").date.evidence if e.kind == "death"]
    assert shown == ["Fidel Castro's passing"]
