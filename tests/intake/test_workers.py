"""Texts understood in several processes: the same result, in the same order, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import cast

import orjson
import psutil
import pytest

from store.archive.archive import Archive
from store.errors import WorkersLost
from store.ingest import Report, ingest
from store.intake.understanding import Question, answers
from store.intake.walking import below
from store.intake.workers import Workers
from store.wire import gazetteer
from tests.intake.texts import NOW, documents, write_old, write_texts
from tests.newsdesk import ROOT, Newsroom

pytestmark = pytest.mark.slow

MANY = 620
"""More texts than one process takes in alone."""


def _take(archive: Archive, *paths: Path, jobs: int) -> list[Report]:
    return list(ingest(paths, archive, gazetteer.load(), NOW, jobs))


def _workers() -> list[psutil.Process]:
    return [c for c in psutil.Process().children() if "spawn_main" in " ".join(c.cmdline())]


def test_several_processes_make_the_same_archive(tmp_path: Path, wire: Path) -> None:
    """Texts, bad files and documents give the same lines and the same articles with two processes."""
    write_texts(wire, range(MANY))
    (wire / "000/00007 empty").touch()
    (wire / "002/00250 link").symlink_to(wire)
    one, two, backup = (Archive(tmp_path / name, "tester") for name in ("one", "two", "backup"))
    write_texts(wire / "elsewhere", range(MANY, 2 * MANY))
    _take(backup, wire / "elsewhere", jobs=1)
    (wire / "001/00199 backup").write_bytes(
        b"".join(orjson.dumps(d) + b"\n" for d in documents(backup).values())
    )
    lines = [str(report) for report in _take(one, wire, jobs=1)]
    assert len(lines) == 2 * MANY + 3
    assert [str(report) for report in _take(two, wire, jobs=2)] == lines
    assert _articles(two) == _articles(one)
    assert _workers() == []


def test_every_process_reads_the_newsrooms_names(tmp_path: Path, wire: Path) -> None:
    """What the newsroom added to the gazetteer is known in all processes."""
    own = gazetteer.load((("x.toml", '[[parties]]\nid = "party:x-own"\nname = "Party of Text"\n'),))
    write_texts(wire, range(MANY))
    found = Archive(tmp_path / "archive", "tester")
    states = {report.state for report in ingest([wire], found, own, NOW, 2)}
    assert states == {"added"}
    hashes = {d["read_by"]["gazetteer"] for d in documents(found).values()}
    assert hashes == {own.hash} and own.hash != gazetteer.load().hash


def _articles(archive: Archive) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (archive.folder / "articles").iterdir()}


def test_where_no_process_can_be_started_one_does_it_all(
    archive: Archive, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import goes on alone where the system lets it start nothing, as from a folder that is gone."""
    write_texts(wire, range(MANY))
    (wire.parent / "gone").mkdir()
    monkeypatch.chdir(wire.parent / "gone")
    (wire.parent / "gone").rmdir()
    assert {report.state for report in _take(archive, wire, jobs=2)} == {"added"}


def test_few_files_start_no_process(archive: Archive, wire: Path) -> None:
    """Where starting processes takes longer than reading, none is started."""
    write_texts(wire, range(300))
    reports = ingest([wire], archive, gazetteer.load(), NOW, 2)
    next(reports)
    assert _workers() == []
    assert sum(1 for _ in reports) == 299


def test_answers_come_in_the_order_of_the_questions(wire: Path) -> None:
    """However long it takes to understand what, answers stand with their own questions, in order."""
    write_texts(wire, range(100))
    write_old(wire / "000/00003.txt", "A long text. " * 20_000)
    asked: list[tuple[int | str, Question | None]] = []
    for number, found in enumerate(below([wire], wire / "none")):
        asked += [(number, Question(found.path, found.size)), (f"after {number}", None)]
    with Workers(2, NOW) as workers:
        told = list(workers.told(asked))
    expected = iter(answers([question for _, question in asked if question], gazetteer.load(), NOW))
    assert told == [(item, question and next(expected)) for item, question in asked]


def test_an_unexpected_error_is_told_as_it_is(wire: Path) -> None:
    """An error that nobody foresaw comes out of another process as the error that it is, and says where."""
    (wire / "a").write_text("A text.")
    with Workers(1, cast(datetime, None)) as workers, pytest.raises(AttributeError) as error:
        list(workers.told([(1, Question(f"{wire}/a"))]))
    assert "in of_text" in error.value.__notes__[0]
    assert _workers() == []


def test_a_killed_worker_loses_nothing(archive: Archive, wire: Path) -> None:
    """When one of the processes is killed, what was reported is kept, and a second import does the rest."""
    write_texts(wire, range(MANY))
    reports, told = ingest([wire], archive, gazetteer.load(), NOW, 2), []
    told.append(next(reports))
    _workers()[0].kill()
    with pytest.raises(WorkersLost, match="ended from outside"):
        told.extend(reports)
    assert _workers() == []
    assert {report.detail for report in told} <= documents(archive).keys()
    states = [report.state for report in _take(archive, wire, jobs=2)]
    assert (len(states), states.count("added")) == (MANY, MANY - len(told))


def _importing(room: Newsroom) -> Iterator[tuple[subprocess.Popen[str], list[psutil.Process]]]:
    """Yield an import by several processes that has begun to print, and those processes."""
    write_texts(room.folder / "in", range(1500))
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "import", str(room.folder / "in"), "--jobs", "2"],
        cwd=ROOT, env=room.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline().startswith("added")
        yield process, psutil.Process(process.pid).children(recursive=True)
        process.kill()


@pytest.fixture
def importing(room: Newsroom) -> Iterator[tuple[subprocess.Popen[str], list[psutil.Process]]]:
    """An import by several processes that has begun to print, and those processes."""
    yield from _importing(room)


BROKEN_OFF = "newsdesk: what is listed so far is kept; the same import takes in the rest when run again\n"


@pytest.mark.parametrize(
    ("number", "to_all", "status", "said"),
    [
        (signal.SIGINT, True, 130, BROKEN_OFF),
        (signal.SIGINT, False, 130, BROKEN_OFF),
        (signal.SIGTERM, False, 143, BROKEN_OFF),
        (signal.SIGHUP, True, -signal.SIGHUP, ""),
        (signal.SIGKILL, False, -signal.SIGKILL, ""),
    ],
)
def test_signals_end_everything(
    room: Newsroom,
    importing: tuple[subprocess.Popen[str], list[psutil.Process]],
    number: int,
    to_all: bool,
    status: int,
    said: str,
) -> None:
    """However an import is ended, no process stays, no traceback is shown, and the rest can be done later."""
    process, helpers = importing
    assert len(helpers) >= 2
    (os.killpg if to_all else os.kill)(process.pid, number)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err.rstrip("\n")) == (status, said.rstrip("\n"))
    _, alive = psutil.wait_procs(helpers, timeout=20)
    assert alive == []
    printed = {line.split()[-1] for line in out.splitlines() if line}
    assert printed <= {line.split()[-1] for line in room.run("list").lines}
    states = [line.split()[0] for line in room.run("import", str(room.folder / "in")).lines]
    assert len(states) == 1500 and set(states) == {"added", "unchanged"}


def test_workers_hold_no_lock(importing: tuple[subprocess.Popen[str], list[psutil.Process]]) -> None:
    """The processes that read have nothing of the archive open, so that none can hold its lock."""
    _, helpers = importing
    until = time.monotonic() + 1
    while time.monotonic() < until:
        opened = [f.path for helper in helpers for f in helper.open_files()]
        assert [path for path in opened if "/archive/" in path] == []
