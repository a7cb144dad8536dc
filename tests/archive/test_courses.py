"""Courses: how texts lie in time, year by year or in runs of years, against a plain count."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.query import Query
from tests.archive.making import CPP, CPV, HANOI, TODAY, article

DAYS = ("2001-05-18", "2001-06", "2004", "2008-01-01", "2020-12-31", None)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive with a text of each of some days, every second of which names Hanoi."""
    folder: Path = tmp_path_factory.mktemp("courses")
    made = Archive(folder / "archive")
    named = ((CPV, HANOI), (CPV, CPP))
    made.add([article(f"Text {n}", day, named[n % 2]) for n, day in enumerate(DAYS)])
    return made


@pytest.mark.parametrize("most", [1, 2, 3, 5, 20, 100])
def test_stretches_hold_every_dated_text_once(archive: Archive, most: int) -> None:
    """There are at most so many stretches, and together they hold what names an entity and has a date."""
    found = archive.courses(Query(), [CPV.id, CPP.id, HANOI.id, "place:nowhere"], most, TODAY)
    assert (found.first, found.last) == (2001, 2020)
    assert {entity: sum(course) for entity, course in found.counts.items()} == {
        CPV.id: 5,
        CPP.id: 2,
        HANOI.id: 3,
    }
    assert len({len(course) for course in found.counts.values()}) == 1
    assert len(found.counts[CPV.id]) <= most
    if most >= 20:
        assert Counter(dict(enumerate(found.counts[CPV.id], 2001))) == {
            **dict.fromkeys(range(2001, 2021), 0),
            2001: 2,
            2004: 1,
            2008: 1,
            2020: 1,
        }


@pytest.mark.parametrize("query", ["", "place:hanoi", "date:2001..2004", "date:none", "-party:cpv"])
def test_years_are_what_the_filter_finds(archive: Archive, query: str) -> None:
    """Each year has as many texts as `date:` finds of it, the newest first, and none that has none."""
    asked = Query.parse(query, archive.vocabulary)
    years = archive.courses(asked, (), 9, TODAY).years
    for group in years:
        value = "none" if group.year is None else str(group.year)
        other = Query.parse(f"({query}) date:{value}" if query else f"date:{value}", archive.vocabulary)
        assert group.count == archive.tally(other, TODAY).shown > 0
    known = [group.year for group in years if group.year]
    assert known == sorted(known, reverse=True)
    assert (archive.courses(asked, (), 9, TODAY).first == 0) == (not known)
