"""ViewList: the saved views with their letters; a letter recalls one, a capital saves what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual import events
from textual.message import Message

from tui.lines import Line, cells, cut, line, spread
from tui.listing import Listing
from tui.measure import wrap

_KEPT_FREE: Final = "qv"
"""Letters that close the list, small or capital."""

_LINES: Final = 2
"""The most lines of a filter that is not under the cursor."""


class SavedView(NamedTuple):
    """One saved view."""

    name: str
    filter: str
    """What it filters, in words; why not, if it cannot be opened."""
    texts: int | None = None
    """How many texts it finds, once that is counted."""
    opens: bool = True


class _Placed(NamedTuple):
    content: Line
    view: int


class ViewList(Listing):
    """A list of views, in the Timeline's place."""

    NUMBER = "V"
    NAME = "Views"

    class Recalled(Message):
        """A view shall be opened."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Saved(Message):
        """What is in force shall be saved under a letter."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Dropped(Message):
        """A view shall be taken away."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.views: Sequence[SavedView] = ()
        self._placed: list[_Placed] = []

    def offer(self, views: Sequence[SavedView]) -> None:
        """Show saved views; the cursor stays on its row."""
        self.views = views
        self.cursor = max(0, min(self.cursor, len(views) - 1))
        self._settle()

    def count(self, name: str, texts: int) -> None:
        """Show how many texts a view finds."""
        self.views = [view._replace(texts=texts) if view.name == name else view for view in self.views]
        self._settle()

    def on_resize(self) -> None:
        """Lay the views out again."""
        self._settle()

    @property
    def length(self) -> int:
        """How many views there are."""
        return len(self.views)

    def position(self) -> str:
        """Return how many views there are."""
        return f"{len(self.views)}"

    def _settle(self) -> None:
        columns = self.size.width - 2
        self._placed = []
        for number, view in enumerate(self.views if columns > 0 else ()):
            block = _block(view, columns, here=number == self.cursor)
            self._placed += [_Placed(content, number) for content in block]
        at = [y for y, placed in enumerate(self._placed) if placed.view == self.cursor]
        if at:
            self.reveal(at[0], at[-1])
        self.refresh()

    def content_at(self, y: int) -> Line:
        """Return one line of a view, or how to save the first."""
        if not self.views:
            return _FIRST[y] if y < len(_FIRST) else ()
        at = self.top + y
        if at >= len(self._placed):
            return ()
        placed = self._placed[at]
        return self.barred(placed.content, placed.view == self.cursor)

    def item_at(self, x: int, y: int) -> int | None:
        """Return the view on a row of the content."""
        return self._placed[self.top + y].view if self.views and self.top + y < len(self._placed) else None

    def moved(self, before: int) -> None:
        """Bring the view into sight."""
        self._settle()

    def action_choose(self) -> None:
        """Open the view under the cursor."""
        if self.views:
            self.post_message(self.Recalled(self.views[self.cursor].name))

    def on_key(self, event: events.Key) -> None:
        """Take a letter or Delete; everything else is a movement or closes the list."""
        typed = event.character or ""
        if event.key == "delete" and self.views:
            self.post_message(self.Dropped(self.views[self.cursor].name))
        elif len(typed) == 1 and typed.isascii() and typed.isalpha() and typed.lower() not in _KEPT_FREE:
            self._take(typed)
        else:
            return
        event.stop()
        event.prevent_default()

    def _take(self, letter: str) -> None:
        if letter.isupper():
            self.post_message(self.Saved(letter.lower()))
        elif any(view.name == letter for view in self.views):
            self.post_message(self.Recalled(letter))
        else:
            told = f"No view {letter} is saved; the capital {letter.upper()} saves one."
            self.post_message(self.Refused(told))


_FIRST: Final[Sequence[Line]] = (
    line(("   No view is saved yet.", "text")),
    (),
    line(("   A capital letter keeps", "muted")),
    line(("   the filter in force:", "muted")),
    line(("   B", "key"), (" saves it, ", "muted"), ("V b", "key"), (" recalls it.", "muted")),
)


def _block(view: SavedView, columns: int, *, here: bool) -> list[Line]:
    """Return the letter, the filter and the count of a view."""
    ink = "faint" if not view.opens else "bold" if here else "text"
    key = line((f"{view.name} " if len(view.name) == 1 else "  ", "key"))
    count = line(("…" if view.texts is None else f"{view.texts:,}", "muted")) if view.opens else ()
    told = view.filter if len(view.name) == 1 else f"{view.name}: {view.filter}"
    room = columns - cells(key) - (cells(count) + 1 if count else 0)
    spans = wrap(told, max(1, room))
    if not here and len(spans) > _LINES:
        spans = [*spans[: _LINES - 1], (spans[_LINES - 1][0], len(told))]
    parts = [cut(line((told[start:end], ink)), room) for start, end in spans]
    first = spread(line(*key, *parts[0]), count, columns)
    return [first, *(line(("  ", "text"), *part) for part in parts[1:])]
