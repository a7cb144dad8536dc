"""An article as a page: headline, the line below it, numbered paragraphs, caption, what was hidden."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from store.archive.marks import SILENT
from store.archive.marks import Mark as Said
from store.article import CAPTION, HEADLINE, STANDFIRST, Article, EventDate, Mention
from tui.lines import KIND_INK, Line, cells, cut, inked, line
from tui.measure import MEASURE, balance, clip, width, wrap
from tui.remarks import note_lines, tag_lines
from tui.show import show
from tui.wording import SIGNS, certainty, corrected, long_day

WORDS_FROM: Final = 54
ID_FROM: Final = 70
"""Columns from which the number of words, and the id, stand below the headline."""

Mark = tuple[int, int, int]
"""Paragraph, start and end of words that lie on a mark."""


class PageLine(NamedTuple):
    """One line of the page."""

    content: Line
    paragraph: int | None = None
    """The body paragraph it belongs to."""
    first: bool = False
    """Whether the paragraph's number stands on it."""
    start: int = 0
    end: int = 0
    """The characters of the paragraph that it shows."""
    source: int | None = None
    """As the paragraph of a mention: also headline, standfirst and caption."""

    @property
    def stands_out(self) -> bool:
        """Whether it begins before a narrow margin: the headline, and what is no text."""
        return self.source in (None, HEADLINE)


def page(
    article: Article,
    columns: int,
    margin: int,
    marks: Collection[Mark],
    now: Mark | None,
    said: Said = SILENT,
    widest: int = MEASURE,
) -> list[PageLine]:
    """Return the lines of an article, each from the cell after its margin.

    Args:
        columns: Cells of the panel.
        margin: Cells before the text.
        marks: Words to lay on the mark: evidence, hits, the chosen entity.
        now: The one of them that the reader stands on.
        said: The tags and notes of the reader.
        widest: The most cells that a line of text may have.
    """
    measure = min(widest, columns - margin - 1)
    inks = _Inks(article, marks, now)
    lines = [
        *_headline(article, measure, inks),
        PageLine(_below(article, columns, columns - margin - 1)),
        *map(PageLine, tag_lines(said.tags, measure)),
        PageLine(()),
        *_remarks(said, range(-(1 << 30), 0), measure),
    ]
    if article.standfirst and not article.body:
        lines += [*_block(article.standfirst, STANDFIRST, measure, inks), PageLine(())]
    for number in range(len(article.body)):
        lines += _paragraph(article.body[number], number, measure, inks)
        lines += [
            one._replace(paragraph=number) for one in _remarks(said, range(number, number + 1), measure)
        ]
        lines.append(PageLine(()))
    lines += _remarks(said, range(len(article.body), 1 << 30), measure)
    return lines + _foot(article, measure, inks)


def _remarks(said: Said, paragraphs: range, measure: int) -> list[PageLine]:
    """Return the notes on some paragraphs; a note on the whole text counts as one before the first."""
    notes = [n for n in said.notes if (-1 if n.paragraph is None else n.paragraph) in paragraphs]
    lines = [PageLine(one) for note in notes for one in note_lines(note, measure)]
    return lines if not lines or 0 <= paragraphs.start == paragraphs.stop - 1 else [*lines, PageLine(())]


def extent(lines: Sequence[PageLine], paragraph: int) -> tuple[int, int]:
    """Return the first line of a paragraph and the line after its last."""
    at = [i for i, one in enumerate(lines) if one.paragraph == paragraph]
    return (at[0], at[-1] + 1) if at else (0, 1)


