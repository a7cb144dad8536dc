"""A stage for one panel: an app of six lines around it, and what then stands on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from tests.typed import typed
from tui.inks import INKS
from tui.panel import Painted

PaintedT = TypeVar("PaintedT", bound=Painted)
MessageT = TypeVar("MessageT", bound=Message)


class Stage(App[None]):
    """One widget on the whole screen, and a key that says which keys nobody wanted."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Painted {width: 100%; height: 100%;}"

    def __init__(self, widget: Painted) -> None:
        super().__init__()
        self._widget = widget

    def compose(self) -> ComposeResult:
        """Put the widget up."""
        yield self._widget

    def on_mount(self) -> None:
        """Give every ink a colour of its own."""
        self._widget.dress({ink: Style(color=f"color({16 + n})") for n, ink in enumerate(INKS)})


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the app has handed a message down, the panel has heard it, and what it says is up again."""
    for _ in range(3):
        await pilot.pause(0)


@dataclass
class Scene(Generic[PaintedT]):
    """A panel on its stage."""

    panel: PaintedT
    pilot: Pilot[None]
    _heard: list[Message] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each once the one before has done its work."""
        for key in keys:
            self.pilot.app.post_message(typed(key))
            await settled(self.pilot)

    async def resize(self, columns: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, height)
        await settled(self.pilot)

    def heard(self, kind: type[MessageT]) -> list[MessageT]:
        """Return the messages of a kind that were posted, oldest first."""
        return list({id(m): m for m in self._heard if isinstance(m, kind)}.values())

    @property
    def screen(self) -> list[str]:
        """Every row, as wide as the panel; each is checked to be that and to steer no terminal."""
        size, found = self.panel.size, []
        for y in range(size.height):
            text = "".join(segment.text for segment in self.panel.render_line(y))
            assert cell_len(text) == size.width, (y, text)
            assert all(c.isprintable() or c in "\u200d\ufe0f" for c in text), (y, text)
            found.append(text)
        return found

    @property
    def text(self) -> str:
        """The whole screen, blanks at the right left out."""
        return "\n".join(row.rstrip() for row in self.screen)


@asynccontextmanager
async def staged(panel: PaintedT, columns: int = 50, height: int = 20) -> AsyncIterator[Scene[PaintedT]]:
    """Put a panel on a stage of some size, with the keyboard."""
    heard: list[Message] = []
    app = Stage(panel)
    async with app.run_test(size=(columns, height), message_hook=heard.append) as pilot:
        panel.focus()
        await settled(pilot)
        yield Scene(panel, pilot, heard)
