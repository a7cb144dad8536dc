"""Offices kept apart: what somebody becomes is no office that he has, nor is one in a house a party's."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


def _says(text: str) -> list[str]:
    return [each.says for each in read(text + "\n").date.evidence]


@pytest.mark.parametrize("of", [" of the Nur Otan party", ""])
def test_a_president_who_is_elected_chairman_does_not_become_president(of: str) -> None:
    """The title before a name is had already, and a party's chairman is nothing else by it."""
    who = "Kazakh President Kassym-Jomart Tokayev"
    told = read(
        f"ASTANA, January 28 (Reuters) - {who} was unanimously elected chairman{of} on Friday.\n"
    ).date
    assert told.earliest is None or told.earliest.year == 2022


@pytest.mark.parametrize(
    ("whom", "counts"), [("parliamentary group leader", False), ("Social Democratic Party leader", True)]
)
def test_the_leader_of_members_does_not_lead_the_party(whom: str, counts: bool) -> None:
    """Whoever leads a party's members in the house may do so for years before he leads it."""
    text = f"HELSINKI, May 3 (AFP) - Finland's Social Democratic Party {whom} Antti Lindtman spoke on Friday."
    assert any("Antti Lindtman held this office" in says for says in _says(text)) == counts


def test_a_party_is_called_somebodys_before_he_leads_it() -> None:
    """It was Hun Sen's for thirty years before he was its president."""
    text = (
        "PHNOM PENH, July 28 (AFP) - Hun Sen's Cambodian People's Party won on Sunday's election in Cambodia."
    )
    told = read(text + "\n").date
    assert told.earliest is None or told.earliest.year < 2015
