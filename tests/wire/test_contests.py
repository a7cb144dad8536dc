"""Contests: who won the leadership of a party or a government, and against whom."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON (Reuters) - Liz Truss saw off Rishi Sunak on Monday to become leader of the ruling party.",
         "2022-09-05"),
        ("CANBERRA - Tony Abbott edged out Malcolm Turnbull on Tuesday to lead the Liberals.", "2009-12-01"),
        ("DUBLIN (AFP) - Leo Varadkar won the race for leader of Fine Gael on Friday.", "2017-06-02"),
        ("TOKYO (AP) - Junichiro Koizumi triumphed in the Liberal Democratic Party's presidential race on "
         "Tuesday.", "2001-04-24"),
        ("TOKYO - Shigeru Ishiba, beating Sanae Takaichi in a runoff, won the leadership of the LDP on "
         "Friday.", "2024-09-27"),
        ("LONDON - Ed Miliband narrowly beat his brother David on Saturday for the Labour leadership.",
         "2010-09-25"),
        ("BERLIN - Angela Merkel was elected by the Bundestag on Tuesday as the first woman chancellor of "
         "Germany.", "2005-11-22"),
        ("JAKARTA - Abdurrahman Wahid was elected president by the national assembly on Wednesday.",
         "1999-10-20"),
        ("WELLINGTON - Chris Hipkins was confirmed as leader of New Zealand's Labour Party on Sunday.",
         "2023-01-22"),
        ("KUALA LUMPUR - Najib Razak was sworn in as Malaysia's premier on Friday.", "2009-04-03"),
    ],
)  # fmt: skip
def test_a_contest_is_known_by_its_winner(text: str, day: str) -> None:
    """Whoever beat somebody to lead, won a race for it or was chosen for it took the office that is known."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    "text",
    [
        "LONDON - Liz Truss, who beat Rishi Sunak to become leader, met ministers on Monday.",
        "LONDON - Liz Truss hopes to beat Rishi Sunak on Monday to become leader of the Conservatives.",
        "LONDON - Rishi Sunak was beaten by Liz Truss on Tuesday for the party leadership.",
        "CANBERRA - Tony Abbott edged out Malcolm Turnbull on Friday to lead the Liberals.",
        "TOKYO - Shinzo Abe beat a rival on Wednesday to become leader of the party.",
        "DUBLIN - Leo Varadkar won the race for the parish council on Friday.",
        "TOKYO - In a runoff on Saturday a rival defeated Sanae Takaichi and won the leadership of the LDP.",
        "LONDON - David Cameron beat David Davis on Tuesday at tennis, as friends said.",
    ],
)
def test_what_is_no_contest_won_gives_no_day(text: str) -> None:
    """Neither what is past, hoped for, lost or won on another weekday, nor what somebody else won."""
    assert read(text + "\n").date.value is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("CANBERRA (AFP) - Kevin Rudd beat Julia Gillard 57-45 in a Labor caucus ballot on Wednesday.",
         "2013-06-26"),
        ("SYDNEY, Aug. 24 - Scott Morrison will be prime minister after defeating Peter Dutton in a "
         "party-room vote.", "2018-08-24"),
        ("LONDON - Jeremy Corbyn romped to victory in the contest to lead Labour on Saturday.", "2015-09-12"),
        ("LONDON (AFP) - Liz Truss took the Conservative leadership on Monday.", "2022-09-05"),
        ("LONDON - Michael Howard was crowned head of the Conservative Party on Thursday.", "2003-11-06"),
        ("BERLIN - The Social Democrats picked Sigmar Gabriel as their chairman on Friday.", "2009-11-13"),
        ("EDINBURGH - Nicola Sturgeon was made leader of the Scottish National Party on Friday, taking over "
         "from Alex Salmond.", "2014-11-14"),
        ("SEOUL - Park Geun-hye, daughter of former President Park Chung-hee, was elected chairwoman of "
         "the Grand National Party on Tuesday.", "2004-03-23"),
        ("ROME - Matteo Renzi won back the leadership of the Democratic Party on Sunday.", "2017-04-30"),
        ("TAIPEI - Former leader Eric Chu was elected chairman of the Kuomintang on Saturday.", "2021-09-25"),
        ("BERLIN - Delegates of the Social Democratic Party elected Norbert Walter-Borjans and Saskia Esken "
         "on Friday as leaders.", "2019-12-06"),
        ("TOKYO, Sept. 20 - Shinzo Abe won a third term as president of the Liberal Democratic Party.",
         "2018-09-20"),
        ("LONDON - Jeremy Corbyn was re-elected leader of the Labour Party on Saturday.", "2016-09-24"),
        ("LONDON - Jo Swinson was voted in as the first woman leader of the Liberal Democrats on Monday.",
         "2019-07-22"),
        ("EDINBURGH - Alex Salmond stormed back as leader of the Scottish National Party on Friday.",
         "2004-09-03"),
        ("SYDNEY - Brendan Nelson edged out Malcolm Turnbull on Thursday to take over the Liberal Party.",
         "2007-11-29"),
        ("CANBERRA - Julia Gillard saw off Kevin Rudd in a party leadership ballot on Monday.", "2012-02-27"),
        ("TOKYO - Naoto Kan fought off Ichiro Ozawa on Tuesday to be re-elected president of the Democratic "
         "Party of Japan.", "2010-09-14"),
        ("SYDNEY - Anthony Albanese was endorsed on Thursday as leader of the Labor Party.", "2019-05-30"),
        ("TORONTO - Jagmeet Singh was chosen on Sunday to head the New Democratic Party.", "2017-10-01"),
        ("JERUSALEM - Ariel Sharon was named Likud leader on Thursday.", "1999-09-02"),
        ("TOKYO - Taro Aso was elected leader of the ruling party on Monday and will be prime minister.",
         "2008-09-22"),
        ("CARDIFF - Rhun ap Iorwerth was announced as leader of Plaid Cymru on Friday.", "2023-06-16"),
        ("BERLIN - Matthias Platzeck won 99.4 percent of the votes on Tuesday to become chairman of the SPD.",
         "2005-11-15"),
        ("TOKYO - Ichiro Ozawa beat Naoto Kan on Friday to take the helm of the Democratic Party of Japan.",
         "2006-04-07"),
        ("WELLINGTON - Former union boss Andrew Little beat Grant Robertson on Tuesday to become leader of "
         "the Labour Party.", "2014-11-18"),
        ("BERLIN - Lars Klingbeil and Saskia Esken were chosen as co-leaders of the SPD on Saturday.",
         "2021-12-11"),
        ("TAIPEI - Johnny Chiang won the Kuomintang chairmanship vote on Saturday.", "2020-03-07"),
        ("JOHANNESBURG - Cyril Ramaphosa was elected on Monday as leader of the African National Congress, "
         "which has ruled since the first vote open to everybody in 1994.", "2017-12-18"),
        ("TAIPEI, March 26 (CNA) Hung Hsiu-chu was elected chairwoman of the Kuomintang.", "2016-03-26"),
    ],
)  # fmt: skip
def test_a_leader_is_known_by_the_choice_of_the_party(text: str, day: str) -> None:
    """Whoever beat another in a party, was crowned, picked or chosen anew, leads it since a known day."""
    assert read(text + "\n").date.value == day


