"""Letters pick parties: short, in order of arrival, and never another party's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.archive import Archive
from store.archive.letters import INITIALS, PICKING, give
from store.archive.shelves import Shelves
from store.article import Article, Entity
from store.query import Query
from tests.archive.making import CPP, CPV, HANOI, LPRP, TODAY, TRUNG, article


def _party(number: int, abbr: str | None = None, name: str = "") -> Entity:
    return Entity(f"party:{number}", "party", name, abbr)


@pytest.mark.parametrize(
    ("named", "letters"),
    [
        ([("CPV", "")], ["c"]),
        ([("CPV", ""), ("CPP", ""), ("CPC", "Communist Party of China")], ["c", "p", "o"]),
        ([("GXA", "")], ["a"]),
        ([("ĐCS", "")], ["d"]),
        ([(None, "Lao People's Revolutionary Party")], ["l"]),
        ([("12", "Đảng")], ["d"]),
        ([("", "人民党"), ("", "人民党")], ["a", "b"]),
        ([("UMNO", ""), ("U", "Unity"), ("U", "U")], ["u", "n", "a"]),
    ],
)
def test_a_party_gets_the_first_free_letter(named: list[tuple[str | None, str]], letters: list[str]) -> None:
    """The first free letter of the short name, then of the name, then of the alphabet; never g or x."""
    given_ = give({}, [_party(n, abbr, name) for n, (abbr, name) in enumerate(named)])
    assert list(given_.values()) == letters


def test_past_so_many_parties_letters_grow() -> None:
    """22 parties take one letter, the next two, and no letters are the beginning of others."""
    letters = give({}, [_party(n, "CPV", "Communist Party") for n in range(400)])
    sizes = [len(letter) for letter in letters.values()]
    assert sizes == sorted(sizes)
    assert [sizes.count(size) for size in (1, 2, 3)] == [22, 44, 88]
    assert set("".join(letters.values())) <= set(PICKING)


@given(st.lists(st.tuples(st.integers(0, 60), st.text("cpvđ", max_size=3)), max_size=80), st.integers(0, 80))
def test_letters_are_never_reassigned(parties: list[tuple[int, str]], cut: int) -> None:
    """Giving letters in two goes gives the same as in one, and each to one party only."""
    named = [_party(number, abbr) for number, abbr in parties]
    early = give({}, named[:cut])
    late = {**early, **give(early, named[cut:])}
    assert late == give({}, named)
    assert len(set(late.values())) == len(late)
    assert not any(a != b and a.startswith(b) for a in late.values() for b in late.values())


def test_an_archive_keeps_its_letters(tmp_path: Path) -> None:
    """Letters stay when texts go, and only confirmed parties of texts get any."""
    archive = Archive(tmp_path / "a")
    unsure = Entity("party:?-xyz", "party", "XYZ", "XYZ", confirmed=False)
    archive.add([article("one", named=[CPP, unsure, TRUNG])])
    assert archive.facets(Query(), "party", TODAY)[0].letter == "c"
    assert {f.id: f.letter for f in archive.facets(Query(), "party", TODAY)}["party:?-xyz"] is None
    (archive.folder / "articles/00001.json").unlink()
    again = Archive(archive.folder)
    again.add([article("two", named=[CPV, LPRP])])
    again.add([article("three", named=[CPP])])
    letters = {f.abbr: f.letter for f in Archive(archive.folder).facets(Query(), "party", TODAY)}
    assert letters == {"CPP": "c", "CPV": "p", "LPRP": "l"}


def test_letters_lost_at_the_first_import_come_back(tmp_path: Path) -> None:
    """Where we died before the first letters were kept, the next import gives them, oldest text first."""
    archive = Archive(tmp_path / "a")
    archive.add([article("one", named=[CPP])])
    (archive.folder / "letters.json").unlink()
    again = Archive(archive.folder)
    assert again.facets(Query(), "party", TODAY)[0].letter is None
    again.add([article("two", named=[CPV])])
    assert [(f.abbr, f.letter) for f in again.facets(Query(), "party", TODAY)] == [("CPP", "c"), ("CPV", "p")]


def test_damaged_letters_are_named_and_left_alone(tmp_path: Path) -> None:
    """Without readable letters the texts are there all the same, and adding does not write over the file."""
    archive = Archive(tmp_path / "a")
    archive.add([article("one", named=[CPP])])
    path = archive.folder / "letters.json"
    contents = (
        b"{",
        b'{"letters": {"1": {"party": "party:kh-cpp"}}}',
        b'{"letters": {"1": {"party": "party:kh-cpp", "letter": 5}}}',
        b'{"letters": {"1": {"party": ["party:kh-cpp"], "letter": "c"}}}',
    )
    for number, content in enumerate(contents):
        path.write_bytes(content)
        damaged = Archive(archive.folder)
        assert [e.file for e in damaged.damaged] == ["letters.json"]
        assert damaged.add([article(f"text {number}", named=[CPV])])[0].state == "added"
        assert path.read_bytes() == content
        assert damaged.facets(Query(), "party", TODAY)[0].letter is None


def _import(archive: Archive, *texts: Article) -> None:
    """Keep texts one by one, as an import keeps batches, and end it."""
    for text in texts:
        archive.add([text])
    archive.settle()


def test_an_import_names_its_foremost_at_its_end(tmp_path: Path) -> None:
    """Letters go by all texts of an import, however it came in batches, and need no lock once given."""
    lan = Entity("person:lan", "person", "Lan")
    few = [article(f"few {n}", named=[TRUNG]) for n in range(2)]
    most = [article(f"most {n}", named=[lan]) for n in range(3)]
    archive = Archive(tmp_path / "a")
    _import(archive, *few, *most)
    assert [archive.initials[one.id] for one in (lan, TRUNG)] == ["l", "e"]
    with Shelves(archive.folder, "somebody", 0).writing():
        Archive(archive.folder, patience=0).settle()
    again = Archive(tmp_path / "b")
    _import(again, *most, *few)
    assert again.initials == archive.initials


def test_what_most_texts_name_gets_letters(tmp_path: Path) -> None:
    """A person or place that two texts name gets a letter for good, whatever parties have the same."""
    archive = Archive(tmp_path / "a")
    _import(archive, article("one", named=[CPV, TRUNG, HANOI]))
    assert archive.initials == {}
    _import(archive, article("two", named=[CPV, HANOI]))
    assert archive.initials == {HANOI.id: "h"}
    _import(archive, article("three", named=[TRUNG]))
    again = Archive(archive.folder)
    assert again.initials == archive.initials == {HANOI.id: "h", TRUNG.id: "l", "office:chairman": "c"}
    assert again.letters == {CPV.id: "c"}
    again.add([article("four", named=[CPP])])
    assert Archive(archive.folder).letters == {CPV.id: "c", CPP.id: "p"}


def test_letters_of_entities_run_out(tmp_path: Path) -> None:
    """However many are named, so many get letters, of each kind its most named; the others are typed."""
    people = [Entity(f"person:{n}", "person", f"Man {n}") for n in range(100)]
    places = [Entity(f"place:{n}", "place", f"Town {n}") for n in range(5)]
    archive = Archive(tmp_path / "a")
    _import(archive, article("one", named=[*people, *places]), article("two", named=[*people, *places]))
    _import(archive, article("three", named=people[50:]))
    given = archive.initials
    assert {place.id for place in places} <= given.keys() and len(given) <= INITIALS
    assert max(map(len, given.values())) <= 2
