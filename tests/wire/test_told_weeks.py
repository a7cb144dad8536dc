"""Told weeks: how the words around a day, a week or a year tell which one it is."""

from __future__ import annotations

import pytest

from tests.wire.scoring import day_of, read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NAIROBI - Tanzania's police held Zitto Kabwe on Tuesday.\n\nHis party denies last week's election, "
         "which John Magufuli won in the vote on Oct. 28.", "2020-11-03"),
        ("NAIROBI - Tanzania's police held Zitto Kabwe on Monday.\n\nHis party denies last week's vote. It "
         "said the vote of Oct. 28 was rigged.", "2020-11-02"),
        ("NAIROBI - Tanzania's police held Zitto Kabwe on Tuesday.\n\nHis party rejects an election.", None),
        ("NAIROBI - Tanzania's police held Zitto Kabwe on Tuesday.\n\nHis party rejects the vote of Oct. 28.",
         None),
    ],
)  # fmt: skip
def test_a_week_that_is_told_twice_has_one_such_day(text: str, value: str | None) -> None:
    """`last week's election` and the day of the same vote leave one day of the lead's weekday."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("vote", "year"),
    [
        ("this week's election", "2016"),
        ("the leadership role in this week's election", None),
        ("the floor leadership in this week's election", None),
    ],
)
def test_a_partys_own_vote_is_no_election_of_the_country(vote: str, year: str | None) -> None:
    """Who leads a party's members in parliament is not chosen at the polls of the country."""
    text = "SEOUL - Saenuri Party members put in bids for {} in Korea, as President Park Geun-hye watched."
    found = read(text.format(vote) + "\n").date
    assert any(reason.kind == "election" for reason in found.evidence) == (year is not None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Socialism is the right way, Nong Duc Manh says.\n\nThe choice was made long ago, said Mr Manh at a "
         "grand meeting in Hanoi on February 2 to mark the 80th anniversary of the CPV.", "2010-02-02"),
        ("Socialism is the right way, Nguyen Phu Trong says.\n\nThe way is long, Trong told delegates at the "
         "ceremony on February 1 for the 90th anniversary of the CPV.", "2020-02-01"),
        ("Socialism is the right way, Nong Duc Manh says.\n\nThe choice was made long ago, said Mr Manh. The "
         "80th anniversary of the CPV is on February 3.", None),
        ("Socialism is the right way, Nong Duc Manh says.\n\nHe recalled the revolution of August 19 in a "
         "talk on the 80th anniversary of the CPV.", None),
    ],
)  # fmt: skip
def test_what_is_said_at_a_meeting_is_said_on_its_day(text: str, value: str | None) -> None:
    """The day of `said NAME at a meeting on` is the event's, whatever is marked there."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("LONDON, April 12 (PA) - Prime Minister Theresa May met guests today.\n\nThey came this Thursday "
         "morning.", "2018-04-12"),
        ("LONDON, April 10 (PA) - Prime Minister Theresa May met guests today.\n\nThey leave this Monday "
         "evening.", "2017-04-10"),
        ("LONDON, April 12 (PA) - Prime Minister Theresa May met guests today.\n\nThey came at noon.", None),
        ("LONDON, April 12 (PA) - Prime Minister Theresa May met guests today.\n\nThey came on a Thursday.",
         None),
    ],
)  # fmt: skip
def test_this_morning_has_the_weekday_of_the_text(text: str, value: str | None) -> None:
    """`this Friday morning` is said on a Friday: the year of the dateline's day had it so."""
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("did", "value"),
    [
        ("was elected head of the ruling ANC party on Monday", "2017-12-18"),
        ("was elected the new leader of the ruling African National Congress (ANC) on Monday", "2017-12-18"),
        ("was elected president of South Africa on Thursday", "2018-02-15"),
        ("was elected to the board of an ANC school on Monday", None),
    ],
)
def test_a_partys_head_is_no_head_of_state(did: str, value: str | None) -> None:
    """`head of the ruling party` is said of the office in the party, not of one in the state."""
    text = f"JOHANNESBURG - South Africa's Cyril Ramaphosa {did}."
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("in the Vietnam-Laos Friendship Year 2022 and for the 60th anniversary of diplomatic relations",
         "2022-11-22"),
        ("for 55 years of bilateral diplomatic ties, marked in 2017", "2017-11-22"),
        ("on the 60th anniversary of diplomatic relations in 2022", None),
        ("in the Year 2021 and for the 60th anniversary of diplomatic relations in 2022", None),
        ("in the Youth Year 2019 and for the 60th anniversary of diplomatic relations", None),
        ("and in 2015 opened an office for the 60th anniversary of diplomatic relations", None),
    ],
)  # fmt: skip
def test_the_year_of_an_anniversary_may_be_printed(told: str, value: str | None) -> None:
    """Where a sentence prints the very year to which the years of relations lead, both tell the same."""
    text = f"Vientiane (VNA) - Officials of the CPV and of Laos met on November 22. They met {told}."
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("reviewed its achievements in 2019 and set goals for 2020", "2020-02-01"),
        ("looked at the outcomes of cooperation in 2016 and signed a plan for 2017", "2017-02-01"),
        ("hailed the success of its work in 2019 and spoke of its tasks in 2020", "2020-02-01"),
        ("reviewed its achievements in 2016 and set goals for 2020", None),
        ("reviewed its work in 2019 and set goals for 2020-2025", None),
    ],
)
def test_a_year_is_planned_when_another_ends(told: str, value: str | None) -> None:
    """Who reviews one year and plans the next does so around New Year."""
    text = f"Phnom Penh (VNA) - The Cambodian People's Party met on February 1-2. The conference {told}."
    assert day_of(text) == value


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("KUALA LUMPUR (AP) - Premier Abu Harun Bakri Thursday told reporters that he was glad.",
         ["Abu Harun Bakri"]),
        ("LUSAKA (AFP) - Opposition leader Hakainde Banda Friday quit. Deputy Mary Phiri Saturday did, too.",
         ["Hakainde Banda", "Mary Phiri"]),
        ("LUSAKA (AFP) - The Good Friday Agreement was hailed by Black Friday shoppers.", []),
        ("LUSAKA (AFP) - The Ruby Tuesday chain told reporters that it was glad.", []),
    ],
)  # fmt: skip
def test_a_weekday_behind_a_name_is_no_part_of_it(text: str, people: list[str]) -> None:
    """American agencies write `NAME Thursday told`, without `on`."""
    assert [e.name for e in read(f"{text}\n").entities if e.kind == "person"] == people


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Guests arrive for talks in Lusaka. Photograph: Mary Phiri/AFP/Getty Images",
         "Guests arrive for talks in Lusaka.", "Mary Phiri/AFP/Getty Images"),
        ("Guests arrive for talks in Lusaka (Photograph: AFP)", "Guests arrive for talks in Lusaka", "AFP"),
        ("A photograph of the guests was shown at the talks in Lusaka: it hangs there.", None, None),
        ("They took photographs: many of them.", None, None),
    ],
)  # fmt: skip
def test_a_photograph_is_credited_as_a_photo_is(line: str, caption: str | None, credit: str | None) -> None:
    """Some newspapers write `Photograph:` before who took a picture."""
    found = read(f"Leaders meet in Zambia\n\n{line}\n\nLeaders of two parties met on Monday, they said.\n")
    assert (found.caption, found.credit) == (caption, credit)
