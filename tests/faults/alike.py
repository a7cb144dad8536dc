"""A pytest plugin: every frame of every desk goes to two terminals, by Textual's way and by ours.

`pytest -p tests.faults.alike tests/journeys` fails a journey if after any frame the two do not show the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import Any, Final, NamedTuple

import pyte
import pytest
from textual.driver import Driver
from textual.drivers.headless_driver import HeadlessDriver

from tests.journeys.reading import Reading
from tests.newsdesk import ROOT
from tests.terminal import Screen
from tui.app import NewsdeskApp
from tui.frame import cells, lines
from tui.glyphs import Glyphs, spelt
from tui.grid import Cells

_MOVE: Final = re.compile(r"\x1b\[(\d+);\d+H")
_TEXT: Final = re.compile(r"\x1b\[[^@-~]*[@-~]|[^\x1b\n]+")

Making = Callable[[int, int], Cells]
"""What makes the cells of a terminal of a size."""


class Frame(NamedTuple):
    """What Textual wrote to repaint something, and the size of the terminal then."""

    width: int
    height: int
    data: str

    def fits(self) -> bool:
        """Tell whether it is laid out for no larger size."""
        ends = (x + len(cells(line, "every")[1].graphemes) for _, x, line in lines(self.data, 0, 0))
        return max(ends) <= self.width

    def is_whole(self) -> bool:
        """Tell whether it paints every row."""
        return {*map(int, _MOVE.findall(self.data))} >= {*range(1, self.height + 1)}


class _Way(NamedTuple):
    """What a terminal draws, and whether it erases in colour."""

    glyphs: Glyphs
    erases: bool = True

    def cells(self, width: int, height: int) -> Cells:
        """Return the cells of such a terminal."""
        return Cells(width, height, self.glyphs, self.erases)


_OTHER_WAYS: Final = cycle((_Way("narrow"), None, _Way("ascii"), None, _Way("every", False), None))
"""Every other desk goes one of them as well, in turns."""


class _Terminal:
    """A terminal that tells which rows were drawn on since it was asked last."""

    def __init__(self, width: int, height: int) -> None:
        self._screen = Screen(width, height)
        self._stream = pyte.Stream(self._screen)
        self._stream.feed("\x1b[?7l")

    @property
    def dirty(self) -> set[int]:
        """The rows on which something was drawn by the last feeding."""
        return self._screen.dirty

    @property
    def place(self) -> tuple[int, int]:
        """Where the cursor is."""
        return self._screen.cursor.y, self._screen.cursor.x

    def feed(self, data: str) -> None:
        """Show what a driver wrote."""
        self._screen.dirty.clear()
        self._stream.feed(data)

    def row(self, y: int) -> list[tuple[str, ...]]:
        """Return what is to be seen in a row."""
        return self._screen.look_of_row(y)


class _Recorder(HeadlessDriver):
    """Keeps the frames of a desk that nobody sees."""

    taken: list[list[Frame]] = []  # noqa: RUF012

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._mine: list[Frame] = []
        self.taken.append(self._mine)

    @property
    def is_headless(self) -> bool:
        """Textual writes no frame where it is told so."""
        return False

    def write(self, data: str) -> None:
        """Keep a frame."""
        if re.match(r"\n*\x1b\[\d+;\d+H", data):
            self._mine.append(Frame(*self._app.size, data))


class _RecordedApp(NewsdeskApp):
    CSS_PATH = str(ROOT / "tui" / "newsdesk.tcss")

    def _build_driver(
        self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None
    ) -> Driver:
        driver = self._driver = _Recorder(self, debug=False, mouse=mouse, size=size)
        return driver


def compare(frames: Sequence[Frame], making: Making, glyphs: Glyphs = "every") -> int:
    """Show frames on two terminals and return how many were alike; fail after the first that was not.

    A frame that is still laid out for a larger size counts as little as those before the next whole one.
    """
    alike = 0
    size: tuple[int, int] = (0, 0)
    for n, frame in enumerate(frames):
        if frame[:2] != size:
            size, is_fitting = frame[:2], False
            stock, ours = _Terminal(*size), _Terminal(*size)
            grid = making(*size)
        stock.feed(frame.data if glyphs == "every" else _TEXT.sub(lambda m: _spelt(m[0], glyphs), frame.data))
        ours.feed(grid.changes(frame.data))
        is_fitting = frame.fits() and (is_fitting or frame.is_whole())
        rows = (stock.dirty | ours.dirty) if is_fitting else set()
        for y in rows:
            assert ours.row(y) == stock.row(y), f"frame {n} of {len(frames)}, {glyphs}, row {y}"
        assert ours.place == stock.place, f"frame {n}: the cursor"
        alike += is_fitting
    return alike


def _spelt(piece: str, glyphs: Glyphs) -> str:
    return piece if piece[0] == "\x1b" else spelt(piece, glyphs)


@pytest.fixture(autouse=True)
def alike(request: pytest.FixtureRequest) -> Iterator[None]:
    """Compare after each test what its desks have painted."""
    yield
    taken, _Recorder.taken[:] = list(_Recorder.taken), []
    for frames in taken:
        if other := next(_OTHER_WAYS):
            compare(frames, other.cells, other.glyphs)
        request.node.user_properties.append(("frames", compare(frames, Cells)))


def pytest_configure() -> None:
    """Have every desk of the journeys recorded."""
    Reading.app_type = _RecordedApp


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell how many frames of how many desks were alike."""
    reports = [report for report in terminalreporter.stats.get("", []) if report.when == "teardown"]
    frames = [number for report in reports for name, number in report.user_properties if name == "frames"]
    terminalreporter.write_line(f"alike: {sum(frames)} frames of {len(frames)} desks")
