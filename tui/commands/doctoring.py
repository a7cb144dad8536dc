"""`newsdesk doctor`: what is wrong with the archive, and its repair."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui import output
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, place
from tui.complaints import DONE, UNREADABLE, complain
from tui.show import show

if TYPE_CHECKING:
    from store.archive.health.findings import Finding
    from store.archive.health.house import Tell

_PAUSE: Final = 0.1
"""Seconds between two words on how far it is."""


@click.command("doctor")
@click.option("--repair", "is_repair", is_flag=True, help="Mend what can be mended; nothing is deleted.")
@AS_JSON
@IN_ARCHIVE
def doctor_command(is_repair: bool, as_json: bool, folder: Path | None) -> int:
    """Examine every file of the archive, and say in a line each what is wrong and where.

    With --repair it is mended from the backups of the last days and from the files that the texts came from;
    what is replaced is set aside in the archive's folder backup.
    """
    states = set()
    for finding in _found(place(folder), is_repair):
        _print_finding(finding, as_json)
        states.add(finding.state)
    if not states:
        complain("the archive is sound")
    return UNREADABLE if "broken" in states else DONE


def _found(archive: Path, is_repair: bool) -> Iterable[Finding]:
    """Return the findings; where somebody watches the progress, once that has left the line."""
    from store.archive.doctor import examine, repair
    from store.wire import gazetteer

    known = gazetteer.load()
    with _watched() as tell:
        if is_repair:
            return repair(archive, known, tell)
        return list(examine(archive, known, tell)) if tell else examine(archive, known)


@contextmanager
def _watched() -> Iterator[Tell | None]:
    """Show on a terminal how many files were looked at, on a line that is gone at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    told = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal told
        if time.monotonic() - told >= _PAUSE:
            told = time.monotonic()
            click.echo(f"\r{done:,} of {total:,} files", nl=False, err=True)

    try:
        yield tell
    finally:
        if told:
            click.echo(f"\r{' ' * 40}\r", nl=False, err=True)


def _print_finding(finding: Finding, as_json: bool) -> None:
    if as_json:
        output.print_json(asdict(finding))
    else:
        output.print_lines([show(str(finding))])
