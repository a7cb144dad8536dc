"""Lists, counts, bars and facets of what a query finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.archive.hits import Bin, Facet, Group, Met, Tag
from store.article import HEADLINE, Article, Certainty, Entity, Kind
from store.query import Query
from store.units import Unit
from tests.archive.making import CPP, CPV, HANOI, IMPORTED, LPRP, TODAY, TRUNG, article, listed, many

ALL = Query()


def test_rows_say_what_a_list_shows(archive: Archive) -> None:
    """A row names the parties in the order of the text, and the contact by their short names."""
    kept = article("CPP met CPV", named=[CPP, CPV, TRUNG], headline="They met")
    archive.add([kept])
    (row,) = archive.window(ALL, 0, 10, TODAY)
    assert row.headline == "They met"
    assert row.parties == (Tag("party:kh-cpp", "CPP"), Tag("party:vn-cpv", "CPV"))
    assert row.contacts == (Met(("CPP", "CPV"), "meeting"),)
    assert (row.date.value, row.date.earliest, row.date.evidence) == ("2021-05-18", date(2021, 5, 18), ())
    assert (row.read, row.starred) == (False, False)


def test_a_text_without_headline_is_listed_by_its_beginning(archive: Archive) -> None:
    """The first words of the first paragraph stand in for a headline, cut between words."""
    archive.add([article("One two.\n"), article("word " * 60, "2020")])
    whole, cut = (row.headline for row in archive.window(ALL, 0, 2, TODAY))
    assert whole == "One two."
    assert cut == "word " * 23 + "word …"


def test_the_latest_day_comes_first(archive: Archive) -> None:
    """Latest day first, then id; a month or year is its last day; no date comes last, newest import first."""
    same = sorted((article(f"same {n}", "2021-12-31") for n in range(3)), key=lambda a: a.id)
    month, year = article("month", "2021-11", certainty="guess"), article("year", "2020", certainty="guess")
    day, old = article("day", "2021-11-29"), article("old", "2020-12-30")
    none = [article(f"none {n}", None, imported=IMPORTED + timedelta(n)) for n in range(3)]
    expected = [*same, month, day, year, old, none[2], none[1], none[0]]
    archive.add([none[1], old, same[2], day, none[2], year, same[0], month, none[0], same[1]])
    assert listed(archive) == [a.id for a in expected]
    assert archive.groups(ALL, TODAY) == (Group(2021, 5), Group(2020, 2), Group(None, 3))
    turned = [*expected[6::-1], *expected[7:]]
    assert listed(archive, "sort:date") == [a.id for a in turned]
    oldest = Query.parse("sort:date")
    assert archive.groups(oldest, TODAY) == (Group(2020, 2), Group(2021, 5), Group(None, 3))


def test_windows_and_positions_agree(archive: Archive) -> None:
    """Windows put together are the whole list, and each article's position is its place in it."""
    archive.add(many(25))
    whole = archive.window(ALL, 0, 100, TODAY)
    assert whole == tuple(r for start in range(0, 25, 7) for r in archive.window(ALL, start, 7, TODAY))
    assert [archive.position(ALL, row.id, TODAY) for row in whole] == list(range(25))
    assert archive.position(ALL, "0" * 12, TODAY) is None
    assert archive.position(Query.parse("date:1990"), whole[0].id, TODAY) is None
    assert archive.window(ALL, 30, 5, TODAY) == ()


