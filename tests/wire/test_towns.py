"""Towns: smaller places, told by the words around them, and what is none."""

from __future__ import annotations

from typing import Final

import pytest

from store.article import Entity
from store.wire.gazetteer import load
from tests.wire.scoring import read

HEAD: Final = "A day in politics\n\nThe party told everybody on Sunday that it had met.\n\n"


def places(text: str) -> list[Entity]:
    """Return the places of a text without a dateline."""
    return [e for e in read(HEAD + text).entities if e.kind == "place"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They gathered in Kisumu, Nakuru and the town of Lodwar.", ["Kisumu", "Nakuru", "Lodwar"]),
        ("Votes came from Zvimba, Goromonzi and Shamva districts.", ["Zvimba", "Goromonzi", "Shamva"]),
        ("He toured Gia Vien district and met farmers in Cu M’gar.", ["Gia Vien", "Cu M’gar"]),
        ("She heads the branch of the Ryazan Region.", ["Ryazan Region"]),
        ("A Cedar County supervisor, he lives in the village of Oak Hollow.", ["Cedar County", "Oak Hollow"]),
        (
            "It began in Bindura, the capital of Mashonaland Central province.",
            ["Bindura", "Mashonaland Central"],
        ),
        ("Six counties, including Homa Bay and Migori, voted.", ["Homa Bay", "Migori"]),
        ("The mayor of Bharatpur and voters of Kaski came.", ["Bharatpur", "Kaski"]),
        ("They signed it at a meeting in Baluwatar and left.", ["Baluwatar"]),
        ("Delegates came to Koh Pich for the congress.", ["Koh Pich"]),
        ("It gets Kurukshetra in Haryana.", ["Kurukshetra", "Haryana"]),
        ("The camps are around Cox's Bazar.", ["Cox's Bazar"]),
        ("Bus crews struck in Ivry-sur-Seine and in St. Gallen.", ["Ivry-sur-Seine", "St. Gallen"]),
        ("He left for Ainaro.", ["Ainaro"]),
        ("The congress in Quellwater ended, and Gyeonggi Gov. Ji Tae-ho spoke.", ["Quellwater", "Gyeonggi"]),
        ("The Republic of China is what Taiwan calls itself.", ["Republic of China"]),
        ("America was never so far from the Lao PDR.", ["America", "Lao PDR"]),
        ("He spoke of the founding of the Lao PDR.", ["Lao PDR"]),
        ("Trade of southern Africa and eastern Europe grew.", ["Southern Africa", "Eastern Europe"]),
        ("Envoys ofLaos, andVietnam’s, met inHue (toHanoi).", ["Laos", "Vietnam", "Hue", "Hanoi"]),
        (
            "It lacks doctors in Thủ Đức and Bình Chánh, and in Thanh Chương.",
            ["Bình Chánh", "Thanh Chương", "Thủ Đức"],
        ),
        ("They want licences for tuna in Western Province.", ["Western Province"]),
        ("It was founded in Rio Grande do Sul.", ["Rio Grande do Sul"]),
    ],
)
def test_what_the_words_around_make_a_place(text: str, expected: list[str]) -> None:
    """A name is a place behind `in`, beside a district or town, in a list with one, or inside a known one."""
    assert sorted(e.name for e in places(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "He put faith in God, spoke in Parliament on Monday and was elected in March.",
        "Democratic counties, Republican districts, several provinces and the Kurdish region voted.",
        "The Jewish state, the Islamic State, a police state and the Secretary of State were named.",
        "Mr Juan Santos, a lawyer, told Santos voters what came from Santos.",
        "He was at a dinner with Kisumu Otieno, and sent a letter to Nakuru Wanjala.",
        "Every District has a Congressional District, and each County its County Board.",
        "They came to Peter Brown, a lawyer, and travelled to Mary Green’s house.",
        "It costs US$2 billion; US troops pay.",
        "The Hanoi-Beijing train is late.",
        "McDonald and deLaos went by VietHanoi to ofa.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    """People, parliaments, months, money, adjectives, and kinds of districts are none."""
    assert [e.name for e in places(text)] == []


def test_all_that_a_dateline_prints_beside_its_place_is_known() -> None:
    """`Chennai (Tamil Nadu) [India]` are three places."""
    article = read("Chennai (Tamil Nadu) [India], March 4 (ANI): The talks failed.")
    assert [e.name for e in article.entities if e.kind == "place"] == ["Chennai", "Tamil Nadu", "India"]


def test_a_town_is_known_by_its_id() -> None:
    """A town of the table is confirmed, one that only the text knows is not."""
    found = {e.name: e for e in places("It opened in Kisumu and in the town of Lodwarra.")}
    assert (found["Kisumu"].id, found["Kisumu"].country, found["Kisumu"].confirmed) == (
        "place:kisumu",
        "KE",
        True,
    )
    assert (found["Lodwarra"].id, found["Lodwarra"].confirmed) == ("place:?-lodwarra", False)
    assert load().entity("place:kisumu") == found["Kisumu"]
    assert load().record("place:?-lodwarra") is None


def test_a_town_of_several_countries_has_none() -> None:
    """A name that towns of several countries bear says of no country that the text is about it."""
    assert [e.country for e in places("They met in San Martin.")] == [None]


def test_a_dateline_is_a_place_though_nobody_knows_it() -> None:
    """The place of the dateline counts, as printed, and so does the country beside it."""
    article = read(
        "Cadres learn roads\n\nKIBAHOTO, Tanzania, Feb. 23 (Xinhua) -- Cadres of six parties met.\n"
    )
    assert [e.name for e in article.entities if e.kind == "place"] == ["KIBAHOTO", "Tanzania"]


def test_districts_of_viet_nam_are_nobody() -> None:
    """A district is no person, even where nothing says that it is a place; who bears its name is one."""
    found = read(HEAD + "The Vietnamese guards of Mường Lát chose Nguyen Duc Tho and Tran Ngoc Lac.").entities
    assert [e.name for e in found if e.kind == "person"] == ["Nguyen Duc Tho", "Tran Ngoc Lac"]


def test_towns_are_toured() -> None:
    """Whoever tours is in towns, of which several may be named."""
    told = "KISUMU, Feb. 23 (KNA) -- The secretary of the party was to tour Homa Bay and Siaya."
    assert {"Homa Bay", "Siaya"} <= {e.name for e in places(told)}
