"""Sizes: the page at any size, and nothing lost when it changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]

EVERY = [
    (1, 1), (2, 1), (5, 3), (20, 5), (40, 10), (49, 12), (50, 12), (60, 19),
    (69, 24), (70, 24), (109, 29), (110, 30), (159, 44), (160, 45), (200, 60), (300, 80),
]  # fmt: skip

WIDTHS = [((80, 24), [30, 49]), ((120, 40), [36, 52, 30]), ((200, 60), [58, 78, 62])]


@pytest.mark.parametrize("size", EVERY)
async def test_any_size_paints_and_answers_keys(desk: Desk, size: tuple[int, int]) -> None:
    """At every size the desk paints without failing, and j, p, d, i, z, ? and / work and can be left."""
    async with desk(*size) as reading:
        for keys in ("j", "p escape", "d escape", "i i", "z z", "question_mark escape", "slash escape"):
            await reading.press(*keys.split())
        assert all(len(row) <= size[0] for row in reading.rows)
        assert reading.desk.timeline.cursor == 1
        assert reading.desk.over is None


async def test_resizing_keeps_row_panel_and_paragraph(desk: Desk) -> None:
    """Shrinking and growing the terminal moves neither the cursor nor the keyboard nor the paragraph."""
    async with desk(120, 40) as reading:
        await reading.press("2", "j", "j", "j", "j")
        for size in [(80, 24), (60, 20), (30, 8), (200, 60), (120, 40)]:
            await reading.resize(*size)
            assert reading.desk.panel == "article"
            assert reading.desk.viewer.paragraph == 4
            if size[1] > 10:
                assert any("He underscored that" in row for row in reading.rows)


@pytest.mark.parametrize(("size", "widths"), WIDTHS)
async def test_columns_have_the_measured_widths(desk: Desk, size: tuple[int, int], widths: list[int]) -> None:
    """Timeline, Article and Entities are as wide as the design measured them."""
    async with desk(*size) as reading:
        page = reading.desk
        found = [page.timeline.size.width, page.viewer.size.width, page.sidebar.size.width]
        assert found[: len(widths)] == widths


async def test_one_panel_at_a_time_names_the_others(desk: Desk) -> None:
    """Below 70 columns one panel stands, its head names all three, and 1 2 3 switch."""
    async with desk(60, 24) as reading:
        assert any("1 Timeline" in row and "2 Article" in row and "3 Entities" in row for row in reading.rows)
        await reading.press("2")
        assert "Communist Party of Vietnam (CPV)" in reading.text
        await reading.press("3")
        assert "Le Hoai Trung" in reading.text


async def test_the_only_line_of_a_terminal_is_the_text(desk: Desk) -> None:
    """Where the list has one line, it is the text under the cursor, and no year above it."""
    async with desk(30, 5) as reading:
        assert reading.rows[2].startswith("▌● 18 May~")
        await reading.press("j")
        assert reading.rows[2].startswith("▌● 26 Feb~")


async def test_evidence_is_docked_on_a_wide_page(desk: Desk) -> None:
    """From 160x45 the evidence stands under Entities without a key."""
    async with desk(200, 60) as reading:
        assert "6 Evidence" in reading.text
        assert "→ held 25 January to 1 February 2021" in reading.text
        await reading.press("i")
        assert reading.desk.panel == "evidence"
        await reading.press("q")
        assert "6 Evidence" in reading.text


@pytest.mark.parametrize(
    "keys",
    [
        ("2", "s", "1"),
        ("2", "t", "a", "enter", "1"),
        ("2", "J", "1"),
        ("3", "m", "1"),
        ("question_mark", *"select all", "enter", "X"),
        ("question_mark", *"next row", "enter"),
        ("2", "z", "s", "z", "1"),
    ],
)
@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_what_changes_behind_a_panel_is_there_when_it_comes_back(
    desk: Desk, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """The list is whole after its rows were marked or gone through while it was out of sight."""
    async with desk(*size) as reading:
        await reading.press(*keys)
        assert "18 May" in reading.text and "26 Feb" in reading.text
        before = reading.rows
        reading.desk.timeline.settle()
        await reading.settle()
        assert reading.rows == before
