"""What another process does to the archive meanwhile: the list follows, and nobody loses their place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.ingest import ingest
from store.wire.gazetteer import load
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]
Arrive = Callable[[Reading], None]

TALKS = (
    "Parties talk\n\nHanoi (VNA) – The Communist Party of Vietnam (CPV) held talks with the Cambodian "
    "People’s Party (CPP) on March 3, 2022.\n"
)


@pytest.fixture
def arrive(tmp_path: Path, archive: Archive) -> Arrive:
    """Return a function by which a text comes in through another door, and the desk looks."""

    def come(reading: Reading) -> None:
        file = tmp_path / "talks.txt"
        file.write_text(TALKS, encoding="utf-8")
        other = Archive(tmp_path / "archive", "other")
        reports = list(ingest([file], other, load(), datetime(2026, 11, 21, 21, tzinfo=UTC)))
        assert [report.state for report in reports] == ["added"]
        reading.desk.look()

    return come


async def test_a_new_text_is_listed_and_told(desk: Desk, arrive: Arrive) -> None:
    """The cursor stays on its text, and the status line says how many came."""
    async with desk() as reading:
        row = reading.desk.timeline.current
        arrive(reading)
        await reading.settle()
        assert reading.desk.timeline.length == 3
        assert reading.desk.timeline.current == row
        assert reading.status == "1 new from another process; cursor kept"


async def test_the_reason_stays_under_the_cursor(desk: Desk, arrive: Arrive) -> None:
    """In Evidence the cursor stands where it stood."""
    async with desk() as reading:
        await reading.press("i", "j", "j")
        arrive(reading)
        await reading.settle()
        assert reading.desk.evidence.cursor == 2


async def test_a_picker_counts_anew(desk: Desk, arrive: Arrive) -> None:
    """An open picker shows the new counts with the cursor on the same value."""
    async with desk() as reading:
        await reading.press("p", "down")
        arrive(reading)
        await reading.settle()
        assert [(one.short, one.texts) for one in reading.desk.picker.choices] == [("CPV", 3), ("CPP", 2)]
        assert reading.desk.picker.cursor == 1
        assert "letter" in reading.status


async def test_a_new_year_does_not_push_the_picked_one(desk: Desk, arrive: Arrive) -> None:
    """A year that comes in above the cursor leaves it on its year."""
    async with desk() as reading:
        await reading.press("d", "down")
        arrive(reading)
        await reading.settle()
        picker = reading.desk.picker
        assert [one.value for one in picker.choices][:3] == ["2022", "2021", "2016"]
        assert picker.choices[picker.cursor].value == "2016"


async def test_a_mistake_stays_explained(desk: Desk, arrive: Arrive) -> None:
    """In the filter line neither the text nor the reason of its mistake gives way to the news."""
    async with desk() as reading:
        await reading.press("slash", *"party:cqv")
        await reading.counted()
        told = reading.status
        assert told.startswith("!")
        arrive(reading)
        await reading.settle()
        assert reading.status == told
        assert reading.desk.prompt.value == "party:cqv"


async def test_what_cannot_be_kept_stays_told(desk: Desk, archive: Archive, tmp_path: Path) -> None:
    """Where marks cannot be kept the reason stays in the status line after Enter, and after J."""
    (tmp_path / "archive" / "readers").write_text("in the way", encoding="utf-8")
    for key in ("enter", "J"):
        async with desk() as reading:
            await reading.press(key)
            assert reading.status.startswith("! "), key
