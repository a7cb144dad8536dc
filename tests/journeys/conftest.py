"""A desk over the two seeds, and over texts written for one test."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.ingest import ingest, seed_files
from store.query import Query
from store.wire.gazetteer import load
from tests.journeys.reading import Reading

TODAY = date(2026, 11, 21)

_KEPT = datetime(2026, 11, 21, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _unfrozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no desk spare what it has made from collection: it would keep its files open."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each desk a home of its own, in which what it copies is kept."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an archive that holds the two seeds, which no test changes."""
    kept = Archive(tmp_path_factory.mktemp("seeded") / "archive", "tester")
    assert all(report.state == "added" for report in ingest(seed_files(), kept, load(), _KEPT))
    return kept.folder


@pytest.fixture
def archive(seeded: Path, tmp_path: Path) -> Archive:
    """Return an archive that holds the two seeds."""
    return Archive(Path(shutil.copytree(seeded, tmp_path / "archive")), "tester")


@pytest.fixture
def keep(tmp_path: Path, archive: Archive) -> Callable[[str, str], None]:
    """Return a function that imports one more text into the archive."""

    def take(name: str, text: str) -> None:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        assert [report.state for report in ingest([file], archive, load(), _KEPT)] == ["added"]

    return take


@pytest.fixture
def keep_many(tmp_path: Path, archive: Archive) -> Callable[[int], None]:
    """Return a function that imports so many short texts into the archive."""

    def take(number: int) -> None:
        folder = tmp_path / "many"
        folder.mkdir()
        for n in range(number):
            day = date(2010, 1, 1) + timedelta(days=n)
            text = f"Text {n}\n\nHanoi (VNA) – Talks on {day:%B} {day.day}, {day.year}.\n"
            (folder / f"{n:04}.txt").write_text(text, encoding="utf-8")
        assert {report.state for report in ingest([folder], archive, load(), _KEPT)} == {"added"}

    return take


@pytest.fixture
def desk(archive: Archive) -> Callable[..., Reading]:
    """Return a function that opens the desk at a size, by default 80x24."""

    def opened(columns: int = 80, rows: int = 24, query: str = "", *, mono: bool = False) -> Reading:
        return Reading(archive, Query.parse(query, archive.vocabulary), TODAY, (columns, rows), mono=mono)

    return opened
