"""A folder that is followed: what is there, what arrives, and nothing that is still being written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import orjson
import pytest

from store.archive import local_names
from store.archive.archive import Archive
from store.archive.files import locked
from store.article import identity
from store.errors import FileRefused
from store.intake.following import STILL, Following, Told
from store.wire import gazetteer
from tests.intake.texts import documents, wire_text, write_old, write_texts
from tests.newsdesk import ROOT, Newsroom

pytestmark = pytest.mark.slow

Next = Callable[[], list[tuple[str, str]] | str]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """An archive that soon gives up waiting."""
    return Archive(tmp_path / "archive", "tester", patience=0.2)


@pytest.fixture
def follow(archive: Archive, wire: Path) -> Iterator[Next]:
    """Return a function that waits for what is told next: states and names, or a sentence."""
    with closing(Following(wire, archive, gazetteer.load).told()) as told:
        yield lambda: _plain(next(told), wire)


def _plain(told: Told, wire: Path) -> list[tuple[str, str]] | str:
    if isinstance(told, str):
        return told.replace(str(wire), "WIRE")
    return [(report.state, os.path.relpath(report.file, wire)) for report in told]


def test_what_is_there_and_what_arrives(follow: Next, wire: Path) -> None:
    """Files that are there are taken in, then new ones, those in new folders, and those moved in."""
    write_texts(wire, (1, 2))
    assert follow() == [("added", "000/00001.txt"), ("added", "000/00002.txt")]
    (wire / "a.txt").write_text("A new text.")
    assert follow() == [("added", "a.txt")]
    (wire / "deep/er").mkdir(parents=True)
    (wire / "deep/er/b.txt").write_text("Another text.")
    assert follow() == [("added", "deep/er/b.txt")]
    elsewhere = wire.parent / "elsewhere"
    write_texts(elsewhere, (3, 4))
    elsewhere.rename(wire / "moved")
    assert follow() == [("added", "moved/000/00003.txt"), ("added", "moved/000/00004.txt")]


def test_a_file_replaced_by_rename(follow: Next, archive: Archive, wire: Path) -> None:
    """A file that another is renamed to is read again, and so is one that is written over."""
    write_old(wire / "a", "The first wording.")
    assert follow() == [("added", "a")]
    write_old(wire.parent / "draft", "The second wording.")
    (wire.parent / "draft").rename(wire / "a")
    assert follow() == [("replaced", "a")]
    (wire / "a").write_text("The third wording.")
    assert follow() == [("replaced", "a")]
    assert documents(archive).keys() == {identity("The third wording.")}


def test_a_file_that_is_being_written_is_waited_for(follow: Next, archive: Archive, wire: Path) -> None:
    """A file is read once, when nothing was written to it for a second, and then it is whole."""
    with (wire / "a").open("w") as file:
        for part in ("It began ", "and went on ", "and on ", "and ended."):
            file.write(part)
            file.flush()
            time.sleep(STILL / 2)
    assert follow() == [("added", "a")]
    assert documents(archive).keys() == {identity("It began and went on and on and ended.")}


def test_a_time_that_has_not_come_is_no_hindrance(follow: Next, wire: Path) -> None:
    """A file whose time lies in the future is read when it is still before our eyes."""
    (wire / "a").write_text("A text.")
    os.utime(wire / "a", ns=(2**61, 2**61))
    assert follow() == [("added", "a")]


def test_each_file_is_told_of_once(follow: Next, wire: Path) -> None:
    """What did not change, was only touched or is refused again gets no second line."""
    write_old(wire / "a", "A text.")
    (wire / "b").touch()
    (wire / "c").symlink_to(wire / "a")
    os.utime(wire / "b", ns=(1, 1))
    (wire / "d").write_bytes(orjson.dumps({"format": 1}))
    os.utime(wire / "d", ns=(1, 1))
    assert follow() == [("added", "a"), ("refused", "b"), ("refused", "c"), ("refused", "d")]
    for name in "abd":
        os.utime(wire / name, ns=(1, 1))
    time.sleep(1)
    (wire / "e").write_text("Another text.")
    assert follow() == [("added", "e")]


def test_a_folder_that_vanishes_is_waited_for(follow: Next, wire: Path) -> None:
    """When the folder goes, that is said, and when it comes back, it is followed again."""
    write_texts(wire, (1,))
    assert follow() == [("added", "000/00001.txt")]
    shutil.move(wire, wire.parent / "away")
    assert follow() == "WIRE is gone; it is followed again when it comes back"
    wire.mkdir()
    assert follow() == "WIRE is back"
    write_texts(wire, (2,))
    assert follow() == [("added", "000/00002.txt")]


def test_another_folder_in_its_place_is_followed(follow: Next, wire: Path) -> None:
    """A folder that is put in the place of the one followed is taken for it."""
    write_texts(wire, (1,))
    assert follow() == [("added", "000/00001.txt")]
    write_texts(wire.parent / "next", (2,))
    wire.rename(wire.parent / "old")
    (wire.parent / "next").rename(wire)
    told = follow()
    while isinstance(told, str):  # between the two renames it may have been seen to be gone
        told = follow()
    assert told == [("added", "000/00002.txt")]


def test_a_busy_archive_is_waited_for(follow: Next, archive: Archive, wire: Path) -> None:
    """While somebody else is writing, that is said, and then everything is taken in."""
    write_texts(wire, (1, 2))
    assert len(follow()) == 2
    write_texts(wire, (3, 4))
    with locked(archive.folder / "lock", "ann"):
        said = follow()
    assert isinstance(said, str) and said.startswith("ann (pid ") and said.endswith("; this waits for it")
    while isinstance(told := follow(), str):
        pass
    assert told == [("added", "000/00003.txt"), ("added", "000/00004.txt")]


def test_the_archive_below_the_folder_is_left_alone(wire: Path) -> None:
    """An archive that lies in the folder that it follows is named once, and never takes in itself."""
    archive = Archive(wire / "z/archive", "tester")
    write_texts(wire, (1,))
    with closing(Following(wire, archive, gazetteer.load).told()) as told:
        assert _plain(next(told), wire)[0] == ("added", "000/00001.txt")
        for number in (2, 3):
            write_texts(wire, (number,))
            lines = _plain(next(told), wire)
            assert not isinstance(lines, str)
            assert [line for line in lines if line[0] != "refused"] == [("added", f"000/0000{number}.txt")]
            assert {line for line in lines if line[0] == "refused"} <= {("refused", "z/archive")}
    assert len(documents(archive)) == 3


def test_names_that_are_added_meanwhile_are_known(archive: Archive, wire: Path) -> None:
    """What arrives is read by the newsroom's names as they are then; a mistake is told once."""
    ours = archive.folder / "gazetteer/ours.toml"
    ours.parent.mkdir(parents=True)
    party = '[[parties]]\nid = "party:vn-moon"\nname = "Moon Harvest Party"\ncountry = "VN"\n'
    known = partial(local_names.gazetteer, archive.folder)
    with closing(Following(wire, archive, known).told()) as told:
        for number, text in enumerate(("", "[[parties]]\n", party), 1):
            ours.write_text(text)
            (wire / f"{number}.txt").write_text(f"Hanoi (VNA) - The Moon Harvest Party met {number} times.")
            lines = _plain(next(told), wire)
            if text == "[[parties]]\n":
                assert lines == (
                    "gazetteer/ours.toml, line 1: id is missing; until it is mended names are read as before"
                )
                lines = _plain(next(told), wire)
            assert lines == [("added", f"{number}.txt")]
    found = sorted(documents(archive).values(), key=lambda d: str(d["source"]["file"]))
    parties = [e["id"] for d in found for e in d["entities"] if e["kind"] == "party"]
    assert parties == ["party:?-moon-harvest-party"] * 2 + ["party:vn-moon"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none", "does not exist"),
        ("file", "is no folder"),
        ("link", "is no folder"),
        ("../archive/articles", "belongs to the archive"),
    ],
)
def test_what_cannot_be_followed(archive: Archive, wire: Path, name: str, reason: str) -> None:
    """What is no folder, and what is the archive's, is refused at once."""
    (wire / "file").touch()
    (wire / "link").symlink_to(wire)
    with pytest.raises(FileRefused, match=reason):
        Following(wire / name, archive, gazetteer.load)


def test_names_outside_utf8_are_heard(follow: Next, wire: Path) -> None:
    """A file whose name is no text is taken in like any other, now or when all is looked at."""
    if sys.platform == "darwin":
        pytest.skip("macOS has names of UTF-8 only")
    write_texts(wire, (1,))
    assert follow() == [("added", "000/00001.txt")]
    Path(os.fsdecode(os.fsencode(wire) + b"/a\xffb")).write_text("A text.")
    told = follow()
    while isinstance(told, str):
        told = follow()
    assert told == [("added", "a\\xffb")]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_with_a_line(room: Newsroom, number: int) -> None:
    """Following ends with status 0 and one line that counts, and its lines are those of an import."""
    file = room.write("in/a.txt", wire_text(1))
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "follow", str(file.parent)],
        cwd=ROOT, env=room.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout and process.stderr
        assert process.stderr.readline() == f"newsdesk: following {file.parent}; ctrl+c ends it\n"
        assert process.stdout.readline() == f"added      {file}  {identity(wire_text(1))}\n"
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "")
    assert err == f"newsdesk: no longer following {file.parent}: 1 added\n"
