"""The driver beside Textual's own: over all journeys, two terminals show the same after every frame."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.faults.alike import Frame, compare
from tests.newsdesk import ROOT
from tui.grid import Cells


def row(y: int, text: str) -> str:
    """Return what repaints a row."""
    return f"\x1b[{y};1H\x1b[1;31;40m{text:20}\x1b[0m\x1b[1;1H"


FRAMES = [
    Frame(20, 2, data) for data in (row(1, "one") + "\n" + row(2, "two"), row(1, "three"), row(2, "four"))
]


class Forgetful(Cells):
    """A grid that leaves out whatever is on its second row."""

    def changes(self, frame: str = "") -> str:
        """Return no change of the second row."""
        return "" if "\x1b[2;" in frame else super().changes(frame)


class Pale(Cells):
    """A grid that sends no bold type."""

    def changes(self, frame: str = "") -> str:
        """Return the changes in plain type."""
        return super().changes(frame).replace("[0;1;", "[0;")


class Astray(Cells):
    """A grid that leaves the cursor somewhere else."""

    def changes(self, frame: str = "") -> str:
        """Return the changes, and a step."""
        return super().changes(frame) + "\x1b[C"


@pytest.mark.parametrize("broken", [Forgetful, Pale, Astray])
def test_a_broken_driver_is_found(broken: Callable[[int, int], Cells]) -> None:
    """A cell that is not sent, a style that is another, and a cursor elsewhere are each noticed."""
    assert compare(FRAMES, Cells) == len(FRAMES)
    with pytest.raises(AssertionError):
        compare(FRAMES, broken)


def test_every_journey_looks_the_same(record_property: Callable[[str, object], None]) -> None:
    """All journeys, run again with every frame compared, pass; and frames by the thousand were compared."""
    pytest_ = [sys.executable, "-m", "pytest", "-q", "-n", "6", "-p", "tests.faults.alike"]
    command = [*pytest_, "tests/journeys", "--ignore=tests/journeys/test_looks.py"]  # which opens no desk
    colours = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    done = subprocess.run(command, cwd=ROOT, env=colours, capture_output=True, text=True, check=False)
    told = re.search(r"alike: (\d+) frames of (\d+) desks", done.stdout)
    assert done.returncode == 0 and told, done.stdout[-6000:]
    record_property("frames and desks", " ".join(told.groups()))
    assert int(told[1]) > 2000
