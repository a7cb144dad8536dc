"""Polls: how far an event lies from a vote, and which vote it is, by the words around the name."""

from __future__ import annotations

from datetime import date

import pytest

from store.wire.relations import distance, relation_of
from tests.wire.scoring import read

MONDAY = date(2022, 10, 31)
"""The day after the run-off of 30 October 2022, a Sunday."""


@pytest.mark.parametrize(
    ("left", "right", "vote", "allowed"),
    [
        ("He spoke after Sunday's ", ".", date(2022, 10, 30), (date(2022, 10, 30), date(2022, 11, 5))),
        ("He will vote in Sunday's ", ".", date(2022, 10, 30), (date(2022, 10, 24), date(2022, 10, 30))),
        ("He spoke after Monday's ", ".", date(2022, 10, 30), None),
        ("Three weeks after losing the ", ".", date(2022, 10, 30), (date(2022, 11, 17), date(2022, 11, 23))),
        ("A day before the ", ".", date(2022, 10, 30), (date(2022, 10, 29), date(2022, 10, 29))),
        ("On the eve of the ", ".", date(2022, 10, 30), (date(2022, 10, 29), date(2022, 10, 29))),
        ("They won last year's ", ".", date(2017, 12, 7), (date(2018, 1, 1), date(2018, 12, 31))),
        ("They look to next year's ", ".", date(2018, 5, 9), (date(2017, 1, 1), date(2017, 12, 31))),
        ("After last month's ", ".", date(2022, 11, 19), (date(2022, 12, 1), date(2022, 12, 31))),
        ("They lost the ", " held in July.", date(2018, 7, 29), (date(2018, 8, 1), date(2019, 6, 30))),
        ("They lost the ", " held in June.", date(2018, 7, 29), None),
        ("They will contest the ", " on May 9.", date(2022, 5, 9), (date(2021, 6, 13), date(2022, 5, 9))),
        ("Kenyans voted on Tuesday in a ", ".", date(2022, 8, 9), (date(2022, 8, 3), date(2022, 8, 15))),
        ("Kenyans voted tuesday in a ", ".", date(2022, 8, 9), (date(2022, 8, 3), date(2022, 8, 15))),
        (
            "To be re-elected they go to the ",
            " on Sunday.",
            date(2022, 10, 30),
            (date(2022, 10, 24), date(2022, 10, 30)),
        ),
        (
            "He was re-elected in the ",
            " on Sunday.",
            date(2022, 10, 30),
            (date(2022, 10, 30), date(2022, 11, 5)),
        ),
        (
            "Two and a half weeks after the ",
            ".",
            date(2022, 10, 30),
            (date(2022, 11, 14), date(2022, 11, 20)),
        ),
        (
            "Three and a half months before the ",
            ".",
            date(2022, 10, 30),
            (date(2022, 7, 2), date(2022, 8, 1)),
        ),
        (
            "Two and a half weeks after the July 29 ",
            ".",
            date(2018, 7, 29),
            (date(2018, 8, 13), date(2018, 8, 19)),
        ),
        ("A week and a half before the ", ".", date(2018, 7, 29), (date(2018, 7, 16), date(2018, 7, 22))),
        ("Two and a half weeks after the July 29 ", ".", date(2018, 7, 22), None),
        ("Two weeks after the 7 June ", ".", date(2018, 7, 22), None),
        ("A DAY BEFORE THE ", ".", date(2022, 10, 30), (date(2022, 10, 29), date(2022, 10, 29))),
    ],
)
def test_words_beside_a_vote_allow_days(
    left: str, right: str, vote: date, allowed: tuple[date, date] | None
) -> None:
    """A weekday, a distance, a month or a year beside a vote allows days around it, whatever its letters."""
    relation = relation_of(left, right)
    assert relation is not None
    assert relation.around(vote) == allowed


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They talked of the ", "."),
        ("They voted on Tuesday to boycott the ", "."),
        ("Two days after he began to campaign against the ", "."),
        ("Two days after he came home, he spoke of the rules, the courts and the ", "."),
    ],
)
def test_words_that_say_nothing_of_a_vote(left: str, right: str) -> None:
    """What is told of something else gives a vote no day; nor do words that only name it."""
    assert relation_of(left, right) is None


@pytest.mark.parametrize(
    ("left", "count"),
    [("nine days before ", -9), ("six weeks after the death of her predecessor, ", 6), ("he met ", None)],
)
def test_a_distance_on_the_left(left: str, count: int | None) -> None:
    """A distance is read on the left of a name."""
    relation = distance(left)
    assert (relation.count if relation else None) == count


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("BRASILIA, Oct 31 (AFP) - The Workers' Party rested on Monday after Sunday's presidential run-off.",
         None),
        ("BRASILIA, Oct 31 (AFP) - The Workers' Party rested on Monday, after Luiz Inacio Lula da Silva beat "
         "Jair Bolsonaro in Sunday's presidential run-off.", "2022-10-31"),
        ("LONDON, May 6 (AFP) - Labour's leader in Kent spoke on Friday of Thursday's by-election.", None),
        ("New Delhi, May 23 (PTI) The CPI(M) thanked its voters on Thursday as counting of votes in the Lok "
         "Sabha elections went on.", "2019-05-23"),
        ("MADRID (AP) — The People's Party said Tuesday it would talk, two days after Spain's second general "
         "election in seven months left premier Pedro Sánchez without a majority.", "2019-11-12"),
        ("MADRID (AP) — The People's Party said Tuesday it would talk after Spain's general election.", None),
    ],
)  # fmt: skip
def test_a_vote_without_its_year_dates_a_text(text: str, value: str | None) -> None:
    """Where one known vote suits the words, the day follows; where several do, it stays open."""
    assert read(text).date.value == value


