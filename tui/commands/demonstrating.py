"""`newsdesk demo`: generated texts, to try the dashboard at size."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Final, NoReturn

import click

from tui import output
from tui.commands.arguments import IN_ARCHIVE, damages
from tui.commands.ending import ends_on_terminate
from tui.commands.progress import Progress
from tui.complaints import DONE, MISUSED, REFUSED, complain
from tui.launch import hindrance, open_desk
from tui.options import Options

_USUAL: Final = 1_000
_MOST: Final = 1_000_000


def _count(context: click.Context, parameter: click.Parameter, value: int) -> int:
    if 1 <= value <= _MOST:
        return value
    raise click.BadParameter(f"{value:,} texts are not made: it is from 1 to {_MOST:,}")


@click.command("demo")
@click.argument("count", metavar="[N]", type=int, default=_USUAL, callback=_count)
@click.option("--texts", metavar="DIR", help="Write wire texts into this empty folder instead.")
@IN_ARCHIVE
def demo_command(count: int, texts: str | None, folder: Path | None) -> int:
    """Open the dashboard on N generated texts, 1,000 unless told otherwise.

    They are invented, marked SYNTHETIC, and the same each time. The archive is removed at the end; with
    --archive DIR they are kept in that empty archive.
    """
    if texts is not None and folder is not None:
        raise click.UsageError("--texts writes files and --archive an archive: give one of them.")
    if texts is not None:
        return _write(Path(texts), count)
    return _keep(folder, count) if folder else _try_out(count)


def _try_out(count: int) -> int:
    """Open the dashboard on an archive that is gone when it is closed."""
    import shutil
    import tempfile

    if complaint := hindrance():
        complain(f"{complaint}; newsdesk demo --archive DIR keeps the texts")
        return MISUSED
    with (
        _leaving_by_signal(),
        tempfile.TemporaryDirectory(prefix="newsdesk-demo-", ignore_cleanup_errors=True) as made,
    ):
        archive = Path(made) / "archive"
        _fill(archive, count)
        return open_desk(Options.completed(archive), partial(shutil.rmtree, made, ignore_errors=True))


def _keep(folder: Path, count: int) -> int:
    """Put the texts into an archive that stays, and open the dashboard on it where there is a terminal."""
    from store.archive.archive import Archive
    from store.query import Query

    archive = Archive(folder)
    archive.catch_up()
    if status := damages(archive):
        return status
    if texts := archive.tally(Query(), date.today()).texts:
        complain(f"{folder} holds {texts:,} texts already; demo writes into an empty archive only")
        return REFUSED
    del archive
    _fill(folder, count)
    output.print_lines([f"{count:,} generated texts are in {folder}"])
    if hindrance() is None and output.columns() is not None:
        return open_desk(Options.completed(folder))
    return DONE


def _fill(folder: Path, count: int) -> None:
    from store.archive.archive import Archive
    from store.demo.filling import fill

    _show(fill(Archive(folder), count), count)


def _write(folder: Path, count: int) -> int:
    """Write the texts as files below a folder that is empty or not there yet."""
    from store.demo.filling import write

    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        complain(f"{folder} is no folder")
        return REFUSED
    if folder.exists() and any(folder.iterdir()):
        complain(f"{folder} is not empty; the texts are written into an empty folder only")
        return REFUSED
    _show(write(folder, count), count)
    output.print_lines([f"{count:,} generated texts are in {folder}"])
    return DONE


def _show(steps: Iterator[int], count: int) -> None:
    """Go through the steps of some work, and show on a terminal how far it is."""
    gc.disable()  # nothing that is made here has cycles, and looking for them costs a tenth of the time
    done = 0
    with ends_on_terminate(), Progress("Generating", "texts") as progress:
        for step in steps:
            done += step
            progress.tell(done, count)


@contextmanager
def _leaving_by_signal() -> Iterator[None]:
    """Have the signals that end a program run what is to be done at its end."""

    def leave(number: int, frame: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    yield
