"""The doctor names what is wrong with a segment, changes nothing, and mends what can be mended when asked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive import backup
from store.archive.archive import Archive
from store.archive.doctor import examine, repair
from store.archive.shelves import SEGMENT
from store.archive.tables import read_table, table_bytes
from store.errors import ArchiveError
from store.query import Query
from store.wire import gazetteer
from tests.archive import sickroom
from tests.archive.making import TODAY
from tests.archive.sickroom import edit, flip, found, line_of, mended, state, tables


@pytest.fixture
def archive(patient: Path) -> Path:
    """A copy of a sound archive with two segments."""
    return patient


def test_a_sound_archive_has_no_findings(archive: Path) -> None:
    """Nothing is found in a sound archive, and a repair leaves every file as it is."""
    assert found(archive) == []
    before = state(archive)
    assert mended(archive) == []
    assert state(archive) == before


def _first(archive: Path) -> Path:
    return archive / "articles/00001.json"


def _truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").touch()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _newline(path: Path) -> None:
    flip(path, line_of(path, "7")[1], bit=2)


def _beginning(path: Path) -> None:
    flip(path, line_of(path, "7")[0] + 6, bit=6)


_SOURCE: dict[str, object] = {
    "file": "/a",
    "sha256": "",
    "imported": "2026-11-21T20:00:00Z",
    "encoding": "utf-8",
    "also": [],
    "received": None,
}

DAMAGES = [
    (lambda path: flip(path, line_of(path, "7")[0] + 100), "is damaged at byte "),
    (lambda path: flip(path, line_of(path, "122")[1] - 40), "is damaged at byte "),
    (_newline, "is damaged at byte "),
    (_beginning, "is damaged at byte "),
    (_truncate, "is damaged at byte "),
    (lambda path: path.write_bytes(b""), "is empty"),
    (lambda path: path.write_bytes(b"\0" * 5000), "is damaged at byte 0"),
    (lambda path: path.write_bytes(b"[]"), "is not the one table 00001"),
    (
        lambda path: path.write_bytes(path.read_bytes().replace(b'"00001"', b'"90001"', 1)),
        "is not the one table",
    ),
    (_folder, "is a folder"),
    (_pipe, "is no regular file"),
    (Path.unlink, "is missing"),
]


@pytest.mark.parametrize(("damage", "reason"), DAMAGES)
def test_a_damaged_segment_is_mended(archive: Path, damage: Callable[[Path], object], reason: str) -> None:
    """Whatever happened to a segment, it is named; a repair brings every article back, byte for byte."""
    path, before = _first(archive), tables(archive)
    damage(path)
    was = path.read_bytes() if path.is_file() else None
    first, *others = found(archive)
    assert (first.state, first.file, first.remedy is None) == ("broken", "articles/00001.json", False)
    assert first.what.startswith(reason)
    assert [(f.state, f.file) for f in others] == [("note", "index.sqlite")]
    assert {f.state for f in mended(archive)} == {"mended"}
    assert tables(archive) == before
    assert found(archive) == []
    aside = [*(archive / "backup").glob("*/damaged/articles/00001.json")]
    assert [p.read_bytes() for p in aside if p.is_file()] == ([] if was is None else [was])
    assert len(aside) == (reason != "is missing")


@pytest.mark.parametrize(("damage", "reason"), DAMAGES)
def test_the_rest_is_listed_meanwhile(archive: Path, damage: Callable[[Path], object], reason: str) -> None:
    """While a segment is damaged the others are listed, and after the repair all texts are."""
    damage(_first(archive))
    opened = Archive(archive)
    opened.catch_up()
    assert opened.tally(Query(), TODAY).texts == sickroom.MANY - SEGMENT
    repair(archive, gazetteer.load())
    opened.refresh()
    assert opened.tally(Query(), TODAY).texts == sickroom.MANY
    assert opened.damaged == ()


def test_what_is_nowhere_else_comes_from_the_file_itself(archive: Path) -> None:
    """Without index, backups and sources every document that is whole is kept, and the lost one is named."""
    path = _first(archive)
    shutil.rmtree(archive / "backup")
    sickroom.without_memory(archive)
    texts = read_table(path)
    lost = texts.pop("7")
    start, _ = line_of(path, "7")
    data = path.read_bytes()
    at = data.index(b"met the CPP", start)
    path.write_bytes(data[:at] + b"met the \x00PP" + data[at + 11 :].replace(b"/texts/", b"/gone!/"))
    findings = mended(archive)
    assert read_table(path).keys() == texts.keys()
    (broken,) = (f for f in findings if f.state == "broken")
    assert broken.place == "document 7"
    assert lost["id"] in broken.what
    assert "nowhere whole" in broken.what


def test_a_text_with_a_broken_reading_is_read_again(archive: Path) -> None:
    """Where only what was derived is broken, the text itself is enough: it is whole, as its id shows."""
    path, before = _first(archive), tables(archive)
    shutil.rmtree(archive / "backup")
    sickroom.without_memory(archive)
    data = path.read_bytes().replace(b"/texts/", b"/gone!/")
    path.write_bytes(data)
    was = tables(archive)
    flip(path, line_of(path, "9")[1] - 20)
    assert "1 text read again from the text itself" in str(found(archive)[0])
    mended(archive)
    assert tables(archive) == was != before


def test_the_backup_comes_first(archive: Path) -> None:
    """A broken article is taken from the newest sound backup, with the names that its source got since."""
    path = _first(archive)
    was = read_table(path)["7"]
    edit(path, "7", headline=5, source={**was["source"], "also": ["/other/name.txt"]})
    (told, _) = found(archive)
    day = backup.days(archive)[0]
    assert str(told) == (
        "broken  articles/00001.json, document 7: is not understood: headline: 5 is no str; "
        f"with --repair: taken from the backup of {day}"
    )
    mended(archive)
    assert read_table(path)["7"] == {**was, "source": {**was["source"], "also": ["/other/name.txt"]}}


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"id": "0" * 12}, "has another text than its id says"),
        ({"text": "Another text."}, "has another text than its id says"),
        ({"headline": 5}, "is not understood: headline: 5 is no str"),
        ({"body": None}, "is not understood: body: is no list"),
        ({"format": "one"}, "is not understood: format: 'one' is no version number"),
        ({"more": 1}, "is not understood: more: is no field of this format"),
        ({"body": []}, "marks words that its paragraph 0 does not have"),
        ({"entities": []}, "which it does not name"),
        ({"source": {**_SOURCE, "sha256": "g" * 64}}, "is no hash"),
    ],
)
@pytest.mark.parametrize("number", ["7", "122"])
def test_a_broken_document_is_mended(
    archive: Path, fields: dict[str, object], what: str, number: str
) -> None:
    """An article whose document is not as it must be is named by its number, and comes back as it was."""
    before = tables(archive)
    edit(_first(archive), number, **fields)
    told = found(archive)[0]
    assert (told.state, told.place) == ("broken", f"document {number}")
    assert what in told.what
    assert {f.state for f in mended(archive)} == {"mended"}
    assert tables(archive) == before


def test_a_newer_format_is_refused(archive: Path) -> None:
    """What a newer newsdesk wrote is no damage: it is told, and no file at all is changed."""
    edit(_first(archive), "7", format=2)
    _truncate(archive / "articles/00002.json")
    before = state(archive)
    sentence = (
        "was written by a newer newsdesk (format 2; this one knows 1) and is left as it is; update newsdesk"
    )
    assert sentence in [f.what for f in found(archive)]
    (told,) = repair(archive, gazetteer.load())
    assert (told.state, told.file, told.what) == ("broken", "articles/00001.json", sentence)
    assert state(archive) == before


def test_numbers_out_of_order_are_put_right(archive: Path) -> None:
    """Two lines that changed places, and a number that stands twice, lose no article."""
    path, before = _first(archive), tables(archive)
    lines = path.read_bytes().split(b"\n")
    lines[3], lines[4] = lines[4], lines[3]
    path.write_bytes(b"\n".join(lines))
    assert "out of order" in found(archive)[0].what
    mended(archive)
    assert [*tables(archive)["00001"].items()] == [*before["00001"].items()]
    path = archive / "articles/00002.json"
    path.write_bytes(path.read_bytes().replace(b'\n"5": ', b'\n"4": '))
    assert "out of order" in found(archive)[0].what
    mended(archive)
    after = tables(archive)["00002"]
    assert {d["id"] for d in after.values()} == {d["id"] for d in before["00002"].values()}


def test_what_is_no_archive_is_named(tmp_path: Path) -> None:
    """A folder in which nothing was ever kept is no sound archive, and gets no files."""
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(ArchiveError, match="is no archive"):
            [*examine(folder, gazetteer.load())]
        with pytest.raises(ArchiveError, match="is no archive"):
            repair(folder, gazetteer.load())
    assert [*tmp_path.iterdir()] == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of eight texts."""
    return sickroom.build(tmp_path_factory.mktemp("small"), many=8, first=5)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.floats(0, 0.999999), st.integers(0, 7))