def shown(lines: Sequence[PageLine], marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks whose words stand on some lines."""
    there = {one.source for one in lines}
    return [mark for mark in marks if mark[0] in there]


def raw(article: Article, columns: int, margin: int) -> list[PageLine]:
    """Return the text as it was received, wrapped and otherwise untouched."""
    measure = max(1, columns - margin - 1)
    told = line(("The text as received. R shows it cleaned.", "faint"))
    lines = [PageLine(cut(told, measure)), PageLine(())]
    for part in map(show, article.text.splitlines()):
        lines += [PageLine(line((part[start:end], "text"))) for start, end in wrap(part, measure)]
    return lines


class _Inks:
    """The ink of every character of a paragraph: mentions below, marks above."""

    def __init__(self, article: Article, marks: Iterable[Mark], now: Mark | None) -> None:
        kinds = {entity.id: KIND_INK[entity.kind] for entity in article.entities}
        self._spans: dict[int, list[tuple[int, int, str]]] = {}
        for before, mention in zip((None, *article.mentions), article.mentions, strict=False):
            start, end, text = mention.start, mention.end, article.paragraph(mention.paragraph)
            if before and _defines(before, mention, text):
                start, end = before.end, end + 1
            span = (start, end, kinds.get(mention.entity, "text"))
            self._spans.setdefault(mention.paragraph, []).append(span)
        for paragraph, start, end in marks:
            self._spans.setdefault(paragraph, []).append((start, end, "mark"))
        if now:
            self._spans.setdefault(now[0], []).append((now[1], now[2], "mark-now"))

    def of(self, paragraph: int, text: str, base: str) -> list[str]:
        inks = [base] * len(text)
        for start, end, ink in self._spans.get(paragraph, ()):
            inks[start:end] = [ink] * (min(end, len(text)) - start)
        return inks


def _defines(name: Mention, abbr: Mention, text: str) -> bool:
    """Tell whether an abbreviation stands in brackets right after its name: `People’s Party (CPP)`."""
    same = name.entity == abbr.entity and name.paragraph == abbr.paragraph
    return same and text[name.end : abbr.start] == " (" and text[abbr.end : abbr.end + 1] == ")"


def _headline(article: Article, measure: int, inks: _Inks) -> list[PageLine]:
    text = article.headline
    if not text:
        return [PageLine(line(("No headline", "faint")))]
    colours = ["bold" if ink in KIND_INK.values() else ink for ink in inks.of(HEADLINE, text, "bold")]
    return [
        PageLine(inked(text, colours, start, end), start=start, end=end, source=HEADLINE)
        for start, end in balance(text, measure)
    ]


def _dated(when: EventDate, word: str) -> Line:
    """Return a date with its sign, and the word or words beside it."""
    sign = SIGNS[when.certainty]
    return line((long_day(when), "muted"), (sign, "warn"), (f" {word}" if word else "", "muted"))


def _below(article: Article, columns: int, room: int) -> Line:
    """Return the line below the headline: place, day, certainty, agency, words, id; the last give way."""
    when, place = article.date, article.dateline.place
    word = certainty(when) if when.value or when.certainty == "corrected" else ""
    who = corrected(when)
    told = _dated(when, who if who and width(f"{place or ''} · {long_day(when)}✓ {who}") <= room else word)
    if place:
        told = line((f"{clip(place, room - cells(told) - 3)} · ", "muted"), *told)
    words = f"{sum(len(paragraph.split()) for paragraph in article.body):,} words"
    for text, ink, least in (
        (article.dateline.agency, "muted", 0),
        (words, "muted", WORDS_FROM),
        (article.id, "faint", ID_FROM),
    ):
        if text and columns >= least:
            if cells(told) + 3 + width(text) > room:
                break
            told = line(*told, (f" · {text}", ink))
    return cut(told, room)


def _paragraph(text: str, number: int, measure: int, inks: _Inks) -> list[PageLine]:
    colours = inks.of(number, text, "text")
    return [
        PageLine(inked(text, colours, start, end), number, i == 0, start, end, number)
        for i, (start, end) in enumerate(wrap(text, measure))
    ]


def _block(text: str, source: int, measure: int, inks: _Inks) -> list[PageLine]:
    colours = inks.of(source, text, "muted")
    return [
        PageLine(inked(text, colours, start, end), start=start, end=end, source=source)
        for start, end in wrap(text, measure)
    ]


def _foot(article: Article, measure: int, inks: _Inks) -> list[PageLine]:
    """Return the caption and its credit, and in how many pieces text was hidden."""
    lines: list[PageLine] = []
    if article.caption:
        lines += [PageLine(line(("Photo", "faint"))), *_block(article.caption, CAPTION, measure, inks)]
        credit = article.credit or ""
        lines += [PageLine(line((credit[a:b], "faint"))) for a, b in wrap(credit, measure) if credit]
        lines.append(PageLine(()))
    if article.removed:
        kinds = ", ".join(dict.fromkeys(piece.kind for piece in article.removed))
        hidden = f"Hidden: {kinds}. R shows the text as received."
        lines += [PageLine(line((hidden[a:b], "faint"))) for a, b in wrap(hidden, measure)]
    return lines
