"""Oaths: who takes an office, and who only opens something, is sworn in again or may take it one day."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Germany's Social Democrats (SPD) on Sunday elected a combative new leader to guide them.\n\n"
            "Andrea Nahles, who heads the group in parliament, won two-thirds of the votes in Wiesbaden.",
            "2018-04-22",
        ),
        (
            "The Constitutional Democratic Party of Japan is to vote on Monday to choose its next leader.\n\n"
            "Former Prime Minister Yoshihiko Noda held the lead, a survey found.",
            "2024-09-23",
        ),
        (
            "The Communist Party of China (CPC) on Wednesday elected a new Central Committee at the closing "
            "session of its 18th National Congress.",
            "2012-11-14",
        ),
        (
            "The steering committee of the ANC met on Tuesday amid concerns over the counting.\n\n"
            "Cyril Ramaphosa was elected President of the African National Congress on Monday night.",
            "2017-12-19",
        ),
    ],
)
def test_a_choice_is_dated_by_whoever_was_chosen(text: str, day: str) -> None:
    """Who is named below a lead that tells of a choice, or chosen on its weekday, tells the day."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        (
            "CANBERRA: Julia Gillard was sworn in as Australia's prime minister Tuesday, as ever.",
            "2010-09-14",
        ),
        (
            "Hungary's Prime Minister Ferenc Gyurcsany and his new cabinet were sworn in on Friday.",
            "2006-06-09",
        ),
        (
            "Croatian Democratic Union President Andrej Plenkovic said Friday the two parties agreed. "
            "Plenkovic is likely to be Croatia's new prime minister.",
            "2016-10-07",
        ),
        (
            "The SPD yesterday chose Frank-Walter Steinmeier, aiming to challenge its rival Angela "
            "Merkel of the Christian Democrats (CDU), in the general election of 2009.",
            "2008-10-18",
        ),
        (
            "Prime Minister Hun Sen met guests, who spoke of the export of rice to China in 2017 and 2018.",
            "2017-09-20",
        ),
    ],
)
def test_a_range_holds_the_day(text: str, inside: str) -> None:
    """What is no first oath, or an office that is only likely, never rules the day out."""
    found = read(text + "\n").date
    assert found.value is None
    assert found.earliest is None or found.earliest.isoformat() <= inside
    assert found.latest is None or inside <= found.latest.isoformat()


def test_a_congress_in_a_party_is_no_vote_of_the_same_day() -> None:
    """The day of a congress that is ahead is not that of an election held on it in another year."""
    text = (
        "Interfax reports on Friday, December 3.\n\nThe reporting and election stage of the United Russia "
        "Congress will be held on December 4 in Moscow.\n"
    )
    assert read(text).date.earliest is None
