"""What the doctor finds beside the articles: marks, corrections, strangers, rights, and the index."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from store.archive import doctor, files
from store.archive.archive import Archive
from store.archive.storage import append_documents
from store.archive.tables import read_table
from store.errors import ArchiveError
from store.query import Query
from store.wire import gazetteer
from tests.archive import sickroom
from tests.archive.making import TODAY
from tests.archive.sickroom import found, lines, mended, state

_CORRECTION = {
    "number": 1, "who": "ann", "when": "2026-11-21T20:00:00Z", "subject": "", "entity": None, "mention": None,
    "field": "name", "old": "CPV", "new": "The CPV", "reason": "",
}  # fmt: skip


@pytest.fixture
def archive(small_patient: Path) -> Path:
    """A copy of a sound archive of a few texts."""
    return small_patient


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
    start, _ = sickroom.line_of(path, "4")
    sickroom.flip(path, start + 8)
    assert str(found(archive)[1]) == "broken  readers/ann.json: 1 mark of it cannot be recovered"
    mended(archive)
    assert read_table(path) == {number: before[number] for number in ("1", "2", "3")}
    assert path.stat().st_mode & 0o777 == 0o600
    assert {p.stat().st_mode & 0o777 for p in archive.glob("backup/*/damaged/readers/*")} == {0o600}


def test_marks_and_corrections_of_unknown_texts_are_kept(archive: Path) -> None:
    """Marks and corrections of texts that are not there are counted, and stay."""
    append_documents(
        archive / "readers", "mai", {1: {"article": "0123456789ab", "read": True}, 2: {"hint": "p"}}
    )
    append_documents(
        archive, "corrections", {1: {**_CORRECTION, "subject": "ba9876543210", "entity": "party:vn-cpv"}}
    )
    (archive / "readers/mai.json").chmod(0o600)
    before = state(archive)
    assert sorted(lines(archive)) == [
        "note    corrections.json: 1 correction of texts that the archive does not have; they are kept",
        "note    readers/mai.json: 1 mark of texts that the archive does not have; they are kept",
    ]
    mended(archive)
    assert state(archive) == before


def test_what_newer_hands_wrote_is_kept(archive: Path) -> None:
    """Records that this newsdesk does not understand are counted, and stay."""
    append_documents(archive / "readers", "ann", {90: {"article": 5}, 91: {"dream": 1}})
    append_documents(archive, "corrections", {1: {"subject": 7}, 2: {"number": "x"}})
    (archive / "readers/ann.json").chmod(0o600)
    before = state(archive)
    assert sorted(lines(archive)) == [
        "note    corrections.json: 2 corrections not understood; they are left out, and kept",
        "note    readers/ann.json: 2 marks not understood; they are left out, and kept",
    ]
    mended(archive)
    assert state(archive) == before


def test_corrections_of_words_that_are_gone_are_told(archive: Path) -> None:
    """A correction in one text of an entity, or a mention, that it does not name is told, and kept."""
    document = read_table(archive / "articles/00001.json")["5"]
    mention = document["mentions"][0]
    place = [mention["paragraph"], mention["start"], mention["end"]]
    other: dict[str, object] = {
        "id": "party:x",
        "kind": "party",
        "name": "X",
        "abbr": None,
        "country": None,
        "role": None,
    }
    other["confirmed"] = True
    here = {**_CORRECTION, "subject": document["id"], "entity": mention["entity"]}
    records = (
        here,
        {**here, "mention": place, "field": "mention", "new": other},
        {**here, "entity": "party:?-none"},
    )
    append_documents(archive, "corrections", {n: {**r, "number": n} for n, r in enumerate(records, 1)})
    assert lines(archive) == [
        "note    corrections.json, correction 3: is about words that "
        f"text {document['id']} does not have any more; it is kept"
    ]


def test_corrections_of_names_that_are_gone_are_told(archive: Path) -> None:
    """A correction of what no text names, and nothing is merged into, is told, and kept."""
    named = read_table(archive / "articles/00001.json")["5"]["mentions"][0]["entity"]
    into = {"id": "party:x", "kind": "party", "name": "X", "abbr": None, "country": None, "role": None}
    records = (
        {**_CORRECTION, "subject": named, "field": "merged", "new": {**into, "confirmed": True}},
        {**_CORRECTION, "subject": "party:x"},
        {**_CORRECTION, "subject": "party:?-gone"},
    )
    append_documents(archive, "corrections", {n: {**r, "number": n} for n, r in enumerate(records, 1)})
    before = (archive / "corrections.json").read_bytes()
    assert lines(archive) == [
        "note    corrections.json, correction 3: is about party:?-gone, "
        "which no text names any more; it is kept"
    ]
    mended(archive)
    assert (archive / "corrections.json").read_bytes() == before


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
