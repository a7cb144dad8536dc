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
        await reading.press("slash", *"party:cqv")
        await reading.counted()
        assert "cqv" in reading.status
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


async def test_tab_completes_a_field_and_then_its_values_with_their_counts(desk: Desk) -> None:
    """`par` and Tab is `party:`, with how many texts name each party; Tab takes one after the other."""
    async with desk() as reading:
        await reading.press("slash", *"par", "tab")
        await reading.counted()
        assert reading.desk.prompt.value == "party:"
        assert reading.status == "CPV 2  CPP 1  "
        await reading.press("tab")
        assert reading.desk.prompt.value == "party:CPV"
        await reading.press("tab")
        assert reading.desk.prompt.value == "party:CPP"
        assert reading.desk.answer.tally.shown == 1
        await reading.press("shift+tab", "enter")
        assert str(reading.desk.query_in_force) == "party:cpv"


async def test_what_is_typed_narrows_the_candidates(desk: Desk) -> None:
    """The row of candidates follows the letters; another place in the filter ends it."""
    async with desk() as reading:
        await reading.press("slash", *"pers", "tab")
        await reading.counted()
        assert reading.desk.prompt.value == "person:"
        assert "Le Hoai Trung 1" in reading.status and "Hoang Binh Quan 1" in reading.status
        await reading.press(*"tr")
        assert reading.status == "Le Hoai Trung 1  "
        await reading.press("tab")
        assert reading.desk.prompt.value == 'person:"Le Hoai Trung"'
        await reading.press("space", *"han")
        await reading.counted()
        assert reading.status.startswith("Nothing matches 2 chips. Without han there is 1")


async def test_candidates_are_counted_under_the_rest_of_the_filter(desk: Desk) -> None:
    """Years, states and places show how many texts are left with what stands in the filter already."""
    async with desk() as reading:
        await reading.press("slash", *"party:cpp date:", "tab")
        await reading.counted()
        assert reading.desk.prompt.value == "party:cpp date:2021"
        assert "2021 1" in reading.status and "2016" not in reading.status
        await reading.press("escape", "slash", *"is:", "tab")
        await reading.counted()
        assert reading.desk.prompt.value == "is:unread"


async def test_a_name_without_its_field_is_completed_too(desk: Desk) -> None:
    """A word that begins no field becomes the person or place that is meant, with its field."""
    async with desk() as reading:
        await reading.press("slash", *"phn", "tab")
        await reading.counted()
        assert "Nothing begins with “phn”" in reading.status
        await reading.press("escape", "slash", *"camb", "tab")
        await reading.counted()
        assert reading.desk.prompt.value in ("place:Cambodia", "party:CPP")


async def test_a_half_typed_name_waits_for_a_suggestion(desk: Desk) -> None:
    """A name nobody knows is compared with the known ones after a pause, or at once on Enter."""
    async with desk() as reading:
        await reading.press("slash", *"person:trang")
        await reading.counted()
        assert reading.status == "! person:trang unknown. Did you mean trung (1)? Enter accepts"
        await reading.press("escape", "slash", *"person:trang", "enter", "enter")
        assert str(reading.desk.query_in_force) == "person:trung"


async def test_earlier_filters_come_back_on_the_arrows(desk: Desk) -> None:
    """Up goes back through the filters that were kept, also after a restart; down comes back to the draft."""
    async with desk() as reading:
        await reading.press("slash", *"party:cpv", "enter", "0", "slash", *"friendship", "enter", "0")
    async with desk() as reading:
        await reading.press("slash", *"dra", "up")
        assert reading.desk.prompt.value == "friendship"
        await reading.press("up")
        assert reading.desk.prompt.value == "party:cpv"
        await reading.press("up")
        assert "first filter" in reading.status
        await reading.press("down", "down")
        assert reading.desk.prompt.value == "dra"


async def test_a_list_by_party_stands_under_parties(desk: Desk) -> None:
    """`sort:party` puts each text under the party that it names first, and the cursor stays on its text."""
    async with desk() as reading:
        before = reading.desk.timeline.current
        await reading.press("slash", *"sort:party", "enter")
        assert ["CPV", "2"] in [row[:29].split() for row in reading.rows]
        assert reading.desk.timeline.current == before


async def test_keys_typed_ahead_of_the_candidates_count(desk: Desk) -> None:
    """Tab, Tab and Enter, pressed before anything was counted, keep the second candidate."""
    async with desk() as reading:
        await reading.pilot.press("slash", *"party:", "tab", "tab", "enter")
        await reading.counted()
        assert reading.desk.over is None
        assert str(reading.desk.query_in_force) == "party:cpp"