@pytest.mark.parametrize(
    "text",
    [
        "CANBERRA - Kevin Rudd beat Julia Gillard 57-45 in a Labor caucus ballot on Friday.",
        "LONDON - Jeremy Corbyn romped to victory in the race for the school board on Saturday.",
        "LONDON - Michael Howard picked David Davis as head of a review of the Conservatives on Thursday.",
        "LONDON - Jeremy Corbyn was re-elected leader of the Labour Party on Wednesday.",
        "DUBLIN - Gerry Adams was re-elected president of Sinn Fein on Saturday.",
        "MUNICH - Horst Seehofer was confirmed as chairman of the Christian Social Union on Saturday.",
        "GLASGOW - A councillor was made chairman on Friday, taking over the club from Alex Salmond.",
        "MADRID - Pedro Sanchez was elected leader of the Socialists on Sunday.",
        "ROME - Matteo Renzi won back the trust of the Democratic Party on Sunday.",
        "TOKYO - Taro Aso took the leadership of a committee on Monday.",
        "WARSAW - Jaroslaw Kaczynski was named again as head of Law and Justice on Saturday.",
        "CANBERRA - Julia Gillard saw off Kevin Rudd in a party leadership ballot on Tuesday.",
        "CANBERRA - Julia Gillard saw off Kevin Rudd at the airport on Monday.",
        "TORONTO - Jagmeet Singh was chosen on Sunday to head a panel of judges.",
        "JERUSALEM - Former army chief Ehud Barak, once leader of Labour, came home on Tuesday.",
        "CARDIFF - Rhun ap Iorwerth was announced as the winner of a prize on Friday.",
        "BERLIN - Matthias Platzeck won 60 percent of the bids on Tuesday to become owner of a house.",
        "TAIPEI - Johnny Chiang won a by-election campaign on Saturday.",
        "BERLIN - Norbert Walter-Borjans and Saskia Esken met the members as leaders on Friday.",
        "SEOUL - A lawmaker, elected with Park Geun-hye, was chosen as chairman of a club on Tuesday.",
    ],
)
def test_what_is_no_choice_of_a_leader_gives_no_day(text: str) -> None:
    """Neither another weekday nor one of several choices, what is confirmed each other year or no party's."""
    assert read(text + "\n").date.value is None
