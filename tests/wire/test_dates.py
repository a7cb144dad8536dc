"""Dates: the day is printed, follows from the page's day, or from dated things; else it stays open."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from store.article import EventDate, Source
from store.days import interval
from store.wire.clean import clean
from store.wire.dates import date_event
from store.wire.gazetteer import Gazetteer
from store.wire.layout import lay_out
from store.wire.names import name_all
from store.wire.records import Agency, Event, Party, Person, Place, Term


def congress(party: str, number: int, first: str, last: str) -> Event:
    """Return a numbered congress of one of the parties below."""
    names = {"vn-cpv": "Communist Party of Vietnam", "la-lprp": "Lao People's Revolutionary Party"}
    held = (date.fromisoformat(first), date.fromisoformat(last))
    name = f"{number}th National Congress of the {names[party]}"
    key = f"event:{party}-{number}th-national-congress"
    return Event(key, "congress", name, (), f"party:{party}", party[:2].upper(), number, held)


SHELF = Gazetteer(
    parties=(
        Party("party:vn-cpv", "Communist Party of Vietnam", "CPV", "VN", (), interval("1930-02-03")),
        Party("party:la-lprp", "Lao People's Revolutionary Party", "LPRP", "LA", (), interval("1955-03-22")),
        Party("party:za-anc", "African National Congress", "ANC", "ZA", (), interval("1912-01-08")),
    ),
    events=(
        congress("vn-cpv", 12, "2016-01-20", "2016-01-28"),
        congress("vn-cpv", 13, "2021-01-25", "2021-02-01"),
        congress("la-lprp", 10, "2016-01-18", "2016-01-22"),
        Event("event:covid-19", "milestone", "COVID-19", (), None, None, None, (date(2020, 1, 1), date.max)),
        Event("event:za-2024", "election", "2024 South African general election", (), None, "ZA", None,
              interval("2024-05-29")),
    ),
    people=(
        Person("person:an-binh", "An Van Binh", "VN", "party:vn-cpv", (), (
            Term("Chairman of the Commission for External Relations", interval("2018"), interval("2020")),
        )),
        Person("person:keo-somsay", "Keo Somsay", "LA", "party:la-lprp", (), (
            Term("General Secretary of the Lao People's Revolutionary Party", interval("2021-01-15"), None),
        )),
        Person("person:thabo-dlamini", "Thabo Dlamini", "ZA", "party:za-anc", (), (
            Term("President of South Africa", interval("2018-02-15"), None),
        )),
    ),
    places=(
        Place("place:vietnam", "Vietnam", "country", "VN", (), ("Vietnamese",)),
        Place("place:hanoi", "Hanoi", "capital", "VN"),
        Place("place:laos", "Laos", "country", "LA", (), ("Lao",)),
        Place("place:south-africa", "South Africa", "country", "ZA", (), ("South African",)),
    ),
    agencies=(
        Agency("agency:vna", "Vietnam News Agency", "VNA", "VN", "party:vn-cpv"),
        Agency("agency:xinhua", "Xinhua News Agency", "Xinhua", "CN"),
    ),
)  # fmt: skip


NOWHERE = Source("/in/text.txt", "0" * 64, datetime(2026, 11, 22, tzinfo=UTC), "utf-8")


def dated(text: str) -> EventDate:
    """Return the day of a raw text, by the small shelf above."""
    layout = lay_out(clean(text), tuple(SHELF.agencies.values()))
    return date_event(layout, name_all(layout, SHELF), SHELF, NOWHERE)


VNA = "Parties talk of training\n\nHanoi (VNA) – A delegation of the Communist Party of Vietnam (CPV) "


@pytest.mark.parametrize(
    ("text", "value", "certainty"),
    [
        (f"{VNA}met guests on July 6, 2022.", "2022-07-06", "certain"),
        (f"{VNA}met guests on 6 July 2022.", "2022-07-06", "certain"),
        (f"{VNA}met guests on the 6th of July 2022.", "2022-07-06", "certain"),
        (f"{VNA}met guests on July 6-8, 2022.", "2022-07-06", "certain"),
        (f"{VNA}met guests in July 2022.", "2022-07", "certain"),
        (f"{VNA}met guests on Wednesday (July 6, 2022).", "2022-07-06", "certain"),
        (f"{VNA}met guests on Wednesday, July 6, 2022.", "2022-07-06", "certain"),
        (f"{VNA}met guests on Monday, July 6, 2022.", "2022-07-06", "likely"),
        (f"{VNA}(founded on February 3, 1930) met guests on July 6, 2022.", "2022-07-06", "certain"),
    ],
)
def test_a_day_printed_with_its_year_is_certain(text: str, value: str, certainty: str) -> None:
    """What the lead prints is taken as written, unless its weekday contradicts it."""
    found = dated(text)
    assert (found.value, found.certainty) == (value, certainty)
    assert (found.earliest, found.latest) == interval(value)


@pytest.mark.parametrize(
    ("header", "lead", "value"),
    [
        ("Tuesday, October 18, 2022 - 21:05", "met guests on Saturday.", "2022-10-15"),
        ("Tuesday, October 18, 2022 - 21:05", "met guests on Tuesday.", "2022-10-18"),
        ("Updated: 2012-12-16 19:03", "met guests today.", "2012-12-16"),
        ("Updated: 2012-12-16 19:03", "met guests yesterday.", "2012-12-15"),
        ("January 2, 2019 | 09:14 (GMT+7)", "met guests on December 31.", "2018-12-31"),
        ("January 1, 2019 | 09:14 (GMT+7)", "met guests on Monday.", "2018-12-31"),
        ("Tue, August 26, 2008", "met guests on August 25.", "2008-08-25"),
        ("18/05/2021 - 21:05", "met guests on May 18.", "2021-05-18"),
        ("Monday, July 01, 2024\nJune 24, 2023 | 19:14", "met guests on Friday.", "2023-06-23"),
    ],
)
def test_the_pages_day_gives_the_year_and_the_weekday_its_day(header: str, lead: str, value: str) -> None:
    """A weekday is the nearest one not after the page's, over months and years; a stamp beats a clock."""
    found = dated(f"{header}\n{VNA}{lead}")
    assert (found.value, found.certainty) == (value, "certain")
    assert [e.kind for e in found.evidence][1] == "header"


