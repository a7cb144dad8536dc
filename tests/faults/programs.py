"""What is recorded: imports and marks of our own, and two naive writers that a power cut must ruin."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tinydb import TinyDB
from tinydb.storages import JSONStorage, Storage

from tests.faults.wires import Wires

TEXTS: Final = 130
ROUNDS: Final = 4
"""Imports of one recording: so many that a second segment is begun."""


def wires_of(folder: str | Path, seed: int) -> Wires:
    """Return the texts of the recording with a seed."""
    return Wires(Path(folder), TEXTS, seed, longest=25)


def imports(folder: str, seed: str) -> None:
    """Import texts round after round, and mark some of them after each."""
    from store.archive.archive import Archive
    from store.archive.where import default_archive
    from tui.commands import run

    wires = wires_of(folder, int(seed))
    for round_ in range(ROUNDS):
        wires.lay(round_)
        print(f"round      {round_}")
        assert run(["import", folder]) == 0
        marked = sorted(wires.ids(round_).values())[round_ :: 2 * ROUNDS]
        archive = Archive(default_archive())
        for article_id in marked[:4]:
            archive.mark([article_id], read=True)
            print(f"marked     {article_id}")


class Renamed(Storage):
    """A database written to a second file that then takes the name of the first, and never synced."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    def read(self) -> dict[str, dict[str, object]] | None:
        import orjson

        found: dict[str, dict[str, object]] | None
        found = orjson.loads(self._path.read_bytes()) if self._path.exists() else None
        return found

    def write(self, data: Mapping[str, object]) -> None:
        import orjson

        draft = self._path.with_suffix(".tmp")
        draft.write_bytes(orjson.dumps(data))
        os.replace(draft, self._path)


def _naive(storage: type[Storage]) -> Callable[..., None]:
    """Return a program that keeps texts by TinyDB alone, each one acknowledged when TinyDB returns."""

    def program(folder: str, seed: str) -> None:
        wires = wires_of(folder, int(seed))
        archive = Path(os.environ["NEWSDESK_ARCHIVE"])
        (archive / "articles").mkdir(parents=True)
        with TinyDB(str(archive / "articles/00001.json"), storage=storage) as database:
            table = database.table("00001")
            for file, article_id in list(wires.ids(0).items())[:40]:
                table.insert({"id": article_id, "text": "x" * (int(article_id, 16) % 9000)})
                print(f"added      {file}  {article_id}")

    return program


PROGRAMS: Final[Mapping[str, Callable[..., None]]] = {
    "imports": imports,
    "naive in place": _naive(JSONStorage),
    "naive rename": _naive(Renamed),
}
