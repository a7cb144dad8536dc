"""Real copy: what agencies print that no invented text taught us."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("after nearly four years of implementing the resolution of the LPRP's 10th Congress", "2019-08-16"),
        ("after over three years implementing the resolution of the LPRP's 10th Congress", "2019-08-16"),
        ("in implementing the resolution of the LPRP's 10th Congress", None),
    ],
)
def test_years_of_carrying_out_a_congress_tell_the_year(told: str, value: str | None) -> None:
    """Agencies count the years since a congress by its resolution, `over three years implementing` it."""
    who = "Nguyen Van Nen, Chief of the CPV Central Committee's Office"
    assert read(f"Vientiane (VNA) - {who}, hailed Laos's gains {told} on August 16.\n").date.value == value


@pytest.mark.parametrize(
    ("did", "value"),
    [
        ("inaugurated here today the 6th Seminar of both parties", None),
        ("inaugurated the new wing of a party school", None),
        ("took office today", "2022-10-23"),
    ],
)
def test_whoever_inaugurates_a_hall_takes_no_office(did: str, value: str | None) -> None:
    """To inaugurate something is not to be inaugurated; only the latter dates a text by an office."""
    text = f"Havana, Oct 23 (Prensa Latina) Head of the Propaganda Department of the CPC, Li Shulei, {did}.\n"
    assert read(text).date.value == value


@pytest.mark.parametrize(
    ("also", "value"),
    [("", "2021-12-03"), (" The Communist Party of the Russian Federation (CPRF) sent a letter.", None)],
)
def test_the_party_has_its_own_anniversary(also: str, value: str | None) -> None:
    """The anniversary `of the party` is that of the one party in the text; of two it may be either's."""
    lead = f"MOSCOW, December 3 (Interfax) - United Russia chose its new council on Friday.{also}"
    assert (
        read(f"{lead} The day was timed to coincide with the 20th anniversary of the party.\n").date.value
        == value
    )


@pytest.mark.parametrize(
    "its", ["its Commission for Mass Mobilisation", "its Commission for Mass Mobilization"]
)
def test_an_office_may_be_its_partys(its: str) -> None:
    """`Secretary of the Party Central Committee and Chairwoman of its Commission` names a known office."""
    role = f"Secretary of the Party Central Committee and Chairwoman of {its}"
    found = read(f"Vientiane (VNA) - Bui Thi Minh Hoai, {role}, was on a visit to Laos on August 8.\n")
    assert any(reason.says.startswith("Bui Thi Minh Hoai held this office") for reason in found.date.evidence)


@pytest.mark.parametrize(
    ("ahead", "value"),
    [
        (
            "The four will run at the 2027 commune elections and in the Senate election in February.",
            "2023-10-11",
        ),
        ("The four will run at the 2027 commune elections.", "2023-10-11"),
        ("The four will run in the Senate election in February.", "2023-10-11"),
        ("", None),
    ],
)
def test_votes_on_both_sides_tell_the_year(ahead: str, value: str | None) -> None:
    """One vote behind, told by its month, and another ahead leave one year; one vote alone does not."""
    lead = "Phnom Penh (Khmer Times) - The Khmer Will Party and three others on October 11 signed a pact."
    behind = "One of them could not stand in July’s general election."
    assert read(f"{lead}\n\n{behind}\n\n{ahead}\n").date.value == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("Raimundo said the PCP, which turned 101 in March, would send a letter", "2022-12-05"),
        ("Raimundo said the PCP, founded in 1921 and turned 101 in March, would send a letter", "2022-12-05"),
        ("Raimundo took over from Jeronimo de Sousa last month at a conference", "2022-12-05"),
        ("Raimundo was in Porto last month at a conference", None),
        ("Raimundo said the PCP, which turned 101 in May, would send a letter", None),
    ],
)
def test_a_month_that_is_past_lies_behind(told: str, value: str | None) -> None:
    """An age reached `in March`, and an office taken `last month`, lie before the day and not long ago."""
    who = "Paulo Raimundo, General Secretary of the Portuguese Communist Party (PCP)"
    guest = "Trần Cẩm Tú, Chairman of the Party Central Committee’s Inspection Commission"
    text = f"Lisbon (VNA) - {who}, welcomed {guest}, on December 5.\n\n{told}.\n"
    assert read(text).date.value == value


