"""FilterBar: the whole truth about what is hidden, on one row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.archive.hits import Tally
from tests.tui.samples import foreign, plain, tally
from tests.tui.stage import staged
from tui.filter_bar import FilterBar
from tui.lines import cells

Chip = tuple[str, str, bool]

FEW = tally(2, 2, unread=2)
MANY = tally(100_000, 310_000, unread=99_999, starred=12)


async def bar(chips: list[Chip], found: Tally, columns: int = 80, *, mono: bool = False) -> str:
    """Return what the filter bar shows, blanks at the right left out."""
    async with staged(FilterBar(id="filter"), columns, 1) as scene:
        scene.panel.plain = mono
        scene.panel.tell(chips, found)
        return scene.text


@pytest.mark.parametrize(
    ("chips", "found", "expected"),
    [
        ([], FEW, " newsdesk  All texts   p party  d date  e entity  / filter  2 of 2 · 2 unread"),
        (
            [("", "CPV", False)],
            FEW,
            " newsdesk   CPV                                            2 of 2 · 2 unread",
        ),
        (
            [("", "CPV", True), ("person", "Trung", False)],
            tally(1, 2, starred=1),
            " newsdesk   not CPV   person Trung                              1 of 2 · 1 ★",
        ),
        ([], MANY, " newsdesk  All texts   p party  100,000 of 310,000 · 99,999 unread · 12 ★"),
    ],
)
async def test_name_chips_and_counts(chips: list[Chip], found: Tally, expected: str) -> None:
    """Without a chip the filter keys stand there; with chips they do not; counts stand at the right."""
    assert (await bar(chips, found)).split() == expected.split()


async def test_chips_that_find_no_room_are_counted() -> None:
    """What does not fit is `+2`, never dropped silently."""
    chips = [
        ("", "CPV", False),
        ("person", "Le Hoai Trung", False),
        ("place", "Hanoi", False),
        ("", "2021", False),
    ]
    assert " CPV   person Le Hoai Trung   +2 " in await bar(chips, FEW, 70)


async def test_a_long_chip_is_cut_not_hidden() -> None:
    """A filter longer than the row still says how it begins."""
    shown = await bar([("", "independence, autonomy, peace, cooperation and development", False)], FEW, 60)
    assert "independence, autonomy…" in shown and "2 of 2" in shown


async def test_without_colour_chips_stand_in_brackets() -> None:
    """Where there is no colour, brackets tell chips from words."""
    assert "[not CPV]" in await bar([("", "CPV", True)], FEW, mono=True)


async def test_markup_in_a_chip_is_letters() -> None:
    """What a person typed is shown letter by letter."""
    assert "[red]x[/]" in await bar([("", "[red]x[/]\x1b[31m", False)], FEW)


@settings(max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(["", "person"]), foreign, st.booleans()), min_size=1, max_size=6),
    st.integers(10, 70),
)
def test_chips_fit_and_all_are_told(chips: list[Chip], room: int) -> None:
    """However many chips in whatever script: they fit, and those left out are counted."""
    shown = FilterBar(id="filter")
    shown.chips = chips
    line = shown._chips(room)
    assert cells(line) <= room + 1  # the blank after the last chip may fall away
    left_out = [
        int(text[1:]) for text, ink in line if ink == "chip" and text[:1] == "+" and text[1:].isdecimal()
    ]
    whole = sum(text == " " and ink == "text" for text, ink in line)
    assert whole == len(chips) or left_out[-1] == len(chips) - whole, plain(line)
