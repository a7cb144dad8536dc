"""Trust in the index: a question that finds it damaged is asked once more, of one made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

_DAMAGE: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""What SQLite says of a file that it cannot make sense of."""


class Mending(Protocol):
    """What has an index, and can have it made anew."""

    def mend(self) -> None:
        """Have the index made anew."""


_Self = TypeVar("_Self", bound=Mending)
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def code(error: sqlite3.Error) -> int:
    """Return SQLite's number for an error, without what is said closer of it; 0 where it has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the index makes no sense."""
    return code(error) in _DAMAGE


def trusting(
    question: Callable[Concatenate[_Self, _Asked], _Answer],
) -> Callable[Concatenate[_Self, _Asked], _Answer]:
    """Return a question that is asked again, once, where the index turns out to be damaged."""

    @wraps(question)
    def asked(self: _Self, /, *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        try:
            return question(self, *args, **kwargs)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        self.mend()
        return question(self, *args, **kwargs)

    return asked


class Trusted:
    """Stands for what is read from an index; a question that finds this damaged is asked again."""

    def __init__(self, now: Callable[[], object], mend: Callable[[], None]) -> None:
        """Take what returns that which is read now, and what has the index made anew."""
        self._now = now
        self._mend = mend

    def mend(self) -> None:
        """Have the index made anew."""
        self._mend()

    def __getattr__(self, name: str) -> object:
        """Return a question as what is read now understands it; what else it has is stood for, too."""
        if not callable(getattr(self._now(), name)):
            return Trusted(lambda: getattr(self._now(), name), self._mend)
        return partial(self._asked, name)

    @trusting
    def _asked(self, /, name: str, *args: object, **kwargs: object) -> object:
        return getattr(self._now(), name)(*args, **kwargs)
