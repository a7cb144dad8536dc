"""Victories: who won a vote follows from who held the office before and behind it, and dates a lead."""

from __future__ import annotations

import pytest

from store.wire.gazetteer import load
from store.wire.victories import victories
from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MEXICO CITY (AP) - Vicente Fox of the National Action Party won Mexico's presidency on Sunday.",
         "2000-07-02"),
        ("PARIS (Reuters) - Socialist Francois Hollande was elected president of France on Sunday, unseating "
         "Nicolas Sarkozy.", "2012-05-06"),
        ("CHICAGO (AP) - President Barack Obama won re-election on Tuesday, defeating Mitt Romney.",
         "2012-11-06"),
        ("PARIS (AFP) - Emmanuel Macron won a second term on Sunday, beating Marine Le Pen.", "2022-04-24"),
        ("MANILA (AFP) - Rodrigo Duterte won the presidential election on Monday.", "2016-05-09"),
        ("LONDON (AP) - David Cameron won re-election on Thursday.", "2015-05-07"),
        ("BOGOTA (AP) - Ivan Duque captured the presidency on Sunday.", "2018-06-17"),
        ("SEOUL (AP) - Lee Myung-bak won South Korea's presidency on Wednesday, ending the rule of liberals "
         "that had lasted since 1998.", "2007-12-19"),
    ],
)  # fmt: skip
def test_a_vote_is_known_by_its_winner(text: str, day: str) -> None:
    """The first vote that brought somebody to office, the one that kept him, the nth of all that he won."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    "text",
    [
        "CARACAS (AP) - Hugo Chavez was re-elected on Sunday with 63 percent of the vote.",
        "SAO PAULO (AP) - Luiz Inacio Lula da Silva was elected president on Sunday.",
        "ACCRA - John Mahama was elected president on Friday in a vote of the party's delegates.",
        "HARARE - Robert Mugabe, who was re-elected last month, met leaders of SADC on Tuesday.",
        "QUITO - Rafael Correa hopes that he will be re-elected on Sunday.",
        "NAIROBI - President Uhuru Kenyatta was re-elected leader of Jubilee on Friday.",
    ],
)
def test_one_of_several_votes_is_none_of_them(text: str) -> None:
    """Two that fit, a party's own vote, an older one and one that is hoped for give no day."""
    assert read(text + "\n").date.value is None


@pytest.mark.parametrize(
    ("country", "year", "winner"),
    [("GB", 2019, "boris-johnson"), ("DE", 2017, "angela-merkel"), ("VE", 2012, "hugo-chavez"),
     ("ID", 2024, "prabowo-subianto"), ("PL", 2023, "donald-tusk"), ("GR", 2019, "kyriakos-mitsotakis")],
)  # fmt: skip
def test_the_winner_of_a_vote_holds_the_office_behind_it(country: str, year: int, winner: str) -> None:
    """Who kept the office, who took it within months, and who died in it soon after he had won."""
    won = [v.winner for v in victories(country, load()) if v.poll.end.year == year]
    assert won == [f"person:{winner}"]


def test_nobody_is_known_to_have_won_a_vote_before_he_leaves() -> None:
    """Who still held the office may have lost it, or not have run."""
    left = [v for v in victories("CO", load()) if v.winner == "person:gustavo-petro"]
    assert [v.poll.end.year for v in left] == [2022]


