"""Workers: texts understood in several processes at once, and told in the order in which they were asked.

Each process is spoken to through a connection of its own. In the executor of concurrent.futures all share
one, and one that is killed while it writes an answer leaves the others, and us, waiting for the rest of it.
"""

from __future__ import annotations

import os
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Final, Generic, TypeVar

from store import memory
from store.child import Child
from store.errors import WorkersLost
from store.intake.dated import NEVER_TOLD, Terms
from store.intake.understanding import Answer, Asked, Question, answers, lots
from store.wire import gazetteer

_AHEAD: Final = 6
"""Chunks for each worker that are asked before the first of them is answered."""

_AHEAD_BYTES: Final = 32_000_000
"""Bytes to be read, about, that are asked before the first of them is answered."""

_T = TypeVar("_T")

_Answers = list[Answer]

Own = tuple[tuple[str, str], ...]
"""Name and text of the newsroom's own files of the gazetteer."""


class Workers:
    """Some processes that understand texts."""

    def __init__(self, jobs: int, now: datetime, terms: Terms = NEVER_TOLD, own: Own = ()) -> None:
        """Start so many processes, or as many of them as the system has room for.

        Args:
            own: The newsroom's own files of the gazetteer, which are read in each of them.

        Raises:
            OSError: It has room for none.
        """
        self._workers: list[_Worker] = []
        while len(self._workers) < jobs:
            try:
                self._workers.append(_Worker(now, terms, own))
            except OSError:
                if not self._workers:
                    raise
                break

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.close()
        for worker in self._workers:
            worker.join()

    def told(self, asked: Iterable[Asked[_T]]) -> Iterator[tuple[_T, Answer | None]]:
        """Yield every item with its answer, in order; not many are asked before they are taken.

        Raises:
            WorkersLost: The system ended one of the processes.
        """
        waiting: deque[_Chunk[_T]] = deque()
        most, weight = _AHEAD * len(self._workers), 0
        for lot in lots(asked):
            chunk = _Chunk(lot)
            if chunk.questions:
                min(self._workers, key=lambda worker: worker.load).ask(chunk)
            waiting.append(chunk)
            weight += chunk.weight
            while waiting and (len(waiting) > most or weight > _AHEAD_BYTES or waiting[0].is_told):
                weight -= waiting[0].weight
                yield from waiting.popleft().told()
        while waiting:
            yield from waiting.popleft().told()


class _Worker(Child):
    """One of the processes, as this one sees it."""

    def __init__(self, now: datetime, terms: Terms, own: Own) -> None:
        super().__init__(_work, now, terms, own)
        self._asked: deque[_Questions] = deque()

    @property
    def load(self) -> int:
        return len(self._asked)

    @property
    def has_answered(self) -> bool:
        return self.connection.poll()

    def ask(self, questions: _Questions) -> None:
        try:
            self.connection.send(questions.questions)
        except OSError as error:
            raise WorkersLost from error
        questions.worker = self
        self._asked.append(questions)

    def hear(self) -> None:
        """Wait for an answer, which is to the first of the questions that it has not answered."""
        try:
            told: _Answers | BaseException = self.connection.recv()
        except (EOFError, OSError) as error:
            raise WorkersLost from error
        if isinstance(told, BaseException):
            raise told
        self._asked.popleft().answers = told


class _Questions:
    """Questions that are asked together."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = questions
        self.answers: _Answers | None = None
        self.worker: _Worker | None = None


class _Chunk(_Questions, Generic[_T]):
    """Items that wait for the answers to their questions, if they have any."""

    def __init__(self, items: Sequence[Asked[_T]]) -> None:
        super().__init__([question for _, question in items if question])
        self.items = items
        self.weight = sum(question.weight for question in self.questions)

    @property
    def is_told(self) -> bool:
        while self.worker and self.answers is None and self.worker.has_answered:
            self.worker.hear()
        return not self.worker or self.answers is not None

    def told(self) -> Iterator[tuple[_T, Answer | None]]:
        while self.worker and self.answers is None:
            self.worker.hear()
        told = iter(self.answers or ())
        for item, question in self.items:
            yield item, next(told) if question else None


def _work(connection: Connection, now: datetime, terms: Terms, own: Own) -> None:
    """Answer what comes until the connection closes; questions are taken in while others are answered."""
    known = gazetteer.load(own)
    memory.settle()
    waiting: SimpleQueue[Future[_Answers]] = SimpleQueue()
    Thread(target=_send, args=(connection, waiting), daemon=True).start()
    with ThreadPoolExecutor(1) as thread:
        while True:
            try:
                questions = connection.recv()
            except (EOFError, OSError):
                os._exit(0)
            waiting.put(thread.submit(answers, questions, known, now, terms))


def _send(connection: Connection, waiting: SimpleQueue[Future[_Answers]]) -> None:
    """Send answers in their order, or the error that came instead."""
    while True:
        told = waiting.get()
        error = told.exception()
        if error:
            error.add_note("".join(traceback.format_exception(error)))
        try:
            connection.send(error or told.result())
        except OSError:
            os._exit(0)
