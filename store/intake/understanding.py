"""Understanding: one file, or one line of a file of documents, read and made an article."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from store.article import Article
from store.document import Document, to_document, to_json
from store.errors import FileRefused
from store.intake.dated import NEVER_TOLD, Terms, dated, text_of
from store.intake.file_names import shown, source_name
from store.intake.formats import WireText, format_of, is_ours, of_line, of_text
from store.intake.reading import content
from store.wire.clean import NotText
from store.wire.parse import parse

if TYPE_CHECKING:
    from store.wire.gazetteer import Gazetteer


class Question(NamedTuple):
    """What is to be understood."""

    path: str
    weight: int = 0
    """Bytes that are to be read for it, about."""
    known: str | None = None
    """The SHA-256 of the file's bytes as the archive knows them."""
    line: bytes | None = None
    """A document that stands in the file, where it holds many."""


class Answer(NamedTuple):
    """What came of it."""

    state: Literal["understood", "known", "documents", "sidecar", "refused"]
    article: Article | None = None
    written: bytes = b""
    """The article as JSON, in the place of it, where another process understood it."""
    notes: tuple[str, ...] = ()
    """What a reporter should know; of what is refused the reason, of a sidecar the text that it tells of."""
    size: int | None = None
    changed: int | None = None
    """As store.reading has them."""

    def packed(self) -> Answer:
        """Return the same in values that cost little to hand from one process to another."""
        return self._replace(article=None, written=to_json(self.article)) if self.article else self

    @property
    def weight(self) -> int:
        """About how many bytes its document has."""
        return _TIMES * len(self.article.text) if self.article else len(self.written)

    def document(self) -> Document:
        """Return the document of what was understood."""
        if self.article:
            return to_document(self.article)
        import orjson

        document: Document = orjson.loads(self.written)
        return document


_TIMES: Final = 4
"""So many times as long as a text is its document, about: it has the words twice, and what they say."""

DOCUMENTS: Final = Answer("documents")
"""The file holds documents, each of which is a question of its own."""


def answer(question: Question, gazetteer: Gazetteer, now: datetime, terms: Terms = NEVER_TOLD) -> Answer:
    """Read and understand what is asked, or say why not."""
    try:
        if question.line is not None:
            return _understood(of_line(question.line), gazetteer)
        return _answer_file(question, gazetteer, now, terms)
    except NotText as error:
        return Answer("refused", notes=(error.reason,))
    except FileRefused as error:
        return Answer("refused", notes=(error.reason,))


def read(path: Path, gazetteer: Gazetteer, now: datetime, terms: Terms = NEVER_TOLD) -> Article:
    """Return what the text of one file says; nothing is kept.

    Raises:
        FileRefused: The file is no readable text.
    """
    data = content(str(path)).data
    try:
        if format_of(data) == "documents":
            raise NotText("holds documents of newsdesk, which `newsdesk import` takes")
        wire = of_text(data, source_name(path), now, dated(str(path), terms).received)
    except NotText as error:
        raise FileRefused(shown(path), error.reason) from error
    return parse(wire.text, wire.source, gazetteer)


def _answer_file(question: Question, gazetteer: Gazetteer, now: datetime, terms: Terms) -> Answer:
    data, size, changed = content(question.path)
    if question.known and hashlib.sha256(data).hexdigest() == question.known:
        return Answer("known", size=size, changed=changed)
    form = format_of(data)
    if form != "text" and (text := text_of(question.path)) and not is_ours(data):
        return Answer("sidecar", notes=(text,))
    if form == "documents":
        return DOCUMENTS
    received, notes = dated(question.path, terms)
    wire = of_text(data, source_name(question.path), now, received)
    return _understood(wire._replace(notes=(*wire.notes, *notes)), gazetteer, size, changed)


def _understood(
    wire: WireText, gazetteer: Gazetteer, size: int | None = None, changed: int | None = None
) -> Answer:
    article = parse(wire.text, wire.source, gazetteer)
    return Answer("understood", article, b"", wire.notes, size, changed)
