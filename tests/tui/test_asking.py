"""Asking: one query put to a real archive, and its answers as the panels want them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.article import Mention
from store.query import Query
from tests.archive.making import CPP, CPV, HANOI, LPRP, TRUNG
from tests.archive.making import article as kept
from tests.tui.samples import TALKS, article, mentions
from tui.asking import Answer, entity_marks

TODAY = date(2026, 11, 21)

TEXTS = (
    kept("Trung met the CPP in Hanoi", "2021-05-18", (CPV, CPP, TRUNG, HANOI), certainty="likely"),
    kept("The CPV greets the LPRP", "2020-01-02", (CPV, LPRP)),
    kept("A report without a day", None, (CPV,)),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive with three texts, one of them without a date."""
    folder: Path = tmp_path_factory.mktemp("asking")
    made = Archive(folder / "archive", "tester")
    made.add(TEXTS)
    return made


def ask(archive: Archive, query: str) -> Answer:
    """Return the answer to a query."""
    return Answer(archive, Query.parse(query, archive.vocabulary), TODAY)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ()),
        ("party:cpv", (("", "CPV", False),)),
        ("-party:cpp", (("", "CPP", True),)),
        ("-party:anc", (("", "ANC", True),)),
        ("party:cpv,cpp", (("", "CPV, CPP", False),)),
        ('party:"communist party of vietnam"', (("", "CPV", False),)),
        ("date:2016..2021", (("", "2016–2021", False),)),
        ("person:trung place:hanoi", (("person", "trung", False), ("", "Hanoi", False))),
        ("congress", (("", "congress", False),)),
    ],
)
def test_chips_say_what_is_filtered(
    archive: Archive, query: str, expected: tuple[tuple[str, str, bool], ...]
) -> None:
    """A party is shown by its abbreviation, a field by name only where the value does not tell."""
    assert ask(archive, query).chips == expected


def test_the_list_is_asked_by_window(archive: Archive) -> None:
    """The hits know their number and years at once, and their rows by window."""
    hits = ask(archive, "").hits
    assert hits.total == 3
    assert [(group.year, group.count) for group in hits.groups] == [(2021, 1), (2020, 1), (None, 1)]
    assert [row.id for row in hits.fetch(1, 2)] == [TEXTS[1].id, TEXTS[2].id]


def test_totals_are_of_the_texts_found(archive: Archive) -> None:
    """Counts follow the filter; letters and full names do not."""
    totals = ask(archive, "party:cpp").totals(TEXTS[1])
    assert totals.counts == {CPV.id: 1, LPRP.id: 0}
    assert set(totals.letters) == {CPV.id, CPP.id, LPRP.id}
    assert totals.names[LPRP.id] == LPRP.name


def test_ways_out_bring_most_first(archive: Archive) -> None:
    """Each chip is tried without; the way that brings most texts comes first."""
    answer = ask(archive, "party:lprp date:2021 is:unread")
    assert answer.tally.shown == 0
    assert answer.ways_out() == [(0, "LPRP", 1), (1, "2021", 1), (2, "unread", 0)]


def test_what_the_query_found_is_marked(archive: Archive) -> None:
    """Names and words of the query are marked where they stand, whatever their case and accents."""
    text = article(
        body=["Đồng chí Lê met CPP", "LE met nobody"],
        entities=(CPP,),
        mentions=(Mention(CPP.id, 0, 16, 19),),
    )
    marks = ask(archive, "party:cpp le -nobody").hit_marks(text)
    assert sorted(marks) == [(0, 9, 11), (0, 16, 19), (1, 0, 2)]


def test_an_entity_is_marked_where_it_is_named() -> None:
    """The entity pointed at is marked wherever the text names it, and nothing without one."""
    found = entity_marks(TALKS, "person:le-hoai-trung")
    assert [TALKS.body[p][a:b] for p, a, b in found] == ["Le Hoai Trung"]
    assert entity_marks(TALKS, None) == [] and entity_marks(None, "party:cpv") == []
    assert len(mentions(TALKS.body, [])) == 0


def test_each_chip_says_why(archive: Archive) -> None:
    """A text is explained chip by chip, in the order of the query, what is left out, too."""
    text = archive.article(archive.window(Query(), 0, 1, TODAY)[0].id)
    found = ask(archive, "party:cpv -tag:routine").whys(text)
    assert [(why.chip, why.holds) for why in found] == [("party:cpv", True), ("-tag:routine", True)]


def test_a_filter_is_told_in_words(archive: Archive) -> None:
    """What is filtered stands as the chips print it, in one line; without a filter it is all texts."""
    assert ask(archive, "party:cpv -tag:routine date:2016..2021").told == "CPV · not #routine · 2016–2021"
    assert ask(archive, "").told == "All texts"
