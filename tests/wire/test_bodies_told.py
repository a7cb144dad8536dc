"""Bodies told by their words: fronts, colleges that many own, and what only has a body's name in it."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nidaa Tounes beat the Popular Front and the Islamic Front.", ["Popular Front", "Islamic Front"]),
        ("He taught at the Political Officers' College.", ["Political Officers' College"]),
        ("The Pathet Lao and the Histadrut sent guests.", ["Pathet Lao", "Histadrut"]),
        ("The Avante! festival was wet, and so was the Lok Sabha seat.", []),
        ("The Democratic senate lost.", []),
    ],
)
def test_bodies(text: str, names: list[str]) -> None:
    """What people believe in names a front; a seat, a festival and a majority are no bodies."""
    assert [e.name for e in read(f"TUNIS (AFP) - {text}\n").entities if e.kind == "org"] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Michael Sata won, the electoral commission said.", ["Electoral Commission"]),
        ("The General Elections Commission (KPU) met. The election commission will count.",
         ["General Elections Commission"]),
        ("He heads the Taiwan Work Office of the CPC Central Committee.", ["Taiwan Work Office"]),
        ("He heads the General Office of the CPC Central Committee.", ["General Office"]),
        ("He heads the Office of the Party Central Committee.", []),
        ("He was elected to a commission of the sort.", []),
    ],
)  # fmt: skip
def test_offices_and_commissions(text: str, names: list[str]) -> None:
    """Whoever counts votes is a body in small letters, too, unless it has a longer name in the text."""
    assert [e.name for e in read(f"BEIJING (AFP) - {text}\n").entities if e.kind == "org"] == names


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("NAME of the Communist Party of Cuba (PCC) received here Pedro Guerreiro, head of the International "
         "Department of the Portuguese Communist Party (PCP).", ("party:cu-pcc", "party:pt-pcp")),
        ("Liu Jianchao, head of the International Department, received here NAME of the Communist Party of "
         "Cuba (PCC).", None),
    ],
)  # fmt: skip
def test_whose_department_it_is(text: str, met: tuple[str, str] | None) -> None:
    """A department is of the party that the text names, whichever else has one; only who is named met."""
    article = read(f"HAVANA (ACN) - {text.replace('NAME', 'Roberto Morales Ojeda')}\n")
    assert [contact.parties for contact in article.contacts] == ([met] if met else [])
    parties = {entity.id: entity.country for entity in article.entities}
    assert met is None or parties["org:pt-pcp-international-department"] == "PT"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Third Plenary Session of the 18th Central Committee of the Communist Party of China (CPC) "
         "opened, 35 years after the Third Plenary Session of the 11th CPC Central Committee.",
         ["Third Plenary Session of the 18th Central Committee",
          "Third Plenary Session of the 11th CPC Central Committee"]),
        ("The 8th plenum of the CPC opened. The eighth plenum of the 12th CPC Central Committee ends today.",
         ["eighth plenum of the 12th CPC Central Committee"]),
    ],
)  # fmt: skip
def test_plenums_of_two_committees(text: str, names: list[str]) -> None:
    """Sittings of one number are told apart by the committee that sits; the longest name is kept."""
    assert [e.name for e in read(f"BEIJING (AFP) - {text}\n").entities if e.kind == "event"] == names
