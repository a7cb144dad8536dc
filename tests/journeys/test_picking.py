"""Picking: party, date and entity in two keys, and the entity under the cursor with one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.ingest import ingest
from store.query import Query
from store.wire.gazetteer import load
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


async def test_story_2_only_one_party(desk: Desk) -> None:
    """`p c`: counts are there before the choice; a chip says what is in force; `p c` again takes it back."""
    async with desk() as reading:
        await reading.press("p")
        assert any("c  CPV" in row and row.split("│")[0].rstrip().endswith("2") for row in reading.rows)
        assert any("p  CPP" in row and row.split("│")[0].rstrip().endswith("1") for row in reading.rows)
        await reading.press("p")
        assert "CPP" in reading.rows[0] and "1 of 2" in reading.rows[0]
        await reading.press("p", "p", "p", "c")
        assert "CPV" in reading.rows[0] and "2 of 2" in reading.rows[0]
        await reading.press("p", "c")
        assert "All texts" in reading.rows[0]


async def test_parties_without_letters(tmp_path: Path) -> None:
    """Where nobody knows the parties they have no letters, and nothing is said of letters."""
    wire = tmp_path / "wire.txt"
    words = "Ormness (BRPA) – The Copper Valley Guild Party (CVG) held talks on May 3, 2024."
    wire.write_text(f"Talks\n\n{words}\n", encoding="utf-8")
    archive = Archive(tmp_path / "unknown", "tester")
    reports = ingest([wire], archive, load(), datetime(2026, 11, 21, tzinfo=UTC))
    assert [report.state for report in reports] == ["added"]
    async with Reading(archive, Query(), TODAY, (80, 24), mono=False) as reading:
        assert reading.status.startswith("p lists the parties")
        await reading.press("p")
        assert any("CVG" in row.split("│")[0] for row in reading.rows[4:])
        assert reading.status == "Enter shows only that party; / finds one by a part of its name."
        await reading.press("enter")
        assert "CVG" in reading.rows[0]


async def test_parties_narrow_to_the_pair(desk: Desk) -> None:
    """A second letter keeps texts with both; a capital leaves one out; a comma widens; x empties."""
    async with desk() as reading:
        for keys, query in (
            ("p c p p", "party:cpv party:cpp"),
            ("p x", ""),
            ("p C", "-party:cpv"),
            ("p C", ""),
            ("p c p comma p", "party:cpv,cpp"),
            ("p x p slash c a m b enter", "party:cpp"),
        ):
            await reading.press(*keys.split())
            assert str(reading.desk.query_in_force) == query
            assert reading.desk.over is None and reading.desk.panel in ("timeline", "ways", "article")


async def test_story_3_only_one_year(desk: Desk) -> None:
    """`d 1` shows the newest year with texts, and its bar is lit; another digit replaces; `d x` clears."""
    async with desk() as reading:
        await reading.press("d", "1")
        assert "2021" in reading.rows[0] and "1 of 2" in reading.rows[0]
        await reading.press("d", "2")
        assert str(reading.desk.query_in_force) == "date:2016"
        await reading.press("d", "x")
        assert "All texts" in reading.rows[0]


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("m", "date:2021-05"),
        ("w", "date:2021-05-11..2021-05-25"),
        ("a", "date:2021-05-19.."),
        ("b", "date:..2021-05-17"),
        ("t", "date:today"),
    ],
)
async def test_dates_around_the_text(desk: Desk, key: str, query: str) -> None:
    """The letters of the date picker filter around the day of the text under the cursor."""
    async with desk() as reading:
        await reading.press("d", key)
        assert str(reading.desk.query_in_force) == query


async def test_a_range_is_typed(desk: Desk) -> None:
    """`d r` opens the filter line behind the rest of the filter, with the range in force to be edited."""
    async with desk(query="party:cpv date:2016..2021") as reading:
        await reading.press("d", "r")
        assert reading.desk.over == "prompt" and reading.desk.prompt.value == "party:cpv date:2016..2021"
        await reading.press("backspace", "backspace", *"18", "enter")
        assert str(reading.desk.query_in_force) == "party:cpv date:2016..2018"


async def test_an_entity_by_letter_and_by_word(desk: Desk, archive: Archive) -> None:
    """`e` lists who and what is named; a letter filters by it, / and a part of the name finds the rest."""
    async with desk() as reading:
        hanoi = archive.initials["place:hanoi"]
        await reading.press("e", hanoi)
        assert str(reading.desk.query_in_force) == "place:hanoi"
        await reading.press("e", hanoi.upper(), "0")
        await reading.press("e", "slash", *"trung", "enter")
        assert "person" in reading.rows[0] and "Trung" in reading.rows[0] and "1 of 2" in reading.rows[0]
        await reading.press("e", "x")
        assert "All texts" in reading.rows[0]


async def test_words_typed_ahead_of_the_counts(desk: Desk) -> None:
    """Keys that come before everything is counted wait for it and pick what they would have picked."""
    async with desk() as reading:
        await reading.burst(["e", "slash", *"trung", "enter", "2"], lambda: reading.desk.panel == "article")
        assert str(reading.desk.query_in_force).startswith("person:")
        assert reading.desk.panel == "article"


async def test_plus_and_minus_in_the_entities(desk: Desk) -> None:
    """`+` filters by the entity under the cursor and `-` leaves it out, with the keyboard where it is."""
    async with desk(120, 40) as reading:
        await reading.press("3", "j", "plus")
        assert str(reading.desk.query_in_force) == "party:cpp" and reading.desk.panel == "entities"
        await reading.press("plus")
        assert str(reading.desk.query_in_force) == ""
        await reading.press("minus")
        assert str(reading.desk.query_in_force) == "-party:cpp"
