"""The line that says how far something is: true, drawn on a terminal only, and never in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsdesk import ROOT, Newsroom
from tests.terminal import Terminal, python
from tui.commands.progress import line


@pytest.mark.parametrize(
    ("done", "total", "rate", "left", "told"),
    [
        (0, 100_000, 0.0, None, "[....................]  0 of 100,000 files"),
        (250, 900, 412.4, 61.9, "[######..............]  250 of 900 files  412/s  1 min 02 s left"),
        (50, 100, 2.5, 20.0, "[##########..........]  50 of 100 files  2.5/s  20 s left"),
        (10, 90_000, 10.0, 8999.0, "[....................]  10 of 90,000 files  10/s  2 h 29 min left"),
        (7, 5, 1.0, 0.0, "[####################]  7 of 7 files  1.0/s  0 s left"),
        (0, 0, 0.0, None, "[####################]  0 of 0 files"),
    ],
)  # fmt: skip
def test_the_line_says_how_much_how_fast_and_how_long(
    done: int, total: int, rate: float, left: float | None, told: str
) -> None:
    """The line has a bar, both numbers, the rate where there is one, and the time left if it can be told."""
    assert line("Importing", "files", done, total, rate, left) == f"Importing  {told}"


def _texts(room: Newsroom, number: int) -> Path:
    for n in range(number):
        room.write(f"in/{n:04}.txt", f"Text {n}.")
    return room.folder / "in"


def test_lines_and_progress_share_a_terminal(room: Newsroom) -> None:
    """Where lines and progress go to one terminal, no line is spoilt and nothing is left of the progress."""
    texts = _texts(room, 300)
    command = python("tui", "import", str(texts))
    with Terminal(command, 120, 330, room.environment()) as terminal:
        assert terminal.end() == 0
        terminal.settle()
        shown = terminal.text.rstrip().splitlines()
        assert [" ".join(one.split()[:2]) for one in shown] == [f"added {f}" for f in sorted(texts.iterdir())]
        assert b"Importing  [" in terminal.raw


def test_progress_is_shown_where_lines_go_elsewhere(room: Newsroom) -> None:
    """With lines in a file the terminal shows progress alone, cut to its width, and in the end nothing."""
    texts, log = _texts(room, 300), room.folder / "log"
    script = f"import sys; sys.stdout = open({str(log)!r}, 'w')\nfrom tui.__main__ import main; main()"
    command = [sys.executable, "-c", script, "import", str(texts)]
    with Terminal(command, 40, 10, room.environment()) as terminal:
        assert terminal.end() == 0
        terminal.settle()
        assert terminal.text.strip() == ""
        assert max(map(len, terminal.raw.decode().split("\r"))) == 39
        assert terminal.raw.count(b"\n") == 0
    assert len(log.read_text().splitlines()) == 300


def test_no_progress_where_nobody_looks(room: Newsroom) -> None:
    """Where stderr is no terminal nothing of the progress is written, whatever stdout is."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", "import", str(_texts(room, 3))],
        cwd=ROOT, env=room.environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
