"""Candidates: what the filter line offers, how many texts each would leave, and the row that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.article import Entity
from store.completion import Candidate, matching, slot
from store.errors import QueryError
from store.query import Query
from tests.archive.making import CPP, CPV, HANOI, TODAY, TRUNG, article
from tests.tui.samples import foreign, ink_of, plain
from tui.asking import Answer
from tui.candidates import asked, candidates, mistake, row, value_of
from tui.lines import cells

OTHER_TRUNG = Entity("person:trung-quoc", "person", "Trung Quoc")
HEAD = Entity("person:prak-sokhon", "person", "Prak Sokhon", role="Head of the Commission; Minister")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Return an archive of three texts with a tag."""
    kept = Archive(tmp_path_factory.mktemp("archive"), "ann")
    texts = [
        article("One.", "2021-05-18", [CPV, CPP, TRUNG, HEAD], "/in/vna-1.txt"),
        article("Two.", "2021-02", [CPV, HANOI, OTHER_TRUNG], "/in/vna-2.txt"),
        article("Three.", "2016-02-26", [CPV, TRUNG], "/in/tass_1.txt", headline="CPV"),
    ]
    kept.add(texts)
    kept.mine.mark([texts[0].id], tags=["asean", "Đà Nẵng"], read=True)
    kept.mine.mark([texts[1].id], tags=["asean"])
    return kept


def offered(archive: Archive, field: str | None, query: str = "") -> list[tuple[str, int | None]]:
    """Return what is offered for a field under a query."""
    found = candidates(Answer(archive, asked(query, archive), TODAY), field)
    return [(one.shown, one.texts) for one in found]


def test_other_names_find_what_is_offered(tmp_path: Path) -> None:
    """A name of the gazetteer, the newsroom's own too, finds the entity, which is offered as it is shown."""
    kept = Archive(tmp_path)
    kept.add([article("One.", named=[CPV, CPP, HANOI])])
    (tmp_path / "gazetteer").mkdir()
    ours = '[[parties]]\nid = "party:kh-cpp"\nname = "Cambodian Party"\naka = ["Lotus Wreath"]\n'
    (tmp_path / "gazetteer/ours.toml").write_text(ours, "utf-8")
    for typed, shown in (
        ("vcp", "CPV"),
        ("communist p", "CPV"),
        ("wre", "CPP"),
        ("ha n", "Hanoi"),
        ("xcp", None),
    ):
        found = matching(candidates(Answer(kept, Query(), TODAY), None), typed)
        assert [one.shown for one in found] == ([shown] if shown else [])
    (wreath,) = matching(candidates(Answer(kept, Query(), TODAY), "party"), "wreath")
    assert value_of(kept, wreath, slot("party:wreath", 12)) == "CPP"


def test_every_month_offered_is_one_that_can_be_filtered_by(tmp_path: Path) -> None:
    """A month is offered with the four digits of its year, however long ago it was."""
    kept = Archive(tmp_path)
    kept.add([article("One.", "0987-05-18", [CPV])])
    assert offered(kept, "date")[:2] == [("0987", 1), ("0987-05", 1)]


@pytest.mark.parametrize(
    ("field", "query", "found"),
    [
        ("party", "", [("CPV", 3), ("CPP", 1)]),
        ("party", "date:2016", [("CPV", 1)]),
        ("party", "date:2021..2016", [("CPV", 3), ("CPP", 1)]),
        ("person", "", [("Le Hoai Trung", 2), ("Prak Sokhon", 1), ("Trung Quoc", 1)]),
        ("office", "", [("Chairman", 2), ("Head of the Commission", 1), ("Minister", 1)]),
        ("place", "party:cpp", []),
        ("is", "", [(s, n) for s, n in zip(("starred", "read", "unread"), (0, 1, 2), strict=True)]),
        ("sort", "", [("date", None), ("-date", None), ("party", None), ("relevance", None)]),
        ("tag", "", [("asean", 2), ("Đà Nẵng", 1)]),
        ("tag", "party:cpp", [("asean", 1), ("Đà Nẵng", 1)]),
        ("source", "", [("vna", 2), ("tass", 1)]),
        ("date", "", [("2021", 2), ("2016", 1), ("2021-05", 1), ("2021-02", 1), ("2016-02", 1)]),
        ("since", "", [("7d", 0), ("30d", 0), ("6m", 0), ("1y", 0), ("2y", 0)]),
        ("id", "", []),
        ("title", "", []),
    ],
)
def test_what_is_offered(
    archive: Archive, field: str, query: str, found: list[tuple[str, int | None]]
) -> None:
    """Names, states, tags, files and periods, with how many of the texts that the rest finds have each."""
    assert offered(archive, field, query)[: len(found)] == found
    if not found:
        assert offered(archive, field, query) == []


