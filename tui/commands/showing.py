"""`newsdesk show`: one text, with all that is known of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import output, printout
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, damages, opened

if TYPE_CHECKING:
    from store.archive.archive import Archive


@click.command("show")
@click.argument("article_id", metavar="ID")
@AS_JSON
@IN_ARCHIVE
def show_command(article_id: str, as_json: bool, folder: Path | None) -> int:
    """Show one text: where, when and why, its paragraphs, who is named. ID may be shortened."""
    archive = opened(folder)
    article_id = archive.find(article_id)
    if as_json:
        print_article(archive, article_id)
    else:
        output.print_lines(printout.article_lines(archive.article(article_id), output.measure()))
        output.print_lines(printout.marks_lines(archive.mine.of(article_id), output.measure()))
    return damages(archive)


def print_article(archive: Archive, article_id: str) -> None:
    """Print the document of one article."""
    from store.document import to_document

    output.print_json(to_document(archive.article(article_id)))
