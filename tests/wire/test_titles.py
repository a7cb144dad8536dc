"""Titles: which lines above a text are its headline and its standfirst, and what a page sets before them."""

from __future__ import annotations

import pytest

from tests.wire.test_layout import LEAD, NEXT, lay, removed

BODY = f"Hanoi (VNA) – {LEAD}\n\n{NEXT}"


@pytest.mark.parametrize(
    ("trail", "title"),
    [
        ("World | Europe |", "Cabinet falls over pensions in Oslo"),
        ("News / Asia-Pacific /", "Islamist party keeps its leader"),
        ("Politics >>", "Inspection body meets again"),
        ("Home > News > Kelantan >", "Islamist party keeps its leader"),
    ],
)
def test_the_way_to_a_page_is_no_part_of_the_title_behind_it(trail: str, title: str) -> None:
    """Names of sections, parted by strokes or arrows, are taken out and kept."""
    layout = lay(f"{trail} {title}\n{BODY}")
    assert layout.headline == title
    assert removed(layout, "section") == [trail]


@pytest.mark.parametrize(
    "title",
    [
        "World Bank | a lender rethinks its aims",
        "Left/Right pact splits town council",
        "Politics and faith > a debate in three towns",
        "Labour gains 40 > 35 in the poll of Monday",
    ],
)
def test_strokes_in_a_title_are_no_way_to_a_page(title: str) -> None:
    """What does not begin with the name of a section stays as it is."""
    assert lay(f"{title}\n{BODY}").headline == title


@pytest.mark.parametrize(
    ("first", "gap", "second"),
    [
        ("Workshop with", "\n", "Cuban guests held"),
        ("Envoy praises bonds between", "\n\n", "Laos, Vietnam and Cambodia at the new school"),
        ("Front leader hails the", "\n\n", "Young delegates in Hue"),
        ("Liberals choose new leader", "\n\n", "in three rounds of votes"),
        ("Ministers of Laos, Vietnam,", "\n\n", "Cambodia meet"),
    ],
)
def test_a_title_broken_in_two_is_one(first: str, gap: str, second: str) -> None:
    """A first line that hangs, or a second without a capital, is joined to the other."""
    assert lay(f"{first}{gap}{second}\n\n{BODY}").headline == f"{first} {second}"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Union backs strike in two ports — leader", "Delegates are to vote on the plan for the autumn"),
        ("Rivals unite behind single candidate", "The six groups sign a pact after months of talks"),
        ("Rivals Unite Behind Single Candidate", "Six groups sign pact after months of talks"),
        ("RIVALS UNITE BEHIND SINGLE CANDIDATE", "Six groups sign pact after months of talks"),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_below_a_title_is_the_standfirst(title: str, below: str, gap: str) -> None:
    """It tells itself by an opening word, a verb or its small letters, with an empty line or without one."""
    layout = lay(f"{title}{gap}{below}\n\n{BODY}")
    assert (layout.headline, layout.standfirst) == (title, below)


def test_a_particle_at_its_end_joins_no_title_to_a_sentence_over_a_gap() -> None:
    """`Sworn in` hangs only where the next line follows at once."""
    below = "Five guests from abroad see the oath"
    assert lay(f"Lawmaker sworn in\n\n{below}\n\n{BODY}").standfirst == below


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Party chief receives the new envoy", "President of Cuba's assembly at his office"),
        ("Việt Nam, Lao youths", "agree on exchange of camps"),
        ("Front Leader Meets Chinese Envoy", "Ahead of Visit to Vientiane"),
        ("Front official briefs guests on how", "Parliament works"),
    ],
)
def test_the_second_half_of_a_title_is_no_standfirst(first: str, second: str) -> None:
    """A line without a verb of its own goes on with the one above it."""
    layout = lay(f"{first}\n{second}\n\n{BODY}")
    assert (layout.headline, layout.standfirst) == (f"{first} {second}", None)


@pytest.mark.parametrize(
    "stamp", ["Politics 04/08/2021", "Politics | 12 May 2021, 10:10", "World - May 12, 2021"]
)
def test_a_section_beside_a_day_is_a_page_date(stamp: str) -> None:
    """Neither of the two is part of the title above them."""
    layout = lay(f"Envoys of two parties hold talks\n{stamp}\n{BODY}")
    assert (layout.headline, layout.headers) == ("Envoys of two parties hold talks", (stamp,))


@pytest.mark.parametrize("title", ["Elections on May 12 to go ahead", "World marks May 1, 2021 with rallies"])
def test_a_title_with_a_day_is_no_page_date(title: str) -> None:
    """The day is part of what it says."""
    assert lay(f"{title}\n{BODY}").headline == title


@pytest.mark.parametrize(
    "menu", ["Skip to main content", "Font size: A A A", "Text size A- A+", "Print this page"]
)
def test_the_buttons_of_a_page_are_no_title(menu: str) -> None:
    """They are taken out, wherever they stand in the head."""
    assert lay(f"{menu}\nEnvoys hold talks in Oslo\n{BODY}").headline == "Envoys hold talks in Oslo"


@pytest.mark.parametrize(
    ("line", "place"), [("THE HAGUE, July 7 (Reuters) - ", "THE HAGUE"), ("The Hague (ANP) - ", "The Hague")]
)
def test_an_article_may_belong_to_a_place(line: str, place: str) -> None:
    """`The Hague` is a place of a dateline."""
    assert lay(f"{line}{LEAD}").dateline.place == place


@pytest.mark.parametrize("line", ["The House, July 7 (Reuters) - ", "The Hague Court (ANP) - "])
def test_an_article_begins_no_other_place(line: str) -> None:
    """What else begins with it is none."""
    assert lay(f"{line}{LEAD}").dateline.place is None
