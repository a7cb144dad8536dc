"""Titled bodies: an article and capitals make a name of the words before and behind a head noun."""

from __future__ import annotations

import pytest

from tests.wire.scoring import prediction, read


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("The Backward Classes Commission heard the DMK.", ["Backward Classes Commission"]),
        ("The National Union of Teachers and the Fire Brigades Union backed Labour.",
         ["National Union of Teachers", "Fire Brigades Union"]),
        ("The Registrar of Societies rejected it.", ["Registrar of Societies"]),
        ("He led the Office of the Attorney General.", ["Office of the Attorney General"]),
        ("The Syndicate of Journalists met the Wafd Party.", ["Syndicate of Journalists"]),
        ("The Bank of Ghana warned the NDC.", ["Bank of Ghana"]),
        ("The Economic, Social and Environmental Council met.",
         ["Economic, Social and Environmental Council"]),
        ("Guests of the Public Accounts Committee left.", ["Public Accounts Committee"]),
    ],
)  # fmt: skip
def test_a_body_is_told_by_its_article_and_its_capitals(sentence: str, bodies: list[str]) -> None:
    """Words before the head and its subject behind it are of the name; what is behind `and the` is not."""
    assert prediction(read(f"ACCRA (AP) - {sentence}\n"))["orgs"] == bodies


@pytest.mark.parametrize(
    "sentence",
    [
        "The Central Committee for Organisation met.",
        "The Provincial People's Committee came.",
        "They grew up in the Soviet Union.",
        "The Valley Herdboys Union (VHU) sang, and VHU candidates danced.",
        "The Prime Minister Council sat.",
        "Talks of the Council with Nguyen Van An ended.",
        "A Committee of the party met.",
    ],
)
def test_what_is_anybodys_is_no_name(sentence: str) -> None:
    """Central and local committees, a state, what may be a party, an office and a bare head are left out."""
    assert prediction(read(f"ACCRA (AP) - {sentence}\n"))["orgs"] == []


@pytest.mark.parametrize("letters", ["COSATU", "Cosatu"])
def test_a_body_of_which_a_text_has_letters_alone_is_called_by_them(letters: str) -> None:
    """Its full name is not printed, so it is not what the text names."""
    text = f"JOHANNESBURG (AFP) - The SACP met {letters} and the ANC on Monday.\n"
    assert [str(name).upper() for name in prediction(read(text))["orgs"]] == ["COSATU"]  # type: ignore[attr-defined]
