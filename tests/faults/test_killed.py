"""Imports killed at 200 instants: nothing acknowledged is lost, nothing is twice, the next completes it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

import pytest

from tests.faults.ledger import Ledger, by_file, documents, holds, news, said
from tests.faults.processes import Running
from tests.faults.wires import Wires
from tests.newsdesk import Newsroom

_TEXTS: Final = 520
"""More than two segments, all rewritten before each run: enough for three commits and several processes."""

_COMMITS: Final = 3
"""So many commits an import of all texts needs."""

_KILLS: Final = 25
"""Runs that each part kills: 200 in all."""

_COMMIT: Final = 0.04
"""Seconds within which a run is killed that was seen to begin a commit."""

_ONE: Final = ("import", "--jobs", "1")
_THREE: Final = ("import", "--jobs", "3")
_FOLLOW: Final = ("follow",)


@pytest.mark.parametrize(
    ("part", "command"), enumerate([_ONE, _ONE, _ONE, _THREE, _THREE, _THREE, _FOLLOW, _FOLLOW])
)
def test_killed_at_any_instant(
    tmp_path: Path, part: int, command: tuple[str, ...], record_property: Callable[[str, object], None]
) -> None:
    """After each kill all that was acknowledged is listed, once, and a last run makes the list whole."""
    chance, room, ledger = Random(part), Newsroom(tmp_path / "killed"), Ledger()
    wires = Wires(tmp_path / "wires", _TEXTS, part, share=1.0, longest=8)
    wires.lay(0)
    length = _length_of_a_run(Newsroom(tmp_path / "measured"), wires)
    kills = rounds = 0
    was_killed = True
    while kills < _KILLS:
        ledger.wrote(wires.ids(rounds))
        with Running(room, *command, str(wires.folder)) as importing:
            spread = (kills + chance.random()) / _KILLS if was_killed else chance.random() / 2
            if kills % 2:
                commits = chance.randrange(_COMMITS) if was_killed else 0
                _await_commit(room.archive, importing, commits, importing.begun + 2 * length)
                time.sleep(spread * _COMMIT)
            else:
                time.sleep(max(0.0, importing.begun + length * spread - time.monotonic()))
            was_killed = importing.kill()
            kills += was_killed
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
    record_property("kills, runs, texts acknowledged", (kills, rounds, len(ledger.all)))


def _length_of_a_run(room: Newsroom, wires: Wires) -> float:
    """Return the seconds that an import of rewritten texts takes that nobody kills."""
    for round_ in (0, 1):
        wires.lay(round_)
        with Running(room, "import", str(wires.folder)) as importing:
            status, _ = importing.end()
            assert status == 0, importing.err
            length = time.monotonic() - importing.begun
    wires.lay(0)
    return length


def _await_commit(archive: Path, importing: Running, passed: int, until: float) -> None:
    """Wait until the run has the lock once more after so many times.

    A run that ends, or that has nothing more to do by an instant, is waited for no longer.
    """
    for is_held in (True, False) * passed + (True,):
        while _is_locked(archive) is not is_held and importing.process.poll() is None:
            if time.monotonic() > until:
                return
            time.sleep(0.0005)


def _is_locked(archive: Path) -> bool:
    """Tell whether a holder has signed the lock."""
    lock = archive / "lock"
    return lock.exists() and lock.stat().st_size > 0


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
