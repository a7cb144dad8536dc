"""Saying: what the reader says of the text that they are on, and taking that back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from store.archive import sayings
from tui import steps
from tui.plain import words
from tui.plain.going import numbered
from tui.plain.place import Place
from tui.tagging import tag_said

if TYPE_CHECKING:
    from store.archive.hits import Row
    from store.archive.marks import Note

_NOTHING: Final = "No text is found, so there is nothing to mark."

_PARAGRAPH: Final = re.compile(r"#(\d+)(?:\s+|$)", re.ASCII)


def star(place: Place) -> Iterator[str]:
    """Set or take away the star."""
    row = place.current
    yield from _marked(place, row, starred=not row.starred) if row else [_NOTHING]


def read(place: Place) -> Iterator[str]:
    """Mark the text as read, or as unread."""
    row = place.current
    yield from _marked(place, row, read=not row.read) if row else [_NOTHING]


def tag(place: Place, rest: str) -> Iterator[str]:
    """Give the text a tag or take it away; without one tell which there are."""
    row = place.current
    if row is None:
        yield _NOTHING
    elif rest:
        _, said = tag_said(rest, row.tags)
        yield from _marked(place, row, **said)
    else:
        yield words.sentence(f"Tags of this text: {', '.join(row.tags)}" if row.tags else "no tags here")
        every = ", ".join(f"{name} {texts:,}" for name, texts in sorted(place.archive.mine.tags().items()))
        yield words.sentence(f"in use: {every}" if every else "none are in use")
        yield "t and a name gives that tag; the same again, or a minus before it, takes it away."


def note(place: Place, rest: str) -> Iterator[str]:
    """Write a note on the text, or on a paragraph; a minus takes the last one there away."""
    row, article = place.current, place.article
    if row is None or article is None:
        yield _NOTHING
        return
    on = _PARAGRAPH.match(rest)
    paragraph = numbered(article, on[1]) if on else None
    text = rest[on.end() :] if on else rest
    there = [one for one in place.archive.mine.of(row.id).notes if on is None or one.paragraph == paragraph]
    if text == "-":
        yield from _without(place, row, there)
    elif text:
        yield from _marked(place, row, notes=(sayings.note(text, paragraph),))
    else:
        yield from map(words.note, there)
        yield "a and words writes a note on the text; a #3 and words writes it on paragraph 3."
        yield "a and a minus takes the last note away."


def _without(place: Place, row: Row, there: list[Note]) -> Iterator[str]:
    yield from _marked(place, row, unnotes=tuple(there[-1:])) if there else ["There is no note to take away."]


def _marked(place: Place, row: Row, **said: Any) -> Iterator[str]:
    """Keep what is said of a text, and tell what was changed and on which."""
    mine = place.archive.mine
    before = mine.undoable
    mine.mark([row.id], **said)
    now = mine.undoable
    if now is None or now == before:
        yield "Nothing changed: it is so already."
        return
    yield words.sentence(f"{now.told}: {row.headline}")
    if mine.apart and not place.kiosk:
        yield words.sentence(f"Kept for you alone, since this archive is read-only: {mine.apart}")


def undo(place: Place) -> Iterator[str]:
    """Take the newest change back."""
    last = steps.back(place.archive, kiosk=place.kiosk)
    if last is None:
        yield "There is nothing to take back."
        return
    change, source = last
    source.undo()
    yield from _stepped(place, f"took back: {change.told}")


def redo(place: Place) -> Iterator[str]:
    """Make the change again that was taken back last."""
    last = steps.again(place.archive, kiosk=place.kiosk)
    if last is None:
        yield "There is nothing to make again."
        return
    change, source = last
    source.redo()
    yield from _stepped(place, f"made again: {change.told}")


def _stepped(place: Place, told: str) -> Iterator[str]:
    """Show the archive as it is now; a correction of many texts leaves some to be read."""
    place.archive.catch_up()
    place.again()
    yield words.sentence(told)
