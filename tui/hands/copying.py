"""Copying: a line, a paragraph with its source, a link or a whole text, to clipboard and clip file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from textual import events

from store.errors import NewsError
from store.later import Later
from tui.chores import DONE
from tui.hand import Hand
from tui.keys import BY_ID
from tui.lines import Line, cells, line
from tui.shape import Over
from tui.wording import capitalised

if TYPE_CHECKING:
    from tui import clip_file, clipboard, clippings
else:
    clip_file, clipboard, clippings = map(Later, ("tui.clip_file", "tui.clipboard", "tui.clippings"))

_HEARD_ANYWAY: Final = ("quit", "help", "repaint")
"""Actions whose keys are heard where the second key is waited for, too."""

_OWN_CELLS: Final = 2
"""Cells of the status line that no sentence has."""


class Copying(Hand):
    """Hears what is to be copied, and says which way it went."""

    def action_copy(self) -> None:
        """Wait for the key that says what of the text under the cursor is copied."""
        row, article = self.timeline.current, self.viewer.article
        if row and (article is None or row.id != article.id):
            self.preview()
        found = clippings.clippings(self)
        if not found:
            self.status.say(("There is nothing to copy here.", "muted"))
            return
        self.lay_over("copy")
        keys = [span for one in found for span in ((f"   {one.key}", "bold"), (f" {one.name}", "muted"))]
        self.status.say(("Copy:", "text"), *keys)

    def lay_over(self, layer: Over | None) -> None:
        """Open a layer or close the one that is open; what is copied keeps the cursor that points at it."""
        if layer != "copy":
            super().lay_over(layer)
            return
        self.over = layer
        self.key_row.show_for("copy")

    def takes(self, event: events.Key) -> bool:
        """Take the key that says what is copied, where one is waited for, and tell whether it was taken."""
        if self.over != "copy":
            return False
        if any(event.key in self.status.keyboard.keys(BY_ID[name]) for name in _HEARD_ANYWAY):
            return False
        found = {one.key: one for one in clippings.clippings(self)}
        self.lay_over(None)
        if event.character in found:
            self._copy(found[event.character])
        else:
            way = ("y", "key"), (" is followed by ", "muted"), (", ".join(found), "bold")
            self.status.say(("Nothing was copied", "text"), (" · ", "faint"), *way)
        return True

    def _copy(self, one: clippings.Clipping) -> None:
        """Hand a text to the terminal, and, but in a kiosk, write it to the clip file."""
        self.app.copy_to_clipboard(one.text)
        text = self.app.clipboard
        kept: str | NewsError | None = None
        if not self.kiosk:
            try:
                file = clip_file.place(self.archive.mine.reader)
                clip_file.keep(text, file)
                kept = clip_file.shown(file)
            except NewsError as error:
                kept = error
        via = clipboard.between(os.environ) or "terminal"
        told = _told(one.name, via if clipboard.fits(text) else "", kept)
        room = self.status.size.width - _OWN_CELLS
        self.status.say(*next((spans for spans in told if cells(spans) <= room), told[-1]))


def _told(name: str, via: str, kept: str | NewsError | None) -> list[Line]:
    """Return which way something went, in sentences of which the later are shorter.

    Args:
        via: What took it, be it the terminal or what stands before it; nothing where it is too long.
        kept: Where it was written to, or why it could not be; None where nothing is written.
    """
    failed = f"no clip file: {kept}" if isinstance(kept, NewsError) else ""
    long = "too long for a terminal's clipboard"
    if via:
        sent = line(DONE, ("Copied ", "muted"), (name, "text"))
        full, short = (f" via {via} (OSC 52)", "muted"), (f" via {via}", "muted")
        if failed:
            return [line(*sent, way, (f" · {failed}", "muted")) for way in (full, short)]
        if not kept:
            return [line(*sent, full), line(*sent, short)]
        path = (str(kept), "text")
        return [
            line(*sent, full, ("; if paste is empty: ", "muted"), path),
            *(line(*sent, way, (" · also in ", "muted"), path) for way in (short, ("", ""))),
        ]
    if kept and not failed:
        where = line(DONE, (capitalised(name), "text"), (" is in ", "muted"), (str(kept), "text"))
        return [line(*where, (f" · {long}", "muted")), line(*where, (" · too long to copy", "muted"))]
    error = line(("! ", "error"), (capitalised(name), "text"), (f" is {long}", "muted"))
    if failed:
        return [line(*error, (f" · {failed}", "muted")), error]
    return [line(*error, (" · ", "faint"), ("y p", "key"), (" copies a paragraph", "muted")), error]
