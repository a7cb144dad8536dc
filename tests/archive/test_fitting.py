"""What the doctor finds where whole segments do not fit together, and in what lies beside them."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from store.archive import doctor, files
from store.archive.archive import Archive
from store.archive.storage import append_documents
from store.archive.tables import read_table, table_bytes
from store.errors import ArchiveError
from store.query import Query
from store.wire import gazetteer
from tests.archive import sickroom
from tests.archive.making import TODAY
from tests.archive.sickroom import found, mended, state, tables


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound archive of a few texts, which no test changes."""
    return sickroom.build(tmp_path_factory.mktemp("sound"), many=9, first=5)


@pytest.fixture
def archive(sound: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(sound, tmp_path / "archive", copy_function=shutil.copy2))


def _lines(archive: Path) -> list[str]:
    return [str(finding) for finding in found(archive)]


def test_a_text_that_stands_twice_is_kept_once(archive: Path) -> None:
    """Copies that a restored segment brings are found; the first stays, under all its names."""
    path = archive / "articles/00001.json"
    table = read_table(path)
    copy = {**table["3"], "source": {**table["3"]["source"], "file": "/other/3.txt", "also": ["/more/3.txt"]}}
    second = archive / "articles/00002.json"
    second.write_bytes(table_bytes("00002", {1: copy, 2: table["4"]}))
    ids = f"{table['3']['id']}, {table['4']['id']}"
    assert (
        f"articles/00002.json: 2 texts stand in an earlier place, too: {ids}; with --repair: kept once"
        in ("\n".join(_lines(archive)))
    )
    mended(archive)
    assert read_table(second) == {}
    kept = read_table(path)
    assert kept["3"]["source"]["also"] == ["/other/3.txt", "/more/3.txt"]
    assert [kept[n]["id"] for n in kept] == [table[n]["id"] for n in table]
    assert found(archive) == []


def test_a_text_that_came_back_is_no_copy(tmp_path: Path) -> None:
    """A file that changes to another text and back, or whose old text comes under another name, is sound."""
    archive, file, other = tmp_path / "archive", tmp_path / "a.txt", tmp_path / "b.txt"
    for text in ("HANOI - One.", "HANOI - Two.", "HANOI - One.", "HANOI - Three."):
        file.write_text(text)
        sickroom.take(archive, [file])
    other.write_text("HANOI - One.")
    sickroom.take(archive, [other])
    assert found(archive) == []


def test_texts_in_the_wrong_order_change_places(archive: Path) -> None:
    """Where two documents were swapped so that one stands before the text that it replaces, they go back."""
    file = archive.parent / "new.txt"
    for text in ("HANOI - Before.", "HANOI - After."):
        file.write_text(text)
        sickroom.take(archive, [file])
    before = tables(archive)
    path = archive / "articles/00001.json"
    table = read_table(path)
    table["10"], table["11"] = table["11"], table["10"]
    path.write_bytes(table_bytes("00001", table))
    assert "stands before the text that it replaces, document 11" in _lines(archive)[0]
    mended(archive)
    assert tables(archive) == before


def test_stale_texts_are_read_again(archive: Path) -> None:
    """Texts that another gazetteer read are counted; a repair reads them again, each in its place."""
    before = tables(archive)
    path = archive / "articles/00001.json"
    table = read_table(path)
    for number in ("2", "5"):
        table[number] = {
            **table[number],
            "credit": "Old",
            "read_by": {"newsdesk": "0.0.9", "gazetteer": "0" * 12},
        }
    path.write_bytes(table_bytes("00001", table))
    assert _lines(archive)[0] == (
        "note    articles: 2 texts in 1 file read by another newsdesk or gazetteer; with --repair: read again"
    )
    assert "broken" not in {f.state for f in found(archive)}
    mended(archive)
    assert tables(archive) == before


