"""Full disks and limits on the size of files: a reason in words, nothing lost, and all is well with room."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.faults.ledger import Ledger, by_file, holds, said
from tests.faults.processes import Running
from tests.faults.tight import Tight, tight
from tests.faults.wires import Wires
from tests.newsdesk import Done

_TEXTS: Final = 400

_LITTLE: Final = (0, 12, 40, 300, 600, 1200, 2400)
"""Kilobytes of room: too few for the lock, for a segment, for its copy, for the index, and enough."""

_ENOUGH: Final = 300
"""Kilobytes with which some import may succeed."""

both_ways = pytest.mark.parametrize("full", ["disk", "limit"], indirect=True)


@pytest.fixture
def full(
    tmp_path: Path, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> Iterator[Tight]:
    """A newsroom that can be left without room."""
    with tight(tmp_path / "disk", request.param) as newsroom:
        if request.param == "disk" and type(newsroom) is Tight:
            record_property("no disk could be mounted", "a limit on the size of files stood for it")
        yield newsroom


@pytest.fixture
def wires(tmp_path: Path) -> Wires:
    """Texts of more than one segment, as they are first written."""
    wires = Wires(tmp_path / "wires", _TEXTS, seed=3)
    wires.lay(0)
    return wires


@both_ways
@pytest.mark.parametrize("kilobytes", _LITTLE)
@pytest.mark.parametrize("is_first", [True, False], ids=["new archive", "known archive"])
def test_an_import_without_room(full: Tight, wires: Wires, kilobytes: int, is_first: bool) -> None:
    """It says so, what it listed is kept and listed, and with room again the same import takes the rest."""
    ledger, round_ = Ledger(), 0 if is_first else 1
    if not is_first:
        _import(full, wires, ledger)
        wires.lay(round_)
    ledger.wrote(wires.ids(round_))
    full.leave(kilobytes * 1024)
    done = full.room.run("import", str(wires.folder))
    ledger.take(f"{line}\n" for line in done.lines)
    if done.status or kilobytes < _ENOUGH:
        _says_why(full, done)
    holds(full.room, ledger, full.reasons)
    full.relieve()
    _import(full, wires, ledger)
    assert by_file(holds(full.room, ledger)) == wires.ids(round_)


@pytest.mark.parametrize("full", ["disk"], indirect=True)
@pytest.mark.parametrize("kilobytes", _LITTLE)
def test_a_disk_that_fills_up_meanwhile(tmp_path: Path, full: Tight, wires: Wires, kilobytes: int) -> None:
    """An import that had room when it began is told why it must end; what it listed is kept and listed."""
    ledger = Ledger()
    _import(full, wires, ledger)
    wires.lay(1)
    ledger.wrote(wires.ids(1))
    lock = full.room.archive / "lock"
    with Running(full.room, "import", str(wires.folder), told=tmp_path / "told") as importing:
        while importing.process.poll() is None and not lock.stat().st_size:
            time.sleep(0.0005)
        full.leave(kilobytes * 1024)
        status, _ = importing.end()
        ledger.take(importing.out)
        if status:
            _says_why(full, Done(status, "", importing.err))
    holds(full.room, ledger, full.reasons)
    full.relieve()
    _import(full, wires, ledger)
    assert by_file(holds(full.room, ledger)) == wires.ids(1)


@both_ways
@pytest.mark.parametrize("mark", [("--star",), ("--note", "A note. " * 99)], ids=["star", "note"])
def test_a_mark_without_room(full: Tight, wires: Wires, mark: tuple[str, ...]) -> None:
    """It is refused with the reason, those before it are kept, and with room again it is made."""
    _import(full, wires, Ledger())
    one, other = sorted(wires.ids(0).values())[:2]
    assert full.room.run("mark", one, "--tag", "kept").status == 0
    full.leave(0)
    done = full.room.run("mark", other, *mark)
    _says_why(full, done)
    assert not done.out
    assert _found(full, "has:tag") == {one}
    assert not _found(full, "is:starred | has:note")
    full.relieve()
    assert full.room.run("mark", other, *mark).status == 0
    assert _found(full, "has:tag") == {one}
    assert _found(full, "is:starred | has:note") == {other}


@both_ways
@pytest.mark.parametrize("kilobytes", [0, 40, 200])
def test_an_index_without_room(full: Tight, wires: Wires, kilobytes: int) -> None:
    """Texts whose index finds no room are kept, and listed as soon as there is room."""
    ledger = Ledger()
    _import(full, wires, ledger)
    for path in full.room.archive.glob("index.sqlite*"):
        path.unlink()
    full.leave(kilobytes * 1024)
    done = full.room.run("list", "--json")
    assert "unexpected" not in done.err, said(done)
    if len(done.lines) < _TEXTS:
        _says_why(full, done)
    full.relieve()
    assert by_file(holds(full.room, ledger)) == wires.ids(0)


def _import(full: Tight, wires: Wires, ledger: Ledger) -> None:
    """Import all texts, which must succeed."""
    done = full.room.run("import", str(wires.folder))
    assert (done.status, done.err) == (0, ""), said(done)
    assert ledger.take(f"{line}\n" for line in done.lines) == _TEXTS


def _found(full: Tight, query: str) -> set[str]:
    """Return the ids of what a query finds."""
    return {line.split()[-1] for line in full.room.run("list", query).lines}


def _says_why(full: Tight, done: Done) -> None:
    """Hold that a command failed for want of room, and said so in words."""
    assert done.status in (1, 3), said(done)
    assert any(reason in done.err for reason in full.reasons), said(done)
    assert "unexpected" not in done.err, said(done)