def test_no_flipped_bit_loses_a_text(
    small: Path, tmp_path_factory: pytest.TempPathFactory, part: float, bit: int
) -> None:
    """Whichever bit of a segment turns over, after the repair every text is there as it was."""
    archive = Path(shutil.copytree(small, tmp_path_factory.mktemp("flip") / "archive"))
    path, before = _first(archive), tables(archive)["00001"]
    flip(path, int(part * path.stat().st_size), bit)
    findings = repair(archive, gazetteer.load())
    newer = [f for f in findings if "newer newsdesk" in f.what]
    if not newer:
        after = {d["id"]: d["text"] for d in read_table(path).values()}
        assert after == {d["id"]: d["text"] for d in before.values()}
        assert "broken" not in {f.state for f in examine(archive, gazetteer.load())}


def test_a_line_that_ends_in_a_form_feed_is_had_back(small: Path, tmp_path: Path) -> None:
    """One bit makes a form feed of a line's end, to which the id of a text is blind."""
    archive = Path(shutil.copytree(small, tmp_path / "archive"))
    path, before = _first(archive), tables(archive)["00001"]
    data = path.read_bytes()
    flip(path, data.index(b"\\n", data.index(b'"text"')) + 1, 3)
    assert b"\\f" in path.read_bytes()
    repair(archive, gazetteer.load())
    assert {d["id"]: d["text"] for d in read_table(path).values()} == {
        d["id"]: d["text"] for d in before.values()
    }


def test_a_copy_of_another_segment_is_no_loss(archive: Path) -> None:
    """Where one segment was copied over another, the lost one is had back and nothing stands twice."""
    before = tables(archive)
    (archive / "articles/00002.json").write_bytes(
        table_bytes("00002", {n: d for n, d in before["00001"].items() if int(n) < 5})
    )
    assert any("stand in an earlier place" in f.what for f in found(archive))
    mended(archive)
    assert tables(archive)["00001"] == before["00001"]
    assert tables(archive)["00002"] == {}
