"""`newsdesk list`: the texts that a query finds, as lines or as documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from store.errors import ArchiveError
from tui import output, printout
from tui.commands.arguments import AS_JSON, ASKED, IN_ARCHIVE, ON_DAY, QUERIES, damages, place
from tui.commands.progress import catch_up
from tui.commands.showing import print_article
from tui.complaints import DONE, UNREADABLE, complain

if TYPE_CHECKING:
    from store.archive.archive import Archive

_WINDOW: Final = 500
"""Rows that `list` asks for and aligns at a time."""


@click.command("list", context_settings=QUERIES)
@ASKED
@AS_JSON
@ON_DAY
@IN_ARCHIVE
def list_command(query: str, as_json: bool, now: date | None, folder: Path | None) -> int:
    """List the texts that QUERY finds, in the order of the dashboard; without QUERY all of them."""
    from store.query import Query
    from tui.emptiness import nothing_matches
    from tui.sowing import sown

    archive = sown(place(folder))
    catch_up(archive)
    asked, today = Query.parse(query, archive.vocabulary), now or date.today()
    found = archive.tally(asked, today)
    unread: dict[str, ArchiveError] = {}
    for start in range(0, found.shown, _WINDOW):
        rows = archive.window(asked, start, _WINDOW, today)
        if as_json:
            for row in rows:
                _print_found(archive, row.id, unread)
        else:
            output.print_lines(printout.listed(rows, output.columns()))
    if not found.shown and found.texts:
        complain(nothing_matches(archive, asked, today))
    elif not found.shown and not archive.damaged:
        complain("no texts yet; newsdesk import PATH takes some in")
    for error in unread.values():
        complain(str(error))
    return max(UNREADABLE if unread else DONE, damages(archive))


def _print_found(archive: Archive, article_id: str, unread: dict[str, ArchiveError]) -> None:
    """Print the document of a text that a list found; a file that cannot be read is remembered once."""
    try:
        print_article(archive, article_id)
    except ArchiveError as error:
        unread.setdefault(error.file, error)
