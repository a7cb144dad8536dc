"""Output: lines and documents on stdout, and what is said where nobody can take them."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from store.errors import NewsError
from tui.show import show_json

if TYPE_CHECKING:
    from store.document import Document

_MEASURE: Final = 80
"""The widest that running text is printed."""


class OutputRefused(NewsError):
    """Output that could not be written where it was sent, such as to a full disk."""

    title = "Output not written"


class NobodyReads(Exception):
    """Whoever read the output has gone, such as head; it is no mistake, and nothing more need be printed."""


def columns() -> int | None:
    """Return the width of the terminal; None where output goes elsewhere and nothing need be cut."""
    return shutil.get_terminal_size().columns if sys.stdout is not None and sys.stdout.isatty() else None


def measure() -> int:
    """Return how wide running text is to be."""
    return min(columns() or _MEASURE, _MEASURE)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines.

    Raises:
        NobodyReads: Whoever read them has gone.
        OutputRefused: They cannot be written.
    """
    for line in lines:
        with _written():
            print(line.rstrip(), flush=True)


def print_json(document: Document) -> None:
    """Print one document as one line of UTF-8, whatever the terminal's own letters are.

    Raises:
        NobodyReads: Whoever read it has gone.
        OutputRefused: It cannot be written.
    """
    if sys.stdout is not None:
        with _written():
            sys.stdout.buffer.write(show_json(document))
            sys.stdout.buffer.flush()


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hush(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise NobodyReads from error
        why = (error.strerror or "unknown reason").lower()
        raise OutputRefused(f"the output could not be written: {why}") from error


def hush(stream: TextIO | None) -> None:
    """Have what waits to be written go nowhere; else Python would try, and complain, once more at its end."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
