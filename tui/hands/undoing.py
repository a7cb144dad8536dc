"""Undoing: the newest thing this reader did, be it a mark or a correction, taken back and made again."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from store.archive.change import Change
from tui.chores import WAY_BACK
from tui.lines import Line
from tui.newsroom import Newsroom


class _Source(Protocol):
    """What keeps changes in order, and takes them back in order."""

    @property
    def undoable(self) -> Change | None:
        """The newest change."""

    @property
    def redoable(self) -> Change | None:
        """The change that was taken back last."""

    def undo(self) -> None:
        """Take back what is undoable."""

    def redo(self) -> None:
        """Make again what is redoable."""


class Undoing(Newsroom):
    """Steps back and forth through what was done, also before the desk was opened."""

    def action_undo(self) -> None:
        """Take the newest change back."""
        found = [(one.undoable, one) for one in self._sources() if one.undoable]
        if not found:
            self.status.say(("There is nothing to take back", "text"))
            return
        change, source = max(found, key=lambda pair: pair[0].at)
        way = ((" · ", "faint"), ("U", "key"), (" makes it again", "faint"))
        then = partial(self._stepped, source, "Took back", change, way)
        self.do(source.undo, then, f"taking back: {change.told}", texts=change.texts)

    def action_redo(self) -> None:
        """Make the change again that was taken back last, unless something was done since."""
        found = [(one.redoable, one) for one in self._sources() if one.redoable]
        since = [one.undoable.at for one in self._sources() if one.undoable]
        change, source = max(found, key=lambda pair: pair[0].at) if found else (None, None)
        if change is None or source is None or any(at > change.at for at in since):
            self.status.say(("There is nothing to make again", "text"))
            return
        then = partial(self._stepped, source, "Made again", change, WAY_BACK)
        self.do(source.redo, then, f"making again: {change.told}", texts=change.texts)

    def _sources(self) -> tuple[_Source, _Source]:
        return self.archive.mine, self.archive.corrector

    def _stepped(self, source: _Source, what: str, change: Change, way: Line) -> None:
        """Show the archive as it is now, and say what became of what."""
        row = self.timeline.current
        self.ask(keep=row.id if row else None)
        self.show_marks()
        if source is self.archive.corrector and self.archive.behind:
            self._catch_up()  # a correction of many texts
        self.announce((f"{what}: ", "muted"), (change.told, "text"), *way)
