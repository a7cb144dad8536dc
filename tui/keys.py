"""Every key, in one table: it feeds the bindings, the help, the key row and the manual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from textual.binding import Binding, BindingType

Scope = Literal[
    "panel", "timeline", "article", "entities", "when", "desk", "page", "picker", "prompt", "form", "help"
]
"""Where a key is heard: in a panel with rows, anywhere on the desk, there unless a layer lies over it, or in a layer."""

Group = Literal["Move", "Filter", "Reason", "Desk"]
"""The heading under which help shows a key."""


@dataclass(frozen=True, slots=True)
class Key:
    """One action and the keys that call it."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them; empty where the layer reads a whole family of keys itself."""
    shown: str
    """As the help and the manual print them."""
    label: str
    """The word in the key row."""
    tooltip: str
    """One sentence."""
    action: str
    scope: Scope
    group: Group


def _key(spec: str, shown: str, label: str, tooltip: str, action: str, scope: Scope, group: Group) -> Key:
    name, _, keys = spec.partition(": ")
    return Key(name, tuple(keys.split()), shown, label, tooltip, action, scope, group)


KEYS: Final[tuple[Key, ...]] = (
    _key("down: j down ctrl+n", "j ↓", "down", "Go to the next row, paragraph or line.", "step(1)", "panel", "Move"),
    _key("up: k up", "k ↑", "up", "Go to the previous row, paragraph or line.", "step(-1)", "panel", "Move"),
    _key("page-down: space pagedown", "space PgDn", "page", "Go one page on.", "page(1)", "panel", "Move"),
    _key("page-up: b pageup", "b PgUp", "page back", "Go one page back.", "page(-1)", "panel", "Move"),
    _key("half-down: ctrl+d", "ctrl+d", "half page", "Go half a page on.", "half(1)", "panel", "Move"),
    _key("half-up: ctrl+u", "ctrl+u", "half back", "Go half a page back.", "half(-1)", "panel", "Move"),
    _key("bottom: G end greater_than_sign", "G End", "bottom", "Go to the last row.", "bottom", "panel", "Move"),
    _key("top: home less_than_sign", "gg Home", "top", "Go to the first row.", "top", "panel", "Move"),
    _key("go: g", "g", "go", "Wait for a second g, which goes to the first row.", "go", "panel", "Move"),
    _key("enter: enter", "Enter", "open", "Open the text; in Entities filter by what is marked.", "choose", "panel", "Move"),
    _key("next-text: J", "J", "next text", "Go to the next text from any panel.", "text(1)", "page", "Move"),
    _key("previous-text: K", "K", "previous text", "Go to the previous text from any panel.", "text(-1)", "page", "Move"),
    _key("next-mention: n", "n", "mention", "Go to the next mention or match in the text.", "mention(1)", "page", "Move"),
    _key("previous-mention: N", "N", "mention back", "Go to the previous mention or match.", "mention(-1)", "page", "Move"),
    _key("timeline: 1", "1", "timeline", "Give the keyboard to the Timeline.", "panel('timeline')", "desk", "Move"),
    _key("article: 2", "2", "article", "Give the keyboard to the Article.", "panel('article')", "desk", "Move"),
    _key("entities: 3", "3", "entities", "Give the keyboard to the Entities.", "panel('entities')", "desk", "Move"),
    _key("right: l right tab", "l → Tab", "panel", "Give the keyboard to the panel on the right.", "beside(1)", "desk", "Move"),
    _key("left: h left shift+tab", "h ←", "panel left", "Give the keyboard to the panel on the left.", "beside(-1)", "desk", "Move"),
    _key("party: p", "p", "party", "Filter by party: a letter shows it alone, a capital leaves it out.", "pick('party')", "desk", "Filter"),
    _key("date: d", "d", "date", "Filter by year: a digit shows only that year, x every year.", "pick('date')", "desk", "Filter"),
    _key("filter: slash", "/", "filter", "Edit the filter as text; the list follows while you type.", "prompt", "desk", "Filter"),
    _key("clear: 0", "0", "clear all", "Take the whole filter away.", "clear", "page", "Filter"),
    _key("drop: backspace", "Backspace", "drop last", "Take the last part of the filter away.", "drop", "page", "Filter"),
    _key("evidence: i", "i", "evidence", "Show the words that decided the date.", "evidence", "page", "Reason"),
    _key("raw: R", "R", "raw text", "Show the text as it was received, and back.", "raw", "page", "Reason"),
    _key("star: s", "s", "star", "Set or take away this text's star.", "star", "page", "Desk"),
    _key("read: m", "m", "read", "Mark this text as read, or as unread.", "read", "page", "Desk"),
    _key("zoom: z", "z", "zoom", "Give this panel the whole page, and back.", "zoom", "page", "Desk"),
    _key("help: question_mark f1", "?", "help", "Show every key, this panel's first, and the manual.", "help", "desk", "Desk"),
    _key("close: q", "q", "close", "Close the top layer; where there is none, quit.", "close", "desk", "Desk"),
    _key("back: escape ctrl+g", "Esc", "back", "Go one step back: close the top layer; it never quits.", "back", "desk", "Desk"),
    _key("quit: Q ctrl+q", "Q ctrl+q", "quit", "Quit at once; everything is kept already.", "quit", "desk", "Desk"),
    _key("pick-letter: ", "letter", "show only", "Show only this party or year; again to take it back.", "", "picker", "Filter"),
    _key("pick-capital: ", "CAPITAL", "leave out", "Leave this party out; again to take it back.", "", "picker", "Filter"),
    _key("pick-either: ", ", letter", "either", "Show texts with this party or the one chosen before.", "", "picker", "Filter"),
    _key("pick-none: ", "x", "none", "Take this filter away.", "", "picker", "Filter"),
    _key("prompt-accept: ", "Enter", "keep", "Keep the filter as typed, or accept the suggestion.", "", "prompt", "Filter"),
    _key("prompt-cancel: ", "Esc", "cancel", "Go back to the filter as it was.", "", "prompt", "Filter"),
    _key("help-find: ", "type", "find", "Type a word, or @ and a key, to find a key.", "", "help", "Desk"),
)  # fmt: skip
"""The whole keyboard."""

ON_DESK: Final[frozenset[Scope]] = frozenset({"desk", "page"})
"""The scopes whose keys the Desk hears."""

_WHERE: Final[dict[Scope, str]] = {
    "panel": "panels",
    "timeline": "Timeline",
    "article": "Article",
    "entities": "Entities",
    "when": "When",
    "form": "form",
    "desk": "everywhere",
    "page": "everywhere",
    "picker": "picker",
    "prompt": "filter line",
    "help": "help",
}

BY_ID: Final = {key.id: key for key in KEYS}


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the Textual bindings of some scopes."""
    return [
        Binding(",".join(key.keys), key.action, key.label, id=key.id, tooltip=key.tooltip, show=False)
        for key in KEYS
        if key.scope in scopes and key.keys
    ]


def hints(*ids: str) -> tuple[tuple[str, str], ...]:
    """Return (key, word) of some keys, for the key row."""
    return tuple((BY_ID[i].shown.split(" ")[0], BY_ID[i].label) for i in ids)


def table() -> str:
    """Return the key table of the manual and the README, as Markdown."""
    rows = [f"| `{key.shown}` | {_WHERE[key.scope]} | {key.tooltip} |" for key in KEYS]
    return "\n".join(["| Key | Where | What it does |", "| --- | --- | --- |", *rows])