@pytest.mark.parametrize(
    ("did", "day"),
    [
        ("won a landslide on Thursday to become British prime minister", "2024-07-04"),
        ("won the election on Thursday to become prime minister", "2024-07-04"),
        ("is set to become British prime minister, aides said on Saturday", None),
        ("is expected to become British prime minister, aides said on Saturday", None),
        ("was backed by lawmakers on Saturday to become British prime minister", None),
    ],
)
def test_who_is_set_to_rule_need_not_just_have_won(did: str, day: str | None) -> None:
    """Talks may take weeks until somebody becomes head of the government."""
    assert read(f"LONDON (AP) - Keir Starmer {did}.\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SYDNEY (AFP) - Tony Abbott's Liberal Party swept to power in Saturday's general election.",
         "2013-09-07"),
        ("COPENHAGEN (AFP) - Venstre returned to power in Thursday's general election in Denmark.",
         "2015-06-18"),
        ("DHAKA (BSS) - The Awami League of Sheikh Hasina swept Monday's general election.", "2008-12-29"),
        ("LONDON (Reuters) - The Labour Party won Thursday's general election.", None),
        ("COPENHAGEN (AFP) - Rivals beat Venstre in Thursday's general election in Denmark.", None),
    ],
)  # fmt: skip
def test_a_vote_is_known_by_the_party_that_won_it(text: str, day: str | None) -> None:
    """Of several votes the party's own is meant; one of many that it won is none, nor one that it lost."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ABUJA (AFP) - Bola Tinubu was declared winner of Nigeria's presidential election on Wednesday, "
         "four days after the vote.", "2023-03-01"),
        ("NAIROBI (AP) - William Ruto was proclaimed president-elect on Monday, six days after the vote.",
         "2022-08-15"),
        ("LUSAKA (AP) - Hakainde Hichilema was declared winner of Zambia's presidential election on Monday.",
         "2021-08-16"),
        ("TEHRAN (AP) - Mahmoud Ahmadinejad was declared the winner of Iran's presidential election on "
         "Saturday, a day after the vote.", None),
        ("HARARE (AP) - Emmerson Mnangagwa was declared president-elect on Friday.", "2018-08-03"),
        ("NAIROBI (AP) - Uhuru Kenyatta was declared winner of Kenya's party primary on Friday.", None),
    ],
)  # fmt: skip
def test_who_is_declared_the_winner_has_won_a_vote(text: str, day: str | None) -> None:
    """The day of the declaring is known or follows from the vote; of two on a Saturday neither is meant."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CARACAS (AP) - President Hugo Chavez won re-election on Sunday with a wide lead over governor "
         "Manuel Rosales.", "2006-12-03"),
        ("CARACAS (AP) - Former paratrooper Hugo Chavez won Venezuela's presidential election on Sunday.",
         "1998-12-06"),
        ("SANTIAGO (AFP) - Tycoon Sebastian Pinera won Chile's presidential election on Sunday, ending two "
         "decades of rule by the left.", "2010-01-17"),
        ("LIMA (AFP) - Former president Alan Garcia won Peru's presidential run-off on Sunday.",
         "2006-06-04"),
        ("SANTIAGO (AFP) - Tycoon Sebastian Pinera won Chile's presidential election on Sunday.", None),
        ("CARACAS (AP) - President Hugo Chavez won re-election on Sunday.", None),
        ("CARACAS (AP) - The party of former president Hugo Chavez won re-election on Sunday.", None),
    ],
)  # fmt: skip
def test_one_of_several_victories_is_known_by_whom_it_was_won_from(text: str, day: str | None) -> None:
    """Who was beaten, whose rule ends and what the winner was before tell which of his victories it is."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MONROVIA (AFP) - Ellen Johnson Sirleaf claimed victory over George Weah in Liberia's presidential "
         "run-off on Thursday.", "2005-11-10"),
        ("LA PAZ (AFP) - Luis Arce claimed victory in Bolivia's presidential election on Sunday.",
         "2020-10-18"),
        ("KIEV (AFP) - Viktor Yanukovych claimed victory in Ukraine's presidential run-off on Monday.", None),
        ("BOGOTA (AFP) - Gustavo Petro of the Historic Pact became Colombia's first leftist president-elect "
         "on Sunday.", "2022-06-19"),
        ("CAIRO, Jun 24 (AFP) - Mohamed Morsi of the Freedom and Justice Party was declared president of "
         "Egypt on Sunday.", "2012-06-24"),
        ("KIEV, Feb 7 (AFP) - Viktor Yanukovych claimed victory late on Sunday in Ukraine's presidential "
         "run-off.", "2010-02-07"),
        ("JAKARTA, April 17 (AFP) - Prabowo Subianto claimed victory in Indonesia's presidential election on "
         "Wednesday.", "2019-04-17"),
        ("MEXICO CITY (AFP) - Andres Manuel Lopez Obrador claimed victory in Mexico's presidential election "
         "on Monday.", None),
    ],
)  # fmt: skip
def test_who_claims_a_victory_ran_in_the_vote(text: str, day: str | None) -> None:
    """A vote in which somebody did not run is none that he claims to have won; he may have lost another."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("COLOMBO (AFP) - Sri Lankans vote on Thursday in a presidential election that pits Mahinda "
         "Rajapaksa against Ranil Wickremesinghe.", "2005-11-17"),
        ("WARSAW (AFP) - Poland voted on Sunday in a presidential run-off between Andrzej Duda and Rafal "
         "Trzaskowski.", "2020-07-12"),
        ("BELGRADE (AFP) - Boris Tadic beat Tomislav Nikolic in Serbia's presidential run-off on Sunday.",
         None),
        ("BELGRADE (AFP) - Tomislav Nikolic beat Boris Tadic in Serbia's presidential run-off on Sunday.",
         "2012-05-20"),
        ("PARIS (AFP) - Lionel Jospin's Socialists won Sunday's second round of the parliamentary election "
         "and will govern beside President Jacques Chirac.", "1997-06-01"),
    ],
)  # fmt: skip
def test_a_vote_between_two_is_one_that_they_fought(text: str, day: str | None) -> None:
    """The names of both who ran tell which vote it is, unless they met twice; a house's vote is no such."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ATHENS (AFP) - Antonis Samaras's New Democracy won Greece's election on Sunday, beating Syriza of "
         "Alexis Tsipras.", (2012, 2012)),
        ("OTTAWA (CP) - Prime Minister Jean Chretien won a third straight majority on Monday in a Canadian "
         "election that brought gains in Quebec.", (1997, 2000)),
        ("LA PAZ (AP) - Bolivians approved a new constitution drafted by President Evo Morales in a "
         "referendum on Sunday.", (2009, 2016)),
    ],
)  # fmt: skip
def test_a_range_holds_the_vote_that_is_meant(text: str, years: tuple[int, int]) -> None:
    """Who led the party that won, whose vote it is and what is new there rule out no day that is meant."""
    found = read(text + "\n").date
    assert found.value is None
    assert (found.earliest and found.earliest.year, found.latest and found.latest.year) == years


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KIEV (AFP) - The commission on Wednesday declared Viktor Yanukovich the winner of Sunday's"
         " presidential run-off.", "2010-02-10"),
        ("ABUJA (AP) - The commission on Tuesday declared Goodluck Jonathan winner of Saturday's presidential"
         " election.", "2011-04-19"),
        ("MEXICO CITY (AP) - Felipe Calderon claimed victory on Monday after a narrow count in the country's"
         " presidential election.", "2006-07-03"),
        ("TBILISI (AP) - It was clear on Tuesday, an official said, the United National Movement"
         " had lost the election to Bidzina Ivanishvili.", "2012-10-02"),
        ("WARSAW (AP) - The Law and Justice party kept its slim majority in Sunday's parliamentary election"
         " but lost the Senate.", "2019-10-13"),
        ("WASHINGTON (AP) - Two days after his election as the nation's first black president, Barack Obama"
         " met his aides on Thursday.", "2008-11-06"),
    ],
)  # fmt: skip
def test_who_is_said_to_have_won_or_lost_by_others(text: str, day: str) -> None:
    """Whoever is declared the winner, claims to be, or is conceded to, tells which vote is meant."""
    assert day_of(text) == day


def test_a_country_s_president_is_elected_by_voters_whoever_is_beaten() -> None:
    """A party named behind `elected president of the country` does not make it a party's own vote."""
    text = "Gustavo Petro was elected president of Colombia on Sunday, though his party fears its rivals."
    assert day_of(f"BOGOTA (EFE) - {text}") == "2022-06-19"


