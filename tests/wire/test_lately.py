"""Lately: who took an office or left it in a month without a year, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Hun Manet, who took over from his father Hun Sen in August, met guests on November 8.",
            "2023-11-08",
        ),
        ("Anura Kumara Dissanayake, carried into office last September, came on May 4.", "2025-05-04"),
        ("Anthony Albanese met party leaders on June 1. He took office in May.", "2022-06-01"),
        ("The party of Gotabaya Rajapaksa, who was ousted in July, met on August 10.", "2022-08-10"),
        ("Emmanuel Macron, who was re-elected in April, met leaders on June 3.", None),
        ("Keir Starmer, who was elected captain of his club in July, called on October 3.", None),
        ("Hun Manet, whose wife took over a shop in August, met guests on November 8.", None),
        ("Hun Manet, who took over from his father in May, met guests on November 8.", None),
    ],
)
def test_the_month_of_an_office_taken_or_left_tells_the_year(text: str, value: str | None) -> None:
    """The event is of the year behind that month, if a term of whoever is meant begins or ends in it."""
    assert read(f"HANOI (AP) - {text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Zimbabwe's ruling party fired longtime President Robert Mugabe on Sunday.", "2017-11-19"),
        ("Zimbabwe's ruling party fired the driver of President Robert Mugabe on Sunday.", None),
        ("Former President Robert Mugabe was recalled to hospital on Sunday.", None),
    ],
)
def test_a_leader_removed_dates_a_lead(text: str, value: str | None) -> None:
    """That a leader is removed is told on the day itself, where the weekday is right."""
    assert read(f"HARARE (AP) - {text}\n").date.value == value


def test_an_office_taken_on_the_printed_day_tells_its_year() -> None:
    """A dateline of the day on which somebody of the lead took office is of that year."""
    text = "Leonid Slutsky, a lawmaker, has been elected to lead the Liberal Democratic Party of Russia.\n"
    assert read(f"MOSCOW, May 27. /TASS/. {text}").date.value == "2022-05-27"
    assert read(f"MOSCOW, May 28. /TASS/. {text}").date.value != "2022-05-27"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("TOKYO, Aug. 28 -- Prime Minister Shinzo Abe of the LDP said Friday he will resign.", "2020-08-28"),
        ("TOKYO, Aug. 28 -- Prime Minister Shinzo Abe said Friday his aide Taro Tanaka will resign.", None),
        ("KATHMANDU, March 3 -- Prachanda, who has been prime minister twice, met guests Sunday.", None),
        ("LONDON -- David Cameron held his first meeting as prime minister on May 12.", "2010-05-12"),
        ("LONDON -- David Cameron held a cabinet meeting as prime minister on May 12.", None),
        ("LISBON -- The Social Democrats won Sunday's vote in Portugal and ousted the Socialists of Prime "
         "Minister Jose Socrates.", "2011-06-05"),
    ],
)  # fmt: skip
def test_an_office_given_up_or_new_tells_the_year(text: str, value: str | None) -> None:
    """Who resigns leaves soon, what is done first as a leader is done soon, and the loser of a vote goes."""
    assert read(f"{text}\n").date.value == value
