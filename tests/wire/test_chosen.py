"""Chosen: the day on which a party chose somebody, however a lead says it, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OTTAWA (AP) - Mark Carney smiled as the Liberal Party elected him its leader"
         " Sunday.", "2025-03-09"),
        ("BERLIN (dpa) - The Social Democratic Party (SPD) will be led by Norbert Walter-Borjans and Saskia"
         " Esken, it was made public on Saturday.", "2019-11-30"),
        ("Newcomer Kasselakis wins vote to lead Greek leftists\n\nATHENS (AP) - A former trader was chosen on"
         " Sunday to lead Syriza.\n\nStefanos Kasselakis, 35, won 56% in a runoff.", "2023-09-24"),
        ("LISBON, Oct 2 (Reuters) - Portugal's Socialist Party (PS) swept back to power on Sunday, but"
         " its leader Antonio Guterres fell short of a majority.", "1995-10-01"),
        ("Ruling party picks Park Geun-hye for Dec. 19 vote\n\nSEOUL, Aug. 20 (Yonhap) -- The ruling Saenuri"
         " Party named Park Geun-hye as its presidential candidate on Monday.", "2012-08-20"),
        ("JOHANNESBURG (AP) - Jacob Zuma crushed Kgalema Motlanthe on Tuesday to remain leader of the"
         " African National Congress.\n\nZuma won 2,983 votes at the party's 53rd National"
         " Conference.", "2012-12-18"),
        ("BERLIN (AP) - Members of the Social Democratic Party have backed another coalition with Angela"
         " Merkel's conservatives, the party said Sunday.", "2018-03-04"),
        ("MOSCOW, December 17. /TASS/. The delegates of the 21st United Russia congress resolved on Sunday to"
         " back Vladimir Putin.", "2023-12-17"),
        ("BERLIN (AP) - A delegation of the Social Democratic Party that will be led by Saskia Esken leaves"
         " on Saturday.", None),
        ("MEXICO CITY (AP) - A court on Tuesday named Felipe Calderon president-elect.", None),
        ("ROME (AP) - Bakers loyal to Jacques Chirac met on Sunday and elected former butcher Al Roe as head"
         " of the guild.", None),
        ("PRETORIA (AP) - Jacob Zuma spoke on Tuesday.\n\nZuma, who won 2,983 votes at the African National"
         " Congress' 53rd National Conference, was tired.", None),
        ("BERLIN (AP) - A friend of members of the Social Democratic Party backed Angela Merkel's"
         " conservatives on Sunday.", None),
    ],
)  # fmt: skip
def test_who_was_chosen_when(text: str, day: str | None) -> None:
    """The words for a choice give its day; a delegation, another's choice and one of old give none."""
    assert day_of(text + "\n") == day


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("ROME (AP) - Italy's Democratic Party on Thursday voted to replace Prime Minister Enrico Letta.",
         "2014-02-13"),
        ("RAMALLAH (AFP) - Mahmoud Abbas was elected on Sunday to succeed Yasser Arafat as president.",
         "2005-01-09"),
        ("ANKARA (AA) - The Justice and Development Party (AKP) of Recep Tayyip Erdogan swept to power on"
         " Sunday.", "2002-11-03"),
    ],
)  # fmt: skip
def test_a_range_does_not_begin_behind_the_choice(text: str, inside: str) -> None:
    """A party votes weeks before an office changes hands, voters months before; nobody else's vote is it."""
    date = read(text + "\n").date
    assert date.value is None or date.value == inside
    assert date.earliest is not None and str(date.earliest) <= inside <= str(date.latest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Manh, Hu hold talks in Beijing\n\nBEIJING - Party General Secretary Nong Duc Manh and his guest"
         " Hu Jintao agreed at talks here on August 22 on the border.\n\nManh is on his first visit to China"
         " since he was re-elected by the 10th National Congress in April.", "2006-08-22"),
        ("Hanoi, March 30 (VNA) -- Le Kha Phieu this afternoon received an envoy who told him of the Seventh"
         " Congress of the Lao People's Revolutionary Party, held from March 12 to 14.", "2001-03-30"),
        ("A delegation of the CPV attended the 22nd Congress of the Portuguese Communist Party (PCP), which"
         " opened in Almada on December 13.", "2024-12-13"),
        ("SEOUL, March 23 (Yonhap) -- The Grand National Party (GNP) chose Park Geun-hye as its new leader on"
         " Tuesday, ahead of the April 15 parliamentary elections.", "2004-03-23"),
        ("TORONTO (CP) - Jack Layton swept to the leadership of the New Democratic Party on Saturday.",
         "2003-01-25"),
        ("HANOI (VNA) - Nong Duc Manh received a guest on Friday.\n\nHe congratulated Vietnam, which"
         " a day earlier became the 150th member of the World Trade Organisation (WTO).", "2007-01-12"),
    ],
)  # fmt: skip
def test_a_clause_beside_a_happening_is_of_its_own_time(text: str, day: str) -> None:
    """A month, a day or an office is of the clause that it stands in; a distance may stand in front."""
    assert day_of(text + "\n") == day
