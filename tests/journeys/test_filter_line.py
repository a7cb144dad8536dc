"""The filter line: a query typed live, its mistakes, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


async def test_the_list_follows_while_the_filter_is_typed(desk: Desk) -> None:
    """Each letter narrows the list; Enter keeps the filter as a chip."""
    async with desk() as reading:
        await reading.press("slash", *"sokhon")
        assert "1 of 2" in reading.status
        await reading.press("enter")
        assert reading.desk.over is None
        assert " sokhon " in reading.rows[0]
        assert "1 of 2" in reading.rows[0]


async def test_escape_brings_the_old_filter_back(desk: Desk) -> None:
    """Esc in the filter line restores what was in force before it."""
    async with desk(query="party:cpp") as reading:
        await reading.press("slash", *"date:2021", "escape")
        assert str(reading.desk.query_in_force) == "party:cpp"


async def test_a_mistake_is_pointed_at_and_the_old_filter_stays(desk: Desk) -> None:
    """An unknown party is named with a suggestion, the last valid filter stays, and Enter accepts."""
    async with desk() as reading:
        await reading.press("slash", *"party:cvp")
        assert "cvp" in reading.status
        assert "Did you mean" in reading.status
        assert reading.desk.answer.tally.shown > 0
        await reading.press("enter")
        assert reading.desk.prompt.value == "party:cpv"
        await reading.press("enter")
        assert str(reading.desk.query_in_force) == "party:cpv"


async def test_a_range_that_runs_backwards_is_named(desk: Desk) -> None:
    """A date range typed backwards is refused with the right order."""
    async with desk() as reading:
        await reading.press("slash", *"date:2021..2016")
        assert "backwards" in reading.status
        assert "2016..2021" in reading.status


async def test_markup_typed_into_the_filter_is_only_text(desk: Desk) -> None:
    """Square brackets in the filter line are letters to look for, not markup."""
    async with desk() as reading:
        await reading.press("slash", *"[red]x[/]", "enter")
        assert "Nothing matches" in reading.text
        assert "[red]x[/]" in reading.text
