"""Running what is measured: our own commands and the measuring tools, each a process of its own."""

from __future__ import annotations

import json
import os
import re
import resource
import shlex
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TOOLS: Final = Path(__file__).resolve().parent / "tools"
RUNS: Final = 5
READY: Final = "All texts"
"""What stands on the screen once keys are heard."""

Figures = dict[str, float]


@dataclass(frozen=True)
class Cost:
    """What a process took, in seconds."""

    wall: float
    cpu: float


def compare(floor: str, ours: str, *options: str, floor_ready: str = "READY") -> tuple[Figures, Figures]:
    """Return the medians of the floor's and our own runs, taken in turns."""
    ready = ("--ready", floor_ready, "--ready-b", READY)
    found = measured("--quit", "<C-q>", *ready, "--runs", str(RUNS), *options, "--ab", floor, ours)
    return found["A"], found["B"]


def measured(*arguments: str) -> dict[str, Figures]:
    """Return what the probe measures, its answers by name."""
    found: dict[str, Figures] = json.loads(tool("tui_probe.py", *arguments))
    return found


def middle(figures: Figures, step: str, what: str = "last_ms") -> float:
    """Return the median of a step over its rounds, which are numbered behind its name."""
    named = re.compile(rf"{step}\d*\.{what}")
    return statistics.median(taken for name, taken in figures.items() if named.fullmatch(name))


def tool(name: str, *arguments: str) -> str:
    """Run one of the measuring tools; return its stdout."""
    return run([sys.executable, str(TOOLS / name), *arguments])


def newsdesk(command: str, archive: Path, *arguments: str) -> str:
    """Run one of our own commands on an archive; return its stdout."""
    return run([sys.executable, "-m", "tui", command, *arguments, "--archive", str(archive)])


def run(command: list[str], before: Callable[[], object] | None = None) -> str:
    """Run a command to its end; return its stdout, or end with what it complained of."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, preexec_fn=before)
    if done.returncode:
        raise SystemExit(f"{shlex.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def cost(command: list[str], cores: int | None = None) -> Cost:
    """Run a command to its end, on so many cores at most; return what it and its own processes took."""

    def bind() -> None:
        if cores is not None:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run(command, bind)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def opening(archive: Path) -> str:
    """Return the command line that opens the dashboard."""
    return f"{python()} -m tui --archive {archive}"


def floor_app(*arguments: str) -> str:
    """Return the command line of the smallest app that could do the same."""
    return shlex.join([sys.executable, str(TOOLS / "floor_app.py"), *arguments])


def python() -> str:
    """Return the Python that everything is measured with, as a shell would read it."""
    return shlex.quote(sys.executable)
