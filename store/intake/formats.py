"""Formats: the one place where what a file holds becomes wire text, with the facts that the file states."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from store.article import Received, Source, identity
from store.document import from_document
from store.errors import DocumentError
from store.intake.file_names import is_printable
from store.intake.reading import HEAD, LARGEST
from store.wire.clean import NotText, decode

Format = Literal["text", "documents", "json"]
"""What a file holds: a wire text, our own documents, one a line, or JSON that is neither."""

TOO_LARGE: Final = f"is larger than {LARGEST // 1_000_000} MB"

_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[ \t]*\"")
_OTHER_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
_FORMAT: Final = re.compile(rb'[{,]\s*"format"\s*:\s*\d')
_LATER_LINE: Final = b'\n{"format":'
_DIGEST: Final = re.compile("[0-9a-f]{64}")
_LONGEST_NAME: Final = 16_384


class WireText(NamedTuple):
    """A text to be understood, and what is known of it beforehand."""

    text: str
    source: Source
    notes: tuple[str, ...] = ()
    """What a reporter should know of how it was read."""


class Stated(NamedTuple):
    """What a document says of itself, unchecked."""

    id: str
    file: str
    sha256: str
    imported: str


def format_of(data: bytes) -> Format:
    """Tell the format of a file by how it begins, whatever its name; what is no JSON is taken for a text."""
    head = data[:HEAD]
    if b"{" not in head:
        return "text"
    if _OBJECT.match(head) or _LATER_LINE in head:
        return "documents"
    return "json" if _OTHER_JSON.match(head) else "text"


def is_ours(data: bytes) -> bool:
    """Tell whether JSON is documents of newsdesk: each says its format, and most say it first."""
    return _FORMAT.search(data[:HEAD]) is not None


def of_text(data: bytes, file: str, now: datetime, received: Received | None = None) -> WireText:
    """Return the wire text that the bytes of a file are, and what is known of when it was received.

    Raises:
        NotText: They are empty, no text, or JSON of somebody else's.
    """
    if len(data) > LARGEST:
        raise NotText(TOO_LARGE)
    if format_of(data) == "json":
        raise NotText("is JSON, but not documents of newsdesk, one a line")
    decoded = decode(data)
    digest = hashlib.sha256(data).hexdigest()
    source = Source(file, digest, _whole_second(now), decoded.encoding, received=received)
    return WireText(decoded.text, source, decoded.notes)


@lru_cache(maxsize=1)
def _whole_second(now: datetime) -> datetime:
    """Return a moment as sources keep it: that of an import is the same for all its texts."""
    return now.astimezone(UTC).replace(microsecond=0)


def of_line(line: bytes) -> WireText:
    """Return the wire text in a document of ours: where and when it came from is the document's word.

    Raises:
        NotText: The line is damaged, no document of ours, or one of a newer format.
    """
    import orjson

    try:
        document = orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        raise NotText("is damaged") from None
    if not isinstance(document, dict) or "format" not in document:
        raise NotText("is no document of newsdesk")
    try:
        article = from_document(document)
    except DocumentError as error:
        raise NotText(_clipped(str(error))) from error
    _check(article.text, article.id, article.source)
    return WireText(article.text, article.source)


def stated(line: bytes) -> Stated | None:
    """Return what a document says of itself; None where it says nothing of the kind."""
    import orjson

    try:
        document = orjson.loads(line)
        source = document["source"]
        told = Stated(document["id"], source["file"], source["sha256"], source["imported"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
    return told if all(isinstance(fact, str) for fact in told) else None


def _check(text: str, article_id: str, source: Source) -> None:
    """Raise NotText where a document cannot be ours, however well it is formed."""
    names = (source.file, *source.also)
    if not text.strip():
        raise NotText("text: is empty")
    if len(text) > LARGEST:
        raise NotText(f"text: {TOO_LARGE}")
    if identity(text) != article_id:
        raise NotText("id: is not the one of its text")
    if not all(0 < len(n) <= _LONGEST_NAME and is_printable(n) for n in (*names, source.encoding)):
        raise NotText("source: is no printable name")
    if not _DIGEST.fullmatch(source.sha256):
        raise NotText("source.sha256: is no hash")


def _clipped(reason: str) -> str:
    return reason if len(reason) <= 160 else f"{reason[:120]} … {reason[-39:]}"
