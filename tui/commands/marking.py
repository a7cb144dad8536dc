"""`newsdesk mark`: what a reader says of texts, and what is said of them then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from store.errors import ArchiveError, MarkRefused
from tui import output, printout
from tui.commands.arguments import IN_ARCHIVE, damages, place, reader_name
from tui.complaints import complain
from tui.measure import clip

if TYPE_CHECKING:
    from store.archive.archive import Archive
    from store.article import Article

_T = TypeVar("_T")


def _tags(context: click.Context, parameter: click.Parameter, value: Sequence[str]) -> list[str]:
    from store.archive import sayings

    return [_checked(sayings.tag, typed) for typed in value]


def _notes(context: click.Context, parameter: click.Parameter, value: Sequence[str]) -> list[str]:
    from store.archive import sayings

    return [_checked(sayings.note, typed).text for typed in value]


def _checked(check: Callable[[str], _T], typed: str) -> _T:
    try:
        return check(typed)
    except MarkRefused as error:
        raise click.BadParameter(str(error)) from None


@click.command("mark")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--read/--unread", "read", default=None, help="Say that you have read the texts, or not.")
@click.option("--star/--unstar", "starred", default=None, help="Give them a star, or take it away.")
@click.option("--tag", "tags", multiple=True, metavar="T", callback=_tags, help="Give them a tag.")
@click.option("--untag", "untags", multiple=True, metavar="T", callback=_tags, help="Take a tag away.")
@click.option("--note", "notes", multiple=True, metavar="TEXT", callback=_notes, help="Write a note.")
@click.option("--paragraph", type=click.IntRange(1), metavar="N", help="The paragraph that the note is on.")
@click.option(
    "--reader", metavar="NAME", callback=reader_name, help="Whose marks are set; else your account's."
)
@IN_ARCHIVE
def mark_command(
    ids: tuple[str, ...], paragraph: int | None, reader: str | None, folder: Path | None, **said: Any
) -> int:
    """Mark texts as read or starred, tag them, write notes on them. An ID may be shortened.

    Several options can be given at once. One line a text says what is said of it now. If one ID is unknown
    nothing is marked.
    """
    if paragraph is not None and not said["notes"]:
        raise click.UsageError("--paragraph says where a --note stands: give both.")
    if not any(value not in (None, []) for value in said.values()):
        raise click.UsageError("Say what to mark: --read, --star, --tag T, --note TEXT or their opposites.")
    archive = _opened(folder, reader)
    found = [archive.article(i) for i in dict.fromkeys(map(archive.find, ids))]
    _mark(archive, found, paragraph, said)
    room = output.columns()
    for article in found:
        line = printout.marked_line(article, archive.mine.of(article.id))
        output.print_lines([line if room is None else clip(line, room)])
    if archive.mine.apart:
        complain(f"the archive cannot be written; your marks are kept in {archive.mine.apart}")
    return damages(archive)


def _opened(folder: Path | None, reader: str | None) -> Archive:
    from store.archive.archive import Archive

    archive = Archive(place(folder), reader)
    with suppress(ArchiveError):  # an archive that cannot be written is marked as far as it can be seen
        archive.catch_up()
    return archive


def _mark(archive: Archive, found: Sequence[Article], paragraph: int | None, said: dict[str, Any]) -> None:
    from store.archive import sayings

    for article in found:
        if paragraph is not None and paragraph > len(article.body):
            have = f"{len(article.body)} paragraph{'' if len(article.body) == 1 else 's'}"
            raise MarkRefused(f"{article.id} has {have}, and no paragraph {paragraph}; nothing was marked")
    at = None if paragraph is None else paragraph - 1
    notes = [sayings.note(text, at) for text in said.pop("notes")]
    archive.mine.mark([article.id for article in found], notes=notes, **said)
