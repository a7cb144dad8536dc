"""The status line and the key row: one sentence about what is shown, and the keys that matter now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal, get_args

from store.errors import ArchiveError, NewsError
from tui.keyboard import Keyboard
from tui.keys import Scope, hints
from tui.lines import Line, cells, cut, line
from tui.panel import Painted
from tui.wording import DAY_KINDS, SIGNS, certainty, corrected, long_day

if TYPE_CHECKING:
    from store.article import Article

Layer = Literal[
    "when", "brush", "timeline", "article", "entities", "evidence", "why",
    "party", "date", "entity", "go", "rows", "jump", "views",
    "prompt", "form", "choice", "entry", "names", "question", "selected", "copy", "help", "manual", "empty",
]  # fmt: skip
"""What has the keyboard, and which keys are shown for it."""

LAYERS: Final[tuple[Layer, ...]] = get_args(Layer)

_DESK = hints("party", "date", "filter", "go", "star", "evidence")
_MORE = (("J K", "article"), *hints("entity", "tag", "copy", "why", "correct", "undo", "zoom"))

_SLIDE = hints("earlier", "later")

_KEYS: Final[dict[Layer, tuple[tuple[str, str], ...]]] = {
    "timeline": (("j k", "move"), *_DESK, *_MORE),
    "article": (("j k", "paragraph"), ("n N", "mention"), *_DESK, *hints("note", "raw"), *_MORE),
    "entities": (("j k", "move"), ("Enter", "filter by it"), *_DESK, *_MORE),
    "when": (("h l", "bar"), *hints("anchor", "apply"), *_SLIDE, ("+ -", "finer, coarser"), ("Esc", "back")),
    "brush": (("h l", "stretch"), *hints("apply"), *_SLIDE, ("+ -", "finer, coarser"), ("Esc", "let go")),
    "evidence": (
        ("j k", "next reason"), ("Enter", "go to the words"), *hints("correct", "why"), ("q", "close"),
    ),
    "why": (("j k", "next chip"), ("Enter", "go to the words"), *hints("evidence"), ("q", "close")),
    "party": (
        ("letter", "show only"), ("CAPITAL", "leave out"), (", letter", "either"), ("/", "type a name"),
        ("x", "clear"), ("q", "close"),
    ),
    "date": (
        ("digit", "year"), ("m", "month"), ("w", "±7 days"), ("a b", "after, before"), ("r", "range"),
        (", digit", "either"), ("x", "every date"), ("q", "close"),
    ),
    "entity": (
        ("letter", "show only"), ("CAPITAL", "leave out"), (", letter", "either"), ("/", "type a name"),
        ("x", "clear"), ("q", "close"),
    ),
    "rows": (
        ("letters", "open that text"), ("↑ ↓", "scroll"), ("Enter", "stop here"), ("Esc", "back"),
    ),
    "jump": (("letters", "go there"), ("Esc", "stay")),
    "go": (
        ("letter", "party"), ("digit", "year"), ("g", "first row"), ("Enter", "stop here"), ("Esc", "back"),
    ),
    "prompt": (("Tab", "complete"), ("↑ ↓", "earlier filters"), ("Enter", "keep"), ("Esc", "cancel")),
    "question": (("the same key", "yes"), ("Esc", "no")),
    "selected": (("j k", "move"), *hints("tag", "star", "read", "select", "select-range", "select-none")),
    "copy": (*hints("copy-line", "copy-paragraph", "copy-link", "copy-text"), ("Esc", "leave")),
    "entry": (("Enter", "keep"), ("Esc", "cancel")),
    "names": (("Enter", "keep"), ("Tab", "complete"), ("Esc", "cancel")),
    "form": (
        ("digit", "date"), ("letter", "correct it"), ("j k", "move"), ("Enter", "choose"), ("q", "back"),
    ),
    "choice": (("j k", "move"), ("Enter", "choose"), ("q", "back")),
    "views": (
        ("letter", "open"), ("CAPITAL", "save"), ("↑ ↓", "move"), ("Del", "forget"),
        ("q", "close"),
    ),
    "help": (("type", "to find"), ("↑ ↓", "move"), ("Enter", "run"), ("PgDn", "next page"), ("Esc", "close")),
    "manual": (("j k", "scroll"), ("space", "page"), ("q", "close")),
    "empty": (("j k", "choose"), ("Enter", "leave out"), *hints("drop", "clear")),
}  # fmt: skip

_OWN: Final[dict[Layer, Scope]] = {
    "brush": "when", "selected": "timeline", "entry": "prompt", "names": "prompt", "choice": "form",
    "party": "picker", "date": "picker", "entity": "picker", "go": "picker",
    "rows": "picker", "jump": "picker",
}  # fmt: skip
"""Where the keys of a layer are heard, if not in a place of its own name."""

Hint = Literal["party", "evidence", "help"]
"""A first-run hint, named after the key that takes it away for ever."""

HINTS: Final[tuple[Hint, ...]] = ("party", "evidence", "help")


class StatusLine(Painted):
    """One sentence; its subject in ink, the rest quieter, keys bold."""

    keyboard = Keyboard()
    """The keys in force."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.sentence: Line = ()

    def say(self, *spans: tuple[str, str]) -> None:
        """Show a sentence."""
        if spans != self.sentence:
            self.sentence = spans
            self.refresh()

    def line_at(self, y: int) -> Line:
        """Return the sentence."""
        return cut(line((" ", "text"), *self.keyboard.in_force(self.sentence)), self.size.width - 1)


