"""Measures the dashboard against its floors and prints a table of ratios; status 1 where a goal is missed."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

TOOLS: Final = Path(__file__).resolve().parent / "tools"
TEXTS: Final = 1000
RUNS: Final = 5
READY: Final = "All texts"
"""What stands on the screen once keys are heard."""

STEPS: Final = (
    "down :: <Down> :: :: repeat=20 settle=25",
    "rest :: <Down> :: :: repeat=5 settle=200",
    "held :: <Down*20> :: :: each=33 settle=200",
    "page :: <PgDn> :: :: repeat=5 settle=200",
)

Figures = dict[str, float]


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    name: str
    ours: float
    unit: str
    floor: float | None = None
    most: float = 0
    """The goal: of the ratio where there is a floor, else of the figure itself."""

    @property
    def ratio(self) -> float | None:
        """How many times the floor; None where there is none."""
        return self.ours / self.floor if self.floor else None

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return (self.ours if self.ratio is None else self.ratio) <= self.most

    def __str__(self) -> str:
        floor = f"{self.floor:,.1f}" if self.floor is not None else "-"
        ratio = f"x{self.ratio:.2f}" if self.ratio is not None else "-"
        goal = f"{'x' if self.ratio is not None else ''}{self.most:g}"
        verdict = "met" if self.met else "MISSED"
        ours = f"{self.ours:,.1f} {self.unit}"
        return f"{self.name:<44}{ours:>14}{floor:>10}{ratio:>8}{goal:>8}  {verdict}"


def main() -> int:
    """Measure everything, print the table, and return 1 where a goal is missed."""
    print(f"{'figure (medians of interleaved runs)':<44}{'newsdesk':>14}{'floor':>10}{'ratio':>8}{'goal':>8}")
    missed = False
    with TemporaryDirectory(prefix="newsdesk-bench-") as folder:
        for row in rows(Path(folder)):
            print(row, flush=True)
            missed = missed or not row.met
    return int(missed)


def rows(folder: Path) -> Iterator[Row]:
    """Yield the figures, each as soon as it is measured."""
    few, many = folder / "few", folder / "many"
    tool("make_corpus.py", str(TEXTS), str(folder), "--txt", "--index")
    newsdesk("list", few)
    newsdesk("import", many, str(folder / "txt"))
    static = f"{python()} {TOOLS / 'floor_app.py'} static"
    for archive, texts in ((few, "2 texts"), (many, f"{TEXTS:,} texts")):
        floor, ours = compare(static, opening(archive))
        yield Row(f"ready for keys, {texts}", ours["start.ready_ms"], "ms", floor["start.ready_ms"], 1.3)
        yield Row(f"CPU of a start, {texts}", ours["start.cpu_ms"], "ms", floor["start.cpu_ms"], 1.5)
        yield Row(f"memory, {texts}", ours["total.rss_mb"], "MB", None, 60)
    yield from steps(folder, many)
    yield from idle(few)


def steps(folder: Path, archive: Path) -> Iterator[Row]:
    """Yield what moving the cursor costs, beside three panes that do nothing else."""
    panes = f"{python()} {TOOLS / 'floor_app.py'} panes {folder / 'index.json'} {folder / 'txt'} --diff"
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


def compare(floor: str, ours: str, *options: str) -> tuple[Figures, Figures]:
    """Return the medians of the floor's and our own runs, taken in turns."""
    quits = ("--quit", "<C-q>", "--ready", "READY", "--ready-b", READY, "--runs", str(RUNS))
    found = measured(*quits, *options, "--ab", floor, ours)
    return found["A"], found["B"]


def measured(*arguments: str) -> dict[str, Figures]:
    """Return what the probe measures, its answers by name."""
    found: dict[str, Figures] = json.loads(tool("tui_probe.py", *arguments))
    return found


def tool(name: str, *arguments: str) -> str:
    """Run one of the measuring tools; return its stdout."""
    return run([sys.executable, str(TOOLS / name), *arguments])


def newsdesk(command: str, archive: Path, *arguments: str) -> str:
    """Run one of our own commands on an archive; return its stdout."""
    return run([sys.executable, "-m", "tui", command, *arguments, "--archive", str(archive)])


def run(command: list[str]) -> str:
    """Run a command to its end; return its stdout, or end with what it complained of."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise SystemExit(f"{shlex.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def opening(archive: Path) -> str:
    """Return the command line that opens the dashboard."""
    return f"{python()} -m tui --archive {archive}"


def python() -> str:
    """Return the Python that everything is measured with, as a shell would read it."""
    return shlex.quote(sys.executable)


if __name__ == "__main__":
    sys.exit(main())
