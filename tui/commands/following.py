"""`newsdesk follow`: a folder's texts into the archive as they arrive."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from tui.commands.arguments import AS_JSON, IN_ARCHIVE, JOBS, TRUST_MTIME, place
from tui.commands.ending import ends_on_terminate
from tui.commands.importing import print_reports
from tui.complaints import DONE, complain


@click.command("follow")
@click.argument("directory", metavar="DIR")
@AS_JSON
@JOBS
@TRUST_MTIME
@IN_ARCHIVE
def follow_command(directory: str, as_json: bool, jobs: int, trust_mtime: bool, folder: Path | None) -> int:
    """Take in the texts of a folder, and then what arrives in it, until ctrl+c.

    It prints lines as import does, but none for a file that it has taken in before. A file that is still
    being written is waited for.
    """
    from store.archive import local_names
    from store.archive.archive import Archive
    from store.intake.dated import Terms
    from store.intake.following import Following

    archive = Archive(place(folder))
    known = partial(local_names.gazetteer, archive.folder)
    following = Following(Path(directory), archive, known, jobs, Terms(trust_mtime=trust_mtime))
    states: Counter[str] = Counter()
    complain(f"following {directory}; ctrl+c ends it")
    try:
        with ends_on_terminate(), closing(following.told()) as told:
            for news in told:
                if isinstance(news, str):
                    complain(news)
                else:
                    states.update(report.state for report in news)
                    print_reports(news, as_json)
    except (KeyboardInterrupt, SystemExit):
        counted = ", ".join(
            f"{states[s]} {s}" for s in ("added", "replaced", "unchanged", "refused") if states[s]
        )
        complain(f"no longer following {directory}: {counted or 'nothing arrived'}")
    return DONE
