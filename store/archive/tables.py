"""One table as one file: a whole TinyDB database of its own, one document a line."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, Final, TypeVar

from store.archive.files import reason
from store.errors import ArchiveError

Table = dict[str, Any]
"""The documents of a table by TinyDB's id, which is a number in words and means nothing to us."""

_KEY: Final = re.compile(rb'\n"([1-9][0-9]{0,14})": ')
"""How the line of a document begins in a file of ours; no line of any text can begin so."""

_FULL: Final = 128
"""The number of the last document in a file that has no gaps."""

_PIECE: Final = 32768
"""Bytes that are read at a time where one document is looked for: more than most lines have."""

_COMMA: Final = ord(",")

_T = TypeVar("_T")


def read_table(path: Path) -> Table:
    """Return the documents of the table that a file holds.

    Raises:
        ArchiveError: The file cannot be read or is damaged, and at which byte.
    """
    return table_in(content(path), path)


def table_in(data: bytes, path: Path) -> Table:
    """Return the documents of the table that the content of a file is.

    Raises:
        ArchiveError: It is damaged, and at which byte.
    """
    if not data:
        raise ArchiveError(str(path), "is empty")
    import orjson  # 35 ms: a start that finds no archive need not pay it

    try:
        database = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise ArchiveError(str(path), f"is damaged at byte {_byte(data, error.pos)}") from error
    name = path.name.removesuffix(".json")
    if not isinstance(database, dict) or database.keys() - {name}:
        raise ArchiveError(str(path), f"is not the one table {name}")
    table = database.get(name, {})
    if not isinstance(table, dict) or not all(
        k.isdecimal() and isinstance(d, dict) for k, d in table.items()
    ):
        raise ArchiveError(str(path), "holds something else than documents")
    return table


def read_each(path: Path, take: Callable[[dict[str, Any], str], _T]) -> list[_T]:
    """Return what is made of each document of the table that a file holds, and its number.

    Of our own files one line is read after the other, and each document forgotten at once: in memory that
    the processor has at hand this takes half the time.

    Raises:
        ArchiveError: The file cannot be read or is damaged, and at which byte.
    """
    data = content(path)
    found: dict[str, _T] = {}
    with suppress(_Strange):
        for number, document in _lines(data, path.name.removesuffix(".json")):
            if number in found:
                raise _Strange
            found[number] = take(document, number)
        return [*found.values()]
    return [take(document, number) for number, document in table_in(data, path).items()]


class _Strange(Exception):
    """A table that is not written as `table_bytes` does it, or is damaged."""


def _lines(data: bytes, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the documents of a table and their numbers, line by line."""
    import orjson

    begin, end = b"{%s: {\n" % orjson.dumps(name), b"\n}}\n"
    start, last, view = len(begin), len(data) - len(end), memoryview(data)
    if start > last or not (data.startswith(begin) and data.endswith(end)):
        raise _Strange
    while start <= last:
        stop = data.find(b"\n", start, last)
        stop = last if stop < 0 else stop - 1
        colon = data.find(b":", start, stop)
        try:
            number, document = orjson.loads(data[start:colon]), orjson.loads(view[colon + 1 : stop])
        except orjson.JSONDecodeError:
            raise _Strange from None
        is_ours = stop == last or data[stop] == _COMMA
        if not (is_ours and isinstance(number, str) and number.isdecimal() and isinstance(document, dict)):
            raise _Strange
        yield number, document
        start = stop + 2


def read_document(path: Path, number: str) -> dict[str, Any]:
    """Return one document of the table that a file holds; of our own files only its line is understood.

    Raises:
        ArchiveError: The file cannot be read or is damaged.
        KeyError: The table has no such document.
    """
    import orjson

    with _opened(path) as descriptor:
        line = _line(descriptor, number)
    with suppress(orjson.JSONDecodeError):
        document = orjson.loads(line.rstrip(b",")) if line else None
        if isinstance(document, dict):
            return document
    return dict(read_table(path)[number])


def _line(descriptor: int, number: str) -> bytes | None:
    """Return what a file of ours has for a document; the numbers rise, so that it is known about where."""
    low, high, wanted = 0, os.fstat(descriptor).st_size, int(number)
    least, most = 0, max(_FULL, wanted) + 1
    while low < high:
        guess = low + (high - low) * (wanted - least) // (most - least) - _PIECE // 2
        begin = max(low, min(high - 1, guess))
        keys = [*_KEY.finditer(os.pread(descriptor, _PIECE, begin))]
        if not keys:  # a line that is longer than that
            keys = [*_KEY.finditer(os.pread(descriptor, high - begin + _PIECE, begin))]
        found = {int(key[1]): begin + key.end() for key in keys}
        if wanted in found:
            return _until_its_end(descriptor, found[wanted])
        if not found or min(found) > wanted:
            high, most = begin, max(wanted, min(found, default=most)) + 1
        elif max(found) < wanted:
            low, least = begin + keys[-1].start() + 1, max(found)
        else:
            return None
    return None


def _until_its_end(descriptor: int, start: int) -> bytes:
    length = _PIECE
    while b"\n" not in (piece := os.pread(descriptor, length, start)) and len(piece) == length:
        length *= 2
    return piece.partition(b"\n")[0]


def table_bytes(name: str, table: Mapping[Any, Any]) -> bytes:
    """Return the content of the file that holds a table."""
    return bytes_of(name, encoded(table))


def encoded(table: Mapping[Any, Any]) -> dict[str, bytes]:
    """Return the documents of a table as they stand in its file."""
    import orjson

    return {str(number): orjson.dumps(document) for number, document in table.items()}


def bytes_of(name: str, documents: Mapping[str, bytes]) -> bytes:
    """Return the content of the file that holds encoded documents."""
    import orjson

    lines = [(b",\n", orjson.dumps(number), b": ", document) for number, document in documents.items()]
    parts = [*chain.from_iterable(lines)][1:]
    return b"".join([b"{", orjson.dumps(name), b": {\n", *parts, b"\n}}\n"])


def content(path: Path) -> bytes:
    """Return what a file holds; nothing else that has its name is waited for.

    Raises:
        ArchiveError: It cannot be read.
    """
    with _opened(path) as descriptor, open(descriptor, "rb", closefd=False) as file:
        return file.read()


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise ArchiveError(str(path), "is a folder" if stat.S_ISDIR(mode) else "is no regular file")
            yield descriptor
        finally:
            os.close(descriptor)
    except OSError as error:
        raise ArchiveError(str(path), reason(error)) from error


def _byte(data: bytes, character: int) -> int:
    """Return the byte at which the character stands, or at which the data stops being UTF-8."""
    try:
        return len(data.decode("utf-8")[:character].encode("utf-8"))
    except UnicodeDecodeError as error:
        return error.start
