"""The news: what wire texts say, kept and asked; it knows no screen."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.archive.where import default_archive
    from store.article import Article, identity
    from store.document import from_document, to_document
    from store.errors import NewsError
    from store.ingest import Report, plant_seeds, seed_files
    from store.query import Query

__all__ = [
    "Archive",
    "Article",
    "NewsError",
    "Query",
    "Report",
    "default_archive",
    "from_document",
    "identity",
    "plant_seeds",
    "seed_files",
    "to_document",
]

_HOMES: Final = {
    "Archive": "store.archive.archive",
    "Article": "store.article",
    "NewsError": "store.errors",
    "Query": "store.query",
    "Report": "store.ingest",
    "default_archive": "store.archive.where",
    "from_document": "store.document",
    "identity": "store.article",
    "plant_seeds": "store.ingest",
    "seed_files": "store.ingest",
    "to_document": "store.document",
}
"""The module of each public name; it is imported when the name is first asked for, and no sooner."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'store' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
