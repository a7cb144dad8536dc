"""Several processes at once, killed ones, full disks and missing rights: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import re
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.archive.history import MOST
from store.archive.tables import read_table
from store.archive.upkeep import NEWEST
from store.document import to_document
from store.query import Query
from tests.archive import worker
from tests.archive.drawing import write
from tests.archive.making import TODAY, many

pytestmark = pytest.mark.slow


def _ids(archive: Archive) -> list[str]:
    return [row.id for row in archive.window(Query(), 0, 10_000, TODAY)]


def test_two_processes_that_add_lose_nothing(tmp_path: Path) -> None:
    """Two processes of 100 inserts each, and one that reads all the while: all 200 are kept, once each."""
    folder = tmp_path / "archive"
    writers = [worker.start("add", folder, first, 100) for first in (0, 100)]
    reader = worker.start("watch", folder, 200)
    acknowledged = [line for process in writers for line in worker.finish(process)]
    worker.finish(reader)
    archive = Archive(folder)
    assert sorted(_ids(archive)) == sorted(acknowledged) == sorted(a.id for a in many(200))
    kept = [d["id"] for path in sorted(folder.glob("articles/*.json")) for d in read_table(path).values()]
    assert len(kept) == 200
    assert archive.damaged == ()


def test_two_processes_that_add_the_same_keep_it_once(tmp_path: Path) -> None:
    """Two processes that import the same texts at once keep each of them once."""
    folder = tmp_path / "archive"
    for process in [worker.start("add", folder, 0, 40) for _ in range(2)]:
        worker.finish(process)
    assert sum(len(read_table(path)) for path in folder.glob("articles/*.json")) == 40


def test_two_processes_that_mark_merge(tmp_path: Path) -> None:
    """Two desks of one reader that mark different texts at once keep all marks of both."""
    folder = tmp_path / "archive"
    articles = many(60)
    Archive(folder).add(articles)
    ids = [a.id for a in articles]
    for process in [worker.start("mark", folder, "ann", *part) for part in (ids[:40], ids[20:])]:
        worker.finish(process)
    assert Archive(folder, "ann").tally(Query(), TODAY).unread == 0
    kept = list(read_table(folder / "readers/ann.json").values())
    assert len([one for one in kept if "article" in one]) == 60
    assert [len(one["done"]) for one in kept if "history" in one] == [MOST]


def test_killed_at_any_instant_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """After kill -9 in the midst of adding, all that was acknowledged is there, and adding goes on."""
    folder = tmp_path / "archive"
    chance = random.Random(2)
    acknowledged: set[str] = set()
    for first in range(0, 240, 40):
        with worker.start("add", folder, first, 40) as process:
            assert process.stdout
            acknowledged.add(process.stdout.readline().strip())
            time.sleep(chance.random() * 0.05)
            process.kill()
            acknowledged.update(line.strip() for line in process.stdout if line.endswith("\n"))
        archive = Archive(folder)
        assert archive.damaged == ()
        assert acknowledged <= set(_ids(archive))
    worker.finish(worker.start("add", folder, 0, 240))
    assert sorted(_ids(Archive(folder))) == sorted(a.id for a in many(240))


@pytest.mark.parametrize("deadly", ["deadly", "refused"])
def test_a_write_that_breaks_off_changes_nothing(tmp_path: Path, deadly: str) -> None:
    """A process killed, or refused, in the midst of a write loses nothing that it had acknowledged."""
    folder = tmp_path / "archive"
    Archive(folder).add(many(20))
    process = worker.start("limited", folder, 400_000, deadly)
    out, _ = process.communicate(timeout=60)
    lines = out.splitlines()
    if deadly == "deadly":
        assert process.returncode == -signal.SIGXFSZ
    else:
        assert lines.pop().startswith("index.sqlite: cannot be written: ")
        assert not (folder / "articles/00001.json.tmp").exists()
    expected = {a.id for a in many(20)} | set(lines)
    found = set(_ids(Archive(folder)))
    assert expected <= found <= {a.id for a in (*many(20), *many(len(lines) + 1, 1000))}
    later = Archive(folder)
    later.add(many(200, 1000))
    assert set(_ids(later)) == {a.id for a in (*many(20), *many(200, 1000))}
    assert list(folder.glob("articles/*.tmp")) == []


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that every account can reach, as pytest's own cannot be."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_without_rights_the_rest_is_read_and_nothing_written(public_folder: Path) -> None:
    """An account that may not read one segment nor write sees all lists, and is told what and why."""
    folder = public_folder / "archive"
    old = os.umask(0o022)
    try:
        Archive(folder).add(many(257))
    finally:
        os.umask(old)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (folder / "articles/00002.json").chmod(0)
    texts, damaged, lock, marks = worker.finish(worker.start("unprivileged", folder))
    assert (texts, damaged) == ("257", "")
    assert lock == f"{folder}: cannot be written: permission denied"
    assert re.fullmatch(f"{re.escape(str(folder))}/.+: cannot be made: permission denied", marks)
    folder.chmod(0o755)
    (folder / "articles").chmod(0o755)


def test_without_rights_and_index_the_newest_are_read(public_folder: Path) -> None:
    """An account that may write nothing, where nobody made an index, sees the newest texts and knows it."""
    folder = public_folder / "archive"
    old = os.umask(0o022)
    try:
        articles = many(2 * (NEWEST + 3))
        for n in range(NEWEST + 3):
            write(folder, n + 1, dict(enumerate(map(to_document, articles[2 * n : 2 * n + 2]), 1)))
    finally:
        os.umask(old)
    folder.chmod(0o755)
    (folder / "articles").chmod(0o755)
    told, why, *ids = worker.finish(worker.start("partial", folder))
    assert told == f"{2 * NEWEST} True 3"
    assert why == f"{folder}: cannot be written: permission denied"
    assert sorted(ids) == sorted(a.id for a in articles[6:])
    assert sorted(path.name for path in folder.iterdir()) == ["articles"]


def test_what_another_process_writes_is_seen_at_refresh_and_whole(tmp_path: Path) -> None:
    """An open archive stays as it was until it is refreshed; each state that it then shows is whole."""
    folder, query = tmp_path / "archive", Query.parse("text sort:date")
    archive = Archive(folder)
    archive.add(many(300, 9000))
    writer, shown = worker.start("add", folder, 0, 60), 300
    while shown < 360:
        archive.refresh()
        tally = archive.tally(query, TODAY)
        assert shown <= tally.shown == tally.texts
        shown = tally.shown
        for _ in range(3):
            rows = archive.listing(query, TODAY)
            ids = [row.id for start in range(0, shown, 50) for row in rows(start, 50)]
            assert len(ids) == len({*ids}) == shown == sum(g.count for g in archive.groups(query, TODAY))
            assert archive.position(query, ids[-1], TODAY) == shown - 1
            assert archive.tally(query, TODAY) == tally
            assert sum(b.exact + b.inferred for b in archive.histogram(query, "month", TODAY)) == shown
    worker.finish(writer)


def test_a_writer_leaves_no_log_of_the_index_behind(tmp_path: Path) -> None:
    """Once a process that wrote has ended, the index is one file, which mere readers understand."""
    worker.finish(worker.start("add", tmp_path / "archive", 0, 20))
    assert [path.name for path in (tmp_path / "archive").glob("index.sqlite*")] == ["index.sqlite"]
