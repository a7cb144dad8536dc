"""Eras: years in power, words of an epidemic, and parties that are made of others below a lead."""

from __future__ import annotations

from datetime import date

import pytest

from tests.wire.scoring import read

_LAST = "The cabinet met on Tuesday.\n\nLast week's vote was lost by Prime Minister Frank Bainimarama of Fiji"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{_LAST}, who had been in power for 16 years.", "2022-12-20"),
        (f"{_LAST}, who has a dog for 16 years.", None),
        ("Nepal's ruling CPN-UML and its ally merged Thursday.\n\nPrime Minister K.P. Sharma Oli will chair "
         "the new Nepal Communist Party (NCP).", "2018-05-17"),
        ("Nepal's ruling CPN-UML met its ally Thursday.\n\nPrime Minister K.P. Sharma Oli will chair "
         "the talks with the Nepal Communist Party (NCP).", None),
    ],
)  # fmt: skip
def test_what_is_told_below_a_lead_tells_its_year(text: str, value: str | None) -> None:
    """Years in power choose the vote of last week, and a party's first day is that of a merger told."""
    assert read(f"CITY (AP) - {text}\n").date.value == value


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("because of the coronavirus", 2023),
        ("and wrote so on Twitter", 2023),
        ("and spoke of recovery after Covid-19", 2024),
        ("and wrote so on X, formerly Twitter", None),
        ("of the 2021-2026 tenure", 2026),
        ("of the 2021-2026 plan", None),
    ],
)
def test_words_of_some_years_narrow_the_range(words: str, last: int | None) -> None:
    """An epidemic that is fought and a service by its old name bound the years; what is over bounds less."""
    latest = read(f"HANOI (VNA) - General Secretary Xi Jinping met guests on March 3 {words}.\n").date.latest
    assert (latest.year if latest else None) == last


def test_an_anniversary_with_both_its_years_is_of_the_second() -> None:
    """`the 15th anniversary of their partnership (June 2008 - 2023)` is kept in 2023."""
    text = (
        "HANOI (VNA) - Nguyen Phu Trong met guests on September 5 in the year of the 15th anniversary of the"
    )
    assert read(f"{text} partnership (June 2008 - 2023).\n").date.value == "2023-09-05"
    assert read(f"{text} partnership.\n").date.value is None


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on the fight against SARS", "2003-05-07"),
        ("on severe acute respiratory syndrome", "2003-05-07"),
        ("on what was learnt since the SARS outbreak", None),
        ("on the SARS epidemic of 2003", None),
        ("on SARS-CoV-2", "2020-05-06"),
    ],
)
def test_an_epidemic_that_is_fought_tells_the_year(words: str, value: str | None) -> None:
    """SARS was one of a summer, its lessons are told for decades; another virus is COVID-19's."""
    text = f"BEIJING, May 7 (Xinhua) -- The Communist Party of China held a meeting {words} on Wednesday.\n"
    assert read(text).date.value == value


@pytest.mark.parametrize("flu", ["swine flu", "A/H1N1 flu", "A(H1N1)"])
def test_a_flu_bounds_the_years(flu: str) -> None:
    """The flu of 2009 was over in the summer after it."""
    text = f"HANOI (VNA) - General Secretary Nong Duc Manh spoke to guests on {flu} on June 26.\n"
    found = read(text).date
    assert [found.earliest, found.latest] == [date(2009, 6, 26), date(2010, 6, 26)]
