"""What a reader says of texts: read, starred, tags, notes, the place in each; and the views they saved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from itertools import repeat
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from store.fold import fold

VIEW_FORMAT: Final = 1
"""The version of saved views that this program writes."""

LONGEST_TAG: Final = 40
LONGEST_NOTE: Final = 2000
LONGEST_NAME: Final = 40
LONGEST_QUERY: Final = 4000

FIRST: Final = -3
"""The lowest number of a paragraph: that of the caption."""

LAST: Final = 1_000_000
"""The highest number of a paragraph: no text has so many."""

_ID: Final = re.compile(r"[0-9a-f]{12}")

_LITTLE: Final = 100
"""So many changed documents are understood by themselves."""

_PLAIN: Final = frozenset({"article", "read", "starred"})
"""The fields of most marks."""

_TRUTHS: Final = frozenset({bool, type(None)})
"""The types of what is said or not said."""

Said = dict[str, Any]
"""One document of a reader's file, as JSON holds it."""

_T = TypeVar("_T")

About = tuple[str, str]
"""What a document is about: `article`, `hint`, `view`, `history` or `asked`, and which."""


class Note(NamedTuple):
    """A remark on a paragraph of a text, or on the whole of it."""

    text: str
    paragraph: int | None = None
    """As in a mention: counted from 0, headline, standfirst and caption below; None is the whole text."""
    at: datetime | None = None
    """When it was written, aware and UTC; None where the file no longer says."""


class Mark(NamedTuple):
    """What a reader said of one article; None and nothing where they said nothing."""

    read: bool | None = None
    starred: bool | None = None
    tags: tuple[str, ...] = ()
    """In the order in which they were given, as typed."""
    notes: tuple[Note, ...] = ()
    """In the order in which they were written."""
    place: int | None = None
    """The paragraph at which they left it."""


SILENT: Final = Mark()
"""Nothing said."""


class View(NamedTuple):
    """A query that a reader saved under a name, and where they stood in its answer."""

    query: str
    panel: str | None = None
    row: str | None = None
    """The article under the cursor."""
    paragraph: int | None = None
    format: int = VIEW_FORMAT

    @property
    def is_newer(self) -> bool:
        """Tell whether a newer newsdesk saved it; it is named, and neither opened nor replaced."""
        return self.format > VIEW_FORMAT


class Marks(NamedTuple):
    """All that one reader said."""

    articles: Mapping[str, Mark] = MappingProxyType({})
    hints: frozenset[str] = frozenset()
    views: Mapping[str, View] = MappingProxyType({})
    """By name."""
    last: View | None = None
    """Where the reader was when the desk was closed."""
    strange: int = 0
    """So many records of the file are not understood; they are left out, and kept as they are."""
    history: Mapping[str, Any] = MappingProxyType({})
    """What can be taken back, as the file has it."""
    asked: tuple[str, ...] = ()
    """The filters typed last, the latest at the end."""

    def tags(self) -> dict[str, int]:
        """Return the tags in use, each as it was typed first, with the number of texts that have it."""
        names: dict[str, str] = {}
        counts: dict[str, int] = {}
        for mark in self.articles.values():
            for tag in mark.tags:
                name = names.setdefault(fold(tag), tag)
                counts[name] = counts.get(name, 0) + 1
        return counts


def key(document: Mapping[str, Any]) -> About | None:
    """Return what a document of a reader's file is about; None if that is not understood."""
    about = document.get("article")
    if isinstance(about, str):
        return "article", about
    for kind in ("hint", "view", "history", "asked"):
        about = document.get(kind)
        if isinstance(about, str) and "article" not in document:
            return kind, about
    return None


