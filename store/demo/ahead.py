"""Ahead: articles that a process of its own generates while those before them are kept."""

from __future__ import annotations

import os
from collections.abc import Generator
from multiprocessing.connection import Connection

from store.child import Child
from store.demo.generator import batches
from store.document import Document


def batches_ahead(count: int, size: int) -> Generator[list[Document], None, None]:
    """Yield generated articles in batches; if the other process is lost, the rest are generated here."""
    child = Child(_work, count, size)
    taken = 0
    try:
        while taken < count:
            batch: list[Document] = child.connection.recv()
            taken += len(batch)
            yield batch
    except (EOFError, OSError):
        yield from batches(count, size, taken)
    finally:
        child.close()
        child.join()


def _work(connection: Connection, count: int, size: int) -> None:
    """Send batch after batch, each when there is room for it, until nobody hears."""
    try:
        for batch in batches(count, size):
            connection.send(batch)
    except OSError:
        os._exit(0)
