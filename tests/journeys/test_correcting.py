"""Stories 7 and 14: a date put right, and two names made one, in the fewest keys; kept, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from store.archive.amending import Amendment
from store.archive.archive import Archive
from store.archive.local_names import gazetteer
from store.ingest import ingest, seed_files
from store.query import Query
from store.wire.gazetteer import load
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]
Keep = Callable[[str, str], None]

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)

TRONG = (
    "Party official visits Laos\n\nHanoi (VNA) – Hoang Binh Quan, head of the Commission for External "
    "Relations, and official Le Hoai Trong met guests in Hanoi on March 3, 2018.\n"
)
MOON = "Visit\n\nHanoi (VNA) – The Moon Harvest Party (MHP) received guests on May 3, 2022.\n"


def people(archive: Archive) -> dict[str, int]:
    """Return the people that texts name, each with the number of texts."""
    archive.refresh()
    return {f.name: f.count for f in archive.facets(Query(), "person", TODAY) if f.count}


async def test_a_date_is_corrected_at_once(desk: Desk, archive: Archive) -> None:
    """Story 7: C, the date, Enter; who did it, when, and the old day are shown; u restores, U redoes."""
    who = archive.corrector.who
    async with desk() as reading:
        assert "18 May 2021~" in reading.text
        await reading.press("C", *"2021-05-19", "enter")
        assert "Wed 19 May 2021✓" in reading.text and "~" not in reading.rows[4]
        assert reading.status == "✓ Date corrected to 2021-05-19 · u takes it back"
        assert reading.desk.over is None
        await reading.press("i")
        assert f"corrected by {who}" in " ".join(reading.text.split()).replace("→ ", "")
        assert "2021-05-18" in reading.text
    async with desk() as again:
        assert "19 May 2021✓" in again.text
        assert {r.state for r in ingest(seed_files(), archive, load(), NOW)} == {"unchanged"}
        await again.press("u")
        assert "18 May 2021~" in again.text
        assert again.status == "Took back: date corrected to 2021-05-19 · U makes it again"
    async with desk() as later:
        await later.press("U")
        assert "19 May 2021✓" in later.text


async def test_two_names_are_made_one(desk: Desk, archive: Archive, keep: Keep) -> None:
    """Story 14: the name in Entities, C, m and a label; counts and mentions follow; u splits them again."""
    keep("third.txt", TRONG)
    before = people(archive)
    assert {"Le Hoai Trung", "Le Hoai Trong"} <= before.keys()
    async with desk() as reading:
        await reading.press("j")
        await reading.press("3", "j", "C", "m")
        assert "merge Le Hoai Trong into" in reading.text
        assert "digit" not in reading.rows[-1], "no date can be begun here"
        await reading.press("a")
        assert reading.status == "✓ Le Hoai Trong merged into Le Hoai Trung · u takes it back"
        assert "Le Hoai Trung ✓" in reading.text and "Trong" not in "".join(reading.rows[-8:-2])
        merged = people(archive)
        assert "Le Hoai Trong" not in merged and merged["Le Hoai Trung"] == before["Le Hoai Trung"] + 1
        keep("fourth.txt", TRONG.replace("guests", "students"))
        assert people(archive)["Le Hoai Trung"] == before["Le Hoai Trung"] + 2
    async with desk() as again:
        await again.press("u")
        assert people(archive) == {**before, "Le Hoai Trong": 2, "Hoang Binh Quan": 3}


async def test_an_unknown_party_is_confirmed(desk: Desk, archive: Archive, keep: Keep) -> None:
    """C, y and the country: the mark of doubt goes, and the newsroom's gazetteer has the party until u."""
    keep("moon.txt", MOON)
    async with desk() as reading:
        await reading.press("3")
        assert "MHP ?" in reading.text
        await reading.press("C", "y", *"vx", "enter")
        assert reading.status.startswith("! VX is no code of a country")
        await reading.press("y", "backspace", "n", "enter")
        assert reading.status == "✓ Moon Harvest Party confirmed · u takes it back"
        assert "MHP ✓" in reading.text
        assert gazetteer(archive.folder).parties["party:?-mhp"].country == "VN"
        await reading.press("u")
        assert "MHP ?" in reading.text
        assert gazetteer(archive.folder) is load()


