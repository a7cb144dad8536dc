"""Layers in odd orders: what lies under one stays as it is, and closing it leaves the desk as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]
Keep = Callable[[str, str], None]

MARCH = (
    "Parties talk\n\n"
    "Hanoi (VNA) – The Communist Party of Vietnam and the Cambodian People’s Party (CPP) held talks on "
    "March 3, 2022.\n"
)

MANUAL = ("question_mark", *"hand", "backspace", "backspace", "backspace", "backspace", "end", "enter")


def state(reading: Reading) -> tuple[object, ...]:
    """Return everything that keys can change on the page."""
    desk = reading.desk
    row = desk.timeline.current
    return (
        str(desk.query_in_force),
        row,
        desk.zoomed,
        desk.viewer.raw,
        desk.reason,
        desk.viewer.marks,
    )


@pytest.mark.parametrize("opened", [("question_mark",), MANUAL, ("p",), ("d",)])
async def test_nothing_changes_under_a_layer(desk: Desk, opened: tuple[str, ...]) -> None:
    """Under help, the manual and a picker no key clears the filter, marks, zooms or turns the page."""
    async with desk(query="party:cpv") as reading:
        before = state(reading)
        await reading.press(*opened)
        layer = reading.desk.over
        await reading.press(*(("J", "K", "s", "m", "z", "R", "n", "i") if layer == "manual" else ()))
        await reading.press("backspace", "0" if layer == "manual" else "backspace")
        assert reading.desk.over == layer
        assert state(reading) == before


async def test_the_manual_scrolls_with_the_keys_of_every_panel(desk: Desk) -> None:
    """j, k, space, b, ctrl+d, G and gg move a page of the manual, and q goes back to the keys."""
    async with desk() as reading:
        await reading.press(*MANUAL)
        manual = reading.desk.query_one("#manual")
        seen = [manual.scroll_y]
        for key in ("j", "space", "ctrl+d", "G"):
            await reading.press(key)
            seen.append(manual.scroll_y)
        assert seen == sorted(set(seen))
        await reading.press("b", "k")
        assert manual.scroll_y < seen[-1]
        await reading.press("g", "g")
        assert manual.scroll_y == 0
        await reading.press("q")
        assert reading.desk.over == "help"


@pytest.mark.parametrize("keys", [("question_mark", "tab"), ("d", "x"), ("p", "tab"), (*MANUAL, "1")])
async def test_the_status_tells_of_the_text_again(desk: Desk, keys: tuple[str, ...]) -> None:
    """However a layer is left, its sentence goes with it."""
    async with desk() as reading:
        before = reading.status
        await reading.press(*keys)
        assert reading.desk.over is None
        left = [hint for hint in before.split("  ·  ") if hint in reading.status]
        assert left


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_a_picker_over_the_evidence_leaves_the_page_whole(desk: Desk, size: tuple[int, int]) -> None:
    """With Evidence open a picker takes the Timeline's place, and q brings the Evidence back."""
    async with desk(*size) as reading:
        await reading.press("i")
        before = reading.text
        await reading.press("p")
        shown = [one for one in reading.desk.columns.children if one.display]
        assert reading.desk.picker in shown and reading.desk.timeline not in shown
        assert reading.desk.picker.size.width > 20
        assert (reading.desk.viewer in shown) == (size[0] >= 70)
        await reading.press("q")
        assert reading.text == before


@pytest.mark.parametrize("keys", [("question_mark",), MANUAL])
@pytest.mark.parametrize(("size", "zoom"), [((60, 20), ()), ((45, 10), ()), ((80, 24), ("z",))])
async def test_help_has_the_whole_page(
    desk: Desk, size: tuple[int, int], zoom: tuple[str, ...], keys: tuple[str, ...]
) -> None:
    """Also where one panel stands alone, help and the manual take its place."""
    async with desk(*size) as reading:
        await reading.press(*zoom, *keys)
        assert [one.id for one in reading.desk.columns.children if one.display] == [reading.desk.over]
        assert sum("━" in row for row in reading.rows) == 1
        await reading.press(*("escape", "escape")[: 2 if keys is MANUAL else 1])
        assert reading.desk.timeline.size.width == size[0]


