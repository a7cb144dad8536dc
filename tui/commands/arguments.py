"""The arguments that several commands take, and the archive that they name."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from store.errors import ReaderRefused
from tui.complaints import DONE, UNREADABLE, complain
from tui.options import Options

if TYPE_CHECKING:
    from store.archive.archive import Archive

QUERIES: Final = {"ignore_unknown_options": True}
"""A query may begin with a minus, which click would take for an option."""


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no day such as 2021-05-18") from None


def _folder(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """Take --archive from before or after the command's name; the later one counts."""
    if value == "":
        raise click.BadParameter("names no folder")
    if value is not None:
        context.meta["newsdesk.archive"] = Path(value)
    found: Path | None = context.meta.get("newsdesk.archive")
    return found


def reader_name(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Take the name of a reader, if it can be one."""
    from store.archive.identity import given_name

    try:
        return None if value is None else given_name(value)
    except ReaderRefused as error:
        raise click.BadParameter(str(error)) from None


def _query(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> str:
    """Take the query, which is one argument; a shell has split one that was not quoted."""
    for word in value:
        if word.startswith("--"):
            raise click.NoSuchOption(word.partition("=")[0], ctx=context)
    if len(value) > 1:
        raise click.UsageError(f"QUERY is one argument. Put it in quotes: '{' '.join(value)}'", context)
    return value[0] if value else ""


def _cores() -> int:
    """Return the processors that this process may use, as far as more of them help."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, _MOST_JOBS)


_MOST_JOBS: Final = 8
"""Beyond so many processes the one that writes is the slowest."""

IN_ARCHIVE = click.option(
    "--archive",
    "folder",
    metavar="DIR",
    callback=_folder,
    help="The archive's folder; else NEWSDESK_ARCHIVE, else your data directory.",
)
ON_DAY = click.option("--now", metavar="DAY", callback=_day, help="The day that `today` means in a query.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON documents, one a line.")
JOBS = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    default=_cores,
    help="Processes that read at once, where there is much to read; else one for each processor, at most 8.",
)
_RECEIVED = click.option(
    "--received",
    metavar="DAY",
    callback=_day,
    help="The day on which these texts were received, for what their words leave open.",
)
TRUST_MTIME = click.option(
    "--trust-mtime",
    is_flag=True,
    help="Take the time at which a file was last changed for the day on which its text was received.",
)


def dating(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options on when its texts were received."""
    return _RECEIVED(TRUST_MTIME(command))


ASKED = click.argument("query", nargs=-1, metavar="[QUERY]", callback=_query)


def of_the_screen(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of the dashboard."""
    for option in (
        click.option(
            "--ascii/--no-ascii",
            default=None,
            help="Draw lines and signs in ASCII, or do not; else as the locale asks.",
        ),
        click.option("--high-contrast", is_flag=True, help="Colours that stand out more."),
        click.option("--mono", is_flag=True, help="Leave out colour, as NO_COLOR does."),
        click.option(
            "--kiosk",
            is_flag=True,
            help="Leave nothing but the dashboard within reach; --archive must be given.",
        ),
        click.option(
            "--mouse/--no-mouse",
            default=None,
            help="Let the dashboard hear the mouse, or leave it to the terminal; else not over ssh.",
        ),
        click.option("--plain", is_flag=True, help="Answer line by line, without a screen; in a pipe, too."),
        click.option(
            "--reader",
            metavar="NAME",
            callback=reader_name,
            help="Whose marks are shown and set; else your account's.",
        ),
        ON_DAY,
        IN_ARCHIVE,
    ):
        command = option(command)
    return command


def place(folder: Path | None) -> Path:
    """Return the folder of the archive that a command line means."""
    return Options.completed(folder).archive


def opened(folder: Path | None) -> Archive:
    """Return the archive that a command line means, which may not exist yet, with its lists up to date."""
    from store.archive.archive import Archive
    from tui.commands.progress import catch_up

    archive = Archive(place(folder))
    catch_up(archive)
    return archive


def damages(archive: Archive) -> int:
    """Name the files of an archive that had to be left out; return the exit status."""
    damaged = archive.damaged
    for error in damaged:
        complain(str(error))
    if damaged:
        complain("newsdesk doctor says what can be done")
    return UNREADABLE if damaged else DONE