def test_tally_counts_what_is_found(archive: Archive) -> None:
    """The tally counts the texts found, and how many of those are unread, starred, inferred, undated."""
    kinds: list[tuple[str | None, Certainty]] = [
        ("2021-05-18", "certain"),
        ("2020-01-01", "likely"),
        ("2019", "guess"),
        ("2018-03-03", "corrected"),
        (None, "unknown"),
    ]
    articles = [article(f"text {n}", day, certainty=sure) for n, (day, sure) in enumerate(kinds)]
    archive.add(articles)
    archive.mark([articles[0].id, articles[4].id], read=True)
    archive.mark([articles[1].id], starred=True)
    found = archive.tally(ALL, TODAY)
    assert (found.shown, found.texts, found.unread, found.starred) == (5, 5, 3, 1)
    assert (found.inferred, found.undated) == (2, 1)
    assert (found.earliest, found.latest) == (date(2018, 3, 3), date(2021, 5, 18))
    some = archive.tally(Query.parse("date:2019..2020"), TODAY)
    assert (some.shown, some.texts, some.earliest, some.latest) == (2, 5, date(2019, 1, 1), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", [("2020-12-31", 1, 0), ("2021-01-01", 0, 1), ("2021-01-04", 1, 0), ("2021-06-30", 1, 0)]),
        ("week", [("2020-12-28", 1, 1), ("2021-01-04", 1, 0), ("2021-06-28", 1, 0)]),
        ("month", [("2020-12-01", 1, 0), ("2021-01-01", 1, 1), ("2021-06-01", 1, 0)]),
        ("quarter", [("2020-10-01", 1, 0), ("2021-01-01", 1, 1), ("2021-04-01", 1, 0)]),
        ("year", [("2020-01-01", 1, 0), ("2021-01-01", 2, 1)]),
    ],
)
def test_histogram_bins_by_sort_day(
    archive: Archive, unit: Unit, expected: list[tuple[str, int, int]]
) -> None:
    """Each text stands in the bin of its sort day; empty bins and texts without a day are left out."""
    archive.add(
        [
            article("a", "2020-12-31"),
            article("b", "2021-01-01", certainty="likely"),
            article("c", "2021-01-04"),
            article("d", "2021-06-30"),
            article("e", None),
        ]
    )
    bins = tuple(Bin(date.fromisoformat(start), exact, inferred) for start, exact, inferred in expected)
    assert archive.histogram(ALL, unit, TODAY) == bins


def test_facets_count_all_entities_under_a_filter(archive: Archive) -> None:
    """Every entity of the archive is counted among the texts found; parties stand by age of their letters."""
    archive.add(
        [
            article("one", "2020", [CPP]),
            article("two", "2021", [CPV, TRUNG]),
            article("three", "2022", [LPRP]),
        ]
    )
    archive.add([article("four", "2021", [CPV, CPP])])

    def counts(query: str, kind: Kind) -> list[tuple[str, int, str | None]]:
        facets = archive.facets(Query.parse(query, archive.vocabulary), kind, TODAY)
        return [(f.abbr or f.name, f.count, f.letter) for f in facets]

    assert counts("", "party") == [("CPP", 2, "c"), ("CPV", 2, "p"), ("LPRP", 1, "l")]
    assert counts("party:cpv", "party") == [("CPP", 1, "c"), ("CPV", 2, "p"), ("LPRP", 0, "l")]
    assert counts("date:2022", "person") == [("Le Hoai Trung", 0, None)]
    assert archive.facets(ALL, "person", TODAY) == (
        Facet(TRUNG.id, "person", "Le Hoai Trung", None, "VN", True, 1, None),
    )


def test_facets_stand_by_count_then_rarity_then_name(archive: Archive) -> None:
    """What the texts found name most comes first; among equals what fewer texts name, then the name."""
    hue, dalat = (HANOI._replace(id=f"place:{n.lower()}", name=n) for n in ("Hue", "Dalat"))
    archive.add(
        [
            article("one", "2021", [HANOI, hue, dalat]),
            article("two", "2020", [HANOI]),
            article("three", "2020", [HANOI]),
        ]
    )
    for query, expected in (
        ("", ["Hanoi", "Dalat", "Hue"]),
        ("date:2021", ["Dalat", "Hue", "Hanoi"]),
        ("date:2020", ["Hanoi", "Dalat", "Hue"]),
    ):
        assert [f.name for f in archive.facets(Query.parse(query), "place", TODAY)] == expected


def test_queries_are_answered_by_words_and_fields(archive: Archive) -> None:
    """Filters look at headline, paragraphs and caption, and at what a text has."""
    one = article("Đổi mới began", headline="The headline", caption="A picture of Hue")
    two = article("nothing of the kind", "2020", [CPV, CPP])
    archive.add([one, two])
    for query, expected in (
        ("doi moi", [one]),
        ('"doi moi began"', [one]),
        ("picture", [one]),
        ("title:headline", [one]),
        ("title:began", []),
        ("has:caption", [one]),
        ("has:contact", [two]),
        (f"id:{two.id[:6]}", [two]),
        ("party:cpp", [two]),
        ("-party:cpp", [one]),
    ):
        assert listed(archive, query) == [a.id for a in expected], query


