"""Imports killed at 200 instants: nothing acknowledged is lost, nothing is twice, the next completes it."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random
from typing import Final

import pytest

from tests.faults.ledger import Ledger, by_file, documents, holds, news, said
from tests.faults.processes import Running
from tests.faults.wires import Wires
from tests.newsdesk import Newsroom

_TEXTS: Final = 600
"""More than two segments, so that one import commits three times."""

_KILLS: Final = 25
"""Imports that each of the eight parts kills."""

_COMMIT: Final = 0.04
"""Seconds within which an import is killed that was seen to begin a commit."""


@pytest.mark.parametrize("part", range(8))
def test_killed_at_any_instant(tmp_path: Path, part: int) -> None:
    """After each kill all that was acknowledged is listed, once, and a last run makes the list whole."""
    chance, room, ledger = Random(part), Newsroom(tmp_path / "killed"), Ledger()
    wires = Wires(tmp_path / "wires", _TEXTS, part)
    wires.lay(0)
    length = _length_of_an_import(Newsroom(tmp_path / "measured"), wires)
    kills = rounds = 0
    while kills < _KILLS:
        ledger.wrote(wires.ids(rounds))
        with Running(room, "import", str(wires.folder)) as importing:
            if kills % 2:
                _await_commit(room.archive, importing, chance)
            else:
                _sleep_until(importing.begun + length * (kills + chance.random()) / _KILLS)
            kills += importing.kill()
            ledger.take(importing.out)
            assert importing.leaves_nobody(), "what the import started outlives it"
        holds(room, ledger)
        _show_one(room, ledger, chance)
        rounds += 1
        assert rounds < 4 * _KILLS, "hardly any import was caught alive"
        wires.lay(rounds)
    _complete(room, ledger, wires, rounds)
    never_killed = Newsroom(tmp_path / "whole")
    _complete(never_killed, Ledger(), wires, rounds)
    assert news(documents(room)) == news(documents(never_killed))


def _length_of_an_import(room: Newsroom, wires: Wires) -> float:
    """Return the seconds that an import takes that nobody kills."""
    with Running(room, "import", str(wires.folder)) as importing:
        status, _ = importing.end()
        assert status == 0, importing.err
        return time.monotonic() - importing.begun


def _await_commit(archive: Path, importing: Running, chance: Random) -> None:
    """Wait until the import has the lock, some commits passed over, and some milliseconds more."""
    for _ in range(chance.randrange(3)):
        for is_held in (True, False):
            while importing.process.poll() is None and _is_locked(archive) is not is_held:
                time.sleep(0.0005)
    while importing.process.poll() is None and not _is_locked(archive):
        time.sleep(0.0005)
    time.sleep(chance.random() * _COMMIT)


def _is_locked(archive: Path) -> bool:
    """Tell whether a holder has signed the lock."""
    lock = archive / "lock"
    return lock.exists() and lock.stat().st_size > 0


def _sleep_until(instant: float) -> None:
    time.sleep(max(0.0, instant - time.monotonic()))


def _show_one(room: Newsroom, ledger: Ledger, chance: Random) -> None:
    """Ask for one text that was acknowledged at any time, be it replaced by now."""
    if ledger.all:
        done = room.run("show", chance.choice(sorted(ledger.all)))
        assert (done.status, done.err) == (0, ""), said(done)


def _complete(room: Newsroom, ledger: Ledger, wires: Wires, round_: int) -> None:
    """Run the import to its end: it takes in what is missing, and the list is whole."""
    done = room.run("import", str(wires.folder))
    assert (done.status, done.err) == (0, ""), said(done)
    assert ledger.take(f"{line}\n" for line in done.lines) == _TEXTS
    assert by_file(holds(room, ledger)) == wires.ids(round_)