def test_what_replaces_nothing_is_told(archive: Path) -> None:
    """An article whose predecessor is in no file is told of, and stays as it is."""
    sickroom.edit(archive / "articles/00001.json", "4", replaces="0123456789ab")
    told = "note    articles/00001.json, document 4: replaces text 0123456789ab, which no file has"
    assert told in _lines(archive)
    mended(archive)
    assert told in _lines(archive)


def test_letters_are_mended(archive: Path) -> None:
    """One letter for two parties, two for one, none, and one that nobody can type: the older one stays."""
    path = archive / "letters.json"
    before = read_table(path)
    first = before["1"]
    wrong = [
        {"party": "party:x", "letter": first["letter"]},
        {"party": first["party"], "letter": "z"},
        {"party": "party:y", "letter": "7"},
        {"party": "party:w", "letter": f"{first['letter']}q"},
        {"letter": 5},
    ]
    more = {str(number): document for number, document in enumerate(wrong, 50)}
    lost = before.pop("2")
    path.write_bytes(table_bytes("letters", {**before, **more}))
    assert [f.place for f in found(archive)] == [f"document {number}" for number in range(50, 55)]
    assert {f.state for f in mended(archive)} == {"mended"}
    letters = {d["party"]: d["letter"] for d in read_table(path).values()}
    assert letters[first["party"]] == first["letter"]
    assert letters.keys() == {d["party"] for d in before.values()} | {lost["party"]}
    assert found(archive) == []


@pytest.mark.parametrize("damage", ["flip", "empty", "missing"])
def test_damaged_letters_come_back(archive: Path, damage: str) -> None:
    """Letters are taken from what is left and from the backups, else given anew in order of arrival."""
    path = archive / "letters.json"
    before = read_table(path)
    match damage:
        case "flip":
            sickroom.flip(path, path.stat().st_size - 8)
        case "empty":
            path.write_bytes(b"")
        case "missing":
            path.unlink()
    (told,) = found(archive)
    assert (told.state, told.file) == ("broken", "letters.json")
    mended(archive)
    assert [*read_table(path).values()] == [*before.values()]


def test_damaged_marks_come_back(archive: Path) -> None:
    """Of a reader's damaged file every whole record is kept, the others come from the backup; mode 0600."""
    path = archive / "readers/ann.json"
    before = read_table(path)
    start, _ = sickroom.line_of(path, "1")
    sickroom.flip(path, start + 8)
    (told,) = found(archive)
    assert (told.state, told.file) == ("broken", "readers/ann.json")
    mended(archive)
    assert read_table(path) == before
    start, _ = sickroom.line_of(path, "2")
    sickroom.flip(path, start + 8)
    assert str(found(archive)[1]) == "broken  readers/ann.json: 1 mark of it cannot be recovered"
    mended(archive)
    assert read_table(path) == {number: before[number] for number in ("1", "3")}
    assert path.stat().st_mode & 0o777 == 0o600
    assert {p.stat().st_mode & 0o777 for p in archive.glob("backup/*/damaged/readers/*")} == {0o600}


def test_marks_and_corrections_of_unknown_texts_are_kept(archive: Path) -> None:
    """Marks and corrections of texts that are not there are counted, and stay."""
    append_documents(
        archive / "readers", "mai", {1: {"article": "0123456789ab", "read": True}, 2: {"hint": "p"}}
    )
    append_documents(archive, "corrections", {1: {"article": "ba9876543210"}})
    (archive / "readers/mai.json").chmod(0o600)
    before = state(archive)
    assert sorted(_lines(archive)) == [
        "note    corrections.json: 1 correction of texts that the archive does not have; they are kept",
        "note    readers/mai.json: 1 mark of texts that the archive does not have; they are kept",
    ]
    mended(archive)
    assert state(archive) == before