def test_the_next_election_may_be_years_away() -> None:
    """`The next general election` says nothing of the year, which the ouster a week ago tells."""
    lead = "Dhaka, August 12 (ANI): A delegation of the BNP called on Muhammad Yunus here on Monday."
    oath = "Yunus, who took oath on August 8, three days after Sheikh Hasina resigned, later heard others."
    ahead = "Asked if the parties would fight the next general election together, they said it was early."
    assert read(f"{lead}\n\n{oath}\n\n{ahead}\n").date.value == "2024-08-12"


def test_history_does_not_speak_against_a_year() -> None:
    """An office left decades ago, `President Ho Chi Minh's Testament`, leaves the anniversary its year."""
    lead = "Hanoi, May 22 (VNA) - Party General Secretary Nong Duc Manh today received a guest of the Baath."
    told = "Manh congratulated the Baath Party on the 60th anniversary of its foundation (set up in 1947 )."
    book = "The guest had read President Ho Chi Minh's Testament."
    also = "Nguyen Van Son, head of the Party Central Committee's External Relations Commission, attended."
    assert read(f"{lead}\n\n{told}\n\n{book}\n\n{also}\n").date.value == "2007-05-22"


@pytest.mark.parametrize(("ordinal", "value"), [("14th ", "2019-09-14"), ("", None)])
def test_a_numbered_vote_last_year_tells_the_year(ordinal: str, value: str | None) -> None:
    """`The 14th general election last year` is one vote; without its number it may be any."""
    lead = "KUALA LUMPUR, Sept 14 (Bernama) -- UMNO and PAS today signed a charter here."
    assert (
        read(f"{lead}\n\nUMNO had learnt from the {ordinal}general election last year.\n").date.value == value
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("TEHRAN, Aug. 14 (MNA) – Fumio Kishida is to step down in September.", "2024-08-14"),
        ("TEHRAN, Nov. 14 (MNA) – Fumio Kishida, who stepped down in September, came.", "2024-11-14"),
        ("TOKYO - A party led by Seiji Maehara, who became leader three weeks ago, met Thursday.", None),
        ("Dakar (PANA) – The vote of Senegal, first set for 25 February, was on Wednesday put off.", None),
        ("Buenos Aires - Nestor Kirchner Monday resigned as head of a club after a vote.", None),
        ("BANGKOK - Prime Minister Abhisit Vejjajiva was sworn in on Wednesday.", "2008-12-17"),
        ("BANGKOK - The cabinet led by Abhisit Vejjajiva was sworn in on Monday.", None),
        ("BEIJING - The team chosen with Hu Jintao is young, President Jiang Zemin said Friday.", None),
    ],
)
def test_an_office_taken_or_left_is_read_as_it_is_said(text: str, value: str | None) -> None:
    """Whose office it is, which one, and whether it was taken or left already, decides what it dates."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("lead", "value"),
    [
        (
            "AKP Phnom Penh, August 09, 2018 —\n\nA message to Hun Sen has come from Bangkok after the ruling"
            " Cambodian People’s Party won a landslide victory in the National Election on July 29, 2018.",
            "2018-08-09",
        ),
        ("Banners in Kuala Lumpur December 4, 2017. — Picture by Yusof Mat Isa\nIt opened today.", None),
        (
            "Santiago de Chile, May 19 (EFE).- Chile’s race lost six candidates Wednesday as parties review"
            " their pacts with November’s elections in mind.",
            "2021-05-19",
        ),
        ("Lisbon - Antonio Seguro won. Pedro Passos Coelho became prime minister last month.", None),
    ],
)
def test_a_day_of_something_else_is_not_the_events(lead: str, value: str | None) -> None:
    """A vote that somebody won before, the day of a picture, or an election ahead has its own day."""
    assert read(f"{lead}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a vote to be won is ahead, whatever else was last month
        ("WINDHOEK, March 27 (Xinhua) -- SWAPO Secretary General Sophia Shaningwa said on Wednesday that her"
         " party owed it to its leader, buried last month, to win the elections in November with Netumbo"
         " Nandi-Ndaitwah.\n\nA school opened in 2022.", "2024-03-27"),
        # a vote called by its day
        ("Published: 08th March 2021 06:12 PM\n\nCHENNAI: The DMK on Monday allotted six seats to the CPI(M)"
         " for the April 6 Tamil Nadu Assembly election.", "2021-03-08"),
        # somebody named as another's father takes nothing
        ("Jakarta (ANTARA) - Kaesang Pangarep, son of President Joko Widodo, was named chairman of a club on"
         " Monday.", None),
        # the second paragraph below a page's date
        ("Updated: 2023-01-29 10:14\n\nSolih beats Nasheed\n\nMALE: Solih has won the primary of the MDP.\n\n"
         "He took 61 per cent of the votes on Saturday.", "2023-01-28"),
    ],
)  # fmt: skip
def test_a_day_is_read_by_what_stands_around_it(text: str, value: str | None) -> None:
    """Which side of a vote, whose office, and which paragraph tells the day, the words around it say."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # whoever is to take office has not yet
        ("MEXICO CITY (Reuters) - Guests came on November 3.\n\nVicente Fox, who will take office on"
         " December 1, met them.", "2000-11-03"),
        ("MEXICO CITY (Reuters) - Guests came on January 9.\n\nVicente Fox, who took office on December 1,"
         " met them.", "2001-01-09"),
        # last year's unrest, and what happened when somebody else was gone
        ("LA PAZ, Oct 19 (AFP) - Interim president Jeanine Anez, who came to power when Evo Morales fled last"
         " year, spoke on Monday.", "2020-10-19"),
        # two years are left, and one of them has the weekday
        ("OTTAWA, Sept 4 (Reuters) - Prime Minister Justin Trudeau met Conservative Party leader Pierre"
         " Poilievre on Wednesday.", "2024-09-04"),
        ("OTTAWA, Sept 4 (Reuters) - Prime Minister Justin Trudeau met union leaders on Wednesday.", None),
        # the day before an oath
        ("By THE ASSOCIATED PRESS\n\nParties voted Friday. Micheál Martin was due to be elected Taoiseach in"
         " Dublin the next day. The election on Feb. 8 in Ireland was long over.", "2020-06-26"),
        # a vote behind the dateline's day
        ("KUCHING (Dec 9): Abang Johari met voters today and asked them to vote in the 12th state election"
         " on Dec 18 in spite of COVID-19.", "2021-12-09"),
        # the vote of the coming April
        ("Paris (VNA) - The Vietnamese Ambassador to France, Dinh Toan Thang, called on the French Communist"
         " Party (PCF) on September 9.\n\nIts National Secretary Fabien Roussel will stand in next April’s"
         " presidential election.", "2021-09-09"),
        # an office taken in the present tense on a day to come
        ("MEXICO CITY, July 3 (Reuters) - Vicente Fox won Mexico's presidential election on Sunday.\n\nFox"
         " takes office on December 1.", "2000-07-02"),
        ("MEXICO CITY, July 3 (AP) — Vicente Fox swept to victory in Sunday's presidential election.\n\nFox"
         " takes office Dec. 1.", "2000-07-02"),
        # a congress that is to open in a month is ahead
        ("Vientiane (KPL) A delegation of the Lao People’s Revolutionary Party (LPRP) was back on 27"
         " February.\n\nThe Workers’ Party of Korea (WPK) is to open its 7th Congress in May.", "2016-02-27"),
        # what somebody could do is no office yet to be taken
        ("Phnom Penh (KT) - CPP president Hun Sen met guests on May 20.\n\nHun Sen, who was elected"
         " president of the Senate last month, said his party could count on them.", "2024-05-20"),
        # a greeting on an anniversary comes in the week before
        ("(VOVWORLD) - The Communist Party of Vietnam on Friday cabled its greetings to the Workers' Party of"
         " Korea (WPK) on the 75th anniversary of the WPK (October 10, 1945).", "2020-10-09"),
        ("(VOVWORLD) - The Workers' Party of Korea (WPK) held a seminar on Friday on the 75th anniversary of"
         " the WPK (October 10, 1945).", None),
        # thanks come after the congress
        ("Hanoi (VNA) - General Secretary Nguyen Phu Trong on March 3 thanked the AKEL in a letter for its"
         " good wishes to the 12th National Congress of the Communist Party of Vietnam (CPV).", "2016-03-03"),
    ],
)  # fmt: skip
def test_what_is_near_tells_on_which_side(text: str, value: str | None) -> None:
    """Offices to come, thanks, next April and the next day lie on a side; a weekday tells few years apart."""
    assert read(f"{text}\n").date.value == value


def test_a_congress_of_a_printed_year_may_be_far() -> None:
    """Whoever prints the year of a congress to come may write a year before it; months are no more likely."""
    lead = "NEW DELHI – A delegation led by Lê Hải Bình is on a working trip to India from November 21-26."
    plans = "The CPI-M and the CPI are planning their Party congresses for April and September 2025, while"
    ahead = "the CPV prepares in the lead-up to the 14th National Party Congress, scheduled for early 2026."
    assert read(f"{lead}\n\n{plans} {ahead}\n").date.value is None
