"""What agencies print of parties that visit each other, and what tells its year."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The 7 th Theoretical Workshop between the Communist Party of Vietnam (CPV) and the Communist "
            "Party of China (CPC) opened in Jiangsu province, China on Nov. 28.",
            "2011-11-28",
        ),
        (
            "The seventh theoretical workshop between the Communist Party of Vietnam (CPV) and the Lao "
            "People's Revolutionary Party (LPRP) opened in Quang Binh province on July 30.",
            "2019-07-30",
        ),
        (
            "The Japanese Communist Party on October 13 held its 10th theoretical exchange meeting with the "
            "Communist Party of Vietnam at its head office in Tokyo.",
            "2022-10-13",
        ),
        (
            "HAVANA, Oct 23 (Prensa Latina) The VI Theoretical Seminar between the Communist Parties of Cuba "
            "and China was held here today.",
            "2024-10-23",
        ),
        ("The seventh theoretical workshop opened in Hanoi on July 30.", None),
        (
            "The seventh theoretical workshop of the Communist Party of India opened in Delhi on July 30.",
            None,
        ),
    ],
)
def test_what_two_parties_hold_together_is_told_by_whose_it_is(text: str, value: str | None) -> None:
    """Workshops of one name and number are several pairs': the two countries named say which it is."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Hanoi (VNA) - The Communist Party of Vietnam Central Committee has sent a congratulatory "
            "message to the Japanese Communist Party on its 27th Congress.",
            "2017-01",
        ),
        (
            "Hanoi (VNA) - The Communist Party of Vietnam sent a letter to the Japanese Communist Party on "
            "the decisions of its 27th Congress.",
            None,
        ),
    ],
)
def test_a_greeting_to_a_congress_is_sent_while_it_meets(text: str, value: str | None) -> None:
    """A message on a congress has its days; a letter on its decisions may follow much later."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("role", "says"),
    [
        (
            "member of the Standing Committee of the Political Bureau of the CPC Central Committee",
            ["Liu Yunshan held this office from 15 November 2012 to 25 October 2017"],
        ),
        (
            "Politburo member and head of the Publicity Department of the CPC Central Committee",
            [
                "Liu Yunshan held this office from 15 November 2002 to 25 October 2017",
                "Liu Yunshan held this office from 24 October 2002 to 21 November 2012",
            ],
        ),
        ("a member of the CPC Central Committee", []),
    ],
)
def test_each_office_of_a_role_is_read(role: str, says: list[str]) -> None:
    """All offices that a role joins bound the years; a seat in a committee is none in its bureau."""
    found = read(f"Hanoi (VNA) - Liu Yunshan, {role}, visited Vietnam on June 7.\n").date.evidence
    told = sorted(reason.says.partition(";")[0] for reason in found if reason.kind == "office")
    assert told == sorted(says)


def test_the_liaison_department_is_the_international_one() -> None:
    """Nepal's papers call the head of the International Department by its older name."""
    role = "Head of the International Liaison Department of the Communist Party of China"
    found = read(f"KATHMANDU: {role} Liu Jianchao met leaders of Nepal on July 11.\n").date.evidence
    assert any(reason.says.startswith("Liu Jianchao held this office") for reason in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Pyongyang, April 14 (KCNA) -- The delegation of China headed by Zhao Leji left here on April 13 "
            "after paying a visit to Pyongyang.",
            "2024-04-13",
        ),
        (
            "HÀ NỘI — Lao Party General Secretary and State President Thongloun Sisoulith met leaders of the "
            "Front on Tuesday during a visit to Việt Nam. They congratulated Laos on the 11th National "
            "Congress of the Lao People’s Revolutionary Party.",
            "2021-06-29",
        ),
        (
            "HÀ NỘI — Lao Party General Secretary and State President Thongloun Sisoulith met leaders of the "
            "Front on Tuesday during a visit to Việt Nam.",
            None,
        ),
        (
            "HÀ NỘI — Lao Party General Secretary and State President Thongloun Sisoulith met leaders of the "
            "Front on Monday during a visit to Việt Nam, three days after the 14th National Congress of the "
            "Communist Party of Vietnam closed.",
            "2026-01-26",
        ),
    ],
)
def test_which_of_several_visits_is_meant(text: str, value: str | None) -> None:
    """Several visits of somebody to a country are choices; what else the text says tells between them."""
    assert read(f"{text}\n").date.value == value


