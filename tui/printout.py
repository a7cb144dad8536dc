"""What `list`, `show`, `mark` and `parse` print for people: plain lines, safe for any terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, Entity, EventDate, Evidence
from tui.measure import clip, width, wrap
from tui.show import show
from tui.wording import KIND_HEADS, SIGNS, certainty, count, long_day

if TYPE_CHECKING:
    from store.archive.hits import Row
    from store.archive.marks import Mark, Note

_LEAST_HEADLINE: Final = 20
"""Cells that a headline keeps in a list, however narrow the terminal."""

_MARGIN: Final = 4
"""Cells before the text of a paragraph, which its number stands in."""

_HEADS: Final = 14
"""Cells that the heading of an entity line takes."""

_PLACES: Final = {HEADLINE: "headline", STANDFIRST: "standfirst", CAPTION: "caption"}


def listed(rows: Sequence[Row], columns: int | None) -> Iterator[str]:
    """Yield one aligned line a text: day, parties, headline, id.

    Args:
        columns: Cells of the terminal; None where lines may be as long as they are.
    """
    days = [_short_day(row.date) for row in rows]
    parties = [show(", ".join(_parties(row))) for row in rows]
    headlines = [show(row.headline) for row in rows]
    day_room, party_room, headline_room = (
        max(map(width, texts), default=0) for texts in (days, parties, headlines)
    )
    if columns is not None:
        left = columns - day_room - party_room - max((len(row.id) for row in rows), default=0) - 6
        headline_room = min(headline_room, max(_LEAST_HEADLINE, left))
    for row, day, party, headline in zip(rows, days, parties, headlines, strict=True):
        cells = (
            _padded(day, day_room),
            _padded(party, party_room),
            _padded(clip(headline, headline_room), headline_room),
        )
        yield "  ".join((*cells, row.id))


def article_lines(article: Article, columns: int) -> Iterator[str]:
    """Yield an article to be read: headline, where and when and why, paragraphs, names."""
    yield from _folded(article.headline or "(no headline)", columns)
    yield _dateline(article)
    yield from _reasons(article.date, columns)
    if article.standfirst and not article.body:
        yield from ("", *_folded(article.standfirst, columns))
    for number, paragraph in enumerate(article.body, 1):
        yield from ("", *_folded(paragraph, columns, f"{number:>{_MARGIN - 2}}  "))
    if article.caption:
        credit = f" ({article.credit})" if article.credit else ""
        yield from ("", *_folded(f"{article.caption}{credit}", columns, "Photo: "))
    yield from _names(article, columns)
    yield from ("", *_folded(article.source.file, columns, "Source: "))


def removed_lines(article: Article, columns: int) -> Iterator[str]:
    """Yield what cleaning took out of a text, so that nothing is lost unseen."""
    yield from _under("Taken out", (f"{piece.kind}: “{piece.text}”" for piece in article.removed), columns)


def marked_line(article: Article, mark: Mark) -> str:
    """Return a text on one line, with what a reader says of it."""
    said = [word for word, is_said in (("read", mark.read), ("starred", mark.starred)) if is_said]
    notes = [count(len(mark.notes), "note")] if mark.notes else []
    words = [*(said or ["unread"]), *(f"#{tag}" for tag in mark.tags), *notes]
    return show("  ".join((article.id, ", ".join(words), article.headline or "(no headline)")))


def marks_lines(mark: Mark, columns: int) -> Iterator[str]:
    """Yield the tags and notes of a reader on a text; nothing where there are none."""
    if mark.tags or mark.notes:
        yield ""
    if mark.tags:
        yield from _folded(", ".join(mark.tags), columns, f"{'Tags':<{_HEADS}}")
    yield from _under("Notes", map(_note, mark.notes), columns)


def _note(note: Note) -> str:
    where = note.paragraph
    place = "" if where is None else f"{_PLACES.get(where, f'paragraph {where + 1}')}, "
    when = f"{note.at.astimezone():%Y-%m-%d %H:%M}" if note.at else "no date"
    return f"{note.text} ({place}{when})"


def _parties(row: Row) -> list[str]:
    """Return the parties of a row, those that a sentence says met joined by a cross."""
    met = list(dict.fromkeys(" × ".join(contact.parties) for contact in row.contacts))
    told = {abbr for contact in row.contacts for abbr in contact.parties}
    return met + [tag.abbr for tag in row.parties if tag.abbr not in told]


def _short_day(when: EventDate) -> str:
    sign = SIGNS[when.certainty]
    if when.value:
        return f"{when.value}{sign}"
    if when.month_day:
        return f"????-{when.month_day}{sign}"
    if when.earliest and when.latest:
        return f"{when.earliest.year}..{when.latest.year}{sign}"
    return "no date"


def _dateline(article: Article) -> str:
    when = article.date
    word = certainty(when) if when.value else ""
    day = f"{long_day(when)}{SIGNS[when.certainty]}{f' {word}' if word else ''}"
    parts = (article.dateline.place, article.dateline.agency, day, article.byline, article.id)
    return show(" · ".join(part for part in parts if part))


def _reasons(when: EventDate, columns: int) -> Iterator[str]:
    """Yield the words of the text that the date rests on, and those that were weighed and left."""
    if when.evidence:
        yield from ("", "Why this date:")
    for evidence in when.evidence:
        yield from _folded(_reason(evidence), columns, "  + ")
    for evidence in when.rejected:
        yield from _folded(_reason(evidence), columns, "  - ")


def _reason(evidence: Evidence) -> str:
    where = evidence.paragraph
    place = "" if where is None else f" ({_PLACES.get(where, f'paragraph {where + 1}')})"
    quote = f"“{evidence.quote}”{place}: " if evidence.quote else ""
    return f"{quote}{evidence.says}"


def _names(article: Article, columns: int) -> Iterator[str]:
    """Yield who and what is named, and who met whom, under their headings."""
    yield ""
    for kind, head in KIND_HEADS.items():
        named = [_named(entity) for entity in article.entities if entity.kind == kind]
        yield from _under(head, named, columns)
    abbrs = {entity.id: entity.abbr or entity.name for entity in article.entities}
    met = (
        f"{abbrs.get(one, one)} × {abbrs.get(other, other)}, {contact.kind}: “{contact.sentence}”"
        for contact in article.contacts
        for one, other in [contact.parties]
    )
    yield from _under("Contacts", met, columns)
    yield from _under("Not named", (f"“{crowd.quote}”" for crowd in article.unnamed), columns)


def _named(entity: Entity) -> str:
    name = f"{entity.abbr}, {entity.name}" if entity.abbr and entity.abbr != entity.name else entity.name
    sure = "" if entity.confirmed else " (unconfirmed)"
    country = f" ({entity.country})" if entity.country else ""
    return f"{name}{country}{sure}{f'; {entity.role}' if entity.role else ''}"


def _under(head: str, items: Iterable[str], columns: int) -> Iterator[str]:
    for i, item in enumerate(items):
        yield from _folded(item, columns, f"{head if i == 0 else '':<{_HEADS}}")


def _folded(text: str, columns: int, first: str = "") -> Iterator[str]:
    """Yield text in lines of at most `columns` cells, the first with its margin, the others as far in."""
    safe = show(text)
    for i, (start, end) in enumerate(wrap(safe, max(_LEAST_HEADLINE, columns - len(first)))):
        yield (first if i == 0 else " " * len(first)) + safe[start:end]


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))
