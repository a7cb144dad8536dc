"""Landmarks: the words of an article that a reader goes through, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from store.article import HEADLINE, STANDFIRST

if TYPE_CHECKING:
    from store.article import Article, Mention
    from tui.page import Mark


def reading_order(mark: Mark) -> tuple[int, int]:
    """Return what sorts headline and standfirst before the body, the caption after it."""
    paragraph = mark[0]
    rank = {HEADLINE: -2, STANDFIRST: -1}.get(paragraph, paragraph if paragraph >= 0 else 1 << 30)
    return rank, mark[1]


def named(article: Article | None) -> list[Mark]:
    """Return all mentions in the body of an article."""
    return [_mark(m) for m in _mentions(article) if m.paragraph >= 0]


def entity_at(article: Article | None, paragraph: int, words: Mark | None) -> str | None:
    """Return the entity that some words name, else the first one that a paragraph names."""
    mentions = _mentions(article)
    here = (
        m for m in mentions if words and m.paragraph == words[0] and m.start < words[2] and words[1] < m.end
    )
    first = (m for m in mentions if m.paragraph == paragraph)
    return next((m.entity for some in (here, first) for m in some), None)


def following(every: Sequence[Mark], now: Mark | None, paragraph: int | None, by: int) -> int:
    """Return which of the marks comes next, or, with `by` -1, came before; it goes round both ends.

    Args:
        now: The one that the reader stands on.
        paragraph: Where the reader stands otherwise; None is above the headline.
    """
    if now in every:
        return (every.index(now) + by) % len(every)
    passed = 0 if paragraph is None else sum(reading_order(mark) < (paragraph, 0) for mark in every)
    return (passed if by > 0 else passed - 1) % len(every)


def _mentions(article: Article | None) -> list[Mention]:
    found = article.mentions if article else ()
    return sorted(found, key=lambda m: reading_order(_mark(m)))


def _mark(mention: Mention) -> Mark:
    return mention.paragraph, mention.start, mention.end