@pytest.mark.parametrize(
    ("elected", "told"),
    [("General Secretary of the party", True), ("General Secretary of the party for the third time", False)],
)
def test_an_office_taken_anew_has_another_day(elected: str, told: bool) -> None:
    """Whoever is elected for the third time did not take office on the first day of all."""
    text = f"The guests congratulated Obaidul Quader for being elected as the {elected} of the Awami League."
    found = read(f"Dhaka (BSS) - A delegation met leaders on Wednesday.\n\n{text}\n").date
    assert any("became General Secretary" in reason.says for reason in found.evidence) is told


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "(VOVWORLD) - Party General Secretary Nguyen Phu Trong arrived in Havana on Wednesday to begin a "
            "visit to Cuba.",
            "2018-03-28",
        ),
        (
            "(VOVWORLD) - Party General Secretary Nguyen Phu Trong met workers in Havana on Wednesday during "
            "a visit to Cuba.",
            None,
        ),
        (
            "Havana, May 4 (ACN) A delegation of the Communist Party of Cuba wound up on Thursday a tour "
            "which kicked off April 23rd. Its plans had waited for the end of the COVID-19 pandemic.",
            "2023-05-04",
        ),
        (
            "HAVANA, Cuba, May 2 (ACN) Roberto Morales Ojeda of the Communist Party of Cuba arrived today in "
            "Hanoi for talks, as part of a visit that began on Sunday in Ho Chi Minh City.",
            "2023-05-02",
        ),
    ],
)
def test_the_first_day_of_a_trip_is_told_apart(text: str, value: str | None) -> None:
    """Who arrives does so on the first day of a visit; when a tour began is no day of what ends it."""
    assert read(f"{text}\n").date.value == value


def test_letters_of_fronts_are_read_in_offices() -> None:
    """`President of the VFF Central Committee` is the office that is known by its full name."""
    says = (
        "agreements reached by President of the VFF Central Committee Nguyen Thien Nhan and President of the"
    )
    text = f"The talks were to implement {says} LFNC Central Committee Saysomphone Phomvihane."
    found = read(f"Vientiane (VNA) - The fronts held talks in Vientiane on October 17.\n\n{text}\n").date
    assert found.value == "2016-10-17"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("The Lao Party chief congratulated Vietnam on its 12th National Party Congress.", "2016-02-18"),
        ("The Lao Party chief told Vietnam's envoy of his party's 12th National Congress.", "2026-02-18"),
    ],
)
def test_a_congress_is_of_the_country_that_is_congratulated(told: str, value: str | None) -> None:
    """Both parties have held a 12th congress: it is that of the party of the country named before it."""
    lead = "Hoang Binh Quan of the Communist Party of Vietnam met leaders of the Lao People’s Revolutionary"
    assert read(f"{lead} Party (LPRP) in Vientiane on February 18.\n\n{told}\n").date.value == value


def test_a_congress_hoped_for_lies_ahead() -> None:
    """Targets set at a congress are of one behind; one that is hoped to be organised well is ahead."""
    lead = (
        "Hanoi - Leaders of the Lao People's Revolutionary Party (LPRP) were received in Hanoi on August 28."
    )
    told = (
        "He hoped that the LPRP will fulfill targets set at the ninth National Party Congress, successfully"
    )
    found = read(f"{lead}\n\n{told} organising the 10th National Party Congress.\n").date
    assert str(found.latest) == "2015-08-28"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("Its hosts are planning their congresses for April and September 2025.", None),
        ("Its hosts held their congresses in April and September 2025.", "2025-11-21"),
    ],
)
def test_what_is_planned_for_a_year_is_ahead(told: str, value: str | None) -> None:
    """Congresses that are planned lie ahead, those held behind."""
    lead = "NEW DELHI - A delegation of the Communist Party of Vietnam visited India from November 21-26."
    text = (
        f"{lead}\n\n{told} It is preparing for its 14th National Party Congress, scheduled for early 2026.\n"
    )
    assert read(text).date.value == value
