"""Finding keys: a word or a key finds the action, and Enter does it where it works."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading
from tui.keys import KEYS

Desk = Callable[..., Reading]


async def test_enter_does_what_was_found(desk: Desk) -> None:
    """Typed into the help, a word finds an action, which Enter does on the text that was under the cursor."""
    async with desk() as reading:
        await reading.press("j", "question_mark", *"text's star", "enter")
        assert reading.desk.over is None
        assert "1 ★" in reading.rows[0]
        assert reading.desk.timeline.cursor == 1
        await reading.press("question_mark", *"@u", "enter")
        assert "★" not in reading.rows[0]


async def test_an_action_of_another_panel_goes_there(desk: Desk) -> None:
    """An action that only one panel knows is done in that panel, which then has the keyboard."""
    async with desk() as reading:
        await reading.press("question_mark", *"begin a period", "enter")
        assert reading.desk.when.has_focus and reading.desk.when.is_brushed


async def test_what_works_in_a_layer_only_says_so(desk: Desk) -> None:
    """A key of a picker cannot be done from the help: the status line says where it is heard."""
    async with desk() as reading:
        await reading.press("question_mark", *"leave this party out", "enter")
        assert reading.desk.over == "help"
        assert "heard in: picker" in reading.status


@pytest.mark.parametrize("size", [(50, 16), (80, 24), (120, 40), (200, 60)])
async def test_every_key_can_be_read(desk: Desk, size: tuple[int, int]) -> None:
    """Leafing through the help, one comes by every key of the table, at any size."""
    async with desk(*size) as reading:
        await reading.press("question_mark")
        seen, page = "", ""
        while page != reading.text:
            page = reading.text
            seen += " ".join(page.split())
            await reading.press("pagedown")
        assert [key.id for key in KEYS if key.shown not in seen] == []


async def test_lines_are_set_longer_and_shorter(desk: Desk) -> None:
    """( and ) change the lines of the article, which keeps them for the next text."""
    async with desk(120, 40) as reading:

        def longest() -> int:
            rows = [row.split("│")[1] for row in reading.rows[12:36] if row.count("│") == 2]
            return max(len(row.strip()) for row in rows)

        before = longest()
        await reading.press("left_parenthesis", "left_parenthesis")
        assert longest() < before - 4 and "Lines of" in reading.status
        shorter = longest()
        await reading.press("J")
        assert longest() <= shorter + 3
        await reading.press("K", *["right_parenthesis"] * 9)
        assert longest() == before
