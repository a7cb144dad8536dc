"""Processes of the `newsdesk` command that tests kill, limit and measure."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

import psutil

from tests.newsdesk import ROOT, Newsroom

HANGS: Final = 300.0
"""Seconds after which a process is taken for one that will never end; no measure of speed."""


class Running:
    """One command in a session of its own, so that whatever it started can be told from others."""

    def __init__(self, room: Newsroom, *arguments: str | bytes, told: Path | None = None) -> None:
        """Start it; what it prints goes to files of a folder, so that it never waits for a reader."""
        told = told or room.folder
        told.mkdir(parents=True, exist_ok=True)
        self._out, self._err = told / "out.txt", told / "err.txt"
        self.begun = time.monotonic()
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tui", *arguments],
                cwd=ROOT,
                env=room.environment(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def out(self) -> list[str]:
        """The lines on stdout so far, with their ends."""
        return self._out.read_bytes().decode().splitlines(keepends=True)

    @property
    def err(self) -> str:
        """What stands on stderr so far."""
        return self._err.read_bytes().decode()

    def kill(self) -> bool:
        """Kill the command, and it alone, as no program can prevent; tell whether it was still running."""
        self.process.kill()
        return self.process.wait() == -signal.SIGKILL

    def end(self) -> tuple[int, resource.struct_rusage]:
        """Return the exit status, and what the command and all that it started have used."""
        until = time.monotonic() + HANGS
        while time.monotonic() < until:
            pid, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                return self.process.returncode, used
            time.sleep(0.01)
        raise AssertionError(f"still running after {HANGS:.0f} s\n{self.err}")

    def leaves_nobody(self, patience: float = 20.0) -> bool:
        """Tell whether all that a dead command started ends by itself."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not self._alive():
                return True
            time.sleep(0.02)
        return False

    def _alive(self) -> list[int]:
        """Return the processes of this session that still run."""
        return [pid for pid in members(self.process.pid) if pid != self.process.pid]


def members(session: int) -> list[int]:
    """Return the processes of a session that have not ended."""
    return [pid for pid in psutil.pids() if _runs_in(pid, session)]


def _runs_in(pid: int, session: int) -> bool:
    try:
        return os.getsid(pid) == session and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except (ProcessLookupError, PermissionError, psutil.NoSuchProcess):
        return False
