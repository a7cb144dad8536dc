"""Pacing: how much may be on the way to a terminal before the next frame waits."""

from __future__ import annotations

from collections import deque
from typing import Final, NamedTuple

_EVERY: Final = 512
"""Bytes after which the terminal is asked again."""

_LEAST: Final = 2048
"""Bytes that may always be on the way."""

_MOST: Final = 65536

_SPARE: Final = 512
"""Bytes that may wait beside those that the line carries: more would only make frames old."""

_SMALL: Final = 1024
"""Bytes of a frame that tells, alone on the line, how long the way is; a larger one takes long itself."""

_NEAR: Final = 0.05
"""Seconds in which any answer is a quick one."""

_AGAIN: Final = 60.0
"""Seconds after which a terminal that answers nothing is asked again."""

_PATIENCE: Final = 2.0
"""Seconds beside the usual after which an answer is no more expected."""

_FIRST: Final = 1.0
"""Seconds in which a terminal that has not answered yet may do so."""

_SILENT: Final = 5
"""So many times without an answer mean that the terminal gives none any more."""


class _Asked(NamedTuple):
    upto: int
    """Bytes that were sent before the question."""
    flight: int
    """Bytes of them that were on the way when it was asked."""
    at: float
    is_alone: bool


class Pace:
    """Tells by the answers of a terminal how much of what was sent has arrived, and how much more may go.

    What lies between, the pty, the ssh server and the network, takes in what a slow line carries in many
    seconds, and a frame that waits there can no more be replaced by a newer one. So no more is sent than the
    line itself holds, which the time of the answers tells: it is the shortest where nothing waits.
    A terminal that does not answer is sent whatever there is.
    """

    def __init__(self) -> None:
        self._sent = self._arrived = self._asked_upto = 0
        self._asked: deque[_Asked] = deque()
        self._room = _LEAST
        self._usual: float | None = None
        """Seconds that an answer takes where nothing waits; None while the terminal answers nothing."""
        self._unheard = 0
        """How often no answer came in time."""
        self._is_short = False
        """Whether a frame had to wait since the room was last measured."""

    def awaits(self, now: float) -> bool:
        """Tell whether an answer may still come: from a terminal that gives them, or was just asked first."""
        return bool(self._asked) and (self._usual is not None or now - self._asked[0].at < _FIRST)

    def sends(self, size: int, now: float, *, is_frame: bool) -> bool:
        """Note that so many bytes are sent; tell whether the terminal shall be asked behind them.

        It is asked behind the first thing of all and, once it has answered, behind a frame now and then.
        """
        flight = self._sent - self._arrived
        self._sent += size
        if self._usual is None:
            if self._asked and now - self._asked[0].at < _AGAIN:
                return False
            self._asked.clear()
        elif not is_frame or self._sent - self._asked_upto < _EVERY:
            return False
        self._asked_upto = self._sent
        self._asked.append(_Asked(self._sent, flight + size, now, flight == 0 and size <= _SMALL))
        return True

    def hears(self, now: float) -> None:
        """Take an answer."""
        if not self._asked:
            return
        asked = self._asked.popleft()
        self._arrived, self._unheard = asked.upto, 0
        took = max(_NEAR, now - asked.at)
        if self._usual is None or took < self._usual:
            self._usual = took
        elif asked.is_alone:  # the way itself has become longer
            self._usual = (self._usual + took) / 2
        if self._is_short:
            self._is_short = False
            carried = int(asked.flight * self._usual / took)
            self._room = min(max(carried + _SPARE, _LEAST), self._room + _SPARE, _MOST)

    def wait(self, now: float) -> float:
        """Return for how many seconds the next frame must wait if no answer comes; 0 if it may go."""
        if self._usual is None or not self._asked or self._sent - self._arrived < self._room:
            return 0.0
        self._is_short = True
        left = self._asked[0].at + self._usual + _PATIENCE - now
        if left <= 0:
            self._forgo()
        return max(0.0, left)

    def _forgo(self) -> None:
        """Expect these answers no more: a line that stands gets little, a silent terminal everything."""
        self._asked.clear()
        self._arrived = self._sent
        self._asked_upto = self._sent - _EVERY
        self._room = _LEAST
        self._unheard += 1
        if self._unheard == _SILENT:
            self._usual = None
