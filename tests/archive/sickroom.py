"""An archive of real texts with their files, and what can happen to it."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import orjson

from store.archive.archive import Archive
from store.archive.doctor import examine, repair
from store.archive.health.findings import Finding
from store.archive.tables import Table, read_table, table_bytes
from store.ingest import ingest, seed_files
from store.wire import gazetteer
from tests.archive.making import IMPORTED

FIRST: Final = 100
MANY: Final = 172
"""So many texts are imported, the first of them apart: a full segment and one with room."""


def build(folder: Path, many: int = MANY, first: int = FIRST) -> Path:
    """Import texts into an archive below a folder, in two turns, so that there is a backup of the first."""
    texts = folder / "texts"
    texts.mkdir()
    paths = [*seed_files()]
    for number in range(many - len(paths)):
        paths.append(texts / f"{number:04}.txt")
        paths[-1].write_text(
            f"HANOI, May {number % 28 + 1} (VNA) - The CPV met the CPP. Item {number} “é”.\n"
        )
    archive = folder / "archive"
    for part in (paths[:first], paths[first:]):
        take(archive, part)
    opened = Archive(archive, "ann")
    for document in tuple(read_table(archive / "articles/00001.json").values())[:3]:
        opened.mark([document["id"]], read=True)
    return archive


def take(archive: Path, paths: Iterable[Path]) -> None:
    """Import files."""
    assert {r.state for r in ingest(paths, Archive(archive), gazetteer.load(), IMPORTED)} <= {
        "added",
        "replaced",
    }


def found(archive: Path) -> list[Finding]:
    """Return what the doctor finds; that changes nothing."""
    before = state(archive)
    findings = [*examine(archive, gazetteer.load())]
    assert state(archive) == before
    return findings


def lines(archive: Path) -> list[str]:
    """Return what the doctor finds, as it says it."""
    return [str(finding) for finding in found(archive)]


def mended(archive: Path) -> list[Finding]:
    """Return what a repair does; a second one has nothing to do."""
    findings = repair(archive, gazetteer.load())
    before = state(archive)
    again = repair(archive, gazetteer.load())
    assert [f for f in again if f.state == "mended"] == []
    assert state(archive) == before
    return findings


def state(archive: Path) -> dict[str, object]:
    """Return all that an archive holds, but for the lock and what SQLite does beside its file."""
    gc.collect()  # an index that nobody uses any more files what it wrote
    return {
        path.relative_to(archive).as_posix(): path.read_bytes() if path.is_file() else path.lstat().st_mode
        for path in archive.rglob("*")
        if path.name not in {"lock", "ann.lock", "index.sqlite-shm", "index.sqlite-wal"}
    }


def tables(archive: Path) -> dict[str, Table]:
    """Return the articles by segment and number."""
    return {path.stem: read_table(path) for path in sorted((archive / "articles").glob("*.json"))}


def edit(path: Path, number: str, **fields: object) -> None:
    """Change fields of one document of a table, as an editor would."""
    table = read_table(path)
    table[number].update(fields)
    path.write_bytes(table_bytes(path.stem, table))


def flip(path: Path, at: int, bit: int = 7) -> None:
    """Change one bit of a file in place."""
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ 1 << bit]))


def without_sources(archive: Path) -> None:
    """Take away the files that texts came from, but for the seeds."""
    for path in (archive.parent / "texts").iterdir():
        path.unlink()


def without_memory(archive: Path) -> None:
    """Take away the index, which may remember what a damaged file held."""
    for path in archive.glob("index.sqlite*"):
        os.unlink(path)


def line_of(path: Path, number: str) -> tuple[int, int]:
    """Return where the line of a document begins and ends in its file."""
    data = path.read_bytes()
    start = data.index(b'\n"%s": ' % number.encode()) + 1
    return start, data.index(b"\n", start)


def dumps(table: Table, name: str) -> bytes:
    """Return a table as stock TinyDB writes it, all on one line."""
    return orjson.dumps({name: table})


def party_letters(archive: Path) -> dict[str, str]:
    """Return the letters of the parties; those of other entities come from a backup, else anew."""
    documents = read_table(archive / "letters.json").values()
    return {document["party"]: document["letter"] for document in documents if "party" in document}