def test_which_vote_of_several_it_is_is_counted_among_all() -> None:
    """The third in four years is the third of all, whoever won them."""
    text = (
        "LONDON (AP) - British Prime Minister Theresa May congratulated Pedro Sanchez after the Socialists "
        "won Spain's third election in four years on Sunday.\n"
    )
    told = read(text).date
    assert told.earliest == date(2019, 4, 28) and told.latest and told.latest.year == 2019


def test_another_term_is_not_won_by_the_vote_that_gave_the_first() -> None:
    """Whoever seeks a second term has ruled before the vote."""
    text = "BUCHAREST (AP) - Traian Basescu is seeking a second term in Romania in Sunday's run-off.\n"
    earliest = read(text).date.earliest
    assert earliest is not None and earliest.year == 2009


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CAIRO (AP) - President Abdel Fattah el-Sisi hopes to be re-elected when Egyptians go to the "
         "polls on Monday.", "2018-03-26"),
        ("PHNOM PENH (AKP) - The National Election Committee on Wednesday declared the winner, two and a "
         "half weeks after the July 29 general election in Cambodia.", "2018-08-15"),
    ],
)  # fmt: skip
def test_a_vote_ahead_is_one_for_whoever_rules(text: str, day: str) -> None:
    """Voters go to a vote that lies ahead; weeks and a half are counted about."""
    assert read(text).date.value == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ACCRA (AFP) - Ghana's John Kufuor is tipped to win a second term in Tuesday's presidential vote.",
         "2004-12"),
        ("PARIS (AP) - Lionel Jospin hopes to force a run-off in Sunday's French presidential vote.", None),
        ("CAIRO - Egypt's Abdel Fattah al-Sisi is sure to win when people go to the polls on Monday.", None),
        ("LIMA (AFP) - Alan Garcia could come back in Sunday's run-off against Ollanta Humala.", None),
        ("BONN (AP) - Germans voted on Sunday in an election pitting Helmut Kohl against Gerhard Schroeder.",
         "1998-09-27"),
        ("MADRID (AP) - Mariano Rajoy of the People's Party is certain to govern after Spain's election on "
         "Sunday, November 20, exit polls showed.", "2011-11-20"),
    ],
)  # fmt: skip
def test_a_vote_that_is_hoped_for_is_still_ahead(text: str, value: str | None) -> None:
    """The weekday of a vote still ahead is not the event's; one that is told as held is, hopes or none."""
    assert read(text + "\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kenyans voted on Monday in an election to replace President Mwai Kibaki.", "2013-03-04"),
        ("Filipinos voted on Monday for a successor to President Benigno Aquino.", "2016-05-09"),
        ("Indonesians cast ballots on Wednesday to choose a successor to President Joko Widodo.",
         "2024-02-14"),
        ("Indonesians cast ballots on Wednesday, President Joko Widodo said.", None),
    ],
)  # fmt: skip
def test_who_is_to_have_a_successor_is_not_chosen_again(text: str, value: str | None) -> None:
    """A vote for a successor is that after which an office is left, be it months later."""
    assert read(f"CITY (AP) - {text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The party of Sonia Gandhi won India's general election on Thursday, beating Prime Minister Atal "
         "Bihari Vajpayee.", "2004-05-13"),
        ("The party of Rahul Gandhi awaits India's general election on Thursday.", None),
    ],
)  # fmt: skip
def test_nobody_wins_on_the_first_of_the_days_on_which_a_country_votes(text: str, value: str | None) -> None:
    """India votes for weeks: that it began on a Thursday in 2009 is no day of anybody's victory."""
    assert read(f"NEW DELHI (AP) - {text}\n").date.value == value


def test_a_printed_day_of_a_vote_needs_no_party() -> None:
    """A vote is known by its country and its day, whoever won it; of two with one day neither is meant."""
    text = "(AFP) - Parties of {} opened their campaigns on {} for the election on {}."
    told = text.format("the Netherlands", "February 20", "March 17")
    assert read(f"AMSTERDAM {told}\n").date.value == "2021-02-20"
    told = text.format("Norway", "August 9", "September 13")  # 1993 and 2021
    assert read(f"OSLO {told}\n").date.value is None


def test_a_printed_day_tells_the_vote_before_those_named_beside_it() -> None:
    """Whoever rules later may be named beside a vote: the day of a dateline says which it is."""
    text = (
        "BRUSSELS, Jun 13 (AFP) - The N-VA became the largest party in Sunday's federal election in Belgium, "
    )
    assert read(text + "ahead of Elio Di Rupo's Socialists.\n").date.value == "2010-06-13"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("PRAGUE (CTK) - Jiri Paroubek conceded the Czech election that ended on Saturday to Petr Necas.",
         "2010-05-29"),
        ("KATHMANDU, April 11 (AFP) - Nepal's election on Thursday was calm, the Nepali Congress said.",
         "2008-04-10"),
    ],
)  # fmt: skip
def test_a_vote_by_its_last_day_or_for_an_assembly(text: str, day: str) -> None:
    """A vote of two days is told by the day on which it ended; one for a constitution is an election, too."""
    assert read(text + "\n").date.value == day
