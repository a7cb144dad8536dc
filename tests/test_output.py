from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsdesk import ROOT, Newsroom
from tui.output import hush

FULL = Path("/dev/full")
"""A disk without room, where the system has one to offer."""


@pytest.fixture
def room(room: Newsroom) -> Newsroom:
    """A newsroom with more texts than are kept at once."""
    for number in range(300):
        room.write(f"in/{number:03}.txt", f"Text {number}.")
    return room


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full disk to offer")
@pytest.mark.parametrize("arguments", [("list",), ("list", "--json"), ("import", "in")])
def test_a_full_disk_is_one_sentence(room: Newsroom, arguments: tuple[str, ...]) -> None:
    """Output that finds no room is said in one line, status 1, and Python adds nothing at its end."""
    arguments = tuple(str(room.folder / a) if a == "in" else a for a in arguments)
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            cwd=ROOT, env=room.environment(), stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert done.stderr == "newsdesk: the output could not be written: no space left on device\n"
    assert done.returncode == 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full disk to offer")
def test_a_complaint_that_nobody_can_read_keeps_its_status(room: Newsroom) -> None:
    """Where stderr takes nothing, be it a full disk or a terminal that has gone, the status is as ever."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "list", "party:"],
            cwd=ROOT, env=room.environment(), stdout=subprocess.PIPE, stderr=full,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert not list(room.folder.glob("home/**/errors.log"))


def test_output_that_is_closed_is_hushed_already() -> None:
    """A program that was started without stdout ends as one that has it."""
    hush(None)


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_an_import_goes_on_when_nobody_reads_its_lines(room: Newsroom, option: tuple[str, ...]) -> None:
    """`newsdesk import DIR | head -1` takes in all files, not only those that head waited for."""
    gone, out = os.pipe()
    os.close(gone)
    done = subprocess.run(
        [sys.executable, "-m", "tui", "import", str(room.folder / "in"), *option],
        cwd=ROOT, env=room.environment(), stdout=out, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    os.close(out)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(room.run("list").lines) == 300


def test_an_import_that_breaks_off_says_what_is_kept(room: Newsroom) -> None:
    """Where the archive refuses midway, what was listed is kept, and the same import does the rest later."""
    obstacle = room.archive / "articles/00003.json.tmp"
    obstacle.mkdir(parents=True)
    done = room.run("import", str(room.folder / "in"))
    assert done.status == 3
    reason, advice = done.err.splitlines()
    assert "articles/00003.json: cannot be written" in reason and "listed so far is kept" in advice
    assert len(done.lines) == 256
    obstacle.rmdir()
    states = [line.split()[0] for line in room.run("import", str(room.folder / "in")).lines]
    assert (states.count("unchanged"), states.count("added")) == (256, 44)