class Understanding:
    """Makes marks of documents; those that are as they were the last time are not read again."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._known: dict[str, tuple[Said, Mark, bool]] = {}
        self._documents: list[Said] = []
        self._is_twofold = False
        self._marks = Marks()

    def marks(self, documents: Iterable[Said]) -> Marks:
        """Return what the documents of a reader's file say, as far as they can be understood."""
        now = list(documents)
        self._marks = self._a_step_on(now) or self._all(now)
        self._documents = now
        return self._marks

    def _a_step_on(self, documents: list[Said]) -> Marks | None:
        """Return what is said if since the last time little was: about articles, and in the history."""
        before, known = self._documents, self._known
        added = repeat(None, max(0, len(documents) - len(before)))
        pairs = [(old, new) for old, new in zip((*before, *added), documents, strict=False) if old is not new]
        if not before or len(documents) < len(before) or len(pairs) > _LITTLE or self._is_twofold:
            return None
        said: dict[str, tuple[Said, Mark, bool]] = {}
        history, strange = self._marks.history, self._marks.strange
        for old, new in pairs:
            kind, about = key(new) or ("", "")
            is_first = not history if kind == "history" else about not in known and about not in said
            if not (is_first if old is None else key(old) == key(new)):
                return None
            if kind == "article" and _ID.fullmatch(about):
                said[about] = new, *_mark(new)
                strange += (not said[about][2]) - (about in known and not known[about][2])
            elif (kind, about) == ("history", "marks"):
                history = new
            else:
                return None
        known.update(said)
        articles = {**self._marks.articles, **{about: mark for about, (_, mark, _) in said.items()}}
        return self._marks._replace(articles=articles, history=history, strange=strange)

    def _all(self, documents: list[Said]) -> Marks:
        """Return what all the documents say."""
        self._is_twofold = False
        known = self._known
        found: dict[str, tuple[Said, Mark, bool]] = {}
        articles: dict[str, Mark] = {}
        views: dict[str, View] = {}
        hints: set[str] = set()
        history: Said = {}
        asked: tuple[str, ...] = ()
        strange = 0
        for document in documents:
            about = document.get("article")
            if not isinstance(about, str):
                if document.get("history") == "marks":
                    self._is_twofold = self._is_twofold or bool(history)
                    history = document
                elif document.get("asked") == "filters":
                    asked, wrong = _understood(document.get("queries"), _query)
                    strange += wrong
                else:
                    strange += not _take(document, hints, views)
                continue
            one = known.get(about)
            if one is None or (one[0] is not document and one[0] != document):
                if not _ID.fullmatch(about):
                    strange += 1
                    continue
                one = document, *_mark(document)
            self._is_twofold = self._is_twofold or about in found
            found[about], articles[about] = one, one[1]
            strange += not one[2]
        self._known = found
        last = views.pop("", None)
        return Marks(articles, frozenset(hints), views, last, strange, history, asked)


def mark_of(document: Mapping[str, Any]) -> Mark:
    """Return what a document says of an article, without what is not understood."""
    return _mark(document)[0]


def _mark(document: Mapping[str, Any]) -> tuple[Mark, bool]:
    """Return what a document says of an article, and whether all of it is understood."""
    read, starred = document.get("read"), document.get("starred")
    sound = type(read) in _TRUTHS and type(starred) in _TRUTHS
    if not sound:
        read, starred = (value if isinstance(value, bool) else None for value in (read, starred))
    if document.keys() <= _PLAIN:
        return Mark(read, starred), sound
    tags, wrong = _understood(document.get("tags"), _tag)
    notes, also_wrong = _understood(document.get("notes"), _note)
    place = document.get("place")
    paragraph = _paragraph(place)
    sound = sound and not wrong and not also_wrong and (place is None or paragraph is not None)
    return Mark(read, starred, tags, notes, paragraph), sound


def _understood(value: object, read: Callable[[object], _T | None]) -> tuple[tuple[_T, ...], bool]:
    """Return those items of a list that are understood, and whether anything is not."""
    if value is None:
        return (), False
    if not isinstance(value, list):
        return (), True
    found = tuple([item for one in value if (item := read(one)) is not None])
    return found, len(found) < len(value)


def _tag(value: object) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= LONGEST_TAG and value.strip() else None


def _query(value: object) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= LONGEST_QUERY else None


def _note(said: object) -> Note | None:
    if not isinstance(said, dict) or not isinstance(said.get("text"), str) or not said["text"]:
        return None
    return Note(said["text"][:LONGEST_NOTE], _paragraph(said.get("paragraph")), instant(said.get("at")))


def _paragraph(value: object) -> int | None:
    return value if isinstance(value, int) and type(value) is int and FIRST <= value <= LAST else None


def instant(value: object) -> datetime | None:
    """Return the instant that a text says, in UTC; None if it says none."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
        if found is None or found.tzinfo is UTC:
            return found
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _take(document: Mapping[str, Any], hints: set[str], views: dict[str, View]) -> bool:
    """Note a document that is about no article; tell whether it is understood."""
    found = key(document)
    if found is None:
        return False
    kind, about = found
    if kind == "hint":
        hints.add(about)
        return True
    if kind != "view":
        return False
    query, version = document.get("query"), document.get("format", VIEW_FORMAT)
    if query is None and version == VIEW_FORMAT:
        return True  # it was taken away
    if type(version) is not int or version < 1 or len(about) > LONGEST_NAME:
        return False
    if version > VIEW_FORMAT:
        views[about] = View("", format=version)
        return True
    if not isinstance(query, str) or len(query) > LONGEST_QUERY:
        return False
    panel, row = (w if isinstance(w, str) else None for w in map(document.get, ("panel", "row")))
    views[about] = View(query, panel, row, _paragraph(document.get("paragraph")))
    return True
