"""`newsdesk parse`: what is understood of some files, nothing stored."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from store.errors import FileRefused
from tui import output, printout
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, dating, place
from tui.complaints import DONE, REFUSED, complain


@click.command("parse")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@AS_JSON
@dating
@IN_ARCHIVE
def parse_command(
    files: tuple[str, ...],
    as_json: bool,
    received: date | None,
    trust_mtime: bool,
    folder: Path | None,
) -> int:
    """Print what is understood of some files, with the evidence; nothing is stored.

    Names mean what they mean in the archive, whose own gazetteer is read last.
    """
    from store.archive import local_names
    from store.document import to_document
    from store.ingest import read
    from store.intake.dated import Terms

    known = local_names.gazetteer(place(folder))
    status = DONE
    for number, file in enumerate(files):
        try:
            article = read(Path(file), known, datetime.now(UTC), Terms(received, trust_mtime))
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