def test_what_does_not_belong_is_named_and_left_alone(archive: Path) -> None:
    """Files of others are named; drafts of dead processes are taken away by a repair only."""
    for place in (
        "notes.txt",
        "articles/00001.json~",
        "readers/x.bak",
        "backup/old/x",
        "articles/sub/y.json",
    ):
        (archive / place).parent.mkdir(parents=True, exist_ok=True)
        (archive / place).write_bytes(b"x")
    for place in ("articles/00001.json.tmp", "letters.json.tmp", "readers/ann.json.tmp"):
        (archive / place).write_bytes(b"half")
        os.utime(archive / place, (time.time() - 3600,) * 2)
    (archive / "articles/00009.json.tmp").write_bytes(b"being written")
    told = {f.file: f.what for f in found(archive)}
    assert told == {
        **dict.fromkeys(
            ("notes.txt", "articles/00001.json~", "readers/x.bak", "backup/old", "articles/sub"),
            "is no file of newsdesk; it is left alone",
        ),
        **dict.fromkeys(
            ("articles/00001.json.tmp", "letters.json.tmp", "readers/ann.json.tmp"),
            "was left by a process that died while it wrote",
        ),
    }
    mended(archive)
    assert [p.name for p in archive.rglob("*.tmp")] == ["00009.json.tmp"]
    assert (archive / "backup/old/x").exists()


def test_rights_that_do_not_fit_are_mended(archive: Path) -> None:
    """What a reader's file tells others, and what colleagues or the owner cannot use, is told and mended."""
    archive.chmod(0o2770)
    for place in ("articles", "readers", "backup"):
        (archive / place).chmod(0o2770)
    for path in archive.rglob("*"):
        if path.is_file():
            path.chmod(0o600 if "readers" in path.parts else 0o660)
        elif "backup" in path.parts:
            path.chmod(0o2770)
    assert found(archive) == []
    (archive / "readers/ann.json").chmod(0o644)
    (archive / "articles").chmod(0o750)
    (archive / "articles/00001.json").chmod(0o040)
    (archive / "letters.json").chmod(0o640)
    for path in archive.glob("backup/*/readers/ann.json"):
        path.chmod(0o640)
    told = {f.file: f.what for f in found(archive) if not f.file.startswith("backup")}
    assert told == {
        "articles": "colleagues may not read and write it (mode 750)",
        "articles/00001.json": "its owner may not read or write it (mode 40)",
        "letters.json": "colleagues may not read and write it (mode 640)",
        "readers/ann.json": "others than its reader may open it (mode 644)",
    }
    mended(archive)
    assert found(archive) == []
    assert (archive / "articles/00001.json").stat().st_mode & 0o777 == 0o660


def test_a_full_disk_is_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repair that cannot be written is told with the reason, and changes nothing."""
    path = archive / "articles/00001.json"
    sickroom.flip(path, 500)
    data = path.read_bytes()

    def refuse(*arguments: object) -> None:
        raise ArchiveError(str(path), "cannot be written: no room left on the disk")

    monkeypatch.setattr(files, "replace", refuse)
    told = doctor.repair(archive, gazetteer.load())[0]
    assert told.state == "broken"
    assert told.what.endswith(", and cannot be written: no room left on the disk")
    assert path.read_bytes() == data


@pytest.mark.parametrize("damage", ["text", "flip", "other", "missing", "rows", "stale"])
def test_the_index_is_made_anew(archive: Path, damage: str) -> None:
    """An index that is no index, damaged, of another version, gone, wrong or behind: it is made anew."""
    import sqlite3

    path = archive / "index.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if damage == "rows":
            database.execute("UPDATE articles SET id = id + 1 WHERE number = '3'")
        if damage == "other":
            database.execute("PRAGMA user_version = 999")
    database.close()
    match damage:
        case "text":
            path.write_bytes(b"This is no database at all, but a text.\n" * 200)
        case "flip":
            path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096 + path.read_bytes()[8192:])
        case "missing":
            sickroom.without_memory(archive)
        case "stale":
            os.utime(archive / "articles/00001.json", (1, 1))
    (told,) = found(archive)
    assert told.file == "index.sqlite"
    assert told.state == ("note" if damage in ("missing", "stale", "other") else "broken")
    mended(archive)
    assert found(archive) == []
    assert Archive(archive).tally(Query(), TODAY).texts == 9
