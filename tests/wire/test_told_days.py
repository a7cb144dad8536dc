"""Told days: how agencies tell when something happened, where no year is printed."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("TOKYO - Prime Minister Shinzo Abe said on Friday, the day on which the House was dissolved, that "
         "he would win.", "2014-11-21"),
        ("TOKYO - Prime Minister Fumio Kishida met reporters on Thursday when the House was dissolved.",
         "2021-10-14"),
        ("TOKYO - The House in Japan was dissolved earlier this month, party aides said today.", None),
        ("TOKYO - The House in Japan was dissolved on Friday, party aides said.", None),
    ],
)  # fmt: skip
def test_what_happens_again_and_again_is_one_of_many(text: str, value: str | None) -> None:
    """Of things that bear one name an office tells which is meant; without any the text may mean each."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("LONDON - Labour elected Jeremy Corbyn on Saturday, handing him a landslide.", "2015-09-12"),
        ("LONDON - Jeremy Corbyn won the Labour leadership on Saturday.", "2015-09-12"),
        ("LONDON - Labour will say on Thursday who won the race to replace Jeremy Corbyn.", None),
        ("LONDON - A Labour councillor won a vote against Jeremy Corbyn on Thursday.", None),
    ],
)
def test_who_is_replaced_did_not_win(text: str, value: str | None) -> None:
    """What is won `to replace NAME` or `against NAME` did not befall whoever is named there."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("did", "value"),
    [
        ("elected Jacob Zuma as its leader on Tuesday", "2007-12-18"),
        ("chose Cyril Ramaphosa as its president on Monday", "2017-12-18"),
        ("re-elected Jacob Zuma as its leader on Tuesday", "2012-12-18"),
        ("re-elected Cyril Ramaphosa as its president on Monday", "2022-12-19"),
        ("re-elected Jacob Zuma as its leader on Friday", None),
    ],
)
def test_whoever_is_re_elected_does_not_take_office(did: str, value: str | None) -> None:
    """A leader elected again is elected on a later day than that of the first election, if one is known."""
    assert day_of(f"BLOEMFONTEIN - The African National Congress (ANC) {did}.") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The new chief will be picked by all 300,000 members of the Christian Democratic Union before being "
         "confirmed at its 34th congress on January 21.", None),
        ("The board would be named by the local branches of the party before being presented on May 3, said "
         "JP Nadda, who took over as BJP president in January.", None),
        ("JP Nadda, who took over as BJP president in January, met the branches on May 3.", "2020-05-03"),
        ("The guests met the branches of the party before being received on May 3 by JP Nadda, who took over "
         "as BJP president in January.", "2020-05-03"),
    ],
)  # fmt: skip
def test_what_comes_before_being_done_is_ahead(text: str, value: str | None) -> None:
    """`will be ... before being ... on` a day tells of two things to come."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("LONDON - Paddy Ashdown, the former leader of the Liberal Democrats who had served as the envoy "
         "of the world to Bosnia, died Saturday.", "2018-12-22"),
        ("LONDON - Paddy Ashdown, the former leader of the Liberal Democrats who had served as the envoy "
         "of the world to Bosnia and to all the peoples of Herzegovina as well, died Saturday.", None),
        ("LONDON - Paddy Ashdown, the former leader of the Liberal Democrats, Saturday passed away.",
         "2018-12-22"),
        ("LONDON - Paddy Ashdown spoke Saturday of a party founder who died at home.", None),
    ],
)  # fmt: skip
def test_a_long_clause_may_stand_before_a_death(text: str, value: str | None) -> None:
    """Who somebody was stands between the name and the death, at some length, and the weekday, too."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("MAPUTO - Filipe Nyusi was sworn into office as Mozambique's president on Thursday.", "2015-01-15"),
        ("MAPUTO - Mozambique's Daniel Chapo was sworn into office as president on Wednesday.", "2025-01-15"),
        ("MAPUTO - Filipe Nyusi was sworn into a commission on Thursday.", None),
        ("MAPUTO - Filipe Nyusi swore in an office block on Thursday.", None),
    ],
)
def test_sworn_into_office_is_sworn_in(text: str, value: str | None) -> None:
    """Some agencies write `sworn into office`; into a body nobody is sworn as its president."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("LONDON - British Prime Minister Rishi Sunak conceded defeat in the election on Friday.",
         "2024-07-05"),
        ("LONDON - British Prime Minister Gordon Brown conceded defeat in the election on Tuesday.",
         "2010-05-11"),
        ("LONDON - British Prime Minister Rishi Sunak spoke of an election on Friday.", None),
        ("LONDON - British Prime Minister Rishi Sunak said on Friday that Labour might win an election.",
         None),
    ],
)  # fmt: skip
def test_an_election_is_conceded_on_another_day(text: str, value: str | None) -> None:
    """`conceded defeat in the election on Friday` tells the day of the concession, not of the vote."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("will", "value"),
    [
        ("said he will resign", "2006-09-16"),
        ("announced he would step down on Sunday", "2006-09-16"),
        ("said he will resign if the bill fails", None),
        ("said he will step down in September 2007", None),
        ("said he would quit next year", None),
    ],
)
def test_who_goes_later_does_not_go_soon(will: str, value: str | None) -> None:
    """A resignation that is announced for a year, or depends on something, tells of no day soon after."""
    text = f"TOKYO, September 16 (Kyodo) - Prime Minister Junichiro Koizumi {will}."
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("also", "value"),
    [
        ("The country is scheduled to hold presidential elections in 2007.", "2006-05-13"),
        ("East Timor is to vote again. The country is set to have elections by May 2007.", "2006-05-13"),
        ("The country was to hold its elections, it was said in 2007.", None),
        ("The country held presidential elections in 2007.", None),
    ],
)
def test_who_is_to_hold_a_vote_has_not_held_it(also: str, value: str | None) -> None:
    """`is scheduled to hold elections in 2007` is said before they are held, `was` may be said long after."""
    lead = "LISBON, May 13 (Lusa) - East Timor's Prime Minister Mari Alkatiri opened a meeting on Saturday."
    assert day_of(f"{lead}\n\n{also}") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("HANOI - Party General Secretary Nong Duc Manh greeted Vo Nguyen Giap on August 23 on his 100th "
         "birthday.", "2010-08-23"),
        ("HANOI - Party General Secretary Nguyen Phu Trong greeted Vo Nguyen Giap on August 23 on his 100th "
         "birthday.", "2011-08-23"),
        ("HANOI - Party officials greeted Vo Nguyen Giap on August 23 on his 100th birthday.", None),
        ("HANOI - Party officials on May 18 marked the 130th birthday of President Ho Chi Minh.",
         "2020-05-18"),
    ],
)  # fmt: skip
def test_the_living_may_be_a_year_old_when_born(text: str, value: str | None) -> None:
    """In the east of Asia a birthday of the living may be counted one higher; of the dead it never is."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("GUWAHATI - Himanta Biswa Sarma will be sworn in as the chief minister of Assam at a park today.",
         "2021-05-10"),
        ("JAIPUR - Bhajan Lal Sharma will take oath today. Bhajan Lal Sharma will be sworn in as Chief "
         "Minister of Rajasthan here today.", "2023-12-15"),
        ("GUWAHATI - Himanta Biswa Sarma will be sworn in as the chief minister of Assam soon.", None),
        ("GUWAHATI - Himanta Biswa Sarma will be sworn in as chief minister of Assam, today's papers said.",
         None),
    ],
)  # fmt: skip
def test_an_oath_is_taken_today(text: str, value: str | None) -> None:
    """`will be sworn in today` is of the day of the oath itself."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("Lawmakers ousted President Abdurrahman Wahid on Monday", "2001-07-23"),
        ("Lawmakers voted on Monday, ousting President Abdurrahman Wahid", "2001-07-23"),
        ("Lawmakers met on Monday in the process of ousting President Abdurrahman Wahid", None),
        ("Lawmakers vowed on Monday to oust President Abdurrahman Wahid", None),
        ("Lawmakers spoke on Monday of removing President Abdurrahman Wahid", None),
    ],
)
def test_who_is_to_be_ousted_is_still_there(told: str, value: str | None) -> None:
    """Only a removal that is done dates a text by the day of it."""
    assert day_of(f"JAKARTA - {told}.") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CARACAS - Nicolas Maduro spoke on what would have been the 64th birthday of Hugo Chavez.",
         "2018-07-28"),
        ("JOHANNESBURG - The ANC met on what would have been Nelson Mandela's 100th birthday.", "2018-07-18"),
        ("CARACAS - Nicolas Maduro opened a meeting for the 64th birthday of Hugo Chavez.", None),
        ("CARACAS - Maduro spoke ahead of what would have been the 64th birthday of Hugo Chavez.", None),
    ],
)  # fmt: skip
def test_what_would_have_been_a_birthday_is_that_day(text: str, value: str | None) -> None:
    """`on what would have been` a birthday tells the day itself."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hanoi (VNA) - A meeting was held in the hall of the town on Sunday to mark the 80th founding "
         "anniversary of the Communist Party of Vietnam.", None),
        ("Hanoi (VNA) - A meeting was held in the hall of the town on Wednesday to mark the 80th founding "
         "anniversary of the Communist Party of Vietnam.", "2010-02-03"),
        ("Phnom Penh (AKP) - The CPP opened a library on Wednesday, two days ahead of its 70th founding "
         "anniversary.", "2021-06"),
        ("Phnom Penh (AKP) - The CPP opened a library on Saturday, two days ahead of its 70th founding "
         "anniversary.", "2021-06-26"),
        ("Vientiane (KPL) - The National Assembly approved Sonexay Siphandone as Prime Minister on Friday.",
         "2022-12-30"),
    ],
)  # fmt: skip
def test_what_is_held_for_an_anniversary_or_days_before_it(text: str, value: str | None) -> None:
    """Its weekday tells that a gathering is on the day itself, or so many days before it."""
    assert day_of(text) == value
