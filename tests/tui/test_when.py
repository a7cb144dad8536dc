"""When: the band over the columns, from one text to a hundred thousand, at any width."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from store.archive.hits import Bin, Tally
from tests.tui.stage import Scene, staged
from tui.skyline import Unit, ordinal
from tui.when import When

SEEDS = (date(2016, 2, 26), date(2021, 5, 18))


def asking(*days: date, texts: int = 1) -> Callable[[Unit], tuple[Bin, ...]]:
    """Return what gives the bins of some days, as the archive does."""

    def ask(unit: Unit) -> tuple[Bin, ...]:
        """Return the bins of a unit, each by its first day."""
        starts = {
            min(date.fromordinal(n) for n in range(day.toordinal() - 366, day.toordinal() + 1)
                if ordinal(date.fromordinal(n), unit) == ordinal(day, unit))
            for day in days
        }  # fmt: skip
        return tuple(Bin(start, 0, texts) for start in sorted(starts))

    return ask


def found(*days: date, texts: int = 1) -> Tally:
    """Return the counts of texts on some days, all of them inferred."""
    number = texts * len(days)
    return Tally(number, number, 0, 0, number, 3, min(days, default=None), max(days, default=None))


def show(scene: Scene[When], *days: date, texts: int = 1) -> list[str]:
    """Show texts on some days; return the rows, blanks at the right left out."""
    scene.panel.span(found(*days, texts=texts), asking(*days, texts=texts))
    return [row.rstrip() for row in scene.screen]


async def test_the_two_seeds_in_three_rows() -> None:
    """Name, unit and scale at the left, two ticks, years at their January, counts at the right."""
    async with staged(When(id="when"), 120, 3) as scene:
        top, middle, axis = show(scene, *SEEDS)
        assert top.split() == ["When", "2", "texts", "Feb", "2016", "–", "May", "2021"]
        assert middle.split()[0] == "months" and middle.endswith("2 dates inferred~")
        assert axis.startswith(" max 1") and axis.endswith("3 without a date")
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
        assert show(scene) == [" When", " no dates"]


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
