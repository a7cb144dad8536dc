"""A held cursor key over a line that is slower than what it paints."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.slow_line import Line, SlowTerminal
from tests.newsdesk import Newsroom
from tests.terminal import python

STEPS = 200
EVERY = 1 / 30

LINES = {
    "65 kB of buffers, 0.2 s there and back": Line(8_000, 0.1, 65_536),
    "65 kB of buffers, 0.2 s each way": Line(8_000, 0.2, 65_536),
    "4 kB of buffers, 0.2 s each way": Line(8_000, 0.2, 4_096),
}
"""Lines of 64 kbit/s: how far the other end is, and how much they take in before they make anybody wait."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of more texts than a list has rows."""
    room = Newsroom(tmp_path_factory.mktemp("line"))
    done = room.run("demo", "300", "--archive", str(room.archive))
    assert done.status == 0, done.err
    return room.archive


@pytest.fixture
def many(archive: Path, tmp_path: Path) -> Newsroom:
    """A newsroom of many texts that nobody has used."""
    shutil.copytree(archive, tmp_path / "archive")
    return Newsroom(tmp_path)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_held_key(many: Newsroom, line: Line, record_property: Callable[[str, object], None]) -> None:
    """After 200 steps at 30 a second the line is done within a second, and no step is lost.

    What counts is the time that the line takes, which a busy machine does not change: the way to the desk and
    back, what waited in front of the line when the last key was pressed, and all that was sent after it.
    """
    environment = many.environment()
    with SlowTerminal(line, python("tui"), environment=environment) as terminal:
        terminal.wait_for("All texts")
        terminal.wait_for(" 1/300")
        terminal.settle(1.5)
        begun = time.monotonic()
        for step in range(1, STEPS + 1):
            terminal.press("j")
            terminal.read_for(begun + step * EVERY - time.monotonic())
        pressed, carried = time.monotonic(), terminal.down.carried
        waiting = terminal.down.waiting(pressed)
        terminal.wait_for(f" {STEPS + 1}/300", seconds=60)
        last = 0.0
        while terminal.heard_at > last:
            last = terminal.heard_at
            terminal.read_for(0.8)
        seconds = 2 * line.delay + (waiting + terminal.down.carried - carried) / line.rate
        record_property(
            "seconds after the last key, of the line alone and by the clock", (seconds, last - pressed)
        )
    assert seconds <= 1.0


def test_no_key_typed_ahead_is_lost(many: Newsroom) -> None:
    """Keys that a stalled line delivers in one piece do what they do one by one."""
    with SlowTerminal(
        LINES["65 kB of buffers, 0.2 s each way"], python("tui"), environment=many.environment()
    ) as terminal:
        terminal.wait_for("All texts")
        terminal.press("j" * 120 + "k" * 20)
        terminal.wait_for(" 101/300")
        terminal.press("/party:hup\r")
        terminal.wait_for(lambda text: "HUP" in text.partition("\n")[0], seconds=60)


def test_a_stalled_line_gets_the_newest_frame_only(many: Newsroom) -> None:
    """Who reads nothing for a while is not sent what was painted meanwhile, but what there is now."""
    with SlowTerminal(Line(8_000, 0.05, 65_536), python("tui"), environment=many.environment()) as terminal:
        terminal.wait_for("All texts")
        terminal.wait_for(" 1/300")
        terminal.settle(1.5)
        carried = terminal.down.carried
        for _ in range(150):
            terminal.press("j")
            time.sleep(EVERY)  # and no answer is given
        assert terminal.down.carried - carried < 20_000
        terminal.wait_for(" 151/300", seconds=60)
