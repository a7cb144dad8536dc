"""Parties abroad: names that two countries have, each in its own, and words that are nobody's."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read

MORE = "\n\nThe talks went on, officials said, and nobody in the city was surprised by that at all."


def parties(text: str) -> list[str]:
    """Return country and name of the parties of a text, in the order of the alphabet."""
    return sorted(f"{e.country} {e.name}" for e in read(f"{text}{MORE}").entities if e.kind == "party")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BANGKOK (AFP) - The People Power Party won. The PPP sang.", ["TH People's Power Party"]),
        ("BANGKOK (AFP) - The ruling People's Power Party (PPP) fell.", ["TH People's Power Party"]),
        ("SEOUL (Yonhap) - The People Power Party won. The PPP sang.", ["KR People Power Party"]),
        ("TOKYO (Kyodo) - South Korea's People Power Party won.", ["KR People Power Party"]),
        ("DILI (Lusa) - The PSD left. The PSD leader said so.", ["TL Social Democratic Party"]),
        ("DILI (Lusa) - The Social Democratic Party (PSD) met.", ["TL Social Democratic Party"]),
        ("LISBON (Lusa) - The PSD left. The PSD leader said so.", ["PT Social Democratic Party"]),
        ("TBILISI (AFP) - The Christian-Democratic Movement met.", ["GE Christian-Democratic Movement"]),
        ("TBILISI (AFP) - The Christian Democratic Movement won.", ["GE Christian-Democratic Movement"]),
        ("BRATISLAVA (TASR) - The Christian Democratic Movement won.", ["SK Christian Democratic Movement"]),
        ("OTTAWA (CP) - The Progressive Conservatives lost.", ["CA Progressive Conservative Party"]),
        ("OTTAWA (CP) - The Progressive Conservative Party met.", ["CA Progressive Conservative Party"]),
        (
            "TORONTO (CP) - The Ontario Progressive Conservatives won.",
            ["CA Progressive Conservative Party of Ontario"],
        ),
        ("BAGHDAD (AFP) - The Baath Party was banned.", ["IQ Arab Socialist Baath Party of Iraq"]),
        ("DAMASCUS (AFP) - The Baath Party met.", ["SY Arab Socialist Baath Party"]),
        ("ROME (AFP) - The National Alliance won.", ["IT National Alliance"]),
        ("RIGA (AFP) - The National Alliance won.", ["LV National Alliance"]),
        ("JAKARTA (AFP) - The Indonesian Democratic Party met.", ["ID Indonesian Democratic Party"]),
        ("PRAGUE (AFP) - The Freedom Union won.", ["CZ Freedom Union"]),
        ("WARSAW (AFP) - The Freedom Union won.", ["PL Freedom Union"]),
        (
            "NAIROBI (AFP) - The LDP met KANU.",
            ["KE Kenya African National Union", "KE Liberal Democratic Party"],
        ),
        ("TOKYO (AFP) - The LDP won.", ["JP Liberal Democratic Party"]),
        (
            "CAPE TOWN (SAPA) - The Democratic Party and the ANC met.",
            ["ZA African National Congress", "ZA Democratic Party"],
        ),
        ("WASHINGTON (AP) - The Democratic Party met.", ["US Democratic Party"]),
        (
            "LIMA (Andina) - National Unity and the PPC met in Peru.",
            ["PE National Unity", "PE Popular Christian Party"],
        ),
        ("GUATEMALA CITY (AP) - The PAN lost.", ["GT National Advancement Party"]),
        ("MEXICO CITY (AP) - The PAN won.", ["MX National Action Party"]),
        (
            "WASHINGTON (AP) - The Republicans and the Democrats met.",
            ["US Democratic Party", "US Republican Party"],
        ),
        (
            "PARIS (AFP) - The Republicans met the National Rally.",
            ["FR Les Republicains", "FR National Rally"],
        ),
        ("MAPUTO (Lusa) - Podemos won.", ["MZ Optimist Party for the Development of Mozambique"]),
        ("MADRID (EFE) - Podemos won.", ["ES Podemos"]),
        ("BUENOS AIRES (AP) - Frepaso met.", ["AR Front for a Country in Solidarity"]),
        (
            "CANBERRA (AAP) - Family First met the Australian Greens.",
            ["AU Australian Greens", "AU Family First Party"],
        ),
    ],
)
def test_whose_party_it_is(text: str, expected: list[str]) -> None:
    """A party that has a namesake abroad is taken for the one at home."""
    assert parties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TOKYO (Kyodo) - The Self-Defense Forces flew home.",
        "LONDON (AFP) - Gil Scott sang, and so did Noam Adler.",
        "LIMA (AFP) - Force and unity of the alliance were praised in Peru.",
        "SAN JUAN (AFP) - The team of Antonio Patriota and Mira Cabal sang.",
        "RAMALLAH (AFP) - The Palestinian National Liberation Movement met.",
        "CHICAGO (AP) - The Democratic Convention opened in the United States.",
        "SEOUL (AFP) - Has party unity been lost? Young members of a coalition party asked it in Turkey.",
        "NAIROBI (AFP) - Family First was the motto of a fair.",
        "CARACAS (AFP) - Opposition Bloc Walks Out was what the posters said.",
        "SEATTLE (AP) - AWS projects grow, and MMA fights are loved in the United States.",
    ],
)
def test_words_that_only_look_like_a_party(text: str) -> None:
    """A first name, an army, a convention, a motto and everyday letters are no party."""
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEOUL (Yonhap) - Park Geun-hye of the ruling Saenuri Party won.", ["KR Saenuri Party"]),
        ("SEOUL (Yonhap) - Lee Myung-bak of the Grand National Party won.", ["KR Grand National Party"]),
        ("PARIS (AFP) - Jean-Marie Le Pen's National Front (FN) lost.", ["FR National Front"]),
        ("PARIS (AFP) - Jordan Bardella's National Rally (RN) lost.", ["FR National Rally"]),
        ("ASTANA (Kazinform) - Nur Otan and Ak Zhol won seats.", ["KZ Ak Zhol", "KZ Nur Otan"]),
        ("KATHMANDU (AFP) - The Communist Party of Nepal (Maoist) signed.",
         ["NP Communist Party of Nepal (Maoist)"]),
    ],
)  # fmt: skip
def test_a_party_by_its_name_of_the_time(text: str, expected: list[str]) -> None:
    """A party that has another name now is called what its texts call it."""
    assert parties(text) == expected
