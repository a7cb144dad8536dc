"""Marks of an archive that cannot be written: in the reader's own folder, and home again when it can."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.archive.identity import folder_apart
from store.archive.marks import View
from store.archive.readers import Reader
from store.archive.tables import read_table
from tests.archive.lone_reader import ONE, TWO, told


@pytest.fixture
def ground() -> Iterator[Path]:
    """A folder that every account can reach, with a home that every account can write."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        for made in ("home", "archive"):
            (Path(name) / made).mkdir()
        (Path(name) / "home").chmod(0o777)
        yield Path(name)
        for folder in (Path(name) / "archive", *(Path(name) / "archive").rglob("*")):
            folder.chmod(0o755)


@pytest.fixture
def readers(ground: Path) -> Path:
    """The folder of readers of an archive that only its owner may write, where Ann said something."""
    folder = ground / "archive/readers"
    ann = Reader(folder, "ann")
    ann.mark([ONE], read=True, tags=["here"])
    ann.save_view("mine", View("party:cpv"))
    ann.learn("p")
    for path in (folder.parent, folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


def state(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_marks_go_apart_where_the_archive_cannot_be_written(ground: Path, readers: Path) -> None:
    """What is said stays with the account, over what the archive has; the archive is not touched."""
    before = state(readers)
    said = told(ground / "home", readers, "star", "tag", "view", "hint", "unread")
    assert said["apart"] and said["stamped"]
    assert said["marks"] == {ONE: [False, True, ["here", "apart"]], TWO: [None, None, ["apart"]]}
    assert (said["hints"], said["views"]) == (["i", "p"], [])
    own = Path(said["folder"])
    assert own.parent == ground / "home/newsdesk/readers-of"
    assert (own / "ann.json").stat().st_mode & 0o777 == 0o600
    assert state(readers) == before
    assert told(ground / "home", readers)["marks"] == said["marks"]


def test_a_step_is_taken_back_where_it_was_made_and_at_home(ground: Path, readers: Path) -> None:
    """What was said apart is taken back apart, over what the archive has, and made again once it is home."""
    home, before = ground / "home", {ONE: [True, None, ["here"]]}
    after = {ONE: [True, None, ["here", "step"]], TWO: [None, None, ["step"]]}
    assert told(home, readers, "step")["marks"] == after
    undone = told(home, readers, "undo")["marks"]
    assert {a: said for a, said in undone.items() if any(said)} == before
    readers.parent.chmod(0o777)
    readers.chmod(0o777)
    for path in readers.iterdir():
        path.chmod(0o666)
    said = told(home, readers, "redo")
    assert not said["apart"]
    assert said["marks"] == after
    assert told(home, readers, "undo")["marks"] == before


def test_what_was_said_apart_comes_home(ground: Path, readers: Path) -> None:
    """Once the archive can be written, the next word brings all words along, and none stays behind to win."""
    told(ground / "home", readers, "star", "tag", "view", "unread")
    readers.parent.chmod(0o777)
    readers.chmod(0o777)
    for path in readers.iterdir():
        path.chmod(0o666)
    said = told(ground / "home", readers, "hint")
    assert not said["apart"]
    expected = {ONE: [False, True, ["here", "apart"]], TWO: [None, None, ["apart"]]}
    assert (said["marks"], said["views"], said["hints"]) == (expected, [], ["i", "p"])
    assert len(read_table(readers / "ann.json")) == 5
    (own,) = (ground / "home/newsdesk/readers-of").iterdir()
    assert read_table(own / "ann.json") == {}
    Reader(readers, "ann", may_be_apart=False).mark([ONE], read=True, starred=False)
    (readers / "ann.json").chmod(0o444)
    readers.chmod(0o555)
    assert told(ground / "home", readers)["marks"][ONE] == [True, False, ["here", "apart"]]


def test_a_first_word_of_an_archive_without_readers(ground: Path) -> None:
    """Where there is no folder of readers, and none can be made, marks go apart too."""
    (ground / "archive").chmod(0o555)
    said = told(ground / "home", ground / "archive/readers", "star")
    assert said["marks"] == {ONE: [None, True, []]}
    assert not (ground / "archive/readers").exists()


@pytest.mark.parametrize("closed", ["readers", "readers/ann.json"])
def test_what_may_not_be_read_is_no_harm(ground: Path, readers: Path, closed: str) -> None:
    """Marks of another account that may not even be read do not keep this one from its own."""
    (readers.parent / closed).chmod(0)
    said = told(ground / "home", readers, "star")
    assert said["apart"]
    assert said["marks"] == {ONE: [None, True, []]}


def test_where_marks_may_not_go_apart_they_are_refused(ground: Path, readers: Path) -> None:
    """A reader who may have no folder of their own is told so, and nothing is left anywhere."""
    said = told(ground / "home", readers, "nowhere else", "star")
    assert not said["apart"]
    assert said["refused"] == ["Not kept: this archive is read-only here, and takes no marks, notes or views"]
    assert not list((ground / "home").iterdir())


def test_a_home_that_cannot_be_written_is_named(ground: Path, readers: Path) -> None:
    """With no place for marks anywhere, the sentence names the folder that could not be made."""
    (ground / "home").chmod(0o555)
    said = told(ground / "home", readers, "star")
    assert said["refused"] == [f"{ground}/home/newsdesk: cannot be made: permission denied"]


def test_the_folder_apart_is_that_of_the_real_place(tmp_path: Path) -> None:
    """However an archive is named, its marks lie in one folder, and those of another in another."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "link").symlink_to("archive")
    apart = folder_apart(tmp_path / "archive")
    assert folder_apart(tmp_path / "link") == folder_apart(tmp_path / "x/../archive") == apart
    assert folder_apart(tmp_path) != apart
