"""The app in a real terminal: themes, a burst of keys, another process, and an unexpected end."""

from __future__ import annotations

import pytest

from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python

pytestmark = pytest.mark.usefixtures("planted")

FAULTY = """
import tui.newsroom
def fails(self):
    raise ZeroDivisionError("spilled coffee")
tui.newsroom.Newsroom.tell = fails
from tui.__main__ import main
main()
"""
"""The command with a fault injected where the status line is told."""


def test_an_unexpected_error_is_one_line_and_a_log(room: Newsroom) -> None:
    """A fault ends the desk with status 1, one line for the person, and the traceback in the log only."""
    command = [*python("tui")[:-2], "-c", FAULTY]
    with Terminal(command, environment=room.environment()) as terminal:
        assert terminal.end() == 1
        terminal.settle(0.1)
        said = terminal.raw.decode(errors="replace")
    assert "an unexpected error. ZeroDivisionError: spilled coffee" in said
    assert "Traceback" not in said
    logs = list(room.folder.rglob("errors.log"))
    assert len(logs) == 1 and "Traceback" in logs[0].read_text(encoding="utf-8")


def test_keys_sent_in_one_piece_lose_none(room: Newsroom) -> None:
    """Keys that arrive in one read act one after the other, though each moves the keyboard."""
    with Terminal(python("tui"), environment=room.environment()) as terminal:
        terminal.wait_for("All texts")
        terminal.press("pcd2")
        terminal.wait_for(lambda text: "1 of 2" in text.splitlines()[0])
        assert " CPV   2016 " in terminal.text.splitlines()[0]
        terminal.press("0/sokhon\r2")
        terminal.wait_for(lambda text: " sokhon " in text.splitlines()[0])


def test_what_another_process_imports_appears(room: Newsroom) -> None:
    """A text imported elsewhere is listed within a moment, and the cursor stays where it was."""
    text = room.folder / "new.txt"
    text.write_text("Parties meet\n\nHanoi (VNA) – The two parties met on May 3, 2024.\n", encoding="utf-8")
    with Terminal(python("tui"), environment=room.environment()) as terminal:
        terminal.wait_for("All texts")
        assert room.run("import", str(text)).status == 0
        terminal.wait_for("3 of 3")
        assert "2/3" in terminal.text
        assert "13th National Party Congress" in terminal.text


@pytest.mark.parametrize(("theme", "ground"), [("newsprint-light", "fbf8f1"), ("newsprint-dark", "171613")])
def test_the_theme_is_chosen_by_the_environment(room: Newsroom, theme: str, ground: str) -> None:
    """TEXTUAL_THEME chooses the paper."""
    environment = room.environment({"TEXTUAL_THEME": theme})
    with Terminal(python("tui"), environment=environment) as terminal:
        terminal.wait_for("All texts")
        terminal.settle()
        assert terminal.screen.buffer[10][60].bg == ground


@pytest.mark.parametrize("how", [{"NO_COLOR": "1"}, {}])
def test_without_colour_no_colour_is_sent(room: Newsroom, how: dict[str, str]) -> None:
    """Under NO_COLOR, and with --mono, weight and line carry every signal and no cell has a colour."""
    more = [] if how else ["--mono"]
    with Terminal(python("tui", *more), environment=room.environment(how)) as terminal:
        terminal.wait_for("All texts")
        terminal.press("pci")
        terminal.settle()
        cells = [terminal.screen.buffer[y][x] for y in range(24) for x in range(80)]
    assert {cell.fg for cell in cells} == {"default"} == {cell.bg for cell in cells}
    assert any(cell.reverse for cell in cells) and any(cell.bold for cell in cells)
