"""A session over the two seeds, and over generated texts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.archive.archive import Archive
from store.demo.filling import fill
from store.ingest import ingest, plant_seeds
from store.wire.gazetteer import load
from tests.plain.talk import Talk

_KEPT = datetime(2026, 11, 22, 8, tzinfo=UTC)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an archive that holds the two seeds, which no test changes."""
    kept = Archive(tmp_path_factory.mktemp("plain") / "archive", "tester")
    plant_seeds(kept, load(), _KEPT)
    return kept.folder


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an archive of 400 generated texts, which no test changes."""
    kept = Archive(tmp_path_factory.mktemp("generated") / "archive", "tester")
    assert sum(fill(kept, 400)) == 400
    return kept.folder


@pytest.fixture
def archive(seeded: Path, tmp_path: Path) -> Archive:
    """Return an archive that holds the two seeds."""
    return Archive(Path(shutil.copytree(seeded, tmp_path / "archive")), "tester")


@pytest.fixture
def talk(archive: Archive) -> Talk:
    """Return a session over the two seeds."""
    return Talk(archive)


@pytest.fixture
def keep(tmp_path: Path, archive: Archive) -> Callable[[str, str], None]:
    """Return a function that imports one more text, as another process would."""

    def take(name: str, text: str) -> None:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        other = Archive(archive.folder, "other")
        assert [report.state for report in ingest([file], other, load(), _KEPT)] == ["added"]

    return take
