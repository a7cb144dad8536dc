"""Where somebody is and who votes: what a lead tells without naming the visit or the vote."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HANOI - US President Barack Obama told students on Tuesday that he was moved by their welcome.",
         "2016-05-24"),
        ("HANOI - A minister told students on Tuesday that he had read of President Barack Obama.", None),
        ("HANOI - US President Barack Obama sent a message on Tuesday to students of the university.", None),
        ("HANOI - US President Barack Obama told students on Friday that he was moved.", None),
        ("HANOI - US President Barack Obama, who arrived late on Sunday, told students of his joy.", None),
        ("HANOI - US President Barack Obama, whose visit began on Sunday, told students of his joy.", None),
        ("HANOI - US President Barack Obama", None),
        ("HANOI - Visit\n\nHANOI (AP) - President Barack Obama", None),
    ],
)  # fmt: skip
def test_a_guest_is_where_the_dateline_stands(text: str, day: str | None) -> None:
    """Whoever from abroad a lead begins with is on a known visit where it is datelined, if he is there."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ACCRA - Ghanaians cast their ballots on Friday as President John Mahama sought another term.",
         "2012-12-07"),
        ("ACCRA - Ghanaians cast their ballots on Saturday.", None),
        ("ACCRA - Ghanaians cast their ballots on Tuesday for the best song of the year.", None),
    ],
)  # fmt: skip
def test_a_people_votes(text: str, day: str | None) -> None:
    """A people votes on the weekday of a vote of its own; of several that fit, none is taken."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Managua, Jul 19 (Prensa Latina) Guests from the Communist Party of Cuba joined the rally today "
         "for the 35th anniversary of the Sandinista Revolution of 1979.", "2014-07-19"),
        ("Managua, Jul 19 (Prensa Latina) Guests from the Communist Party of Cuba spoke today of plans "
         "for the 50th anniversary of the Sandinista Revolution of 1979.", None),
    ],
)  # fmt: skip
def test_an_anniversary_of_a_year_that_is_printed(text: str, day: str | None) -> None:
    """The year of what is remembered and the years since make that of the day; not of one that is planned."""
    assert read(text + "\n").date.value == day


def test_the_day_on_which_a_vote_was_held() -> None:
    """Where a lead tells of yesterday, the day on which it was held stands below."""
    text = (
        "A new secretary\n\nDelegates of the Cambodian People's Party yesterday chose a secretary.\n\nThe "
        "vote was held in Phnom Penh on July 6, four weeks after the death of party president Chea Sim.\n"
    )
    assert read(text).date.value == "2015-07-06"
