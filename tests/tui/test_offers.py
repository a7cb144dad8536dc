"""Offers: what the pickers show over a real archive, and that it finds what it promised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.article import EventDate
from store.query import Query
from tests.archive.making import CPP, CPV, HANOI, LPRP, TRUNG
from tests.archive.making import article as kept
from tui import offers
from tui.asking import Answer
from tui.choices import About

TODAY = date(2026, 11, 21)

TEXTS = (
    kept("Trung met the CPP in Hanoi", "2021-05-18", (CPV, CPP, TRUNG, HANOI), certainty="likely"),
    kept("The CPV greets the LPRP in Hanoi", "2020-01-02", (CPV, LPRP, HANOI)),
    kept("A report without a day", None, (CPV,)),
)

MAY = EventDate("2021-05-18", None, "day", date(2021, 5, 18), date(2021, 5, 18), "certain")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive with three texts, one of them without a date."""
    folder: Path = tmp_path_factory.mktemp("offers")
    made = Archive(folder / "archive", "tester")
    made.add(TEXTS)
    made.settle()
    return made


def ask(archive: Archive, query: str) -> Answer:
    """Return the answer to a query."""
    return Answer(archive, Query.parse(query, archive.vocabulary), TODAY)


def test_parties_to_pick_from(archive: Archive) -> None:
    """Every party keeps its place and letter; counts are among the texts found; what is on says so."""
    free = offers.parties(ask(archive, ""), courses=False).choices
    found = offers.parties(ask(archive, "party:cpv -party:cpp"), courses=False).choices
    assert [one.key for one in found] == [one.key for one in free]
    assert {one.short: one.texts for one in free} == {"CPV": 3, "CPP": 1, "LPRP": 1}
    assert {one.short: one.state for one in found} == {"CPV": "on", "CPP": "excluded", "LPRP": ""}
    assert {one.short: one.texts for one in found} == {"CPV": 2, "CPP": 0, "LPRP": 1}


def test_counts_over_time(archive: Archive) -> None:
    """With room there is a number a year for each party, the first and the last year named."""
    offer = offers.parties(ask(archive, ""), courses=True)
    assert offer.span == ("2020", "2021")
    assert {one.short: one.course for one in offer.choices} == {"CPV": (1, 1), "CPP": (0, 1), "LPRP": (1, 0)}
    assert offers.parties(ask(archive, "date:none"), courses=True).span == ("", "")
    years = offers.dates(ask(archive, ""), None, courses=True)
    assert {one.value: one.course.index(1) for one in years.choices if one.course} == {"2021": 4, "2020": 0}


def test_years_to_pick_from(archive: Archive) -> None:
    """Years are offered newest first under digits, as if no date filtered yet; n picks what has none."""
    offer = offers.dates(ask(archive, "since:2021"), None, courses=False)
    assert [(one.key, one.value, one.texts) for one in offer.choices if one.field == "date"] == [
        ("1", "2021", 1),
        ("2", "2020", 1),
        ("n", "none", 1),
        ("m", "2026-11", 0),
        ("t", "today", 0),
    ]
    assert [(one.key, one.texts) for one in offer.choices[-2:]] == [("r", None), ("x", 3)]


def test_around_the_text(archive: Archive) -> None:
    """m, w, a and b are the month, the weeks, the time after and before the text under the cursor."""
    offer = offers.dates(ask(archive, "date:2021-05"), MAY, courses=False)
    assert [(one.key, one.value, one.name, one.texts, one.state) for one in offer.choices[3:7]] == [
        ("m", "2021-05", "May 2021", 1, "on"),
        ("w", "2021-05-11..2021-05-25", "11–25 May 2021", 1, ""),
        ("a", "2021-05-19..", "from 19 May 2021", 0, ""),
        ("b", "..2021-05-17", "to 17 May 2021", 1, ""),
    ]
    edge = EventDate("0001-01-01", None, "day", date.min, date.max, "certain")
    assert len(offers.dates(ask(archive, ""), edge, courses=False).choices) == 10


@pytest.mark.parametrize(
    ("number", "key"), [(0, "1"), (8, "9"), (9, "0"), (10, "-1"), (19, "-0"), (20, "--1")]
)
def test_keys_of_years(number: int, key: str) -> None:
    """Ten years have a digit each, the next ten one key more."""
    assert offers.year_key(number) == key


def test_every_date_offered_finds_its_texts(archive: Archive) -> None:
    """What is picked is understood by the query language and finds as many texts as were promised."""
    for one in offers.dates(ask(archive, "party:cpv"), MAY, courses=False).choices:
        if one.field == "date":
            assert ask(archive, f"party:cpv date:{one.value}").tally.shown == one.texts, one.key


def test_entities_to_pick_from(archive: Archive) -> None:
    """What has a letter is there at once; whole, the others follow by their counts, each with its kind."""
    answer = ask(archive, "party:cpp -place:hanoi")
    known = offers.known_entities(answer)
    assert [(one.key, one.short, one.name, one.texts) for one in known.choices] == [
        ("h", "pl", "Hanoi", None)
    ]
    assert not known.is_whole
    whole = offers.entities(ask(archive, "date:2021 -place:hanoi"), courses=True)
    assert whole.is_whole and (whole.choices[0].name, whole.choices[0].state) == ("Hanoi", "excluded")
    assert {(one.short, one.name) for one in whole.choices} >= {("pe", "Le Hoai Trung"), ("of", "Chairman")}
    trung = next(one for one in offers.entities(ask(archive, ""), courses=True).choices if one.short == "pe")
    assert (trung.texts, trung.course) == (1, (0, 1))


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("party", "hanoi date:2021"),
        ("date", "party:cpv hanoi -party:cpp"),
        ("entity", "party:cpv hanoi -party:cpp date:2021"),
    ],
)
def test_a_field_is_emptied(archive: Archive, about: About, expected: str) -> None:
    """Every condition on what is picked goes, the rest stays."""
    query = ask(archive, "party:cpv hanoi -party:cpp date:2021").query
    assert str(offers.emptied(query, about)) == expected


def test_where_to_go(archive: Archive) -> None:
    """Parties with texts come first, then the years, which hold what names no party."""
    first = offers.going(ask(archive, ""), courses=False)
    assert [one.key for one in first.choices] == ["c", "p", "l", "1", "2", "n"] and first.may_end
    assert [one.key for one in offers.going_on(ask(archive, "party:lprp")).choices] == ["1"]
