"""The mouse: a click puts the cursor there, a double click is Enter there, the wheel scrolls; no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


async def click(reading: Reading, words: str, *, times: int = 1, button: int = 1) -> None:
    """Click in the middle of some words on the screen, where they stand first."""
    y, row = next((y, row) for y, row in enumerate(reading.rows) if words in row)
    x = row.index(words) + len(words) // 2
    await reading.pilot.click(None, (x, y), times=times, button=button)
    await reading.settle()


async def wheel(reading: Reading, words: str, *, down: bool = True, notches: int = 1) -> None:
    """Turn the wheel over some words."""
    y, row = next((y, row) for y, row in enumerate(reading.rows) if words in row)
    kind = events.MouseScrollDown if down else events.MouseScrollUp
    for _ in range(notches):
        reading.app.post_message(kind(None, row.index(words), y, 0, 0, 0, False, False, False))
    await reading.settle()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_row(desk: Desk, size: tuple[int, int]) -> None:
    """A click on a row stands on it and marks nothing as read; a double click opens it."""
    async with desk(*size) as reading:
        await click(reading, "26 Feb~")
        assert reading.desk.timeline.cursor == 1 and reading.desk.panel == "timeline"
        assert "Fri 26 Feb 2016~" in reading.text and "2 unread" in reading.rows[0]
        await click(reading, "18 May~", times=2)
        assert reading.desk.timeline.cursor == 0 and reading.desk.panel == "article"
        assert "1 unread" in reading.rows[0]


async def test_a_heading_and_a_head(desk: Desk) -> None:
    """A year above the rows is no row; a head gives the keyboard to its panel."""
    async with desk() as reading:
        await click(reading, "2016  ")
        assert reading.desk.timeline.cursor == 0
        for head, panel in (("2 Article", "article"), ("3 Entities", "entities"), ("1 Timeline", "timeline")):
            await click(reading, head)
            assert reading.desk.panel == panel
        assert str(reading.desk.query_in_force) == ""


async def test_a_paragraph(desk: Desk) -> None:
    """A click in the text stands on the paragraph."""
    async with desk(120, 40) as reading:
        await click(reading, "Trung stated that")
        assert (reading.desk.panel, reading.desk.viewer.paragraph) == ("article", 2)
        await click(reading, "Chairing the event")
        assert reading.desk.viewer.paragraph == 1


async def test_a_text_that_was_left_further_on(desk: Desk) -> None:
    """A click begins to read at the paragraph that was clicked, and not where the text was left."""
    async with desk() as reading:
        await reading.press("2", *["j"] * 6, "1", "j")
        await reading.press("k")
        assert "Chairing the event" in reading.text
        await click(reading, "Chairing the event")
        assert reading.desk.viewer.paragraph == 1
        assert "Chairing the event" in reading.text


@pytest.mark.parametrize(
    ("size", "words"), [((80, 24), "Prak Sokhon 1"), ((80, 24), "Cambodia 2"), ((120, 40), "Prak Sokhon   ")]
)
async def test_an_entity(desk: Desk, size: tuple[int, int], words: str) -> None:
    """A click on a name stands on it and filters nothing; a double click filters by it."""
    async with desk(*size) as reading:
        await click(reading, words)
        name = "prak-sokhon" if "Prak" in words else "cambodia"
        assert reading.desk.panel == "entities" and name in (reading.desk.sidebar.pointed or "")
        assert "2 of 2" in reading.rows[0]
        await click(reading, words, times=2)
        assert name in str(reading.desk.query_in_force)


async def test_a_chip(desk: Desk) -> None:
    """A click on a chip takes that one away, a double click no other as well; beside the chips nothing."""
    async with desk(query="party:cpv place:hanoi date:2016..2021 congress") as reading:
        await click(reading, "newsdesk")
        assert len(reading.desk.query_in_force.chips) == 4
        await click(reading, "Hanoi" if "Hanoi" in reading.rows[0] else "hanoi", times=2)
        assert str(reading.desk.query_in_force) == "party:cpv date:2016..2021 congress"
        await click(reading, "CPV")
        await click(reading, "congress")
        assert str(reading.desk.query_in_force) == "date:2016..2021"
        await click(reading, "2016–2021")
        assert "All texts" in reading.rows[0]


async def test_a_chip_under_a_layer(desk: Desk) -> None:
    """While a filter is being picked the chips stay."""
    async with desk(query="party:cpv") as reading:
        await reading.press("p")
        await click(reading, "CPV")
        assert str(reading.desk.query_in_force) == "party:cpv" and reading.desk.over == "picker"


async def test_the_layers(desk: Desk) -> None:
    """In pickers, help and reasons a click stands on the row, and a double click chooses it."""
    async with desk(120, 40) as reading:
        await reading.press("p")
        await click(reading, "CPP")
        assert reading.desk.over == "picker" and reading.desk.picker.cursor == 1
        await click(reading, "CPP", times=2)
        assert str(reading.desk.query_in_force) == "party:cpp"
        await reading.press("0", "i")
        await click(reading, "“COVID-19”")
        assert reading.desk.evidence.cursor == 3
        await reading.press("question_mark", "at", "z")
        await click(reading, "Give this panel", times=2)
        assert reading.desk.over is None and reading.desk.zoomed


async def test_a_row_with_a_label(desk: Desk, keep: Callable[[str, str], None]) -> None:
    """Where `g` has put labels on the rows, a click on one stands on it in the list as narrowed."""
    keep(
        "again.txt",
        "CPV talks\n\nHanoi (VNA) – The Communist Party of Vietnam (CPV) held talks on May 20, 2021.\n",
    )
    async with desk() as reading:
        await reading.press("g", "c", "1")
        assert reading.desk.over == "labels"
        await click(reading, "18 May~")
        assert reading.desk.over is None and reading.desk.timeline.cursor == 1
        assert str(reading.desk.query_in_force) == "party:cpv date:2021"


async def test_the_wheel(desk: Desk) -> None:
    """Over the text the wheel scrolls it by lines, wherever the keyboard is; a list it moves by rows."""
    async with desk() as reading:
        await wheel(reading, "Chairman of the Party", notches=2)
        assert reading.desk.viewer.top == 6 and reading.desk.panel == "timeline"
        await wheel(reading, "congress's documents", down=False, notches=9)
        assert reading.desk.viewer.top == 0
        await wheel(reading, "18 May~")
        assert reading.desk.timeline.cursor == 1
        await wheel(reading, "18 May~", down=False, notches=3)
        assert reading.desk.timeline.cursor == 0
        await wheel(reading, "4 When")
        await wheel(reading, "newsdesk")
        assert str(reading.desk.query_in_force) == "" and reading.desk.panel == "timeline"


@pytest.mark.parametrize("button", [2, 3])
async def test_other_buttons(desk: Desk, button: int) -> None:
    """The middle and the right button put no cursor anywhere and take no chip away."""
    async with desk(query="party:cpv") as reading:
        await click(reading, "26 Feb~", times=2, button=button)
        await click(reading, "CPV", button=button)
        assert (reading.desk.timeline.cursor, str(reading.desk.query_in_force)) == (0, "party:cpv")


async def test_a_click_while_copying(desk: Desk) -> None:
    """A click on another paragraph is what the second key then copies; on another panel it ends the wait."""
    async with desk(120, 40) as reading:
        await reading.press("2", "y")
        await click(reading, "Trung stated that")
        await reading.press("l")
        assert reading.app.clipboard.endswith("#p3")
        await reading.press("y")
        await click(reading, "26 Feb~")
        assert reading.desk.over is None and reading.desk.panel == "timeline"


LAYERS = ("p", "d", "e", "V", "C", "i", "w", "f", "g", "y", "x", "a", "slash", "question_mark")


@pytest.mark.slow
@pytest.mark.parametrize("key", LAYERS)
async def test_anywhere_on_a_layer(desk: Desk, key: str) -> None:
    """With anything open, a click on any cell filters nothing, marks nothing and leaves the desk running."""
    async with desk() as reading:
        for y in range(0, 24, 3):
            for x in range(1, 80, 19):
                if reading.desk.over is None:
                    await reading.pilot.press("1", key)
                await reading.pilot.click(None, (x, y))
        await reading.settle()
        assert reading.app.is_running and len(reading.app.screen_stack) == 1
        assert str(reading.desk.query_in_force) == "" and reading.app.clipboard == ""
        assert "2 unread" in reading.rows[0] or key in ("slash", "question_mark")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (55, 20)])
async def test_anywhere(desk: Desk, size: tuple[int, int]) -> None:
    """A click on any cell of the page changes no mark, writes nothing and leaves the desk running."""
    async with desk(*size) as reading:
        for y in range(0, size[1], 2):
            for x in range(0, size[0], 7):
                await reading.pilot.click(None, (x, y))
        await reading.settle()
        assert reading.app.is_running and len(reading.app.screen_stack) == 1
        assert "2 unread" in reading.rows[0] or size[0] < 60
        assert str(reading.desk.query_in_force) == "" and reading.app.clipboard == ""
