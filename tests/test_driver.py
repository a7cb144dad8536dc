from __future__ import annotations

import os
import re
import signal
import unicodedata
from functools import partial

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.little_app import HARMFUL, HARMLESS
from tests.terminal import Screen, Terminal, python
from tui.grid import Cells
from tui.outlet import QUESTION

WIDTH, HEIGHT = 40, 8
PANES = ((0, 14), (14, 17), (31, 9))
"""Column and width of three panes: Textual repaints a pane, and never half a character."""

WORDS = (
    "Party", "a", " ", "      ", "            ", "strengthen", "[red]", "Lê Hoài Trung", "đồng chí",
    unicodedata.normalize("NFD", "Việt Nam, Quảng Bình"), "越共中央", "対外", "한국", "😀", "🎉 ok", "Hà",
)  # fmt: skip
STYLES = tuple(map(Style.parse, (
    "none", "bold", "#d0d0d0 on #121212", "#d0d0d0", "bold #ffffff on #005f87", "reverse", "strike",
    "red on blue", "underline #ff0000 on #121212", "italic #00ff00 on #121212", "color(200) on color(17)",
)))  # fmt: skip

CONSOLE = Console(color_system="truecolor", force_terminal=True)

segments = st.lists(
    st.tuples(st.sampled_from(WORDS), st.sampled_from(STYLES)).map(lambda pair: Segment(*pair)), max_size=6
)


def frame(pane: int, top: int, rows: list[list[Segment]]) -> str:
    """Return what Textual writes to repaint some rows of a pane, the cursor left in the corner."""
    x, width = PANES[pane]
    strips = [[Strip(row).adjust_cell_length(width, STYLES[2])] for row in rows[: HEIGHT - top]]
    region = Region(x, top, width, len(strips))
    return LayoutUpdate(strips, region).render_segments(CONSOLE) + "\x1b[1;1H"  # type: ignore[arg-type]


panes = st.lists(segments, min_size=1, max_size=HEIGHT)
frames = st.lists(
    st.builds(frame, st.integers(0, 2), st.integers(0, HEIGHT - 1), panes), min_size=1, max_size=6
)


def screen() -> tuple[Screen, pyte.Stream]:
    """Return an empty terminal that does not wrap lines, and the way into it."""
    shown = Screen(WIDTH, HEIGHT)
    stream = pyte.Stream(shown)
    stream.feed("\x1b[?7l")
    return shown, stream


@settings(max_examples=300, deadline=None)
@given(frames, st.booleans())
def test_same_screen_as_textual(drawn: list[str], erase: bool) -> None:
    """Whatever frames come, of any style and script, the terminal shows what Textual would have shown."""
    (stock, stock_stream), (ours, our_stream) = screen(), screen()
    cells = Cells(WIDTH, HEIGHT, erases_in_colour=erase)
    for one in drawn:
        stock_stream.feed(one)
        our_stream.feed(cells.changes(one))
        assert ours.looks() == stock.looks()
        assert (ours.cursor.y, ours.cursor.x) == (stock.cursor.y, stock.cursor.x)


@settings(max_examples=100, deadline=None)
@given(frames)
def test_nothing_changed_nothing_sent(drawn: list[str]) -> None:
    """A frame that comes again costs no byte."""
    cells = Cells(WIDTH, HEIGHT)
    for one in drawn:
        cells.changes(one)
        assert cells.changes(one) == ""


@settings(max_examples=100, deadline=None)
@given(frames)
def test_a_screen_forgotten_is_sent_whole(drawn: list[str]) -> None:
    """After a resize or a suspension the next frame, however small, brings everything back."""
    (stock, stock_stream), (ours, our_stream) = screen(), screen()
    cells = Cells(WIDTH, HEIGHT)
    for one in drawn:
        stock_stream.feed(one)
        cells.changes(one)
    cells.forget()
    our_stream.feed(cells.changes(drawn[-1]))
    assert ours.looks() == stock.looks()


ODD = ("👩‍👩‍👧", "🇻🇳", "✈️", "1️⃣", "👍🏽", "កម្ពុជា")


@pytest.mark.parametrize("odd", ODD)
def test_columns_hold_after_a_grapheme_of_unsure_width(odd: str) -> None:
    """Where terminals disagree about a width, what follows still stands in its own columns."""
    shown, stream = screen()
    cells = Cells(WIDTH, HEIGHT)
    stream.feed(cells.changes(frame(0, 0, [[Segment("a")]]) + frame(1, 0, [[Segment("Party")]])))
    stream.feed(cells.changes(frame(0, 0, [[Segment(f"x{odd} end")]])))
    row = [shown.buffer[0][x].data for x in range(WIDTH)]
    end = Strip([Segment(f"x{odd} ")]).cell_length
    assert row[14:19] == list("Party")
    assert row[end : end + 3] == list("end")


