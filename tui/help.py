"""Help: every key, this panel's first, found by word or key; Enter runs it; then the manual's pages."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.message import Message

from tui.handbook import PAGES, Page
from tui.keys import KEYS, Key
from tui.lines import Line, line
from tui.listing import Listing
from tui.measure import wrap

_KEY = 11
"""Cells that the keys take before their sentence."""


class _Entry(NamedTuple):
    group: str
    shown: str
    text: str
    target: Key | Page


class Help(Listing):
    """All keys and the pages of the manual."""

    NUMBER = "?"
    NAME = "Help"
    HELP = "Type a word, such as party, or a key, such as @z."

    class Ran(Message):
        """A key of the table shall do its work."""

        def __init__(self, key: Key) -> None:
            super().__init__()
            self.key = key

    class Turned(Message):
        """A page of the manual shall be shown."""

        def __init__(self, page: Page) -> None:
            super().__init__()
            self.page = page

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.panel = ""
        self.typed = ""
        self._found: list[_Entry] = []
        self._lines: list[tuple[Line, int | None]] = []

    def open(self, panel: str) -> None:
        """Show everything, for a reader who comes from a panel."""
        self.panel = panel
        self.find("")

    def find(self, typed: str) -> None:
        """Show the keys that have a word in their sentence, or, after @, a key that begins so."""
        self.typed = typed
        self._found = [entry for entry in _entries(self.panel) if _fits(entry, typed)]
        self.cursor = self.top = 0
        self._settle()

    @property
    def length(self) -> int:
        """How many rows there are to choose from."""
        return len(self._found)

    def on_resize(self) -> None:
        """Lay the rows out again."""
        self._settle()

    def _settle(self) -> None:
        lines: list[tuple[Line, int | None]] = []
        for i, entry in enumerate(self._found):
            if i == 0 or entry.group != self._found[i - 1].group:
                lines += [((), None)] if i else []
                lines.append((line((f"  {entry.group}", "faint")), None))
            ink = "bold" if i == self.cursor else "text"
            for start, end in wrap(entry.text, self.size.width - _KEY - 4):
                shown = "" if start else entry.shown
                lines.append((line((f"  {shown:<{_KEY}}", "key"), (entry.text[start:end], ink)), i))
        self._lines = lines
        at = [y for y, (_, i) in enumerate(lines) if i == self.cursor] or [0]
        if at[0] < self.top or self.cursor == 0:
            self.top = 0 if self.cursor == 0 else at[0]
        elif at[-1] >= self.top + self.room:
            self.top = at[-1] - self.room + 1
        self.refresh()

    def position(self) -> str:
        """Return what is looked for, or where the reader comes from."""
        return f"“{self.typed}” {len(self._found)}" if self.typed else self.panel

    def content_at(self, y: int) -> Line:
        """Return a heading or a key with its sentence."""
        if not self._found:
            return (
                line((f"   No key does “{self.typed}”. Backspace takes a letter back.", "muted"))
                if y == 1
                else ()
            )
        at = self.top + y
        if at >= len(self._lines):
            return ()
        content, entry = self._lines[at]
        return self.barred(content, entry is not None and entry == self.cursor)

    def moved(self, before: int) -> None:
        """Bring the row into sight."""
        self._settle()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed as a word to find; j, k and q keep their meaning until a word has begun."""
        typed = event.character or ""
        if event.key == "backspace" and self.typed:
            self.find(self.typed[:-1])
        elif (event.key == "space" and not self.typed) or not (typed.isprintable() and len(typed) == 1):
            return
        elif self.typed or typed not in "jkqGg?<>":
            self.find(self.typed + typed)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_choose(self) -> None:
        """Run the key, or open the page, under the cursor."""
        if not self._found:
            return
        target = self._found[self.cursor].target
        self.post_message(self.Ran(target) if isinstance(target, Key) else self.Turned(target))


def _entries(panel: str) -> list[_Entry]:
    """Return the keys of the panel, of the desk, and of its layers, then the pages of the manual."""
    heads = {
        "panel": f"In the {panel}",
        "picker": "In a picker",
        "prompt": "In the filter line",
        "help": "Here",
    }
    keys = [_Entry(heads.get(key.scope, key.group), key.shown, key.tooltip, key) for key in KEYS]
    order = {
        head: n for n, head in enumerate(("Filter", "Reason", "Desk", "Move", *list(heads.values())[1:]), 1)
    }
    keys.sort(key=lambda entry: order.get(entry.group, 0))
    return [*keys, *(_Entry("Manual", "Enter", page.title, page) for page in PAGES)]


def _fits(entry: _Entry, typed: str) -> bool:
    if typed.startswith("@"):
        return any(key.startswith(typed[1:]) for key in entry.shown.split())
    return typed.lower() in entry.text.lower() or typed.lower() in entry.group.lower()
