"""Stories 7 and 14: a date put right, and two names made one, in the fewest keys; kept, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from store.archive.archive import Archive
from store.ingest import ingest, seed_files
from store.wire.gazetteer import load
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading
from store.query import Query

Desk = Callable[..., Reading]

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)


def people(archive: Archive) -> dict[str, int]:
    """Return the people that texts name, each with the number of texts."""
    return {f.name: f.count for f in archive.facets(Query(), "person", TODAY) if f.count}


async def test_a_date_is_corrected_at_once(desk: Desk, archive: Archive) -> None:
    """Story 7: C, the date, Enter; the sign changes, the old day and who changed it stand in the evidence."""
    async with desk() as reading:
        assert "18 May 2021~" in reading.text
        await reading.press("C", *"2021-05-19", "enter")
        assert "19 May 2021✓" in reading.text
        assert reading.status == "✓ Date corrected to 2021-05-19"
        assert reading.desk.over is None
        await reading.press("i")
        assert "Corrected" in reading.text and archive.corrector.who in reading.text
    async with desk() as again:
        assert "19 May 2021✓" in again.text
    archive.refresh()
    assert {r.state for r in ingest(seed_files(), archive, load(), NOW)} == {"unchanged"}
    row = archive.window(Query(), 0, 1, TODAY)[0]
    assert (row.date.value, row.date.certainty) == ("2021-05-19", "corrected")
    archive.corrector.undo()
    assert archive.window(Query(), 0, 1, TODAY)[0].date.value == "2021-05-18"


async def test_two_names_are_made_one(desk: Desk, archive: Archive, keep: Callable[[str, str], None]) -> None:
    """Story 14: the name in Entities, C, m and a label; counts and mentions follow, and come apart again."""
    keep(
        "third.txt",
        "Party official visits Laos\n\nHanoi (VNA) – Hoang Binh Quan, head of the Commission for External "
        "Relations, and official Le Hoai Trong met guests in Hanoi on March 3, 2018.\n",
    )
    archive.refresh()
    before = people(archive)
    assert {"Le Hoai Trung", "Le Hoai Trong"} <= before.keys()
    async with desk() as reading:
        await reading.press("j", "3", "j", "C", "m")
        assert "merge Le Hoai Trong into" in reading.text
        assert reading.desk.form.rows[0].about == "person:le-hoai-trung"
        await reading.press("a")
        assert reading.status == "✓ Le Hoai Trong merged into Le Hoai Trung"
        assert "Le Hoai Trong" not in "".join(reading.rows[-7:-2])
    archive.refresh()
    merged = people(archive)
    assert "Le Hoai Trong" not in merged and merged["Le Hoai Trung"] == before["Le Hoai Trung"] + 1
    archive.corrector.undo()
    assert people(archive) == before
