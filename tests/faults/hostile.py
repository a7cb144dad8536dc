"""A folder of 385 files that somebody made to break a reader of wire texts, or that merely look so."""

from __future__ import annotations

import gzip
import os
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass, replace
from hashlib import sha1
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.payloads import CONTROLS, ENCODINGS, MARKUP, NAMES, SEQUENCES, UNSEEN

ENTRIES: Final = 385
"""So many files there are, each of which gets one line."""

_MEGABYTE: Final = 1_000_000

_LEAD: Final = "Hanoi (VNA) – The Communist Party of Vietnam (CPV) met others on May 18, 2021."


@dataclass(frozen=True)
class Entry:
    """One file: where, how it is made, and by which word its text must be found in the archive."""

    name: bytes
    make: Callable[[bytes], object]
    word: str | None = None
    """None of what may be refused."""


def lay(folder: Path) -> list[Entry]:
    """Make all files below a folder; return what they are."""
    entries = [*_texts(), *_sizes(), *_bombs(), *_forms(), *_specials()]
    noise = Random(385)
    entries += [
        _raw(b"noise/%03d" % n, noise.randbytes(noise.randint(1, 9000)))
        for n in range(ENTRIES - len(entries))
    ]
    assert len({entry.name for entry in entries}) == ENTRIES
    for entry in entries:
        path = os.path.join(os.fsencode(folder), entry.name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        entry.make(path)
    return entries


def _raw(name: bytes, data: bytes, word: str | None = None) -> Entry:
    def make(path: bytes) -> None:
        with open(path, "wb") as file:
            file.write(data)

    return Entry(name, make, word)


def _good(name: bytes, title: str, body: str = "", encoding: str = "utf-8") -> Entry:
    """Return a text that must be taken in, found by a word that no other text has."""
    word = f"hostile{sha1(name).hexdigest()}"
    text = f"Text {word} {title}\n\n{_LEAD} {title}\n\n{_LEAD}\n\n{_LEAD}\n\n{body}\n"
    return _raw(name, text.encode(encoding, "replace"), word)


def _texts() -> Iterator[Entry]:
    """Yield texts that are to be taken in, whatever they say, are named, or are written in."""
    for name in NAMES:
        yield _good(b"names/" + name, "with a name")
    for encoding, words in ENCODINGS:
        yield _good(f"encodings/{encoding}".encode(), words, encoding=encoding)
    for number, character in enumerate((*CONTROLS, *UNSEEN)):
        yield _good(b"characters/%03d" % number, f"a{character}b", f"{character * 3}\n{character}")
    for number, sequence in enumerate((*SEQUENCES, *MARKUP)):
        yield _good(b"sequences/%03d" % number, sequence, f"{sequence}\n\n{sequence * 2}")
    yield _good(b"/".join([b"deep"] * 200) + b"/text", "deep down")
    twin = _good(b"twins/one", "of twins")
    yield from (twin, replace(twin, name=b"twins/two"))


def _sizes() -> Iterator[Entry]:
    """Yield what is too little or too much."""
    blanks = "", " ", "\n", "\n" * 9999, "\t \r\n", "\ufeff", "\u2028", "\xa0", "\u200b"
    for number, blank in enumerate(blanks):
        yield _raw(b"sizes/blank %d" % number, blank.encode())
    yield _raw(b"sizes/one byte", b"x")
    yield _raw(b"sizes/a nul", b"\0")
    yield _raw(b"sizes/nuls", b"\0" * 9000)
    yield _raw(b"sizes/a nul in the midst", b"A text.\n\0\nMore of it.\n")
    yield _raw(b"sizes/a nul late on", b"A text of words. " * 600 + b"\0" + b" and more")
    yield _good(b"sizes/no line end", "in one line", "word " * 40_000)
    yield _good(b"sizes/one word", "and a long one", "w" * 900_000)
    yield _good(b"sizes/many lines", "of many lines", "short\n" * 60_000)
    yield _good(b"sizes/many paragraphs", "of many paragraphs", "short\n\n" * 20_000)
    yield _raw(b"sizes/one byte too many", b"a" * (5 * _MEGABYTE + 1))
    yield Entry(b"sizes/200 MB", _write_200_megabytes)
    yield Entry(b"sizes/a hole of 1 TB", lambda path: _write_hole(path, 1 << 40))


def _write_200_megabytes(path: bytes) -> None:
    with open(path, "wb") as file:
        for _ in range(200):
            file.write(b"no line end " * (_MEGABYTE // 12))


def _write_hole(path: bytes, size: int) -> None:
    with open(path, "wb") as file:
        file.truncate(size)


def _bombs() -> Iterator[Entry]:
    """Yield texts by which patterns that look back and ahead take for ever."""
    pieces = (
        "May ", "(VNA) – ", "Communist Party of ", "and ", "of the ", "1", "1, ", "2021-", ".", "-", "–",
        "\"", "'", "A. ", "Mr. ", "(", "()", "[", "<a>", "{\"a\":", "a\u0301", "\u0301", "Hanoi, ",
        "the General Secretary ", "Nguyen Van ", "met with ", "\t", "X", "XI", "18 May 2021 ", "https://a.",
        "@", "*", "#", "\\", "&amp;",
    )  # fmt: skip
    for number, piece in enumerate(pieces):
        yield _good(b"bombs/%02d" % number, "of one piece", piece * (30_000 // len(piece)))


def _forms() -> Iterator[Entry]:
    """Yield files of other programs, and broken text."""
    forms = (
        b"\x7fELF\x02\x01\x01\0", b"\x89PNG\r\n\x1a\n", gzip.compress(b"text" * 99),
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"PK\x03\x04\x14\0", b"SQLite format 3\0", b"#!/bin/sh\nreboot\n",
        b"<html><body>Text</body></html>",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        b'{"format":1}', b'{"format":99,"id":"000000000000"}', b"{}", b"[]", b"null", b"[" * 99_999,
        b'{"a":' * 50_000, b'{"format":1,"id":"../../x","text":"a"}', b'{"format":1,"text":' + b"[" * 5000,
        b'"', b"\\u0000", b"NaN", b"\xc0\xaf", b"\xed\xa0\x80 a surrogate", b"\xf8\x88\x80\x80\x80",
        b"cut \xe2\x82", b"\xff\xfe", b"\xfe\xff\0", b"\xff\xfe\0\xd8", b"\xef\xbb\xbf\xef\xbb\xbfTwo marks",
        b"a\xef\xbb\xbfb", b"\xff\xfe\0\0t\0\0\0", "\ufffe\uffff".encode(), b"---\ntitle: yaml\n---\n",
        b"From: a@b\r\nSubject: =?utf-8?q?=1B[2J?=\r\n\r\nText\r\n",
    )  # fmt: skip
    for number, data in enumerate(forms):
        suffix = (b"", b".txt", b".json", b".html")[number % 4]
        yield _raw(b"forms/%02d%s" % (number, suffix), data)


def _specials() -> Iterator[Entry]:
    """Yield what is no regular file, and links that lead astray."""
    links = {
        b"loop": b"loop", b"there": b"back", b"back": b"there", b"above": b"..", b"itself": b".",
        b"nowhere": b"no such file", b"out": b"/etc/passwd", b"the root": b"/", b"zeros": b"/dev/zero",
        b"memory": b"/proc/self/mem", b"terminal": b"/dev/tty", b"long": b"x" * 200,
    }  # fmt: skip
    for name, target in links.items():
        yield Entry(b"specials/" + name, _linking_to(target))
    yield Entry(b"specials/pipe", os.mkfifo)
    yield Entry(b"specials/socket", _bind)
    yield Entry(b"specials/device", lambda path: _make_device(path, stat.S_IFCHR, 1, 5))
    yield Entry(b"specials/disk", lambda path: _make_device(path, stat.S_IFBLK, 7, 200))
    yield Entry(b"specials/beyond", _nest_beyond_all_paths)


def _linking_to(target: bytes) -> Callable[[bytes], None]:
    return lambda path: os.symlink(target, path)


def _bind(path: bytes) -> None:
    """Make a socket, whose path the system wants short."""
    with chdir(os.path.dirname(path)), socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.basename(path))


def _make_device(path: bytes, kind: int, major: int, minor: int) -> None:
    """Make a device; a pipe where this account may make none."""
    try:
        os.mknod(path, kind | 0o600, os.makedev(major, minor))
    except PermissionError:
        os.mkfifo(path)


def _nest_beyond_all_paths(path: bytes) -> None:
    """Nest folders until no path leads to the innermost."""
    os.mkdir(path)
    with chdir(path):
        for _ in range(25):
            os.mkdir(b"d" * 200)
            os.chdir(b"d" * 200)
        Path("unreachable").write_text("Nobody can name this file.")
