"""`newsdesk import`: texts of files and folders into the archive."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import ArchiveBusy, ArchiveError
from tui import output
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, opened
from tui.complaints import DONE, REFUSED, complain, complain_of
from tui.show import show

if TYPE_CHECKING:
    from store.ingest import Report


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@AS_JSON
@IN_ARCHIVE
def import_command(paths: tuple[str, ...], as_json: bool, folder: Path | None) -> int:
    """Take the texts of files and folders into the archive.

    One line a file, printed once its text is safely kept: added, unchanged, replaced or refused.
    """
    from store.ingest import ingest
    from store.wire import gazetteer

    archive = opened(folder)
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
