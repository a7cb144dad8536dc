"""The entry line: a question in the status line's place, and what becomes of the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events

from tests.journeys.reading import Reading

Desk = Callable[..., Reading]

NAMES = {"congress": 2, "Côte": 5, "asean": 1}


async def test_a_line_is_asked_for_and_handed_over(desk: Desk) -> None:
    """The question stands where the status stood; Enter closes the line and hands it over."""
    given: list[str] = []
    async with desk() as reading:
        before = reading.status
        reading.desk.ask_line("Tag:", "old", given.append, hint="a tag of 40 letters")
        await reading.settle()
        assert " Tag:  old" in reading.rows[-2] and reading.rows[-2].endswith("a tag of 40 letters")
        await reading.press("w", "q", "enter")
        assert given == ["oldwq"]
        assert reading.desk.over is None
        assert reading.status == before
        assert "Tag:" not in reading.text


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_a_line_is_given_up(desk: Desk, key: str) -> None:
    """Esc and ctrl+g close the line and hand nothing over."""
    given: list[str] = []
    async with desk() as reading:
        reading.desk.ask_line("Tag:", "", given.append)
        await reading.press("x", key)
        assert (given, reading.desk.over, reading.desk.panel) == ([], None, "timeline")
        await reading.press("j")
        assert reading.desk.timeline.cursor == 1


async def test_tab_goes_through_the_names_that_fit(desk: Desk) -> None:
    """Tab completes the most used name that begins so, then the next; a minus before it stays."""
    given: list[str] = []
    async with desk() as reading:
        reading.desk.ask_line("Tag:", "", given.append, names=NAMES)
        await reading.settle()
        assert "Côte 5  congress 2  asean 1" in reading.rows[-2]
        await reading.press("minus", "c", "o")
        assert reading.rows[-2].endswith("Côte 5  congress 2")
        await reading.press("tab")
        assert reading.desk.entry.value == "-Côte"
        await reading.press("tab", "enter")
        assert given == ["-congress"]


@pytest.mark.parametrize("width", [30, 45, 80])
async def test_there_is_room_to_type_at_every_width(desk: Desk, width: int) -> None:
    """However long the question and its hint, what is typed is seen, also after the terminal got narrower."""
    async with desk() as reading:
        reading.desk.ask_line("Note on this text:", "", print, hint="2021-05-18 or 2021-05 or 2016..2018")
        await reading.resize(width, 5 if width == 30 else 24)
        await reading.press(*"abcde")
        assert "abcde" in reading.rows[-2]
        assert reading.desk.entry.size.width >= 12


async def test_tab_is_named_only_where_it_completes(desk: Desk) -> None:
    """The key row names Tab where there are names to complete, and nowhere else."""
    async with desk() as reading:
        reading.desk.ask_line("Date", "", print)
        await reading.settle()
        assert "Tab" not in reading.rows[-1] and "Enter keep" in reading.rows[-1]
        await reading.press("escape")
        reading.desk.ask_line("Tag:", "", print, names=NAMES)
        await reading.settle()
        assert "Tab complete" in reading.rows[-1]


async def test_a_burst_reaches_the_line(desk: Desk) -> None:
    """Keys that come in one piece with the one that asks are typed into the line."""
    given: list[str] = []
    async with desk() as reading:
        reading.desk.ask_line("Tag:", "", given.append)
        await reading.burst([*"asia", "enter", "j"], lambda: reading.desk.timeline.cursor == 1)
        assert given == ["asia"]
        assert reading.desk.timeline.cursor == 1


async def test_foreign_text_in_the_line_is_harmless(desk: Desk) -> None:
    """What stands in the line already, and the question, steer no terminal and are no markup."""
    async with desk() as reading:
        reading.desk.ask_line("\x1b[2J[red]?", "\x1b]0;x\x07[bold]", lambda _: None, hint="\x9b")
        await reading.settle()
        assert "[red]?" in reading.rows[-2] and "[bold]" in reading.rows[-2]
        assert all(c.isprintable() for c in reading.rows[-2])


async def test_what_is_pasted_is_harmless(desk: Desk) -> None:
    """Controls in what is pasted into the line never reach the terminal, nor what is handed over."""
    given: list[str] = []
    async with desk() as reading:
        reading.desk.ask_line("Tag:", "", given.append)
        reading.desk.entry.post_message(events.Paste("a\x1b]0;x\x07b\u202ec d"))
        await reading.settle()
        assert all(c.isprintable() for c in reading.rows[-2])
        await reading.press("e", "enter")
        assert len(given) == 1 and given[0].isprintable() and given[0].endswith("c de")


async def test_what_is_pasted_into_the_filter_is_harmless(desk: Desk) -> None:
    """Controls in what is pasted into the filter line never reach the terminal."""
    async with desk() as reading:
        await reading.press("slash")
        reading.desk.prompt.post_message(events.Paste("a\x1b]0;x\x07b\u202ec"))
        await reading.settle()
        assert all(c.isprintable() for c in reading.rows[0])
        assert reading.rows[0].strip().startswith("a")