@pytest.mark.parametrize(
    ("text", "value", "certainty"),
    [
        (
            "AKP Phnom Penh, February 14, 2024 —\n\nThe party's envoy left here this morning.",
            "2024-02-14",
            "certain",
        ),
        (
            "BEIJING, March 1, 2021 (Xinhua) -- The envoy met his hosts here on Sunday.",
            "2021-02-28",
            "certain",
        ),
        ("BEIJING, March 1, 2021 (Xinhua) -- The envoy met his hosts here.", "2021-03-01", "likely"),
    ],
)
def test_a_dateline_with_a_year_gives_the_day(text: str, value: str, certainty: str) -> None:
    """The agency's own day is certain where the lead leans on it, likely where it prints no day."""
    found = dated(text)
    assert (found.value, found.certainty) == (value, certainty)


@pytest.mark.parametrize(
    ("text", "value", "kinds"),
    [
        (f"{VNA}met guests on February 26.\n\nAt its recent 12th National Congress, the CPV had many guests.",
         "2016-02-26", {"congress"}),
        (f"{VNA}spoke of the outcomes of the CPV's 13th National Congress on May 18.\n\nThey fight "
         "COVID-19 together.",
         "2021-05-18", {"congress", "milestone"}),
        (f"{VNA}met guests on December 5.\n\nThe CPV is preparing for its upcoming 13th National Congress.",
         "2020-12-05", {"congress"}),
        ("Birthday marked\n\nHanoi (VNA) – A reception on March 22 marked the 60th founding "
         "anniversary of the Lao "
         "People's Revolutionary Party (March 22, 1955).", "2015-03-22", {"anniversary"}),
        ("Birthday marked\n\nHanoi (VNA) – A reception on March 20 marked the 60th founding "
         "anniversary of the Lao "
         "People's Revolutionary Party.", "2015-03-20", {"anniversary"}),
        ("BEIJING, May 17 (Xinhua) -- Guests from South Africa's African National Congress (ANC) "
         "came here on Friday."
         "\n\nThe ANC asks voters for another term on May 29.", "2024-05-17", {"election", "weekday"}),
        ("Party congratulates Keo Somsay\n\nHanoi (VNA) – The CPV on January 16 congratulated Keo "
         "Somsay on becoming "
         "General Secretary of the Lao People's Revolutionary Party the day before.", "2021-01-16",
          {"office"}),
        ("OSLO, March 1 (Xinhua) -- The sides met here on Thursday, two weeks after Thabo Dlamini "
         "became president.",
         "2018-03-01", {"office", "weekday"}),
        ("Keo Somsay elected\n\nVIENTIANE (VNA) – The Lao People's Revolutionary Party on Friday "
         "elected Keo Somsay as "
         "its General Secretary.", "2021-01-15", {"office", "weekday"}),
    ],
)  # fmt: skip
def test_a_year_that_dated_things_agree_on_is_likely(text: str, value: str, kinds: set[str]) -> None:
    """Congress, anniversary, election, office and weekday give the year that is not printed."""
    found = dated(text)
    assert (found.value, found.certainty, found.precision) == (value, "likely", "day")
    assert kinds <= {e.kind for e in found.evidence}