async def test_a_reason_goes_with_a_correction(desk: Desk) -> None:
    """What is said at r before a correction stands in the evidence and in the form."""
    async with desk() as reading:
        await reading.press("C", "r", *"The [b]page", "enter")
        assert "The [b]page" in reading.text
        await reading.press(*"2021", "enter", "C")
        assert "date corrected to 2021" in reading.text and "The [b]page" in reading.text
        await reading.press("j", "j", "enter")
        assert reading.status == "✓ Taken back: date corrected to 2021"
        assert "18 May 2021~" in reading.text


async def test_the_next_desk_reads_by_a_changed_gazetteer(desk: Desk, archive: Archive, keep: Keep) -> None:
    """What was written into the newsroom's gazetteer is seen in texts soon after a desk is opened."""
    keep("moon.txt", MOON)
    folder = archive.folder / "gazetteer"
    folder.mkdir()
    (folder / "ours.toml").write_text(
        '[[parties]]\nid = "party:vn-moon"\nname = "Moon Harvest Party"\nabbr = "MHP"\ncountry = "VN"\n'
    )
    async with desk() as reading:
        await reading.press("3")
        for _ in range(200):
            if "MHP ?" not in reading.text:
                break
            await reading.settle()
        assert reading.desk.sidebar.pointed == "party:vn-moon"
        assert "m MHP" in reading.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2021-13", "2021-13 is not in the calendar"),
        ("2021..2016", "2021..2016 runs backwards. Use 2016..2021"),
        ("0", "0 is not a date"),
        ("2 may", "2 may is not a date"),
    ],
)
async def test_what_is_no_date_changes_nothing(desk: Desk, archive: Archive, typed: str, told: str) -> None:
    """A sentence says what is wrong; the form stays, with what was typed to be mended."""
    async with desk() as reading:
        await reading.press("C", *typed, "enter")
        assert reading.status.startswith(f"! {told}")
        assert reading.desk.over == "form"
        await reading.press("d")
        assert reading.desk.entry.value == typed
        await reading.press("escape", "escape")
        assert reading.desk.over is None
    assert not (archive.folder / "corrections.json").exists()


async def test_the_form_is_left_page_by_page(desk: Desk) -> None:
    """From a merge back to the name, to the text, to the panel that it was opened from."""
    async with desk() as reading:
        await reading.press("C", "a", "m")
        assert "into" in reading.rows[4]
        await reading.press("q")
        assert "name " in reading.text and "country" in reading.text
        await reading.press("escape")
        assert "date " in reading.rows[4]
        await reading.press("q")
        assert (reading.desk.over, reading.desk.panel) == (None, "timeline")


async def test_what_is_gone_is_said(desk: Desk, archive: Archive) -> None:
    """A name that somebody else hid meanwhile cannot be corrected, which is said, and nothing is lost."""
    async with desk() as reading:
        await reading.press("3", "C", "o")
        assert "this text only" in reading.text
        party = reading.desk.sidebar.pointed
        assert party is not None
        Archive(archive.folder).corrector.correct(Amendment(party, "hidden", True))
        await reading.press("x")
        assert "does not name" in reading.status and reading.status.startswith("! ")
        assert reading.desk.over == "form"


async def test_a_name_of_the_gazetteer_is_merged_into(desk: Desk, archive: Archive, keep: Keep) -> None:
    """What no text names yet can be merged into all the same, by a name that the gazetteer knows."""
    keep("moon.txt", MOON)
    async with desk() as reading:
        await reading.press("3", "C", "m", "r", *"LPRP", "enter")
        assert reading.status.startswith("✓ Moon Harvest Party merged into Lao People's Revolutionary Party")
        assert "LPRP ✓" in reading.text
    archive.refresh()
    assert "party:la-lprp" in archive.letters


async def test_another_name_is_asked_for(desk: Desk, keep: Keep) -> None:
    """A name to merge into is found by a word of it; one that nobody has is said, with the nearest."""
    keep("third.txt", TRONG)
    async with desk() as reading:
        await reading.press("j", "3", "j", "C", "m", "r", *"Prak Sokhom", "enter")
        assert reading.status == "! No person is called Prak Sokhom. Did you mean prak sokhon?"
        await reading.press("r", "backspace", "n", "enter")
        assert reading.status.startswith("✓ Le Hoai Trong merged into Prak Sokhon")
