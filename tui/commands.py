"""The commands that need no screen: import, list, show and parse; and `open` with its help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from store.errors import ArchiveBusy, ArchiveError, FileRefused
from store.version import VERSION
from tui import output, printout
from tui.complaints import DONE, MISUSED, REFUSED, UNREADABLE, complain, complain_of
from tui.options import Options
from tui.show import show

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.ingest import Report

_WINDOW: Final = 500
"""Rows that `list` asks for and aligns at a time."""

_QUERIES: Final = {"ignore_unknown_options": True}
"""A query may begin with a minus, which click would take for an option."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit status.

    Raises:
        NewsError: The query, the archive or the article is at fault.
    """
    try:
        status = newsdesk.main(args=list(arguments), prog_name="newsdesk", standalone_mode=False)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        _explain(error)
        return MISUSED
    except output.NobodyReads:
        return DONE
    return status if isinstance(status, int) else DONE


def _explain(error: click.ClickException) -> None:
    """Say what is wrong with a command line, and where the help is."""
    context = getattr(error, "ctx", None)
    complain(error.format_message())
    if context is not None:
        click.echo(f"newsdesk: see {context.command_path} --help", err=True)


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


def _query(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> str:
    """Take the query, which is one argument; a shell has split one that was not quoted."""
    for word in value:
        if word.startswith("--"):
            raise click.NoSuchOption(word.partition("=")[0], ctx=context)
    if len(value) > 1:
        raise click.UsageError(f"QUERY is one argument. Put it in quotes: '{' '.join(value)}'", context)
    return value[0] if value else ""


_archive = click.option(
    "--archive",
    "folder",
    metavar="DIR",
    callback=_folder,
    help="The archive's folder; else NEWSDESK_ARCHIVE, else your data directory.",
)
_now = click.option("--now", metavar="DAY", callback=_day, help="The day that `today` means in a query.")
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON documents, one a line.")
_asked = click.argument("query", nargs=-1, metavar="[QUERY]", callback=_query)


def _screen(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of the dashboard."""
    for option in (
        click.option("--mono", is_flag=True, help="Leave out colour, as NO_COLOR does."),
        click.option("--mouse", is_flag=True, help="Let the dashboard hear the mouse."),
        click.option("--reader", metavar="NAME", help="Whose marks are shown and set; else your account's."),
        _now,
        _archive,
    ):
        command = option(command)
    return command


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["--help"]})
@click.version_option(VERSION, message="newsdesk %(version)s")
@_screen
@click.pass_context
def newsdesk(context: click.Context, /, folder: Path | None, **screen: Any) -> int | None:
    """Wire texts about political parties: who met whom, when, and in which sentence.

    Without a command the dashboard opens.
    """
    if context.invoked_subcommand is None:
        return _open(folder, "", screen)
    given = [f"--{name}" for name, value in screen.items() if value]
    if given and context.invoked_subcommand != "open":
        raise click.UsageError(
            f"{given[0]} belongs after the command, and only where its help lists it.", context
        )
    context.obj = screen
    return None


@newsdesk.command("open", context_settings=_QUERIES)
@_asked
@_screen
@click.pass_context
def _open_command(context: click.Context, /, query: str, folder: Path | None, **screen: Any) -> int:
    """Open the dashboard, on the texts that QUERY finds."""
    before: dict[str, Any] = context.obj or {}
    return _open(folder, query, {name: value or before.get(name) for name, value in screen.items()})


def _open(folder: Path | None, query: str, screen: dict[str, Any]) -> int:
    from tui.launch import open_desk

    return open_desk(Options.completed(folder, query, **screen))