def test_without_a_field_every_name_is_offered(archive: Archive) -> None:
    """A word may become any entity or office, the one in most texts first."""
    found = [name for name, _ in offered(archive, None)]
    assert found[0] == "CPV" and {"Hanoi", "Trung Quoc", "Chairman"} <= {*found}


@pytest.mark.parametrize(
    ("field", "name", "typed", "value"),
    [
        ("party", "CPV", "party:", "CPV"),
        ("person", "Le Hoai Trung", "person:", '"Le Hoai Trung"'),
        ("person", "Le Hoai Trung", "tr", 'person:"Le Hoai Trung"'),
        ("office", "Head of the Commission", "-he", 'office:"Head of the Commission"'),
        ("tag", "Đà Nẵng", "tag:", '"Đà Nẵng"'),
        ("date", "2021-05", "date:2016..", "2021-05"),
    ],
)
def test_what_is_taken_means_just_that(
    archive: Archive, field: str, name: str, typed: str, value: str
) -> None:
    """A candidate becomes query text that the language understands."""
    found = candidates(Answer(archive, Query(), TODAY), field)
    (one,) = [one for one in found if one.shown == name]
    assert value_of(archive, one, slot(typed, len(typed))) == value
    Query.parse(f"{field}:{value.removeprefix(field + ':')}", archive.vocabulary)


def test_the_row_shows_what_was_taken() -> None:
    """Names with counts as many as there is room for; the one taken is lit, and never out of sight."""
    found = [Candidate(f"name {n:02}", "", n) for n in range(30)]
    assert plain(row(found, None, 38)) == "name 00 0  name 01 1  name 02 2  …"
    shown = row(found, 2, 38)
    assert plain(shown) == "name 00 0  name 01 1  name 02 2  …"
    assert ink_of(shown, "name 02") == "mark"
    assert plain(row(found, 20, 38)) == "… name 19 19  name 20 20  …"
    assert plain(row(found, 29, 38)) == "… name 28 28  name 29 29  "
    assert row([], None, 34) == ()


@given(
    st.lists(st.builds(Candidate, foreign, st.just(""), st.none() | st.integers(0, 10**6)), min_size=1),
    st.data(),
    st.integers(50, 200),
)
def test_the_row_fits(found: list[Candidate], data: st.DataObject, columns: int) -> None:
    """Whatever the names are, the row is not wider than the screen."""
    at = data.draw(st.none() | st.integers(0, len(found) - 1))
    assert cells(row(found, at, columns)) <= columns


@pytest.mark.parametrize(
    ("text", "texts", "told"),
    [
        ("party:cqv", 3, "party:cqv unknown. Did you mean cpv (3)? Enter accepts"),
        ("date:2021..2016", 3, "date:2021..2016 runs backwards. Use date:2016..2021 (3) · Enter accepts"),
        ("date:2021..2016", None, "date:2021..2016 runs backwards. Use date:2016..2021 · Enter accepts"),
        ("party:", None, "party: needs a value"),
        ("sort:x", None, "sort:x unknown. It can be date, -date, party, relevance"),
    ],
)
def test_a_mistake_is_told_with_what_enter_takes(
    archive: Archive, text: str, texts: int | None, told: str
) -> None:
    """What is wrong, what is proposed instead, and how many texts that finds."""
    with pytest.raises(QueryError) as caught:
        Query.parse(text, archive.vocabulary)
    assert plain(mistake(caught.value, texts)) == told
