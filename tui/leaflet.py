"""The help as a leaflet: every key and page of the manual, in columns that are read page by page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple, get_args

from tui.handbook import PAGES, Page
from tui.keyboard import Keyboard
from tui.keys import KEYS, ON_DESK, WHERE, Group, Key
from tui.lines import Line, line
from tui.measure import clip, wrap

_KEY: Final = 11
"""Cells that the keys take before their words."""

_MARGIN: Final = 2
"""Cells before the keys, the first of which is the cursor's."""

_TWO_FROM: Final = 70
"""Columns from which there are two columns."""

_SENTENCE: Final = 44
"""Cells from which a key has its sentence and not only its word."""

_GROUPS: Final = (*(group for group in get_args(Group) if group != "Move"), "Move")
"""The headings of what is heard everywhere; how to move is known first, and looked up least."""


class Entry(NamedTuple):
    """One row of the leaflet."""

    group: str
    shown: str
    """The keys in force, as they are printed."""
    word: str
    sentence: str
    target: Key | Page


Row = tuple[Line, int | None]
"""One line of a column, and the number of the entry that it belongs to."""

Column = list[Row]


def entries(panel: str, keyboard: Keyboard) -> list[Entry]:
    """Return every key, those of the panel that the reader comes from first, and the pages of the manual."""
    heard = (key for key in KEYS if key.id not in keyboard.lacks)
    keys = sorted(heard, key=lambda key: _rank(key, panel))
    found = [Entry(_heading(key, panel), keyboard.shown(key), key.label, key.tooltip, key) for key in keys]
    return [*found, *(Entry("Manual", "Enter", page.title, page.title, page) for page in PAGES)]


def _is_heard(key: Key, panel: str) -> bool:
    """Tell whether a key is the panel's: one of its own, or, where it has rows, one of those for rows."""
    return key.scope == panel or (key.scope == "panel" and panel != "when")


def _rank(key: Key, panel: str) -> tuple[int, int]:
    if _is_heard(key, panel):
        return 0, int(key.scope == "panel")
    if key.scope in ON_DESK:
        return 1, _GROUPS.index(key.group)
    return 2, list(WHERE).index(key.scope)


def _heading(key: Key, panel: str) -> str:
    if _is_heard(key, panel):
        return "This panel"
    the = "" if key.scope == "when" else "the "
    return key.group if key.scope in ON_DESK else f"In {the}{WHERE[key.scope]}"


def found(every: Sequence[Entry], typed: str) -> list[Entry]:
    """Return what has the words in its sentence or on its page, or, after @, a key; that very key first."""
    if typed.startswith("@"):
        key = typed[1:]
        hits = [one for one in every if isinstance(one.target, Key) and _has_key(one.shown, key)]
        return sorted(hits, key=lambda one: key not in one.shown.split())
    words = typed.casefold().split()
    hits = [one for one in every if all(word in _said(one) for word in words)]
    return sorted(hits, key=lambda one: _is_aside(one, words))


def _is_aside(entry: Entry, words: Sequence[str]) -> bool:
    """Tell whether a page only speaks of the words, and is not about them."""
    title = entry.sentence.casefold()
    return isinstance(entry.target, Page) and not all(word in title for word in words)


def _has_key(shown: str, typed: str) -> bool:
    """Tell whether a key begins as typed; capitals count in a key of one letter."""
    return any(
        key.startswith(typed) or (len(typed) > 1 and key.casefold().startswith(typed.casefold()))
        for key in shown.split()
    )


def _said(entry: Entry) -> str:
    if isinstance(entry.target, Page):
        return _on_page(entry.target)
    return f"{entry.word}\n{entry.sentence}\n{entry.group}".casefold()


@cache
def _on_page(page: Page) -> str:
    return f"{page.title}\n{page.text()}\nmanual".casefold()


def typeset(every: Sequence[Entry], width: int, room: int, *, narrowed: bool) -> list[list[Column]]:
    """Return the pages, each of columns of at most `room` lines.

    Args:
        narrowed: Whether few are left, which then stand in one column with their sentences.
    """
    number = 1 if narrowed or width < _TWO_FROM else 2
    cells = width // number
    in_full = narrowed or cells - _KEY - 2 * _MARGIN >= _SENTENCE
    columns: list[Column] = [[]]
    for at, entry in enumerate(every):
        rows, heading = _rows(entry, at, cells, in_full), (line((entry.group, "faint")), None)
        if at == 0 or entry.group != every[at - 1].group:
            gap: Column = [((), None)] if columns[-1] else []
            rows = [*gap, heading, *rows]
        if columns[-1] and len(columns[-1]) + len(rows) > room:
            columns.append([])
            rows = [heading, *(row for row in rows if row[1] is not None)]
        columns[-1] += rows
    return [columns[i : i + number] for i in range(0, len(columns), number)]


def _rows(entry: Entry, at: int, width: int, in_full: bool) -> Column:
    """Return the lines of one entry, from the cell after the cursor's."""
    cells = width - _KEY - 2 * _MARGIN
    key = line((f"{clip(entry.shown, _KEY - 1):<{_KEY}}", "key"))
    if not in_full:
        return [(line(*key, (clip(entry.word, cells), "text")), at)]
    text = entry.sentence
    return [
        (line(*(key if start == 0 else ((" " * _KEY, "text"),)), (text[start:end], "text")), at)
        for start, end in wrap(text, cells)
    ]
