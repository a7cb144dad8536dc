"""Brushing: time as a filter, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading
from tests.journeys.test_sizes import EVERY

Desk = Callable[..., Reading]


async def test_story_5_brush_a_period(desk: Desk) -> None:
    """`4 v l l Enter` brushes a period that list, counts and sidebar follow; `,` slides it; Esc restores."""
    async with desk() as reading:
        before = reading.text
        await reading.press("4", "v", "l", "l")
        assert reading.status.startswith("Feb–Apr 2016 · 1 of 2 texts, 1 inferred~")
        assert "2 of 2" in reading.rows[0] and "Vietnam informs" in reading.text
        await reading.press("enter")
        assert str(reading.desk.query_in_force) == "date:2016-02..2016-04"
        assert "Feb–Apr 2016" in reading.rows[0] and "1 of 2" in reading.rows[0]
        assert "Party to" in reading.text and "Vietnam informs" not in reading.text
        assert "Hoang Binh" in reading.text and "Le Hoai Trung" not in reading.text
        assert "┣━┫" in reading.rows[2]
        await reading.press("comma")
        assert str(reading.desk.query_in_force) == "date:2015-11..2016-01"
        assert "Nothing matches" in reading.text
        await reading.press("escape")
        assert str(reading.desk.query_in_force) == ""
        assert reading.desk.timeline.cursor == 0
        await reading.press("escape")
        assert reading.desk.panel == "timeline"
        assert reading.text == before


async def test_the_list_waits_for_enter(desk: Desk) -> None:
    """While the brush stretches nothing is asked; Esc lets it go, and q leaves what is in force."""
    async with desk() as reading:
        answer = reading.desk.answer
        await reading.press("4", "v", *"llll")
        assert reading.desk.answer is answer
        await reading.press("escape")
        assert "┣" not in reading.text and reading.desk.panel == "when"
        await reading.press("q")
        assert reading.desk.panel == "timeline" and reading.desk.answer is answer


async def test_what_was_brushed_can_be_read_at_once(desk: Desk) -> None:
    """A second Enter goes to the texts, and Esc does not undo the filter from there."""
    async with desk() as reading:
        await reading.press("4", "G", "enter")
        assert "Esc restores the filter" in reading.status
        await reading.press("enter")
        assert reading.desk.panel == "timeline"
        await reading.press("escape")
        assert str(reading.desk.query_in_force) == "date:2021-05"


async def test_sliding_from_any_panel(desk: Desk) -> None:
    """`,` and `.` walk through time from the list, the article and an empty page, and the panel stays."""
    async with desk(query="date:2021") as reading:
        for panel in ("1", "2", "3"):
            await reading.press(panel, *["comma"] * 5)
            assert str(reading.desk.query_in_force) == "date:2016"
            assert "1 of 2" in reading.rows[0]
            await reading.press(*["full_stop"] * 5)
            assert str(reading.desk.query_in_force) == "date:2021"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "No date filter, so nothing slides"),
        ("party:cpv -date:2016", "No date filter, so nothing slides"),
        ("since:2016", "since: is open at one end, so nothing slides"),
        ("date:2016..", "date:2016.. is open at one end, so it has no width to slide by"),
        ("date:2016,2021", "2016, 2021 are several periods, which do not slide as one"),
        ("date:none", "date:none names no days, so there is nothing to slide"),
        ("date:9999", "The calendar has nothing after date:9999"),
    ],
)
async def test_what_cannot_slide_says_why(desk: Desk, query: str, told: str) -> None:
    """Where there is nothing to slide the status line says why, and the filter stays."""
    async with desk(query=query) as reading:
        asked = reading.desk.query_in_force
        await reading.press("full_stop")
        assert told in reading.status
        assert reading.desk.query_in_force == asked


async def test_sliding_stops_where_no_text_is_left(desk: Desk) -> None:
    """One window beyond the texts can be seen to be empty; further away the key says so."""
    async with desk(query="date:2016-02") as reading:
        await reading.press("comma", "comma", "comma")
        assert str(reading.desk.query_in_force) == "date:2016-01"
        assert reading.status == "No text is earlier · . slides back to them"
        await reading.press("full_stop")
        assert "1 of 2" in reading.rows[0]


async def test_counting_ahead_changes_nothing_that_is_seen(
    desk: Desk, keep_many: Callable[[int], None]
) -> None:
    """Days counted in a thread, as of many texts, make the bars that days counted at the key make."""
    keep_many(90)
    seen = []
    for many in (10**9, 0):
        async with desk(120, 40) as reading:
            reading.desk.many = many
            await reading.press("4")
            await reading.pilot.app.workers.wait_for_complete()
            await reading.press("plus", "plus", "plus", "v", "l")
            seen.append(reading.text)
    assert "days" in seen[0] and seen[0] == seen[1]


async def test_the_brush_slides_before_it_is_applied(desk: Desk) -> None:
    """With an anchor `.` moves the brush and not the filter."""
    async with desk() as reading:
        await reading.press("4", "v", "l", "full_stop")
        assert reading.status.startswith("Apr–May 2016 · 0 of 2 texts")
        assert str(reading.desk.query_in_force) == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_head_says_who_has_the_keyboard(desk: Desk, size: tuple[int, int]) -> None:
    """With the keyboard in When no other head is heavy, and the brush is the one heavy rule."""
    async with desk(*size) as reading:
        await reading.press("4")
        assert "━" not in reading.text
        await reading.press("v", "space")
        assert sum("━" in row for row in reading.rows) == 1
        await reading.press("1")
        assert sum("━" in row for row in reading.rows) == 1


async def test_a_low_page_shows_the_bars_while_they_are_wanted(desk: Desk) -> None:
    """Below 20 rows When stands on the page only as long as it has the keyboard; below 12 it says so."""
    async with desk(80, 16) as reading:
        assert "When" not in reading.text
        await reading.press("4", "v", "l", "enter")
        assert "4 When" in reading.text and "1 of 2" in reading.rows[0]
        await reading.press("1")
        assert "4 When" not in reading.text
        await reading.resize(80, 11)
        await reading.press("4")
        assert reading.desk.panel == "timeline"
        assert "When needs a terminal of 12 rows" in reading.status


@pytest.mark.parametrize("size", EVERY)
async def test_any_size_can_be_brushed(desk: Desk, size: tuple[int, int]) -> None:
    """At every size with room for the bars a period is brushed, slid and taken back, and the rows fit."""
    async with desk(*size) as reading:
        await reading.press("4")
        if reading.desk.panel == "when":
            await reading.press(*"vl", "enter", "full_stop", "comma", "plus", "G", "minus", "1", "4", "q")
        assert all(len(row) <= size[0] for row in reading.rows)
        assert reading.desk.panel == "timeline" and reading.desk.timeline.has_focus


async def test_one_panel_at_a_time_stays_under_the_bars(desk: Desk) -> None:
    """On a narrow or zoomed page the panel that had the keyboard stays in sight while When has it."""
    async with desk(60, 24) as reading:
        await reading.press("2", "4")
        assert "Vietnam informs" in reading.text and "4 When" in reading.text
        await reading.press("escape")
        assert reading.desk.panel == "timeline"


async def test_tab_goes_round_from_the_bars(desk: Desk) -> None:
    """From When Tab goes to the first panel below, Shift+Tab to the last."""
    async with desk() as reading:
        await reading.press("4", "tab")
        assert reading.desk.panel == "timeline"
        await reading.press("4", "shift+tab")
        assert reading.desk.panel == "entities"


async def test_help_keeps_the_brush(desk: Desk) -> None:
    """Help lies over When and leaves the brush where it was."""
    async with desk() as reading:
        await reading.press("4", "v", "l", "l", "question_mark", "escape")
        assert reading.desk.panel == "when"
        assert reading.status.startswith("Feb–Apr 2016")


async def test_a_click_on_a_bar_begins_to_brush(desk: Desk) -> None:
    """A click on a bar gives When the keyboard, and Esc after Enter restores as after the key 4."""
    async with desk() as reading:
        await reading.pilot.click("#when", offset=(12 + 63, 0))
        await reading.settle()
        assert reading.desk.panel == "when"
        await reading.press("enter")
        assert str(reading.desk.query_in_force) == "date:2021-05"
        await reading.press("escape")
        assert str(reading.desk.query_in_force) == ""


async def test_nothing_found_leaves_by_q(desk: Desk) -> None:
    """Where nothing matches q goes from When to the ways out, and does not end newsdesk."""
    async with desk(query="date:2018") as reading:
        await reading.press("4", "q")
        assert reading.desk.panel == "ways"
        assert reading.app.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (30, 5)])
@pytest.mark.parametrize("keys", [(), ("v",), ("v", "l"), ("l", "enter")])
async def test_no_date_is_left_to_brush(desk: Desk, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """A filter that leaves no text with a date takes the brush away, and without it there is one again."""
    async with desk(120, 40) as reading:
        await reading.press("4")
        await reading.resize(*size)
        await reading.press(*keys, "S")
        assert reading.desk.panel == "when" and reading.desk.when.brush is None
        assert reading.status.startswith("No text here has a date")
        await reading.press("l", "v", "plus", "S")
        assert reading.desk.when.brush is not None
