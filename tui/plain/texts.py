"""Texts: an article line by line, who and what it names, why it has its day, and why it was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from store.article import SOURCE, Article, Entity, EventDate, Evidence
from tui.plain import words
from tui.wording import DAY_KINDS, KIND_HEADS, certainty, count, full_day

if TYPE_CHECKING:
    from store.archive.marks import Mark as Said
    from store.archive.whys import Why

_NONE_SURE: Final = {"certain": "certain", "unknown": "not known"}


def head(article: Article, said: Said, at: str) -> Iterator[str]:
    """Yield what stands above a text: headline, which text it is, day, place, marks, length.

    Args:
        at: Which text of the list it is.
    """
    yield words.headline(article)
    yield f"{at}, id {article.id}."
    yield words.sentence(words.day(article.date))
    origin = (article.dateline.place, article.dateline.agency, article.byline)
    if any(origin):
        yield words.sentence(", ".join(part for part in origin if part))
    if marks := words.marks(said):
        yield words.sentence(marks)
    for note in said.notes:
        if note.paragraph is None or not 0 <= note.paragraph < len(article.body):
            yield words.note(note)
    if article.standfirst and not article.body:
        yield article.standfirst
    length = sum(len(paragraph.split()) for paragraph in article.body)
    yield f"{count(len(article.body), 'paragraph')}, {count(length, 'word')}."


def paragraph(article: Article, number: int, said: Said) -> Iterator[str]:
    """Yield a paragraph behind its number, and the notes on it."""
    yield f"{number + 1}. {article.body[number]}"
    for note in said.notes:
        if note.paragraph == number:
            yield words.note(note)


def foot(article: Article) -> Iterator[str]:
    """Yield what stands below a text: the caption, and what is hidden."""
    if article.caption:
        credit = f" ({article.credit})" if article.credit else ""
        yield f"Photo: {article.caption}{credit}"
    if article.removed:
        kinds = ", ".join(dict.fromkeys(piece.kind for piece in article.removed))
        yield f"Hidden: {kinds}. R reads the text as received."


def raw(article: Article) -> Iterator[str]:
    """Yield a text as it was received."""
    yield "The text as received:"
    yield from (line for line in article.text.splitlines() if line.strip())


def names(article: Article) -> Iterator[str]:
    """Yield who met whom, then who and what a text names, kind by kind."""
    called = {entity.id: entity.abbr or entity.name for entity in article.entities}
    for contact in article.contacts:
        parties = " with ".join(called.get(one, one) for one in contact.parties)
        yield f"{parties}, {contact.kind}, {words.place(contact.paragraph)}: “{contact.sentence}”"
    if not article.contacts:
        yield "No sentence says that two parties met."
    for crowd in article.unnamed:
        yield f"Not named, {words.place(crowd.paragraph)}: “{crowd.quote}”"
    for kind, plural in KIND_HEADS.items():
        named = [entity for entity in article.entities if entity.kind == kind]
        if named:
            yield f"{plural}, {len(named)}:"
            yield from map(_named, named)


def _named(entity: Entity) -> str:
    name = f"{entity.abbr}, {entity.name}" if entity.abbr and entity.abbr != entity.name else entity.name
    country = f", {entity.country}" if entity.country else ""
    sure = "" if entity.confirmed else ", in no list that newsdesk knows"
    return words.sentence(f"{name}{country}{sure}{f'; {entity.role}' if entity.role else ''}")


def evidence(article: Article) -> Iterator[str]:
    """Yield a text's day, the words that decided it, and what was considered and not chosen."""
    from tui.reasons import ranked  # few days are asked about

    when = article.date
    yield words.sentence(f"{words.day(when)}{_certain(when)}")
    if when.earliest and when.latest and not when.value:
        yield words.sentence(f"between {full_day(when.earliest)} and {full_day(when.latest)}")
    for what, items in groupby(when.evidence, _decides):
        yield f"{what}:"
        yield from map(_told, items)
    if when.rejected:
        yield "Considered, not chosen:"
        yield from (_told(item, says_first=True) for item in ranked(when))
    if not when.evidence:
        yield "No words of this text tell the day, and nothing is guessed."


def _certain(when: EventDate) -> str:
    sure = "" if certainty(when) or when.month_day else _NONE_SURE.get(when.certainty, "")
    return f", {sure}" if sure else ""


def _decides(item: Evidence) -> str:
    if item.kind == "correction":
        return "Corrected"
    return "The day" if item.kind in DAY_KINDS else "The year"


def _told(item: Evidence, *, says_first: bool = False) -> str:
    """Return words and what they say, first what tells this piece of evidence from the others."""
    says, _, source = item.says.partition(SOURCE)
    quote = f"“{item.quote}”" if item.quote else ""
    where = ", ".join(filter(None, (quote, words.place(item.paragraph))))
    if says_first:
        return words.sentences((says, where))
    return words.sentences((f"{where}: {says}" if where else says, f"source: {source}" if source else ""))


def whys(article: Article, found: Sequence[Why]) -> Iterator[str]:
    """Yield for each part of the filter what of a text it holds for, with the first words that show it."""
    from tui.why_lines import around

    if not found:
        yield "No filter is in force: every text is in the list."
    for why in found:
        yield words.ended(f"{why.chip}: {'' if why.holds else 'not any more: '}{why.says}")
        for place in why.places[:1]:
            text, _, _ = around(article.paragraph(place[0]), place)
            yield f"{words.place(place[0]).capitalize()}: {text}"
