"""Ordinary words: what is a party's name or letters, or a place inside a name, and means something else."""

from __future__ import annotations

import pytest

from store.article import Article
from tests.wire.scoring import read


def said(text: str, dateline: str = "PARIS, May 1 (AFP) -- ") -> Article:
    """Return what an agency without a party of its own is understood to say."""
    return read(f"{dateline}{text}")


def ids(article: Article, kind: str) -> list[str]:
    """Return the ids of one kind without the kind."""
    return [e.id.partition(":")[2] for e in article.entities if e.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Labour Day was marked in Britain.",
        "The Minister of Labour of Cambodia met British officials in London.",
        "The Minister for Labour Itt Samheng visited London.",
        "Labour Minister Itt Samheng visited London.",
        "Labour, Invalids and Social Affairs Minister Dao Ngoc Dung visited London.",
        "The labour market in Britain grew.",
        "Labour market figures in Britain rose.",
        "Labour shortages hit Britain.",
        "Forced Labour was debated in Britain.",
        "The Labour Code and the Labour Court were discussed in London.",
        "The title of Hero of Labour was conferred in London.",
        "Labour cooperation between Vietnam and Britain grew.",
    ],
)
def test_labour_that_is_work_is_no_party(text: str) -> None:
    """Offices, days, markets and laws of labour name no party, however often Britain is named."""
    assert ids(said(text), "party") == []


@pytest.mark.parametrize(
    "text",
    [
        "Labour won the election in Britain.",
        "The Labour leader Keir Starmer spoke in London.",
        "Labour MPs voted in London.",
        "In Britain, critics turned against Labour's plan.",
        "Keir Starmer's Labour government met in London.",
        "British Labour ministers resigned.",
        "The British Labour Party met. Labour is ahead.",
        "Voters in Britain swung between Labour and the Greens.",
    ],
)
def test_labour_that_acts_is_the_party(text: str) -> None:
    """What wins, has members or a leader, or is named in full near by, is the party."""
    assert ids(said(text), "party")[:1] == ["gb-labour"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides discussed PPP projects.", []),
        ("Vietnam will promote PPP.", []),
        ("PPP projects in Pakistan were approved.", []),
        ("A public-private partnership (PPP) in Guyana began. The PPP will last.", []),
        ("The PPP (public-private partnership) law of Pakistan passed.", []),
        ("The Trans-Pacific Partnership (TPP) was signed by Taiwan. The TPP matters.", []),
        ("The consumer price index (CPI) of India rose. The CPI fell.", []),
        ("The Pakistan Peoples Party (PPP) met. The PPP said so.", ["pk-ppp"]),
        ("In Pakistan, the PPP said so.", ["pk-ppp"]),
        ("Bilawal Bhutto is the PPP chairman of Pakistan.", ["pk-ppp"]),
        ("The PPP leader spoke.", ["?-ppp"]),
    ],
)
def test_everyday_letters_need_a_country_or_a_definition(text: str, expected: list[str]) -> None:
    """Letters that are a term's too are a party's only if defined, led, or of a country in the text."""
    assert ids(said(text), "party") == expected


@pytest.mark.parametrize(
    ("text", "persons", "places"),
    [
        ("Nguyen Hoa Binh met guests.", ["nguyen-hoa-binh"], []),
        ("Tran Hoa Binh visited Hoa Binh province.", ["?-tran-hoa-binh"], ["hoa-binh"]),
        ("Le Quang Tri in Quang Tri.", ["?-le-quang-tri"], ["quang-tri"]),
        ("Among them: Nguyen Thanh Hoa and Hoa Binh leaders.", ["?-nguyen-thanh-hoa"], ["hoa-binh"]),
        ("Guests from Hanoi, Hoa Binh province and Cao Bang.", [], ["hanoi", "hoa-binh", "cao-bang"]),
        ("Delegates of Hoa Binh Province.", [], ["hoa-binh"]),
    ],
)
def test_a_surname_before_a_place_makes_a_person(text: str, persons: list[str], places: list[str]) -> None:
    """A family name leads up to what is elsewhere a province of its country."""
    article = said(text)
    assert ids(article, "person") == persons
    assert ids(article, "place") == ["paris", *places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ha Giang Party chief Dang Quoc Khanh spoke.", []),
        ("The Quang Ninh provincial Party Committee met.", []),
        ("The Party chief of Hoa Binh spoke.", []),
        ("The Party chief of Shanghai spoke.", ["cn-cpc"]),
        ("The Party Central Committee met.", ["cn-cpc"]),
    ],
)
def test_the_party_of_a_place_abroad_is_not_the_agencys_own(text: str, expected: list[str]) -> None:
    """ "The Party" of a province of another country is not what the agency calls so."""
    assert ids(said(text, "BEIJING, May 1 (Xinhua) -- "), "party") == expected
