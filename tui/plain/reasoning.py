"""Reasoning: what stands behind a text, its day and its place in the list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from store.article import Article
from tui.plain import going, texts
from tui.plain.place import Place
from tui.plain.words import NotUnderstood, Whole

_CITED: Final = re.compile(r"([plt]?)\s*#?(\d*)", re.ASCII)


def evidence(place: Place) -> Iterator[str]:
    """Tell the words that decided the date."""
    return _of(place, texts.evidence)


def why(place: Place) -> Iterator[str]:
    """Tell why the text is in the list."""
    return _of(place, lambda article: texts.whys(article, place.answer.whys(article)))


def who(place: Place) -> Iterator[str]:
    """Tell who met whom in the text, and who and what it names."""
    return _of(place, texts.names)


def cite(place: Place, rest: str) -> Iterator[str]:
    """Tell a paragraph with its source, or the link to it, or the whole text, to be copied."""
    from tui import citation, places

    article, asked = place.article, _CITED.fullmatch(rest)
    if article is None or not article.body:
        raise NotUnderstood("there is no paragraph to copy")
    if asked is None:
        raise NotUnderstood("behind y stands p, l or t, and a number if you like: y p #3")
    number = going.numbered(article, asked[2]) if asked[2] else max(0, place.paragraph or 0)
    if asked[1] == "t":
        yield from (part for part in citation.whole(article).splitlines() if part)
    else:
        yield Whole((places.link if asked[1] == "l" else citation.cited)(article, number))


def _of(place: Place, told: Callable[[Article], Iterator[str]]) -> Iterator[str]:
    """Tell something of the text that the reader is on, which is named first."""
    article = place.article
    if article is None:
        yield "No text is found, so there is nothing to explain."
        return
    yield f"Text {place.index + 1:,}: {article.headline or 'No headline'}"
    yield from told(article)
