"""Reasons: why this year, and why this row, with the sentences one key away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


def words_now(reading: Reading) -> str:
    """Return the words that the reader stands on in the article."""
    viewer = reading.desk.viewer
    assert viewer.article is not None and viewer.now is not None
    paragraph, start, end = viewer.now
    return viewer.article.paragraph(paragraph)[start:end]


def left(reading: Reading) -> str:
    """Return what stands in the left column at 80 columns, in one line."""
    return " ".join(" ".join(row[1:30].strip("│▌ ") for row in reading.rows).split())


async def test_story_6_why_2021(desk: Desk) -> None:
    """i: day and year evidence quoted with paragraph, the source of each fact, rivals with the reason."""
    async with desk() as reading:
        await reading.press("i")
        text = left(reading)
        assert "Day" in text and "¶1 “May 18”" in text
        assert "“outcomes of the CPV’s 13th National Congress”" in text and "source talkvietnam.org" in text
        await reading.press("G")
        assert "Considered, not chosen" in reading.text
        assert "2020 before the 13th National" in left(reading)
        shown = reading.desk.evidence
        assert shown.article is not None
        for item in (*shown.article.date.evidence, *shown.article.date.rejected):
            assert item.quote in shown.article.text.replace("\n", " ")


async def test_story_8_why_is_this_row_here(desk: Desk) -> None:
    """w: a line for each chip with its quote, for exclusions, too; Enter goes to the words."""
    async with desk(query="party:cpv -party:lprp (trung | quan) date:2021") as reading:
        await reading.press("w")
        text = left(reading)
        assert "6 Why" in reading.text and "party:cpv" in text and "¶1 “The Communist Party of" in text
        await reading.press("j")
        assert "not named in it" in reading.text
        await reading.press("j", "enter")
        assert words_now(reading) == "Trung"
        assert "trung stands" in left(reading) and "(trung | quan)" in reading.text
        await reading.press("j")
        assert "18 May 2021 lies inside" in left(reading)
        await reading.press("q")
        assert reading.desk.timeline.has_focus and "6 Why" not in reading.text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_one_panel_of_reasons_at_a_time(desk: Desk, size: tuple[int, int]) -> None:
    """i and w take turns in the same place, q gives the keyboard back to where it was before both."""
    async with desk(*size, query="party:cpv") as reading:
        await reading.press("2", "i", "w")
        assert reading.desk.why.has_focus and "6 Why" in reading.text and "6 Evidence" not in reading.text
        await reading.press("i")
        assert reading.desk.evidence.has_focus and "6 Why" not in reading.text
        await reading.press("w", "q")
        assert reading.desk.viewer.has_focus and "6 Why" not in reading.text


async def test_6_goes_to_the_reasons(desk: Desk) -> None:
    """6 opens the evidence where no reasons are on the page."""
    async with desk() as reading:
        await reading.press("6")
        assert reading.desk.evidence.has_focus


async def test_docked_reasons_stay(desk: Desk) -> None:
    """Where there is room Why stays under Entities while the text is read; q has the evidence there again."""
    async with desk(200, 60, query="party:cpv") as reading:
        await reading.press("w", "2", "J")
        assert "6 Why" in reading.text and reading.desk.why.article is reading.desk.viewer.article
        await reading.press("6")
        assert reading.desk.why.has_focus
        await reading.resize(80, 24)
        assert reading.desk.why.has_focus and "6 Why" in reading.text
        await reading.resize(200, 60)
        await reading.press("q")
        assert reading.desk.viewer.has_focus and "6 Evidence" in reading.text


async def test_the_reasons_follow_the_text(desk: Desk) -> None:
    """With Why open J goes to the next text, and its own reasons stand there."""
    async with desk(query="vietnam") as reading:
        await reading.press("w")
        before = reading.text
        await reading.press("J")
        assert reading.text != before and reading.desk.why.article is reading.desk.viewer.article


async def test_nothing_is_explained_where_nothing_matches(desk: Desk) -> None:
    """w says so, and the ways out stay."""
    async with desk(query="date:2016 party:cpp") as reading:
        await reading.press("w")
        assert "No text is open" in reading.status and reading.desk.reason is None
