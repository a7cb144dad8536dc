"""Drafts: articles on their way into the archive, each made ready for its file and for the index at once.

Whatever is made of a document is made while the processor has it at hand, and then the document is forgotten:
of some hundreds that wait for a transaction each later look would take twice the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from store.archive.entries import Entry, entry, entry_of
from store.article import Article
from store.document import Document, to_json


class Draft(NamedTuple):
    """An article as its file will have it, and what the index will keep of it."""

    id: str
    replaces: str | None
    """The id of the article whose place it takes."""
    written: bytes
    """Its document as JSON."""
    entry: Entry
    """Without a number, and without what people may have corrected."""

    @property
    def files(self) -> tuple[str, ...]:
        """The file it came from, and its other names."""
        return self.entry.files

    def document(self) -> Document:
        """Return its document."""
        import orjson

        document: Document = orjson.loads(self.written)
        return document

    def told(self, files: Sequence[str], replaces: str | None) -> Draft:
        """Return the same article under these names of its source, and in the place of that article."""
        if (self.files, self.replaces) == (files, replaces):
            return self
        document = self.document()
        file, *also = files
        source = {**document["source"], "file": file, "also": also}
        return draft({**document, "replaces": replaces, "source": source})


def draft(document: Document) -> Draft:
    """Return the draft of an article.

    Raises:
        DocumentError: A field that the index needs is missing or of the wrong kind.
    """
    import orjson

    known = entry(document, "")
    return Draft(document["id"], document["replaces"], orjson.dumps(document), known)


def draft_of(article: Article) -> Draft:
    """Return the draft of an article, without its document, which takes a third of the time."""
    return Draft(article.id, article.replaces, to_json(article), entry_of(article))
