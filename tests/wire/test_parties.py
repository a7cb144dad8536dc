"""Parties: names, letters, definitions, house style, and what stays open."""

from __future__ import annotations

import pytest

from tests.wire.tiny import ids, named, of_kind


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("The Communist Party of the Philippines (CPP) and the CPP spoke.", None, ["ph-cpp"]),
        ("The CPP was there.", "Phnom Penh", ["kh-cpp"]),
        ("The CPP was there.", "MANILA", ["ph-cpp"]),
        ("The CPP met in Cambodia.", None, ["kh-cpp"]),
        ("The CPP was there.", None, ["?-cpp"]),
        ("The CPP met the DA.", "Phnom Penh", ["kh-cpp"]),
        ("The Democratic Action (DA) won. The DA said so.", None, ["my-da"]),
        ("Labour won in Britain.", None, ["gb-labour"]),
        ("Labour Day in Britain was sunny.", None, []),
        ("Labour costs rose in Vietnam.", None, []),
        ("The Việt Nam Unity Party (VUP) spoke. The VUP left.", None, ["?-vup"]),
        ("The Liberian Unity Party met. The Unity Party (UP) left.", None, ["?-up"]),
        ("The Hanoi Party Committee met.", None, []),
        ("Talks between Bui Hai Hoa and Party of the Highlands went on.", None, ["?-party-of-the-highlands"]),
        ("Do Thu Duc and Harbour Unity Party (HUP) met.", None, ["?-hup"]),
        ("The Peace and Freedom Party (PXF) met.", None, ["?-pxf"]),
        ("The Free Ferrymen's Party (FRF) met the Pilots' Party.", None, ["?-frf", "?-pilots-party"]),
        ("The Shepherd's Hearth Party (SHP) met.", None, ["?-shp"]),
        ("The Women's Dawn Party met.", None, ["?-womens-dawn-party"]),
        ("Jakob Falk's Dawn Party and Britain's Dawn Party met.", None, ["?-dawn-party"]),
        ("Daniel Andrews' Dawn Party won.", None, ["?-dawn-party"]),
        ("The Dawn Party of Prime Minister Falk met.", None, ["?-dawn-party"]),
    ],
)
def test_who_is_meant(text: str, place: str | None, expected: list[str]) -> None:
    """A definition outranks the gazetteer; then full names, dateline, countries decide; else it is open."""
    assert ids(named(text, place=place), "party") == expected


def test_open_letters_list_their_choices() -> None:
    """Letters that may be two parties' are one unconfirmed party whose role names both."""
    (party,) = of_kind(named("The CPP was there."), "party")
    assert not party.confirmed
    assert party.name == party.abbr == "CPP"
    assert party.role == "Cambodian People's Party (KH) or Communist Party of the Philippines (PH)"


@pytest.mark.parametrize(
    ("text", "agency", "expected"),
    [
        ("A senior Party official said so.", "VNA", ["vn-cpv"]),
        ("A senior Party official said so.", "KPL", ["la-lprp"]),
        ("A senior Party official said so.", "AFP", []),
        ("The Party Central Committee met.", "VNA", ["vn-cpv"]),
        ("The Lao Party and the Vietnamese Party agreed.", "AFP", ["la-lprp", "vn-cpv"]),
        ("The Lao party thanked the Party.", "VNA", ["la-lprp", "vn-cpv"]),
        ("The Moroccan Party of Sands met.", "VNA", ["?-moroccan-party-of-sands"]),
        ("The party won.", "VNA", []),
    ],
)
def test_the_party_is_the_house_party(text: str, agency: str, expected: list[str]) -> None:
    """ "The Party" with a capital is the agency's own, and a country's party the one it calls so."""
    assert ids(named(text, agency=agency), "party") == expected


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_spelling_does_not_matter(apostrophe: str) -> None:
    """Straight or curly: the same party, at the same words."""
    text = f"The Cambodian People{apostrophe}s Party met in Ha Noi."
    found = named(text)
    assert ids(found, "party") == ["kh-cpp"]
    mention = next(m for m in found.mentions if m.entity == "party:kh-cpp")
    assert text[mention.start : mention.end] == f"Cambodian People{apostrophe}s Party"