@given(st.lists(st.dates(date(2000, 1, 1), date(2002, 12, 31)) | st.none(), max_size=12))
def test_counts_add_up(tmp_path_factory: pytest.TempPathFactory, days: list[date | None]) -> None:
    """Whatever the days: groups and bins add up to the list, groups in the list's own order."""
    archive = Archive(tmp_path_factory.mktemp("archive"))
    texts: list[Article] = [
        article(f"text {n}", day.isoformat() if day else None) for n, day in enumerate(days)
    ]
    archive.add(texts)
    rows = archive.window(ALL, 0, 100, TODAY)
    tally, groups = archive.tally(ALL, TODAY), archive.groups(ALL, TODAY)
    assert len(rows) == tally.shown == sum(g.count for g in groups) == len(days)
    years = [row.date.latest.year if row.date.latest else None for row in rows]
    assert years == [g.year for g in groups for _ in range(g.count)]
    units: tuple[Unit, ...] = ("day", "week", "month", "quarter", "year")
    for unit in units:
        bins = archive.histogram(ALL, unit, TODAY)
        assert sum(b.exact + b.inferred for b in bins) == tally.shown - tally.undated
        assert [b.start for b in bins] == sorted({b.start for b in bins})


def test_a_list_stands_under_parties(archive: Archive) -> None:
    """By party a text stands under the one that it names first; two of one short name are told apart."""
    twin = Entity("party:ph-cpp", "party", "Communist Party of the Philippines", "CPP", "PH")
    kept = [
        article("a", "2020", [CPP, CPV]),
        article("b", "2021", [CPP]),
        article("c", "2019", [CPV, CPP]),
        article("d", "2018", [TRUNG]),
        article("e", "2017", [twin]),
    ]
    archive.add(kept)
    query = Query.parse("sort:party")
    names = ["CPP, Cambodian People's Party", "CPP, Communist Party of the Philippines", "CPV", "No party"]
    assert [(g.name, g.count) for g in archive.groups(query, TODAY)] == list(
        zip(names, [2, 1, 1, 1], strict=True)
    )
    order = [kept[n].id for n in (1, 0, 4, 2, 3)]
    assert listed(archive, "sort:party") == order
    assert [archive.position(query, one, TODAY) for one in order] == [0, 1, 2, 3, 4]
    assert [r.id for r in archive.window(query, 1, 3, TODAY)] == order[1:4]
    assert listed(archive, "party:cpv sort:party") == [kept[0].id, kept[2].id]


def test_a_list_by_relevance_begins_with_headlines(archive: Archive) -> None:
    """The more of what was asked for stands in the headline, the higher; what is excluded does not count."""
    both, newer, text = (
        article("Talks on trade. CPV", "2018", headline="Trade talks"),
        article("Talks on trade, too. CPV", "2021", headline="Trade grows"),
        article("They had talks on trade. CPV", "2022"),
    )
    archive.add([both, newer, text])
    query = Query.parse("talks trade -war date:2010.. sort:relevance")
    assert listed(archive, str(query)) == [both.id, newer.id, text.id]
    assert [(g.name, g.count) for g in archive.groups(query, TODAY)] == [
        ("In the headline", 1),
        ("1 of 2 in the headline", 1),
        ("In the text", 1),
    ]
    assert archive.groups(Query.parse("-war sort:relevance"), TODAY) == archive.groups(ALL, TODAY)
    assert listed(archive, "sort:relevance") == [text.id, newer.id, both.id]


def test_nobody_is_named_in_a_headline_that_is_not_there(archive: Archive) -> None:
    """A mention that says that it stands in a headline does not, where a text has none."""
    kept = article("CPV", named=[CPV])
    headed = tuple(mention._replace(paragraph=HEADLINE) for mention in kept.mentions)
    archive.add([replace(kept, mentions=headed)])
    assert headed
    assert [g.name for g in archive.groups(Query.parse("party:cpv sort:relevance"), TODAY)] == ["In the text"]
