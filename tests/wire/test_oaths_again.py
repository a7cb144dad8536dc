"""Oaths again: offices that are taken anew, and what else is told near an oath."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("KINSHASA - Felix Tshisekedi was sworn in for a second term as president Saturday.", "2024-01-20"),
        ("MOSCOW - Vladimir Putin was sworn in for a fourth term as president on Monday.", "2018-05-07"),
        ("DHAKA - Sheikh Hasina was sworn in for a third consecutive term as prime minister on Monday.",
         "2019-01-07"),
        ("COLOMBO - Ranil Wickremesinghe was sworn in for a fourth term as prime minister on Friday.",
         "2015-08-21"),
        ("KINSHASA - Felix Tshisekedi was sworn in as president on Thursday.", "2019-01-24"),
        ("KINSHASA - Felix Tshisekedi was sworn in for a third term as president on Saturday.", None),
        ("MOSCOW - Vladimir Putin was sworn in for a second term as president on Monday.", None),
        ("MOSCOW - Vladimir Putin was sworn in as president on Monday.", None),
        ("JERUSALEM - Benjamin Netanyahu was sworn in as prime minister for the third time on Monday.",
         "2013-03-18"),
        ("BRATISLAVA - Robert Fico was appointed prime minister for the fourth time on Wednesday.", None),
        ("BRATISLAVA - Robert Fico was appointed prime minister for the third time on Wednesday.",
         "2023-10-25"),
        ("PATNA - Nitish Kumar was sworn in as chief minister of Bihar for the 10th time on Thursday.",
         "2025-11-20"),
    ],
)  # fmt: skip
def test_an_office_taken_anew_has_its_own_day(text: str, value: str | None) -> None:
    """The nth term begins on the day of the nth oath; without a count the weekday must leave one."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("also", "value"),
    [
        ("His victory in Monday's parliamentary elections ended months of talk.", "2015-08-21"),
        ("His United National Party, which won Monday's poll, was glad.", "2015-08-21"),
        ("His party is glad.", None),
        ("His party lost in a city on Monday.", None),
    ],
)
def test_a_vote_told_nearby_says_which_oath_it_is(also: str, value: str | None) -> None:
    """Of two oaths on the same weekday the one fits that follows on the vote of the text."""
    text = f"COLOMBO - Sri Lanka's Ranil Wickremesinghe was sworn in Friday as prime minister.\n\n{also}"
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("took the oath of office on Monday", None),
        ("was sworn in on Monday in the capital", None),
        ("rested", None),
    ],
)
def test_who_is_named_before_the_oath_is_not_named_a_week_after(told: str, value: str | None) -> None:
    """The Sunday of a lead may be the one before the Monday of an oath that is told further down."""
    lead = "KATHMANDU - Pushpa Kamal Dahal was tapped to head a coalition on Sunday."
    text = f"{lead}\n\nMany came.\n\nIt rained.\n\nDahal, prime minister now, {told}."
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("KATHMANDU - Jhala Nath Khanal of Nepal won Sunday's parliamentary vote.", True),
        ("KATHMANDU - Nepal's Congress won last week's parliamentary vote.", True),
        ("KATHMANDU - Jhala Nath Khanal of Nepal won a parliamentary vote with the help of others.", False),
        ("KATHMANDU - Nepal's premier lost a parliamentary vote.", False),
        (
            "KATHMANDU - Nepal's premier spoke a day after she announced that the election will be held.",
            False,
        ),
        ("KATHMANDU - Nepal's premier spoke two days after she called the election.", False),
        ("KATHMANDU - Nepal's premier spoke two days after the election.", True),
    ],
)
def test_a_vote_of_members_is_no_election(text: str, kind: bool) -> None:
    """Members vote in parliament, and an election is not held on the day when somebody speaks of it."""
    found = read(f"{text}\n").date
    assert any(reason.kind == "election" for reason in found.evidence) == kind


