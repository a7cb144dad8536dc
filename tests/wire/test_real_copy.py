"""Real copy: what agencies print that no invented text taught us."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("after nearly four years of implementing the resolution of the LPRP's 10th Congress", "2019-08-16"),
        ("after over three years implementing the resolution of the LPRP's 10th Congress", "2019-08-16"),
        ("in implementing the resolution of the LPRP's 10th Congress", None),
    ],
)
def test_years_of_carrying_out_a_congress_tell_the_year(told: str, value: str | None) -> None:
    """Agencies count the years since a congress by its resolution, `over three years implementing` it."""
    who = "Nguyen Van Nen, Chief of the CPV Central Committee's Office"
    assert read(f"Vientiane (VNA) - {who}, hailed Laos's gains {told} on August 16.\n").date.value == value


@pytest.mark.parametrize(
    ("did", "value"),
    [
        ("inaugurated here today the 6th Seminar of both parties", None),
        ("inaugurated the new wing of a party school", None),
        ("took office today", "2022-10-23"),
    ],
)
def test_whoever_inaugurates_a_hall_takes_no_office(did: str, value: str | None) -> None:
    """To inaugurate something is not to be inaugurated; only the latter dates a text by an office."""
    text = f"Havana, Oct 23 (Prensa Latina) Head of the Propaganda Department of the CPC, Li Shulei, {did}.\n"
    assert read(text).date.value == value


@pytest.mark.parametrize(
    ("also", "value"),
    [("", "2021-12-03"), (" The Communist Party of the Russian Federation (CPRF) sent a letter.", None)],
)
def test_the_party_has_its_own_anniversary(also: str, value: str | None) -> None:
    """The anniversary `of the party` is that of the one party in the text; of two it may be either's."""
    lead = f"MOSCOW, December 3 (Interfax) - United Russia chose its new council on Friday.{also}"
    assert (
        read(f"{lead} The day was timed to coincide with the 20th anniversary of the party.\n").date.value
        == value
    )


@pytest.mark.parametrize(
    "its", ["its Commission for Mass Mobilisation", "its Commission for Mass Mobilization"]
)
def test_an_office_may_be_its_partys(its: str) -> None:
    """`Secretary of the Party Central Committee and Chairwoman of its Commission` names a known office."""
    role = f"Secretary of the Party Central Committee and Chairwoman of {its}"
    found = read(f"Vientiane (VNA) - Bui Thi Minh Hoai, {role}, was on a visit to Laos on August 8.\n")
    assert any(reason.says.startswith("Bui Thi Minh Hoai held this office") for reason in found.date.evidence)
