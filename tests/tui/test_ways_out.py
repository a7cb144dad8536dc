"""WaysOut: nothing matches, and every way out with its count, never wider than the panel."""

from __future__ import annotations

import pytest

from tests.tui.samples import MARKUP
from tests.tui.stage import staged
from tui.panel import BAR
from tui.ways_out import WaysOut

WAYS = [(1, "2016", 1), (0, "CPP", 0), (2, "Lê Hoài Trung", 12_345)]


async def test_the_ways_out() -> None:
    """What is hidden by which chip, the best first, and the keys that always help."""
    async with staged(WaysOut(id="ways"), 49, 14) as scene:
        scene.panel.offer(WAYS, 20_000)
        assert scene.text.splitlines()[1:] == [
            "",
            "    Nothing matches 3 chips.",
            "",
            "    Leave one out, and there is:",
            "▌   without 2016             1 text",
            "    without CPP              0 texts",
            "    without Lê Hoài Trung    12,345 texts",
            "",
            "    Enter leaves out the marked chip",
            "    Backspace drops the last, 0 clears all",
            "",
            "",
        ]


async def test_a_sentence_on_why_stands_above_the_ways() -> None:
    """What is known of the days comes first, in as many lines as it needs; every way stays in reach."""
    why = "Nothing since 21 May 2026. The newest text is 18 May 2021. d 1 shows 2021"
    async with staged(WaysOut(id="ways"), 49, 10) as scene:
        scene.panel.offer(WAYS, 20_000, why)
        assert " ".join(" ".join(scene.text.splitlines()[1:7]).split()) == (
            f"Nothing matches 3 chips. {why} Leave one out, and there is:"
        )
        await scene.press("j", "j")
        assert f"{BAR}   without Lê Hoài Trung" in scene.text


async def test_enter_leaves_out_the_marked_chip() -> None:
    """The Desk is told the number of the chip, not of the row."""
    async with staged(WaysOut(id="ways")) as scene:
        scene.panel.offer(WAYS, 2)
        await scene.press("enter", "j", "enter", "G", "j", "enter")
        assert [m.chip for m in scene.heard(WaysOut.LeftOut)] == [1, 0, 2]


@pytest.mark.parametrize("columns", [38, 49])
async def test_counts_are_never_pushed_out(columns: int) -> None:
    """A long chip is cut; how many texts there would be is always there."""
    async with staged(WaysOut(id="ways"), columns, 14) as scene:
        scene.panel.offer(
            [(0, "independence, autonomy, peace, cooperation", 7), (1, "越共中央" * 9, 12_345)], 9
        )
        assert "7 texts" in scene.text and "12,345 texts" in scene.text and "without ind" in scene.text


async def test_a_query_without_chips() -> None:
    """One chip, or a group that is no chip, is called the filter."""
    async with staged(WaysOut(id="ways")) as scene:
        scene.panel.offer(WAYS[:1], 2)
        assert "Nothing matches the filter." in scene.text
        scene.panel.offer([], 2)
        await scene.press("enter", "j", "G")
        assert BAR not in scene.text and scene.heard(WaysOut.LeftOut) == []


@pytest.mark.parametrize("columns", [40, 49, 80])
async def test_an_empty_archive_says_what_to_do(columns: int) -> None:
    """Without any text the command that brings some is told in full."""
    async with staged(WaysOut(id="ways"), columns, 14) as scene:
        scene.panel.offer([], 0)
        said = " ".join(scene.text.split())
        assert "No articles yet. newsdesk import DIR reads a folder of wire texts." in said


async def test_markup_in_a_chip_is_letters() -> None:
    """What was typed is shown letter by letter."""
    async with staged(WaysOut(id="ways"), 120) as scene:
        scene.panel.offer([(0, MARKUP, 1)], 2)
        assert MARKUP in scene.text


async def test_the_cursor_stays_in_sight_among_many_ways() -> None:
    """With more chips than rows the list scrolls, so that the way under the cursor is always shown."""
    async with staged(WaysOut(id="ways"), 50, 12) as scene:
        scene.panel.offer([(n, f"chip{n:02}", 0) for n in range(30)], 3)
        for n in range(1, 30):
            await scene.press("j")
            assert any(
                row.startswith(BAR) and f"without chip{n:02}" in row for row in scene.text.splitlines()
            )
