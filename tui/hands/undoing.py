"""Undoing: the newest thing this reader did, be it a mark or a correction, taken back and made again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.later import Later
from tui.chores import WAY_BACK
from tui.hand import Hand
from tui.lines import Line

if TYPE_CHECKING:
    from store.archive.change import Change
    from tui import steps
else:
    steps = Later("tui.steps")


class Undoing(Hand):
    """Steps back and forth through what was done, also before the desk was opened."""

    def action_undo(self) -> None:
        """Take the newest change back."""
        last = steps.back(self.archive, kiosk=self.kiosk)
        if last is None:
            self.status.say(("There is nothing to take back", "text"))
            return
        change, source = last
        way = ((" · ", "faint"), ("U", "key"), (" makes it again", "faint"))
        then = partial(self._stepped, source, "Took back", change, way)
        self.do(source.undo, then, f"taking back: {change.told}", texts=change.texts)

    def action_redo(self) -> None:
        """Make the change again that was taken back last, unless something was done since."""
        last = steps.again(self.archive, kiosk=self.kiosk)
        if last is None:
            self.status.say(("There is nothing to make again", "text"))
            return
        change, source = last
        then = partial(self._stepped, source, "Made again", change, WAY_BACK)
        self.do(source.redo, then, f"making again: {change.told}", texts=change.texts)

    def _stepped(self, source: steps.Source, what: str, change: Change, way: Line) -> None:
        """Show the archive as it is now, and say what became of what."""
        row = self.timeline.current
        self.ask(keep=row.id if row else None)
        self.show_marks()
        if source is self.archive.corrector and self.archive.behind:
            self._catch_up()  # a correction of many texts
        self.announce((f"{what}: ", "muted"), (change.told, "text"), *way)
