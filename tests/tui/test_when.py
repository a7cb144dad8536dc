"""When: the band over the columns, from one text to a hundred thousand, at any width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from store.archive.hits import Bin, Tally
from store.days import Interval, interval
from store.units import UNITS, Unit, bounds, ordinal
from tests.tui.stage import Scene, staged
from tui.when import When

SEEDS = (date(2016, 2, 26), date(2021, 5, 18))
MANY = tuple(date(year, month, 5) for year in range(2016, 2021) for month in range(1, 13))
BLOCKS = "▁▂▃▄▅▆▇█"


def asking(*days: date, texts: int = 1) -> Callable[[Unit], tuple[Bin, ...]]:
    """Return what gives the bins of some days, as the archive does."""

    def ask(unit: Unit) -> tuple[Bin, ...]:
        """Return the bins of a unit, each by its first day."""
        starts = {bounds(ordinal(day, unit), unit)[0] for day in days}
        return tuple(Bin(start, 0, texts) for start in sorted(starts))

    return ask


def found(*days: date, texts: int = 1) -> Tally:
    """Return the counts of texts on some days, all of them inferred."""
    number = texts * len(days)
    return Tally(number, number, 0, 0, number, 3, min(days, default=None), max(days, default=None))


def show(
    scene: Scene[When], *days: date, texts: int = 1, windows: Sequence[Interval] | None = None
) -> list[str]:
    """Show texts on some days; return the rows, blanks at the right left out."""
    scene.panel.span(found(*days, texts=texts), asking(*days, texts=texts), windows)
    return [row.rstrip() for row in scene.screen]


def inks(scene: Scene[When], y: int) -> dict[str, str]:
    """Return the ink of each cell of the bars of a row, by its number, blanks left out."""
    runs = scene.panel.line_at(y)
    every = [(char, ink) for text, ink in runs for char in text][12:]
    return {str(at): ink for at, (char, ink) in enumerate(every) if char in BLOCKS}


async def test_the_two_seeds_in_three_rows() -> None:
    """Name, unit and scale at the left, two ticks, years at their January, counts at the right."""
    async with staged(When(id="when"), 120, 3) as scene:
        top, middle, axis = show(scene, *SEEDS)
        assert top.split() == ["4", "When", "2", "texts", "Feb", "2016", "–", "May", "2021"]
        assert middle.split()[0] == "months" and middle.endswith("2 dates inferred~")
        assert axis.startswith("   max 1") and axis.endswith("3 without a date")
        assert [axis.index(str(year)) - axis.index("2017") for year in range(2018, 2022)] == [12, 24, 36, 48]


@pytest.mark.parametrize("columns", range(50, 201, 12))
@pytest.mark.parametrize("height", [2, 3, 4])
async def test_the_band_fits(columns: int, height: int) -> None:
    """At every width the rows fit, no number at the right is cut, and the bars are there."""
    async with staged(When(id="when"), columns, height) as scene:
        rows = show(scene, *SEEDS, texts=50_000)
        assert all(row == "" or "…" not in row for row in rows)
        assert "When" in rows[0] and ("█" in rows[0])
        for row in rows:
            tail = row.split("   ")[-1].strip()
            assert "texts" not in tail or tail.startswith("100,000 texts")
            assert "Feb" not in tail or tail.endswith("May 2021")
            assert "inferred" not in tail or tail.endswith("~")


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize(("texts", "most"), [(1, "max 1"), (100_000, "max 100k")])
async def test_one_text_is_a_tick_and_many_a_tower(columns: int, texts: int, most: str) -> None:
    """A lone text never fills the band; a hundred thousand do."""
    async with staged(When(id="when"), columns, 3) as scene:
        top, middle, axis = show(scene, *SEEDS, texts=texts)
        assert most in axis
        assert ("█" in top) == (texts > 1) and any(block in middle for block in "▁▂▃▄▅▆▇█")


async def test_from_160_columns_a_bar_has_two_cells() -> None:
    """Wide terminals have bars of two cells."""
    async with staged(When(id="when"), 160, 2) as scene:
        assert "▄▄" in show(scene, SEEDS[0])[0]


async def test_without_dates() -> None:
    """Texts without any date have no bars, and the band says so."""
    async with staged(When(id="when"), 80, 2) as scene:
        assert show(scene) == [" 4 When", "   no dates"]


async def test_without_colour_inferred_is_hatched() -> None:
    """Inferred dates are told from exact ones without colour."""
    async with staged(When(id="when"), 80, 2) as scene:
        scene.panel.plain = True
        assert "▒" in show(scene, *SEEDS)[0]


@pytest.mark.parametrize("size", [(1, 1), (10, 2), (17, 3), (20, 1), (300, 9)])
async def test_any_size_can_be_painted(size: tuple[int, int]) -> None:
    """No size of the terminal breaks the band."""
    async with staged(When(id="when"), 80, 3) as scene:
        show(scene, *SEEDS)
        await scene.resize(*size)
        assert len(scene.screen) == size[1]


async def test_the_cursor_begins_at_the_first_bar() -> None:
    """The bar under the cursor is in accent, with a sign on the axis and its name and count at the right."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *SEEDS)
        scene.panel.begin()
        top, middle, axis = (row.rstrip() for row in scene.screen)
        assert top.endswith("Feb 2016") and middle.endswith("1 of 2 texts, 1 inferred~")
        assert axis[12] == "┻" and "┣" not in axis
        assert inks(scene, 1) == {"0": "accent2", "63": "barinf"}


