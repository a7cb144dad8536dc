"""The dashboard on a newsroom's first thousand texts, beside its floors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.running import READY, compare, floor_app, measured, newsdesk, opening, tool
from tests.bench.table import Row

TEXTS: Final = 1000

STEPS: Final = (
    "down :: <Down> :: :: repeat=20 settle=25",
    "rest :: <Down> :: :: repeat=5 settle=200",
    "held :: <Down*20> :: :: each=33 settle=200",
    "page :: <PgDn> :: :: repeat=5 settle=200",
)


def rows(folder: Path) -> Iterator[Row]:
    """Yield the figures, each as soon as it is measured."""
    few, many = folder / "few", folder / "many"
    tool("make_corpus.py", str(TEXTS), str(folder), "--txt", "--index")
    newsdesk("list", few)
    newsdesk("import", many, str(folder / "txt"))
    for archive, texts in ((few, "2 texts"), (many, f"{TEXTS:,} texts")):
        floor, ours = compare(floor_app("static"), opening(archive))
        yield Row(f"ready for keys, {texts}", ours["start.ready_ms"], "ms", floor["start.ready_ms"], 1.3)
        yield Row(f"CPU of a start, {texts}", ours["start.cpu_ms"], "ms", floor["start.cpu_ms"], 1.5)
        yield Row(f"memory, {texts}", ours["total.rss_mb"], "MB", None, 60)
    yield from steps(folder, many)
    yield from idle(few)


def steps(folder: Path, archive: Path) -> Iterator[Row]:
    """Yield what moving the cursor costs, beside three panes that do nothing else."""
    panes = floor_app("panes", str(folder / "index.json"), str(folder / "txt"), "--diff")
    floor, ours = compare(panes, opening(archive), *(x for step in STEPS for x in ("--step", step)))
    yield Row("cursor step, last byte", ours["down.last_ms"], "ms", floor["down.last_ms"], 1.5)
    yield Row("cursor step, bytes", ours["down.bytes"], "B", None, 400)
    yield Row("step and preview at rest, bytes", ours["rest.bytes"], "B", None, 8000)
    yield Row("a held key, CPU of 20 steps", ours["held.cpu_ms"], "ms", floor["held.cpu_ms"], 3)
    yield Row("page down, last byte", ours["page.last_ms"], "ms", floor["page.last_ms"], 30)
    yield Row("page down, bytes", ours["page.bytes"], "B", None, 8000)


def idle(archive: Path) -> Iterator[Row]:
    """Yield what an open dashboard costs while nobody touches it."""
    found = measured(
        "--runs", "3", "--idle", "5", "--ready", READY, "--quit", "<C-q>", "--", *opening(archive).split()
    )
    yield Row("idle for 5 s, bytes", found["median"]["idle.bytes"], "B", None, 0)
    yield Row("idle for 5 s, CPU", found["median"]["idle.cpu_ms"], "ms", None, 20)
