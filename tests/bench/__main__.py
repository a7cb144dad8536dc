"""Measures newsdesk against its floors and prints a table of ratios; status 1 where a goal is missed.

Without a part everything is measured. The goals of the archive are meant at 100,000 texts, which take a
quarter of an hour, two gigabytes of disk and three of memory (most of it TinyDB's own):
`python -m tests.bench archive --texts 100000`. `make bench` takes fewer. With archives that were
made before some figures take some minutes: `archive --texts 100000 --only keys --folder FOLDER`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.bench import dashboard, line, size, wire
from tests.bench.table import HEADING, Row

_PARTS: Final = ("wire", "dashboard", "archive", "line")
_TEXTS: Final = 20_000
"""Texts of the larger archive unless told otherwise: enough to see what grows."""


def main() -> int:
    """Measure, print the table, and return 1 where a goal is missed."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument("part", nargs="?", choices=_PARTS)
    arguments.add_argument("--texts", type=int, default=_TEXTS, metavar="N")
    arguments.add_argument("--only", choices=size.FIGURES, help="these figures of the archive, not all")
    arguments.add_argument(
        "--folder", type=Path, help="make the archives there, and leave them for the next time"
    )
    given = arguments.parse_args()
    print(
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}: beside other work only ratios tell much"
    )
    print(HEADING, flush=True)
    missed = False
    with TemporaryDirectory(prefix="newsdesk-bench-") as folder:
        for row in _rows(given, Path(folder)):
            print(row, flush=True)
            missed = missed or (isinstance(row, Row) and not row.met)
    return int(missed)


def _rows(given: argparse.Namespace, folder: Path) -> Iterator[Row | str]:
    part, texts = ("archive" if given.only else given.part), given.texts
    if part in (None, "wire"):
        yield from wire.rows(_made(folder / "wire"))
    if part in (None, "dashboard"):
        yield from dashboard.rows(_made(folder / "dashboard"))
    if part in (None, "archive"):
        yield from size.rows(_made(given.folder or folder / "archive"), texts, given.only)
    if part in (None, "line"):
        yield from line.rows(_made(folder / "line"), texts)


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
