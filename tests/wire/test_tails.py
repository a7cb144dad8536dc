"""Tails: every line that a page prints below its text is known by the first of its letters."""

from __future__ import annotations

import pytest

from store.wire.furniture import is_tail
from tests.wire.scoring import read


@pytest.mark.parametrize(
    "line",
    [
        "Copyright Reuters",
        "[Copyright AP",
        "(c) AP, all rights reserved",
        "(C) 2021 AP",
        "© 2021 AP",
        "Past related articles:",
        "Related news:",
        "Read more:",
        "Read also:",
        "Also read:",
        "MỜI QUÝ vị đọc",
        "Recent stories here",
        "Latest news today",
        "Post a comment below",
        "Leave a reply to this",
        "Tags: ASEAN",
        "Keywords: ASEAN",
        "All rights reserved by AP",
        "Follow AP on X",
        "Follow us on X",
        "Follow them on X",
        "Subscribe to us",
        "Sign up for news",
        "Download the news app",
        "Please enter your name here",
        "Sorry, comments are closed",
        "Your email address will not be shown",
        "Required fields are marked",
        "Join our Telegram channel",
        "This news has been read twice",
        "https://news.example/a",
        "www.news.example",
        "People's Daily Online",
        "More from Hanoi",
        "desk@news.example",
        "Click here to go on",
        "This website contains only news",
        "Web editor: Minh",
        "(Web editor: Minh",
        "Editor: Minh",
        "Translator: Minh",
        "Views: 12",
        "Print this page",
        "Share on X",
        "(Reporting by Minh",
        "Additional reporting by Minh",
        "Writing by Minh",
        "Editing by Minh",
        "(Compiled by Minh",
        "Edited by Minh",
        "(Translated by Minh",
        "Translation by Minh",
        "» Click here to go on",
    ],
)
def test_every_tail_is_known(line: str) -> None:
    """A line with which a page goes on below its text is told, in whatever case it is printed."""
    assert is_tail(line), line
    assert is_tail(line.upper()), line


@pytest.mark.parametrize(
    ("below", "agency"),
    [
        ("© AFP", "AFP"),
        ("MAP 30 October 2021", "MAP"),
        ("Much is open, Anadolu agency reported.", "Anadolu"),
        ("In a statement to MAP, he said that he would come. In a statement to MAP, she agreed.", "MAP"),
    ],
)
def test_a_text_that_nobody_signed_is_of_whoever_is_named_below_it(below: str, agency: str) -> None:
    """A copyright mark alone, a signature with its day and what an agency is told tell whose text it is."""
    lead = "Leaders of the Labour Party met members of the Communist Party of Vietnam on May 18 to talk."
    article = read(
        f"Parties discuss training\n\nHANOI — {lead}\n\nThe two sides agreed to meet again.\n\n{below}\n"
    )
    assert article.dateline.agency == agency


@pytest.mark.parametrize(
    ("end", "agency"),
    [("on October 17.PTI KR", "PTI"), ("on Monday.VNA", "VNA"), ("of the U.S.", None), ("by Mr B.HN", None)],
)
def test_a_signature_whose_space_is_lost_is_a_signature(end: str, agency: str | None) -> None:
    """Letters glued to the last stop are taken off if an agency signs so, and stay if not."""
    text = f"Parties talk\n\nLeaders of the Labour Party met on May 18 to talk.\n\nPolling was held {end}\n"
    article = read(text)
    assert article.dateline.agency == agency


def test_a_colon_behind_pictures_is_no_credit() -> None:
    """What goes on in small letters is a sentence."""
    last = "She was missing from most of the pictures: she had lent her place to a man from Hamburg."
    article = read(f"Parties talk\n\nBERLIN (AP) - The SPD met the FDP on May 18.\n\n{last}\n")
    assert article.caption is None


@pytest.mark.parametrize(("said", "place"), [("in Bouznika", "Bouznika"), ("near Bouznika", None)])
def test_a_town_that_nobody_knows_is_one_if_the_text_says_in_before_it(said: str, place: str | None) -> None:
    """`Bouznika - ` begins a text like any dateline."""
    lead = (
        f"Abdelilah Benkirane was elected secretary general of the PJD at a congress {said}, far from Rabat."
    )
    article = read(f"Back to the helm\n\nBouznika - {lead}\n\nHe had led the party before.\n")
    assert article.dateline.place == place
