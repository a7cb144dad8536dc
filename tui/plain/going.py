"""Going: from text to text, from paragraph to paragraph, from mention to mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.archive.hits import Group
from store.article import STANDFIRST, Article
from store.errors import NewsError
from store.query import Query
from tui import places
from tui.plain import texts, words
from tui.plain.place import Place
from tui.wording import count

_WINDOW = 50
"""Rows asked for at a time."""

_DIGITS = 10
"""Numbers of so many digits are none of a list."""

_NOTHING = "No text is found, so there is nothing to read."


def here(place: Place) -> Iterator[str]:
    """Tell the row that the reader is on."""
    if row := place.current:
        place.hear(place.index, row.id)
        yield words.row(place.index + 1, row)


def rows(place: Place, start: int) -> Iterator[str]:
    """Tell the rows of the list from one of them on."""
    answer = place.answer
    heads = dict(_headings(answer.hits.groups))
    for first in range(start, place.total, _WINDOW):
        if answer is not place.answer:
            return  # what was found since has other numbers
        for number, row in enumerate(place.rows(first, _WINDOW), first):
            if number in heads:
                yield heads[number]
            place.hear(number, row.id)
            yield words.row(number + 1, row)


def _headings(groups: Iterable[Group]) -> Iterator[tuple[int, str]]:
    """Yield the headings of a list that is not ordered by date, each with the row that it stands above."""
    start = 0
    for group in groups:
        if group.name is not None:
            yield start, f"{group.name}, {count(group.count, 'text')}:"
        start += group.count


def listed(place: Place, rest: str) -> Iterator[str]:
    """Tell the list, from its beginning or from a number on."""
    if rest and not is_number(rest):
        raise words.NotUnderstood("behind list stands a number, from which on the list is told")
    if place.total:
        yield from rows(place, _row(place, rest) if rest else 0)
    else:
        yield _NOTHING


def is_number(typed: str) -> bool:
    """Tell whether a number was typed that a list may have."""
    return typed.isascii() and typed.isdecimal()


def opened(place: Place, number: str) -> Iterator[str]:
    """Read the text of a number."""
    place.go(_row(place, number))
    yield from read(place)


def _row(place: Place, number: str) -> int:
    """Return the row that a number means."""
    at = place.at(int(number) - 1) if len(number) < _DIGITS else None
    if at is None:
        every = f"the list goes from 1 to {place.total:,}" if place.total else "the list is empty"
        raise words.NotUnderstood(f"no text has the number {number}; {every}")
    return at


def read(place: Place) -> Iterator[str]:
    """Read the text that the reader is on; it counts as read then."""
    article, row = place.article, place.current
    if article is None or row is None:
        yield _NOTHING
        return
    place.hear(place.index, row.id)
    if not row.read:
        try:
            place.archive.mine.mark([article.id], read=True, is_undoable=False)
        except NewsError as error:
            yield words.sentence(f"not marked as read: {error}")
    said = place.archive.mine.of(article.id)
    place.paragraph = place.words = None
    yield from texts.head(article, said, f"Text {place.index + 1:,} of {place.total:,}")
    for number in range(len(article.body)):
        place.paragraph = number
        yield from texts.paragraph(article, number, said)
    place.paragraph = None
    yield from texts.foot(article)
    yield "End of the text."


def stepping(place: Place, by: int) -> Iterator[str]:
    """Go to the next or previous row and tell it."""
    yield from _moved(place, place.index + by) or here(place)


def reading(place: Place, by: int) -> Iterator[str]:
    """Go to the next or previous text and read it."""
    yield from _moved(place, place.index + by) or read(place)


def end(place: Place, *, last: bool) -> Iterator[str]:
    """Go to the last or the first row and tell it."""
    if not place.total:
        yield _NOTHING
        return
    place.go(place.total - 1 if last else 0)
    yield from here(place)


def _moved(place: Place, index: int) -> list[str]:
    """Go to a row; return what to say where there is none."""
    if not place.total:
        return [_NOTHING]
    if not 0 <= index < place.total:
        return ["This is the first text." if index < 0 else "This is the last text."]
    place.go(index)
    return []


def paragraph(place: Place, rest: str) -> Iterator[str]:
    """Read one paragraph of the text, the next one unless a number is given."""
    article = place.article
    if article is None:
        yield _NOTHING
        return
    if rest and not is_number(rest):
        raise words.NotUnderstood("behind # stands the number of a paragraph")
    at = numbered(article, rest) if rest else 0 if place.paragraph is None else place.paragraph + 1
    if at == len(article.body):
        yield "The text ends here."
        return
    place.paragraph, place.words = at, None
    yield from texts.paragraph(article, at, place.archive.mine.of(article.id))


def linked(place: Place, link: places.Place) -> Iterator[str]:
    """Go to the paragraph that a link names, in the list of all texts where the filter leaves it out."""
    at = places.found(place.archive, link, place.today)
    index = place.archive.position(place.query, at.article, place.today)
    if index is None:
        place.turn(Query(), at.article)
    else:
        place.go(index)
    yield from here(place)
    yield from paragraph(place, str(at.paragraph + 1))


def numbered(article: Article, number: str) -> int:
    """Return the paragraph that a number means, counted from 0."""
    at = int(number) - 1 if len(number) < _DIGITS else -1
    if not 0 <= at < len(article.body):
        raise words.NotUnderstood(
            f"the text has {count(len(article.body), 'paragraph')}, and none is {number}"
        )
    return at


def mention(place: Place, by: int) -> Iterator[str]:
    """Go to the next or previous words that the filter found, else to the next name, and tell them."""
    from tui.landmarks import following, named, reading_order
    from tui.why_lines import around

    article = place.article
    if article is None:
        yield _NOTHING
        return
    every = [mark for mark in place.answer.hit_marks(article) if _is_told(article, mark[0])]
    every.sort(key=reading_order)
    what = "hit" if every else "mention"
    every = every or named(article)
    if not every:
        yield "Nothing is mentioned in this text."
        return
    at = following(every, place.words, place.paragraph, by)
    place.words = every[at]
    where, start, last = every[at]
    place.paragraph = where if where >= 0 else None
    text = article.paragraph(where)
    yield f"{text[start:last]}, {what} {at + 1} of {len(every)}, {words.place(where)}:"
    yield around(text, every[at])[0]


def _is_told(article: Article, paragraph: int) -> bool:
    """Tell whether a paragraph is read with the text; of a repeated standfirst that is not so."""
    return paragraph != STANDFIRST or not article.body


def raw(place: Place) -> Iterator[str]:
    """Read the text as it was received."""
    article = place.article
    yield from texts.raw(article) if article else [_NOTHING]