@pytest.mark.parametrize(
    ("whom", "value"),
    [
        ("against President Chen Shui-bian", "2008-03"),
        ("against President Chen Shui-bian's Democratic Progressive Party", None),
        ("against Chen Shui-bian's party", None),
    ],
)
def test_a_party_may_lose_under_a_president_who_stays(whom: str, value: str | None) -> None:
    """Whose party loses an election need not leave office by it."""
    assert day_of(f"TAIPEI - The Kuomintang has won today's elections in Taiwan {whom}.") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("COLOMBO - Ranil Wickremesinghe was sworn in yesterday as president.", "2022-07-21"),
        ("COLOMBO - Maithripala Sirisena will be sworn-in this evening as president.", "2015-01-09"),
        ("COLOMBO - Maithripala Sirisena was sworn in as president last night.", "2015-01-09"),
        ("COLOMBO - Maithripala Sirisena, who was sworn in as president in January, spoke yesterday.", None),
        ("COLOMBO - Maithripala Sirisena was elected president yesterday.", "2015-01"),
    ],
)
def test_an_oath_of_yesterday_is_the_event(text: str, value: str | None) -> None:
    """Where the oath is the news, its known day is the event's, whatever day the text was written on."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("DUBLIN - Irish voters went to the election on June 6.", {"election"}),
        ("DUBLIN - Ireland's premier faces re-election when members meet on June 6.", set[str]()),
        ("DUBLIN - Ireland's speaker hopes for re-election on June 6.", set[str]()),
    ],
)
def test_who_faces_re_election_faces_members(text: str, kinds: set[str]) -> None:
    """A day beside `re-election` is no day of an election of the country."""
    found = read(f"{text}\n").date
    assert {reason.kind for reason in found.evidence} & {"election"} == kinds


@pytest.mark.parametrize(
    ("did", "held"),
    [
        ("Vice President Sara Duterte also spoke", True),
        ("Sara Duterte, the vice president, was there", True),
        ("Sara Duterte also was proclaimed vice president", False),
        ("Sara Duterte will be vice president", False),
    ],
)
def test_who_is_proclaimed_does_not_yet_hold_the_office(did: str, held: bool) -> None:
    """Congress proclaims who won; the office is taken weeks later."""
    found = read(f"MANILA - {did} on Wednesday.\n").date
    assert any("held this office" in reason.says for reason in found.evidence) == held


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HANOI - The party re-elected Nguyen Phu Trong as general secretary on Wednesday.", "2016-01-27"),
        ("HANOI - Nguyen Tan Dung was re-elected prime minister by the assembly on Tuesday.", "2011-07-26"),
        ("Hanoi (VNA) - Deputies on Tuesday re-elected Nguyen Tan Dung as Prime Minister for the 2011-2016 "
         "tenure.", "2011-07-26"),
        ("BEIJING, March 15 (Xinhua) - Hu Jintao was re-elected Chinese president on Saturday.",
         "2008-03-15"),
        ("BEIJING, March 15 (Xinhua) - Hu Jintao was elected Chinese president on Saturday.", None),
        ("KUALA LUMPUR - Najib Razak was re-elected president of UMNO on Saturday.", None),
    ],
)  # fmt: skip
def test_who_is_re_elected_took_the_office_before(text: str, value: str | None) -> None:
    """A day on which an office was taken anew is meant, not its first one; the weekday tells which."""
    assert read(text + "\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dilma Rousseff led Brazil's vote on Sunday and will face Jose Serra in a run-off.", "2010-10-03"),
        ("Dilma Rousseff and Jose Serra met in Brazil's run-off on Sunday.", "2010-10-31"),
    ],
)
def test_who_will_face_whom_in_a_run_off_was_in_the_first_round(text: str, value: str) -> None:
    """A second round that is yet to come tells of the day of the first."""
    assert read(f"BRASILIA (AP) - {text}\n").date.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("VIENTIANE - Lawmakers accepted the resignation of Prime Minister Phankham Viphavanh on Friday and "
         "elected Sonexay Siphandone.", "2022-12-30"),
        ("TOKYO - Yoshihiko Noda won the leadership of the Democratic Party of Japan on Monday.",
         "2011-08-29"),
        ("TOKYO - Yoshihiko Noda won the leadership of the Constitutional Democratic Party on Monday.",
         "2024-09-23"),
        ("SEOUL - Lee Jae-myung was sworn in as president on Wednesday, hours after winning a snap election.",
         "2025-06-04"),
        ("BANGKOK - Soldiers ousted premier Thaksin Shinawatra on Tuesday.", "2006-09-19"),
        ("BANGKOK - A party allied with ousted premier Thaksin Shinawatra met on Tuesday.", None),
        ("BANGKOK - Thaksin Shinawatra smiled on Monday after his party swept Saturday's election.",
         "2001-01-08"),
        ("KATHMANDU, May 17 (AFP) - Two parties merged on Thursday, months after they won Nepal's elections.",
         None),
        ("CANBERRA - David Littleproud said on Tuesday that he told Jane Doe, who became leader a week ago.",
         None),
        ("CANBERRA - David Littleproud, who became leader of the National Party of Australia a week ago, met "
         "guests on Tuesday.", "2022-06-07"),
        ("BERLIN - Sahra Wagenknecht left the Left Party on Monday.", "2023-10-23"),
        ("BERLIN - Former Left Party firebrand Sahra Wagenknecht founded a choir on Monday.", None),
        ("BANGKOK - Thaksin Shinawatra smiled on Monday after a party election on Saturday.", None),
    ],
)  # fmt: skip
def test_whose_office_and_whose_vote_it_is(text: str, value: str | None) -> None:
    """The elected is named behind; a party in full is no other; who was ousted long ago is only called so."""
    assert read(text + "\n").date.value == value
