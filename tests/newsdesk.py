"""The `newsdesk` command as a shell runs it: a process of its own, an archive and a home of its own."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SEEDS: Final = ROOT / "seeds"

_NOBODY: Final = 65534
_PR_CAPBSET_DROP: Final = 24
_READ_ANYTHING: Final = (1, 2)
"""The capabilities by which root reads and writes what modes forbid."""


@dataclass(frozen=True)
class Done:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on stdout."""
        return self.out.splitlines()


@dataclass(frozen=True)
class Newsroom:
    """A folder with an archive and a home, and the command that uses them."""

    folder: Path
    largest: int | None = None
    """Bytes of the largest file that its commands can write; None means no limit."""

    @property
    def archive(self) -> Path:
        """The folder of the archive; it need not exist."""
        return self.folder / "archive"

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the environment of a child: ours without what would point it elsewhere."""
        kept = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("NEWSDESK", "TEXTUAL", "XDG_", "PYTHON", "COLUMNS", "LINES"))
        }
        home = str(self.folder / "home")
        return {**kept, "NEWSDESK_ARCHIVE": str(self.archive), "HOME": home, **(more or {})}

    def run(
        self,
        *arguments: str | bytes,
        powerless: bool = False,
        environment: Mapping[str, str] | None = None,
        typed: str | bytes = b"",
        without: Sequence[str] = (),
    ) -> Done:
        """Run a command to its end, without a terminal.

        Args:
            powerless: Give up what lets root read any file.
            typed: What comes on stdin.
            without: Names that the environment shall not have.
        """
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            cwd=ROOT,
            env={k: v for k, v in self.environment(environment).items() if k not in without},
            input=typed.encode() if isinstance(typed, str) else typed,
            capture_output=True,
            timeout=120,
            preexec_fn=lambda: _confine(self.largest, powerless),
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def write(self, name: str | bytes, text: str | bytes) -> Path:
        """Write a file below the newsroom's folder; return its path."""
        path = self.folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path


def _confine(largest: int | None, powerless: bool) -> None:
    if largest is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    if powerless:
        give_up_power()


def give_up_power() -> None:
    """Give up what lets root read and write any file; a program executed next has no way back."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform != "linux" or any(
        libc.prctl(_PR_CAPBSET_DROP, number, 0, 0, 0) for number in _READ_ANYTHING
    ):
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
