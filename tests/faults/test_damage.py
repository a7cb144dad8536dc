"""Damaged segments and indexes: each fault is named, nothing is changed, and the rest is of use."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from store.archive.shelves import SEGMENT
from tests.faults.ledger import by_file, documents, said
from tests.faults.wires import Wires
from tests.newsdesk import Newsroom

_TEXTS: Final = 600
"""Texts of three segments."""

_SECOND: Final = "articles/00002.json"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """An archive of three segments that nobody changes."""
    room = Newsroom(tmp_path_factory.mktemp("whole"))
    wires = Wires(room.folder / "wires", _TEXTS, seed=6, longest=10)
    wires.lay(0)
    assert room.run("import", str(wires.folder)).status == 0
    assert len(documents(room)) == _TEXTS
    return room


@pytest.fixture
def room(whole: Newsroom, tmp_path: Path) -> Newsroom:
    """A copy of it, to be damaged; its files are as old as they were."""
    shutil.copytree(whole.archive, tmp_path / "archive")
    return Newsroom(tmp_path)


def _flip(path: Path) -> None:
    """Turn one bit in the letters of a text, as a dying disk does."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x80
    path.write_bytes(data)


def _break(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format";1', 1))


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:70_000])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _fill(path: Path) -> None:
    path.write_bytes(b"garbage " * 9000)


def _be_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _forbid(path: Path) -> None:
    path.chmod(0)


def _rot(path: Path) -> None:
    """Turn one bit, and leave size and time as they were."""
    seen = path.stat()
    _flip(path)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


@pytest.mark.parametrize("indexed", [True, False], ids=["indexed", "unindexed"])
@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_flip, "is damaged at byte"),
        (_break, "is damaged at byte"),
        (_truncate, "is damaged at byte 70000"),
        (_empty, "is empty"),
        (_fill, "is damaged at byte 0"),
        (_be_a_folder, "is a folder"),
    ],
)
def test_a_damaged_segment(
    whole: Newsroom, room: Newsroom, damage: Callable[[Path], None], reason: str, indexed: bool
) -> None:
    """It is named and left alone; the rest is listed, shown and added to; put back whole, it is listed."""
    path, original = room.archive / _SECOND, (room.archive / _SECOND).read_bytes()
    if not indexed:
        _forget_index(room)
    damage(path)
    damaged, ids = _full_segments(room.archive), _ids(whole)
    lost = {id_ for id_ in ids if id_.encode() in original}
    for arguments in (["list"], ["list", "--json"], ["show", min(ids - lost)]):
        done = room.run(*arguments, powerless=True)
        assert done.status == 3, said(done)
        assert f"newsdesk: {_SECOND}: {reason}" in done.err, said(done)
        assert "unexpected" not in done.err
    assert _ids(room, powerless=True) == ids - lost
    room.write("new/text.txt", "A text that came later.")
    done = room.run("import", str(room.folder / "new"), powerless=True)
    assert done.lines[0].startswith("added "), said(done)
    assert _full_segments(room.archive) == damaged
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.write_bytes(original)
    assert {d["id"] for d in documents(room)} == ids | {done.lines[0].split()[2]}


@pytest.mark.parametrize(("damage", "most"), [(_rot, 1), (_forbid, SEGMENT)])
def test_a_segment_that_looks_as_before(room: Newsroom, damage: Callable[[Path], None], most: int) -> None:
    """A bit that rots and a right taken away are named by whatever reads those texts; the rest is read."""
    damage(room.archive / _SECOND)
    done = room.run("list", "--json", powerless=True)
    assert done.status == 3, said(done)
    assert _TEXTS - most <= len(done.lines) < _TEXTS, said(done)
    assert 1 <= len(done.err.splitlines()) <= most
    assert all(_SECOND in line for line in done.err.splitlines()), said(done)
    assert len(_ids(room, powerless=True)) == _TEXTS


def _age(path: Path) -> None:
    """Give an index the number of another version, and take a table away."""
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 4711")
        database.execute("DROP TABLE articles")


def _cut_in_half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _zero_the_midst(path: Path) -> None:
    """Make pages of zeros, as an unsynced disk leaves them, beyond what every opening reads."""
    data = path.read_bytes()
    fifth = len(data) // 5 // 4096 * 4096
    path.write_bytes(data[:fifth] + bytes(fifth) + data[2 * fifth :])


def _spoil_the_log(path: Path) -> None:
    path.with_name("index.sqlite-wal").write_bytes(b"garbage " * 9000)


@pytest.mark.parametrize(
    "damage",
    [_age, _fill, _empty, _cut_in_half, _zero_the_midst, _be_a_folder, _forbid, _spoil_the_log, Path.unlink],
)
def test_a_damaged_index(whole: Newsroom, room: Newsroom, damage: Callable[[Path], None]) -> None:
    """It is derived: everything is listed all the same, filtered and added to, and no segment is touched.

    Damage that only a writer meets may be told once; the next import finds an index made anew.
    """
    damage(room.archive / "index.sqlite")
    before = _full_segments(room.archive)
    for query, least in (("", _TEXTS), ("harvest", 1), ("party:cpv", 1)):
        done = room.run("list", query, "--json", powerless=True)
        assert (done.status == 0 and not done.err) or "index.sqlite" in done.err, said(done)
        assert "unexpected" not in done.err, said(done)
        assert done.lines == whole.run("list", query, "--json").lines, said(done)
        assert len(done.lines) >= least
    room.write("new/text.txt", "A text that came later.")
    done = room.run("import", str(room.folder / "new"), powerless=True)
    if done.status:
        assert done.status == 3 and "index.sqlite: " in done.err, said(done)
        done = room.run("import", str(room.folder / "new"), powerless=True)
    assert done.lines[0].startswith(("added ", "unchanged ")), said(done)
    assert _full_segments(room.archive) == before
    assert len(by_file(documents(room))) == _TEXTS + 1


def _full_segments(archive: Path) -> list[bytes]:
    """Return the contents of the segments to which nothing is added any more."""
    paths = (archive / "articles/00001.json", archive / _SECOND)
    return [path.read_bytes() if path.is_file() else b"a folder" for path in paths]


def _ids(room: Newsroom, powerless: bool = False) -> set[str]:
    """Return the ids that the list shows."""
    return {line.split()[-1] for line in room.run("list", powerless=powerless).lines}


def _forget_index(room: Newsroom) -> None:
    for path in room.archive.glob("index.sqlite*"):
        path.unlink()
