"""`newsdesk doctor` as a shell runs it: a line a finding, and a status that says whether all is well."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.archive.sickroom import flip, line_of, state
from tests.newsdesk import Newsroom

pytestmark = pytest.mark.slow


@pytest.fixture
def kept(room: Newsroom, planted: None) -> Path:
    """The first segment of an archive with the seeds and three texts more."""
    for number in range(3):
        room.write(f"texts/{number}.txt", f"HANOI - The CPV met the CPP. Item {number}.\n")
    assert room.run("import", str(room.folder / "texts")).status == 0
    return room.archive / "articles/00001.json"


def test_a_sound_archive_is_said_to_be_sound(room: Newsroom, kept: Path) -> None:
    """Nothing is printed of a sound archive, and the status is 0, with and without --repair."""
    for more in ([], ["--repair"]):
        done = room.run("doctor", *more)
        assert (done.status, done.out, done.err) == (0, "", "newsdesk: the archive is sound\n")


def test_damage_is_told_then_mended(room: Newsroom, kept: Path) -> None:
    """Damage means status 3 and changes nothing; a repair means status 0, and then the archive is sound."""
    whole = kept.read_bytes()
    at = line_of(kept, "3")[0] + 60
    flip(kept, at)
    before = state(room.archive)
    done = room.run("doctor")
    assert (done.status, done.err) == (3, "")
    assert done.lines[0].startswith(
        f"broken  articles/00001.json: is damaged at byte {at}; with --repair: 4 texts kept"
    )
    assert state(room.archive) == before
    assert "is damaged" in room.run("list").err
    done = room.run("doctor", "--repair")
    assert (done.status, done.lines[0][:6]) == (0, "mended")
    assert kept.read_bytes() == whole
    assert room.run("doctor").err == "newsdesk: the archive is sound\n"
    assert len(room.run("list").lines) == 5


def test_what_stays_broken_means_status_3(room: Newsroom, kept: Path) -> None:
    """A text that is nowhere whole is named with its file, and the others are listed again."""
    shutil.rmtree(room.folder / "texts")
    shutil.rmtree(room.archive / "backup", ignore_errors=True)
    flip(kept, line_of(kept, "4")[0] + 60)
    done = room.run("doctor", "--repair")
    assert done.status == 3
    (lost,) = (line for line in done.lines if line.startswith("broken"))
    assert f"{room.folder}/texts/1.txt is nowhere whole" in lost
    assert len(room.run("list").lines) == 4
    assert room.run("doctor").status == 0


def test_findings_as_json(room: Newsroom, kept: Path) -> None:
    """With --json each finding is one document."""
    (room.archive / "notes.txt").write_bytes(b"x")
    flip(kept, line_of(kept, "3")[0] + 60)
    found = [json.loads(line) for line in room.run("doctor", "--json").lines]
    assert [(f["state"], f["file"], f["place"]) for f in found[:2]] == [
        ("note", "notes.txt", None),
        ("broken", "articles/00001.json", None),
    ]
    assert all(f.keys() == {"state", "file", "place", "what", "remedy"} for f in found)


def test_no_archive_is_no_sound_one(room: Newsroom) -> None:
    """A folder in which nothing was ever kept is named, with status 3, and nothing is made."""
    done = room.run("doctor", "--repair")
    assert (done.status, done.out) == (3, "")
    assert done.err == f"newsdesk: {room.archive}: is no archive: nothing was ever kept there\n"
    assert not room.archive.exists()


def test_names_are_shown_harmless(room: Newsroom, kept: Path) -> None:
    """A stranger's file whose name would command the terminal is shown with its escapes replaced."""
    (room.archive / "a\x1b[2Jb\nc").write_bytes(b"x")
    (line,) = room.run("doctor").lines
    assert "\x1b" not in line
    assert line.endswith("is no file of newsdesk; it is left alone")


def test_without_rights_the_reason_is_told(room: Newsroom, kept: Path) -> None:
    """A segment that this account may not read is named, and not taken from a backup."""
    (room.archive / "articles/00001.json").chmod(0)
    done = room.run("doctor", powerless=True)
    assert done.status == 3
    assert "this account may not read it" in done.out
    assert "with --repair: mode 600" in done.out


def test_a_list_names_an_unreadable_file_once(room: Newsroom, kept: Path) -> None:
    """However many articles of a file cannot be read, `list --json` complains of the file once."""
    assert len(room.run("list", "--json").lines) > 1
    kept.chmod(0)
    done = room.run("list", "--json", powerless=True)
    assert done.status == 3 and not done.out
    assert done.err.count("00001.json") == 1
