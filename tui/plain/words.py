"""Words: rows, days, filters and mistakes as sentences, what tells one from another first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, EventDate
from store.days import MONTHS, interval
from store.errors import NewsError, QueryError
from tui.wording import ORDERS, certainty, corrected, count, full_day, long_day

if TYPE_CHECKING:
    from store.archive.hits import Row
    from store.archive.marks import Mark as Said
    from store.archive.marks import Note
    from store.query import Chip
    from tui.asking import Answer
    from tui.choices import Choice

_PLACES: Final = {HEADLINE: "headline", STANDFIRST: "standfirst", CAPTION: "caption"}

_KINDS: Final = {
    "person": "person", "place": "place", "org": "body", "office": "office", "event": "event",
}  # fmt: skip
"""What a choice is called by that is neither a party nor a date."""

_STATES: Final = {"on": "chosen", "excluded": "left out"}

_ENDS: Final = (".", "!", "?", ":", "…", ".”", "?”", "!”")
"""What needs no full stop."""


class Whole(str):
    """A line that is not broken, so that it can be copied."""


class NotUnderstood(NewsError):
    """A line that asks for what there is not."""


def sentence(text: str) -> str:
    """Return words with a capital at their beginning and a full stop at their end."""
    return ended(text[:1].upper() + text[1:])


def ended(text: str) -> str:
    """Return words with a full stop at their end, and as they are at their beginning."""
    words = text.strip()
    is_address = "://" in words.rpartition(" ")[2]
    return words if not words or words.endswith(_ENDS) or is_address else f"{words}."


def sentences(parts: Iterable[str]) -> str:
    """Return several of them on one line, the empty ones left out."""
    return " ".join(sentence(part) for part in parts if part.strip())


def day(when: EventDate) -> str:
    """Return a date with the word for how sure it is: `18 May 2021, likely`."""
    told = long_day(when)
    if when.value:
        first, _ = interval(when.value)
        if when.precision == "day":
            told = full_day(first)
        elif when.precision == "month":
            told = f"{MONTHS[first.month - 1]} {first.year}"
    return ", ".join(filter(None, (told, corrected(when) or certainty(when))))


def row(number: int, found: Row) -> str:
    """Return one text of a list: its number, headline, day, who met, and what the reader said of it."""
    marks = ["" if found.read else "unread", *_marks(found.starred, found.tags, found.notes)]
    parts = (found.headline, day(found.date), _parties(found), ", ".join(filter(None, marks)))
    return f"{number:,}. {sentences(parts)}"


def marks(said: Said) -> str:
    """Return what a reader said of a text, but for the words of the notes."""
    return ", ".join(filter(None, _marks(bool(said.starred), said.tags, len(said.notes))))


def _marks(starred: bool, tags: tuple[str, ...], notes: int) -> Iterator[str]:
    yield "starred" if starred else ""
    yield f"tag{'s' * (len(tags) > 1)} {', '.join(tags)}" if tags else ""
    yield count(notes, "note") if notes else ""


def _parties(found: Row) -> str:
    """Return who met whom, and who else is named."""
    met = [f"{' with '.join(contact.parties)}, {contact.kind}" for contact in found.contacts]
    told = {name for contact in found.contacts for name in contact.parties}
    rest = ", ".join(tag.abbr for tag in found.parties if tag.abbr not in told)
    return "; ".join([*dict.fromkeys(met), *([f"also {rest}" if met else rest] if rest else [])])


def place(paragraph: int | None) -> str:
    """Return `paragraph 1` for the first paragraph; nothing where a whole text is meant."""
    return "" if paragraph is None else _PLACES.get(paragraph, f"paragraph {paragraph + 1}")


def note(written: Note) -> str:
    """Return a note with its place and day."""
    where = f"Note on {place(written.paragraph)}" if written.paragraph is not None else "Note"
    when = full_day(written.at.astimezone()) if written.at else ""
    return f"{', '.join(filter(None, (where, when)))}: {ended(' '.join(written.text.split()))}"


def found(answer: Answer) -> str:
    """Return how many texts were found, and what is filtered, as in `12 texts: party CPV, date 2021`."""
    tally, asked = answer.tally, filters(answer)
    if not asked:
        rest = f", {tally.unread:,} unread" if tally.unread else ""
        return f"{count(tally.shown, 'text')}{rest}."
    return f"{count(tally.shown, 'text')}: {asked}."


def filters(answer: Answer) -> str:
    """Return the filter in force as words; nothing where there is none."""
    chips = zip(answer.query.chips, answer.chips, strict=True)
    return ", ".join(_chip(chip, value) for chip, (_, value, _) in chips)


def _chip(chip: Chip, value: str) -> str:
    name = chip.field
    told = f"{name} {value.removeprefix('#')}"
    if name is None:
        told = value if ":" in value else f"“{value}”"
    elif name == "is" or chip.value == "none":
        told = value
    elif name == "sort":
        told = ORDERS.get(value, told)
    return f"not {told}" if chip.excluded else told


def choice(one: Choice) -> str:
    """Return one thing to pick: its key, its names, how many texts it leaves."""
    kind = _KINDS.get(one.field, "")
    texts = "" if one.texts is None else count(one.texts, "text")
    parts = (one.key, one.short if one.field == "party" else "", one.name, kind, one.note, texts)
    return "  ".join(filter(None, (*parts, _STATES.get(one.state, ""))))


def mistake(error: QueryError) -> Iterator[str]:
    """Yield what is wrong with a filter, where, and what an empty line takes instead."""
    yield ended(error.reason)
    wrong = error.text[error.column : error.column + error.length]
    if not wrong:
        yield "It stands at the end."
    elif wrong != error.text:
        yield f"It stands at character {error.column + 1}: {wrong}"
    if error.suggestion is not None:
        yield f"Enter takes this: {error.suggestion}"


def headline(article: Article) -> str:
    """Return what an article is called."""
    return article.headline or "No headline"
