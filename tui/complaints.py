"""What a person is told when something is wrong: words and an exit status, never a traceback."""

from __future__ import annotations

import sys
from typing import Final

from store.errors import ArchiveBusy, ArchiveError, DocumentError, GazetteerError, NewsError, QueryError
from tui.show import show

DONE: Final = 0
"""Everything asked for was done."""

REFUSED: Final = 1
"""Something was refused and the rest done, or something unexpected happened."""

MISUSED: Final = 2
"""The command or its query was not understood, or there is no terminal."""

UNREADABLE: Final = 3
"""The archive cannot be read or written."""

INTERRUPTED: Final = 130
"""The person pressed ctrl+c, as a shell reports it."""


def complain(words: str) -> None:
    """Say one line on stderr."""
    _say(f"newsdesk: {show(words)}")


def _say(line: str) -> None:
    """Print a line where somebody may read it; where nobody can, the exit status still tells."""
    if sys.stderr is not None:
        try:
            print(line, file=sys.stderr, flush=True)
        except OSError:
            from tui.output import hush

            hush(sys.stderr)


def complain_of(error: NewsError) -> int:
    """Say what is wrong, a mistake in a query with a caret below it; return the exit status."""
    complain(str(error))
    if isinstance(error, QueryError):
        for line in error.caret().splitlines():
            _say(f"  {show(line)}")
    return status_of(error)


def status_of(error: NewsError) -> int:
    """Return the exit status that an error means."""
    if isinstance(error, QueryError):
        return MISUSED
    if isinstance(error, ArchiveError | ArchiveBusy | DocumentError | GazetteerError):
        return UNREADABLE
    return REFUSED


def unforeseen(error: BaseException) -> str:
    """Return one line about an unexpected error."""
    return f"an unexpected error. {type(error).__name__}" + (f": {error}" if str(error) else "")


def record(error: BaseException) -> str:
    """Write the traceback of an unexpected error to the log; return one line that says so."""
    import traceback
    from datetime import UTC, datetime

    import platformdirs

    try:
        log = platformdirs.user_log_path("newsdesk", appauthor=False) / "errors.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n")
            traceback.print_exception(error, file=file)
    except (OSError, RuntimeError):  # of the latter kind is a home folder that nobody knows
        return f"{unforeseen(error)}. No log could be written"
    return f"{unforeseen(error)}. Details are in {log}"
