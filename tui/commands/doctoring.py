"""`newsdesk doctor`: what is wrong with the archive, and its repair."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.errors import GazetteerError
from tui import output
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, place
from tui.commands.progress import Progress
from tui.complaints import DONE, UNREADABLE, complain
from tui.show import show

if TYPE_CHECKING:
    from store.archive.health.findings import Finding
    from store.archive.health.house import Tell


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
    with Progress("Examining the archive", "files") as progress:
        for finding in _found(place(folder), is_repair, progress.tell):
            progress.clear()
            _print_finding(finding, as_json)
            states.add(finding.state)
    if not states:
        complain("the archive is sound")
    return UNREADABLE if "broken" in states else DONE


def _found(archive: Path, is_repair: bool, tell: Tell) -> Iterable[Finding]:
    """Return the findings: what is only examined is told as it is found.

    Without the newsroom's gazetteer nobody can tell which texts are to be read again, so it comes first.
    """
    from store.archive import local_names
    from store.archive.doctor import examine, repair
    from store.archive.health.findings import Finding

    try:
        known = local_names.gazetteer(archive)
    except GazetteerError as error:
        what = f"{error.reason}; nothing else was examined"
        return [Finding("broken", error.file, f"line {error.line}", what)]
    return (repair if is_repair else examine)(archive, known, tell)


def _print_finding(finding: Finding, as_json: bool) -> None:
    """Print a finding; where nobody reads on, the status still tells whether something is broken."""
    with suppress(output.NobodyReads):
        if as_json:
            output.print_json(asdict(finding))
        else:
            output.print_lines([show(str(finding))])
