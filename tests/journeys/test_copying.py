"""Copying: what each second key copies, where it goes, and what the status line says of it."""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable
from pathlib import Path

import pytest

from store.archive.archive import Archive
from tests.journeys.reading import Reading
from tui import clip_file

Desk = Callable[..., Reading]

CITED = (
    "“The Communist Party of Vietnam (CPV) and the Cambodian People’s Party (CPP) held a virtual conference "
    "on May 18 to discuss the outcomes of the CPV’s 13th National Congress and the cooperation between the "
    "two parties and nations.” — VNA, Hanoi, 18 May 2021 (year inferred, likely): “Vietnam informs Cambodian "
    "party on outcomes of 13th National Party Congress”, ¶1. newsdesk open 313c55bac6fe#p1"
)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the account be the reader's own, and nothing stand between the desk and the terminal."""
    ours = pwd.struct_passwd(("tester", "x", os.getuid(), os.getgid(), "", "/nonexistent", "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda number: ours)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clip(archive: Archive) -> Path:
    """Return the place of the reader's clip file."""
    return clip_file.place(archive.mine.reader)


@pytest.mark.parametrize(("term", "via"), [("xterm-256color", "terminal"), ("tmux-256color", "tmux")])
async def test_story_12_quote_a_paragraph(
    desk: Desk, clip: Path, monkeypatch: pytest.MonkeyPatch, term: str, via: str
) -> None:
    """`2 y p`: clipboard and clip file have quote, source, remark on the day and link; status tells both."""
    monkeypatch.setenv("TERM", term)
    async with desk() as reading:
        await reading.press("2", "y", "p")
        assert reading.app.clipboard == CITED
        assert clip.read_text("utf-8") == CITED
        told = f"✓ Copied ¶1 with citation via {via} · also in {clip_file.shown(clip)}"
        assert reading.rows[22].strip() == told
        assert reading.desk.panel == "article"


async def test_each_second_key(desk: Desk) -> None:
    """y copies the line under the cursor, l the command that leads back, t the whole text."""
    async with desk() as reading:
        for keys, copied in (
            (("y", "y"), "2021-05-18~  CPV × CPP  Vietnam informs Cambodian party on outcomes"),
            (("y", "l"), "newsdesk open 313c55bac6fe#p1"),
            (("2", "j", "j", "y", "y"), "Trung stated that Vietnam consistently implements"),
            (("y", "l"), "newsdesk open 313c55bac6fe#p3"),
            (("y", "p"), "“Trung stated that Vietnam"),
            (
                ("y", "t"),
                "Vietnam informs Cambodian party on outcomes of 13th National Party Congress\n\nVNA,",
            ),
            (("3", "y", "y"), "Communist Party of Vietnam"),
            (("j", "j", "y", "y"), "CPV × CPP"),
            (("i", "y", "y"), "¶1 “May 18”"),
            (("4", "y", "y"), "Feb 2016: 1 of 2 texts, 1 inferred"),
        ):
            await reading.press(*keys)
            assert reading.app.clipboard.startswith(copied), (keys, reading.app.clipboard)
            assert reading.status.startswith("✓ Copied "), keys


async def test_the_second_keys_are_told_and_the_cursor_stays(desk: Desk) -> None:
    """While the second key is awaited the status line names each, and the paragraph keeps its bar."""
    async with desk() as reading:
        await reading.press("2", "j", "y")
        assert reading.status == "Copy:   y ¶2   p ¶2 with citation   l the link   t the whole text"
        assert "y line" in reading.rows[23]
        assert any("▌2 Chairing the event" in row for row in reading.rows)


@pytest.mark.parametrize("key", ["escape", "q", "z", "j", "ctrl+g", "P"])
async def test_any_other_key_leaves_and_does_nothing(desk: Desk, key: str) -> None:
    """Esc, q and every key that copies nothing leave with a sentence, and mean nothing else this time."""
    async with desk() as reading:
        await reading.press("2", "y", key)
        assert reading.desk.over is None and reading.app.is_running
        assert reading.status.startswith("Nothing was copied")
        assert (reading.desk.panel, reading.desk.viewer.paragraph) == ("article", 0)
        assert reading.app.clipboard == ""
        await reading.press("j")
        assert reading.desk.viewer.paragraph == 1


async def test_what_is_heard_anyway(desk: Desk) -> None:
    """Help and quitting are there while the second key is awaited, too."""
    async with desk() as reading:
        await reading.press("y", "question_mark")
        assert reading.desk.over == "help"
        await reading.press("escape", "y", "Q")
        assert not reading.app.is_running


async def test_typed_ahead(desk: Desk) -> None:
    """The text under the cursor is copied, though the article has not followed it yet."""
    async with desk() as reading:
        await reading.pilot.press("j", "y", "l")
        assert reading.app.clipboard == "newsdesk open 3a279ddd5d54#p1"
        await reading.settle()
        assert reading.status.startswith("✓ Copied the link")


async def test_a_kiosk_writes_no_file(archive: Archive, desk: Desk, clip: Path) -> None:
    """In a kiosk the terminal alone gets what is copied."""
    async with desk() as reading:
        reading.desk.kiosk = True
        await reading.press("2", "y", "p")
        assert reading.app.clipboard == CITED
        assert reading.status == "✓ Copied ¶1 with citation via terminal (OSC 52)"
    assert not clip.exists()


async def test_a_clip_file_that_cannot_be_written(desk: Desk, clip: Path) -> None:
    """What stands in the way of the file is said, and the terminal gets the text all the same."""
    clip.mkdir(parents=True)
    async with desk(120, 40) as reading:
        await reading.press("2", "y", "p")
        assert reading.app.clipboard == CITED
        assert reading.status == "✓ Copied ¶1 with citation via terminal (OSC 52) · no clip file: is a folder"


async def test_too_long_for_a_terminal(desk: Desk, keep: Callable[[str, str], None], clip: Path) -> None:
    """A text of which no terminal takes so much is in the file alone, which is said; a kiosk has none."""
    keep("long.txt", f"Long text\n\nHanoi (VNA) – Talks on May 18, 2022. {'Words. ' * 12_000}\n")
    async with desk() as reading:
        await reading.press("y", "t")
        assert len(clip.read_text("utf-8")) > 80_000
        assert "The whole text is in" in reading.status and "too long" in reading.status
        reading.desk.kiosk = True
        await reading.press("y", "t")
        assert reading.status.startswith("! The whole text is too long for a terminal's clipboard")


async def test_nothing_to_copy(desk: Desk) -> None:
    """Where nothing matches there is nothing to copy but what stands under the cursor of When."""
    async with desk(query="nosuchword") as reading:
        await reading.press("y")
        assert reading.desk.over is None
        assert reading.status == "There is nothing to copy here."


async def test_the_text_as_received_has_no_cursor(desk: Desk) -> None:
    """In the text as received no line is under the cursor; the paragraphs below it are still cited."""
    async with desk() as reading:
        await reading.press("2", "R", "y")
        assert reading.status == "Copy:   p ¶1 with citation   l the link   t the whole text"


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (200, 60), (50, 14)])
async def test_the_sentence_fits(desk: Desk, clip: Path, columns: int, rows: int) -> None:
    """The status line tells the path whole wherever it has room, and at 120 columns how it went, too."""
    async with desk(columns, rows) as reading:
        await reading.press("2", "y", "p")
        if columns >= 120:
            assert "via terminal (OSC 52); if paste is empty: " in reading.status
        if columns >= 80:
            assert reading.rows[rows - 2].rstrip().endswith(clip_file.shown(clip))


async def test_from_the_palette(desk: Desk) -> None:
    """Chosen in the palette, copying waits for its second key as if `y` had been pressed."""
    async with desk() as reading:
        await reading.press("ctrl+p", *"copy")
        await reading.pilot.pause(0.4)
        await reading.press("enter")
        await reading.press("l")
        assert reading.app.clipboard == "newsdesk open 313c55bac6fe#p1"
