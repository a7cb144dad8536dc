"""What the checks of the archive share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from store.archive.archive import Archive
from tests.archive import sickroom


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A new archive for the reader Ann."""
    return Archive(tmp_path / "archive", "ann")


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound archive with two segments, which no test changes."""
    return sickroom.build(tmp_path_factory.mktemp("sound"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound archive of a few texts, which no test changes."""
    return sickroom.build(tmp_path_factory.mktemp("small"), many=9, first=5)


@pytest.fixture
def patient(sound: Path, tmp_path: Path) -> Path:
    """A copy of the sound one with files of its own; the texts that it came from lie beside the sound one."""
    return _copied(sound, tmp_path)


@pytest.fixture
def small_patient(small: Path, tmp_path: Path) -> Path:
    """A copy of the small one with files of its own."""
    return _copied(small, tmp_path)


def _copied(archive: Path, folder: Path) -> Path:
    return Path(shutil.copytree(archive, folder / "archive", copy_function=shutil.copy2))
