"""The clip file: what a reader copied last, for terminals whose clipboard does not take it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from store.archive.files import DRAFT, reason
from store.archive.identity import account, safe_name
from store.errors import NewsError


def place(reader: str) -> Path:
    """Return where a reader's clip file is: among this account's caches, since nothing is lost with it.

    Raises:
        NewsError: It would be in a home folder, and none is known.
    """
    import platformdirs  # costs 10 ms

    name = "clip.txt" if reader == account() else f"clip-{safe_name(reader)}.txt"
    try:
        return platformdirs.user_cache_path("newsdesk", appauthor=False) / name
    except RuntimeError as error:
        raise NewsError("no home folder is known") from error


def keep(text: str, file: Path) -> None:
    """Put a text in the place of a clip file, which only this account can read; no link there is followed.

    Raises:
        NewsError: It cannot be written.
    """
    draft = file.with_name(f".{file.name}.{os.getpid()}{DRAFT}")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        descriptor = os.open(
            draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as opened:
            opened.write(text)
        os.replace(draft, file)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise NewsError(reason(error)) from error


def shown(file: Path) -> str:
    """Return the path of a clip file as short as a shell takes it."""
    with suppress(RuntimeError, ValueError):
        return f"~/{file.relative_to(Path.home())}"
    return str(file)
