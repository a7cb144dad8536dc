"""The command palette: every action by name, and the desk as it was afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys.reading import Reading
from tui.keyboard import LAYERS
from tui.keys import KEYS
from tui.themes import NAMES, SIXTEEN

Desk = Callable[..., Reading]


async def test_the_palette_opens_and_leaves_the_keys_as_they_were(desk: Desk) -> None:
    """ctrl+p opens the palette; after Esc the Timeline hears the keys again."""
    async with desk() as reading:
        await reading.press("ctrl+p")
        assert reading.app.screen is not reading.desk
        await reading.press(*"theme", "escape", "escape")
        assert reading.app.screen is reading.desk
        await reading.press("j", "p", "c")
        assert reading.desk.timeline.cursor == 1
        assert str(reading.desk.query_in_force) == "party:cpv"


async def test_another_theme_dresses_every_panel(desk: Desk) -> None:
    """A theme chosen while the desk is open repaints all of it in the new inks."""
    async with desk(120, 40) as reading:
        await reading.press("p", "escape")
        reading.app.theme = "newsprint-light"
        await reading.settle()
        grounds = {
            segment.style.bgcolor.triplet.hex
            for strip in reading.desk._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.triplet
        }
        assert "#fbf8f1" in grounds
        assert "#171613" not in grounds


@pytest.mark.parametrize("theme", [*SIXTEEN, "ansi-dark"])
async def test_few_colours_while_the_desk_is_open(desk: Desk, theme: str) -> None:
    """A theme of sixteen colours keeps the terminal's ground and hatches what is inferred; it can be left."""
    async with desk(120, 40, "party:cpv") as reading:
        reading.app.theme = theme
        await reading.settle()
        for keys in ((), ("p",), ("escape", "i"), ("question_mark",), ("escape",)):
            await reading.press(*keys)
            styles = [part.style for strip in reading.desk._compositor.render_strips() for part in strip]
            colours = {c for style in styles if style for c in (style.color, style.bgcolor) if c}
            assert all(colour.triplet is None for colour in colours)
        assert "▒" in reading.text
        reading.app.theme = NAMES[0]
        await reading.settle()
        assert "▒" not in reading.text


async def test_the_palette_offers_what_the_desk_can_do(desk: Desk) -> None:
    """Every action, a panel's too, is found there by its word, and nothing that would rebuild the page."""
    async with desk() as reading:
        offered = [command.title for command in reading.app.get_system_commands(reading.desk)]
        assert offered[0] == "Theme"
        acting = [key for key in KEYS if key.action and key.scope not in LAYERS and key.id != "palette"]
        assert len(offered) == 1 + len(acting) == len(set(offered))
        assert all(f"  {key.shown}" in one for key, one in zip(acting, offered[1:], strict=True))
        assert not {"Keys", "Maximize", "Screenshot"} & set(offered)
        await reading.press("ctrl+p", *"evidence")
        await reading.pilot.pause(0.3)
        await reading.press("enter")
        await reading.pilot.pause(0.3)
        assert reading.app.screen is reading.desk
        assert reading.desk.evidence.has_focus
