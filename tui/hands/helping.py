"""Helping: every key and the manual, over the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.keys import ON_DESK
from tui.newsroom import Newsroom
from tui.panel import Panel

if TYPE_CHECKING:
    from tui.help import Help


class Helping(Newsroom):
    """Shows the help and the manual, and runs what is chosen there."""

    async def on_help_ran(self, message: Help.Ran) -> None:
        """Close the help and do what the key does."""
        self.lay_over(None)
        if message.key.action:
            heard = self if message.key.scope in ON_DESK else self.query_one(f"#{self.panel}", Panel)
            await heard.run_action(message.key.action)

    async def on_help_turned(self, message: Help.Turned) -> None:
        """Show a page of the manual; its widgets are loaded only now, since few starts need them."""
        from tui.manual_page import ManualPage

        for old in self.query("#manual"):
            await old.remove()
        await self.columns.mount(ManualPage(message.page, id="manual"))
        self.lay_over("manual")
        self.status.say((message.page.title, "text"), (" · q goes back to the keys", "muted"))

    def action_help(self) -> None:
        """Show every key; the same key again closes the help."""
        self.learn("help")
        if self.over == "help":
            self.lay_over(None)
            return
        self.help.open(self.query_one(f"#{self.panel}", Panel).NAME)
        self.lay_over("help")
        self.status.say((self.help.HELP, "muted"))
