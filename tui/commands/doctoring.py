"""`newsdesk doctor`: what is wrong with the archive, and its repair."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui import output
from tui.commands.arguments import AS_JSON, IN_ARCHIVE, place
from tui.complaints import DONE, UNREADABLE, complain
from tui.show import show

if TYPE_CHECKING:
    from store.archive.health.findings import Finding


@click.command("doctor")
@click.option("--repair", "is_repair", is_flag=True, help="Mend what can be mended; nothing is deleted.")
@AS_JSON
@IN_ARCHIVE
def doctor_command(is_repair: bool, as_json: bool, folder: Path | None) -> int:
    """Examine every file of the archive, and say in a line each what is wrong and where.

    With --repair it is mended from the backups of the last days and from the files that the texts came from;
    what is replaced is set aside in the archive's folder backup.
    """
    from store.archive.doctor import examine, repair
    from store.wire import gazetteer

    archive, known = place(folder), gazetteer.load()
    is_all_well, is_broken = True, False
    for finding in repair(archive, known) if is_repair else examine(archive, known):
        _print_finding(finding, as_json)
        is_all_well = False
        is_broken |= finding.state == "broken"
    if is_all_well:
        complain("the archive is sound")
    return UNREADABLE if is_broken else DONE


def _print_finding(finding: Finding, as_json: bool) -> None:
    if as_json:
        output.print_json(asdict(finding))
    else:
        output.print_lines([show(str(finding))])