@newsdesk.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_json
@_archive
def _import_command(paths: tuple[str, ...], as_json: bool, folder: Path | None) -> int:
    """Take the texts of files and folders into the archive.

    One line a file, printed once its text is safely kept: added, unchanged, replaced or refused.
    """
    from store.ingest import ingest
    from store.wire import gazetteer

    archive = _opened(folder)
    reports = ingest(map(Path, paths), archive, gazetteer.load(), datetime.now(UTC))
    states: set[str] = set()
    try:
        for report in reports:
            _print_report(report, as_json)
            states.add(report.state)
    except (ArchiveError, ArchiveBusy) as error:
        status = complain_of(error)
        if states:
            complain("what is listed so far is kept; the same import takes in the rest when run again")
        return status
    return REFUSED if "refused" in states else DONE


def _print_report(report: Report, as_json: bool) -> None:
    """Print what became of a file; where nobody reads on, the other files are taken in all the same."""
    with suppress(output.NobodyReads):
        if as_json:
            output.print_json(asdict(report))
        else:
            output.print_lines([show(str(report))])


@newsdesk.command("list", context_settings=_QUERIES)
@_asked
@_json
@_now
@_archive
def _list_command(query: str, as_json: bool, now: date | None, folder: Path | None) -> int:
    """List the texts that QUERY finds, newest first; without QUERY all of them."""
    from store.query import Query
    from tui.sowing import sown

    archive = sown(_place(folder))
    asked, today = Query.parse(query, archive.vocabulary), now or date.today()
    found, status = archive.tally(asked, today), DONE
    for start in range(0, found.shown, _WINDOW):
        rows = archive.window(asked, start, _WINDOW, today)
        if as_json:
            status = max(status, *(_print_found(archive, row.id) for row in rows))
        else:
            output.print_lines(printout.listed(rows, output.columns()))
    if not found.shown and found.texts:
        complain("no text matches")
    elif not found.shown and not archive.damaged:
        complain("no texts yet; newsdesk import PATH takes some in")
    return max(status, _damages(archive))


@newsdesk.command("show")
@click.argument("article_id", metavar="ID")
@_json
@_archive
def _show_command(article_id: str, as_json: bool, folder: Path | None) -> int:
    """Show one text: where, when and why, its paragraphs, who is named. ID may be shortened."""
    archive = _opened(folder)
    article_id = archive.find(article_id)
    if as_json:
        _print_article(archive, article_id)
    else:
        output.print_lines(printout.article_lines(archive.article(article_id), output.measure()))
    return _damages(archive)


@newsdesk.command("parse")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_json
@_archive
def _parse_command(files: tuple[str, ...], as_json: bool, folder: Path | None) -> int:
    """Print what is understood of some files, with the evidence; nothing is stored."""
    from store.document import to_document
    from store.ingest import read
    from store.wire import gazetteer

    status = DONE
    for number, file in enumerate(files):
        try:
            article = read(Path(file), gazetteer.load(), datetime.now(UTC))
        except FileRefused as error:
            complain(str(error))
            status = REFUSED
            continue
        if as_json:
            output.print_json(to_document(article))
        else:
            output.print_lines(["", ""] if number else [])
            output.print_lines(printout.article_lines(article, output.measure()))
            output.print_lines(printout.removed_lines(article, output.measure()))
    return status


def _place(folder: Path | None) -> Path:
    return Options.completed(folder).archive


def _opened(folder: Path | None) -> Archive:
    from store.archive.archive import Archive

    return Archive(_place(folder))


def _damages(archive: Archive) -> int:
    """Name the files of an archive that had to be left out; return the exit status."""
    for error in archive.damaged:
        complain(str(error))
    return UNREADABLE if archive.damaged else DONE


def _print_found(archive: Archive, article_id: str) -> int:
    """Print the document of a text that a list found; one that is damaged is named, and the list goes on."""
    try:
        _print_article(archive, article_id)
    except ArchiveError as error:
        complain(str(error))
        return UNREADABLE
    return DONE


def _print_article(archive: Archive, article_id: str) -> None:
    from store.document import to_document

    output.print_json(to_document(archive.article(article_id)))
