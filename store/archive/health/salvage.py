"""What a damaged table still says: its documents one by one, and of a broken one what can be made out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import Any, Final, NamedTuple

from store.archive.tables import Table
from store.article import identity
from store.document import FORMAT, Document, from_document
from store.errors import DocumentError

_ARTICLE: Final = re.compile(rb'"(\d{1,9})":\s*(?=\{\s*"format")')
"""Where an article begins: within a text every quotation mark has a backslash before it."""

_LINE: Final = re.compile(rb'^\s*"(\d{1,9})":\s*(?=\{)', re.MULTILINE)
"""Where a document of any table begins that we wrote."""

_END_OF_HEAD: Final = re.compile(rb',\s*"headline":')
_ID: Final = re.compile(rb'"id":\s*"([0-9a-f]{12})"')
_TEXT: Final = re.compile(rb'"text":\s*("(?:[^"\\]|\\.)*")')
_REPLACES: Final = re.compile(rb'"replaces":\s*"([0-9a-f]{12})"')
_SHA256: Final = re.compile(rb'"sha256":\s*"([0-9a-f]{64})"')
_FILE: Final = re.compile(rb'"file":\s*("(?:[^"\\\x00-\x1f]|\\.)*")')
_IMPORTED: Final = re.compile(rb'"imported":\s*"([0-9TZ:-]{20})"')
_NEWER: Final = re.compile(rb'[{,]\s*"format":\s*(\d{1,9})\b')

_HASH: Final = re.compile(r"[0-9a-f]{64}")

_REST: Final = b", \t\r\n}"
"""What may stand between two documents, and behind the last."""

_decode: Final = JSONDecoder().raw_decode


class Piece(NamedTuple):
    """The part of a damaged file that was one document, and the document if it is whole."""

    number: str
    document: Document | None
    raw: bytes


class Trace(NamedTuple):
    """What is known of an article that is lost as it stood."""

    id: str | None = None
    sha256: str | None = None
    file: str | None = None
    replaces: str | None = None
    imported: str | None = None
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        known = [word for word in (self.id, self.file) if word]
        return f"text {', '.join(known)}" if known else "a text of which nothing is known"


def pieces(data: bytes, articles: bool) -> Iterator[Piece]:
    """Yield the documents of a damaged table in their order, the broken ones too.

    Args:
        articles: Whether it is one of articles, which are found wherever a line feed was lost, too.
    """
    begins = [*(_ARTICLE if articles else _LINE).finditer(data)]
    ends = [*(begin.start() for begin in begins[1:]), len(data)]
    for begin, end in zip(begins, ends, strict=False):
        number, raw = begin[1].decode(), data[begin.end() : end]
        document, rest = _whole(raw)
        yield Piece(number, document, raw)
        if (
            len(rest) > len(_REST) and document is not None
        ):  # the next one's beginning is not to be recognised
            yield Piece(str(int(number) + 1), None, rest)


def ailment(document: Document) -> str | None:
    """Say what is wrong with the document of an article; None if it is sound.

    Raises:
        NewerFormat: A newer newsdesk wrote it.
    """
    version = document.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise NewerFormat(version)
    try:
        article = from_document(document)
    except DocumentError as error:
        return f"is not understood: {error}"
    if not _is_whole(article.text, article.id):
        return "has another text than its id says"
    if not _HASH.fullmatch(article.source.sha256):
        return f"source.sha256: {article.source.sha256!r} is no hash"
    named = {entity.id for entity in article.entities}
    for mention in article.mentions:
        if not 0 <= mention.start < mention.end <= len(article.paragraph(mention.paragraph)):
            return f"marks words that its paragraph {mention.paragraph} does not have"
        if mention.entity not in named:
            return f"marks words as {mention.entity}, which it does not name"
    return None


class NewerFormat(Exception):
    """A document of a format that this newsdesk does not know: it is left alone, and no damage."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def newest_format(data: bytes) -> int:
    """Return the highest format that documents of a table seem to have."""
    return max((int(found) for found in set(_NEWER.findall(data))), default=0)


def numbers(data: bytes, table: Table) -> list[str]:
    """Return the numbers of the documents of a segment in order, as they would be in a sound one.

    A number that stands twice is returned twice: JSON keeps the later document only.
    """
    found = [int(begin[1]) for begin in _ARTICLE.finditer(data)] or [int(number) for number in table]
    return [str(number) for number in sorted(found)]


def head(raw: bytes) -> dict[str, Any] | None:
    """Return the fields of a broken article from which all others can be had again, if they are whole.

    They are whole if the id is that of the text.
    """
    end = _END_OF_HEAD.search(raw)
    document, _ = _whole(raw[: end.start()] + b"}") if end else _whole(raw)
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        return None
    return document if _is_whole(document["text"], document.get("id")) else None


def _is_whole(text: str, article_id: object) -> bool:
    """Tell whether a text is that of its id, which is blind to white space: no text is kept with a form feed.

    One bit makes it of a line's end.
    """
    return "\f" not in text and identity(text) == article_id


def ids(raw: bytes) -> set[str]:
    """Return the ids that a broken article may have: the one it names, and that of the text it holds."""
    named, text = _ID.search(raw), _TEXT.search(raw)
    words = _whole(text[1])[0] if text else None
    found = {named[1].decode()} if named else set()
    return found | ({identity(words)} if isinstance(words, str) else set())


def trace(raw: bytes) -> Trace:
    """Return what can be made out of a broken article."""
    words = (pattern.search(raw) for pattern in (_ID, _SHA256, _FILE, _REPLACES, _IMPORTED))
    found = [word[1].decode("utf-8", "replace") if word else None for word in words]
    file = _whole(found[2].encode())[0] if found[2] else None
    known = found[0], found[1], file if isinstance(file, str) else None
    return Trace(*known, replaces=found[3], imported=found[4])


def merged(damaged: bytes, *older: Table) -> tuple[Table, int]:
    """Return the documents of a damaged table, the broken ones from older states; and how many are lost."""
    found: Table = {}
    wanted: set[str] = set()
    for piece in pieces(damaged, articles=False):
        wanted.add(piece.number)
        if piece.document is not None:
            found.setdefault(piece.number, piece.document)
    for state in older:
        wanted |= state.keys()
        found = {**state, **found}
    return {number: found[number] for number in sorted(found, key=int)}, len(wanted - found.keys())


def _whole(raw: bytes) -> tuple[Any, bytes]:
    """Return the value with which some JSON begins, None if it is broken; and what follows it."""
    import orjson

    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = raw[: error.start].decode("utf-8")
    try:
        _, end = _decode(text)
        size = len(text[:end].encode("utf-8"))
        return orjson.loads(raw[:size]), raw[size:].strip(_REST)
    except (JSONDecodeError, RecursionError):  # orjson's errors are of this kind, too
        return None, b""
