"""The generator: article after article, as documents that the archive keeps or as wire texts for files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Final

from store.article import KINDS
from store.demo.cast import FIRST_YEAR, YEARS
from store.demo.telling import Telling
from store.document import FORMAT, Document
from store.nfc import compose
from store.version import VERSION

FOLDER: Final = "demo"
"""Under which name the files of generated articles stand in documents: there are none on disk."""

_IMPORTED: Final = datetime(FIRST_YEAR + YEARS, 1, 2, 6, tzinfo=UTC)
_ORDER: Final = {kind: place for place, kind in enumerate(KINDS)}


def documents(count: int, start: int = 0) -> Iterator[Document]:
    """Yield articles as JSON documents; an article is the same whatever the count and the start."""
    for number in range(start, start + count):
        yield _document(Telling(number))


def batches(count: int, size: int, start: int = 0) -> Iterator[list[Document]]:
    """Yield the articles from one up to a count, so many at a time."""
    for first in range(start, count, size):
        yield list(documents(min(size, count - first), first))


def texts(count: int, start: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the same articles as wire texts, each with the name of its file below a folder of its month."""
    for number in range(start, start + count):
        telling = Telling(number)
        yield telling.file, telling.text


def _document(of: Telling) -> Document:
    """Return an article as `store.document` would write it."""
    text = of.text
    entities = sorted(of.page.named.values(), key=lambda record: _ORDER[record["kind"]])
    return {
        "format": FORMAT,
        "id": _identity(text),
        "text": text,
        "read_by": _reader(),
        "source": {
            "file": f"{FOLDER}/{of.file}",
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "imported": (_IMPORTED + timedelta(seconds=of.number)).isoformat()[:19] + "Z",
            "encoding": "utf-8",
            "also": [],
            "received": None,
        },
        "replaces": None,
        "headline": of.headline,
        "standfirst": of.standfirst,
        "caption": of.caption,
        "credit": of.agency if of.caption else None,
        "byline": None,
        "dateline": {"place": of.scene.town["name"], "agency": of.agency},
        "date": of.dating.document(),
        "body": of.body,
        "removed": _removed(of),
        "entities": [dict(record) for record in entities],
        "mentions": of.mentions,
        "contacts": of.contacts,
        "unnamed": [],
    }


def _identity(text: str) -> str:
    """Return what `store.article.identity` does of a text with single blanks and at most one empty line.

    The other takes the text apart into words, which costs a fifth of making it.
    """
    line = text.rstrip().replace("\n\n", " ").replace("\n", " ")
    return hashlib.sha256(compose(line).encode()).hexdigest()[:12]


def _removed(of: Telling) -> list[dict[str, Any]]:
    """Return what a reading of the text takes out of it."""
    found = (
        ("page date", of.dating.header),
        ("dateline", of.dateline),
        ("sign-off", of.sign_off.strip()),
        ("repeated lead", of.standfirst),
    )
    return [{"kind": kind, "text": text} for kind, text in found if text]


@cache
def _reader() -> dict[str, str]:
    from store.wire.gazetteer import load  # 0.1 s that the wire texts need not wait for

    return {"newsdesk": VERSION, "gazetteer": load().hash}