HOSTILE = (
    "\x1b]0;owned\x07", "\x1b]52;c;aGk=\x1b\\", "\x1b[2J", "\x1bc", "\x9b2J", "\x1b]0;never ended",
    "\x07\x08\x0e", "\x1bP1;2q\x1b\\",
)  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_control_of_a_frame_reaches_the_terminal(hostile: str) -> None:
    """The driver writes its own cursor and style sequences, and no other control, whatever a frame holds."""
    sent = Cells(WIDTH, HEIGHT).changes(f"\x1b[1;1Hbefore{hostile}after\x1b[1;1H")
    left = re.sub(r"\x1b\[[\d;]*[HmKX]|\r", "", sent)
    assert left.startswith("before") and left.isprintable()


def whole(rows: list[list[Segment]], width: int = 120) -> str:
    """Return what Textual writes to repaint the whole screen."""
    strips = [[Strip(row).adjust_cell_length(width, STYLES[2])] for row in rows]
    return LayoutUpdate(strips, Region(0, 0, width, len(rows))).render_segments(CONSOLE) + "\x1b[1;1H"  # type: ignore[arg-type]


def test_moving_a_cursor_costs_few_bytes() -> None:
    """Of a repaint of the whole screen only the two rows that differ are sent."""

    def rows(here: int) -> list[list[Segment]]:
        return [
            [Segment("▌" if y == here else " ", STYLES[3]), Segment(f"row {y}", STYLES[2])] for y in range(40)
        ]

    cells = Cells(120, 40)
    assert len(cells.changes(whole(rows(3)))) < 2500
    assert len(cells.changes(whole(rows(4)))) < 80


def test_blank_tails_are_erased_not_written() -> None:
    """A blank line on a coloured ground costs a few bytes, unless the terminal cannot erase in colour."""
    blank = whole([[Segment(" ")]])
    assert len(Cells(120, 1).changes(blank)) < 40
    assert " " * 119 in Cells(120, 1, erases_in_colour=False).changes(blank)


def started(*arguments: str) -> Terminal:
    """Return the little program in a terminal, painted."""
    terminal = Terminal(python("tests.little_app", *arguments), 60, 12)
    terminal.wait_for("READY")
    terminal.settle()
    return terminal


def test_real_program_shows_the_same_with_both_drivers() -> None:
    """A program in a real terminal shows the same after keys and after resizes, with both drivers."""
    seen = []
    for kind in ("stock", "desk"):
        with started(kind) as terminal:
            terminal.press("jjx")
            terminal.wait_for("typed x")
            terminal.resize(50, 10)
            terminal.settle()
            terminal.press("y")
            terminal.wait_for("typed xy")
            terminal.settle()
            seen.append(terminal.screen.looks())
    assert seen[0] == seen[1]


def test_one_frame_is_one_synchronised_write() -> None:
    """A key's frame arrives whole between the marks of synchronised output, and is short."""
    with started() as terminal:
        before = len(terminal.raw)
        terminal.press("j")
        terminal.wait_for(lambda _: len(terminal.raw) > before)
        terminal.settle()
        sent = terminal.raw[before:].removesuffix(QUESTION.encode())
    assert sent.startswith(b"\x1b[?2026h") and sent.endswith(b"\x1b[?2026l")
    assert sent.count(b"\x1b[?2026") == 2 and len(sent) < 250


def holds(terminal: Terminal, start: int, wanted: bytes, _text: str) -> bool:
    """Tell whether a terminal got something since a time."""
    return wanted in terminal.raw[start:]


def test_what_may_have_drawn_has_every_cell_sent_again() -> None:
    """The clipboard, modes and the bell go out as they are; after anything else every row comes again."""
    with started() as terminal:
        for sequence in (*HARMLESS, *HARMFUL):
            before = len(terminal.raw)
            terminal.press("w")
            terminal.wait_for(partial(holds, terminal, before, sequence.encode()))
            terminal.settle()
            sent = terminal.raw[before:].decode()
            assert sent.startswith(sequence)
            assert ("READY" in sent and "plain" in sent) == (sequence in HARMFUL), sequence
            assert len(sent) == len(sequence) or sequence in HARMFUL


@pytest.mark.parametrize("wrong", [b"\xe9a", b"\xffa", b"\xc3(", b"\xed\xa0\x80a"])
def test_wrong_bytes_do_not_end_the_program(wrong: bytes) -> None:
    """A byte that is no UTF-8 is typed as a replacement character, and the program goes on."""
    with started() as terminal:
        terminal.press(wrong)
        terminal.wait_for("�")
        terminal.press("z")
        terminal.wait_for(lambda text: "z" in text)


def test_suspended_and_resumed() -> None:
    """After ctrl+z and fg the screen is whole again, though the shell has written over it."""
    with started() as terminal:
        os.kill(terminal.pid, signal.SIGTSTP)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.settle()
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("READY")
        terminal.press("k")
        terminal.wait_for("typed k")
        assert "越共中央" in terminal.settle().replace(" ", "")


def test_terminal_gone_ends_the_program() -> None:
    """A program whose terminal has gone does not stay behind as an orphan."""
    with started() as terminal:
        terminal.hang_up()
        assert terminal.end() != 0
