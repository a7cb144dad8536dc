"""Marking: stars, tags and notes on the text under the cursor, kept and shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.archive.archive import Archive
from store.archive.marks import Mark
from store.query import Query
from tests.journeys.conftest import TODAY
from tests.journeys.reading import Reading

Desk = Callable[..., Reading]


def said(archive: Archive) -> list[Mark]:
    """Return what another desk finds said of the texts, newest first."""
    again = Archive(archive.folder, "tester")
    return [again.mine.of(row.id) for row in again.window(Query(), 0, 9, TODAY)]


async def test_a_tag_is_given_and_taken_away(desk: Desk, archive: Archive) -> None:
    """`t` asks for a tag; the same tag again, or one with a minus, is taken away; Tab completes one."""
    async with desk(120, 40) as reading:
        await reading.press("t", *"asean", "enter")
        assert "#asean" in reading.rows[9]
        assert reading.status == "✓ Tagged 1 text asean · u takes it back"
        assert said(archive)[0].tags == ("asean",)
        await reading.press("t", *"congress", "enter", "t", *"AS", "tab")
        assert reading.desk.entry.value == "asean"
        await reading.press("enter")
        assert said(archive)[0].tags == ("congress",)
        await reading.press("t", "minus", *"Congress", "enter")
        assert said(archive)[0].tags == ()
        assert "#" not in reading.rows[9]


async def test_what_cannot_be_a_tag_is_refused(desk: Desk, archive: Archive) -> None:
    """A tag with a star, or of nothing, is refused with a sentence, and nothing is said."""
    async with desk() as reading:
        await reading.press("t", "a", "asterisk", "enter")
        assert reading.status == "! a* cannot be a tag: a star in a filter leaves a word open"
        await reading.press("t", "enter")
        assert "A tag needs a letter" in reading.status
        await reading.press("t", "x", "escape")
    assert said(archive) == [Mark(), Mark()]


async def test_a_note_on_a_paragraph(desk: Desk, archive: Archive) -> None:
    """`a` in the article writes on the paragraph under the cursor; again it edits; emptied it takes away."""
    async with desk(120, 40) as reading:
        await reading.press("2", "j", "a")
        assert " Note on ¶2:" in reading.rows[-2]
        await reading.press(*"Call him", "enter")
        assert "✎1" in reading.rows[9]
        at = next(i for i, row in enumerate(reading.rows) if "✎ Call him" in row)
        assert any("2  Chairing the event" in row for row in reading.rows[:at])
        assert reading.desk.viewer.paragraph == 1
        await reading.press("a", "end", *" back", "enter")
        assert [n.text for n in said(archive)[0].notes] == ["Call him back"]
        await reading.press("a", *["backspace"] * 20, "enter")
        assert said(archive)[0].notes == ()
        assert "✎" not in reading.text
        await reading.press("u", "u", "u")
        assert said(archive)[0].notes == ()


async def test_a_note_on_the_whole_text(desk: Desk, archive: Archive) -> None:
    """`a` in the Timeline writes on the text, and the note stands above its first paragraph, with its day."""
    async with desk(120, 40) as reading:
        await reading.press("a", *"Who else?", "enter")
        note = said(archive)[0].notes[0]
        assert (note.text, note.paragraph) == ("Who else?", None)
        first, head = (
            next(i for i, row in enumerate(reading.rows) if word in row)
            for word in ("1  The Communist", "✎ Who else?")
        )
        assert head < first
        assert note.at and str(note.at.astimezone().year) in reading.rows[head]


async def test_only_what_is_starred_or_unread(desk: Desk) -> None:
    """`S` shows what is starred, `M` what is unread; the same key again shows all."""
    async with desk() as reading:
        await reading.press("s", "S")
        assert "1 of 2" in reading.rows[0]
        await reading.press("S", "j", "m", "M")
        assert str(reading.desk.query_in_force) == "is:unread"
        assert "1 of 2" in reading.rows[0]
        await reading.press("M")
        assert str(reading.desk.query_in_force) == ""


async def test_one_step_back_and_forth_also_after_a_restart(desk: Desk, archive: Archive) -> None:
    """`u` takes back the newest mark and `U` makes it again, in order, in the next desk as in this one."""
    async with desk() as reading:
        await reading.press("s", "j", "m", "t", "x", "enter")
        await reading.press("u")
        assert reading.status == "Took back: tagged 1 text x · U makes it again"
        assert said(archive) == [Mark(starred=True), Mark(read=True)]
    async with desk() as again:
        await again.press("u", "u")
        assert said(archive) == [Mark(), Mark()]
        assert "2 of 2 · 2 unread" in again.rows[0]
        await again.press("u")
        assert again.status == "There is nothing to take back"
        await again.press("U")
        assert again.status == "Made again: starred 1 text · u takes it back"
        await again.press("U", "U")
        assert said(archive) == [Mark(starred=True), Mark(read=True, tags=("x",))]
        await again.press("U")
        assert again.status == "There is nothing to make again"
        await again.press("u", "s", "U")
        assert again.status == "There is nothing to make again"


async def test_marks_and_corrections_are_one_history(desk: Desk, archive: Archive) -> None:
    """`u` takes back whatever was last, be it a mark or a correction, and `U` makes it again in turn."""
    async with desk() as reading:
        await reading.press("s", "C", *"2021-05-19", "enter", "t", "x", "enter")
        steps = []
        for key in ("u", "u", "u", "u", "U", "U", "U", "U"):
            await reading.press(key)
            steps.append(reading.status.partition(" · ")[0])
    told = ["starred 1 text", "date corrected to 2021-05-19", "tagged 1 text x"]
    assert steps == [
        *(f"Took back: {one}" for one in reversed(told)),
        "There is nothing to take back",
        *(f"Made again: {one}" for one in told),
        "There is nothing to make again",
    ]
    assert said(archive)[0] == Mark(starred=True, tags=("x",))


async def test_a_text_that_was_opened_stays_read(desk: Desk, archive: Archive) -> None:
    """Reading is no step: `u` takes the star back and leaves the text read."""
    async with desk() as reading:
        await reading.press("s", "enter", "u")
        assert said(archive)[0] == Mark(read=True)


async def test_a_text_opens_where_it_was_left(desk: Desk, archive: Archive) -> None:
    """A text that is opened again stands at the paragraph where it was left, in the next desk, too."""
    async with desk() as reading:
        await reading.press("enter", "j", "j", "j", "1", "j", "enter", "j")
        assert said(archive)[0].place == 3
        await reading.press("1", "k", "2")
        assert reading.desk.viewer.paragraph == 3
        await reading.press("k", "Q")
    assert [mark.place for mark in said(archive)] == [2, 1]
    async with desk() as again:
        assert again.desk.viewer.paragraph == 0
        await again.press("enter")
        assert again.desk.viewer.paragraph == 2
        await again.press("J")
        assert again.desk.viewer.paragraph == 1


@pytest.mark.parametrize("keys", [("s",), ("m",), ("t", "x", "enter"), ("a", "x", "enter"), ("A", "s", "s")])
async def test_a_refused_mark_changes_nothing(desk: Desk, archive: Archive, keys: tuple[str, ...]) -> None:
    """Where the reader's file cannot be written, a sentence says so, and the screen stays as it is."""
    folder = archive.folder / "readers"
    folder.mkdir(exist_ok=True)
    async with desk() as reading:
        before = reading.rows[:-2]
        (folder / "tester.json").mkdir()
        await reading.press(*keys)
        assert reading.status.startswith("! ")
        assert "tester.json" in reading.status
        await reading.press("X")
        assert reading.rows[:-2] == before
