"""Archives that may only be read, or whose lock a stopped process holds: read all the same, refusals told."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from tests.faults.ledger import by_file, documents, said
from tests.faults.processes import HANGS, Running
from tests.faults.tight import SmallDisk, tight
from tests.faults.wires import Wires
from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

_TEXTS: Final = 300


@pytest.fixture
def wires(tmp_path: Path) -> Wires:
    """Texts of two segments."""
    wires = Wires(tmp_path / "wires", _TEXTS, seed=8, longest=10)
    wires.lay(0)
    return wires


@contextmanager
def _read_only(room: Newsroom, way: str) -> Iterator[None]:
    """Let nobody write an archive for a while: by its modes, or because its disk was mounted so."""
    if way == "disk":
        subprocess.run(["mount", "-o", "remount,ro", str(room.folder)], check=True)
    else:
        _set_modes(room.archive, 0o555, 0o444)
    try:
        yield
    finally:
        if way == "disk":
            subprocess.run(["mount", "-o", "remount,rw", str(room.folder)], check=True)
        else:
            _set_modes(room.archive, 0o770, 0o660)


def _set_modes(archive: Path, folders: int, files: int) -> None:
    for path in (*archive.rglob("*"), archive):
        path.chmod(folders if path.is_dir() else files)


@pytest.mark.parametrize("indexed", [True, False], ids=["indexed", "unindexed"])
@pytest.mark.parametrize("way", ["rights", "disk"])
def test_a_read_only_archive(
    tmp_path: Path, wires: Wires, way: str, indexed: bool, record_property: Callable[[str, object], None]
) -> None:
    """All is listed, the dashboard opens, marks go elsewhere or are refused aloud, and nothing is changed."""
    with tight(tmp_path / "disk", "disk") as made:
        if way == "disk" and not isinstance(made, SmallDisk):
            record_property("no disk could be mounted", "modes stood for it")
            way = "rights"
        room = made.room
        assert room.run("import", str(wires.folder)).status == 0
        for path in room.archive.glob("index.sqlite*") if not indexed else ():
            path.unlink()
        before = _contents(room.archive)
        with _read_only(room, way):
            assert by_file(_listed(room)) == wires.ids(0)
            wires.lay(1)
            done = room.run("import", str(wires.folder), powerless=True)
            assert done.status == 3, said(done)
            assert "cannot be written: " in done.err, said(done)
            assert not done.out
            _look_around(room, is_marked=way == "rights")
        assert _contents(room.archive) == before


def test_a_writer_that_is_stopped(tmp_path: Path, wires: Wires) -> None:
    """While a stopped import holds the lock others read and mark; a second import says whom it waited for."""
    room, other = Newsroom(tmp_path), Newsroom(tmp_path / "other")
    assert room.run("import", str(wires.folder)).status == 0
    before = _contents(room.archive)
    with _stopped_in_a_commit(room, wires) as stopped:
        assert by_file(documents(room)).keys() == wires.ids(0).keys()
        _look_around(room, is_marked=True)
        other.write("text.txt", "A text that came meanwhile.")
        done = room.run("import", str(other.folder))
        assert done.status == 3, said(done)
        assert f"(pid {stopped.process.pid})" in done.err and "is writing" in done.err, said(done)
        assert not done.out
        stopped.process.send_signal(signal.SIGCONT)
        assert stopped.end()[0] == 0, stopped.err
    assert _contents(room.archive) != before
    assert room.run("import", str(other.folder)).lines[0].startswith("added ")
    assert len(by_file(documents(room))) == _TEXTS + 1


@contextmanager
def _stopped_in_a_commit(room: Newsroom, wires: Wires) -> Iterator[Running]:
    """Run imports of texts rewritten each time, until one is stopped while it has the lock."""
    lock = room.archive / "lock"
    for round_ in range(1, 50):
        wires.lay(round_)
        with Running(room, "import", str(wires.folder)) as importing:
            while importing.process.poll() is None and not lock.stat().st_size:
                time.sleep(0.0005)
            importing.process.send_signal(signal.SIGSTOP)
            if importing.process.poll() is None and lock.stat().st_size:
                yield importing
                return
    raise AssertionError("no import was stopped while it had the lock")


def _look_around(room: Newsroom, is_marked: bool) -> None:
    """Open the dashboard, move, set a star, which is kept or refused with a sentence, and quit."""
    command = python("tests.faults.powerless", "tui")
    with Terminal(command, 120, 40, room.environment()) as desk:
        desk.wait_for(f"{_TEXTS} of {_TEXTS}", HANGS)
        desk.press("jjk")
        desk.settle()
        desk.press("s")
        desk.wait_for("1 ★" if is_marked else "the disk is read-only", HANGS)
        desk.press("Q")
        assert desk.end(HANGS) == 0
    with Terminal(command, 120, 40, room.environment()) as desk:
        desk.wait_for(f"{_TEXTS} of {_TEXTS}", HANGS)
        assert ("1 ★" in desk.settle()) is is_marked
        desk.press("Q")
        assert desk.end(HANGS) == 0


def _listed(room: Newsroom) -> list[dict[str, object]]:
    """Return what is listed to somebody who may not write."""
    done = room.run("list", "--json", powerless=True)
    assert done.status == 0, said(done)
    return [json.loads(line) for line in done.lines]


def _contents(archive: Path) -> dict[str, bytes]:
    """Return the content of every segment, and of the letters."""
    return {p.name: p.read_bytes() for p in (*archive.glob("articles/*.json"), archive / "letters.json")}
