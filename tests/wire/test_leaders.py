"""Leaders: who holds, takes or has just been given an office dates a text, and only what the text says."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Tom Perez was elected chairman of the Democratic National Committee on Saturday, in "
            "charge of a party with fewer governors than at any time since the 1920s.",
            "2017-02-25",
        ),
        (
            "Mario Draghi was sworn in on Saturday at the head of a government of all parties.",
            "2021-02-13",
        ),
        (
            "Congress leader Siddaramaiah was sworn in as chief minister of Karnataka on Saturday, a "
            "week after the party's big win over the BJP.",
            "2023-05-20",
        ),
        (
            "The FDP of Christian Lindner walked out of talks with Chancellor Angela Merkel's CDU and "
            "the Greens late on Sunday, eight weeks after Germany's federal election.",
            "2017-11-19",
        ),
        (
            "Gerindra's Prabowo Subianto, who also serves as Defense Minister of Indonesia, met "
            "voters on Saturday (August 13), ahead of the 2024 elections.",
            "2022-08-13",
        ),
        (
            "Truong Thi Mai, Politburo member, Standing member of the Party Central Committee's "
            "Secretariat and head of its Organisation Commission, met guests on March 20 (Wednesday).",
            "2024-03-20",
        ),
        (
            "Sonexay Siphandone, newly elected Prime Minister of Laos, met guests on January 20.",
            "2023-01-20",
        ),
        (
            "Xi Jinping met his host on November 5, less than three months before the 12th National "
            "Congress of the Communist Party of Vietnam.",
            "2015-11-05",
        ),
        (
            "The Socialists of Prime Minister Pedro Sanchez of Spain won Sunday's general election, "
            "the fourth in four years.",
            "2019-11-10",
        ),
        (
            "The NDA on Wednesday elected Narendra Modi as its leader, with JD(U)'s Nitish Kumar present.",
            None,
        ),
        (
            "Two weeks after the death of Boris Johnson's mother, the Conservative Party met on Monday.",
            None,
        ),
        (
            "The ruling ZANU-PF of President Emmerson Mnangagwa of Zimbabwe held a rally on Friday.",
            None,
        ),
    ],
)
def test_who_holds_or_takes_an_office_dates_a_text(text: str, value: str | None) -> None:
    """Known days of offices, congresses and votes near by give the day; what several fit stays open."""
    assert read(f"BERLIN (Reuters) - {text}\n").date.value == value


def test_a_rule_that_ended_on_a_weekday() -> None:
    """`15 years in power ended on Monday` is told of the day on which an office was left."""
    text = "Shinzo Abe's eight years in power ended on Wednesday as parliament chose a new premier."
    assert day_of(f"TOKYO (Kyodo) - {text}") == "2020-09-16"
    assert day_of(f"TOKYO (Kyodo) - {text.replace('Wednesday', 'Friday')}") is None
