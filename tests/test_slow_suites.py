"""The slow suites: `make faults` runs every test that is marked slow, wherever it stands."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import Final

from tests.house import ROOT

_RUN: Final = "$(BIN)/pytest "


def test_no_slow_test_is_left_out() -> None:
    """What stands beside the folder of faults runs with it: of two paths that overlap pytest drops one."""
    line = next(part for part in (ROOT / "Makefile").read_text("utf-8").split(_RUN) if "-m slow" in part)
    asked = [word for word in shlex.split(line.splitlines()[0]) if "processes" not in word]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *asked, "--collect-only", "-q", "-p", "no:cacheprovider"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    for file in ("tests/faults/test_killed.py", "tests/test_wheel.py", "tests/archive/test_processes.py"):
        assert f"{file}: " in done.stdout
