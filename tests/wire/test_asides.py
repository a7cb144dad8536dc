"""Days that a text prints for other reasons: history, foundings, other events; they date nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest

from store.article import EventDate, Source
from store.wire.gazetteer import load
from store.wire.parse import parse

SOURCE: Final = Source("t.txt", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC), "utf-8")


def dated(text: str) -> EventDate:
    """Return the day of a text's event."""
    return parse(text, SOURCE, load()).date


@pytest.mark.parametrize(
    "text",
    [
        "The guest, a member of the party, recalled how Saigon was liberated on April 30, 1975.",
        "The two parties signed a pact on the memory of the victory of January 7, 1979, officials said.",
        "Rwanda's RPF and its guests laid wreaths for the dead of the genocide that began on April 7, 1994.",
        "A delegation of the FSLN hailed the triumph of the people on July 19, 2004.",
        "The party leader said the martial law declared on December 3, 2024 must never come again.",
        "Lawmakers of both parties quarrelled over the January 6, 2021 attack on the Capitol.",
        "The party and its guests discussed the peace accord of April 4, 2002 at a seminar.",
        "The AK Party told its guests about the coup attempt of July 15, 2016, in which 251 people died.",
        "The party honoured the protesters who were killed on March 21, 2010, in a ceremony.",
        "The two parties agreed to step up exchanges.\n\nThey recalled the treaty signed on July 18, 2007.",
        "A guest of the party thanked the volunteers.\n\nThey helped to free the town on October 12, 1949.",
    ],
)
def test_history_is_not_the_day_of_the_event(text: str) -> None:
    """A day in the history that a text tells dates nothing, whether in the lead or below it."""
    assert dated(f"Hanoi (VNA) – {text}").value is None


@pytest.mark.parametrize(
    "text",
    [
        "On the afternoon of May 18, 2021, the party leader received his guest.",
        "The leader thanked Laos for its help at a meeting on May 18, 2021.",
        "The parties signed a peace treaty on May 18, 2021.",
        "The parties spoke about the fall of Pol Pot and the revolution at a seminar on May 18, 2021.",
        "Recalling his student days, the party leader met a guest on May 18, 2021.",
    ],
)
def test_a_meeting_about_history_keeps_its_day(text: str) -> None:
    """Words of history in a sentence do not take the day from a meeting that is told of."""
    assert dated(f"Hanoi (VNA) – {text}").value == "2021-05-18"


@pytest.mark.parametrize(
    "below",
    [
        "The pact was reached here yesterday in a meeting.\n\nHe recalled January 7, 1979.",
        "The meeting took place in Phnom Penh yesterday. Both honoured those who fell on January 7, 1979.",
    ],
)
def test_a_dated_text_does_not_tell_of_days_long_before_it(below: str) -> None:
    """Below a dateline with its year, `yesterday` further down counts, a day of history does not."""
    found = dated(f"AKP Phnom Penh, July 05, 2019 —\n\nThe two parties agreed on exchanges.\n\n{below}")
    assert (found.value, found.certainty) == ("2019-07-04", "certain")


@pytest.mark.parametrize(
    ("header", "value"),
    [("02.05.2024 - Update : 02.05.2024", "2024-05-02"), ("13.05.2024", "2024-05-09")],
)
def test_between_full_stops_the_day_stands_first(header: str, value: str) -> None:
    """A page's 02.05.2024 is 2 May, and the weekday of the lead is seen from it."""
    text = f"Leaders meet\n{header}\n\nANKARA (AA) - The leaders of both parties met on Thursday in Ankara."
    assert dated(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Cambodian People's Party (CPP) marked its 72nd anniversary on Wednesday.", "2023-06-28"),
        ("The Japanese Communist Party (JCP) celebrated its 100th anniversary on Friday.", "2022-07-15"),
        ("The Cambodian People's Party (CPP) marked its 25th anniversary in power on June 2.", None),
        ("A house of the Japanese Communist Party (JCP) marked on June 5 its 20th anniversary of aid.", None),
        ("The party marked on June 5 the 20th anniversary of the JCP office in Hanoi.", None),
    ],
)
def test_a_party_marks_its_own_anniversary(text: str, value: str | None) -> None:
    """`Its 72nd anniversary` is counted from the founding of the party, unless it is of something else."""
    assert dated(f"Hanoi (VNA) – {text}").value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The outcomes of the CPV's 10th National Congress, which closed on April 25, were what he asked "
            "about on August 24.",
            "2006-08-24",
        ),
        ("Those of the CPV, whose 12th congress ended on January 28, met the LPRP on March 3.", "2016-03-03"),
        ("The CPV's 12th National Congress, which lasted eight days, closed on January 28.", "2016-01-28"),
    ],
)
def test_a_congress_that_is_only_mentioned_is_not_the_event(text: str, value: str) -> None:
    """The day on which a congress closed is the event's only where the text is about the congress."""
    assert dated(f"Hanoi (VNA) – {text}").value == value


@pytest.mark.parametrize(
    ("text", "value", "certainty"),
    [
        ("met on Sunday, July 28", "2024-07-28", "certain"),
        (
            "met on Thursday, July 28, before the national election on July 23 next year",
            "2022-07-28",
            "likely",
        ),
    ],
)
def test_a_weekday_belies_the_day_of_a_page(text: str, value: str, certainty: str) -> None:
    """A page's day gives no year in which the lead's day was another weekday; the vote next year does."""
    page = "Friday, August 02, 2024\nNational\n\nGrassroots party tests patience\n\n"
    found = dated(f"{page}Three parties of Cambodia {text}.\n")
    assert (found.value, found.certainty) == (value, certainty)


@pytest.mark.parametrize("until", ["stays after the election on", "keeps its seats until the vote on"])
def test_the_day_of_a_vote_ahead_is_not_the_event(until: str) -> None:
    """What is promised for after an election on a day is not told of on that day."""
    header, line = "Xinhua) 09:14, July 18, 2023", "WELLINGTON, July 17 (Xinhua) -- "
    told = f"New Zealand's Labour Party on Monday promised work if it {until} Oct. 14."
    assert dated(f"{header}\n\n{line}{told}\n").value == "2023-07-17"


@pytest.mark.parametrize("place", ["October 10 Street", "December 5 Barracks", "July 4 Avenue"])
def test_a_place_that_is_called_by_a_day_is_not_that_day(place: str) -> None:
    """A street or a house may bear a day's name, as in Pyongyang and Managua; it dates nothing."""
    line = "PYONGYANG, May 9 (KCNA) -- The 7th Congress of the Workers' Party of Korea closed in its hall on"
    assert dated(f"{line} {place} Monday.\n").value == "2016-05-09"


@pytest.mark.parametrize("what", ["the congress opened", "a coup failed", "their polls closed"])
def test_what_begins_on_a_day_is_not_called_by_it(what: str) -> None:
    """An article behind a day begins what happened on it: only `the April 16 congress` is another's."""
    assert dated(f"MAPUTO (AIM) - On April 16 {what} in the capital.\n").month_day == "04-16"
