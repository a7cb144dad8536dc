"""Help: every key, this panel's first, found by word or key; Enter runs it; then the manual's pages."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.handbook import Page
from tui.keyboard import Keyboard
from tui.keys import Key
from tui.leaflet import Column, Entry, entries, found, typeset
from tui.lines import Line, cells, cut, indent, line
from tui.listing import Listing


class Help(Listing):
    """All keys and the pages of the manual."""

    NUMBER = "?"
    NAME = "Help"
    HELP = "Type a word, such as undo, or a key, such as @u."

    keyboard = Keyboard()
    """The keys in force."""

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

    class Pointed(Message):
        """The cursor came to a row, whose sentence there may be no room for."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.typed = ""
        self._from = ""
        self._kept: frozenset[str] = frozenset()
        self._every: list[Entry] = []
        self._found: list[Entry] = []
        self._pages: list[list[Column]] = []

    def open(self, panel: str, name: str) -> None:
        """Show everything, for a reader who comes from a panel.

        Args:
            panel: Its id.
            name: What its head says.
        """
        self._from = name
        self._kept = self.keyboard.characters("down", "up", "bottom", "top", "go", "close", "help")
        self._every = entries(panel, self.keyboard)
        self.find("")

    def find(self, typed: str) -> None:
        """Show the keys and pages that have a word, or, after @, a key that begins so."""
        self.typed = typed
        self._found = found(self._every, typed)
        self.cursor = 0
        self._settle()

    @property
    def length(self) -> int:
        """How many rows there are to choose from."""
        return len(self._found)

    def on_resize(self) -> None:
        """Lay the rows out again."""
        self._settle()

    def _settle(self) -> None:
        self._pages = typeset(self._found, self.size.width, self.room, narrowed=bool(self.typed))
        self.refresh()

    @property
    def _page(self) -> int:
        """The number of the page that the cursor is on."""
        on = (n for n, page in enumerate(self._pages) for column in page if self._in(column) is not None)
        return next(on, 0)

    def _in(self, column: Column) -> int | None:
        """Return the line of a column on which the row under the cursor begins."""
        return next((y for y, (_, at) in enumerate(column) if at == self.cursor), None)

    def position(self) -> str:
        """Return what is looked for, or where the reader comes from, and which page of how many this is."""
        told = f"“{self.typed}” {len(self._found)}" if self.typed else self._from
        return f"{told} · {self._page + 1}/{len(self._pages)}" if len(self._pages) > 1 else told

    def content_at(self, y: int) -> Line:
        """Return one line of every column of the page."""
        if not self._found:
            nothing = f"  Nothing says “{self.typed}”. Backspace takes a letter back."
            return line((nothing, "muted")) if y == 1 else ()
        columns = self._pages[self._page] if self._pages else []
        width = self.size.width // self._across
        spans: Line = ()
        for number, column in enumerate(columns):
            spans = (*spans, (" " * (number * width - cells(spans)), "text"))
            if y < len(column):
                spans = (*spans, *cut(self._row(*column[y]), width))
        return line(*spans)

    def item_at(self, x: int, y: int) -> int | None:
        """Return the row at a cell of the content."""
        columns = self._pages[self._page] if self._pages else []
        number = x // (self.size.width // self._across)
        return columns[number][y][1] if number < len(columns) and y < len(columns[number]) else None

    @property
    def _across(self) -> int:
        """How many columns a full page has."""
        return max((len(page) for page in self._pages), default=1)

    def _row(self, content: Line, at: int | None) -> Line:
        here = at is not None and at == self.cursor
        if here:
            content = tuple((text, "bold" if ink == "text" else ink) for text, ink in content)
        return self.barred(indent(content, 1), here)

    def moved(self, before: int) -> None:
        """Turn to the page of the row, and tell its sentence."""
        self.refresh()
        self.post_message(self.Pointed(self._found[self.cursor]))

    def action_page(self, by: int) -> None:
        """Turn to the next or previous page."""
        pages = [[at for column in page for _, at in column if at is not None] for page in self._pages]
        wanted = self._page + by
        self.go(pages[wanted][0] if 0 <= wanted < len(pages) else self.length * (by > 0))

    def _across_to(self, by: int) -> None:
        """Go to the row beside this one in the next or previous column."""
        every = [column for page in self._pages for column in page]
        here = next((n for n, column in enumerate(every) if self._in(column) is not None), 0)
        if 0 <= here + by < len(every):
            level = self._in(every[here]) or 0
            beside = [(abs(y - level), at) for y, (_, at) in enumerate(every[here + by]) if at is not None]
            self.go(min(beside)[1])

    def on_key(self, event: events.Key) -> None:
        """Take what is typed as a word to find; keys that move or close do so until a word has begun."""
        typed = event.character or ""
        if event.key in ("left", "right"):
            self._across_to(1 if event.key == "right" else -1)
        elif event.key == "backspace" and self.typed:
            self.find(self.typed[:-1])
        elif (event.key == "space" and not self.typed) or not (typed.isprintable() and len(typed) == 1):
            return
        elif self.typed or typed not in self._kept:
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
