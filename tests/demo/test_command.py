"""`newsdesk demo` as a shell runs it: real processes, each with its own home and temporary folder."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest

from store.demo.generator import documents, texts
from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

pytestmark = pytest.mark.slow

BASE = "All texts"


@pytest.fixture
def room(tmp_path: Path) -> Newsroom:
    """A newsroom with nothing in it."""
    (tmp_path / "home").mkdir()
    (tmp_path / "temporary").mkdir()
    return Newsroom(tmp_path)


def opened(room: Newsroom, *arguments: str) -> Terminal:
    """Return the command in a terminal, with a folder for temporary files of its own."""
    environment = room.environment({"TMPDIR": str(room.folder / "temporary")})
    return Terminal(python("tui", "demo", *arguments), 100, 30, environment)


def left_behind(room: Newsroom) -> list[str]:
    """Return what stands in the folder for temporary files."""
    return os.listdir(room.folder / "temporary")


def test_into_an_archive_that_stays(room: Newsroom) -> None:
    """With --archive the texts are kept there, without the seeds; without a terminal nothing is opened."""
    kept = room.folder / "kept"
    done = room.run("demo", "30", "--archive", str(kept))
    assert (done.status, done.err) == (0, "")
    assert done.lines == [f"30 generated texts are in {kept}"]
    found = [json.loads(line) for line in room.run("list", "--json", "--archive", str(kept)).lines]
    assert {one["id"]: one for one in found} == {one["id"]: one for one in documents(30)}
    assert not room.archive.exists()


@pytest.mark.usefixtures("planted")
def test_an_archive_with_texts_is_refused(room: Newsroom) -> None:
    """Generated texts are never put beside others: the archive stays as it is, status 1."""
    room.run("list")
    before = room.run("list").out
    done = room.run("demo", "5", "--archive", str(room.archive))
    assert (done.status, done.out) == (1, "")
    assert "holds 2 texts already" in done.err and str(room.archive) in done.err
    assert room.run("list").out == before


@pytest.mark.usefixtures("planted")
def test_an_archive_whose_index_is_gone_is_no_empty_one(room: Newsroom) -> None:
    """What is derived may be deleted at any time; the texts are seen all the same."""
    room.run("list")
    for file in room.archive.glob("index.sqlite*"):
        file.unlink()
    assert room.run("demo", "5", "--archive", str(room.archive)).status == 1
    assert len(room.run("list").lines) == 2


@pytest.mark.usefixtures("planted")
def test_a_damaged_archive_is_named(room: Newsroom) -> None:
    """An archive that cannot be read is not taken for an empty one: status 3."""
    room.run("list")
    segment = next((room.archive / "articles").glob("*.json"))
    segment.write_bytes(segment.read_bytes()[:-40])
    done = room.run("demo", "5", "--archive", str(room.archive))
    assert done.status == 3
    assert segment.name in done.err and "Traceback" not in done.err


def test_as_wire_texts(room: Newsroom) -> None:
    """With --texts the files stand in folders by month, and import gives their articles the same ids."""
    folder = room.folder / "in" / "wire"
    done = room.run("demo", "20", "--texts", str(folder))
    assert (done.status, done.err) == (0, "")
    assert done.lines == [f"20 generated texts are in {folder}"]
    found = {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*.txt")}
    assert found == dict(texts(20))
    assert not room.archive.exists()
    imported = room.run("import", str(folder))
    assert imported.status == 0
    assert {line.split()[-1] for line in imported.lines} == {one["id"] for one in documents(20)}


def test_a_folder_with_files_is_refused(room: Newsroom) -> None:
    """Texts are written into an empty folder only, so that nothing is overwritten or mixed up."""
    room.write("in/mine.txt", "mine")
    done = room.run("demo", "5", "--texts", str(room.folder / "in"))
    assert done.status == 1
    assert "is not empty" in done.err and done.err.count("\n") == 1
    assert os.listdir(room.folder / "in") == ["mine.txt"]


def test_a_file_is_no_folder(room: Newsroom) -> None:
    """A file in place of the folder is named and left alone."""
    file = room.write("mine.txt", "mine")
    done = room.run("demo", "5", "--texts", str(file))
    assert done.status == 1
    assert "is no folder" in done.err
    assert file.read_text() == "mine"


def test_a_folder_that_may_not_be_written(room: Newsroom) -> None:
    """A folder without the right to write is named, with the reason."""
    locked = room.folder / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    done = room.run("demo", "5", "--texts", str(locked), powerless=True)
    assert done.status == 1
    assert str(locked) in done.err and "permission denied" in done.err


BAD = (
    (("1000001",), "1,000,001 texts are not made"),
    (("0",), "0 texts are not made"),
    (("many",), "many"),
    (("5", "--texts", "a", "--archive", "b"), "give one of them"),
    (("5", "6"), "6"),
)


@pytest.mark.parametrize(("arguments", "told"), BAD, ids=[told for _, told in BAD])
def test_mistakes_are_explained(room: Newsroom, arguments: tuple[str, ...], told: str) -> None:
    """A number that makes no sense, or two places at once, is refused with a sentence, status 2."""
    done = room.run("demo", *arguments)
    assert (done.status, done.out) == (2, "")
    assert told in done.err and "Traceback" not in done.err


def test_without_a_terminal_nothing_is_made(room: Newsroom) -> None:
    """A throw-away archive that nobody could look at is not made at all."""
    done = room.run("demo", "5", environment={"TMPDIR": str(room.folder / "temporary")})
    assert (done.status, done.out) == (2, "")
    assert "needs a terminal" in done.err and "--archive DIR" in done.err
    assert left_behind(room) == []


def test_it_opens_the_dashboard_and_leaves_nothing(room: Newsroom) -> None:
    """The dashboard shows the texts, all marked, and the archive is gone when it is closed."""
    with opened(room, "40") as terminal:
        terminal.wait_for(BASE)
        terminal.wait_for("40 of 40")
        assert "[SYNTHETIC]" in terminal.settle()
        assert len(left_behind(room)) == 1
        terminal.press("Q")
        assert terminal.end() == 0
    assert left_behind(room) == []
    assert not room.archive.exists()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_behind_either(room: Newsroom, number: signal.Signals) -> None:
    """Ended by a signal while it is open, the dashboard takes its archive along."""
    with opened(room, "40") as terminal:
        terminal.wait_for(BASE)
        os.kill(terminal.pid, number)
        assert terminal.end() == 128 + number
    assert left_behind(room) == []


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_ended_while_it_generates(room: Newsroom, number: signal.Signals, status: int) -> None:
    """Ended in the middle of generating, it says nothing, and what was made is gone."""
    with opened(room, "300000") as terminal:
        until = time.monotonic() + 60
        while not list(room.folder.glob("temporary/*/archive/articles/*.json")):
            assert time.monotonic() < until and terminal.ended() is None
            terminal.settle(0.05)
        os.kill(terminal.pid, number)
        assert terminal.end(60) == status
        assert "Traceback" not in terminal.text
    assert left_behind(room) == []


def test_progress_is_shown_on_a_terminal(room: Newsroom) -> None:
    """While texts are generated a bar shows how many of how many there are."""
    kept = room.folder / "kept"
    with opened(room, "3000", "--archive", str(kept)) as terminal:
        terminal.wait_for("of 3,000 texts")
        terminal.wait_for(BASE, 60)
        terminal.press("Q")
        assert terminal.end() == 0
    assert len(room.run("list", "--archive", str(kept)).lines) == 3000
