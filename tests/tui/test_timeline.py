"""Timeline: the cursor is always in sight and whole, whatever keys are pressed on however many texts."""

from __future__ import annotations

from random import Random

import pytest

from store.archive.hits import Group, Row
from tests.tui.samples import ESCAPES, MARKUP, groups, row, rows
from tests.tui.stage import Scene, staged
from tui.found import Hits
from tui.panel import BAR
from tui.timeline import Timeline

MOVES = ("step(1)", "step(-1)", "page(1)", "page(-1)", "half(1)", "half(-1)", "bottom", "top")


class Shelf:
    """Rows that remember which windows of them were asked for."""

    def __init__(self, found: tuple[Row, ...]) -> None:
        self.rows = found
        self.asked: list[tuple[int, int]] = []

    def window(self, start: int, size: int) -> tuple[Row, ...]:
        """Return a window, as the archive does."""
        self.asked.append((start, size))
        return self.rows[start : start + size]

    @property
    def hits(self) -> Hits:
        """What a query would have found."""
        return Hits(len(self.rows), groups(self.rows), self.window)


def under_bar(scene: Scene[Timeline]) -> list[str]:
    """Return the lines of the screen that carry the cursor's bar."""
    return [line[1:].strip() for line in scene.screen if line.startswith(BAR)]


def check(scene: Scene[Timeline]) -> None:
    """Assert that the cursor's row is on the screen, and whole where it fits at all."""
    panel, shown = scene.panel, under_bar(scene)
    whole = [
        "".join(text for text, _ in placed.content).strip()
        for placed in panel._block(panel.cursor, *laid_out(panel))
        if placed.row == panel.cursor
    ]
    assert shown and shown == whole[: len(shown)]
    assert len(shown) == len(whole) or len(whole) > panel.room - 2


def laid_out(panel: Timeline) -> tuple[int | None, bool]:
    """Return how many lines headlines have now, and whether the cursor's row is the first on the screen."""
    every = panel._lay(0, None)
    in_full = panel.length <= panel.room and len(every) <= panel.room
    return (None if in_full else 2 if panel.airy else 1), panel.top == panel.cursor


@pytest.mark.parametrize("number", [1, 2, 30, 100, 1000])
@pytest.mark.parametrize(
    ("size", "airy", "table"),
    [
        ((30, 14), False, False),
        ((36, 33), True, False),
        ((60, 50), True, False),
        ((24, 4), False, False),
        ((100, 20), False, True),
    ],
)
async def test_the_cursor_is_always_in_sight(
    number: int, size: tuple[int, int], airy: bool, table: bool
) -> None:
    """After any keys, at any size, the row under the cursor is on the screen and whole."""
    shelf, moves = Shelf(rows(number)), Random(number)
    async with staged(Timeline(id="timeline"), *size) as scene:
        panel = scene.panel
        panel.airy, panel.table = airy, table
        panel.fill(shelf.hits, 0)
        for _ in range(40):
            await panel.run_action(moves.choice(MOVES))
            check(scene)
            assert panel.current is shelf.rows[panel.cursor]
        panel.fill(Shelf(rows(3)).hits, panel.cursor)
        assert panel.cursor == min(panel.cursor, 2)
        check(scene)


async def test_only_windows_around_the_view_are_asked_for() -> None:
    """Of a hundred thousand texts only a few windows are read, each near what is shown, none twice."""
    few = rows(200)
    asked: list[tuple[int, int]] = []

    def window(start: int, size: int) -> tuple[Row, ...]:
        """Return a window of a long list."""
        asked.append((start, size))
        return tuple(few[n % 200] for n in range(start, min(start + size, 100_000)))

    async with staged(Timeline(id="timeline"), 36, 33) as scene:
        scene.panel.fill(Hits(100_000, (Group(2021, 100_000),), window), 0)
        await scene.press("j", "space", "space", "k", "b", "j")
        assert len(asked) <= 2
        await scene.press("G", "k", "b", "space")
        await scene.press("home")
        assert len(asked) <= 5
        assert all(size <= 100 for _, size in asked)
        assert all(start < 200 or start > 99_800 for start, _ in asked)
        assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["j"], 1),
        (["down", "down", "up"], 1),
        (["k"], 0),
        (["G"], 99),
        (["end"], 99),
        (["G", "home"], 0),
        (["G", "j"], 99),
    ],
)
async def test_keys_that_move(keys: list[str], expected: int) -> None:
    """One row and the ends."""
    async with staged(Timeline(id="timeline")) as scene:
        scene.panel.fill(Shelf(rows(100)).hits, 0)
        await scene.press(*keys)
        assert scene.panel.cursor == expected


