"""A repair among imports, and one that is killed: nothing that was whole is lost."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.doctor import examine
from store.query import Query
from store.wire import gazetteer
from tests.archive import sickroom, worker
from tests.archive.making import TODAY, many
from tests.archive.sickroom import edit, flip, line_of, party_letters, tables


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound archive with two segments, which no test changes."""
    return sickroom.build(tmp_path_factory.mktemp("sound"))


def _damaged(sound: Path, archive: Path) -> Path:
    """Return a copy of an archive in which both segments, the letters and a reader's marks are damaged."""
    shutil.copytree(sound, archive, copy_function=shutil.copy2)
    flip(archive / "articles/00001.json", line_of(archive / "articles/00001.json", "9")[0] + 90)
    edit(archive / "articles/00002.json", "4", headline=5)
    (archive / "letters.json").write_bytes(b"")
    flip(archive / "readers/ann.json", 40)
    return archive


def test_a_killed_repair_loses_nothing(sound: Path, tmp_path: Path) -> None:
    """Killed at any instant and run again, a repair ends where one that was not killed ends."""
    chance, before = random.Random(7), tables(sound)
    for turn in range(12):
        archive = _damaged(sound, tmp_path / f"a{turn}")
        with worker.start("mend", archive) as process:
            assert process.stdout and process.stdout.readline() == "begun\n"
            time.sleep(chance.random() * 0.4)
            process.kill()
        for segment in ("00001", "00002"):
            assert (archive / f"articles/{segment}.json").exists(), "a segment is never missing"
        worker.finish(worker.start("mend", archive))
        assert tables(archive) == before
        assert party_letters(archive) == party_letters(sound)
        left = [f for f in examine(archive, gazetteer.load()) if not f.file.endswith(".tmp")]
        assert left == []


def test_a_repair_beside_imports(sound: Path, tmp_path: Path) -> None:
    """While others import, a repair waits its turn; what they keep stays, and the damage is mended."""
    archive = _damaged(sound, tmp_path / "archive")
    writers = [worker.start("add", archive, first, 15) for first in (0, 100)]
    doctor = worker.start("mend", archive)
    added = [line for process in writers for line in worker.finish(process)]
    assert any(line.startswith("mended") for line in worker.finish(doctor))
    opened = Archive(archive)
    opened.catch_up()
    ids = {row.id for row in opened.window(Query(), 0, 10_000, TODAY)}
    assert ids >= {*added, *(a.id for a in (*many(15), *many(15, 100)))}
    assert ids >= {document["id"] for table in tables(sound).values() for document in table.values()}
    assert opened.damaged == ()
