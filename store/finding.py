"""Finding: where the words of a query, or of a piece of evidence, stand in a text as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from store.article import CAPTION, HEADLINE, STANDFIRST, Article, Evidence
from store.fold import fold, words

Place = tuple[int, int, int]
"""Paragraph, as in a mention, and where the words in it begin and end."""

_WORD: Final = re.compile(r"\w+(?:'\w+)?")


class Running:
    """The words of some passages in the order in which they are read, as the archive looks for them."""

    def __init__(self, passages: Iterable[tuple[int, str]]) -> None:
        """Take passages with the numbers of their paragraphs."""
        found = [
            (word, (number, start, end)) for number, text in passages for word, start, end in _spots(text)
        ]
        self._words = [word for word, _ in found]
        self._places: list[Place] = [place for _, place in found]

    def find(self, text: str) -> list[tuple[Place, ...]]:
        """Return where words stand side by side; with a star the last of them is open.

        What runs over the end of a paragraph has a place in both.
        """
        wanted = words(text)
        if not wanted:
            return []
        *first, last = wanted
        ends = str.startswith if text.endswith("*") else str.__eq__
        found, at = [], 0
        while at + len(first) < len(self._words):
            end = at + len(first)
            if ends(self._words[end], last) and self._words[at:end] == first:
                found.append(_joined(self._places[at : end + 1]))
                at = end
            at += 1
        return found


def running(article: Article) -> Running:
    """Return all words of an article in which queries look."""
    body = enumerate(article.body)
    return Running(
        (number, text)
        for number, text in (
            (HEADLINE, article.headline),
            (STANDFIRST, article.standfirst),
            *body,
            (CAPTION, article.caption),
        )
        if text
    )


def evidenced(article: Article, item: Evidence) -> Place | None:
    """Return where the words of a piece of evidence stand in an article, if they do."""
    if item.paragraph is None or not item.quote:
        return None
    start = article.paragraph(item.paragraph).find(item.quote)
    return (item.paragraph, start, start + len(item.quote)) if start >= 0 else None


def _joined(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the stretch that places take in each paragraph."""
    parts = [list(some) for _, some in groupby(places, itemgetter(0))]
    return tuple((some[0][0], some[0][1], some[-1][2]) for some in parts)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a folded text, and for each of its letters, and for its end, where that comes from."""
    if all(len(fold(letter)) == 1 for letter in set(text)):
        return fold(text), range(len(text) + 1)
    letters = [fold(letter) for letter in text]
    return "".join(letters), [*(i for i, folded in enumerate(letters) for _ in folded), len(text)]


def _spots(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the folded words of a text, as `fold.words` finds them, each with its first and last letter."""
    plain, origins = _folded(text)
    for match in _WORD.finditer(plain):
        word = match[0].removesuffix("'s")
        start, end = match.start(), match.start() + len(word)
        yield word, origins[start], max(origins[end], origins[end - 1] + 1)
