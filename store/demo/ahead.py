"""Ahead: articles that a process of its own generates while the ones before are kept."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Generator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from threading import Thread
from typing import Final

from store.demo.generator import documents
from store.document import Document

_AHEAD: Final = 3
"""So many batches wait to be taken: the other process never stands still, and memory stays small."""

_LOOKS: Final = 1.0
"""Seconds between two looks whether anybody still wants the articles."""


def batches_ahead(count: int, size: int) -> Generator[list[Document], None, None]:
    """Yield generated articles in batches; where no other process can run, they are generated here."""
    starts = list(range(0, count, size))
    pool = ProcessPoolExecutor(1, initializer=_serve, initargs=(os.getpid(),))
    waiting: deque[Future[list[Document]]] = deque()
    taken = 0
    try:
        for place in range(len(starts) + _AHEAD):
            if place < len(starts):
                waiting.append(pool.submit(_batch, starts[place], min(size, count - starts[place])))
            if place >= _AHEAD:
                yield waiting.popleft().result()
                taken += 1
    except BrokenExecutor:
        for start in starts[taken:]:
            yield _batch(start, min(size, count - start))
    finally:
        pool.shutdown(cancel_futures=True)


def _batch(start: int, count: int) -> list[Document]:
    return list(documents(count, start))


def _serve(customer: int) -> None:
    """Make this process one that only works: signals are its parent's matter, and it ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    Thread(target=_end_with, args=(customer,), daemon=True).start()


def _end_with(customer: int) -> None:
    while os.getppid() == customer:
        time.sleep(_LOOKS)
    os._exit(1)
