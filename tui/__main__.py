"""The `newsdesk` command: opens the dashboard at once, and leaves every other command to click."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from tui.options import Options

_KIOSK: Final = "--kiosk"

_VALUED: Final = ("--archive", "--reader", "--now")
_SWITCHES: Final = (
    "--mouse", "--no-mouse", "--mono", "--high-contrast", "--ascii", "--no-ascii", "--kiosk", "--plain",
)  # fmt: skip


def main() -> NoReturn:
    """Run the command line, and end with its status; the outermost frame of the program."""
    gc.disable()  # what a start makes lives on
    status = _guarded(sys.argv[1:])
    if sys.flags.inspect and _KIOSK in sys.argv:
        os._exit(status)  # Python would leave an interpreter behind
    sys.exit(status)


def _guarded(arguments: Sequence[str]) -> int:
    if sys.platform == "win32":
        print("newsdesk runs on Linux and macOS; on Windows use it inside WSL.", file=sys.stderr)
        return 2
    from store.errors import NewsError
    from tui.complaints import INTERRUPTED, REFUSED, complain, complain_of, record, unforeseen

    _allow_any_letter()
    try:
        return _run(arguments)
    except NewsError as error:
        return complain_of(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001
        complain(unforeseen(error) if _KIOSK in arguments else record(error))
        return REFUSED


def _run(arguments: Sequence[str]) -> int:
    if _KIOSK in arguments:
        from tui import kiosk
        from tui.complaints import MISUSED, complain

        if complaint := kiosk.hindrance(arguments, os.environ):
            complain(complaint)
            return MISUSED
        kiosk.shut()
    options = opening(arguments)
    if options is None or options.plain:
        gc.enable()  # else the desk does, once it has painted
    if options is None:
        from tui.commands import run

        return run(arguments)
    from tui.launch import open_desk

    return open_desk(options)


def opening(arguments: Sequence[str]) -> Options | None:
    """Return how to open the dashboard; None where the command line asks for something else or has a mistake.

    It spares the start of the dashboard the import of click, which then explains the mistake.
    """
    words: list[str] = []
    given: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument == "--":
            words += rest
        elif name in _VALUED:
            given[name] = value if equals else next(rest, "")
        elif argument.startswith("--"):
            given[argument] = "yes"
        else:
            words.append(argument)
    if "--plain" in given and len(words) == 1 and {":", "#"} & {*words[0]}:
        words.insert(0, "open")  # a query or a link, as no command is called
    if words[:1] not in ([], ["open"]) or len(words) > 2:
        return None
    return _options(given, words[1] if words[1:] else "")


def _options(given: dict[str, str], query: str) -> Options | None:
    from store.errors import ReaderRefused
    from tui.options import Options

    if "" in given.values() or not given.keys() <= {*_VALUED, *_SWITCHES}:
        return None
    try:
        now = date.fromisoformat(given["--now"]) if "--now" in given else None
        reader = _reader(given.get("--reader"))
    except (ValueError, ReaderRefused):
        return None
    archive = Path(given["--archive"]) if "--archive" in given else None
    return Options.completed(
        archive,
        query,
        reader,
        _switched("mouse", given),
        "--mono" in given,
        now,
        high_contrast="--high-contrast" in given,
        ascii=_switched("ascii", given),
        kiosk=_KIOSK in given,
        plain="--plain" in given,
    )


def _switched(name: str, given: dict[str, str]) -> bool | None:
    """Return whether something was switched on or off; None where it was left open."""
    return f"--{name}" in given if {f"--{name}", f"--no-{name}"} & given.keys() else None


def _reader(name: str | None) -> str | None:
    from store.archive.identity import given_name

    return None if name is None else given_name(name)


def _allow_any_letter() -> None:
    """Have a terminal that knows few letters shown the others as escapes, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