async def test_from_an_anchor_the_brush_stretches() -> None:
    """v drops the anchor, h and l stretch, both ends are named, and nothing is asked before Enter."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.press("l", "l", "v", "l", "l", "l", "h")
        top, middle, axis = (row.rstrip() for row in scene.screen)
        assert top.endswith("Mar–May 2016") and middle.endswith("3 of 60 texts, 3 inferred~")
        assert axis[12:20] == "──┣━┫───"
        drawn = inks(scene, 1)
        assert [at for at, ink in drawn.items() if ink == "accent2"] == ["2", "3", "4"]
        assert {ink for at, ink in drawn.items() if at not in "234"} == {"rule"}
        assert not scene.heard(When.Applied)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("enter", "2016-01"),
        ("v l l enter", "2016-01..2016-03"),
        ("G v h home end h enter", "2020-11..2020-12"),
        ("space v b enter", "2016-01..2017-01"),
        ("minus enter", "2016-Q1"),
        ("minus minus v l enter", "2016..2017"),
        ("v l minus enter", "2016-Q1"),
        ("minus v plus enter", "2016-01..2016-03"),
        ("l plus v l enter", "2016-02-01..2016-02-14"),
        ("l plus plus plus enter", "2016-02-05"),
        ("minus minus minus minus enter", "2016"),
        ("v l l escape enter", "2016-03"),
        ("v l v l enter", "2016-03"),
        ("h h h enter", "2016-01"),
        ("right right left pagedown pageup enter", "2016-02"),
    ],
)
async def test_enter_applies_what_is_brushed(keys: str, value: str) -> None:
    """Enter tells the period under the cursor or the brush, in the normal form of a query, in any unit."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.press(*keys.split())
        assert [message.value for message in scene.heard(When.Applied)] == [value]


async def test_what_is_applied_is_kept_by_a_second_enter() -> None:
    """The second Enter keeps; a step in between makes it apply again."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.press("enter", "enter")
        assert len(scene.heard(When.Applied)) == len(scene.heard(When.Kept)) == 1
        await scene.press("l", "enter")
        assert len(scene.heard(When.Applied)) == 2


async def test_escape_first_lets_the_brush_go() -> None:
    """Esc takes the anchor away and only then asks for the filter as it was."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.press("v", "l", "escape")
        assert not scene.heard(When.Restored) and not scene.panel.is_brushed
        await scene.press("escape")
        assert scene.heard(When.Restored)


async def test_dates_in_force_are_lit() -> None:
    """Bars outside of the dates in force stand back; the axis marks the dates, the cursor begins there."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *MANY, windows=[interval("2018-Q1"), interval("2019")])
        scene.panel.begin()
        rows = scene.screen
        assert rows[0].rstrip().endswith("Jan 2018")
        assert rows[2][12 + 24 : 12 + 27] == "┻─┤" and "├" in rows[2]
        lit = [int(at) for at, ink in inks(scene, 1).items() if ink == "barinf"]
        assert lit == [25, 26, *range(36, 48)]


async def test_finer_than_fits_shows_the_days_around_the_cursor() -> None:
    """Of too many bars a window is shown that follows the cursor, with a sign for what lies beside it."""
    async with staged(When(id="when"), 80, 2) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.press("plus", "plus", "l")
        bars, axis = scene.screen
        assert axis.startswith("   days     ─┻") and axis.rstrip().endswith("›")
        assert bars.count("▄") == 3
        await scene.press("G")
        assert "‹" in scene.screen[1] and "›" not in scene.screen[1]
        assert scene.screen[1].rstrip().endswith("Dec ┻")


async def test_a_click_goes_to_a_bar() -> None:
    """A click on a bar puts the cursor there."""
    async with staged(When(id="when"), 80, 2) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.pilot.click("#when", offset=(12 + 7, 0))
        await scene.press("enter")
        assert [message.value for message in scene.heard(When.Applied)] == ["2016-08"]


async def test_nothing_can_be_brushed_without_dates() -> None:
    """Where no text has a date every key is heard and nothing is applied."""
    async with staged(When(id="when"), 80, 2) as scene:
        show(scene)
        scene.panel.begin()
        await scene.press("h", "l", "v", "space", "G", "home", "plus", "minus", "enter", "escape")
        assert not scene.heard(When.Applied)
        assert scene.heard(When.Restored)


async def test_texts_are_counted_once_by_each_unit() -> None:
    """No key has texts counted anew; a unit is asked for once, also when the dates in force change."""
    asked: list[Unit] = []
    ask = asking(*MANY)
    known = {unit: ask(unit) for unit in UNITS}

    def count(unit: Unit) -> tuple[Bin, ...]:
        """Note what was asked."""
        asked.append(unit)
        return known[unit]

    async with staged(When(id="when"), 120, 3) as scene:
        scene.panel.span(found(*MANY), count, None)
        scene.panel.begin()
        before = len(asked)
        await scene.press("v", *"lllhhll", "escape", "minus", "plus", "minus", "G", "home")
        assert asked[before:] == ["quarter"]


async def test_a_filter_that_leaves_fewer_bars_keeps_the_cursor_on_one() -> None:
    """When fewer texts are found the cursor stays where it was, or goes to the nearest bar there is."""
    async with staged(When(id="when"), 120, 3) as scene:
        show(scene, *MANY)
        scene.panel.begin()
        await scene.press("G")
        show(scene, *MANY[:20])
        assert scene.panel.brush and scene.panel.brush.days[0] == date(2017, 8, 1)