class KeyRow(Painted):
    """The keys of the layer that has the keyboard; help stands at the right edge."""

    keyboard = Keyboard()
    """The keys in force."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.heard_by: Layer = "timeline"
        self.tiny = False

    def fit(self, *, tiny: bool) -> None:
        """Say what size would do where nothing fits."""
        if tiny != self.tiny:
            self.tiny = tiny
            self.refresh()

    def show_for(self, layer: Layer) -> None:
        """Show the keys of another layer."""
        if layer != self.heard_by:
            self.heard_by = layer
            self.refresh()

    def line_at(self, y: int) -> Line:
        """Return whole hints only, as many as there is room for."""
        columns = self.size.width
        if self.tiny:
            return cut(line((" Wider than 50x12 shows the panels", "faint")), columns)
        right = self.keyboard.in_force(line(("?", "key"), (" help ", "faint")))
        spans: list[tuple[str, str]] = [(" ", "text")]
        for keys, word in self.hints:
            hint = [(keys, "key"), (f" {word}  ", "faint")]
            if cells(spans) + cells(hint) + cells(right) > columns:
                break
            spans += hint
        return line(*spans, (" " * (columns - cells(spans) - cells(right)), "text"), *right)

    @property
    def hints(self) -> list[tuple[str, str]]:
        """The keys in force here, and what each does, the most wanted first."""
        scopes = (_OWN.get(self.heard_by, self.heard_by), "panel", "page", "desk")
        missing = hints(*self.keyboard.lacks)
        return [
            (" ".join(self.keyboard.spoken(key, *scopes) for key in keys.split(" ")), word)
            for keys, word in _KEYS[self.heard_by]
            if (keys, word) not in missing
        ]


def first_run(left: Sequence[Hint], letter: str, article: Article | None) -> Line:
    """Return the hints that were not followed yet.

    Args:
        letter: The key of the first party there is; nothing where no party has one.
        article: The text that is open.
    """
    year = (article.date.value or "")[:4] if article and article.date.certainty == "likely" else ""
    words = {
        "party": (f"p {letter}", " shows one party") if letter else ("p", " lists the parties"),
        "evidence": ("i", f" shows why the year is {year}" if year else " shows how the day is known"),
        "help": ("?", " finds any key"),
    }
    spans: list[tuple[str, str]] = []
    for hint in left:
        key, text = words[hint]
        spans += [("  ·  " if spans else "", "faint"), (key, "key"), (text, "muted")]
    return line(*spans)


def complaint(error: NewsError, more: str = "") -> Line:
    """Return what went wrong: which file and why, then the way to it, and what else is to be said."""
    told, way = str(error), ""
    if isinstance(error, ArchiveError) and (name := PurePath(error.file).name) != error.file:
        told, way = f"{name}: {error.reason}", f" · {error.file}"
    return line(("! ", "error"), (told, "text"), (way + more, "muted"))


def about_date(article: Article) -> Line:
    """Return the sentence about an article's day: the day, the words that decided, how sure it is."""
    when, word = article.date, corrected(article.date) or certainty(article.date)
    spans = [(long_day(when), "text"), (SIGNS[when.certainty], "warn"), (f" {word}" if word else "", "muted")]
    of_year = [item for item in when.evidence if item.kind not in DAY_KINDS]
    reason = next(iter(of_year or when.evidence), None)
    if reason and reason.quote and when.certainty != "certain":
        what = "year from " if 0 < len(of_year) < len(when.evidence) else "from "
        spans += [(f"  {what}", "muted"), (f"“{reason.quote}”", "text")]
    if when.certainty == "unknown":
        spans.append((f" · no words tell the {'year' if when.month_day else 'day'}", "muted"))
    return line(*spans, (" · ", "faint"), ("i", "key"), (" evidence", "faint"))
