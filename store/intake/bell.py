"""Bell: rings where something may have arrived in a folder, and from time to time all the same."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Final, NamedTuple

_TICK: Final = 500
"""Milliseconds after which it rings though nothing was heard."""

_STEP: Final = 100
"""Milliseconds of silence after which what was heard is told."""

_BLIND: Final = 3.0
"""Seconds between two rings where the system does not tell what arrives."""


class Heard(NamedTuple):
    """What was heard since the last ring."""

    paths: frozenset[str] = frozenset()
    """Files and folders that are new or were changed, named as the folder itself is."""
    everywhere: bool = False
    """Whether something may have been missed, so that all must be looked at."""
    trouble: str | None = None
    """Why the system does not tell what arrives."""


def bell(folder: str) -> Generator[Heard, None, None]:
    """Ring for ever; from the first ring on nothing that arrives is missed."""
    told = None
    while True:
        try:
            yield from _rings(folder)
        except (OSError, RuntimeError, ValueError) as error:
            trouble = str(error) or type(error).__name__
            yield Heard(everywhere=True, trouble=None if trouble == told else trouble)
            told = trouble
            time.sleep(_BLIND)


def _rings(folder: str) -> Iterator[Heard]:
    from watchfiles import Change, watch

    prefixes = {os.path.realpath(folder), os.path.abspath(folder), str(Path(folder))}
    yield from (
        Heard(
            frozenset(_named(path, folder, prefixes) for change, path in changes if change != Change.deleted)
        )
        for changes in watch(
            folder,
            watch_filter=None,
            debounce=_TICK,
            step=_STEP,
            rust_timeout=_TICK,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
    )


def _named(path: str, folder: str, prefixes: set[str]) -> str:
    """Return a path below the folder as a walk would name it; some systems tell where links lead."""
    for prefix in prefixes:
        if path.startswith(f"{prefix}{os.sep}"):
            return str(Path(folder, path[len(prefix) + 1 :]))
    return path