def test_a_rule_by_others_is_not_that_of_who_ends_it() -> None:
    """`Eight years of rule by the PARTY` counts from no office of whoever is named before."""
    text = "Donald Tusk's allies won enough seats on Sunday to end eight years of rule by Law and Justice."
    assert day_of(f"WARSAW (PAP) - {text}") is None


def test_a_party_s_president_is_elected_by_no_voters() -> None:
    """`Re-elected president of the PARTY` is none of the country's votes."""
    text = "Sheikh Hasina was re-elected president of the Awami League on Sunday at its council."
    assert day_of(f"DHAKA (BSS) - {text}") is None


def test_a_people_of_two_words_votes() -> None:
    """`Sri Lankans voted` tells of a vote as `Swedes voted` does."""
    text = "Sri Lankans voted on Saturday for a new president, with Gotabaya Rajapaksa as the favourite."
    assert day_of(f"COLOMBO (AFP) - {text}") == "2019-11-16"


def test_who_dies_may_be_of_a_party() -> None:
    """`NAME of the country's PARTY died` tells of a death."""
    text = "President John Evans Atta Mills of Ghana's National Democratic Congress died on Tuesday."
    assert day_of(f"ACCRA (GNA) - {text}") == "2012-07-24"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("THE HAGUE (AP) - The Party for Freedom won the most seats in Wednesday's Dutch election.",
         "2023-11-22"),
        ("LISBON, Oct 4 (AFP) - Portugal's ruling Social Democrats won Sunday's general election.",
         "2015-10-04"),
        ("BUDAPEST (AFP) - Viktor Orban's Fidesz won a fourth straight victory in Sunday's general election.",
         "2022-04-03"),
        ("BUDAPEST (AFP) - Viktor Orban's Fidesz won a third consecutive victory in Sunday's election.",
         "2018-04-08"),
        ("BUDAPEST (AFP) - Viktor Orban's Fidesz won Sunday's general election.", None),
    ],
)  # fmt: skip
def test_a_party_may_win_most_seats_and_not_govern(text: str, day: str | None) -> None:
    """Who came first is known beside who came to govern, and how often it had won in a row."""
    assert read(text + "\n").date.value == day
