"""Article to JSON document and back: the public format, version 1."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from functools import cache, partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from store.article import Article, Mention, Source
from store.errors import DocumentError

FORMAT: Final = 1
"""The version of the document format that this program writes."""

Document = dict[str, Any]
"""One article as plain JSON values."""

_INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"

_ID: Final = re.compile(r"[0-9a-f]{12}")

_LATER: Final[Mapping[type, Document]] = {Source: {"received": None}}
"""Fields that a document may lack, since format 1 came by them late, and what that means."""

_T = TypeVar("_T")


def to_document(article: Article) -> Document:
    """Return the JSON document of an article."""
    return {"format": FORMAT, **_writer(Article)(article)}


def to_json(article: Article) -> bytes:
    """Return the JSON document of an article as bytes, sooner than by way of the document."""
    import orjson

    written = orjson.dumps(article, default=_plain, option=orjson.OPT_UTC_Z)
    return b'{"format":%d,%s' % (FORMAT, written[1:])


def from_document(document: Mapping[str, Any]) -> Article:
    """Return the article that a JSON document holds.

    Raises:
        DocumentError: Its format is newer than ours, or a field is missing or of the wrong kind.
    """
    version = document.get("format")
    if not isinstance(version, int) or version < 1:
        raise DocumentError("format", f"{version!r} is no version number")
    if version > FORMAT:
        raise DocumentError("format", f"version {version} is newer than this newsdesk reads ({FORMAT})")
    try:
        article = _record(Article, {k: v for k, v in document.items() if k != "format"})
    except _Wrong as error:
        raise DocumentError("".join(error.path).lstrip(".") or "document", error.reason) from error
    for field, value in (("id", article.id), ("replaces", article.replaces)):
        if value is not None and not _ID.fullmatch(value):
            raise DocumentError(field, f"{value!r} is no id of 12 hexadecimal digits")
    return article


class _Wrong(Exception):
    """A value that is not what its field must be; the way to it is put together as it passes."""

    def __init__(self, reason: str, *path: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = list(path)


_Writer = Callable[[Any], Any]


@cache
def _writer(kind: type) -> _Writer:
    """Return the function that makes a plain object of a record, worked out once."""
    names, hints = _names(kind), get_type_hints(kind)
    nested = [(name, write) for name in names if (write := _written(hints[name]))]
    values = tuple if issubclass(kind, tuple) else attrgetter(*names)

    def plain(record: Any) -> Document:
        document = dict(zip(names, values(record), strict=True))
        for name, write in nested:
            document[name] = write(document[name])
        return document

    return plain


def _written(hint: Any) -> _Writer | None:
    """Return what makes plain values of those of one type; None where they are plain."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        rest = _written(next(a for a in inner if a is not NoneType))
        return rest and (lambda value: None if value is None else rest(value))
    if origin is tuple:
        return _all_written(inner[0])
    if hint is datetime:
        return lambda instant: instant.astimezone(UTC).strftime(_INSTANT)
    if hint is date:
        return date.isoformat
    return _writer(hint) if _is_record(hint) else None


def _all_written(hint: Any) -> _Writer:
    """Return what makes a list of values of one type: of those that are named tuples texts have dozens."""
    each = _written(hint)
    if each is None:
        return list
    if not issubclass(hint, tuple):
        return lambda values: [*map(each, values)]
    if hint is Mention:
        return _mentions
    names = hint._fields  # all that is in the named tuples of an article is plain
    return lambda values: [dict(zip(names, value, strict=True)) for value in values]


def _plain(record: Any) -> Document:
    """Return the plain object of a named tuple, which orjson does not know; it goes on from there."""
    if type(record) is Mention:
        entity, paragraph, start, end = record
        return {"entity": entity, "paragraph": paragraph, "start": start, "end": end}
    return dict(zip(record._fields, record, strict=True))


def _mentions(mentions: Iterable[Mention]) -> list[Document]:
    """Return the plain objects of mentions: texts have dozens, and written out this takes half the time."""
    return [{"entity": e, "paragraph": p, "start": start, "end": end} for e, p, start, end in mentions]


def _record(kind: type[_T], value: Any) -> _T:
    if not isinstance(value, dict):
        raise _Wrong("is no object")
    if kind in _LATER:
        value = {**_LATER[kind], **value}
    readers = _readers(kind)
    if value.keys() != readers.keys():
        unknown = sorted(set(value) - set(readers))
        raise (
            _Wrong("is no field of this format", f".{unknown[0]}")
            if unknown
            else _Wrong("is missing", f".{min(set(readers) - set(value))}")
        )
    found, name = {}, ""
    try:
        for name, read in readers.items():
            found[name] = read(value[name])
    except _Wrong as error:
        error.path.insert(0, f".{name}")
        raise
    return kind(**found)


_Reader = Callable[[Any], Any]
_KNOWN: Final[dict[type, dict[str, _Reader]]] = {}


def _readers(kind: type) -> dict[str, _Reader]:
    """Return a reader for each field of a record, worked out once."""
    if kind not in _KNOWN:
        hints = get_type_hints(kind)
        _KNOWN[kind] = {name: _reader(hints[name]) for name in _names(kind)}
    return _KNOWN[kind]


def _reader(hint: Any) -> _Reader:
    """Return the function that reads and checks a value of one type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):  # Union where a Literal is optional
        rest = _reader(next(a for a in inner if a is not NoneType))
        return lambda value: None if value is None else rest(value)
    if origin is Literal:
        return partial(_one_of, inner)
    if origin is tuple:
        size = None if inner[-1] is Ellipsis else len(inner)
        return partial(_items, _reader(inner[0]), size)
    if hint is datetime:
        return _instant
    if hint is date:
        return _day
    if _is_record(hint):
        return partial(_record, hint)
    return partial(_scalar, hint)


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, tuple))


def _names(kind: Any) -> tuple[str, ...]:
    """Return the fields of a record: of those that texts have by the dozen, which are named tuples, too."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else kind._fields


def _one_of(choices: tuple[Any, ...], value: Any) -> Any:
    if value not in choices:
        raise _Wrong(f"{value!r} is none of {', '.join(map(str, choices))}")
    return value


def _items(read: _Reader, size: int | None, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list) or size not in (None, len(value)):
        raise _Wrong("is no list" if size is None else f"is no list of {size}")
    found: list[Any] = []
    try:
        for item in value:
            found.append(read(item))
    except _Wrong as error:
        error.path.insert(0, f"[{len(found)}]")
        raise
    return tuple(found)


def _instant(value: Any) -> datetime:
    try:
        instant = datetime.fromisoformat(value)
        if instant.strftime(_INSTANT) == value and instant.tzinfo == UTC:
            return instant
    except (TypeError, ValueError):
        pass
    raise _Wrong(f"{value!r} is no instant such as 2026-11-21T20:00:00Z")


def _day(value: Any) -> date:
    try:
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    except (TypeError, ValueError):
        pass
    raise _Wrong(f"{value!r} is no day such as 2021-05-18")


def _scalar(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise _Wrong(f"{value!r} is no {kind.__name__}")
    return value