@pytest.mark.parametrize(
    ("text", "certainty", "month_day", "years"),
    [
        (f"{VNA}met guests on June 11.", "unknown", "06-11", None),
        (f"{VNA}met guests.", "unknown", None, None),
        (f"{VNA}met guests on June 11.\n\nThe party was founded in 1930 and has governed since "
         "1975.", "unknown", "06-11", None),
        (f"{VNA}met guests on June 11 to agree on a plan for 2026-2030 with a vision to 2045.", "unknown",
         "06-11", None),
        (f"{VNA}met guests on June 11.\n\nAn Van Binh, Chairman of the Commission for External "
         "Relations, was there.",
         "guess", "06-11", (2018, 2020)),
        (f"{VNA}met guests on June 11.\n\nThey spoke of COVID-19.", "guess", "06-11", (2020, 2024)),
        (f"{VNA}met guests on Friday.", "unknown", None, None),
        ("January 22, 16:27 UTC+3\nParties talk\n\nThe parties met guests from Laos on Tuesday.", "unknown",
         "01-22", None),
    ],
)  # fmt: skip
def test_what_is_not_known_stays_open(
    text: str, certainty: str, month_day: str | None, years: tuple[int, int] | None
) -> None:
    """Without two kinds of evidence or a near one there is no value: the range, the day, or nothing."""
    found = dated(text)
    assert (found.value, found.precision) == (None, None)
    assert (found.certainty, found.month_day) == (certainty, month_day)
    if years and found.earliest and found.latest:
        assert (found.earliest.year, found.latest.year) == years
        assert found.evidence[0].kind == "guess"
    else:
        assert (found.earliest, found.latest, years) == (None, None, None)


@pytest.mark.parametrize(
    "lead",
    [
        "prepared for the July 4 election with its guests.",
        "said that it will visit Laos on July 4.",
        "told of the meeting due on July 4.",
        "met guests ahead of July 4.",
        "praised the party (July 4, 1946) of its guests.",
        "marked its birthday, the party being founded on July 4, 1946.",
    ],
)
def test_a_day_that_is_not_the_events_is_not_taken(lead: str) -> None:
    """Days to come, of elections, or of foundings are not when the main event happened."""
    found = dated(f"{VNA}{lead}")
    assert (found.value, found.month_day, found.certainty) == (None, None, "unknown")


def test_goals_and_history_are_rejected_each_with_its_reason() -> None:
    """Every year that is not the event's is quoted with the words that make it another thing."""
    found = dated(
        f"{VNA}met guests on July 6, 2022.\n\nIt has set development goals toward 2025 and 2030 and "
        "its vision toward "
        "2045. The party, founded in 1930, plans for 2026-2028 and will meet again in 2023."
    )
    assert [(e.kind, e.quote, e.says[:4]) for e in found.rejected] == [
        ("goal", "toward 2025", "2025"),
        ("goal", "toward 2025 and 2030", "2030"),
        ("goal", "vision toward 2045", "2045"),
        ("history", "founded in 1930", "1930"),
        ("goal", "plans for 2026", "2026"),
        ("goal", "plans for 2026-2028", "2028"),
        ("goal", "will meet again in 2023", "2023"),
    ]


def test_the_years_beside_the_likely_one_are_told_with_the_reason() -> None:
    """A reporter sees why it is neither the year before nor the year after."""
    found = dated(
        f"{VNA}met guests on February 26.\n\nAt its recent 12th National Congress, the CPV had guests."
    )
    assert [(e.quote, e.says) for e in found.rejected if e.kind == "rival"] == [
        ("recent 12th National Congress", "2015: before the 12th National Congress"),
        ("recent 12th National Congress", "2017: long after the 12th National Congress"),
    ]


def test_a_contradiction_is_not_hidden() -> None:
    """A clue that fits no year the others allow is shown among what was rejected."""
    found = dated(
        f"{VNA}met guests on February 26.\n\nAt its recent 12th National Congress, the CPV had "
        "guests. It closed at "
        "a time of COVID-19."
    )
    assert found.value == "2016-02-26"
    assert any(e.quote == "COVID-19" and e.says.startswith("does not fit") for e in found.rejected)


def test_a_year_that_a_party_aims_at_is_ahead() -> None:
    """`aims at a law before the centenary in 2023` does not say that it is 2023 or later."""
    text = f"{VNA}met guests on July 6.\n\nIt aims at a new law before the centenary of the state in 2043."
    assert [e.kind for e in dated(text).rejected] == ["goal"]
