"""The newsroom's gazetteer: read with ours, added to by a confirmation, and taken out again."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.archive.doctor import examine, repair
from store.archive.local_names import CONFIRMED, FOLDER, confirm, gazetteer, quoted, retract
from store.article import Entity
from store.errors import ArchiveError, GazetteerError
from store.ingest import ingest, read
from store.query import Query
from store.wire.gazetteer import load
from tests.archive.correcting import SAME
from tests.archive.making import TODAY, article

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
MOON = Entity("party:?-mhp", "party", "Moon Harvest Party", "MHP", "VN", None, False)
TEXT = "Visit\n\nHanoi (VNA) – The Moon Harvest Party (MHP) received guests on May 3, 2020.\n"


def kept(archive: Path) -> Path:
    """Return the file of confirmed parties."""
    return archive / FOLDER / CONFIRMED


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_words_can_be_quoted(text: str) -> None:
    """A string of TOML says exactly the words, whatever they are."""
    assert tomllib.loads(f"x = {quoted(text)}") == {"x": text}


NAMES = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\\n[]#='), min_size=1
).filter(lambda name: any(c.isalnum() for c in name))


@given(
    st.lists(st.builds(lambda n, name: MOON._replace(id=f"party:?-{n}", name=name), st.integers(0, 3), NAMES))
)
def test_what_is_confirmed_stands_once(
    tmp_path_factory: pytest.TempPathFactory, parties: list[Entity]
) -> None:
    """Of every party confirmed the last name stands in the file; taken back, its record alone is gone."""
    folder = tmp_path_factory.mktemp("g")
    for party in parties:
        confirm(folder, party, 'ann "the cat"\n', NOON)
    wanted = {party.id: party.name for party in parties}
    while wanted:
        rows = tomllib.loads(kept(folder).read_text("utf-8"))["parties"]
        assert {row["id"]: row["name"] for row in rows} == wanted
        gazetteer(folder)
        gone, _ = wanted.popitem()
        retract(folder, gone)
    assert not parties or tomllib.loads(kept(folder).read_text("utf-8")) == {}


def test_what_people_wrote_there_stays(tmp_path: Path) -> None:
    """Records and comments that somebody wrote into the file stay to the letter."""
    own = '# ours\n[[parties]]\nid = "party:vn-x"\nname = """\n[[not a record]]\n"""\ncountry = "VN" # sure\n'
    kept(tmp_path).parent.mkdir()
    kept(tmp_path).write_text(own)
    confirm(tmp_path, MOON, "ann", NOON)
    assert kept(tmp_path).read_text().startswith(own)
    retract(tmp_path, MOON.id)
    assert kept(tmp_path).read_text().rstrip() == own.rstrip()
    retract(tmp_path, "party:none")


def test_none_is_ours_alone(tmp_path: Path) -> None:
    """Without files of the newsroom the gazetteer is the one that newsdesk carries."""
    assert gazetteer(tmp_path) is load()
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "notes.txt").write_text("no names")
    assert gazetteer(tmp_path) is load()


@pytest.mark.parametrize(
    ("data", "error", "told"),
    [
        (b"\n\xff", GazetteerError, "gazetteer/x.toml, line 2: is not UTF-8"),
        (b"[[parties]]\n", GazetteerError, "gazetteer/x.toml, line 1: id is missing"),
        (None, ArchiveError, "x.toml: is a folder"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, data: bytes | None, error: type[Exception], told: str
) -> None:
    """A file that cannot be used is named with the line, and nothing is confirmed into a broken one."""
    path = tmp_path / FOLDER / "x.toml"
    path.parent.mkdir()
    path.mkdir() if data is None else path.write_bytes(data)
    with pytest.raises(error) as caught:
        gazetteer(tmp_path)
    assert told in str(caught.value)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    """A file as Windows saves it is read."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "x.toml").write_bytes(b'\xef\xbb\xbf[[parties]]\r\nid = "party:x"\r\nname = "X"\r\n')
    assert "party:x" in gazetteer(tmp_path).parties


def test_a_confirmation_goes_into_the_gazetteer(archive: Archive) -> None:
    """A party that is confirmed is read as known in every later text, until that is taken back."""
    archive.add([article("One.", named=[MOON]), article("Two.", named=[SAME])])
    archive.corrector.correct(Amendment(MOON.id, "confirmed", True))
    party = gazetteer(archive.folder).parties[MOON.id]
    assert (party.name, party.abbr, party.country) == (MOON.name, "MHP", "VN")
    assert party.source.startswith(f"confirmed by {archive.corrector.who} on 20")
    archive.corrector.correct(Amendment(SAME.id, "confirmed", True))
    assert gazetteer(archive.folder).parties[SAME.id].country == ""
    archive.corrector.undo()
    archive.corrector.undo()
    assert gazetteer(archive.folder) is load()
    archive.corrector.redo()
    assert MOON.id in gazetteer(archive.folder).parties
    archive.corrector.take_back(1)
    assert gazetteer(archive.folder) is load()


def test_nothing_is_confirmed_into_a_broken_file(archive: Archive) -> None:
    """Where the file has a mistake the confirmation is refused, naming it, and nothing is kept."""
    archive.add([article("One.", named=[MOON])])
    kept(archive.folder).parent.mkdir()
    kept(archive.folder).write_text("[[parties]]\n")
    with pytest.raises(GazetteerError, match=r"gazetteer/confirmed\.toml, line 1: id is missing"):
        archive.corrector.correct(Amendment(MOON.id, "confirmed", True))
    assert not (archive.folder / "corrections.json").exists()
    assert kept(archive.folder).read_text() == "[[parties]]\n"


def test_nothing_is_taken_back_from_a_broken_file(archive: Archive) -> None:
    """Where the file has a mistake a confirmation is neither taken back nor made again."""
    archive.add([article("One.", named=[MOON])])
    corrector, path = archive.corrector, kept(archive.folder)
    corrector.correct(Amendment(MOON.id, "confirmed", True))
    for change in (corrector.undo, corrector.redo):
        sound, before = path.read_text(), (archive.folder / "corrections.json").read_bytes()
        path.write_text(f"{sound}\n[[parties]]\n")
        with pytest.raises(GazetteerError, match="id is missing"):
            change()
        assert (archive.folder / "corrections.json").read_bytes() == before
        path.write_text(sound)
        change()
    assert MOON.id in gazetteer(archive.folder).parties


def test_texts_read_by_another_gazetteer_are_read_again(archive: Archive, tmp_path: Path) -> None:
    """A change of the gazetteer makes texts stale; doctor says so, and reads them again."""
    file = tmp_path / "moon.txt"
    file.write_text(TEXT, "utf-8")
    list(ingest([file], archive, load(), NOON))
    (before,) = archive.window(Query(), 0, 9, TODAY)
    (party,) = archive.article(before.id).entities[:1]
    assert (party.id, party.confirmed) == (MOON.id, False)
    archive.corrector.correct(Amendment(MOON.id, "confirmed", True))
    own = gazetteer(archive.folder)
    stale = [f for f in examine(archive.folder, own) if f"since {MOON.id} was added (1)" in f.what]
    assert [f.state for f in stale] == ["note"]
    repair(archive.folder, own)
    assert [*examine(archive.folder, own)] == []
    archive.refresh()
    document = archive.article(before.id)
    assert document.read_by.gazetteer == own.hash
    assert document.entities[0].confirmed and read(file, own, NOON).entities[0].confirmed
