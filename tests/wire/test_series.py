"""Series: summits by number or place, plenums and sessions by number, tell the year of a text."""

from __future__ import annotations

import pytest

from store.days import interval
from store.wire.gazetteer import load
from store.wire.hints import find_hints
from store.wire.tokens import tokenise
from tests.wire.scoring import read
from tests.wire.test_data import COUNTRIES, DATA, ID, party_ids
from tests.wire.test_data import load as rows


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The CPC and the PT met on July 4, two days before the 17th BRICS Summit.", "2025-07-04"),
        ("Guests of the CPV met on October 11 during the 44th and 45th ASEAN Summits.", "2024-10-11"),
        ("United Russia met the CPC on October 23 at the BRICS summit held in Kazan.", "2024-10-23"),
        ("Labour and Conservative lawmakers met at COP26 on Nov. 10.", "2021-11-10"),
        ("The CPC told SWAPO on July 23 of the third plenary session of its 20th Central Committee.", None),
        ("The PCC met guests of the 22nd International Meeting of Communist and Workers' Parties on "
         "October 28.", "2022-10-28"),
        ("The LPRP heard on July 23 of the third plenum of the 20th CPC Central Committee.", "2024-07-23"),
        ("The LPRP heard on September 21 of the 13th Party Central Committee's 10th plenum.", "2024-09-21"),
        ("The CPP met the CPV on May 23 at the fifth session of the 15th National Assembly.", "2023-05-23"),
        ("The LPRP met on May 5. In 2016 the 28th ASEAN Summit met in Vientiane.", None),
        ("President Hu Jintao met guests on November 18 at the APEC summit hosted by Vietnam.", "2006-11-18"),
        ("Xi Jinping met Tran Dai Quang on November 11 at the APEC summit in Vietnam.", "2017-11-11"),
        ("The CPC and the CPV met on November 11 at the APEC summit in Vietnam.", None),
        ("The China-ASEAN summit in Vientiane was praised by the CPC on May 6.", None),
        ("The LPRP heard on May 21 of the tenth plenum of the committee.", None),
        ("The 19th Central Committee of the Communist Party of China opened its fourth plenary session on "
         "Monday.", "2019-10-28"),
        ("The 17th CPC Central Committee concluded its four-day sixth plenum on Tuesday.", "2011-10-18"),
        ("The Central Committee opened its fourth plenary session on Monday.", None),
    ],
)  # fmt: skip
def test_a_counted_or_placed_gathering_tells_the_year(text: str, value: str | None) -> None:
    """A known number or place gives the days; another's summit, or one of a printed year, gives none."""
    assert read(f"Hanoi (VNA) – {text}\n").date.value == value


def test_series_are_in_order_and_true_to_their_form() -> None:
    """Ids stand in order; each number is one gathering's; a body that sits has a number of its own."""
    series = rows("series")
    assert all(list(row) == ["id", "names", "party", "country", "number", "held", "source"] for row in series)
    ids = [str(row["id"]) for row in series]
    assert ids == sorted(set(ids)) and all(ID.fullmatch(key) and key.startswith("series:") for key in ids)
    assert all(row["source"] == "recalled" or str(row["source"]).startswith("http") for row in series)
    for row in series:
        assert row["party"] is None or row["party"] in party_ids()
        two = str(row["country"] or "").split()
        assert two == sorted(set(two)) and set(two) <= COUNTRIES
        assert (len(two) != 1) == (row["number"] is None), row["id"]
    for each in load().chronicle.series:
        numbers = [edition.number for edition in each.held if edition.number]
        days = [edition.held for edition in each.held]
        assert numbers == sorted(set(numbers)) and days == sorted(days), each.id
        assert all(first >= interval("1990")[0] for first, _ in days), each.id
    assert (DATA / "series.jsonl").stat().st_size < 100_000


def test_the_country_of_every_gathering_is_known() -> None:
    """A place that stands in no list of ours has its country beside it, so that a text may name that."""
    lands: dict[str, set[str]] = {}
    for place in load().places.values():
        for name in (place.name, *place.aka):
            lands.setdefault(name, set()).add(place.country or "")
    placed = [(each.id, edition) for each in load().chronicle.series for edition in each.held]
    unknown = {
        (key, *edition.places)
        for key, edition in placed
        if edition.places and all(len(lands.get(name, "")) != 1 for name in edition.places)
    }
    assert unknown == {("series:pacific-islands-forum", "Rarotonga", "Cook Islands")}  # a country of no list


def test_every_name_of_a_gathering_has_a_hint() -> None:
    """A passage that names a gathering is read for it."""
    for each in load().chronicle.series:
        for name in each.names:
            hinted = find_hints([tokenise(name.replace("#", str(each.held[0].number)), 0)])
            assert each.number or "gathering" in hinted, name
