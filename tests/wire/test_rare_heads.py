"""Rare heads: page clocks with their city, menus in capitals, agencies' notes, and ends told in a lead."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read

LONG = "Delegates from all provinces of the country listened to the speech in the hall for two hours."


def test_a_clock_with_its_city_and_a_menu_stand_above_the_headline() -> None:
    """A city with a whole day and a medium before its sections are the page's, not the text's."""
    head = (
        "Phnom Penh, Monday, July 05, 2021\n\nTHE COURIER NATION BUSINESS OPINION\n\nParty names leader\n\n"
    )
    article = read(f"{head}{LONG}\n")
    assert article.headline == "Party names leader"
    assert [r.kind for r in article.removed] == ["page date", "section"]


def test_the_latest_update_dates_a_page() -> None:
    """`(Latest Update DAY, MEDIUM)` below a text is its day and tells who printed it."""
    article = read(f"Party names leader\n\nVientiane - {LONG}\n\n(Latest Update May 10, Vientiane Times)\n")
    assert (len(article.body), article.dateline.agency) == (1, "Vientiane Times")


def test_a_place_with_a_hyphen_and_its_agency() -> None:
    """`NUR-SULTAN. KAZINFORM - ` is a dateline."""
    article = read(f"Party names leader\n\nNUR-SULTAN. KAZINFORM – {LONG}\n")
    assert (article.dateline.place, article.dateline.agency) == ("NUR-SULTAN", "Kazinform")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SEOUL (AP) - Judges ruled Friday that the Unified Progressive Party be dissolved.", "2014-12-19"),
        ("HA NOI — The party sent condolences on Tuesday on the death of Alvaro Cunhal, who passed away the"
         " day before.", "2005-06-14"),
        ("HAVANA (AP) - The Fifth Congress of the Communist Party of Cuba (PCC) began here Wednesday.",
         "1997-10-08"),
        ("Kathmandu, May 17 (RSS): The CPN (Maoist Centre) was merged on Thursday and reborn as the Nepal"
         " Communist Party.", "2018-05-17"),
    ],
)  # fmt: skip
def test_ends_and_beginnings(text: str, day: str) -> None:
    """The end of a party, its rebirth and the first day of a congress are told of on that day."""
    assert day_of(text) == day


def test_days_before_at_a_congress() -> None:
    """`Only days before, at its congress` puts the congress behind the event."""
    text = "Hanoi (VNA) – On October 9 they met Roque Silva, chosen only days before, at the 11th Congress of"
    assert day_of(f"{text} the Frelimo Party.") == "2017-10-09"


@pytest.mark.parametrize(
    "text",
    [
        "Members of the dissolved Cambodia National Rescue Party met on Thursday.",
        "A year after the court dissolved the Cambodia National Rescue Party, its leader spoke on Thursday.",
    ],
)
def test_what_a_party_is_called_by_is_no_news(text: str) -> None:
    """`The dissolved PARTY` and `a year after` tell of no end of it."""
    assert day_of(f"PHNOM PENH (AFP) - {text}") is None
