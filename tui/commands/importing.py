"""`newsdesk import`: texts of files and folders into the archive."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from store.errors import ArchiveBusy, ArchiveError, GazetteerError, WorkersLost
from tui import output
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, JOBS, dating, place
from tui.commands.ending import ends_on_terminate
from tui.commands.progress import Progress, bring_up_to_date
from tui.complaints import DONE, REFUSED, complain, complain_of
from tui.show import show

if TYPE_CHECKING:
    from store.ingest import Report


_BROKEN_OFF: Final = "what is listed so far is kept; the same import takes in the rest when run again"


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@AS_JSON
@JOBS
@dating
@IN_ARCHIVE
def import_command(
    paths: tuple[str, ...],
    as_json: bool,
    jobs: int,
    received: date | None,
    trust_mtime: bool,
    folder: Path | None,
) -> int:
    """Take the texts of files and folders into the archive.

    One line a file, printed once its text is safely kept: added, unchanged, replaced or refused. A file of
    documents, as list --json prints them, is taken too.
    """
    from store import memory
    from store.archive import local_names
    from store.archive.archive import Archive
    from store.intake.dated import Terms
    from store.intake.river import River
    from store.intake.room import survey
    from store.intake.walking import below

    archive = Archive(place(folder))
    given = [Path(path) for path in paths]
    listed, complete = 0, True
    try:
        known = local_names.gazetteer(archive.folder)
        memory.settle()
        bring_up_to_date(archive)
        total = survey(given, archive)
        river = River(archive, known, datetime.now(UTC), jobs, Terms(received, trust_mtime))
        with (
            ends_on_terminate(),
            Progress("Importing", "files") as progress,
            closing(river.batches(below(given, archive.folder))) as batches,
        ):
            for reports in batches:
                progress.clear()
                print_reports(reports, as_json)
                listed += len(reports)
                complete = complete and all(report.complete for report in reports)
                progress.tell(listed, total)
    except (ArchiveError, ArchiveBusy, GazetteerError, WorkersLost) as error:
        status = complain_of(error)
        if listed:
            complain(_BROKEN_OFF)
        return status
    except (KeyboardInterrupt, SystemExit):
        complain(_BROKEN_OFF)
        raise
    return DONE if complete else REFUSED


def print_reports(reports: Iterable[Report], as_json: bool) -> None:
    """Print what became of files; where nobody reads on, the others are taken in all the same."""
    with suppress(output.NobodyReads):
        for report in reports:
            if as_json:
                output.print_json({k: v for k, v in asdict(report).items() if v is not None})
            else:
                output.print_lines([show(str(report))])
