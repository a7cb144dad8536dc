"""Reasoning: what stands behind a text, its day and its place in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from store.article import Article
from tui.plain import texts
from tui.plain.place import Place


def evidence(place: Place) -> Iterator[str]:
    """Tell the words that decided the date."""
    return _of(place, texts.evidence)


def why(place: Place) -> Iterator[str]:
    """Tell why the text is in the list."""
    return _of(place, lambda article: texts.whys(article, place.answer.whys(article)))


def who(place: Place) -> Iterator[str]:
    """Tell who met whom in the text, and who and what it names."""
    return _of(place, texts.names)


def _of(place: Place, told: Callable[[Article], Iterator[str]]) -> Iterator[str]:
    """Tell something of the text that the reader is on, which is named first."""
    article = place.article
    if article is None:
        yield "No text is found, so there is nothing to explain."
        return
    yield f"Text {place.index + 1:,}: {article.headline or 'No headline'}"
    yield from told(article)
