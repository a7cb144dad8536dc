"""The kiosk: a desk for people who may do nothing else on its machine."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

SWITCH: Final = "--kiosk"

IDLE: Final = 15 * 60.0
"""Seconds after which a kiosk that nobody touches is as it was at its start."""

_TERMINAL: Final = frozenset({
    "TERM", "COLORTERM", "COLORFGBG", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "TZ",
    "SSH_TTY", "TMUX", "STY",
})  # fmt: skip
"""What the environment may say: which terminal this is, what lies on the way to it, and where it stands."""

_BREAKING: Final = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)
"""What keys of a terminal send until the desk has it; one could leave the reader with the shell before it."""


def hindrance(arguments: Sequence[str], environment: Mapping[str, str]) -> str | None:
    """Return why no kiosk can be opened so, if so.

    Only the command line says what opens, and says it once: what is added to it changes nothing.
    """
    names = [argument.partition("=")[0] for argument in arguments]
    for name in sorted(environment):
        if name.startswith("NEWSDESK_"):
            return f"{name} is set, and with {SWITCH} the environment decides nothing; unset it"
    if names.count("--archive") != 1:
        return f"with {SWITCH} the command line must name the archive, once: --archive DIR"
    if names.count("--reader") > 1:
        return f"with {SWITCH} the command line names the reader once at most: --reader NAME"
    return None


def shut() -> None:
    """Give up what this process could be led astray by, before anything else is loaded."""
    for name in os.environ.keys() - _TERMINAL:
        del os.environ[name]
    signal.pthread_sigmask(signal.SIG_BLOCK, _BREAKING)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True
    sys.path[:] = filter(_is_installed, sys.path)


def _is_installed(folder: str) -> bool:
    """Tell whether code may come from a folder: that of this program, or of the Python that runs it."""
    ours = Path(__file__).resolve().parent.parent
    place = Path(folder).resolve()
    roots = (Path(root).resolve() for root in (sys.prefix, sys.base_prefix))
    return place == ours or any(place.is_relative_to(root) for root in roots)
