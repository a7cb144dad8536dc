"""Every key, in one table: it feeds the bindings, the help, the key row and the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType

Scope = Literal[
    "panel", "timeline", "article", "entities", "when", "desk", "page", "picker", "views", "prompt",
    "form", "help", "copy",
]  # fmt: skip
"""Where a key is heard: in a panel with rows, anywhere on the desk, there unless a layer lies over it, or in a layer."""

Group = Literal["Move", "Filter", "Reason", "Desk"]
"""The heading under which help shows a key."""


class Key(NamedTuple):
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
    _key("down: j down ctrl+n", "j ↓", "next row", "Go to the next row, paragraph or line.", "step(1)", "panel", "Move"),
    _key("up: k up", "k ↑", "previous row", "Go to the previous row, paragraph or line.", "step(-1)", "panel", "Move"),
    _key("page-down: space pagedown", "space PgDn", "a page on", "Go one page on.", "page(1)", "panel", "Move"),
    _key("page-up: b pageup", "b PgUp", "a page back", "Go one page back.", "page(-1)", "panel", "Move"),
    _key("half-down: ctrl+d", "ctrl+d", "half a page on", "Go half a page on.", "half(1)", "panel", "Move"),
    _key("half-up: ctrl+u", "ctrl+u", "half a page back", "Go half a page back.", "half(-1)", "panel", "Move"),
    _key("bottom: G end greater_than_sign", "G End", "last row", "Go to the last row.", "bottom", "panel", "Move"),
    _key("top: home less_than_sign", "gg Home", "first row", "Go to the first row.", "top", "panel", "Move"),
    _key("go: g", "g", "go", "Go to any text: the party's letter, the year's digit, the row's letter; gg goes to the first row.", "go", "page", "Move"),
    _key("jump: f", "f", "jump", "Put a label on everything on the screen; its letters go there.", "jump", "page", "Move"),
    _key("enter: enter", "Enter", "open", "Open the text; in Entities filter by what is marked.", "choose", "panel", "Move"),
    _key("next-text: J", "J", "next text", "Go to the next text from any panel.", "text(1)", "page", "Move"),
    _key("previous-text: K", "K", "previous text", "Go to the previous text from any panel.", "text(-1)", "page", "Move"),
    _key("next-mention: n", "n", "next mention", "Go to the next mention or match in the text.", "mention(1)", "page", "Move"),
    _key("previous-mention: N", "N", "previous mention", "Go to the previous mention or match.", "mention(-1)", "page", "Move"),
    _key("timeline: 1", "1", "to the Timeline", "Give the keyboard to the Timeline.", "panel('timeline')", "desk", "Move"),
    _key("article: 2", "2", "to the Article", "Give the keyboard to the Article.", "panel('article')", "desk", "Move"),
    _key("entities: 3", "3", "to the Entities", "Give the keyboard to the Entities.", "panel('entities')", "desk", "Move"),
    _key("when: 4", "4", "to When", "Give the keyboard to When, the bars above.", "panel('when')", "desk", "Move"),
    _key("bar-right: l right", "l →", "next bar", "Go to the next bar; with an anchor, stretch the period.", "bar(1)", "when", "Move"),
    _key("bar-left: h left", "h ←", "previous bar", "Go to the previous bar.", "bar(-1)", "when", "Move"),
    _key("bars-right: space pagedown", "space PgDn", "several bars on", "Go on by a year of months, a week of days.", "bars(1)", "when", "Move"),
    _key("bars-left: b pageup", "b PgUp", "several bars back", "Go back by a year of months, a week of days.", "bars(-1)", "when", "Move"),
    _key("bar-last: G end greater_than_sign", "G End", "last bar", "Go to the last bar.", "end(1)", "when", "Move"),
    _key("bar-first: home less_than_sign", "Home", "first bar", "Go to the first bar.", "end(-1)", "when", "Move"),
    _key("anchor: v", "v", "anchor", "Begin a period at this bar, or let it go.", "anchor", "when", "Filter"),
    _key("apply: enter", "Enter", "apply", "Filter by the period; again to read its texts.", "apply", "when", "Filter"),
    _key("let-go: escape ctrl+g", "Esc", "restore", "Let the period go; then have the filter as it was.", "let_go", "when", "Filter"),
    _key("finer: plus", "+", "finer", "Show finer bars: quarters, months, weeks, days.", "scale(-1)", "when", "Filter"),
    _key("coarser: minus", "-", "coarser", "Show coarser bars: weeks, months, quarters, years.", "scale(1)", "when", "Filter"),
    _key("right: l right tab", "l → Tab", "panel on the right", "Give the keyboard to the panel on the right.", "beside(1)", "desk", "Move"),
    _key("left: h left shift+tab", "h ←", "panel on the left", "Give the keyboard to the panel on the left.", "beside(-1)", "desk", "Move"),
    _key("party: p", "p", "party", "Filter by party: a letter shows it alone, a capital leaves it out.", "pick('party')", "desk", "Filter"),
    _key("date: d", "d", "date", "Filter by year: a digit shows only that year, x every year.", "pick('date')", "desk", "Filter"),
    _key("entity: e", "e", "entity", "Filter by person, place, body, office or event: a letter, or / and a name.", "pick('entity')", "desk", "Filter"),
    _key("include: plus", "+", "include", "Filter by the entity under the cursor; again to take it back.", "filter('only')", "entities", "Filter"),
    _key("exclude: minus", "-", "exclude", "Leave out what names the entity under the cursor.", "filter('leave out')", "entities", "Filter"),
    _key("filter: slash", "/", "filter", "Edit the filter as text; the list follows while you type.", "prompt", "desk", "Filter"),
    _key("earlier: comma", ",", "earlier", "Slide the date filter back by its own width.", "slide(-1)", "page", "Filter"),
    _key("later: full_stop", ".", "later", "Slide the date filter on by its own width.", "slide(1)", "page", "Filter"),
    _key("clear: 0", "0", "clear all", "Take the whole filter away.", "clear", "page", "Filter"),
    _key("drop: backspace", "Backspace", "drop last", "Take the last part of the filter away.", "drop", "page", "Filter"),
    _key("evidence: i", "i", "evidence", "Show the words that decided the date.", "evidence", "page", "Reason"),
    _key("correct: C", "C", "correct", "Correct the date, or who and what the text names; a digit begins a date.", "correct", "page", "Reason"),
    _key("views: V", "V", "views", "List the saved views: a letter opens one, a capital saves what is in force.", "views", "desk", "Filter"),
    _key("filter-back: H", "H", "filter back", "Go back to the filter that was in force before.", "view(-1)", "page", "Filter"),
    _key("filter-on: L", "L", "filter on", "Go forward again to the filter behind this one.", "view(1)", "page", "Filter"),
    _key("here: asterisk", "*", "filter by it", "Filter by the name under the cursor: where n stands, or the first of the paragraph.", "here", "page", "Filter"),
    _key("why: w", "w", "why", "Show why this text is in the list: a reason for each part of the filter.", "why", "page", "Reason"),
    _key("reasons: 6", "6", "to the reasons", "Give the keyboard to the panel of reasons.", "reasons", "desk", "Reason"),
    _key("raw: R", "R", "raw text", "Show the text as it was received, and back.", "raw", "page", "Reason"),
    _key("star: s", "s", "star", "Set or take away this text's star.", "star", "page", "Desk"),
    _key("read: m", "m", "read, unread", "Mark this text as read, or as unread.", "read", "page", "Desk"),
    _key("tag: t", "t", "tag", "Tag this text; the same tag again, or a minus before it, takes it away.", "tag", "page", "Desk"),
    _key("note: a", "a", "note", "Write a note on the paragraph, or from the Timeline on the text.", "note", "page", "Desk"),
    _key("copy: y", "y", "copy", "Copy: y the line under the cursor, p the paragraph with citation, l the link, t the whole text.", "copy", "page", "Desk"),
    _key("select: x", "x", "select", "Select this row for the next mark, or no longer.", "select", "timeline", "Desk"),
    _key("select-all: A", "A", "select all", "Select every row that the filter shows.", "select_all", "timeline", "Desk"),
    _key("select-range: v", "v", "range", "Select from this row to where the cursor goes; again ends it.", "select_range", "timeline", "Desk"),
    _key("select-none: X", "X", "select none", "Select nothing.", "select_none", "timeline", "Desk"),
    _key("only-starred: S", "S", "only starred", "Show only what you starred, and again all.", "only('starred')", "page", "Filter"),
    _key("only-unread: M", "M", "only unread", "Show only what you have not read, and again all.", "only('unread')", "page", "Filter"),
    _key("undo: u", "u", "undo", "Take back the last mark or correction, also after a restart.", "undo", "page", "Desk"),
    _key("redo: U", "U", "redo", "Make again what was taken back last.", "redo", "page", "Desk"),
    _key("wider: right_parenthesis", ")", "longer lines", "Set the article in longer lines.", "measure(1)", "page", "Desk"),
    _key("narrower: left_parenthesis", "(", "shorter lines", "Set the article in shorter lines.", "measure(-1)", "page", "Desk"),
    _key("zoom: z", "z", "zoom", "Give this panel the whole page, and back.", "zoom", "page", "Desk"),
    _key("palette: ctrl+p", "ctrl+p", "palette", "Find any action by its name, and run it.", "palette", "desk", "Desk"),
    _key("repaint: ctrl+l", "ctrl+l", "repaint", "Send the whole screen again, where something else wrote over it.", "repaint", "desk", "Desk"),
    _key("help: question_mark f1", "?", "help", "Show every key, this panel's first, and the manual.", "help", "desk", "Desk"),
    _key("close: q", "q", "close, quit", "Close the top layer; where there is none, quit.", "close", "desk", "Desk"),
    _key("back: escape ctrl+g", "Esc", "back", "Go one step back: close the top layer; it never quits.", "back", "desk", "Desk"),
    _key("quit: Q ctrl+q", "Q ctrl+q", "quit at once", "Quit at once; everything is kept already.", "quit", "desk", "Desk"),
    _key("pick-letter: ", "letter", "show only", "Show only this party or year; again to take it back.", "", "picker", "Filter"),
    _key("pick-capital: ", "CAPITAL", "leave out", "Leave this party out; again to take it back.", "", "picker", "Filter"),
    _key("pick-either: ", ", letter", "either", "Show texts with this party or the one chosen before.", "", "picker", "Filter"),
    _key("pick-word: ", "/ word", "find", "Leave the names that have these words; Enter takes the marked one.", "", "picker", "Filter"),
    _key("pick-digit: ", "digit", "this year", "Show only this year, or in go the texts of it.", "", "picker", "Filter"),
    _key("pick-month: ", "m", "its month", "In dates: the month of the text under the cursor.", "", "picker", "Filter"),
    _key("pick-week: ", "w", "±7 days", "In dates: a week before and after that text.", "", "picker", "Filter"),
    _key("pick-beside: ", "a b", "after, before", "In dates: what came after or before that text.", "", "picker", "Filter"),
    _key("pick-today: ", "t", "today", "In dates: today.", "", "picker", "Filter"),
    _key("pick-range: ", "r", "range", "In dates: type from which day to which.", "", "picker", "Filter"),
    _key("pick-letters: ", "letters", "go there", "In go and jump: go to what has these letters.", "", "picker", "Move"),
    _key("pick-stop: ", "Enter", "stop here", "In go: stop at the texts that are shown so far.", "", "picker", "Move"),
    _key("pick-none: ", "x", "none", "Take this filter away.", "", "picker", "Filter"),
    _key("prompt-complete: ", "Tab", "complete", "Put the next name or value that fits at the cursor; Shift+Tab the one before.", "", "prompt", "Filter"),
    _key("prompt-recall: ", "↑ ↓", "earlier filters", "Go through the filters typed before.", "", "prompt", "Filter"),
    _key("view-letter: ", "letter", "open", "Open the view that was saved under this letter.", "", "views", "Filter"),
    _key("view-capital: ", "CAPITAL", "save", "Save the filter in force, its panel and its text under this letter.", "", "views", "Filter"),
    _key("view-forget: ", "Del", "forget", "Take the view under the cursor away.", "", "views", "Filter"),
    _key("prompt-accept: ", "Enter", "keep", "Keep the filter as typed, or accept the suggestion.", "", "prompt", "Filter"),
    _key("prompt-cancel: ", "Esc", "cancel", "Go back to the filter as it was.", "", "prompt", "Filter"),
    _key("form-letter: ", "letter", "correct it", "Correct what has this letter.", "", "form", "Reason"),
    _key("form-digit: ", "digit", "date", "Begin the date; Enter keeps it.", "", "form", "Reason"),
    _key("copy-line: ", "y", "line", "Copy what stands under the cursor, in any panel.", "", "copy", "Desk"),
    _key("copy-paragraph: ", "p", "paragraph, cited", "Copy the paragraph with agency, place, day and headline.", "", "copy", "Desk"),
    _key("copy-link: ", "l", "link", "Copy the command that opens newsdesk at this paragraph.", "", "copy", "Desk"),
    _key("copy-text: ", "t", "whole text", "Copy the whole text as it is cleaned.", "", "copy", "Desk"),
    _key("help-find: ", "type", "find", "Type a word, or @ and a key, to find a key.", "", "help", "Desk"),
)  # fmt: skip
"""The whole keyboard."""

NOT_IN_KIOSK: Final[frozenset[str]] = frozenset({"palette", "correct", "form-letter", "form-digit"})
"""The ids of what a kiosk does not have: what changes more than the reader's own marks, or reaches further."""

