"""Givings: offices that somebody else's verb gives, and forms of address that are none."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Centre Party elected Anna Berg, who had never led anything, as its chairwoman.", "Anna Berg",
         "chairwoman of the Centre Party"),
        ("The United Party named Anna Berg its leader on Monday.", "Anna Berg", "leader of the United Party"),
        ("Pushpa Kamal Dahal 'Prachanda', leader of the union, told Anna Berg so.", "Pushpa Kamal Dahal",
         "leader of the union"),
        ("The party's treasurer, Mr Peter Holm, and its secretary, Barrister Anna Berg, told them so.",
         "Peter Holm", "party's treasurer"),
        ("Its chairman, Chief Peter Holm, told them so.", "Peter Holm", "chairman"),
        ("Former Perak Menteri Besar Peter Holm spoke.", "Peter Holm", "Former Perak Menteri Besar"),
        ("Peter Holm won the post of deputy president on Sunday.", "Peter Holm", "deputy president"),
        ("It was won by MPs Anna Berg, Niki Lund and Peter Holm.", "Niki Lund", "MP"),
        ("Deputy head of al-Baath Party, Peter Holm, spoke.", "Peter Holm", "Deputy head of al-Baath Party"),
        ("They met Chief Peter Holm and Army Chief Anna Berg.", "Anna Berg", "Army Chief"),
    ],
)  # fmt: skip
def test_who_is_given_which_office(text: str, name: str, role: str) -> None:
    """`Elected NAME, who ..., as its leader` gives it; what stands behind "and its" is the next one's."""
    found = {entity.name: entity.role for entity in read(f"OSLO (NTB) - {text}\n").entities}
    assert found[name] == role


def test_a_chief_before_a_name_is_an_address() -> None:
    """`Chief NAME` behind a comma or a small word is no office."""
    found = read("LAGOS (NAN) - The governor spoke and Chief Peter Holm answered.\n").entities
    assert [entity.role for entity in found if entity.name == "Peter Holm"] == [None]


@pytest.mark.parametrize("name", ["Kim Chong-in", "Ban Sang-so", "Mr Sunday Okon"])
def test_names_with_ordinary_words_in_them(name: str) -> None:
    """A syllable behind a hyphen may be any word, and a weekday is a name behind a form of address."""
    found = read(f"SEOUL (AP) - The party heard {name}, who spoke for an hour.\n").entities
    assert name.removeprefix("Mr ") in [entity.name for entity in found]
