"""The first minute: what a newcomer sees, and what two keys do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_text_is_open_before_any_key(desk: Desk, size: tuple[int, int]) -> None:
    """Story 1: a newcomer sees both texts, the newest open, and three hints, without pressing a key."""
    async with desk(*size) as reading:
        assert "2 of 2 · 2 unread" in reading.rows[0]
        assert "CPV × CPP" in reading.text
        assert "outcomes of 13th National Party Congress" in reading.text
        assert "Hanoi · Tue 18 May 2021~ likely · VNA" in reading.text
        assert reading.status == "p c shows one party  ·  i shows why the year is 2021  ·  ? finds any key"


@pytest.mark.parametrize("size", SIZES)
async def test_a_party_is_filtered_in_two_keys(desk: Desk, size: tuple[int, int]) -> None:
    """Story 2: `p p` shows only the CPP's text, after its count was seen; again takes it back."""
    async with desk(*size) as reading:
        await reading.press("p")
        assert any("c  CPV  " in row and " 2 " in row for row in reading.rows)
        assert any("p  CPP  " in row and " 1 " in row for row in reading.rows)
        await reading.press("p")
        assert "1 of 2" in reading.rows[0]
        assert " CPP " in reading.rows[0]
        assert str(reading.desk.query_in_force) == "party:cpp"
        await reading.press("p", "p")
        assert "2 of 2" in reading.rows[0]


async def test_a_capital_leaves_a_party_out(desk: Desk) -> None:
    """`p P` leaves the CPP's text out and says so in the chip."""
    async with desk() as reading:
        await reading.press("p", "P")
        assert "not CPP" in reading.rows[0]
        assert "1 of 2" in reading.rows[0]
        assert "26 Feb~" in reading.text


async def test_a_second_party_narrows_and_a_comma_widens(desk: Desk) -> None:
    """`p c p p` asks for texts with both parties, `p , letter` for either."""
    async with desk() as reading:
        await reading.press("p", "c", "p", "p")
        assert str(reading.desk.query_in_force) == "party:cpv party:cpp"
        await reading.press("0", "p", "c", "p", "comma", "p")
        assert str(reading.desk.query_in_force) == "party:cpv,cpp"
        assert "2 of 2" in reading.rows[0]


@pytest.mark.parametrize("size", SIZES)
async def test_a_year_is_filtered_in_two_keys(desk: Desk, size: tuple[int, int]) -> None:
    """Story 3: `d 2` shows the second newest year, `d x` every year again."""
    async with desk(*size) as reading:
        await reading.press("d")
        assert any("1  2021" in row for row in reading.rows)
        await reading.press("2")
        assert " 2016 " in reading.rows[0]
        assert "1 of 2" in reading.rows[0]
        assert "Party to continue" in reading.text
        await reading.press("d", "x")
        assert "2 of 2" in reading.rows[0]


@pytest.mark.parametrize("size", SIZES)
async def test_the_evidence_of_the_year_is_one_key_away(desk: Desk, size: tuple[int, int]) -> None:
    """Story 6: `i` quotes day and year with their paragraphs, and says why other years were not chosen."""
    async with desk(*size) as reading:
        await reading.press("i")
        assert "¶1  “May 18”" in reading.text
        assert "→ 18 May" in reading.text
        assert "¶1  “outcomes of" in reading.text
        assert "→ held 25 January" in reading.text
        await reading.press("G")
        assert "2045 is a goal" in reading.text
        await reading.press("q")
        assert "2045 is a goal" not in reading.text


async def test_a_hint_goes_for_ever_once_its_key_was_used(desk: Desk) -> None:
    """Each of the three hints stands until its own key is pressed, also at the next start."""
    async with desk() as reading:
        await reading.press("i", "q")
        assert reading.status == "p c shows one party  ·  ? finds any key"
        await reading.press("question_mark", "escape", "p", "q")
        assert reading.status.startswith("Tue 18 May 2021~ likely  year from “outcomes of the CPV’s 13th")
    async with desk() as again:
        assert again.status.startswith("Tue 18 May 2021~")


async def test_nothing_matches_shows_the_ways_out(desk: Desk) -> None:
    """A filter that finds nothing names every chip that could go, with its count; Enter takes the best."""
    async with desk() as reading:
        await reading.press("d", "2", "p", "p")
        assert "Nothing matches 2 chips." in reading.text
        assert any("without 2016" in row and "1 text" in row for row in reading.rows)
        await reading.press("enter")
        assert "1 of 2" in reading.rows[0]
        assert str(reading.desk.query_in_force) == "party:cpp"
        assert reading.desk.panel == "timeline"


async def test_backspace_drops_the_last_chip_and_0_all(desk: Desk) -> None:
    """Backspace takes the last part of the filter away, 0 the whole of it."""
    async with desk(query="party:cpv date:2021 congress") as reading:
        await reading.press("backspace")
        assert str(reading.desk.query_in_force) == "party:cpv date:2021"
        await reading.press("0")
        assert "All texts" in reading.rows[0]
