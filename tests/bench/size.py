"""An archive at size, beside one of a thousand texts and beside the floors."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from store.archive.archive import Archive
from store.wire.gazetteer import load
from tests.bench.running import READY, Cost, Figures, compare, cost, floor_app, middle, opening, run
from tests.bench.table import Row

FEW: Final = 1_000
FILES: Final = 4_000
ROUNDS: Final = 3

STEPS: Final = (
    "first :: <Home> :: :: settle=500",
    "down :: <Down> :: :: repeat=20 settle=25",
    "page :: <PgDn> :: :: repeat=8 settle=25",
)
ROUND: Final = (
    "next{n} :: <Down> :: :: settle=300",
    "open{n} :: <Enter> :: :: settle=60",
    "shut{n} :: <Esc> :: :: settle=300",
    "picker{n} :: p :: :: settle=200",
    "party{n} :: h :: :: settle=25",
    "counts{n} :: :: :: settle=300",
    "all{n} :: 0 :: :: settle=300",
    "years{n} :: d :: :: settle=200",
    "date{n} :: 3 :: :: settle=25",
    "again{n} :: 0 :: :: settle=300",
    "when{n} :: 4 :: :: settle=300",
    "anchor{n} :: v :: :: settle=200",
    "brush{n} :: l :: :: settle=60",
    "unbrush{n} :: <Esc> :: :: settle=300",
    "leave{n} :: <Esc> :: :: settle=300",
    "line{n} :: / :: :: settle=300",
    "typed{n} :: h :: :: settle=60",
    "untyped{n} :: <Esc> :: :: settle=300",
)
"""`h` is the letter of the party that most generated texts name, 3 the third year from the end.

The desk opens where it was left, and at the end of a list no step does anything: hence the first one.
"""

QUICK: Final = {
    "party": "party filter",
    "date": "date filter",
    "picker": "party picker opened",
    "brush": "brush stretched by a bar",
    "typed": "letter typed into the filter",
}
"""Steps that take two steps of the cursor and 8 ms at most, to the last byte of the list."""


FIGURES: Final = ("starts", "keys", "answers", "imports")
"""What can be measured by itself."""


def rows(folder: Path, texts: int, only: str | None = None) -> Iterator[Row]:
    """Yield the figures of an archive of so many texts, each as soon as it is measured.

    Args:
        folder: Where the archives are made; those that are there already are measured.
        only: Which of `FIGURES`; all unless one is named.
    """
    read_by = load().hash[:8]  # a desk reads in its background what another gazetteer was read by
    few, many = (folder / f"demo-{count}-{read_by}" for count in (FEW, texts))
    size = f"{texts:,} texts"
    if not few.exists():
        run(demo("--archive", few, FEW))
    if not many.exists():
        made = cost(demo("--archive", many, texts))
        yield Row(f"demo of {size}, per 100,000", made.wall / texts * 1e5, "s", None, 60)
    for archive in (few, many):
        Archive(archive).catch_up()  # another version may have made it
    if only in (None, "starts"):
        yield from starts(many, size)
    if only in (None, "keys"):
        yield from keys(few, many, size)
    if only in (None, "answers"):
        yield from answers(folder, many, texts, size)
    if only in (None, "imports"):
        yield from imports(folder)


def demo(option: str, folder: Path, texts: int) -> list[str]:
    """Return the command that generates texts."""
    return [sys.executable, "-m", "tui", "demo", str(texts), option, str(folder)]


def starts(many: Path, size: str) -> Iterator[Row]:
    """Yield what opening the dashboard takes."""
    floor, ours = compare(floor_app("static"), opening(many))
    yield Row(f"ready for keys, {size}", ours["start.ready_ms"], "ms", floor["start.ready_ms"], 1.3)
    yield Row(f"memory of a start (RSS), {size}", ours["total.rss_mb"], "MB", None, 60)
    if "total.pss_mb" in ours:
        yield Row(f"of which its own (PSS), {size}", ours["total.pss_mb"], "MB", None, 60)


def keys(few: Path, many: Path, size: str) -> Iterator[Row]:
    """Yield what keys take, and what they take in the small archive."""
    steps = (*STEPS, *(step.format(n=n) for n in range(ROUNDS) for step in ROUND))
    small, large = compare(
        opening(few), opening(many), *(x for step in steps for x in ("--step", step)), floor_ready=READY
    )
    allowed = 2 * large["down.last_ms"] + 8
    for name, told in QUICK.items():
        yield Row(f"{told}, {size} (floor: 2 steps + 8 ms)", middle(large, name), "ms", allowed, 1)
    for name, told in (("down", "cursor step"), ("page", "page down")):
        key = f"{name}.last_ms"
        yield Row(f"{told}, {size} (floor: {FEW:,})", large[key], "ms", small[key], 1.15)
    for name, told in (("open", "open"), ("party", "filter by party")):
        yield Row(f"{told}, {size} (floor: {FEW:,})", middle(large, name), "ms", middle(small, name), 1.15)


def answers(folder: Path, many: Path, texts: int, size: str) -> Iterator[Row]:
    """Yield what the archive itself takes for its answers and for keeping one more text."""
    found: Figures = json.loads(run([sys.executable, "-m", "tests.bench.asking", str(many), str(texts)]))
    yield Row(f"first 200 hits of a common word, CPU, {size}", found["common"], "ms", None, 10)
    yield Row(f"hits of a rare word, CPU, {size}", found["rare"], "ms", None, 2)
    yield Row(f"counts in all facets under a filter, CPU, {size}", found["facets"], "ms", None, 60)
    yield Row("article in a cold segment (floor: a warm one)", found["cold"], "ms", found["warm"], 3)
    for clock, told in (("cpu", "CPU"), ("wall", "by the clock")):
        taken = found[f"index {clock}"] / texts * 100
        yield Row(f"index of {size}, {told}, per 100,000", taken, "s", None, 15)
    file = folder / "stock.json"
    stock = float(run([sys.executable, "-m", "tests.bench.stock", str(file), str(texts)]))
    file.unlink()
    yield Row(f"one text durably kept, {size} (floor: TinyDB)", found["insert"], "ms", stock, 0.001)


def imports(folder: Path) -> Iterator[Row]:
    """Yield what importing files takes, from the file to the last line of report."""
    source = folder / f"wire-{FILES}"
    if not source.exists():
        run(demo("--texts", source, FILES))
    if not hasattr(os, "sched_setaffinity"):
        return
    one, two = (imported(folder, source, cores) for cores in (1, 2))
    yield Row(f"import of {FILES:,} files, CPU per text", one.cpu / FILES * 1000, "ms", None, 2.5)
    if len(os.sched_getaffinity(0)) > 1:
        yield Row("import on two cores (floor: on one)", two.wall, "s", one.wall, 0.625)


def imported(folder: Path, source: Path, cores: int) -> Cost:
    """Return what importing the files into a new archive takes on so many cores."""
    with TemporaryDirectory(dir=folder) as archive:
        return cost([sys.executable, "-m", "tui", "import", str(source), "--archive", archive], cores)
