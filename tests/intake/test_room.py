"""Whether there is room for what is to be taken in: refused before anything is done, never without need."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.errors import ArchiveError
from store.intake.room import survey
from tests.intake.texts import write_texts
from tests.newsdesk import Newsroom

_LARGER_THAN_DISKS = 8 * 10**12
"""Bytes that a file may seem to have without taking room, and that few disks have free."""


def _seem(file: Path, begins: bytes) -> None:
    """Write a file that seems larger than the disk."""
    file.write_bytes(begins)
    if shutil.disk_usage(file.parent).free > _LARGER_THAN_DISKS:
        pytest.skip("this disk is too large to be too small")
    try:
        os.truncate(file, _LARGER_THAN_DISKS)
    except OSError:
        pytest.skip("files of this disk cannot seem so large")


def test_files_are_counted(archive: Archive, wire: Path) -> None:
    """Every file that will get a line is counted, and nothing is made or changed."""
    write_texts(wire, range(150))
    os.mkfifo(wire / "pipe")
    assert survey([wire, wire / "none"], archive) == 152
    assert not archive.folder.exists()


def test_too_little_room_is_said_before_anything_is_taken_in(room: Newsroom) -> None:
    """An import that cannot fit names what it needs and what is free, takes in nothing, status 3."""
    room.write("in/a.txt", "A text.")
    _seem(room.write("in/backup", b""), b'{"format":1}\n')
    done = room.run("import", str(room.folder / "in"))
    assert (done.status, done.out) == (3, "")
    said = f"newsdesk: {room.archive}: no room left on the disk for this: 8.0 TB are needed at least, "
    assert done.err.startswith(said)
    assert done.err.endswith(" are free. Nothing was taken in\n")
    assert not room.archive.exists()


def test_what_is_no_text_needs_no_room(room: Newsroom) -> None:
    """A file too large for a text that holds no documents is refused alone, and the others are taken in."""
    room.write("in/a.txt", "A text.")
    _seem(room.write("in/film", b""), b"RIFF")
    done = room.run("import", str(room.folder / "in"))
    assert done.status == 1
    assert [line.split()[0] for line in done.lines] == ["added", "refused"]
    assert done.lines[1].endswith("is larger than 5 MB")


def test_what_is_known_needs_no_room(archive: Archive, wire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that is full, what the archive has already can be imported again."""
    from store.ingest import ingest
    from store.intake import room
    from store.wire import gazetteer
    from tests.intake.texts import NOW

    write_texts(wire, range(3))
    assert {r.state for r in ingest([wire], archive, gazetteer.load(), NOW)} == {"added"}
    monkeypatch.setattr(room, "FACTOR", 10**15)
    assert survey([wire], archive) == 3
    write_texts(wire, (3,))
    with pytest.raises(ArchiveError, match="TB are needed at least"):
        survey([wire], archive)