async def test_a_picker_closes_by_the_key_that_opened_it(desk: Desk) -> None:
    """d d is no choice of a year, and nothing is left of it."""
    async with desk() as reading:
        before = reading.text
        await reading.press("d", "d")
        assert reading.desk.over is None and reading.text == before


async def test_a_picker_keeps_its_value_in_sight(desk: Desk, keep: Keep) -> None:
    """When the terminal gets lower under an open picker, the value under the cursor stays on the screen."""
    for year in range(1990, 2016):
        keep(f"{year}.txt", MARCH.replace("2022", str(year)))
    async with desk(80, 40) as reading:
        await reading.press("d", "end")
        await reading.resize(80, 24)
        assert any(row.startswith("▌") and "every date" in row for row in reading.rows)
        assert sum("─ 3 Entities" in row for row in reading.rows) == 1


async def test_heads_name_the_other_panels_as_long_as_they_are_hidden(desk: Desk) -> None:
    """Where one panel stands alone its head names the others, before, during and after a zoom."""
    async with desk(60, 20) as reading:
        for keys in ((), ("z",), ("2",), ("z",), ("3",)):
            await reading.press(*keys)
            (head,) = [row for row in reading.rows if row.startswith("━")]
            assert all(name in head for name in ("Timeline", "Article", "Entities")), keys


async def test_a_tiny_screen_shows_one_panel_whole(desk: Desk) -> None:
    """Below twelve rows the cursor's text is on the screen and the key row says why there is no more."""
    async with desk(80, 13) as reading:
        await reading.resize(80, 11)
        assert sum(row.startswith("▌") for row in reading.rows) >= 2
        assert "Wider than 50x12" in reading.rows[-1]
        await reading.resize(80, 13)
        assert "Wider than 50x12" not in reading.rows[-1]


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_there_is_no_evidence_of_nothing(desk: Desk, size: tuple[int, int]) -> None:
    """Where nothing matches i says so, and whatever follows the keyboard is never lost."""
    async with desk(*size, query="date:2016 party:cpp") as reading:
        await reading.press("i")
        assert "No text is open" in reading.status
        await reading.press("0", "shift+tab", "i", "i")
        assert reading.app.focused is not None
        await reading.press("1", "j")
        assert reading.desk.timeline.cursor == 1


async def test_a_mistake_is_not_dropped_in_silence(desk: Desk) -> None:
    """Enter on a filter that is not understood leaves it there with its reason; mended, it is kept."""
    async with desk() as reading:
        await reading.press("slash", *"date:201", "enter")
        assert reading.desk.over == "prompt"
        assert reading.status.startswith("!")
        await reading.press("6", "enter")
        assert reading.desk.over is None
        assert str(reading.desk.query_in_force) == "date:2016"


async def test_ctrl_c_tells_how_to_quit(desk: Desk) -> None:
    """ctrl+c puts nothing over the page; the status line names the key."""
    async with desk() as reading:
        before = reading.rows[:-2]
        await reading.press("ctrl+c")
        assert reading.status == "Q quits at once"
        assert reading.rows[:-2] == before


async def test_a_contact_is_shown_in_the_cleaned_text(desk: Desk) -> None:
    """Enter on a contact goes to its numbered paragraph, also while the text stands as received."""
    async with desk(120, 40) as reading:
        await reading.press("R", "3", "j", "j", "enter")
        assert not reading.desk.viewer.raw
        assert reading.desk.viewer.has_focus and reading.desk.viewer.paragraph == 0


async def test_a_click_beside_a_picker_closes_it(desk: Desk) -> None:
    """With the mouse another panel can be clicked; the keyboard goes there and the picker away."""
    async with desk(120, 40) as reading:
        await reading.press("p")
        await reading.pilot.click("#article", offset=(10, 10))
        await reading.settle()
        assert reading.desk.over is None and reading.desk.viewer.has_focus
        assert not reading.desk.picker.display
        await reading.press("p", "c")
        assert str(reading.desk.query_in_force) == "party:cpv"


async def test_a_line_over_a_form_is_left_with_it(desk: Desk) -> None:
    """Where another panel gets the keyboard from the line over a form, the form goes as well."""
    async with desk(120, 40) as reading:
        await reading.press("C", "d", "shift+tab")
        assert reading.desk.over is None
        assert "C Correct" not in reading.text and "1 Timeline" in reading.text
