"""Triumphs: a party that comes to power is dated by the vote that brought it there."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("STOCKHOLM - The Social Democrats returned to power on Sunday after eight years in opposition.",
         "2014-09-14"),
        ("OTTAWA, Oct 20 - Justin Trudeau's Liberals swept to power on Monday.", "2015-10-19"),
        ("WELLINGTON - John Key's National Party ousted Labour on Saturday.", "2008-11-08"),
        ("MALE - Opposition candidate Ibrahim Mohamed Solih ousted President Abdulla Yameen on Sunday.",
         "2018-09-23"),
        ("MADRID - The People's Party of Mariano Rajoy won an absolute majority on Sunday, ending seven "
         "years of Socialist rule.", "2011-11-20"),
        ("MEXICO CITY - Vicente Fox ended 71 years of PRI rule on Sunday.", "2000-07-02"),
        ("KUALA LUMPUR - Barisan Nasional lost power for the first time on Wednesday as Mahathir Mohamad's "
         "Pakatan Harapan won a majority.", "2018-05-09"),
    ],
)  # fmt: skip
def test_a_vote_that_is_not_named(text: str, day: str) -> None:
    """Who came to power, whose rule ended and the day of the week tell which vote it was."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NEW YORK - Donald Trump shocked the world on Tuesday by defeating Hillary Clinton.", "2016-11-08"),
        ("QUITO - Rafael Correa beat Alvaro Noboa on Sunday.", "2006-11-26"),
        ("LAGOS - Goodluck Jonathan conceded defeat to Muhammadu Buhari on Tuesday.", "2015-03-31"),
        ("LONDON - Tony Blair won a historic third term for Labour on Thursday.", "2005-05-05"),
        ("MOSCOW - Vladimir Putin won a fourth term as president of Russia on Sunday.", "2018-03-18"),
        ("NEW DELHI - Prime Minister Narendra Modi's BJP won a second straight majority, the count showed on "
         "Thursday.", "2019-05-23"),
        ("BERLIN - Gerhard Schroeder's SPD and the Greens clung to power on Sunday.", "2002-09-22"),
        ("SANTIAGO - Sebastian Pinera beat Eduardo Frei on Sunday.", "2010-01-17"),
    ],
)  # fmt: skip
def test_a_vote_known_by_the_loser_or_the_count(text: str, day: str) -> None:
    """Whom somebody beat, how often he had won and on which day it was counted tell which vote it was."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    "text",
    [
        "LONDON - Labour swept to power in Birmingham on Thursday.",
        "AHMEDABAD - The BJP won a majority in Gujarat on Thursday.",
        "BERLIN - The Social Democrats ousted their leader Martin Schulz on Friday.",
        "PARIS - President Emmanuel Macron's party won a majority on Sunday.",
        "STOCKHOLM - The Social Democrats, who returned to power last year, met on Sunday.",
        "TOKYO - The Liberal Democratic Party won a landslide victory in Sunday's upper house election.",
        "WELLINGTON - The National Party hopes that it swept to power on Saturday.",
        "OSLO - Labour won a vote of confidence on Monday.",
        "PARIS - Emmanuel Macron beat Marine Le Pen on Sunday.",
        "PARIS - Valerie Pecresse beat Eric Ciotti in a run-off on Saturday to be the Republican candidate.",
        "NEW YORK - Donald Trump met Hillary Clinton on Tuesday.",
        "LAGOS - Goodluck Jonathan conceded to Muhammadu Buhari in 2015, a court heard on Tuesday.",
    ],
)
def test_a_victory_that_is_none_of_a_country(text: str) -> None:
    """A city's vote, a party's own, one of several, an older one and one that is hoped for give no day."""
    assert read(text + "\n").date.value is None


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL (Yonhap) - Lawmakers of the opposition impeached President Roh Moo-hyun on Monday.",
        "BERLIN - Angela Merkel was elected leader of the Steppe Party on Monday.",
        "LONDON - Boris Johnson was elected leader of the Reform Party on Tuesday, the party said.",
    ],
)
def test_another_office_than_the_known_one(text: str) -> None:
    """Whom lawmakers impeach is still in office, and another party's leader is not the known one's."""
    assert read(text + "\n").date.value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BUDAPEST (AP) - The Socialists led by Peter Medgyessy beat Prime Minister Viktor Orban's Fidesz in "
         "the second round of Hungary's parliamentary election on Sunday.", "2002-04-21"),
        ("JERUSALEM (AFP) - Prime Minister Ariel Sharon's Likud trounced its rivals in Israel's election on "
         "Tuesday.", "2003-01-28"),
        ("JERUSALEM (AFP) - The Likud of Ariel Sharon thrashed the Labour Party in Israel's election on "
         "Tuesday.", None),
    ],
)  # fmt: skip
def test_whoever_is_beaten_need_not_have_ruled(text: str, day: str | None) -> None:
    """A party is crushed by those in power, too; a premier falls where his party is defeated."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("WASHINGTON (AFP) - Lawmakers voted to oust Speaker Kevin McCarthy on Tuesday.", "2023-10-03"),
        ("WASHINGTON (AFP) - A few rebels tried on Tuesday to oust Speaker Kevin McCarthy.", None),
        ("WASHINGTON (AFP) - A rebel who voted to oust Speaker Kevin McCarthy gave up on Tuesday.", None),
    ],
)  # fmt: skip
def test_whoever_a_house_votes_to_oust_is_gone(text: str, day: str | None) -> None:
    """A removal that is voted is done; one that is tried, or is told of somebody who voted so, is not."""
    assert read(text + "\n").date.value == day
