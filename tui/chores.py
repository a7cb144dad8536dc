"""Chores: what the desk does to the archive, at once or, where it is much, in a thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from store.errors import NewsError
from tui.lines import Line, line
from tui.questioning import Questioning
from tui.wording import capitalised

Work = Callable[[], None]
"""Something to be done."""

FEW: Final = 200
"""So many texts are changed between two keys."""

DONE: Final = ("✓ ", "ok")
"""What is said before a change that was kept."""

WAY_BACK: Final[Line] = line((" · ", "faint"), ("u", "key"), (" takes it back", "faint"))
"""What is said behind a change that can be taken back."""


class Chores(Questioning):
    """The page that keeps what is said, one thing after the other.

    While a thread works, the list stands still and nothing else is written: what comes up waits.
    """

    doing = ""
    """What a thread is doing; nothing while none is."""

    _waiting: tuple[Work, ...] = ()

    def do(self, work: Work, then: Work, told: str, *, texts: int = 1) -> None:
        """Do something to the archive, then show it; what stops it is said, and nothing is shown.

        Args:
            told: What it is, as in `tagging 100,000 texts`.
            texts: To how many texts it is done; what is done to many takes longer than a key may, so a
                thread does it.
        """
        if self.is_busy():
            return
        if texts > FEW:
            self.doing = told
            self.status.say((f"{capitalised(told)} …", "text"))
            self.run_worker(lambda: self._work(work, then), thread=True)
        else:
            self._ended(_tried(work), then)

    def is_busy(self) -> bool:
        """Tell whether a thread is doing something, and if so say what."""
        if self.doing:
            self.status.say(("Still ", "muted"), (self.doing, "text"))
        return bool(self.doing)

    def when_at_rest(self, work: Work) -> None:
        """Do something now, or once the thread is ready."""
        if self.doing:
            self._waiting = (*self._waiting, work)
        else:
            work()

    def _work(self, work: Work, then: Work) -> None:
        error = _tried(work)
        self.app.call_from_thread(self._rest, error, then)

    def _rest(self, error: NewsError | None, then: Work) -> None:
        """Show what the thread did, and do what came up meanwhile."""
        self.doing = ""
        waiting, self._waiting = self._waiting, ()
        self._ended(error, then)
        for work in waiting:
            work()

    def _ended(self, error: NewsError | None, then: Work) -> None:
        if error:
            self.complain(error)
        else:
            then()

    def complain(self, error: NewsError) -> None:
        """Say what went wrong."""
        raise NotImplementedError


def _tried(work: Work) -> NewsError | None:
    """Do something, and return what stopped it."""
    try:
        work()
    except NewsError as error:
        return error
    return None
