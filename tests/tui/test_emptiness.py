"""Emptiness: what to leave out of a filter that finds nothing, and what the days have to do with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.query import Query
from tests.archive.making import CPP, CPV, HANOI, TODAY, TRUNG, article
from tui.emptiness import nothing_matches, silence


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive of three texts, the oldest of 2016 and the newest of 2021."""
    folder: Path = tmp_path_factory.mktemp("archive")
    kept = Archive(folder, "ann")
    kept.add(
        [
            article("They met in May.", "2021-05-18", [CPV, CPP]),
            article("They talked.", "2018", [CPV, TRUNG]),
            article("They went.", "2016-02-26", [CPV, HANOI]),
        ]
    )
    return kept


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("zebra", "Nothing matches zebra"),
        ("-party:cpv", "Nothing matches -party:cpv"),
        ("zebra party:cpv", "Nothing matches 2 chips. Without zebra there are 3"),
        ("zebra party:cpp sort:date", "Nothing matches 2 chips. Without zebra there is 1"),
        ("zebra lion", "Nothing matches 2 chips"),
        ("party:cpp person:trung", "Nothing matches 2 chips. Without party:cpp there is 1"),
        ("since:6m", "Nothing since 21 May 2026. The newest text is 18 May 2021"),
        ("date:2022..", "Nothing since 1 January 2022. The newest text is 18 May 2021"),
        ("before:2016", "Nothing up to 31 December 2015. The oldest text is 26 February 2016"),
        (
            "after:2018 person:trung",
            "Nothing since 1 January 2019. The newest text that fits the rest is 31 December 2018. "
            "Nothing matches 2 chips. Without after:2018 there is 1",
        ),
        ("date:2017", "Nothing matches date:2017"),
        ("date:2030,2031", "Nothing matches date:2030,2031"),
        ("date:none", "Nothing matches date:none"),
        ("-since:1900", "Nothing matches -since:1900"),
    ],
)
def test_why_a_filter_finds_nothing(archive: Archive, query: str, told: str) -> None:
    """The condition without which most is found is named, and days that are far from every text."""
    asked = Query.parse(query, archive.vocabulary)
    assert archive.tally(asked, TODAY).shown == 0
    assert nothing_matches(archive, asked, TODAY) == told


def test_the_nearest_year_is_known(archive: Archive) -> None:
    """A key can show the year of the text that comes next to the days asked for."""
    late, early = (silence(archive, Query.parse(text), TODAY) for text in ("since:6m", "before:2016"))
    assert late is not None and (late.nearest, late.is_late) == (2021, True)
    assert early is not None and (early.nearest, early.is_late) == (2016, False)
