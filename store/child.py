"""Child: another process of this program, which helps this one and ends with it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from typing import Any, Final

_PATIENCE: Final = 5.0
"""Seconds in which a child that is no longer needed must end."""


def is_child() -> bool:
    """Tell whether this process is one itself, and so may have none."""
    return current_process().daemon


class Child:
    """A process and the connection to it.

    It is started anew, not copied from this one: a copy would have its locks and threads in whatever state
    they were. Its work must end when the connection closes; so none is left however this process ends.
    """

    def __init__(self, work: Callable[..., None], *given: Any) -> None:
        """Start `work(connection, *given)`, a function of a module, which never hears ctrl+c.

        Raises:
            OSError: The system has no room for another process.
        """
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_run, args=(work, theirs, *given), daemon=True)
        # While it is starting, too, ctrl+c is for this process to hear.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            with redirect_stderr(sys.__stderr__):  # Textual's own has no file that a process could be given
                self._process.start()
        except OSError:
            self.connection.close()
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            theirs.close()

    def close(self) -> None:
        """Tell it that it is no longer needed."""
        self.connection.close()

    def join(self) -> None:
        """Wait until it has ended, and end it if it takes too long."""
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()


def _run(work: Callable[..., None], connection: Connection, *given: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGHUP, signal.SIGTERM})  # a desk blocks them
    work(connection, *given)