ON_DESK: Final[frozenset[Scope]] = frozenset({"desk", "page"})
"""The scopes whose keys the Desk hears."""

WHERE: Final[dict[Scope, str]] = {
    "panel": "panels",
    "timeline": "Timeline",
    "article": "Article",
    "entities": "Entities",
    "when": "When",
    "desk": "everywhere",
    "page": "everywhere",
    "picker": "picker",
    "views": "views",
    "prompt": "filter line",
    "form": "form",
    "help": "help",
    "copy": "copy line",
}
"""How help and the manual call the place where a key is heard."""

BY_ID: Final = {key.id: key for key in KEYS}


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the Textual bindings of some scopes."""
    from textual.binding import Binding  # the table is read without a screen, too

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
    rows = [f"| `{key.shown}` | {WHERE[key.scope]} | {key.tooltip} |" for key in KEYS]
    return "\n".join(["| Key | Where | What it does |", "| --- | --- | --- |", *rows])


def names() -> str:
    """Return the table of actions by the names that keys.toml calls them, as Markdown."""
    rows = [
        f"| `{key.id}` | `{key.shown}` | {key.tooltip} |"
        for key in sorted(KEYS, key=lambda k: k.id)
        if key.keys
    ]
    return "\n".join(["| Action | Keys | What it does |", "| --- | --- | --- |", *rows])