async def test_a_page_there_and_back() -> None:
    """A page moves by what is on the screen, half a page by half of it."""
    async with staged(Timeline(id="timeline"), 60, 21) as scene:
        scene.panel.airy = False
        scene.panel.fill(Shelf(rows(300)).hits, 0)
        page = scene.panel.on_page()
        assert 5 <= page <= 10
        await scene.press("space")
        assert scene.panel.cursor == page
        await scene.press("b")
        assert scene.panel.cursor == 0
        await scene.press("ctrl+d")
        assert scene.panel.cursor == page // 2


async def test_the_end_of_the_list_fills_the_screen() -> None:
    """At the last text, and when fewer texts are left, no rows are hidden above an empty screen."""
    async with staged(Timeline(id="timeline"), 60, 21) as scene:
        panel = scene.panel
        panel.airy = False
        panel.fill(Shelf(rows(300)).hits, 0)
        await scene.press("G")
        assert sum(line.strip() == "" for line in scene.screen) <= 3
        panel.fill(Shelf(rows(12)).hits, 11)
        assert panel.cursor == 11 and sum(line.strip() == "" for line in scene.screen) <= 3


async def test_every_move_is_told_once() -> None:
    """The Desk hears of each text the cursor came to, by its id, and of nothing where it cannot move."""
    shelf = Shelf(rows(5))
    async with staged(Timeline(id="timeline")) as scene:
        scene.panel.fill(shelf.hits, 0)
        await scene.press("k", "j", "j", "G", "G")
        assert [moved.article for moved in scene.heard(Timeline.Moved)] == [
            shelf.rows[1].id,
            shelf.rows[2].id,
            shelf.rows[4].id,
        ]
        await scene.press("enter")
        assert len(scene.heard(Timeline.Opened)) == 1


async def test_no_texts() -> None:
    """Nothing found is said, and no key breaks it."""
    async with staged(Timeline(id="timeline")) as scene:
        scene.panel.fill(Hits(), 0)
        await scene.press("j", "k", "G", "home", "space", "b", "enter", "ctrl+d")
        assert "No texts" in scene.text and scene.panel.current is None
        assert scene.heard(Timeline.Opened) == []


async def test_refilling_keeps_the_row_it_is_given() -> None:
    """The Desk finds the text again and the list shows it, wherever it is now."""
    async with staged(Timeline(id="timeline")) as scene:
        scene.panel.fill(Shelf(rows(100)).hits, 0)
        await scene.press("G")
        scene.panel.fill(Shelf(rows(1000)).hits, 640)
        assert scene.panel.cursor == 640
        check(scene)


async def test_a_mark_changes_its_row_only() -> None:
    """A text marked as read loses its dot and stays where it is."""
    before, after = row(id="b"), row(id="b", read=True, starred=True)
    found = Shelf((row(id="a"), before))
    async with staged(Timeline(id="timeline")) as scene:
        scene.panel.fill(found.hits, 0)
        assert scene.text.count("●") == 2
        found.rows = (found.rows[0], after)
        scene.panel.reread()
        assert scene.text.count("●") == 1 and scene.text.count("★") == 1


async def test_years_head_their_texts() -> None:
    """Every year on the screen has its heading with its count, also where the first row is not its first."""
    async with staged(Timeline(id="timeline"), 60, 30) as scene:
        scene.panel.fill(Shelf(rows(300)).hits, 0)
        assert "2021" in scene.screen[1]
        await scene.press("G")
        assert "2020" in scene.screen[1] or "2021" in scene.screen[1]


async def test_foreign_text_is_shown_letter_by_letter() -> None:
    """Markup and escape sequences in a headline are neither style nor control, in the list and the table."""
    async with staged(Timeline(id="timeline"), 120, 20) as scene:
        scene.panel.fill(Shelf((row(MARKUP), row(ESCAPES), row("越共中央" * 40))).hits, 0)
        assert MARKUP in scene.text and "�[31mred" in scene.text
        scene.panel.table = True
        scene.panel.settle()
        assert "[red]x[/]" in scene.text


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (5, 3), (12, 1), (300, 90)])
async def test_any_size_can_be_painted(size: tuple[int, int]) -> None:
    """No size of the terminal breaks the list."""
    async with staged(Timeline(id="timeline"), 40, 20) as scene:
        scene.panel.fill(Shelf(rows(40)).hits, 20)
        await scene.resize(*size)
        await scene.press("j", "space", "G", "k")
        assert len(scene.screen) == size[1]
