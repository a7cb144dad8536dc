"""Imports and marks cut short by power cuts that tear every unsynced page: nothing acknowledged is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest

from tests.faults.cutting import Disk, instants
from tests.faults.ledger import Ledger, by_file, documents, holds, ids_on_disk, news, said, tables
from tests.faults.programs import ROUNDS, TEXTS, wires_of
from tests.faults.wires import Wires
from tests.newsdesk import ROOT, Newsroom

_CUTS: Final = 25
"""Power cuts of each of the four parts after which the archive is listed, imported into and listed again."""

_FATES: Final = 6
"""Disks that are built for each instant and whose files are read."""


class Told:
    """What a recorded program had told by an instant."""

    def __init__(self, wires: Wires) -> None:
        self.round = 0
        self.ledger = Ledger()
        self._wires = wires
        self._marked: set[str] = set()

    def hear(self, printed: str) -> None:
        """Take in some of its output."""
        self.ledger.take(printed.splitlines(keepends=True))
        for word, _, rest in (line.partition(" ") for line in printed.splitlines()):
            if word == "round":
                self.round = int(rest)
                self.ledger.wrote(self._wires.ids(self.round))
            elif word == "marked":
                self._marked.add(rest.strip())

    def missing(self, archive: Path) -> list[str]:
        """Return what an archive has lost of it, every file read as plain TinyDB reads it."""
        try:
            found = dict(tables(archive))
        except ValueError as error:
            return [f"unreadable: {error}"]
        marks = [d for path, table in found.items() if path.parent.name == "readers" for d in table]
        read = {d.get("article") for d in marks if d.get("read")}
        return sorted(self.ledger.all.difference(ids_on_disk(archive)) | (self._marked - read))


pytestmark = pytest.mark.skipif(
    sys.platform == "darwin", reason="there the archive syncs by a call that this recorder does not hear"
)


@pytest.mark.parametrize("part", range(4))
def test_a_power_cut_loses_nothing_acknowledged(tmp_path: Path, part: int) -> None:
    """What a power cut leaves can be read, has all that was acknowledged, and is made whole by an import."""
    sequence = list(instants(_record(tmp_path, "imports", part)))
    disk, chance, wires = Disk(tmp_path / "journal"), Random(part), wires_of(tmp_path / "wires", part)
    told = Told(wires)
    references = _never_cut(Newsroom(tmp_path / "whole"), wires)
    for number, instant in enumerate(sequence):
        disk.follow(instant)
        told.hear(instant.said)
        assert _losses(disk, told, tmp_path / "cut", chance, _FATES) == []
        if number * _CUTS // len(sequence) < (number + 1) * _CUTS // len(sequence):
            room = Newsroom(tmp_path / f"cut {number}")
            disk.build(room.folder, chance)
            wires.lay(told.round)
            _comes_back(room, told.ledger, references[told.round])


@pytest.mark.parametrize("program", ["naive in place", "naive rename"])
def test_a_naive_writer_is_found_out(tmp_path: Path, program: str) -> None:
    """The same cuts ruin what plain TinyDB writes in place, and what is renamed without being synced."""
    disk, told, chance = Disk(_record(tmp_path, program, 1)), Told(wires_of(tmp_path, 1)), Random(1)
    lost = 0
    for instant in instants(tmp_path / "journal"):
        disk.follow(instant)
        told.hear(instant.said)
        lost += len(_losses(disk, told, tmp_path / "cut", chance, 1))
    assert lost > 10


def _record(folder: Path, program: str, seed: int) -> Path:
    """Return the journal of one run of a program that keeps articles."""
    room, journal = Newsroom(folder / "recorded"), folder / "journal"
    room.folder.mkdir()
    journal.mkdir()
    command = [sys.executable, "-m", "tests.faults.recording", str(room.folder), str(journal), program]
    subprocess.run([*command, str(folder / "wires"), str(seed)], cwd=ROOT, env=room.environment(), check=True)
    return journal


def _losses(disk: Disk, told: Told, place: Path, chance: Random, fates: int) -> list[str]:
    """Return what is lost on some of the disks that a power cut at this instant may leave."""
    lost = []
    for _ in range(fates):
        disk.build(place, chance)
        lost += told.missing(place / "archive")
        shutil.rmtree(place)
    return lost


def _never_cut(room: Newsroom, wires: Wires) -> list[list[dict[str, Any]]]:
    """Return the list after each round in an archive that lost no power."""
    found = []
    for round_ in range(ROUNDS):
        wires.lay(round_)
        done = room.run("import", str(wires.folder))
        assert done.status == 0, said(done)
        found.append(news(documents(room)))
    return found


def _comes_back(room: Newsroom, ledger: Ledger, reference: list[dict[str, Any]]) -> None:
    """Open what a power cut left, import once more what was being imported, and open it again."""
    holds(room, ledger)
    done = room.run("import", str(Path(reference[0]["file"]).parent))
    assert (done.status, done.err) == (0, ""), said(done)
    again = Ledger()
    assert again.take(f"{line}\n" for line in done.lines) == TEXTS
    found = holds(room, again)
    assert len(by_file(found)) == TEXTS
    assert news(found) == reference
