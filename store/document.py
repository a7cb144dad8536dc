"""Article to JSON document and back: the public format, version 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import UTC, date, datetime
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from store.article import Article
from store.errors import DocumentError

FORMAT: Final = 1
"""The version of the document format that this program writes."""

Document = dict[str, Any]
"""One article as plain JSON values."""

_T = TypeVar("_T")


def to_document(article: Article) -> Document:
    """Return the JSON document of an article."""
    return {"format": FORMAT, **_plain(asdict(article))}


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
    return _record(Article, {k: v for k, v in document.items() if k != "format"}, "")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _record(kind: type[_T], value: Any, where: str) -> _T:
    if not isinstance(value, Mapping):
        raise DocumentError(where or "document", "is no object")
    readers = _readers(kind)
    unknown = set(value) - set(readers)
    if unknown:
        raise DocumentError(f"{where}{min(unknown)}", "is no field of this format")
    missing = set(readers) - set(value)
    if missing:
        raise DocumentError(f"{where}{min(missing)}", "is missing")
    return kind(**{name: read(value[name], f"{where}{name}") for name, read in readers.items()})


_Reader = Callable[[Any, str], Any]
_KNOWN: dict[type, dict[str, _Reader]] = {}


def _readers(kind: type) -> dict[str, _Reader]:
    """Return a reader for each field of a record, worked out once."""
    if kind not in _KNOWN:
        hints = get_type_hints(kind)
        _KNOWN[kind] = {f.name: _reader(hints[f.name]) for f in fields(kind)}
    return _KNOWN[kind]


def _reader(hint: Any) -> _Reader:
    """Return the function that reads and checks a value of one type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):  # Union where a Literal is optional
        rest = _reader(next(a for a in inner if a is not NoneType))
        return lambda value, where: None if value is None else rest(value, where)
    if origin is Literal:
        return lambda value, where: _one_of(inner, value, where)
    if origin is tuple:
        item = _reader(inner[0])
        size = None if inner[-1] is Ellipsis else len(inner)
        return lambda value, where: _items(item, size, value, where)
    if hint is datetime:
        return _instant
    if hint is date:
        return _day
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value, where: _record(hint, value, f"{where}.")
    return lambda value, where: _scalar(hint, value, where)


def _one_of(choices: tuple[Any, ...], value: Any, where: str) -> Any:
    if value not in choices:
        raise DocumentError(where, f"{value!r} is none of {', '.join(map(str, choices))}")
    return value


def _items(item: _Reader, size: int | None, value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list) or size not in (None, len(value)):
        raise DocumentError(where, "is no list" if size is None else f"is no list of {size}")
    return tuple(item(v, f"{where}[{i}]") for i, v in enumerate(value))


def _instant(value: Any, where: str) -> datetime:
    try:
        return datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except (TypeError, ValueError) as error:
        raise DocumentError(where, f"{value!r} is no instant such as 2026-11-21T20:00:00Z") from error


def _day(value: Any, where: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise DocumentError(where, f"{value!r} is no day such as 2021-05-18") from error


def _scalar(kind: type, value: Any, where: str) -> Any:
    if type(value) is not kind:
        raise DocumentError(where, f"{value!r} is no {kind.__name__}")
    return value
