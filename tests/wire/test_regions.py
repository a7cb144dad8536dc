"""Tests of regions: votes of the parts of a country, of peoples on one question, and in phases."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GLASGOW (AFP) - Scots cast their ballots on Thursday in a referendum on whether to seek "
         "independence.", "2014-09-18"),
        ("MONTREAL - Quebecers voted narrowly against independence in a referendum on Monday.", "1995-10-30"),
        ("BARCELONA (AP) - Catalonia voted on Thursday in a regional election.", "2017-12-21"),
        ("MONTREAL (AFP) - The Liberals of Quebec lost Tuesday's provincial election.", "2012-09-04"),
    ],
)  # fmt: skip
def test_a_part_of_a_country_votes_alone(text: str, day: str | None) -> None:
    """Who votes tells which part of a country it is, by the name of its land or of its people."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    "text",
    [
        "CARDIFF (AFP) - Welsh voters were asked on Thursday in a referendum about their assembly.",
        "CARDIFF (AFP) - Wales voted on Thursday in a referendum.",
        "EDINBURGH (AFP) - The Nationalists won Thursday's Scottish parliamentary election.",
        "CANBERRA (AAP) - Labor won Saturday's Victoria state election.",
    ],
)
def test_a_vote_of_a_part_is_none_of_the_country(text: str) -> None:
    """The country's own vote on such a day is not meant, nor one of several of its part."""
    assert read(text + "\n").date.value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON (AP) - Britons voted on Thursday in a referendum on leaving the bloc.", "2016-06-23"),
        ("DUBLIN (AFP) - Irish voters turned down the Lisbon treaty in a referendum on Thursday.",
         "2008-06-12"),
        ("DUBLIN (AFP) - Irish voters turned down the plan in a referendum on Thursday.", None),
        ("LA PAZ (AFP) - Bolivians approved a new constitution in a referendum on Sunday.", None),
    ],
)  # fmt: skip
def test_a_referendum_is_known_by_its_question(text: str, day: str | None) -> None:
    """What a people votes on tells which of its referendums it is."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("on Friday in the first phase of the general election", "2024-04-19"),
        ("on Friday in the second phase of the general election", None),
        ("on Friday in the fifth stage of an election that goes on for weeks", None),
        ("on Friday in the general election, in the third phase", None),
    ],
)
def test_a_phase_of_a_vote_is_on_a_day_of_its_own(told: str, day: str | None) -> None:
    """Of a vote in phases the days of the first and the last are known."""
    assert read(f"NEW DELHI (PTI) - Indians voted {told}.\n").date.value == day


def test_who_is_chosen_between_takes_no_office() -> None:
    """Voters who choose between two people make neither of them anything yet."""
    text = "PARIS (AP) - Party members meet on Sunday to choose between Nicolas Sarkozy and a rival.\n"
    assert read(text).date.value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON (AP) - Britons voted on Thursday in a referendum on their voting system.",
         "2011-05-05"),
        ("HANOVER, Germany (dpa) - The state election in Lower Saxony was held on Sunday.", None),
        ("DRESDEN, Germany (dpa) - The Greens lost votes in Sunday's Lower Saxony state election, held when "
         "David McAllister ruled there.", None),
    ],
)  # fmt: skip
def test_a_part_or_a_question_is_the_one_that_is_told(text: str, day: str | None) -> None:
    """The question that is printed tells one referendum of two; a longer name holds no other part's."""
    assert read(text + "\n").date.value == day
