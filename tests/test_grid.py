"""What is sent of a frame: the screen that Textual meant, in few bytes, and nothing else."""

from __future__ import annotations

import re
import unicodedata

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from tests.terminal import Screen
from tui.glyphs import Glyphs
from tui.grid import Cells
from tui.pen import way
from tui.sgr import change

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
    "bold italic red on blue", "underline strike", "bold blink #d0d0d0 on #121212", "reverse bold",
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
@given(st.lists(st.tuples(frames, st.booleans()), max_size=4))
def test_frames_that_were_never_sent(drawn: list[tuple[list[str], bool]]) -> None:
    """However many frames a slow line has skipped, the next changes bring the last."""
    (stock, stock_stream), (ours, our_stream) = screen(), screen()
    cells = Cells(WIDTH, HEIGHT)
    for skipped, forget in drawn:
        for one in skipped:
            stock_stream.feed(one)
            cells.paint(one)
        if forget:
            cells.forget()
        our_stream.feed(cells.changes())
        assert ours.looks() == stock.looks()
        assert (ours.cursor.y, ours.cursor.x) == (stock.cursor.y, stock.cursor.x)


SENT = re.compile(r"\x1b\[(?:[0-9;]*[HmXG]|\d*[ABCDE]|K|2J)|[\b\r]|[^\x00-\x1f\x7f-\x9f]+")
"""Whatever may be sent: text, moves, styles and erasing."""


@settings(max_examples=100, deadline=None)
@given(frames, st.sampled_from(["every", "narrow", "ascii"]))
def test_nothing_else_is_sent(drawn: list[str], glyphs: Glyphs) -> None:
    """No sequence is sent but those that draw; of text, where only ASCII is drawn, nothing but ASCII."""
    cells = Cells(WIDTH, HEIGHT, glyphs)
    for one in drawn:
        sent = cells.changes(one)
        assert SENT.sub("", sent) == ""
        assert sent.isascii() or glyphs != "ascii"


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_a_style_follows_another(before: Style, after: Style) -> None:
    """The way from one style to another leaves nothing of the first, and is never the longer one."""
    was, now = (style._make_ansi_codes(ColorSystem.TRUECOLOR) for style in (before, after))
    seen = []
    for sent in (change(None, was) + change(was, now), change(None, now)):
        shown, stream = screen()
        stream.feed(f"{sent}x")
        seen.append(shown.looks())
    assert seen[0] == seen[1]
    assert len(change(was, now)) <= len(change(None, now))


@pytest.mark.parametrize("start", [(y, x) for y in (0, 1, 6) for x in (0, 1, 2, 3, 7, 20, 38)])
def test_ways_lead_where_they_should(start: tuple[int, int]) -> None:
    """From any cell to any other the cursor arrives, and nothing is drawn on the way."""
    for y, x in [(y, x) for y in range(HEIGHT) for x in range(WIDTH)]:
        shown, stream = screen()
        stream.feed(f"\x1b[{start[0] + 1};{start[1] + 1}H")
        stream.feed(way(*start, y, x))
        assert (shown.cursor.y, shown.cursor.x) == (y, x)
        assert shown.display == [" " * WIDTH] * HEIGHT


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
    """After a resize or a suspension everything is brought back, though nothing is painted."""
    (stock, stock_stream), (ours, our_stream) = screen(), screen()
    cells = Cells(WIDTH, HEIGHT)
    for one in drawn:
        stock_stream.feed(one)
        cells.changes(one)
    cells.forget()
    our_stream.feed(cells.changes())
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
