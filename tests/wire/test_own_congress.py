"""Whose congress it is: a front's own is no party's; what happened hours after one is of its last day."""

from __future__ import annotations

import pytest

from tests.wire.scoring import prediction, read


@pytest.mark.parametrize(
    "lead",
    [
        "The Vietnam Fatherland Front opened its 10th National Congress on Thursday morning",
        "Guests of the Vietnam Women's Union came to the Union's 13th National Congress on Thursday",
        "The Vietnam Farmers' Union held its 12th National Congress on Thursday",
    ],
)
def test_a_congress_of_a_body_is_not_of_the_party_that_the_agency_writes_for(lead: str) -> None:
    """The party's congress of that number gives neither its name nor its day."""
    article = read(f"Hanoi (VNA) – {lead}.\n")
    assert article.date.value is None
    assert not any("Communist Party" in str(name) for name in prediction(article)["events"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hanoi (VNS) — Guests greeted him yesterday, hours after the Ninth National Party Congress ended.",
         "2001-04-22"),
        ("LONDON (Reuters) - Conservatives threw out Iain Duncan Smith on Wednesday.", "2003-10-29"),
        ("Jakarta (ANTARA) - Bahlil Lahadalia was declared chairman of the Golkar Party on Wednesday.",
         "2024-08-21"),
        ("PYONGYANG (AP) - The Seventh Congress of the Workers' Party of Korea went into its second day "
         "on Saturday.", "2016-05-07"),
    ],
)  # fmt: skip
def test_words_that_tell_of_the_day_itself(text: str, day: str) -> None:
    """Hours after it, thrown out and declared its chairman tell the day."""
    assert read(text + "\n").date.value == day


def test_half_a_year_is_no_year() -> None:
    """`half a year after` is not taken for a year after."""
    text = "Berlin (dpa) - The SPD met on Saturday, half a year after the resignation of Andrea Nahles.\n"
    last = read(text).date.latest
    assert last is None or last.year == 2019


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MOSCOW, May 27. /TASS/. Leonid Slutsky was elected leader of the LDPR on Friday, filling the chair "
         "left empty by the death of Vladimir Zhirinovsky on April 6.", "2022-05-27"),
        ("TOKYO, Sept. 29 (Kyodo) - Fumio Kishida beat vaccination minister Taro Kono in a runoff Wednesday "
         "to become president of the ruling Liberal Democratic Party.", "2021-09-29"),
        ("Havana, Apr 16 (Prensa Latina) Raul Castro opened the 7th Congress of the Communist Party of Cuba "
         "on Saturday, 55 years to the day after Fidel Castro proclaimed the socialist Revolution.",
         "2016-04-16"),
        ("CLEVELAND (AP) — Republicans made Donald Trump their candidate for president on Tuesday.",
         "2016-07-19"),
        ("(ANSA) - ROME, FEB 27 - Elly Schlein has become leader of the Democratic Party (PD) on Sunday.",
         "2023-02-26"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_event_is_not_taken_for_it(text: str, day: str) -> None:
    """A death, another ministry, a proclamation of old: the lead's own day is told."""
    assert read(text + "\n").date.value == day


def test_a_party_that_confirms_its_leader_has_had_him_for_long() -> None:
    """`confirmed as chairwoman` does not say that the office was taken then."""
    text = (
        "Denpasar (ANTARA) - Megawati Soekarnoputri was confirmed as chairwoman of the PDI-P on Thursday.\n"
    )
    assert read(text).date.latest is None
