"""A kiosk in a terminal of its own, everything around it watched."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil

from tests.faults.payloads import CONTROLS, MARKUP, NAMES, SEQUENCES, UNSEEN
from tests.newsdesk import ROOT, SEEDS, Newsroom
from tests.terminal import Terminal, python

READER: Final = "ann"

TRAP: Final = "import os\nopen({flag!r}, 'a').close()\nos._exit(99)\n"
"""A program, or a module of Python, that leaves a sign when it is run."""

_MODULES: Final = ("textual", "orjson", "tinydb", "webbrowser", "antigravity", "click", "rich")
_PROGRAMS: Final = ("sh", "vi", "less", "w3m", "lynx", "xdg-open", "www-browser", "python3")


@dataclass(frozen=True)
class Room:
    """An archive of hostile texts, and all that a reader of it must not touch, below one folder."""

    folder: Path
    notes: Path
    before: dict[str, tuple[object, ...]] = field(default_factory=dict)

    @property
    def archive(self) -> Path:
        """The folder of the archive."""
        return self.folder / "archive"

    @property
    def sprung(self) -> Path:
        """The sign that a trap leaves."""
        return self.folder / "sprung"

    def environment(self) -> dict[str, str]:
        """Return an environment in which each variable that any program heeds leads into a trap."""
        trap, home = str(self.folder / "trap"), str(self.folder / "home")
        run = f"{trap}/sh"
        return {
            "HOME": home, "PATH": f"{trap}:{os.environ['PATH']}", "TMPDIR": str(self.folder / "tmp"),
            "PYTHONPATH": f"{trap}{os.pathsep}{ROOT}", "PYTHONINSPECT": "1",
            "PYTHONSTARTUP": f"{trap}/textual.py",
            "PYTHONBREAKPOINT": "antigravity.x", "PYTHONUSERBASE": home, "PYTHONDONTWRITEBYTECODE": "1",
            "BROWSER": run, "EDITOR": run, "VISUAL": run, "PAGER": run, "MANPAGER": run, "SHELL": run,
            "LESSOPEN": f"|{run} %s", "LESS": "-R", "USER": "mallory", "LOGNAME": "mallory", "DISPLAY": ":0",
            "TEXTUAL": "devtools,debug,headless", "TEXTUAL_LOG": f"{home}/log",
            "TEXTUAL_DRIVER": "antigravity:X",
            "TEXTUAL_SCREENSHOT": "0", "TEXTUAL_SCREENSHOT_LOCATION": home, "TEXTUAL_PRESS": "s,C,ctrl+p",
            "TEXTUAL_SCREENSHOT_FILENAME": "x.svg", "TEXTUAL_ALLOW_SIGNALS": "1", "TEXTUAL_DEBUG": "1",
            "TEXTUAL_THEME": "textual-dark", "TEXTUAL_FPS": "1", "TEXTUAL_DEVTOOLS_HOST": "127.0.0.1",
            "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data",
            "XDG_STATE_HOME": f"{home}/state",
            "XDG_CACHE_HOME": f"{home}/cache", "SQLITE_TMPDIR": home, "COLUMNS": "10", "LINES": "3",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        }  # fmt: skip

    def write(self, name: str, text: str, mode: int = 0o644) -> Path:
        """Write a file below the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", "surrogatepass")
        path.chmod(mode)
        return path

    @contextmanager
    def sealed(self) -> Iterator[None]:
        """Take the right to write anything from everybody for a while."""
        every = [self.folder, *(path for path in self.folder.rglob("*") if not path.is_symlink())]
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in every}
        for path, mode in modes.items():
            path.chmod(mode & 0o555)
        try:
            yield
        finally:
            for path, mode in modes.items():
                path.chmod(mode)

    def changed(self) -> set[str]:
        """Return what was made, changed or removed below the folder, but for the notes of who watches."""
        now = self.state()
        return {name for name in now.keys() | self.before.keys() if now.get(name) != self.before.get(name)}

    def state(self) -> dict[str, tuple[object, ...]]:
        """Return what everything below the folder is and holds."""
        return {str(path.relative_to(self.folder)): _facts(path) for path in self.folder.rglob("*")}

    def acts(self) -> set[tuple[str, ...]]:
        """Return what the process asked Python for: the act, and what it was about."""
        lines = self.notes.read_text("utf-8").splitlines() if self.notes.exists() else []
        return {tuple(json.loads(line)[:2]) for line in lines}

    @contextmanager
    def opened(
        self,
        *options: str,
        columns: int = 80,
        rows: int = 24,
        environment: dict[str, str] | None = None,
        kiosk: bool = True,
        powerless: bool = False,
    ) -> Iterator[Terminal]:
        """Open the kiosk in a terminal, all that it does noted; or the desk, noted apart."""
        first = ["tests.faults.powerless"] if powerless else []
        notes = self.notes if kiosk else self.notes.with_suffix(".desk")
        watched = [*first, "tests.faults.watched", str(notes), str(self.folder / "cwd"), "tui"]
        who = [*(["--kiosk"] if kiosk else []), "--archive", str(self.archive), "--reader", READER]
        command = [*python(watched[0], *watched[1:]), *who, *options]
        around = {**self.environment(), **(environment or {})}
        with Terminal(command, columns, rows, around) as terminal:
            yield terminal


def _facts(path: Path) -> tuple[object, ...]:
    seen = path.lstat()
    held = path.read_bytes() if path.is_file() and not path.is_symlink() else None
    return seen.st_mode, held


def build(folder: Path) -> Room:
    """Make a room: the seeds and hostile texts imported, traps in every place that a program looks into."""
    room = Room(folder / "room", folder / "notes")
    for name in ("home", "tmp", "cwd", "trap"):
        (room.folder / name).mkdir(parents=True)
    hostile = (*SEQUENCES, *MARKUP, "".join(CONTROLS), "".join(UNSEEN))
    for number, payload in enumerate(hostile):
        day = f"May {number % 28 + 1}, {2000 + number % 20}"
        room.write(
            f"wires/{number}.txt",
            f"Text {payload} ends\n\nHanoi (VNA) – The Communist Party of Vietnam (CPV) and {payload} met Le "
            f"Hoai {payload} Trung on {day}.\n\n{payload}\n\nhttps://a.example/{payload}\n",
        )
    for number, called in enumerate(NAMES):
        named = os.fsencode(room.folder) + b"/wires/named/" + called
        os.makedirs(os.path.dirname(named), exist_ok=True)
        with open(named, "wb") as file:
            file.write(b"A text with a name, number %d.\n" % number)
    done = Newsroom(room.folder).run("import", str(SEEDS), str(room.folder / "wires"))
    assert done.status in (0, 1) and not done.err
    trap = TRAP.format(flag=str(room.sprung))
    for name in _MODULES:
        room.write(f"trap/{name}.py", trap)
        room.write(f"cwd/{name}.py", trap)
        room.write(f"home/lib/python3/site-packages/{name}.py", trap)
    for name in _PROGRAMS:
        room.write(f"trap/{name}", f"#!{sys.executable}\n{trap}", 0o755)
    room.write("home/config/newsdesk/keys.toml", '[keys]\nquit = "x"\nhelp = "s"\n')
    room.write(f"archive/readers/{READER}.lock", "", 0o600)
    room.before.update(room.state())
    return room


def children(terminal: Terminal) -> list[psutil.Process]:
    """Return what the process in a terminal has started and still runs."""
    return psutil.Process(terminal.pid).children(recursive=True)
