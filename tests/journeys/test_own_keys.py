"""Keys of one's own: what keys.toml asks for is heard, shown in help, key row and palette, and told."""

from __future__ import annotations

from collections.abc import Callable

from tests.journeys.reading import Reading
from tests.newsdesk import Newsroom
from tests.terminal import Terminal, python
from tui.own_keys import asked

Desk = Callable[..., Reading]

OWN = """[keys]
down = "f2"
star = ["f5", "f6"]
evidence = "é"
go = "ctrl+t"
strat = "f7"
zoom = "m"
"""


def opened(desk: Desk) -> Reading:
    """Return a desk of 120x40 that hears the keys above."""
    reading = desk(120, 40)
    reading.app.take_keys(*asked(OWN.encode()))
    return reading


async def test_own_keys_are_heard_and_the_old_ones_are_not(desk: Desk) -> None:
    """An action hears the keys that it was given, once each, and no longer those it had."""
    async with opened(desk) as reading:
        await reading.press("f2")
        assert reading.desk.timeline.cursor == 1
        await reading.press("k")
        assert reading.desk.timeline.cursor == 0
        await reading.press("j")
        assert reading.desk.timeline.cursor == 0
        await reading.press("f5")
        assert reading.desk.answer.archive.tally(reading.desk.query_in_force, reading.desk.today).starred == 1
        await reading.press("f6", "s")
        assert reading.desk.answer.archive.tally(reading.desk.query_in_force, reading.desk.today).starred == 0
        await reading.press("é")
        assert reading.desk.evidence.has_focus


async def test_own_keys_are_shown(desk: Desk) -> None:
    """The key row, the first hints, the help and the palette name the keys in force."""
    async with opened(desk) as reading:
        assert "f2 k move" in reading.rows[-1] and "f5 star" in reading.rows[-1]
        assert "é evidence" in reading.rows[-1]
        await reading.press("question_mark")
        assert "f5 f6      Set or take away this text's star." in reading.text
        await reading.press("f2", "f2")
        assert reading.desk.help.cursor == 2
        await reading.press("j", "backspace", "@", "f", "5")
        assert "“@f5” 1" in reading.text
        await reading.press("escape")
        offered = [command.title for command in reading.app.get_system_commands(reading.desk)]
        assert "Star  f5 f6" in offered and "Zoom  z" in offered


async def test_what_cannot_be_followed_is_told(desk: Desk) -> None:
    """The first mistake stands in the status line with its line, and how many more there are."""
    async with opened(desk) as reading:
        assert "keys.toml, line 6: no action is called “strat”; did you mean star?" in reading.text
        assert "and 1 more" in reading.text


def test_the_file_of_the_account_is_read(room: Newsroom) -> None:
    """The dashboard reads keys.toml in the account's own folder for settings."""
    environment = room.environment({"XDG_CONFIG_HOME": str(room.folder / "settings")})
    file = room.folder / "settings" / "newsdesk" / "keys.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\nhelp = "f9"\nstar = "?"\nraw = "s"\nzoom = "m"\n', encoding="utf-8")
    with Terminal(python("tui"), environment=environment) as terminal:
        terminal.wait_for("keys.toml, line 5: m is the key of read already")
        assert "f9 help" in terminal.text
        terminal.press("?")
        terminal.wait_for("1 ★")
        terminal.press("s")
        terminal.wait_for("The text as received")
