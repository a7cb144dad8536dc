"""Full disks and limits on the size of files: a reason in words, nothing lost, and all is well with room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.faults.ledger import Ledger, by_file, holds, said
from tests.faults.tight import Tight, tight
from tests.faults.wires import Wires
from tests.newsdesk import Done

_TEXTS: Final = 400

_LITTLE: Final = (0, 12, 40, 300, 600, 1200, 2400)
"""Kilobytes of room: too few for the lock, for a segment, for its copy, for the index, and enough."""

_TOO_FEW: Final = 40
"""Kilobytes with which no import of the texts can succeed."""

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
    if done.status or kilobytes <= _TOO_FEW:
        _says_why(full, done)
    holds(full.room, ledger)
    full.relieve()
    _import(full, wires, ledger)
    assert by_file(holds(full.room, ledger)) == wires.ids(round_)


def _import(full: Tight, wires: Wires, ledger: Ledger) -> None:
    """Import all texts, which must succeed."""
    done = full.room.run("import", str(wires.folder))
    assert (done.status, done.err) == (0, ""), said(done)
    assert ledger.take(f"{line}\n" for line in done.lines) == _TEXTS


def _says_why(full: Tight, done: Done) -> None:
    """Hold that a command failed for want of room, and said so in words."""
    assert done.status in (1, 3), said(done)
    assert full.reason in done.err, said(done)
    assert "unexpected" not in done.err, said(done)
