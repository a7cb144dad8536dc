"""Places: a paragraph of an article as a link names it, and the link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from store.errors import NewsError
from tui.wording import count

if TYPE_CHECKING:
    from datetime import date

    from store.archive.archive import Archive
    from store.article import Article

_PLACE: Final = re.compile(r"([0-9a-f]{1,12})#p([1-9][0-9]{0,5})", re.IGNORECASE)


class Place(NamedTuple):
    """A paragraph of an article."""

    article: str
    """Its id, or how that begins."""
    paragraph: int
    """Counted from 0."""


def link(article: Article, paragraph: int) -> str:
    """Return the command that opens the desk at a paragraph, as a shell takes it."""
    return f"newsdesk open {f'{article.id}#p{paragraph + 1}' if article.body else f'id:{article.id}'}"


def named(words: str) -> Place | None:
    """Return the place that `42c399a76e27#p3` means; None of anything else."""
    found = _PLACE.fullmatch(words.strip())
    return Place(found[1].lower(), int(found[2]) - 1) if found else None


def found(archive: Archive, place: Place, today: date) -> Place:
    """Return a place with the whole id of its article, which is in lists and has that paragraph.

    Raises:
        NewsError: There is no such place.
    """
    from store.query import Query

    article = archive.article(archive.find(place.article))
    if archive.position(Query(), article.id, today) is None:
        raise NewsError(
            f"Another text took the place of {article.id}; newsdesk show {article.id} prints the old one"
        )
    if place.paragraph >= len(article.body):
        raise NewsError(
            f"{article.id} has {count(len(article.body), 'paragraph')}, and no ¶{place.paragraph + 1}"
        )
    return Place(article.id, place.paragraph)
