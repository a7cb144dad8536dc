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
