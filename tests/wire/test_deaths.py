"""Deaths: a text that mourns somebody, or prints the day of a death, tells its year by that."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from store.article import Received, Source
from store.wire.gazetteer import load
from store.wire.parse import parse
from tests.wire.scoring import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Party sent condolences to Cuba on November 26 over the death of Fidel Castro.", "2016-11-26"),
        (
            "The ANC went into mourning on Thursday when it announced the death of Nelson Mandela.",
            "2013-12-05",
        ),
        ("The LPRP sent a delegation on July 25 to pay tribute to Nguyen Phu Trong.", "2024-07-25"),
        ("Robert Mugabe died in Singapore on Friday, the ruling ZANU-PF said.", "2019-09-06"),
        ("A ceremony of the Party on November 25 marked the anniversary of the death of Fidel Castro.", None),
        ("The Party leader on May 5 spoke of the death of Hugo Chavez in 2013.", None),
        ("The CPI(M) said on May 5 that since the death of Sitaram Yechury it had no leader.", None),
        ("ZANU-PF on Sunday named a road after Robert Mugabe, years after he died.", None),
    ],
)
def test_who_is_mourned_dates_a_text(text: str, value: str | None) -> None:
    """News of a death and condolences are of the days after it; what looks back from afar is not."""
    assert read(f"Hanoi (VNA) – {text}\n").date.value == value


def test_a_day_of_history_does_not_stand_for_the_datelines() -> None:
    """A day in a later sentence that is far from the dateline's is that of something older."""
    text = "MOSCOW, May 27. /TASS/. The LDPR picked a new leader. Vladimir Zhirinovsky died on April 6.\n"
    assert read(text).date.value == "2022-05-27"


def test_who_is_still_in_office_narrows_the_year_up_to_the_day_of_receipt() -> None:
    """A weekday that fits one year between taking office and a receipt that is told is that year's."""
    text = "Paris (AFP) - Secretary-general Xi Jinping met Chancellor Friedrich Merz on Thursday, June 12.\n"
    told = Received(date(2025, 7, 1), "import", "--received 2025-07-01")
    source = Source("t.txt", "0" * 64, datetime(2025, 7, 1, tzinfo=UTC), "utf-8", received=told)
    days = [parse(text, each, load()).date for each in (source, replace(source, received=None))]
    assert [day.value for day in days] == ["2025-06-12", None]
    assert days[0].evidence[-1].kind == "received"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Party chief Nguyen Phu Trong, laying a wreath on Monday, wept for Fidel Castro, who passed away "
         "last Friday.", "2016-11-28"),
        ("General Secretary Nguyen Phu Trong opened on Tuesday a book of condolences in memory of "
         "Fidel Castro, who died late last Friday in Havana.", "2016-11-29"),
        ("Jonas Savimbi was killed on Friday in a clash with troops in Moxico.", "2002-02-22"),
        ("Wen Jiabao visited an embassy on Tuesday to mourn Norodom Sihanouk, who died here last week.",
         "2012-10-23"),
        ("Hugo Chavez died on Tuesday after a two-year struggle with cancer.", "2013-03-05"),
        ("Party chief Nguyen Phu Trong, in a note of Monday, mourned a painter, who died on Friday.", None),
        ("Nong Duc Manh, holding a wreath, wept on Monday for Nguyen Phu Trong, who died on Sunday.", None),
        ("Children sang on Saturday at the gate where Yitzhak Rabin was shot dead.", None),
        ("Jonas Savimbi killed the talks on Friday, a minister of the MPLA said.", None),
    ],
)  # fmt: skip
def test_a_mourner_is_not_the_dead(text: str, value: str | None) -> None:
    """Who lays a wreath did not die; the weekday of `who died last Friday` is that of the death."""
    assert read(f"HANOI (VNA) – {text}\n").date.value == value
