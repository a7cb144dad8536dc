"""The names of files, as sources keep them and messages show them."""

from __future__ import annotations

import os
from pathlib import Path

from store.wire.safe import sanitise


def printable(path: Path | str) -> str:
    """Return a file's name with all that is no visible character written as an escape.

    Two names never become one, as they would if each bad character were replaced by the same sign.
    """
    name = os.fsencode(path).replace(b"\\", rb"\\").decode("utf-8", "backslashreplace")
    if is_printable(name):
        return name
    return "".join(c if is_printable(c) else _escaped(c) for c in name)


def is_printable(name: str) -> bool:
    """Tell whether a name has nothing that a terminal would obey, reorder or hide."""
    return name.isprintable() and (name.isascii() or sanitise(name) == name)


def shown(path: Path | str) -> str:
    """Return a file's name as a message may show it."""
    return sanitise(printable(path))


def source_name(path: Path | str) -> str:
    """Return the name by which a file is known as a source: absolute as it was given, and printable."""
    return printable(os.path.abspath(path))


def _escaped(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
