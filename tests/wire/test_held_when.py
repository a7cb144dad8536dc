"""Held when: a month or a year beside a congress says how far it lies from what is told."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (
            "{} 12 on plans for the 8th Congress of the Communist Party of Cuba in April next year",
            "2020-{}-12",
        ),
        ("{} 12 on the 8th Congress of the Communist Party of Cuba set for April this year", "2021-{}-12"),
        ("{} 12 on the 8th Congress of the Communist Party of Cuba, held in April last year", "2022-{}-12"),
    ],
)
def test_a_month_with_its_year_beside_a_congress(told: str, day: str) -> None:
    """`In April next year` puts the event into the year before, `last year` into the one behind."""
    said, number = ("November", "11") if "next" in told else ("February", "02")
    text = f"Hanoi (VNA) – Delegates of both parties talked in Hanoi on {told.format(said)}."
    assert day_of(text) == day.format(number)


def test_the_month_alone_keeps_its_meaning() -> None:
    """`Held in April` without a year is the last April."""
    text = (
        "Hanoi (VNA) – They spoke on June 3 of the 8th Congress of the Communist Party of Cuba held in April."
    )
    assert day_of(text) == "2021-06-03"


def test_a_newly_formed_party_is_young() -> None:
    """A party called newly formed was founded in the months before, on no day that is told of."""
    text = (
        "KATHMANDU, July 4 (Xinhua) -- Guests met the newly merged Nepal Communist Party here on Wednesday."
    )
    assert day_of(text) == "2018-07-04"


def test_another_country_votes() -> None:
    """A vote is known by the country in its name, though no place of the text is in it."""
    text = (
        "MOSCOW, July 23. /TASS/. Members of United Russia talked on Tuesday, two days after Ukraine's"
        " parliamentary election."
    )
    assert day_of(text) == "2019-07-23"


def test_letters_behind_a_congress_are_a_party() -> None:
    """What holds a numbered congress is a party, wherever the text was written."""
    text = "Vientiane (KPL) Kim Bounma spoke on December 2 of the outcome of the 18th Congress of the CPC."
    assert day_of(text) == "2012-12-02"


def test_a_gathering_is_placed_by_here() -> None:
    """`Here` puts a gathering without a number at the place of the dateline."""
    text = "KAZAN, Oct. 24 (Xinhua) -- Leaders of both sides met on Thursday as the BRICS summit ended here."
    assert day_of(text) == "2024-10-24"
    assert day_of(text.replace(" ended here", " ended")) is None


def test_days_are_counted_from_the_first_day_of_a_vote_or_the_last() -> None:
    """A vote of several days lies so many days back from any of them."""
    text = (
        "MOSCOW (TASS) - The Communist Party of the Russian Federation spoke on September {}, {} days after"
    )
    text += " the State Duma elections."
    assert day_of(text.format(22, "five")) == "2021-09-22"
    assert day_of(text.format(22, "three")) == "2021-09-22"


@pytest.mark.parametrize(
    "told",
    [
        "on Thursday confirmed the chairwoman in office.",
        "unanimously elected a new committee in the capital on Thursday.",
    ],
)
def test_what_a_congress_decides_is_on_one_of_its_days(told: str) -> None:
    """A congress that elects or adopts something on a weekday does so while it meets."""
    text = f"BRASILIA (AP) - The 15th congress of the Communist Party of Brazil {told}"
    assert day_of(text.replace("Thursday", "Saturday")) == "2021-10-16"
    assert day_of(text) == "2021-10"  # no Thursday is among its days


def test_xinhua_tells_of_a_day_on_that_day() -> None:
    """Of two years, that is meant in which `here on Thursday` is the day of Xinhua's dateline itself."""
    text = "BEIJING, Sept. 7 (Xinhua) -- Liu Jianchao, head of the International Department of the Communist"
    assert day_of(f"{text} Party of China Central Committee, met guests here on Thursday.") == "2023-09-07"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("on Tuesday, a day before the 19th Congress of the Communist Party of China opens", "2017-10-17"),
        ("on Monday, a day before the 19th Congress of the Communist Party of China closed", "2017-10-23"),
        ("two days before the close of the 19th Congress of the Communist Party of China", "2017-10-22"),
        ("three days after the opening of the 19th Congress of the Communist Party of China", "2017-10-21"),
    ],
)
def test_days_are_counted_to_the_end_of_a_congress_too(told: str, day: str | None) -> None:
    """What comes before a congress closes is counted to its last day, not to its first."""
    assert day_of(f"BEIJING (Xinhua) -- Delegates from the provinces spoke to the press {told}.") == day


def test_a_congress_without_its_party_is_that_of_who_was_elected() -> None:
    """A number that the named party's congresses have not reached is another's, known by a person."""
    text = (
        "VIENTIANE, November 16 (KPL) - The LPRP leader greeted Xi Jinping on his election at the recent {}"
    )
    assert day_of(text.format("18th National Congress.")) == "2012-11-16"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("TUNIS (TAP) - Guests from abroad were there on Friday evening as Ennahda raised the curtain on its "
         "tenth congress before a large crowd.", "2016-05-20"),
        ("TORONTO (CP) - Jagmeet Singh carried off the federal NDP leadership on Sunday.", "2017-10-01"),
        ("Kathmandu, May 17 (RSS): Two parties ceased to exist this afternoon and the Nepal Communist Party "
         "(NCP) came into being.", "2018-05-17"),
        ("Díli, 23 May (Lusa) - The CNRT picked up 31 of the 65 seats when East Timor went to the polls on "
         "Sunday.", "2023-05-21"),
        ("Phnom Penh, June 28 (AKP) - Supporters of the Cambodian People's Party (CPP) gathered for its "
         "65 th birthday this morning.", "2016-06-28"),
    ],
)  # fmt: skip
def test_what_is_told_in_rarer_words(text: str, day: str) -> None:
    """A party comes into being, a leadership is carried off, and a people goes to the polls days before."""
    assert day_of(text) == day
