"""Eves: what lies so many days before or after something else, and what is only mentioned beside it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Berlin (dpa) - The Social Democrats and the Greens signed a pact on Tuesday, a day before the "
         "Bundestag was to elect Olaf Scholz chancellor.", "2021-12-07"),
        ("HANOI - Two days before parliament was to elect Nguyen Phu Trong state president, delegates of the "
         "Communist Party of Vietnam met voters in Hanoi on Sunday.", "2018-10-21"),
        ("Berlin (dpa) - The CDU and the SPD met on Monday. Parliament is due to elect Angela Merkel "
         "chancellor on November 22.", None),
        ("Berlin (dpa) - Days before the Bundestag was to elect Olaf Scholz chancellor, the SPD met.", None),
    ],
)  # fmt: skip
def test_the_day_before_an_office_is_taken(text: str, value: str | None) -> None:
    """`A day before` parliament elects somebody is the day before that office is taken, and no other."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Berlin (dpa) - The CDU and the SPD signed their treaty on Friday, two months to the day after an "
         "election.\n\nThe Bundestag is due to elect Angela Merkel chancellor on November 22.", "2005-11-18"),
        ("Berlin (dpa) - The CDU and the SPD signed their treaty on Friday, a year to the day after an "
         "election.\n\nThe Bundestag is due to elect Angela Merkel chancellor on November 22.", None),
    ],
)  # fmt: skip
def test_to_the_day(text: str, value: str | None) -> None:
    """`Two months to the day after` is that day; a day printed behind an office tells which is meant."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HANOI, June 27 - Do Muoi met guests here on the eve of the Eighth National Congress of the "
         "Communist Party of Vietnam (CPV).", "1996-06-27"),
        ("HANOI, April 18 - Visitors came on the eve of the Ninth National Congress of the Communist Party "
         "of Vietnam (CPV), recalling the road since the Sixth National Congress.", "2001-04-18"),
        ("HANOI, July 18 - Visitors came on the eve of the Ninth National Congress of the Communist Party "
         "of Vietnam (CPV).", None),
    ],
)  # fmt: skip
def test_the_eve_of_a_congress(text: str, value: str | None) -> None:
    """The eve of a congress lies in the days before it; older congresses beside it are history."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("the 9th Congress of his party in March had decided", "2011-06-14"),
        ("the 9th Congress of his party in May had decided", None),
    ],
)
def test_a_congress_of_the_speakers_party_by_its_month(told: str, value: str | None) -> None:
    """A month behind `congress of his party` is that of the congress: the year is its own."""
    text = (
        "VIENTIANE, June 14 - Bounthong Chitmany, head of the inspection commission of the Lao People's "
        f"Revolutionary Party (LPRP), told guests what {told}."
    )
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ROME - Elly Schlein beat Stefano Bonaccini in Sunday's primary to become the first woman to lead "
         "the Democratic Party (PD), final figures showed on February 27.", "2023-02-26"),
        ("SEOUL - Lee Jae-myung beat Kim Moon-soo in Tuesday's presidential election, results showed on "
         "June 4.", "2025-06-03"),
    ],
)  # fmt: skip
def test_votes_are_counted_later(text: str, value: str) -> None:
    """The day on which figures showed who won is not the day of the vote, whose weekday is told."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("WASHINGTON - Howard Dean, whose own run for office failed a year ago, was elected chairman of the "
         "Democratic National Committee on Saturday.", "2005-02-12"),
        ("WASHINGTON - Howard Dean, whose friend was elected chairman of a club on Saturday, spoke.", None),
        ("JOHANNESBURG - Cyril Ramaphosa was elected leader of South Africa's ruling African National "
         "Congress on Monday.", "2017-12-18"),
        ("HAMBURG - Germany's Christian Democratic Union (CDU) chose Annegret Kramp-Karrenbauer on Friday to "
         "follow Angela Merkel.", "2018-12-07"),
        ("HAMBURG - Delegates who chose a hotel on Friday were to follow Angela Merkel to the hall.", None),
    ],
)  # fmt: skip
def test_who_is_chosen(text: str, value: str | None) -> None:
    """A closed clause `whose ...` says nothing of the verb behind it; who is followed is not chosen."""
    assert day_of(text) == value


def test_what_a_paper_wants_in_some_year_is_ahead() -> None:
    """The year in which something is wanted is a goal, not history."""
    text = (
        "Berlin (dpa) - The SPD signed a pact on Tuesday, a day before the Bundestag was to elect Olaf "
        "Scholz chancellor.\n\nThe paper wants an end to coal-fired power in 2030."
    )
    assert day_of(text) == "2021-12-07"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DENPASAR - Megawati was on Thursday sworn in again, hours after the Fifth Congress of the "
         "Indonesian Democratic Party of Struggle (PDI-P) opened in Sanur.", "2019-08-08"),
        ("HANOI - Two days after the 13th National Congress of the Communist Party of Vietnam (CPV) opened, "
         "guests met on Wednesday.", "2021-01-27"),
        ("HANOI - Two days after the 13th National Congress of the Communist Party of Vietnam (CPV), guests "
         "met on Wednesday.", "2021-02-03"),
    ],
)  # fmt: skip
def test_a_congress_from_its_first_day(text: str, value: str) -> None:
    """What is so far behind the day on which a congress opened is not counted from its last."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("below", "value"),
    [
        ("Kim spoke on Thursday in his closing speech at a conference of cells, three months after the "
         "8th Congress of the party in January.", "2021-04-08"),
        ("Kim spoke at a conference of cells, three months after the 8th Congress of the party in January. "
         "It ends on Thursday.", "2021-04-09"),
    ],
)  # fmt: skip
def test_the_day_of_the_telling(below: str, value: str) -> None:
    """Where a lead says when state media told of it, the day that opens the next paragraph is it."""
    text = (
        "SEOUL, April 9 (Yonhap) -- North Korean leader Kim Jong-un has told secretaries of the ruling "
        f"Workers' Party of Korea (WPK) to brace for hardship, state media said Friday.\n\n{below}"
    )
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Berlin (dpa) - Sahra Wagenknecht founded a party of her own on Monday.\n\nThe Sahra "
         "Wagenknecht Alliance (BSW) is led by two women.", "2024-01-08"),
        ("Berlin (dpa) - Sahra Wagenknecht, who founded a party of her own last year, spoke on Monday.\n\n"
         "The Sahra Wagenknecht Alliance (BSW) is in three parliaments.", None),
        ("Berlin (dpa) - Sahra Wagenknecht's former ally founded a party on Tuesday.\n\nThe Sahra "
         "Wagenknecht Alliance (BSW) said nothing.", None),
    ],
)  # fmt: skip
def test_whose_party_is_founded(text: str, value: str | None) -> None:
    """A party of one's own that is named below is founded in the lead, if that is told as news."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NEW DELHI, Sep 12 (PTI) Sitaram Yechury, who took over the party in 2015, died here on Thursday.",
         "2024-09-12"),
        ("NEW DELHI, Sep 12 (PTI) Congress leader Rahul Gandhi spoke to reporters here.", None),
        ("HANOI - The Lao Embassy received flowers on August 12 for the 70th anniversary of Pasaxon, whose "
         "first issue left a cave in August 1950.", "2020-08-12"),
        ("POLOKWANE, Dec 18 (AFP) - Jacob Zuma wrested the leadership of the African National Congress from "
         "Thabo Mbeki late Tuesday.", "2007-12-18"),
    ],
)  # fmt: skip
def test_years_by_a_life_an_issue_and_an_office(text: str, value: str | None) -> None:
    """Deaths, first issues and contests tell a year; `leader` in India is anybody's name for a politician."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("told", "is_told"),
    [("stepped down last month", True), ("will step down next month", False)],
)
def test_offices_left_last_month(told: str, is_told: bool) -> None:
    """Who left an office last month left it in the month before the event."""
    text = f"LONDON - The Conservatives have met in private since Iain Duncan Smith {told}."
    found = read(f"{text}\n").date
    assert ((str(found.earliest), str(found.latest)) == ("2003-12-01", "2003-12-31")) == is_told
