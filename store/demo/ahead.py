"""Ahead: articles that a process of its own generates while those before them are kept."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

from store.demo.generator import batches
from store.document import Document

_PATIENCE: Final = 5.0
"""Seconds in which the other process must end once nobody hears it."""


def batches_ahead(count: int, size: int) -> Generator[list[Document], None, None]:
    """Yield generated articles in batches; if the other process is lost, the rest are generated here.

    It ends when its connection closes, so it is not left behind however this process ends.
    """
    context = get_context("spawn")
    connection, theirs = context.Pipe(duplex=False)
    other = context.Process(target=_work, args=(theirs, count, size), daemon=True)
    # A process that is starting never hears ctrl+c, which is for us to hear.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        other.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
    taken = 0
    try:
        while taken < count:
            batch: list[Document] = connection.recv()
            taken += len(batch)
            yield batch
    except (EOFError, OSError):
        yield from batches(count, size, taken)
    finally:
        connection.close()
        other.join(_PATIENCE)
        other.kill()
        other.join()


def _work(connection: Connection, count: int, size: int) -> None:
    """Send batch after batch, each when there is room for it, until nobody hears."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for batch in batches(count, size):
            connection.send(batch)
    except OSError:
        os._exit(0)
