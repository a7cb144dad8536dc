"""What a reader may say: tags, notes and names of views in the form in which they are kept, within bounds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple

from store.archive.marks import (
    FIRST,
    LAST,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_QUERY,
    LONGEST_TAG,
    Note,
    Said,
    View,
    mark_of,
)
from store.errors import MarkRefused
from store.fold import fold
from store.wire.safe import sanitise

MOST_TAGS: Final = 50
MOST_NOTES: Final = 200
MOST_ASKED: Final = 50

_INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"


class Saying(NamedTuple):
    """What is said of one article or of several at once; None and nothing leave things as they are."""

    read: bool | None = None
    starred: bool | None = None
    tags: tuple[str, ...] = ()
    untags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    unnotes: tuple[Note, ...] = ()

    @property
    def less(self) -> Saying:
        """What it takes away."""
        return Saying(untags=self.untags, unnotes=self.unnotes)

    def changes(self, document: Mapping[str, Any]) -> Said:
        """Return the fields of an article's document that it changes.

        Raises:
            MarkRefused: The article would have too many tags or notes.
        """
        said: Said = {}
        for field, value in (("read", self.read), ("starred", self.starred)):
            if value is not None and document.get(field) is not value:
                said[field] = value
        if self.tags or self.untags:
            before = mark_of(document).tags if document.get("tags") else ()
            tags = tagged(before, self.tags, self.untags)
            if tags != [*before]:
                said["tags"] = tags
        if self.notes or self.unnotes:
            there = mark_of(document).notes
            left = [n for n in there if n not in self.unnotes]
            now = [*left, *(n for n in self.notes if n not in left)]
            if now != [*there]:
                said["notes"] = notes_said(now)
        return said

    def told(self, texts: int) -> str:
        """Return in a few words what it did to so many texts."""
        these = f"{texts:,} text{'s' * (texts != 1)}"
        parts = [
            "" if self.read is None else f"marked {these} as {'' if self.read else 'un'}read",
            "" if self.starred is None else f"starred {these}" if self.starred else f"unstarred {these}",
            f"tagged {these} {', '.join(self.tags)}" if self.tags else "",
            f"took {', '.join(self.untags)} from {these}" if self.untags else "",
            f"{_changed(self.notes, self.unnotes)} on {these}" if self.notes or self.unnotes else "",
        ]
        return "; ".join(part for part in parts if part)


def _changed(notes: Sequence[Note], unnotes: Sequence[Note]) -> str:
    """Return what became of notes."""
    return "changed a note" if notes and unnotes else "wrote a note" if notes else "took a note away"


def tagged(tags: Iterable[str], more: Iterable[str], fewer: Iterable[str]) -> list[str]:
    """Return tags with some more and some fewer; two that differ in case or accents are one tag.

    Raises:
        MarkRefused: There would be too many.
    """
    gone = {fold(tag) for tag in fewer}
    left = _distinct([*(tag for tag in tags if fold(tag) not in gone), *more])
    if len(left) > MOST_TAGS:
        raise MarkRefused(f"A text can have {MOST_TAGS} tags, and this one would have {len(left)}")
    return left


def tag(typed: str) -> str:
    """Return a tag as it is kept.

    Raises:
        MarkRefused: It cannot be a tag.
    """
    found = _line(typed)
    if not found or not fold(found).strip():
        raise MarkRefused("A tag needs a letter, a digit or a sign")
    if "*" in found:
        raise MarkRefused(f"{found} cannot be a tag: a star in a filter leaves a word open")
    if len(found) > LONGEST_TAG:
        raise MarkRefused(f"A tag can have {LONGEST_TAG} characters, and this one has {len(found)}")
    return found


def note(typed: str, paragraph: int | None = None, at: datetime | None = None) -> Note:
    """Return a note as it is kept, written at an instant, which is now unless given.

    Raises:
        MarkRefused: It is empty, too long, or on a paragraph that no text has.
    """
    text = sanitise(typed.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not text:
        raise MarkRefused("A note needs at least one word")
    if len(text) > LONGEST_NOTE:
        raise MarkRefused(f"A note can have {LONGEST_NOTE:,} characters, and this one has {len(text):,}")
    if paragraph is not None and not FIRST <= paragraph <= LAST:
        raise MarkRefused(f"No text has a paragraph {paragraph + 1}")
    return Note(text, paragraph, (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0))


def asked(before: object, query: str) -> list[str]:
    """Return the filters typed last with one more, which stands once, at the end."""
    known = [one for one in before if one != query] if isinstance(before, list) else []
    return [*known, query][-MOST_ASKED:]


def name(typed: str) -> str:
    """Return the name of a view as it is kept.

    Raises:
        MarkRefused: It is empty or too long.
    """
    found = _line(typed)
    if not found or len(found) > LONGEST_NAME:
        raise MarkRefused(f"A view needs a name of 1 to {LONGEST_NAME} characters")
    return found


def view_said(view: View) -> Said:
    """Return the fields that keep a view.

    Raises:
        MarkRefused: Its query is too long.
    """
    if len(view.query) > LONGEST_QUERY:
        raise MarkRefused(f"A view can keep a filter of {LONGEST_QUERY:,} characters, and this one is longer")
    return view._asdict()


def notes_said(notes: Iterable[Note]) -> list[Said]:
    """Return the field that keeps the notes on a text.

    Raises:
        MarkRefused: There would be too many.
    """
    said = [{"text": n.text, "paragraph": n.paragraph, "at": n.at and n.at.strftime(_INSTANT)} for n in notes]
    if len(said) > MOST_NOTES:
        raise MarkRefused(f"A text can have {MOST_NOTES} notes; this one has that many")
    return said


def _distinct(tags: Iterable[str]) -> list[str]:
    """Return tags without those that differ from an earlier one in case or accents only."""
    found: dict[str, str] = {}
    for typed in tags:
        found.setdefault(fold(typed), typed)
    return list(found.values())


def _line(typed: str) -> str:
    """Return typed words on one line, without what a screen may not get."""
    return unicodedata.normalize("NFC", " ".join(sanitise(typed).split()))
