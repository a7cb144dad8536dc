"""Turnovers: the day on which somebody known takes an office or leaves it, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Two weeks after the resignation of Boris Johnson, the Conservative Party met on Monday.",
            "2022-09-19",
        ),
        ("Two weeks after the resignation of the speaker, Boris Johnson met voters on Monday.", None),
        ("Two weeks after the death of his dog, Boris Johnson met voters on Monday.", None),
        ("Two weeks after the death of Boris Johnson's mother, the Conservative Party met on Monday.", None),
        ("Emmanuel Macron, who was elected president ten days ago, spoke on Friday.", "2017-05"),
        (
            "A letter went on Sunday, Sept. 26, to Eric Chu, who had been elected chairman of the"
            " Kuomintang the day before.",
            "2021-09-26",
        ),
        ("Emmanuel Macron, who was elected captain of his team ten days ago, spoke on Friday.", None),
        ("Justin Trudeau, who was named on March 14 the man of the year, spoke on Friday.", None),
        ("The Republican Party came on Monday to replace Donald Trump's carpet.", None),
        ("A street named after former prime minister Shinzo Abe was opened on Sunday by the LDP.", None),
    ],
)
def test_only_the_office_of_the_one_named_dates_a_text(text: str, value: str | None) -> None:
    """Who took or left a known office dates a text; another's office, a pet, or a namesake does not."""
    date = read(f"LONDON (AP) - {text}\n").date
    assert (date.value, date.earliest is not None) == (value, value is not None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sitaram Yechury, who took over from Prakash Karat in April, came on October 13.", "2015-10-13"),
        ("Sitaram Yechury, who took over the shop of his uncle in April, came on October 13.", None),
        ("Yechury, elected in April to succeed Prakash Karat, came on October 13.", None),
        ("Sitaram Yechury, who was chosen in June, came on October 13.", None),
        ("Prime Minister Keir Starmer, who came to power in July, called on October 3.", "2024-10-03"),
        (
            "Prime Minister Keir Starmer, whose wife took over from her mother in July, called on October 3.",
            None,
        ),
    ],
)
def test_the_month_tells_which_office_was_taken(text: str, value: str | None) -> None:
    """Where no office is named, the first of a party or state taken in the month that is told is meant."""
    assert read(f"HANOI (AP) - {text}\n").date.value == value


def test_a_vote_is_due_in_five_years_at_most() -> None:
    """A vote that is due by a year leaves the five years before it open."""
    text = (
        "KUALA LUMPUR, Sept 14 (Bernama) -- Umno and PAS signed a charter. The next polls are due by 2023.\n"
    )
    date = read(text).date
    assert date.earliest and date.latest and (date.earliest.year, date.latest.year) == (2018, 2023)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ISLAMABAD: Guests came on Monday, two days after Imran Khan was ousted in a no-confidence vote.",
         "2022-04"),
        ("ISLAMABAD, Dec 2: Imran Khan was ousted in a no-confidence vote late on Saturday.", None),
    ],
)  # fmt: skip
def test_a_vote_of_no_confidence_ends_no_office_of_a_party(text: str, value: str | None) -> None:
    """A house removes the head of government, who led a party too and gave that up twenty months later."""
    date = read(text + "\n").date
    assert date.value == value
    assert not any("December 2023" in each.says for each in date.evidence)
