"""Helping: every key and the manual, over the whole page; the keys in force, and what stands in their way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.hand import Hand
from tui.keyboard import PANELS, Keyboard
from tui.keys import ON_DESK, WHERE, Key
from tui.listing import Listing
from tui.panel import Panel
from tui.wardrobe import wear

if TYPE_CHECKING:
    from tui.help import Help


class Helping(Hand):
    """Shows the help and the manual, and runs what is chosen there."""

    keyboard = Keyboard()
    """The keys in force."""

    mistakes: Sequence[str] = ()
    """What of the reader's keys.toml could not be followed."""

    def on_mount(self) -> None:
        """Have the keys in force named wherever a key is."""
        for naming in (self.filter_bar, self.status, self.key_row):
            naming.keyboard = self.keyboard
        if self.mistakes:
            self.call_after_refresh(self._complain_of_keys)

    def _complain_of_keys(self) -> None:
        more = len(self.mistakes) - 1
        rest = f" · and {more} more" if more else ""
        self.announce(("! ", "error"), (self.mistakes[0], "text"), (rest, "muted"))

    async def on_help_ran(self, message: Help.Ran) -> None:
        """Close the help and do what the key does; what works in another place only, it says."""
        key = message.key
        if key.scope not in (*ON_DESK, "panel", *PANELS):
            self.status.say((key.tooltip, "text"), (f" · heard in: {WHERE[key.scope]}", "muted"))
            return
        self.lay_over(None)
        await self.perform(key)

    async def perform(self, key: Key) -> None:
        """Do what a key does, in its own panel if it has one, once that has the keyboard."""
        if key.scope in PANELS and key.scope != self.panel:
            self.give(key.scope)
            self.call_after_refresh(self.query_one(f"#{key.scope}", Panel).run_action, key.action)
        else:
            heard = self if key.scope in ON_DESK else self.query_one(f"#{self.panel}", Panel)
            await heard.run_action(key.action)

    def on_listing_refused(self, message: Listing.Refused) -> None:
        """Say why a key did nothing."""
        self.status.say((message.reason, "muted"))

    def on_help_pointed(self, message: Help.Pointed) -> None:
        """Tell what the row under the cursor of the help does."""
        self.status.say((message.entry.sentence, "text"))

    async def on_help_turned(self, message: Help.Turned) -> None:
        """Show a page of the manual; its widgets are loaded only now, since few starts need them."""
        from tui.manual_page import ManualPage

        wear(self.app.stylesheet, "manual_page")
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
        self.help.keyboard = self.keyboard
        self.help.open(self.panel, self.query_one(f"#{self.panel}", Panel).NAME)
        self.lay_over("help")
        self.status.say((self.help.HELP, "muted"))

    def action_palette(self) -> None:
        """Find an action by its name."""
        self.app.action_command_palette()

    async def action_repaint(self) -> None:
        """Send the whole screen again."""
        await self.app.run_action("repaint")
