"""How much may be on the way, on lines of any rate and length, as a simulation without a clock."""

from __future__ import annotations

import pytest

from tui.pacing import Pace

_FRAME = 850
_TICK = 0.001


class Wire:
    """A line of so many bytes a second, whose answers take so many seconds back and forth."""

    def __init__(self, rate: float, way: float, *, answers: bool = True) -> None:
        self.pace = Pace()
        self.rate, self.way, self.answers = rate, way, answers
        self.now = 0.0
        self.frames = 0
        self._free_at = 0.0
        self._coming: list[float] = []

    @property
    def waiting(self) -> float:
        """Seconds for which what was sent will still wait on the line."""
        return max(0.0, self._free_at - self.now)

    def send(self, size: int) -> None:
        """Send a frame if it may go."""
        if self.pace.wait(self.now):
            return
        self.frames += 1
        self._free_at = max(self.now, self._free_at) + size / self.rate
        if self.pace.sends(size, self.now, is_frame=True) and self.answers:
            self._coming.append(self._free_at + self.way)

    def pass_time(self, seconds: float) -> None:
        """Let answers arrive."""
        until = self.now + seconds
        while self.now < until:
            self.now += _TICK
            while self._coming and self._coming[0] <= self.now:
                self._coming.pop(0)
                self.pace.hears(self.now)

    def hold(self, seconds: float) -> float:
        """Offer a frame every thirtieth of a second; return how long the last of them waited at the most."""
        self.send(8)
        self.pass_time(2)
        longest = 0.0
        for _ in range(int(seconds * 30)):
            self.send(_FRAME)
            self.pass_time(1 / 30)
            longest = max(longest, self.waiting)
        return longest


@pytest.mark.parametrize("way", [0.0, 0.1, 0.4, 1.0])
@pytest.mark.parametrize("rate", [2_000, 8_000, 16_000])
def test_nothing_waits_long_on_a_slow_line(rate: float, way: float) -> None:
    """Frames that a line cannot carry are held back: what is sent waits for less than four frames take."""
    assert Wire(rate, way).hold(20) <= 4 * _FRAME / rate


@pytest.mark.parametrize("way", [0.0, 0.1, 0.4])
def test_a_fast_line_gets_every_frame(way: float) -> None:
    """Where the line carries them, hardly a frame is held back, however long the way is."""
    wire = Wire(1_000_000, way)
    wire.hold(20)
    assert wire.frames >= 0.8 * 20 * 30


@pytest.mark.parametrize("way", [0.1, 0.4])
def test_a_slow_line_is_not_left_idle(way: float) -> None:
    """A line that is full carries as good as all it can."""
    wire = Wire(8_000, way)
    wire.hold(20)
    assert wire.frames * _FRAME >= 0.8 * 20 * 8_000


def test_a_terminal_that_does_not_answer_is_asked_once() -> None:
    """It gets every frame, and no other question for a while."""
    wire = Wire(8_000, 0.1, answers=False)
    wire.hold(5)
    assert wire.frames == 5 * 30 + 1
    assert not wire.pace.sends(_FRAME, wire.now, is_frame=True)


def test_an_answer_is_awaited_where_one_may_come() -> None:
    """Who has answered is waited for; who never did, for a moment after the first question."""
    wire = Wire(8_000, 0.1, answers=False)
    assert not wire.pace.awaits(wire.now)
    wire.send(8)
    assert wire.pace.awaits(wire.now)
    assert not wire.pace.awaits(wire.now + 5)
    wire.pace.hears(wire.now + 0.1)
    assert not wire.pace.awaits(wire.now + 0.2)
    wire.send(_FRAME)
    assert wire.pace.awaits(wire.now + 5)


def test_answers_that_cease_hold_nothing_for_ever() -> None:
    """Where no answer comes any more, frames go again after a while; and they are paced once it answers."""
    wire = Wire(8_000, 0.1)
    wire.hold(5)
    wire.answers = False
    before = wire.frames
    wire.hold(4)
    assert wire.frames < before + 20
    wire.hold(15)
    before = wire.frames
    wire.hold(2)
    assert wire.frames > before + 30
    wire.answers = True
    wire.pass_time(60)
    assert wire.hold(10) <= 4 * _FRAME / 8_000


def test_few_bytes_are_asked_about_seldom() -> None:
    """Single steps of a cursor are not asked about one by one."""
    wire = Wire(100_000, 0.05)
    wire.hold(0)
    asked = 0
    for _ in range(100):
        asked += wire.pace.sends(190, wire.now, is_frame=True)
        wire.pace.hears(wire.now)
    assert asked <= 35
