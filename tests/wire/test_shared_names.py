"""Shared names: which country's party is meant, and when everyday words are no party at all."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

MORE = "\n\nThe talks went on, officials said, and nobody in the city was surprised by that at all."


def parties(text: str) -> list[str]:
    """Return country and name of the parties of a text, in order."""
    return [f"{e.country} {e.name}" for e in read(f"{text}{MORE}").entities if e.kind == "party"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DUBLIN (AFP) - Labour and the Greens met.", ["IE Labour Party", "IE Green Party"]),
        ("OSLO (NTB) - Labour won.", ["NO Labour Party"]),
        ("BONN (dpa) - The Labour Party of Ireland met.", ["IE Labour Party"]),
        ("HANOI (VNA) - France's Socialist Party met.", ["FR Socialist Party"]),
        ("HANOI (VNA) - The Swedish Moderates met.", ["SE Moderate Party"]),
        ("TEL AVIV (AP) - Likud met National Unity.", ["IL Likud", "IL National Unity"]),
        ("LIMA (Andina) - Popular Force met Free Peru.", ["PE Fuerza Popular", "PE Peru Libre"]),
        ("PRAGUE (CTK) - The SPD met.", ["CZ Freedom and Direct Democracy"]),
        ("BERLIN (dpa) - The SPD met.", ["DE Social Democratic Party of Germany"]),
        (
            "MADRID (EFE) - The PSOE, the PP and Vox met.",
            ["ES Spanish Socialist Workers' Party", "ES People's Party", "ES Vox"],
        ),
        (
            "WELLINGTON (RNZ) - National met ACT and the Greens.",
            [
                "NZ New Zealand National Party",
                "NZ ACT New Zealand",
                "NZ Green Party of Aotearoa New Zealand",
            ],
        ),
    ],
)
def test_whose_party_it_is(text: str, expected: list[str]) -> None:
    """The country beside a name tells most, then the parties named, the dateline and the places."""
    assert sorted(parties(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "TEL AVIV (AP) - National unity was praised in Israel.",
        "ATHENS (ANA) - A new democracy is not born in a day.",
        "WELLINGTON (RNZ) - National leaders praised green growth in New Zealand.",
        "PARIS (AFP) - The National Front for the Liberation of the Marsh met.",
        "JOHANNESBURG (AP) - The Government of National Unity (GNU) met.",
        "MADRID (EFE) - The PP of a score is its softness.",
        "NEW DELHI (PTI) - Democrats Abroad and the Nationals baseball team came.",
        "SUVA (AAP) - Australian Capital Territory (ACT) officials met those of New Zealand. The ACT left.",
        "ROME (ANSA) - League matches went on in Italy, and unity was near.",
    ],
)
def test_everyday_words_are_no_party(text: str) -> None:
    """What anybody may say, or what is part of a longer name, names no party."""
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MASERU (LENA) - The opposition Movement for Wool (MFW) met.", ["None Movement for Wool"]),
        ("MASERU (LENA) - The Wool Democrats (WOD) lost. WOD candidates sang.", ["None Wool Democrats"]),
        ("MASERU (LENA) - Thabo Sello's Wool Party met.", ["None Wool Party"]),
        ("MASERU (LENA) - The National Union of Herders (NUH) met. Its NUH badge shone.", []),
        ("MASERU (LENA) - An Inter-Party Forum opened.", []),
        ("Mayor Welcomes Wool Party\n\nMASERU (LENA) - The mayor spoke.", []),
    ],
)
def test_parties_that_nobody_knows(text: str, expected: list[str]) -> None:
    """A party without a record is told by what it is called, or by what only a party has."""
    assert parties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MOSCOW (Interfax) - Our Home is Russia met Yabloko.", ["RU Our Home - Russia", "RU Yabloko"]),
        ("ANKARA (AA) - The Nationalist Action Party met.", ["TR Nationalist Movement Party"]),
        ("KIEV (Reuters) - The Poroshenko Bloc met.", ["UA European Solidarity Party"]),
        ("TAIPEI (AP) - The Nationalist Party met.", ["TW Kuomintang"]),
        ("VALLETTA (AP) - The Nationalist Party met.", ["MT Nationalist Party"]),
        ("BAGHDAD (AFP) - The INC met in Iraq.", ["IQ Iraqi National Congress"]),
        ("NEW DELHI (PTI) - The INC met in India.", ["IN Indian National Congress"]),
        (
            "KATHMANDU (RSS) - The Nepali Congress and the CPN-UML met. The NC won.",
            ["NP Communist Party of Nepal (Unified Marxist-Leninist)", "NP Nepali Congress"],
        ),
        (
            "PHNOM PENH (AKP) - The Grassroots Democratic Party (GDP) met. The GDP won.",
            ["KH Grassroots Democratic Party"],
        ),
    ],
)
def test_a_party_is_known_by_what_the_wires_call_it(text: str, expected: list[str]) -> None:
    """Letters, former names and other renderings name the one party, in its own country."""
    assert sorted(parties(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "PHNOM PENH (AKP) - Cambodia's GDP grew by five percent.",
        "ABIDJAN (AIP) - Every bus in Ivory Coast has a GPS receiver.",
        "BUCHAREST (Agerpres) - Romania counted its PCR tests.",
        "CARACAS (EFE) - The AD was shown on television in Venezuela.",
        "CAIRO (MENA) - Egypt and the UNDP signed a deal.",
    ],
)
def test_everyday_letters_are_no_party_s(text: str) -> None:
    """What a text on business or health writes in letters is no party until the text spells it out."""
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OTTAWA (CP) - Liberal Leader Amy Roe spoke.", ["CA Liberal Party of Canada"]),
        ("DAKAR (APS) - A former Socialist foreign minister spoke.", ["SN Socialist Party of Senegal"]),
        ("BERLIN (dpa) - Free Democratic leader Tom Falk left.", ["DE Free Democratic Party"]),
        ("WASHINGTON (AP) - House Republican leader Al Day spoke.", ["US Republican Party"]),
        ("OTTAWA (CP) - A liberal leader spoke of his conservative ministers.", []),
        ("HANOI (VNA) - Socialist Republic leaders met.", []),
        ("BERLIN (dpa) - The Liberal leader of Japan's youth met a Democratic Forum minister.", []),
    ],
)
def test_a_party_is_named_by_the_adjective_of_its_people(text: str, expected: list[str]) -> None:
    """`Conservative leader` names the party of the country that the text is from, printed with a capital."""
    assert parties(text) == expected
