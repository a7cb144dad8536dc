"""Institutions, votes, offices and shared names, each by a sentence and what it names."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


def named(kind: str, sentence: str) -> list[str]:
    """Return the names of a kind that a sentence of a Reuters text gives."""
    article = read(f"Parties here and there today\n\nPARIS (Reuters) - {sentence}\n", "text.txt")
    return [e.name for e in article.entities if e.kind == kind and e.name != "Paris"]


@pytest.mark.parametrize(
    ("sentence", "orgs"),
    [
        ("Experts from Fudan University came to see the school.", ["Fudan University"]),
        ("At Harvard University the day was long.", ["Harvard University"]),
        ("The Konrad Adenauer Foundation paid for the trip.", ["Konrad Adenauer Foundation"]),
        ("The University was closed, and so was the College.", []),
        ("The foundation of the party was long ago; its institute is small.", []),
        ("Members of the Border Guard stopped him.", ["Border Guard"]),
        ("The Guard of honour stood there.", []),
        ("Senate speaker Gerard Larcher was there.", ["Senate"]),
        ("The Senate race in Ohio is close, and Senate candidate Ann Lee smiled.", []),
        ("Spain's Congress voted on the law.", ["Congress"]),
        ("India's Congress party fell and Congress leaders wept in Delhi.", []),
        ("Anna Petrova, a member of the Gomel regional committee, spoke.", ["Gomel regional committee"]),
        ("The regional committee and a city committee met.", []),
        ("Guests from the youth wing of Singapore's People's Action Party (PAP) came.", ["youth wing"]),
        ("The left wing of the Labour Party was angry.", []),
        ("News Agency of Nigeria (NAN) said so.", []),
        ("The bill waited until the Senate refused it.", ["Senate"]),
        ("The law fell when the Senate blocked it again.", ["Senate"]),
        ("He lost the Senate race and left the Senate candidates behind.", []),
        ("Workers of IG Metall and Confindustria met in Italy.", ["IG Metall", "Confindustria"]),
        ("A report by Amnesty International named the camps.", ["Amnesty International"]),
        ("In Nepal the leaders of GEFONT and ANTUF spoke.", ["GEFONT", "ANTUF"]),
        ("In Kenya a man called GEFONT a word.", []),
        ("They wanted an Islamic state, and new generations will judge.", []),
        ("He grew up in the Soviet Union.", []),
    ],
)
def test_a_body_is_told_by_the_words_before_it(sentence: str, orgs: list[str]) -> None:
    """Schools and guards with a name, chambers of a country and a party's wings count; plain nouns do not."""
    assert named("org", sentence) == orgs


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("They met at the 38th ordinary congress of the Republican People's Party (CHP).", True),
        ("He recalled the Long March and the road after it.", True),
        ("They held a long march to the capital.", False),
        ("In Prague spring came early.", False),
        ("The battle of Khalkhin Gol was long ago.", True),
        ("The battle of the sexes was long ago.", False),
        ("The April vote ended without a winner.", True),
        ("The April vote on the budget failed.", False),
        ("Elections are called for March next year.", True),
        ("Elections are called unfair.", False),
        ("The elections to the State Duma took place in autumn.", True),
        ("The Democrats moved their national convention to August.", True),
        ("A national convention is a big thing.", False),
        ("It came two days after a national election in which nobody won.", True),
        ("The Commission on Elections said so.", False),
    ],
)
def test_an_event_is_told_apart(sentence: str, events: bool) -> None:
    """What has a number, a day or a famous name is an event; what is only of that kind is none."""
    assert bool(named("event", sentence)) == events


def test_a_plenum_has_its_committees_number() -> None:
    """The committee that a plenum is of tells it from another's, and a congress has its number everywhere."""
    text = "He spoke of the third plenary session of the 20th CPC Central Committee."
    assert named("event", text) == ["third plenary session of the 20th CPC Central Committee"]
    text = "The extraordinary congress was short. The LDPR held its 34th extraordinary congress on Friday."
    assert len(named("event", text)) == 1


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Democrats won both seats in Georgia, President Joe Biden said in Washington.", "US"),
        ("Georgia voted on Sunday.", "GE"),
        ("From Tbilisi he went to Georgia's mountains and then to the United States.", "GE"),
        ("The United States warned Georgian Dream over Georgia's law.", "GE"),
    ],
)
def test_georgia_is_the_state_only_among_american_names(sentence: str, country: str) -> None:
    """The country is meant unless the text speaks of the United States, and of nothing Georgian."""
    article = read(f"Parties here and there today\n\nPARIS (Reuters) - {sentence}\n", "text.txt")
    assert [e.country for e in article.entities if e.name == "Georgia"] == [country]


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("He congratulated Cyril Ramaphosa on his re-election as ANC President.", ["ANC President"]),
        ("He congratulated Ana Lopez on her election victory.", [None]),
        ("The election of Ana Lopez as chair of the Green Party came late.", ["chair of the Green Party"]),
        (
            "It was signed by the two co-chairs of the New Left, Ana Lopez and Juan Perez.",
            ["co-chair of the New Left"] * 2,
        ),
        (
            "The leaders of the Green Party and the Labour Party, Ana Lopez and Juan Perez, smiled.",
            [None] * 2,
        ),
        (
            "UMNO president Ana Lopez met his PAS counterpart, Juan Perez, at the hall.",
            ["UMNO president", "PAS president"],
        ),
        (
            "Minnesota Rep. Ana Lopez and Labor minister Madeleine King spoke.",
            ["Minnesota Rep.", "Labor minister"],
        ),
    ],
)
def test_an_office_is_read_for_each(sentence: str, roles: list[str | None]) -> None:
    """Elections, plurals and counterparts give their people offices; where it is not clear whose, none."""
    article = read(f"Parties here and there today\n\nPARIS (Reuters) - {sentence}\n", "text.txt")
    assert [e.role for e in article.entities if e.kind == "person"] == roles
