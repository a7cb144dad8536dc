"""Twenty readers over ssh at once, fifteen of them cut off: no process is left, and every mark is kept."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final

import psutil

from tests.faults.host_page import host, starred
from tests.faults.ledger import said
from tests.faults.processes import HANGS
from tests.faults.sshd import Sshd, runs
from tests.faults.wires import Wires
from tests.newsdesk import Newsroom
from tests.terminal import Terminal

_TEXTS: Final = 120
_MARKS: Final = 3
"""Stars that each reader sees on the screen before the lines are cut."""

_WAYS: Final = ("killed", "stopped", "closed", "quits")
"""What becomes of the client of each reader in turn; the last one stays until the others are gone."""

_READERS: Final = {f"r{number:02}": _WAYS[number % 4] for number in range(20)}

_LATE: Final = 8.0
"""Seconds after the end of the pty when no process of a dashboard may be left."""

_LONG: Final = 2.0
"""Seconds after which a process is known well enough to say how busy it is."""

_SPINNING: Final = 0.5
"""Share of a processor that a process takes only if it goes round and round."""


def test_twenty_at_once(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Clients killed, stopped, or with their terminal closed leave no process, no damage and all marks."""
    room, wires = Newsroom(tmp_path), Wires(tmp_path / "wires", _TEXTS, seed=20)
    wires.lay(0)
    assert room.run("import", str(wires.folder)).status == 0
    with host(tmp_path / "host", room.archive, "One account for all", _READERS, silence=1) as sshd:
        with ExitStack() as open_:
            begun = time.monotonic()
            terminals = {r: open_.enter_context(sshd.session(person=r)) for r in _READERS}
            _mark(terminals)
            record_property("seconds until twenty have read and marked", round(time.monotonic() - begun, 1))
            watch = _Watch(sshd)
            assert watch.desks.keys() == _READERS.keys()
            _cut(terminals)
            wires.lay(1)
            assert room.run("import", str(wires.folder)).status == 0  # each dashboard has something to paint
            watch.until_gone({reader for reader, way in _READERS.items() if way != "quits"})
            record_property(
                "seconds from the end of sshd's process to that of the dashboard", watch.outlived()
            )
            record_property("largest share of a processor", watch.busiest())
            for reader, way in _READERS.items():
                if way == "quits":
                    terminals[reader].press("Q")
                    assert terminals[reader].end(HANGS) == 0
        assert _left(sshd) == []
    done = room.run("doctor")
    assert done.status == 0 and "broken" not in done.out, said(done)
    assert [r for r in _READERS if len(starred(room.archive, r)) not in (_MARKS, _MARKS + 1)] == []


def _mark(terminals: Mapping[str, Terminal]) -> None:
    """Have each reader give stars to other texts, and see each star on the screen; one more is on its way."""
    for reader, terminal in terminals.items():
        terminal.wait_for("All texts", HANGS)
        terminal.press("j" * int(reader[1:]))
    for number in range(1, _MARKS + 1):
        for terminal in terminals.values():
            terminal.press("js")
        for terminal in terminals.values():
            terminal.wait_for(f" {number} ★", HANGS)
    for terminal in terminals.values():
        terminal.press("js")


def _cut(terminals: Mapping[str, Terminal]) -> None:
    for reader, terminal in terminals.items():
        if _READERS[reader] == "closed":
            terminal.hang_up()
        elif _READERS[reader] != "quits":
            os.kill(terminal.pid, signal.SIGKILL if _READERS[reader] == "killed" else signal.SIGSTOP)


class _Watch:
    """The processes of each reader's dashboard, and the one of sshd that holds its pty."""

    def __init__(self, sshd: Sshd) -> None:
        self._sshd = sshd
        self.desks: dict[str, psutil.Process] = {}
        self._holders: dict[str, psutil.Process] = {}
        self._ended: dict[int, float] = {}
        self._used: dict[int, float] = {}
        for process in sshd.processes():
            words = process.cmdline()
            if "--reader" in words and (holder := process.parent()):
                reader = words[words.index("--reader") + 1]
                self.desks[reader], self._holders[reader] = process, holder
        self._begun = time.monotonic()
        self._before = {process.pid: _cpu(process) for process in self.desks.values()}

    def until_gone(self, readers: Collection[str]) -> None:
        """Wait until the dashboards of some readers have ended, with all that they started."""
        watched = [process for r in readers for process in (self.desks[r], self._holders[r])]
        until = time.monotonic() + HANGS
        while not self._ended.keys() >= {process.pid for process in watched}:
            assert time.monotonic() < until, [process for process in watched if runs(process)]
            for process in watched:
                if process.pid not in self._ended and not runs(process):
                    self._ended[process.pid] = time.monotonic()
            for process in self.desks.values():
                self._used[process.pid] = max(self._used.get(process.pid, 0.0), _cpu(process))
            self._sshd.processes()
            time.sleep(0.02)

    def outlived(self) -> float:
        """Return by how many seconds a dashboard outlived its pty at most, which is allowed to be few."""
        ended = [
            (self._ended[desk.pid], self._holders[r].pid)
            for r, desk in self.desks.items()
            if desk.pid in self._ended
        ]
        longest = max(end - self._ended[holder] for end, holder in ended)
        assert longest < _LATE
        return max(0.0, round(longest, 2))

    def busiest(self) -> float:
        """Return the largest share of a processor that one took of those dashboards that lasted."""
        lasted = {p.pid: self._ended.get(p.pid, time.monotonic()) - self._begun for p in self.desks.values()}
        shares = [(self._used[pid] - self._before[pid]) / s for pid, s in lasted.items() if s > _LONG]
        assert max(shares) < _SPINNING
        return round(max(shares), 3)


def _cpu(process: psutil.Process) -> float:
    """Return the seconds of a processor that a process has taken so far; none of one that is gone."""
    with suppress(psutil.NoSuchProcess):
        return float(sum(process.cpu_times()[:2]))
    return 0.0


def _left(sshd: Sshd) -> list[psutil.Process]:
    """Return what still runs of all that sshd ever started, once what was ending has ended."""
    until = time.monotonic() + _LATE
    while (left := [p for p in sshd.processes() if p.pid != sshd.pid]) and time.monotonic() < until:
        time.sleep(0.1)
    return left
