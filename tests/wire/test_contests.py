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
